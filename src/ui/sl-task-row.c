/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-task-row.h"

#include <glib/gi18n-lib.h>

#include "ui/sl-format.h"

struct _SlTaskRow
{
  AdwBin parent_instance;

  /* Children of the template. */
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *state;
  GtkLabel *reason;
};

G_DEFINE_FINAL_TYPE (SlTaskRow, sl_task_row, ADW_TYPE_BIN)

static void
sl_task_row_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SL_TYPE_TASK_ROW);
  G_OBJECT_CLASS (sl_task_row_parent_class)->dispose (object);
}

static void
sl_task_row_class_init (SlTaskRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_task_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sourceline/Sourceline/ui/sl-task-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SlTaskRow, icon);
  gtk_widget_class_bind_template_child (widget_class, SlTaskRow, title);
  gtk_widget_class_bind_template_child (widget_class, SlTaskRow, state);
  gtk_widget_class_bind_template_child (widget_class, SlTaskRow, reason);
  gtk_widget_class_set_css_name (widget_class, "listrow");
}

static void
sl_task_row_init (SlTaskRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sl_task_row_new:
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
sl_task_row_new (void)
{
  return g_object_new (SL_TYPE_TASK_ROW, NULL);
}

static const char *
get_icon (SlTaskState state)
{
  static const char *const icons[SL_N_TASK_STATES] = {
    [SL_TASK_WAITING] = "document-open-recent-symbolic",
    [SL_TASK_RUNNING] = "content-loading-symbolic",
    [SL_TASK_DONE] = "object-select-symbolic",
    [SL_TASK_FAILED] = "dialog-warning-symbolic",
    [SL_TASK_CANCELLED] = "process-stop-symbolic",
  };

  return icons[state];
}

/* The headline of what was captured; the address until then. */
static char *
dup_title (SlRow        *row,
           const SlTask *task)
{
  g_autoptr (SlSource) source = NULL;

  if (task->state == SL_TASK_DONE && task->source_id != SL_ID_NONE)
    source = sl_case_get_source (sl_row_get_case (row), task->source_id, NULL);
  return g_strdup (source != NULL && source->title != NULL && *source->title != '\0' ? source->title : task->url);
}

static char *
format_next_try (const SlTask *task)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (task->not_before / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autofree char *time = local != NULL ? g_date_time_format (local, "%X") : NULL;

  /* Translators: %s is a time of day. */
  return g_strdup_printf (_ ("next try at %s"), time != NULL ? time : "");
}

static char *
format_state (const SlTask *task)
{
  GString *line = g_string_new (sl_task_state_describe (task->state));

  sl_format_append_part (line, g_strdup (task->host));
  if (task->attempts > 1 || (task->attempts > 0 && task->state == SL_TASK_WAITING))
    sl_format_append_part (line, g_strdup_printf (ngettext ("%u attempt", "%u attempts", task->attempts), task->attempts));
  if (task->state == SL_TASK_WAITING && task->not_before > g_get_real_time ())
    sl_format_append_part (line, format_next_try (task));
  return g_string_free_and_steal (line);
}

/* Why it failed, why it waits again, or why what came is no article. */
static const char *
get_reason (const SlTask *task)
{
  if (task->state == SL_TASK_CANCELLED || task->state == SL_TASK_RUNNING)
    return NULL;
  if (task->reason != NULL && *task->reason != '\0')
    return task->reason;
  return task->state == SL_TASK_FAILED ? sl_failure_describe (task->failure) : NULL;
}

/**
 * sl_task_row_fill:
 * @widget: a #SlTaskRow
 * @row: of the list of tasks
 *
 * Shows a task.
 */
void
sl_task_row_fill (GtkWidget *widget,
                  SlRow     *row)
{
  SlTaskRow *self = SL_TASK_ROW (widget);
  const SlTask *task = sl_row_get_task (row);
  const char *reason = NULL;
  g_autofree char *title = NULL;
  g_autofree char *state = NULL;

  if (task == NULL)
    return;
  title = dup_title (row, task);
  state = format_state (task);
  reason = get_reason (task);
  gtk_image_set_from_icon_name (self->icon, get_icon (task->state));
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->state, state);
  gtk_label_set_text (self->reason, reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason), reason != NULL);
  gtk_widget_set_tooltip_text (widget, task->url);
  if (task->state == SL_TASK_FAILED)
    gtk_widget_add_css_class (GTK_WIDGET (self->icon), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->icon), "warning");
}
