/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-start-page.h"

#include <glib/gi18n-lib.h>

#include "workbench/sl-workbench.h"
#include "ui/sl-format.h"
#include "ui/sl-session.h"

struct _SlStartPage
{
  AdwBin parent_instance;

  /* Children of the template. */
  GtkStack      *stack;
  GtkListBox    *list;
  AdwStatusPage *opening;
  GtkRevealer   *failure;
  GtkLabel      *failure_heading;
  GtkLabel      *failure_message;
};

/* Under this key a row knows its case file. */
static const char path_key[] = "sl-path";

static guint picked_signal;

G_DEFINE_FINAL_TYPE (SlStartPage, sl_start_page, ADW_TYPE_BIN)

static void
row_activated_cb (SlStartPage   *self,
                  GtkListBoxRow *row)
{
  g_signal_emit (self, picked_signal, 0, g_object_get_data (G_OBJECT (row), path_key));
}

static void
dismiss_failure_cb (SlStartPage *self)
{
  gtk_revealer_set_reveal_child (self->failure, FALSE);
}

static void
sl_start_page_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SL_TYPE_START_PAGE);
  G_OBJECT_CLASS (sl_start_page_parent_class)->dispose (object);
}

static void
sl_start_page_class_init (SlStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_start_page_dispose;
  picked_signal = g_signal_new ("picked", SL_TYPE_START_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sourceline/Sourceline/ui/sl-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SlStartPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SlStartPage, list);
  gtk_widget_class_bind_template_child (widget_class, SlStartPage, opening);
  gtk_widget_class_bind_template_child (widget_class, SlStartPage, failure);
  gtk_widget_class_bind_template_child (widget_class, SlStartPage, failure_heading);
  gtk_widget_class_bind_template_child (widget_class, SlStartPage, failure_message);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, dismiss_failure_cb);
}

static void
sl_start_page_init (SlStartPage *self)
{
  g_autoptr (GdkPaintable) spinner = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  spinner = GDK_PAINTABLE (adw_spinner_paintable_new (GTK_WIDGET (self->opening)));
  adw_status_page_set_paintable (self->opening, spinner);
  sl_start_page_reload (self);
}

static void
trash_answered_cb (AdwAlertDialog *dialog,
                   const char     *response,
                   SlStartPage    *self)
{
  g_autofree char *folder = NULL;
  g_autoptr (SlLibrary) library = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "trash"))
    return;
  folder = sl_session_dup_library_folder ();
  library = sl_library_new (folder);
  if (!sl_library_trash (library, g_object_get_data (G_OBJECT (dialog), path_key), NULL, &error))
    sl_start_page_show_failure (self, _ ("The case could not be moved to the trash"), error->message);
  sl_start_page_reload (self);
}

static void
trash_clicked_cb (GtkButton   *button,
                  SlStartPage *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), ADW_TYPE_ACTION_ROW);
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Move Case to the Trash?"), NULL);

  /* Translators: %s is the title of a case. */
  adw_alert_dialog_format_body (ADW_ALERT_DIALOG (dialog), _ ("“%s” with everything that was captured for it will be moved to the trash."),
                                adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "trash", _ ("_Move to Trash"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "trash", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), path_key, g_strdup (g_object_get_data (G_OBJECT (row), path_key)), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (trash_answered_cb), self, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static GtkWidget *
make_trash_button (SlStartPage *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_tooltip_text (button, _ ("Move to Trash"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (trash_clicked_cb), self, G_CONNECT_DEFAULT);
  return button;
}

static GtkWidget *
make_row (SlStartPage          *self,
          const SlLibraryEntry *entry)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *changed = sl_format_moment (entry->modified);
  /* Translators: %s is a day and a time. */
  g_autofree char *subtitle = g_strdup_printf (_ ("Changed %s"), changed);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), entry->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_trash_button (self));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), path_key, g_strdup (entry->path), g_free);
  return row;
}

/**
 * sl_start_page_reload:
 *
 * Looks anew which cases there are.
 */
void
sl_start_page_reload (SlStartPage *self)
{
  g_autofree char *folder = NULL;
  g_autoptr (SlLibrary) library = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (SL_IS_START_PAGE (self));

  folder = sl_session_dup_library_folder ();
  library = sl_library_new (folder);
  entries = sl_library_list (library, &error);
  if (entries == NULL)
    sl_start_page_show_failure (self, _ ("The cases of this computer could not be listed"), error->message);
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    gtk_list_box_append (self->list, make_row (self, g_ptr_array_index (entries, i)));
  gtk_stack_set_visible_child_name (self->stack, entries != NULL && entries->len > 0 ? "list" : "empty");
}

/**
 * sl_start_page_set_opening:
 * @opening: whether a case is being opened
 */
void
sl_start_page_set_opening (SlStartPage *self,
                           gboolean     opening)
{
  g_return_if_fail (SL_IS_START_PAGE (self));
  if (opening)
    gtk_stack_set_visible_child_name (self->stack, "opening");
  else
    sl_start_page_reload (self);
}

/**
 * sl_start_page_show_failure:
 * @heading: what failed
 * @message: why, and what to do
 *
 * Shows a message that stays until it is dismissed.
 */
void
sl_start_page_show_failure (SlStartPage *self,
                            const char  *heading,
                            const char  *message)
{
  g_return_if_fail (SL_IS_START_PAGE (self));
  gtk_label_set_text (self->failure_heading, heading);
  gtk_label_set_text (self->failure_message, message);
  gtk_revealer_set_reveal_child (self->failure, TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), heading, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}
