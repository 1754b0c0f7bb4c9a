/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-capture-dialog.h"

#include <glib/gi18n-lib.h>

#include "ui/sl-format.h"
#include "ui/sl-witness-row.h"
#include "workbench/sl-witness-copies.h"

/* More than anybody looks through; an archive may have thousands of one page. */
#define MAX_COPIES 200

struct _SlCaptureDialog
{
  AdwDialog parent_instance;

  SlSession      *session;  /* (owned) */
  SlId            capture;
  AdwToolbarView *view;     /* (unowned) */
};

G_DEFINE_FINAL_TYPE (SlCaptureDialog, sl_capture_dialog, ADW_TYPE_DIALOG)

/* Row, text of a page and its neighbours are data, never markup. */
static GtkWidget *
make_row (const char *title,
          const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  return row;
}

static void
add_fact (AdwPreferencesGroup *group,
          const char          *name,
          const char          *value)
{
  GtkWidget *row = NULL;

  if (value == NULL || *value == '\0')
    return;
  row = make_row (name, value);
  gtk_widget_add_css_class (row, "property");
  adw_preferences_group_add (group, row);
}

static AdwPreferencesGroup *
add_group (AdwPreferencesPage *page,
           const char         *title)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  adw_preferences_page_add (page, group);
  return group;
}

static void
show_facts (AdwPreferencesPage *page,
            const SlCapture    *capture)
{
  AdwPreferencesGroup *group = add_group (page, _ ("Capture"));
  g_autofree char *moment = sl_format_moment (capture->captured_at / G_USEC_PER_SEC);
  g_autofree char *status = capture->status > 0 ? g_strdup_printf ("%d", capture->status) : NULL;
  g_autofree char *size = g_format_size ((guint64) capture->payload_bytes);

  /* A text that was pasted has no address but its digest. */
  if (!g_str_has_prefix (capture->url, "urn:"))
    add_fact (group, _ ("Address"), capture->url);
  if (g_strcmp0 (capture->url, capture->final_url) != 0)
    add_fact (group, _ ("Led To"), capture->final_url);
  add_fact (group, _ ("Captured"), moment);
  add_fact (group, _ ("How It Came"), sl_capture_method_describe (capture->method));
  add_fact (group, _ ("Imported From"), capture->came_as);
  add_fact (group, _ ("HTTP Status"), status);
  add_fact (group, _ ("Type"), capture->content_type);
  add_fact (group, _ ("Size"), size);
  add_fact (group, _ ("SHA-256"), capture->payload_digest);
  add_fact (group, _ ("Note"), capture->note);
}

/* What an outcome is called, and the sign that it has beside its words. */
static const struct
{
  const char *words;
  const char *icon;
} outcomes[SL_N_WITNESS_OUTCOMES] = {
  [SL_WITNESS_CONFIRMED] = { N_ ("Confirmed"), "object-select-symbolic" },
  [SL_WITNESS_NONE] = { N_ ("Knows nothing of it"), "system-search-symbolic" },
  [SL_WITNESS_REFUSED] = { N_ ("Refused"), "action-unavailable-symbolic" },
  [SL_WITNESS_FAILED] = { N_ ("No usable answer"), "dialog-warning-symbolic" },
};

static void
add_witness (AdwPreferencesGroup *group,
             const SlWitness     *witness)
{
  g_autofree char *moment = sl_format_moment (witness->at);
  /* Translators: a kind of witness, such as “Time-Stamps”, then who was asked. */
  g_autofree char *title = g_strdup_printf (C_ ("witness", "%s · %s"), sl_witness_row_kind_name (witness->kind), witness->authority);
  /* Translators: what came of asking a witness, when, and what was answered. */
  g_autofree char *subtitle = g_strdup_printf (C_ ("witness", "%s, %s. %s"), _ (outcomes[witness->outcome].words), moment,
                                               witness->detail != NULL ? witness->detail : "");
  GtkWidget *row = make_row (title, subtitle);
  GtkWidget *icon = gtk_image_new_from_icon_name (outcomes[witness->outcome].icon);

  if (witness->outcome == SL_WITNESS_CONFIRMED)
    gtk_widget_add_css_class (icon, "success");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_preferences_group_add (group, row);
}

static void
show_witnesses (SlCaptureDialog    *self,
                AdwPreferencesPage *page,
                GPtrArray          *witnesses)
{
  AdwPreferencesGroup *group = add_group (page, _ ("Witnesses"));
  GtkWidget *ask = gtk_button_new_with_mnemonic (_ ("_Ask…"));

  gtk_widget_add_css_class (ask, "flat");
  gtk_widget_set_valign (ask, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (ask), "win.witness-capture");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (ask), "x", self->capture);
  adw_preferences_group_set_header_suffix (group, ask);
  for (guint i = 0; i < witnesses->len; i++)
    add_witness (group, g_ptr_array_index (witnesses, i));
  if (witnesses->len == 0)
    adw_preferences_group_add (group, make_row (_ ("Nobody Has Been Asked"), _ ("Others can confirm that this capture existed, or have copies of the page.")));
  else
    adw_preferences_group_set_description (group, _ ("“Verify” in the main menu checks every time-stamp again, offline."));
}

static void
add_copy (AdwPreferencesGroup *group,
          const SlWitnessCopy *copy)
{
  g_autofree char *moment = sl_format_moment (copy->at);
  GtkWidget *row = make_row (moment, copy->url);
  GtkWidget *fetch = gtk_button_new_with_label (_ ("Fetch"));
  /* Translators: %s is a moment. */
  g_autofree char *name = g_strdup_printf (_ ("Fetch the copy of %s"), moment);

  gtk_widget_set_valign (fetch, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (fetch), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (fetch), "win.capture-copy");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (fetch), "s", copy->url);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), fetch);
  adw_preferences_group_add (group, row);
}

static void
show_copies (SlCaptureDialog    *self,
             AdwPreferencesPage *page,
             const SlWitness    *witness)
{
  g_autoptr (GPtrArray) copies = sl_witness_list_copies (sl_session_get_case (self->session), witness, NULL);
  AdwPreferencesGroup *group = NULL;
  g_autofree char *title = NULL;

  /* An answer that cannot be read names no copy; verification tells when it is damaged. */
  if (copies == NULL || copies->len == 0)
    return;
  title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u Copy in an Archive", "%u Copies in an Archive", copies->len), copies->len);
  group = add_group (page, title);
  adw_preferences_group_set_description (group, witness->authority);
  for (guint i = 0; i < MIN (copies->len, MAX_COPIES); i++)
    add_copy (group, g_ptr_array_index (copies, i));
}

static void
reload (SlCaptureDialog *self)
{
  SlCase *from = sl_session_get_case (self->session);
  g_autoptr (SlCapture) capture = from != NULL ? sl_case_get_capture (from, self->capture, NULL) : NULL;
  AdwPreferencesPage *page = NULL;
  SlQuery query = SL_QUERY_ALL;
  g_autoptr (GPtrArray) witnesses = NULL;

  if (capture == NULL)
    {
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }
  query.about = self->capture;
  witnesses = sl_case_list_witnesses (from, &query, NULL);
  page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  show_facts (page, capture);
  if (witnesses != NULL)
    show_witnesses (self, page, witnesses);
  for (guint i = 0; witnesses != NULL && i < witnesses->len; i++)
    show_copies (self, page, g_ptr_array_index (witnesses, i));
  adw_toolbar_view_set_content (self->view, GTK_WIDGET (page));
}

static void
sl_capture_dialog_dispose (GObject *object)
{
  g_clear_object (&SL_CAPTURE_DIALOG (object)->session);
  G_OBJECT_CLASS (sl_capture_dialog_parent_class)->dispose (object);
}

static void
sl_capture_dialog_class_init (SlCaptureDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_capture_dialog_dispose;
}

static void
sl_capture_dialog_init (SlCaptureDialog *self)
{
  self->view = ADW_TOOLBAR_VIEW (adw_toolbar_view_new ());
  adw_toolbar_view_add_top_bar (self->view, adw_header_bar_new ());
  adw_dialog_set_child (ADW_DIALOG (self), GTK_WIDGET (self->view));
}

/**
 * sl_capture_dialog_new:
 * @session: with an open case
 * @capture: what is shown
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
sl_capture_dialog_new (SlSession *session,
                       SlId       capture)
{
  SlCaptureDialog *self = g_object_new (SL_TYPE_CAPTURE_DIALOG, "title", _ ("Capture Details"), "content-width", 540, "content-height", 620, NULL);

  self->session = g_object_ref (session);
  self->capture = capture;
  reload (self);
  g_signal_connect_object (session, "case-changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  return ADW_DIALOG (self);
}
