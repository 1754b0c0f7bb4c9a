/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-captures-dialog.h"

#include <glib/gi18n-lib.h>

#include "ui/sl-format.h"
#include "ui/sl-paged-list.h"
#include "ui/sl-row-factory.h"
#include "ui/sl-task-row.h"

/* Of a larger selection only the first ones decide what is offered. */
#define MAX_LOOKED_AT 200

struct _SlCapturesDialog
{
  AdwDialog parent_instance;

  SlCaptures        *captures;  /* (owned) */
  SlPagedList       *rows;      /* (owned) */
  GtkMultiSelection *selected;  /* (owned) */

  /* Children of the template. */
  AdwWindowTitle *title;
  GtkWidget      *go_on;
  GtkWidget      *stop;
  GtkSearchEntry *search;
  GtkDropDown    *state;
  GtkStack       *stack;
  GtkListView    *list;
};

G_DEFINE_FINAL_TYPE (SlCapturesDialog, sl_captures_dialog, ADW_TYPE_DIALOG)

/* ---- what is selected --------------------------------------------------------------------------- */

/* At most @limit of the selected rows. */
static GPtrArray *
list_selected (SlCapturesDialog *self,
               guint             limit)
{
  g_autoptr (GtkBitset) selection = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selected));
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  GtkBitsetIter at;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&at, selection, &position); more && rows->len < limit; more = gtk_bitset_iter_next (&at, &position))
    g_ptr_array_add (rows, g_list_model_get_item (G_LIST_MODEL (self->rows), position));
  return rows;
}

static gboolean
has_selection (SlCapturesDialog *self)
{
  g_autoptr (GtkBitset) selection = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selected));

  return !gtk_bitset_is_empty (selection);
}

static gboolean
any_in (GPtrArray   *rows,
        SlTaskState  first,
        SlTaskState  second)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const SlTask *task = sl_row_get_task (g_ptr_array_index (rows, i));

      if (task != NULL && (task->state == first || task->state == second))
        return TRUE;
    }
  return FALSE;
}

static const SlTask *
get_only (GPtrArray *rows)
{
  return rows->len == 1 ? sl_row_get_task (g_ptr_array_index (rows, 0)) : NULL;
}

static void
update_actions (SlCapturesDialog *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (GPtrArray) rows = list_selected (self, MAX_LOOKED_AT);
  const SlTask *only = get_only (rows);
  const gint64 ahead = sl_captures_count (self->captures, SL_TASK_WAITING) + sl_captures_count (self->captures, SL_TASK_RUNNING);

  gtk_widget_action_set_enabled (widget, "captures.retry", any_in (rows, SL_TASK_FAILED, SL_TASK_CANCELLED));
  gtk_widget_action_set_enabled (widget, "captures.cancel", any_in (rows, SL_TASK_WAITING, SL_TASK_RUNNING));
  gtk_widget_action_set_enabled (widget, "captures.copy", rows->len > 0);
  gtk_widget_action_set_enabled (widget, "captures.show", only != NULL && only->source_id != SL_ID_NONE);
  gtk_widget_action_set_enabled (widget, "captures.retry-all", sl_captures_count (self->captures, SL_TASK_FAILED) > 0);
  gtk_widget_action_set_enabled (widget, "captures.cancel-all", ahead > 0);
}

/* ---- what is shown ------------------------------------------------------------------------------ */

static gboolean
is_filtered (SlCapturesDialog *self)
{
  return gtk_drop_down_get_selected (self->state) != 0 || *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0';
}

static void
update_title (SlCapturesDialog *self)
{
  const guint running = (guint) sl_captures_count (self->captures, SL_TASK_RUNNING);
  const guint waiting = (guint) sl_captures_count (self->captures, SL_TASK_WAITING);
  const guint failed = (guint) sl_captures_count (self->captures, SL_TASK_FAILED);
  const guint captured = (guint) sl_captures_count (self->captures, SL_TASK_DONE);
  g_autoptr (GString) line = g_string_new (NULL);

  sl_format_append_part (line, running > 0 ? g_strdup_printf (ngettext ("%u under way", "%u under way", running), running) : NULL);
  sl_format_append_part (line, waiting > 0 ? g_strdup_printf (ngettext ("%u waiting", "%u waiting", waiting), waiting) : NULL);
  sl_format_append_part (line, failed > 0 ? g_strdup_printf (ngettext ("%u failed", "%u failed", failed), failed) : NULL);
  sl_format_append_part (line, captured > 0 ? g_strdup_printf (ngettext ("%u captured", "%u captured", captured), captured) : NULL);
  adw_window_title_set_subtitle (self->title, line->str);
}

static void
update_stack (SlCapturesDialog *self)
{
  const guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  if (n_items > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else
    gtk_stack_set_visible_child_name (self->stack, is_filtered (self) ? "none" : "empty");
}

static void
update (SlCapturesDialog *self)
{
  const gboolean running = sl_captures_get_running (self->captures);

  update_title (self);
  update_stack (self);
  update_actions (self);
  gtk_widget_set_visible (self->stop, running);
  gtk_widget_set_visible (self->go_on, !running && sl_captures_count (self->captures, SL_TASK_WAITING) > 0);
}

/*
 * All tasks keep their places. In a part of them rows move up when others leave it, which would put other tasks under what the
 * person has selected: until nothing is selected any more such a list holds still.
 */
static void
captures_changed_cb (SlCapturesDialog *self)
{
  if (!is_filtered (self) || !has_selection (self))
    sl_paged_list_reload (self->rows);
  update (self);
}

static void
selection_changed_cb (SlCapturesDialog *self)
{
  if (is_filtered (self) && !has_selection (self))
    sl_paged_list_reload (self->rows);
  update (self);
}

static void
query_changed_cb (SlCapturesDialog *self)
{
  const int state = (int) gtk_drop_down_get_selected (self->state) - 1;

  /* While the template is being made there is nothing to show yet. */
  if (self->captures == NULL)
    return;
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selected));
  sl_paged_list_set_query (self->rows, gtk_editable_get_text (GTK_EDITABLE (self->search)), SL_ID_NONE, state);
  update (self);
}

/* ---- what can be done --------------------------------------------------------------------------- */

/* Does it to all at once where all are selected, and lets go of the selection. */
static void
do_to_selected (SlCapturesDialog *self,
                void (*func) (SlCaptures *captures, SlId id))
{
  g_autoptr (GPtrArray) rows = list_selected (self, G_MAXUINT);

  if (!is_filtered (self) && rows->len == g_list_model_get_n_items (G_LIST_MODEL (self->rows)))
    func (self->captures, SL_ID_NONE);
  else
    for (guint i = 0; i < rows->len; i++)
      func (self->captures, sl_row_get_id (g_ptr_array_index (rows, i)));
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selected));
}

static void
show_source (SlCapturesDialog *self,
             const SlTask     *task)
{
  SlSession *session = sl_captures_get_session (self->captures);

  if (task == NULL || task->source_id == SL_ID_NONE)
    return;
  sl_session_select_source (session, task->source_id);
  sl_session_reveal (session);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
activate_cb (SlCapturesDialog *self,
             guint             position)
{
  g_autoptr (SlRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  if (row != NULL)
    show_source (self, sl_row_get_task (row));
}

static void
copy (SlCapturesDialog *self)
{
  g_autoptr (GPtrArray) rows = list_selected (self, G_MAXUINT);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const SlTask *task = sl_row_get_task (g_ptr_array_index (rows, i));

      g_string_append_printf (text, i > 0 ? "\n%s" : "%s", task->url);
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text->str);
}

static void
action_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  SlCapturesDialog *self = SL_CAPTURES_DIALOG (widget);

  if (g_str_equal (action, "captures.retry"))
    do_to_selected (self, sl_captures_retry);
  else if (g_str_equal (action, "captures.cancel"))
    do_to_selected (self, sl_captures_cancel);
  else if (g_str_equal (action, "captures.copy"))
    copy (self);
  else if (g_str_equal (action, "captures.retry-all"))
    sl_captures_retry (self->captures, SL_ID_NONE);
  else if (g_str_equal (action, "captures.cancel-all"))
    sl_captures_cancel (self->captures, SL_ID_NONE);
  else if (g_str_equal (action, "captures.go-on"))
    sl_captures_go_on (self->captures);
  else if (g_str_equal (action, "captures.stop"))
    sl_captures_stop (self->captures);
  else
    gtk_selection_model_select_all (GTK_SELECTION_MODEL (self->selected));
}

static void
show_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  SlCapturesDialog *self = SL_CAPTURES_DIALOG (widget);
  g_autoptr (GPtrArray) rows = list_selected (self, 2);

  show_source (self, get_only (rows));
}

static void
sl_captures_dialog_dispose (GObject *object)
{
  SlCapturesDialog *self = SL_CAPTURES_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), SL_TYPE_CAPTURES_DIALOG);
  g_clear_object (&self->selected);
  g_clear_object (&self->rows);
  g_clear_object (&self->captures);
  G_OBJECT_CLASS (sl_captures_dialog_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const char *const actions[] = { "captures.retry", "captures.cancel", "captures.copy", "captures.retry-all",
                                         "captures.cancel-all", "captures.go-on", "captures.stop", "captures.select-all" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, action_cb);
  gtk_widget_class_install_action (widget_class, "captures.show", NULL, show_cb);
}

static void
sl_captures_dialog_class_init (SlCapturesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_captures_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sourceline/Sourceline/ui/sl-captures-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SlCapturesDialog, title);
  gtk_widget_class_bind_template_child (widget_class, SlCapturesDialog, go_on);
  gtk_widget_class_bind_template_child (widget_class, SlCapturesDialog, stop);
  gtk_widget_class_bind_template_child (widget_class, SlCapturesDialog, search);
  gtk_widget_class_bind_template_child (widget_class, SlCapturesDialog, state);
  gtk_widget_class_bind_template_child (widget_class, SlCapturesDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, SlCapturesDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, query_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  install_actions (widget_class);
}

/* Only where the list has the focus: in the entry the same keys mean its text. */
static void
add_keys (SlCapturesDialog *self)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_Delete, 0, "captures.cancel" },
    { GDK_KEY_c, GDK_CONTROL_MASK, "captures.copy" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, keys[i].modifiers),
                                                            gtk_named_action_new (keys[i].action)));
  gtk_widget_add_controller (GTK_WIDGET (self->list), controller);
}

static void
sl_captures_dialog_init (SlCapturesDialog *self)
{
  g_autoptr (GtkListItemFactory) factory = sl_row_factory_new (sl_task_row_new, sl_task_row_fill);

  self->rows = sl_paged_list_new (SL_LIST_TASKS);
  self->selected = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selected));
  g_signal_connect_object (self->selected, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  add_keys (self);
}

/**
 * sl_captures_dialog_new:
 * @captures: the queue to show
 *
 * Returns: (transfer floating): the dialog; where nothing is left to do but to look after what failed, that is shown
 */
AdwDialog *
sl_captures_dialog_new (SlCaptures *captures)
{
  SlCapturesDialog *self = g_object_new (SL_TYPE_CAPTURES_DIALOG, NULL);

  self->captures = g_object_ref (captures);
  sl_paged_list_set_case (self->rows, sl_session_get_case (sl_captures_get_session (captures)));
  if (!sl_captures_get_running (captures) && sl_captures_count (captures, SL_TASK_FAILED) > 0)
    gtk_drop_down_set_selected (self->state, SL_TASK_FAILED + 1);
  g_signal_connect_object (captures, "changed", G_CALLBACK (captures_changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
  return ADW_DIALOG (self);
}
