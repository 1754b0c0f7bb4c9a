/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-confidence-tag.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ui/sl-format.h"
#include "ui/sl-glyph.h"
#include "ui/sl-palette.h"

#define GLYPH_PX 14
#define GAP_PX 6

struct _SlConfidenceTag
{
  GtkWidget parent_instance;

  GtkWidget    *label;       /* (owned) */
  SlConfidence  confidence;
  gboolean      contested;
};

enum
{
  PROP_COMPACT = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SlConfidenceTag, sl_confidence_tag, GTK_TYPE_WIDGET)

static gboolean
is_compact (SlConfidenceTag *self)
{
  return !gtk_widget_get_visible (self->label);
}

static void
sl_confidence_tag_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  SlConfidenceTag *self = SL_CONFIDENCE_TAG (widget);
  int label_minimum = 0;
  int label_natural = 0;

  if (!is_compact (self))
    gtk_widget_measure (self->label, orientation, -1, &label_minimum, &label_natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = MAX (GLYPH_PX, label_minimum);
      *natural = MAX (GLYPH_PX, label_natural);
    }
  else
    {
      *minimum = GLYPH_PX + (is_compact (self) ? 0 : GAP_PX + label_minimum);
      *natural = GLYPH_PX + (is_compact (self) ? 0 : GAP_PX + label_natural);
    }
}

static void
sl_confidence_tag_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  SlConfidenceTag *self = SL_CONFIDENCE_TAG (widget);
  const gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const int room = MAX (0, width - GLYPH_PX - GAP_PX);

  if (!is_compact (self))
    gtk_widget_size_allocate (self->label, &(GtkAllocation) { rtl ? 0 : GLYPH_PX + GAP_PX, 0, room, height }, baseline);
}

static void
sl_confidence_tag_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  SlConfidenceTag *self = SL_CONFIDENCE_TAG (widget);
  const GdkRGBA colour = sl_palette_confidence (widget, self->confidence);
  const GdkRGBA contested = sl_palette_contested (widget);
  const gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const float y = (gtk_widget_get_height (widget) - GLYPH_PX) / 2;
  const float x = rtl ? gtk_widget_get_width (widget) - GLYPH_PX : 0;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  sl_glyph_snapshot (snapshot, self->confidence, self->contested, &colour, &contested, GLYPH_PX);
  gtk_snapshot_restore (snapshot);
  GTK_WIDGET_CLASS (sl_confidence_tag_parent_class)->snapshot (widget, snapshot);
}

static void
sl_confidence_tag_dispose (GObject *object)
{
  SlConfidenceTag *self = SL_CONFIDENCE_TAG (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  G_OBJECT_CLASS (sl_confidence_tag_parent_class)->dispose (object);
}

static void
sl_confidence_tag_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_COMPACT:
      g_value_set_boolean (value, is_compact (SL_CONFIDENCE_TAG (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sl_confidence_tag_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_COMPACT:
      sl_confidence_tag_set_compact (SL_CONFIDENCE_TAG (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sl_confidence_tag_class_init (SlConfidenceTagClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sl_confidence_tag_dispose;
  object_class->get_property = sl_confidence_tag_get_property;
  object_class->set_property = sl_confidence_tag_set_property;
  widget_class->measure = sl_confidence_tag_measure;
  widget_class->size_allocate = sl_confidence_tag_size_allocate;
  widget_class->snapshot = sl_confidence_tag_snapshot;

  properties[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE,
                                                   G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "confidencetag");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sl_confidence_tag_init (SlConfidenceTag *self)
{
  AdwStyleManager *styles = adw_style_manager_get_default ();

  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  g_signal_connect_object (styles, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (styles, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  sl_confidence_tag_set (self, SL_CONFIDENCE_NOT_JUDGED, FALSE);
}

/**
 * sl_confidence_tag_new:
 *
 * Returns: (transfer floating): a tag that says "Not judged"
 */
GtkWidget *
sl_confidence_tag_new (void)
{
  return g_object_new (SL_TYPE_CONFIDENCE_TAG, NULL);
}

/**
 * sl_confidence_tag_set:
 */
void
sl_confidence_tag_set (SlConfidenceTag *self,
                       SlConfidence     confidence,
                       gboolean         contested)
{
  g_autofree char *words = NULL;

  g_return_if_fail (SL_IS_CONFIDENCE_TAG (self));

  self->confidence = confidence;
  self->contested = contested;
  words = sl_format_confidence (confidence, contested);
  gtk_label_set_text (GTK_LABEL (self->label), words);
  if (is_compact (self))
    gtk_widget_set_tooltip_text (GTK_WIDGET (self), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * sl_confidence_tag_set_compact:
 * @compact: show the sign alone
 */
void
sl_confidence_tag_set_compact (SlConfidenceTag *self,
                               gboolean         compact)
{
  g_return_if_fail (SL_IS_CONFIDENCE_TAG (self));
  if (is_compact (self) == compact)
    return;
  gtk_widget_set_visible (self->label, !compact);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), compact ? gtk_label_get_text (GTK_LABEL (self->label)) : NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPACT]);
}
