/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-export-dialog.h"

#include <glib/gi18n-lib.h>

#include "ui/sl-export-choice.h"
#include "ui/sl-file-names.h"
#include "ui/sl-source-chooser.h"

struct _SlExportDialog
{
  AdwDialog parent_instance;

  SlSession            *session;  /* (owned) */
  SlJobs               *jobs;     /* (owned) */
  const SlExportChoice *choice;   /* what is marked */
  GHashTable           *marks;    /* (owned) (element-type utf8 GtkCheckButton): by format */

  /* Children of the template. */
  AdwNavigationView  *pages;
  AdwPreferencesPage *page;
  AdwActionRow       *scope;
  SlSourceChooser    *sources;
  GtkWidget          *apply;
};

G_DEFINE_FINAL_TYPE (SlExportDialog, sl_export_dialog, ADW_TYPE_DIALOG)

static void
update_scope (SlExportDialog *self)
{
  const guint n_chosen = sl_source_chooser_get_n_chosen (self->sources);
  g_autofree char *subtitle = NULL;

  if (!self->choice->of_sources)
    subtitle = g_strdup (_ ("All, this format holds the whole case"));
  else if (n_chosen == 0)
    subtitle = g_strdup (C_ ("sources", "All"));
  else
    subtitle = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u source chosen", "%u sources chosen", n_chosen), n_chosen);
  adw_action_row_set_subtitle (self->scope, subtitle);
  gtk_widget_set_sensitive (GTK_WIDGET (self->scope), self->choice->of_sources);
}

static void
scope_cb (SlExportDialog *self)
{
  adw_navigation_view_push_by_tag (self->pages, "sources");
}

static void
chosen_cb (SlExportDialog *self)
{
  if (self->choice != NULL)
    update_scope (self);
}

static void
marked_cb (SlExportDialog *self,
           GParamSpec     *pspec,
           GtkCheckButton *mark)
{
  if (!gtk_check_button_get_active (mark))
    return;
  self->choice = g_object_get_data (G_OBJECT (mark), "choice");
  update_scope (self);
}

static GtkWidget *
make_row (SlExportDialog       *self,
          const SlExportChoice *choice)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *mark = gtk_check_button_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (choice->title));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ (choice->use));
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (choice->title),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _ (choice->use), -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), mark);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), mark);
  g_object_set_data (G_OBJECT (mark), "choice", (gpointer) choice);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (mark), g_hash_table_lookup (self->marks, "pdf"));
  g_signal_connect_object (mark, "notify::active", G_CALLBACK (marked_cb), self, G_CONNECT_SWAPPED);
  g_hash_table_insert (self->marks, (gpointer) choice->format, mark);
  return row;
}

static void
add_group (SlExportDialog  *self,
           SlExportPurpose  purpose)
{
  GtkWidget *group = adw_preferences_group_new ();
  guint n_choices;
  const SlExportChoice *choices = sl_export_choices (&n_choices);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), sl_export_purpose_name (purpose));
  for (guint i = 0; i < n_choices; i++)
    if (choices[i].purpose == purpose)
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (self, &choices[i]));
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
}

/**
 * sl_export_dialog_set_format:
 * @format: as #SlExportRequest calls it
 *
 * Marks a format.
 */
void
sl_export_dialog_set_format (SlExportDialog *self,
                             const char     *format)
{
  g_return_if_fail (SL_IS_EXPORT_DIALOG (self));
  g_return_if_fail (g_hash_table_contains (self->marks, format));
  gtk_check_button_set_active (g_hash_table_lookup (self->marks, format), TRUE);
}

/**
 * sl_export_dialog_make_request:
 * @path: where it goes; has to live as long as @request
 * @keys: (out) (transfer full): what @request refers to
 * @request: (out): what is chosen
 */
void
sl_export_dialog_make_request (SlExportDialog   *self,
                               const char       *path,
                               GArray          **keys,
                               SlExportRequest  *request)
{
  g_return_if_fail (SL_IS_EXPORT_DIALOG (self));
  *keys = self->choice->of_sources ? sl_source_chooser_dup_chosen (self->sources) : g_array_new (FALSE, FALSE, sizeof (SlId));
  *request = (SlExportRequest) {
    .format = self->choice->format,
    .path = path,
    .keys = (const SlId *) (gpointer) (*keys)->data,
    .n_keys = (*keys)->len,
  };
}

static void
place_chosen_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (SlExportDialog) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr (GArray) keys = NULL;
  SlExportRequest request;

  /* Without a place the person goes on choosing. */
  if (path == NULL)
    return;
  sl_export_dialog_make_request (self, path, &keys, &request);
  sl_jobs_export (self->jobs, &request);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
apply_cb (SlExportDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = sl_file_names_make_dialog (_ ("Export"), _ ("_Export"), _ (self->choice->title), self->choice->suffix);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  sl_file_names_suggest (dialog, self->session, self->choice->suffix);
  gtk_file_dialog_save (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, place_chosen_cb, g_object_ref (self));
}

static void
sl_export_dialog_dispose (GObject *object)
{
  SlExportDialog *self = SL_EXPORT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), SL_TYPE_EXPORT_DIALOG);
  g_clear_object (&self->jobs);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (sl_export_dialog_parent_class)->dispose (object);
}

static void
sl_export_dialog_finalize (GObject *object)
{
  g_hash_table_unref (SL_EXPORT_DIALOG (object)->marks);
  G_OBJECT_CLASS (sl_export_dialog_parent_class)->finalize (object);
}

static void
sl_export_dialog_class_init (SlExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_export_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = sl_export_dialog_finalize;
  g_type_ensure (SL_TYPE_SOURCE_CHOOSER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sourceline/Sourceline/ui/sl-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SlExportDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, SlExportDialog, page);
  gtk_widget_class_bind_template_child (widget_class, SlExportDialog, scope);
  gtk_widget_class_bind_template_child (widget_class, SlExportDialog, sources);
  gtk_widget_class_bind_template_child (widget_class, SlExportDialog, apply);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, scope_cb);
}

static void
sl_export_dialog_init (SlExportDialog *self)
{
  self->marks = g_hash_table_new (g_str_hash, g_str_equal);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < SL_N_EXPORT_PURPOSES; i++)
    add_group (self, (SlExportPurpose) i);
  adw_dialog_set_default_widget (ADW_DIALOG (self), self->apply);
}

/**
 * sl_export_dialog_new:
 * @session: with an open case
 * @jobs: where the export goes
 * @source: the source to export, or %SL_ID_NONE for the whole case
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
sl_export_dialog_new (SlSession *session,
                      SlJobs    *jobs,
                      SlId       source)
{
  SlExportDialog *self = g_object_new (SL_TYPE_EXPORT_DIALOG, NULL);

  self->session = g_object_ref (session);
  self->jobs = g_object_ref (jobs);
  sl_source_chooser_set_case (self->sources, sl_session_get_case (session));
  if (source != SL_ID_NONE)
    sl_source_chooser_choose (self->sources, source, TRUE);
  sl_export_dialog_set_format (self, source != SL_ID_NONE ? "wacz" : "pdf");
  return ADW_DIALOG (self);
}
