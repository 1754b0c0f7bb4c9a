/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-job-row.h"

#include <glib/gi18n-lib.h>

struct _SlJobRow
{
  AdwBin parent_instance;

  SlJobs *jobs;  /* (owned) */
  SlJob  *job;   /* (owned) */

  /* Children of the template. */
  GtkWidget      *spinner;
  GtkWidget      *failed;
  GtkLabel       *title;
  GtkLabel       *what;
  GtkProgressBar *progress;
  GtkButton      *action;
  GtkWidget      *dismiss;
};

G_DEFINE_FINAL_TYPE (SlJobRow, sl_job_row, ADW_TYPE_BIN)

static void
dismiss_cb (SlJobRow *self)
{
  sl_jobs_dismiss (self->jobs, self->job);
}

static void
update (SlJobRow *self)
{
  const gboolean failed = sl_job_get_state (self->job) == SL_JOB_FAILED;
  const double fraction = sl_job_get_fraction (self->job);
  const char *what = sl_job_get_what (self->job);

  gtk_label_set_text (self->title, sl_job_get_title (self->job));
  gtk_label_set_text (self->what, what != NULL ? what : "");
  gtk_widget_set_visible (GTK_WIDGET (self->what), what != NULL && *what != '\0');
  gtk_widget_set_visible (self->spinner, !failed);
  gtk_widget_set_visible (self->failed, failed);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), !failed && fraction >= 0);
  gtk_progress_bar_set_fraction (self->progress, CLAMP (fraction, 0, 1));
  gtk_widget_set_tooltip_text (self->dismiss, failed ? _ ("Dismiss") : _ ("Cancel"));
  if (failed)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), what != NULL ? what : "", GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
sl_job_row_dispose (GObject *object)
{
  SlJobRow *self = SL_JOB_ROW (object);

  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SL_TYPE_JOB_ROW);
  g_clear_object (&self->jobs);
  g_clear_object (&self->job);
  G_OBJECT_CLASS (sl_job_row_parent_class)->dispose (object);
}

static void
sl_job_row_class_init (SlJobRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_job_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sourceline/Sourceline/ui/sl-job-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SlJobRow, spinner);
  gtk_widget_class_bind_template_child (widget_class, SlJobRow, failed);
  gtk_widget_class_bind_template_child (widget_class, SlJobRow, title);
  gtk_widget_class_bind_template_child (widget_class, SlJobRow, what);
  gtk_widget_class_bind_template_child (widget_class, SlJobRow, progress);
  gtk_widget_class_bind_template_child (widget_class, SlJobRow, action);
  gtk_widget_class_bind_template_child (widget_class, SlJobRow, dismiss);
  gtk_widget_class_bind_template_callback (widget_class, dismiss_cb);
}

static void
sl_job_row_init (SlJobRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sl_job_row_new:
 *
 * Returns: (transfer floating): a row that follows @job
 */
GtkWidget *
sl_job_row_new (SlJobs *jobs,
                SlJob  *job)
{
  SlJobRow *self = g_object_new (SL_TYPE_JOB_ROW, NULL);

  self->jobs = g_object_ref (jobs);
  self->job = g_object_ref (job);
  gtk_widget_set_visible (GTK_WIDGET (self->action), sl_job_get_action_name (job) != NULL);
  gtk_button_set_label (self->action, sl_job_get_action_label (job) != NULL ? sl_job_get_action_label (job) : "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->action), sl_job_get_action_name (job));
  g_signal_connect_object (job, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
