/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-canvas-item.h"

struct _SlCanvasItem
{
  GObject parent_instance;

  SlCanvas        *canvas;    /* (unowned) (nullable): cleared when the item disappears */
  SlCanvasItem    *next;      /* (unowned) (nullable) */
  GtkATContext    *context;   /* (owned) (nullable): made when somebody asks */
  char            *label;     /* (owned) */
  guint            item;
  guint            count;
  graphene_rect_t  bounds;
  int              position;
  int              n_items;
  gboolean         selected;
};

enum
{
  PROP_ACCESSIBLE_ROLE = 1,
};

static void sl_canvas_item_accessible_init (GtkAccessibleInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SlCanvasItem, sl_canvas_item, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE, sl_canvas_item_accessible_init))

static void
describe (SlCanvasItem *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->label, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_RELATION_POS_IN_SET, self->position,
                                  GTK_ACCESSIBLE_RELATION_SET_SIZE, self->n_items,
                                  -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, self->selected, -1);
}

static GtkATContext *
get_at_context (GtkAccessible *accessible)
{
  SlCanvasItem *self = SL_CANVAS_ITEM (accessible);

  if (self->canvas == NULL)
    return NULL;
  if (self->context == NULL)
    {
      self->context = gtk_at_context_create (GTK_ACCESSIBLE_ROLE_LIST_ITEM, accessible, gtk_widget_get_display (GTK_WIDGET (self->canvas)));
      if (self->context != NULL)
        describe (self);
    }
  return self->context != NULL ? g_object_ref (self->context) : NULL;
}

static gboolean
get_platform_state (GtkAccessible              *accessible,
                    GtkAccessiblePlatformState  state)
{
  const SlCanvasItem *self = SL_CANVAS_ITEM (accessible);

  switch (state)
    {
    case GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSABLE:
      return TRUE;
    case GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSED:
      return self->selected && self->canvas != NULL && gtk_widget_has_focus (GTK_WIDGET (self->canvas));
    case GTK_ACCESSIBLE_PLATFORM_STATE_ACTIVE:
    default:
      return FALSE;
    }
}

static GtkAccessible *
get_accessible_parent (GtkAccessible *accessible)
{
  SlCanvas *canvas = SL_CANVAS_ITEM (accessible)->canvas;

  return canvas != NULL ? GTK_ACCESSIBLE (g_object_ref (canvas)) : NULL;
}

static GtkAccessible *
get_first_accessible_child (GtkAccessible *accessible)
{
  return NULL;
}

static GtkAccessible *
get_next_accessible_sibling (GtkAccessible *accessible)
{
  SlCanvasItem *next = SL_CANVAS_ITEM (accessible)->next;

  return next != NULL ? GTK_ACCESSIBLE (g_object_ref (next)) : NULL;
}

static gboolean
get_bounds (GtkAccessible *accessible,
            int           *x,
            int           *y,
            int           *width,
            int           *height)
{
  const SlCanvasItem *self = SL_CANVAS_ITEM (accessible);

  *x = (int) self->bounds.origin.x;
  *y = (int) self->bounds.origin.y;
  *width = (int) self->bounds.size.width;
  *height = (int) self->bounds.size.height;
  return TRUE;
}

static void
sl_canvas_item_accessible_init (GtkAccessibleInterface *interface)
{
  interface->get_at_context = get_at_context;
  interface->get_platform_state = get_platform_state;
  interface->get_accessible_parent = get_accessible_parent;
  interface->get_first_accessible_child = get_first_accessible_child;
  interface->get_next_accessible_sibling = get_next_accessible_sibling;
  interface->get_bounds = get_bounds;
}

static void
sl_canvas_item_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_ACCESSIBLE_ROLE:
      g_value_set_enum (value, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sl_canvas_item_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_ACCESSIBLE_ROLE:
      /* The interface wants it to be writable; an item of the timeline is never anything else. */
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sl_canvas_item_dispose (GObject *object)
{
  SlCanvasItem *self = SL_CANVAS_ITEM (object);

  self->canvas = NULL;
  g_clear_object (&self->context);
  G_OBJECT_CLASS (sl_canvas_item_parent_class)->dispose (object);
}

static void
sl_canvas_item_finalize (GObject *object)
{
  g_free (SL_CANVAS_ITEM (object)->label);
  G_OBJECT_CLASS (sl_canvas_item_parent_class)->finalize (object);
}

static void
sl_canvas_item_class_init (SlCanvasItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sl_canvas_item_dispose;
  object_class->finalize = sl_canvas_item_finalize;
  object_class->get_property = sl_canvas_item_get_property;
  object_class->set_property = sl_canvas_item_set_property;
  g_object_class_override_property (object_class, PROP_ACCESSIBLE_ROLE, "accessible-role");
}

static void
sl_canvas_item_init (SlCanvasItem *self)
{
}

/**
 * sl_canvas_item_new:
 * @canvas: (unowned): lives until the item disappears
 * @item: index of the item, the first one of a cluster
 * @count: how many events it stands for
 * @label: what it is called
 *
 * Returns: (transfer full): the item
 */
SlCanvasItem *
sl_canvas_item_new (SlCanvas   *canvas,
                    guint       item,
                    guint       count,
                    const char *label)
{
  SlCanvasItem *self = g_object_new (SL_TYPE_CANVAS_ITEM, NULL);

  self->canvas = canvas;
  self->item = item;
  self->count = count;
  self->label = g_strdup (label);
  return self;
}

/**
 * sl_canvas_item_get_item:
 *
 * Returns: index of the item it stands for
 */
guint
sl_canvas_item_get_item (SlCanvasItem *self)
{
  g_return_val_if_fail (SL_IS_CANVAS_ITEM (self), 0);
  return self->item;
}

/**
 * sl_canvas_item_get_label:
 *
 * Returns: what it is called
 */
const char *
sl_canvas_item_get_label (SlCanvasItem *self)
{
  g_return_val_if_fail (SL_IS_CANVAS_ITEM (self), NULL);
  return self->label;
}

/**
 * sl_canvas_item_set_place:
 * @bounds: where it is drawn, in the canvas
 * @position: which one it is of all that are in sight, from 1
 * @n_items: how many are in sight
 */
void
sl_canvas_item_set_place (SlCanvasItem          *self,
                          const graphene_rect_t *bounds,
                          int                    position,
                          int                    n_items)
{
  g_return_if_fail (SL_IS_CANVAS_ITEM (self));

  self->bounds = *bounds;
  self->position = position;
  self->n_items = n_items;
  if (self->context != NULL)
    describe (self);
}

/**
 * sl_canvas_item_set_next:
 * @next: (nullable): its sibling
 */
void
sl_canvas_item_set_next (SlCanvasItem *self,
                         SlCanvasItem *next)
{
  g_return_if_fail (SL_IS_CANVAS_ITEM (self));
  self->next = next;
}

/**
 * sl_canvas_item_set_selected:
 *
 * Says that the cursor has come or gone.
 */
void
sl_canvas_item_set_selected (SlCanvasItem *self,
                             gboolean      selected)
{
  g_return_if_fail (SL_IS_CANVAS_ITEM (self));
  if (self->selected == selected)
    return;
  self->selected = selected;
  if (self->context == NULL)
    return;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
  gtk_accessible_update_platform_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSED);
}

/**
 * sl_canvas_item_appear:
 *
 * GTK has no public way to say that children were added. Realising the item and showing it after it was hidden
 * makes GTK emit what assistive technologies wait for.
 */
void
sl_canvas_item_appear (SlCanvasItem *self)
{
  g_return_if_fail (SL_IS_CANVAS_ITEM (self));
  gtk_accessible_update_platform_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSABLE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_HIDDEN, FALSE, -1);
}

/**
 * sl_canvas_item_disappear:
 *
 * Says that it is gone; the canvas drops it afterwards.
 */
void
sl_canvas_item_disappear (SlCanvasItem *self)
{
  g_return_if_fail (SL_IS_CANVAS_ITEM (self));
  if (self->context != NULL)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  self->canvas = NULL;
  self->next = NULL;
}
