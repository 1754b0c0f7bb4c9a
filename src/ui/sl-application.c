/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-application.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>

#include "ui/sl-preferences-dialog.h"
#include "ui/sl-window.h"

struct _SlApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (SlApplication, sl_application, ADW_TYPE_APPLICATION)

/* Keys of actions, in one place; the shortcuts window lists the same. */
static const struct
{
  const char *action;
  const char *keys[3];
} accelerators[] = {
  { "app.quit", { "<Control>q" } },
  { "app.preferences", { "<Control>comma" } },
  { "win.case-settings", { "<Control><Alt>comma" } },
  { "window.close", { "<Control>w" } },
  { "win.show-help-overlay", { "<Control>question" } },
  { "win.new-case", { "<Control><Shift>n" } },
  { "win.open", { "<Control>o" } },
  { "win.add", { "<Control>n" } },
  { "win.import", { "<Control><Shift>i" } },
  { "win.captures", { "<Control>j" } },
  { "win.search", { "<Control>f" } },
  { "win.sources", { "F9" } },
  { "win.inspector", { "<Control>i" } },
  { "win.recheck", { "F5" } },
  { "win.recheck-source", { "<Control>r" } },
  { "win.export", { "<Control>e" } },
  { "win.export-pdf", { "<Control><Shift>e" } },
  { "win.save-copy", { "<Control><Shift>s" } },
  { "win.view::timeline", { "<Alt>1" } },
  { "win.view::review", { "<Alt>2" } },
  { "win.view::checks", { "<Alt>3" } },
  { "win.view::claims", { "<Alt>4" } },
  { "win.view::history", { "<Alt>5" } },
};

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  g_autoptr (GPtrArray) windows = g_ptr_array_new_with_free_func (g_object_unref);

  /* Ending one takes it out of the list, and others with it. */
  for (GList *at = gtk_application_get_windows (GTK_APPLICATION (data)); at != NULL; at = at->next)
    g_ptr_array_add (windows, g_object_ref (at->data));
  for (guint i = 0; i < windows->len; i++)
    {
      GtkWindow *window = g_ptr_array_index (windows, i);

      if (SL_IS_WINDOW (window))
        sl_window_end (SL_WINDOW (window));
      else
        gtk_window_destroy (window);
    }
}

static void
preferences_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (data));

  adw_dialog_present (sl_preferences_dialog_new (sl_application_get_settings ()), GTK_WIDGET (window));
}

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (data));

  adw_show_about_dialog (GTK_WIDGET (window),
                         "application-name", _ ("Sourceline"),
                         "application-icon", APPLICATION_ID,
                         "version", VERSION,
                         "developer-name", _ ("The Sourceline developers"),
                         "comments", _ ("Build timelines you can defend."),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         /* Translators: put your names here, one a line. */
                         "translator-credits", _ ("translator-credits"),
                         NULL);
}

/**
 * sl_application_get_settings:
 *
 * Returns: (transfer none): the settings of the program
 */
GSettings *
sl_application_get_settings (void)
{
  static GSettings *settings = NULL;

  if (g_once_init_enter_pointer (&settings))
    g_once_init_leave_pointer (&settings, g_settings_new (APPLICATION_ID));
  return settings;
}

static void
apply_color_scheme_cb (void)
{
  static const AdwColorScheme schemes[] = { ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT, ADW_COLOR_SCHEME_FORCE_DARK };
  const int chosen = g_settings_get_enum (sl_application_get_settings (), "color-scheme");

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[CLAMP (chosen, 0, 2)]);
}

static SlWindow *
find_window (SlApplication *self,
             const char    *path)
{
  for (GList *at = gtk_application_get_windows (GTK_APPLICATION (self)); at != NULL; at = at->next)
    if (SL_IS_WINDOW (at->data) && g_strcmp0 (sl_window_get_path (at->data), path) == 0)
      return at->data;
  return NULL;
}

static void
sl_application_activate (GApplication *application)
{
  SlApplication *self = SL_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  g_autofree char *last = g_settings_get_string (sl_application_get_settings (), "last-case");

  if (window == NULL)
    {
      window = GTK_WINDOW (sl_window_new (self));
      if (*last != '\0' && g_file_test (last, G_FILE_TEST_EXISTS))
        sl_window_open_case (SL_WINDOW (window), last);
    }
  gtk_window_present (window);
}

/* Each case has one window; a window without a case takes it. */
static void
sl_application_open (GApplication  *application,
                     GFile        **files,
                     int            n_files,
                     const char    *hint)
{
  SlApplication *self = SL_APPLICATION (application);

  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);
      SlWindow *window = path != NULL ? find_window (self, path) : NULL;

      if (path == NULL)
        continue;
      if (window == NULL)
        {
          window = find_window (self, NULL);
          window = window != NULL ? window : sl_window_new (self);
          sl_window_open_case (window, path);
        }
      gtk_window_present (GTK_WINDOW (window));
    }
}

static void
add_actions (SlApplication *self)
{
  static const GActionEntry entries[] = {
    { .name = "quit", .activate = quit_cb },
    { .name = "preferences", .activate = preferences_cb },
    { .name = "about", .activate = about_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accelerators[i].action, accelerators[i].keys);
}

/* The end of the session, or of a test: the case shall be one file at rest, as after Quit. */
static gboolean
terminated_cb (gpointer data)
{
  g_action_group_activate_action (G_ACTION_GROUP (data), "quit", NULL);

  return G_SOURCE_CONTINUE;
}

static void
sl_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (sl_application_parent_class)->startup (application);
  gtk_window_set_default_icon_name (APPLICATION_ID);
  add_actions (SL_APPLICATION (application));
  g_signal_connect_object (sl_application_get_settings (), "changed::color-scheme", G_CALLBACK (apply_color_scheme_cb), application, G_CONNECT_DEFAULT);
  apply_color_scheme_cb ();
  g_unix_signal_add (SIGTERM, terminated_cb, application);
}

static void
sl_application_class_init (SlApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = sl_application_startup;
  application_class->activate = sl_application_activate;
  application_class->open = sl_application_open;
}

static void
sl_application_init (SlApplication *self)
{
}

/**
 * sl_application_new:
 *
 * Returns: (transfer full): the application
 */
SlApplication *
sl_application_new (void)
{
  return g_object_new (SL_TYPE_APPLICATION,
                       "application-id", APPLICATION_ID,
                       "resource-base-path", "/io/github/sourceline/Sourceline",
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "version", VERSION,
                       NULL);
}
