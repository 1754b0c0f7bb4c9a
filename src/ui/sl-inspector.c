/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-inspector.h"

#include "ui/sl-event-pane.h"
#include "ui/sl-source-view.h"

struct _SlInspector
{
  SlPane parent_instance;

  /* Children of the template. */
  GtkStack *stack;
};

G_DEFINE_FINAL_TYPE (SlInspector, sl_inspector, SL_TYPE_PANE)

static void
update (SlPane *pane)
{
  const SlSelection *selection = sl_session_get_selection (sl_pane_get_session (pane));
  const gboolean shown = selection->event != SL_ID_NONE || selection->source != SL_ID_NONE;

  gtk_stack_set_visible_child_name (SL_INSPECTOR (pane)->stack, shown ? "shown" : "empty");
}

static void
sl_inspector_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SL_TYPE_INSPECTOR);
  G_OBJECT_CLASS (sl_inspector_parent_class)->dispose (object);
}

static void
sl_inspector_class_init (SlInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_inspector_dispose;
  SL_PANE_CLASS (klass)->selection_changed = update;
  g_type_ensure (SL_TYPE_EVENT_PANE);
  g_type_ensure (SL_TYPE_SOURCE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sourceline/Sourceline/ui/sl-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, SlInspector, stack);
}

static void
sl_inspector_init (SlInspector *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
