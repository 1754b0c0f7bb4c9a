/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "sl-node-text.h"

typedef struct
{
  GString *text;
  float    dx;
  float    dy;
} Pen;

static void describe_node (Pen           *pen,
                           GskRenderNode *node);

static void
write_line (Pen           *pen,
            const char    *what,
            GskRenderNode *node,
            const GdkRGBA *colour)
{
  graphene_rect_t bounds;
  g_autofree char *shade = colour != NULL ? gdk_rgba_to_string (colour) : g_strdup ("");

  gsk_render_node_get_bounds (node, &bounds);
  g_string_append_printf (pen->text, "%-9s %7.1f %7.1f %7.1f %7.1f  %s\n", what,
                          (double) (bounds.origin.x + pen->dx), (double) (bounds.origin.y + pen->dy),
                          (double) bounds.size.width, (double) bounds.size.height, shade);
}

/* Signs are drawn in their own units: what is within a scaled node is told relative to it. */
static void
describe_transform (Pen           *pen,
                    GskRenderNode *node)
{
  GskTransform *transform = gsk_transform_node_get_transform (node);
  GskRenderNode *child = gsk_transform_node_get_child (node);
  const Pen before = *pen;
  float dx = 0;
  float dy = 0;

  if (gsk_render_node_get_node_type (child) == GSK_TEXT_NODE)
    return;
  if (gsk_transform_get_category (transform) >= GSK_TRANSFORM_CATEGORY_2D_TRANSLATE)
    gsk_transform_to_translate (transform, &dx, &dy);
  pen->dx += dx;
  pen->dy += dy;
  describe_node (pen, child);
  pen->dx = before.dx;
  pen->dy = before.dy;
}

static void
describe_node (Pen           *pen,
               GskRenderNode *node)
{
  switch ((int) gsk_render_node_get_node_type (node))
    {
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        describe_node (pen, gsk_container_node_get_child (node, i));
      break;
    case GSK_TRANSFORM_NODE:
      describe_transform (pen, node);
      break;
    case GSK_CLIP_NODE:
      describe_node (pen, gsk_clip_node_get_child (node));
      break;
    case GSK_ROUNDED_CLIP_NODE:
      describe_node (pen, gsk_rounded_clip_node_get_child (node));
      break;
    case GSK_COLOR_NODE:
      write_line (pen, "colour", node, gsk_color_node_get_color (node));
      break;
    case GSK_FILL_NODE:
      write_line (pen, "fill", node, gsk_color_node_get_color (gsk_fill_node_get_child (node)));
      break;
    case GSK_STROKE_NODE:
      write_line (pen, "stroke", node, gsk_color_node_get_color (gsk_stroke_node_get_child (node)));
      break;
    case GSK_LINEAR_GRADIENT_NODE:
      write_line (pen, "fade", node, NULL);
      break;
    case GSK_BORDER_NODE:
      write_line (pen, "border", node, &gsk_border_node_get_colors (node)[0]);
      break;
    case GSK_TEXT_NODE:
      break;
    default:
      write_line (pen, "other", node, NULL);
    }
}

/**
 * sl_node_text_describe:
 * @widget: with an allocation
 *
 * Returns: (transfer full): what it draws
 */
char *
sl_node_text_describe (GtkWidget *widget)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  Pen pen = { g_string_new (NULL), 0, 0 };

  GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node != NULL)
    describe_node (&pen, node);
  return g_string_free_and_steal (pen.text);
}
