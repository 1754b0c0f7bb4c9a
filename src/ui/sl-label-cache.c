/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-label-cache.h"

#include <math.h>

/* More texts than a screen holds; when it is reached, everything is forgotten at once. */
#define MAX_TEXTS 2000

struct _SlLabelCache
{
  GtkWidget   *widget;  /* (unowned): outlives the cache */
  PangoLayout *layout;  /* (owned) (nullable): to measure and to set with */
  GHashTable  *widths;  /* (owned): from text to width */
  GHashTable  *nodes;   /* (owned): from what it is to Text */
};

/* A text as it is drawn: two of the same words may differ in width and colour. */
typedef struct
{
  char          *text;       /* (owned) */
  int            width_px;
  GdkRGBA        colour;
  GskRenderNode *node;       /* (owned) (nullable): nothing to draw */
  int            height_px;
} Text;

static guint
text_hash (gconstpointer data)
{
  const Text *text = data;

  return g_str_hash (text->text) ^ (guint) text->width_px;
}

static gboolean
text_equal (gconstpointer a,
            gconstpointer b)
{
  const Text *left = a;
  const Text *right = b;

  return left->width_px == right->width_px && gdk_rgba_equal (&left->colour, &right->colour) && g_str_equal (left->text, right->text);
}

static void
text_free (gpointer data)
{
  Text *text = data;

  g_free (text->text);
  g_clear_pointer (&text->node, gsk_render_node_unref);
  g_free (text);
}

/**
 * sl_label_cache_new:
 * @widget: (unowned): in whose font; outlives the cache
 *
 * Returns: (transfer full): an empty cache
 */
SlLabelCache *
sl_label_cache_new (GtkWidget *widget)
{
  SlLabelCache *self = g_new0 (SlLabelCache, 1);

  self->widget = widget;
  self->widths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->nodes = g_hash_table_new_full (text_hash, text_equal, text_free, NULL);
  return self;
}

/**
 * sl_label_cache_free:
 */
void
sl_label_cache_free (SlLabelCache *self)
{
  g_clear_object (&self->layout);
  g_hash_table_unref (self->widths);
  g_hash_table_unref (self->nodes);
  g_free (self);
}

/**
 * sl_label_cache_clear:
 *
 * Forgets everything, for the font or the scale of the display is another.
 */
void
sl_label_cache_clear (SlLabelCache *self)
{
  g_clear_object (&self->layout);
  g_hash_table_remove_all (self->widths);
  g_hash_table_remove_all (self->nodes);
}

static PangoLayout *
set_text (SlLabelCache *self,
          const char   *text)
{
  if (self->layout == NULL)
    {
      self->layout = gtk_widget_create_pango_layout (self->widget, NULL);
      pango_layout_set_single_paragraph_mode (self->layout, TRUE);
      pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
    }
  pango_layout_set_width (self->layout, -1);
  pango_layout_set_text (self->layout, text, -1);
  return self->layout;
}

/**
 * sl_label_cache_measure:
 * @cache: the cache
 *
 * An #SlMeasureFunc.
 */
double
sl_label_cache_measure (const char *text,
                        gpointer    cache)
{
  SlLabelCache *self = cache;
  gpointer known = NULL;
  int width = 0;

  if (g_hash_table_lookup_extended (self->widths, text, NULL, &known))
    return GPOINTER_TO_INT (known);
  pango_layout_get_pixel_size (set_text (self, text), &width, NULL);
  width++;
  if (g_hash_table_size (self->widths) >= 8 * MAX_TEXTS)
    g_hash_table_remove_all (self->widths);
  g_hash_table_insert (self->widths, g_strdup (text), GINT_TO_POINTER (width));
  return width;
}

static Text *
look_up (SlLabelCache  *self,
         const char    *words,
         int            width_px,
         const GdkRGBA *colour)
{
  const Text wanted = { (char *) words, width_px, *colour, NULL, 0 };
  Text *text = g_hash_table_lookup (self->nodes, &wanted);
  GtkSnapshot *snapshot = NULL;
  PangoLayout *layout = NULL;

  if (text != NULL)
    return text;
  if (g_hash_table_size (self->nodes) >= MAX_TEXTS)
    g_hash_table_remove_all (self->nodes);
  text = g_new0 (Text, 1);
  *text = wanted;
  text->text = g_strdup (words);
  layout = set_text (self, words);
  pango_layout_set_width (layout, width_px * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &text->height_px);
  snapshot = gtk_snapshot_new ();
  gtk_snapshot_append_layout (snapshot, layout, colour);
  text->node = gtk_snapshot_free_to_node (snapshot);
  g_hash_table_add (self->nodes, text);
  return text;
}

/**
 * sl_label_cache_append:
 * @width_px: room; longer text is elided
 * @x_px: left edge
 * @middle_px: the height of the middle of the line
 *
 * Draws a text.
 */
void
sl_label_cache_append (SlLabelCache  *self,
                       GtkSnapshot   *snapshot,
                       const char    *words,
                       double         width_px,
                       const GdkRGBA *colour,
                       double         x_px,
                       double         middle_px)
{
  const Text *text = NULL;

  if (width_px < 1 || *words == '\0')
    return;
  text = look_up (self, words, (int) ceil (width_px), colour);
  if (text->node == NULL)
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) round (x_px), (float) round (middle_px - text->height_px / 2.0)));
  gtk_snapshot_append_node (snapshot, text->node);
  gtk_snapshot_restore (snapshot);
}
