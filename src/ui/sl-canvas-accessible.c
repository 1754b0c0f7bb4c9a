/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-canvas-private.h"

#include <glib/gi18n-lib.h>

#include "ui/sl-canvas-item.h"

/* Realising an item is dear, so only so many marks in sight are told of. */
#define MAX_CHILDREN 200

static SlCanvasItem *
get_child (SlCanvas *self,
           guint     at)
{
  return g_ptr_array_index (self->children, at);
}

/* The child that stands for an item, or NULL. */
static SlCanvasItem *
find_child (SlCanvas *self,
            int       item)
{
  for (guint i = 0; self->children != NULL && item >= 0 && i < self->children->len; i++)
    if ((int) sl_canvas_item_get_item (get_child (self, i)) == item)
      return get_child (self, i);
  return NULL;
}

static char *
make_label (SlCanvas             *self,
            const SlTimelineMark *mark)
{
  if (mark->kind != SL_MARK_CLUSTER)
    return sl_timeline_data_describe (self->data, mark->item);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u event close together", "%u events close together", mark->count), mark->count);
}

/* A child that already stood for the same keeps its context, so that readers do not lose their place. */
static SlCanvasItem *
make_child (SlCanvas             *self,
            GPtrArray            *before,
            const SlTimelineMark *mark,
            gboolean             *is_new)
{
  g_autofree char *label = make_label (self, mark);

  for (guint i = 0; before != NULL && i < before->len; i++)
    {
      SlCanvasItem *old = g_ptr_array_index (before, i);

      if (sl_canvas_item_get_item (old) == mark->item && g_str_equal (sl_canvas_item_get_label (old), label))
        return g_ptr_array_steal_index_fast (before, i);
    }
  *is_new = TRUE;
  return sl_canvas_item_new (self, mark->item, mark->count, label);
}

static void
place_child (SlCanvas             *self,
             SlCanvasItem         *child,
             const SlTimelineMark *mark,
             int                   position,
             int                   n_items)
{
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) mark->x_px, (float) (mark->y_px + SL_CANVAS_RULER_PX - self->scroll_px),
                                                     (float) mark->w_px, (float) mark->h_px);

  sl_canvas_item_set_place (child, &bounds, position, n_items);
  sl_canvas_item_set_selected (child, (int) mark->item == self->cursor);
}

static void
make_children (SlCanvas  *self,
               GPtrArray *before,
               GPtrArray *added)
{
  const SlTimelineLayout *layout = sl_canvas_ensure_layout (self);
  const guint n_items = layout != NULL ? MIN (layout->marks->len, MAX_CHILDREN) : 0;

  self->children = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < n_items; i++)
    {
      const SlTimelineMark *mark = sl_timeline_layout_get_mark (layout, i);
      gboolean is_new = FALSE;
      SlCanvasItem *child = make_child (self, before, mark, &is_new);

      place_child (self, child, mark, i + 1, n_items);
      g_ptr_array_add (self->children, child);
      if (is_new)
        g_ptr_array_add (added, child);
    }
  for (guint i = 0; i < n_items; i++)
    sl_canvas_item_set_next (get_child (self, i), i + 1 < n_items ? get_child (self, i + 1) : NULL);
}

static void
say_gone (GPtrArray *children)
{
  for (guint i = 0; children != NULL && i < children->len; i++)
    sl_canvas_item_disappear (g_ptr_array_index (children, i));
}

static gboolean
refresh_cb (gpointer data)
{
  SlCanvas *self = data;
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->children);
  g_autoptr (GPtrArray) added = g_ptr_array_new ();

  self->refresh = 0;
  make_children (self, before, added);
  say_gone (before);
  for (guint i = 0; i < added->len; i++)
    sl_canvas_item_appear (g_ptr_array_index (added, i));
  return G_SOURCE_REMOVE;
}

/* Other marks are in sight. Nothing is done before somebody has asked for them, and then when the view rests. */
void
sl_canvas_children_changed (SlCanvas *self)
{
  if (!self->described)
    return;
  g_clear_handle_id (&self->refresh, g_source_remove);
  self->refresh = g_timeout_add (150, refresh_cb, self);
}

void
sl_canvas_children_focus (SlCanvas *self,
                          int       before,
                          int       now)
{
  SlCanvasItem *left = find_child (self, before);
  SlCanvasItem *entered = find_child (self, now);

  if (left != NULL)
    sl_canvas_item_set_selected (left, FALSE);
  if (entered != NULL)
    sl_canvas_item_set_selected (entered, TRUE);
}

void
sl_canvas_children_drop (SlCanvas *self)
{
  g_clear_handle_id (&self->refresh, g_source_remove);
  self->described = FALSE;
  say_gone (self->children);
  g_clear_pointer (&self->children, g_ptr_array_unref);
}

static GtkAccessible *
get_first_accessible_child (GtkAccessible *accessible)
{
  SlCanvas *self = SL_CANVAS (accessible);
  g_autoptr (GPtrArray) added = NULL;

  if (gtk_widget_in_destruction (GTK_WIDGET (self)))
    return NULL;
  self->described = TRUE;
  if (self->children == NULL && self->data != NULL)
    {
      added = g_ptr_array_new ();
      make_children (self, NULL, added);
    }
  if (self->children == NULL || self->children->len == 0)
    return NULL;
  return GTK_ACCESSIBLE (g_object_ref (get_child (self, 0)));
}

void
sl_canvas_accessible_init (GtkAccessibleInterface *interface)
{
  interface->get_first_accessible_child = get_first_accessible_child;
}
