/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-history-view.h"

#include <glib/gi18n-lib.h>

#include "ui/sl-format.h"
#include "ui/sl-list-row.h"
#include "ui/sl-paged-list.h"
#include "ui/sl-row-factory.h"

struct _SlHistoryView
{
  SlPane parent_instance;

  SlPagedList *rows;  /* (owned) */

  /* Children of the template. */
  GtkStack       *stack;
  GtkListView    *list;
  GtkSearchEntry *search;
};

G_DEFINE_FINAL_TYPE (SlHistoryView, sl_history_view, SL_TYPE_PANE)

static const char *
icon_of (SlActKind kind)
{
  switch (kind)
    {
    case SL_ACT_UNDO:
      return "edit-undo-symbolic";
    case SL_ACT_REDO:
      return "edit-redo-symbolic";
    case SL_ACT_RECORD:
      return "document-properties-symbolic";
    case SL_ACT_DO:
    default:
      return "document-edit-symbolic";
    }
}

static void
fill_row (GtkWidget *widget,
          SlRow     *row)
{
  const SlAct *act = sl_row_get_act (row);
  g_autofree char *moment = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *note = NULL;

  if (act == NULL)
    return;
  moment = sl_format_moment (act->at);
  /* Translators: who did it, and when. */
  subtitle = g_strdup_printf (C_ ("act", "%s · %s"), act->by, moment);
  note = g_strdup_printf ("%" G_GINT64_FORMAT, act->sequence);
  sl_list_row_set_icon (SL_LIST_ROW (widget), icon_of (act->kind));
  sl_list_row_set_title (SL_LIST_ROW (widget), act->label);
  sl_list_row_set_subtitle (SL_LIST_ROW (widget), subtitle);
  sl_list_row_set_note (SL_LIST_ROW (widget), note);
}

static void
update_stack (SlHistoryView *self)
{
  const gboolean filtered = *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0';
  const gboolean shown = filtered || g_list_model_get_n_items (G_LIST_MODEL (self->rows)) > 0;

  gtk_stack_set_visible_child_name (self->stack, shown ? "list" : "empty");
}

static void
search_changed_cb (SlHistoryView *self)
{
  sl_paged_list_set_query (self->rows, gtk_editable_get_text (GTK_EDITABLE (self->search)), SL_ID_NONE, -1);
  update_stack (self);
}

static void
sl_history_view_case_changed (SlPane *pane)
{
  SlHistoryView *self = SL_HISTORY_VIEW (pane);

  sl_paged_list_set_case (self->rows, sl_pane_get_case (pane));
  sl_paged_list_reload (self->rows);
  update_stack (self);
}

static void
sl_history_view_dispose (GObject *object)
{
  SlHistoryView *self = SL_HISTORY_VIEW (object);

  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SL_TYPE_HISTORY_VIEW);
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (sl_history_view_parent_class)->dispose (object);
}

static void
sl_history_view_class_init (SlHistoryViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_history_view_dispose;
  SL_PANE_CLASS (klass)->case_changed = sl_history_view_case_changed;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sourceline/Sourceline/ui/sl-history-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SlHistoryView, stack);
  gtk_widget_class_bind_template_child (widget_class, SlHistoryView, list);
  gtk_widget_class_bind_template_child (widget_class, SlHistoryView, search);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
}

static void
sl_history_view_init (SlHistoryView *self)
{
  g_autoptr (GtkListItemFactory) factory = sl_row_factory_new (sl_list_row_new, fill_row);
  g_autoptr (GtkNoSelection) unselected = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = sl_paged_list_new (SL_LIST_ACTS);
  unselected = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (unselected));
}
