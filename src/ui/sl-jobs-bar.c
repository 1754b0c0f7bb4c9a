/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-jobs-bar.h"

#include <glib/gi18n-lib.h>

#include "ui/sl-job-row.h"

struct _SlJobsBar
{
  AdwBin parent_instance;

  SlJobs     *jobs;  /* (owned) (nullable) */
  GtkListBox *list;  /* (unowned): in the child */
};

G_DEFINE_FINAL_TYPE (SlJobsBar, sl_jobs_bar, ADW_TYPE_BIN)

static GtkWidget *
make_row (gpointer item,
          gpointer data)
{
  return sl_job_row_new (SL_JOBS_BAR (data)->jobs, item);
}

static void
update (SlJobsBar *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), g_list_model_get_n_items (G_LIST_MODEL (self->jobs)) > 0);
}

static void
sl_jobs_bar_dispose (GObject *object)
{
  SlJobsBar *self = SL_JOBS_BAR (object);

  g_clear_object (&self->jobs);
  G_OBJECT_CLASS (sl_jobs_bar_parent_class)->dispose (object);
}

static void
sl_jobs_bar_class_init (SlJobsBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_jobs_bar_dispose;
}

static void
sl_jobs_bar_init (SlJobsBar *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Jobs"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 200);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_widget_add_css_class (GTK_WIDGET (self), "jobs");
  adw_bin_set_child (ADW_BIN (self), scrolled);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * sl_jobs_bar_set_jobs:
 * @jobs: what to show
 */
void
sl_jobs_bar_set_jobs (SlJobsBar *self,
                      SlJobs    *jobs)
{
  g_return_if_fail (SL_IS_JOBS_BAR (self));
  g_return_if_fail (self->jobs == NULL);

  self->jobs = g_object_ref (jobs);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (jobs), make_row, self, NULL);
  g_signal_connect_object (jobs, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
