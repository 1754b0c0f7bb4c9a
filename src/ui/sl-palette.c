/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-palette.h"

#include <adwaita.h>

#include "workbench/sl-triage.h"

/* Each has at least 4.5 : 1 against the background of views of its scheme. */
static const char *const on_light[] = {
  [SL_CONFIDENCE_NOT_JUDGED] = "#5e5c64",
  [SL_CONFIDENCE_CONFIRMED] = "#1b7446",
  [SL_CONFIDENCE_PROBABLE] = "#1a5fb4",
  [SL_CONFIDENCE_POSSIBLE] = "#7a5a00",
  [SL_CONFIDENCE_DOUBTFUL] = "#b34700",
  [SL_CONFIDENCE_IMPROBABLE] = "#a51d2d",
};

static const char *const on_dark[] = {
  [SL_CONFIDENCE_NOT_JUDGED] = "#c0bfbc",
  [SL_CONFIDENCE_CONFIRMED] = "#57e389",
  [SL_CONFIDENCE_PROBABLE] = "#99c1f1",
  [SL_CONFIDENCE_POSSIBLE] = "#f5c211",
  [SL_CONFIDENCE_DOUBTFUL] = "#ffa348",
  [SL_CONFIDENCE_IMPROBABLE] = "#ff938c",
};

static gboolean
is_dark (GtkWidget *widget)
{
  return adw_style_manager_get_dark (adw_style_manager_get_for_display (gtk_widget_get_display (widget)));
}

static GdkRGBA
parse (const char *colour)
{
  GdkRGBA parsed = { 0, 0, 0, 1 };

  gdk_rgba_parse (&parsed, colour);
  return parsed;
}

/**
 * sl_palette_confidence:
 *
 * In high contrast all tags have the colour of text: shape and words remain.
 *
 * Returns: the colour of a confidence tag
 */
GdkRGBA
sl_palette_confidence (GtkWidget    *widget,
                       SlConfidence  confidence)
{
  AdwStyleManager *styles = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  GdkRGBA colour;

  g_return_val_if_fail (confidence < G_N_ELEMENTS (on_light), parse ("black"));
  if (adw_style_manager_get_high_contrast (styles))
    {
      gtk_widget_get_color (widget, &colour);
      return colour;
    }
  return parse (is_dark (widget) ? on_dark[confidence] : on_light[confidence]);
}

/**
 * sl_palette_contested:
 *
 * Returns: the colour of the sign for contested events
 */
GdkRGBA
sl_palette_contested (GtkWidget *widget)
{
  return parse (is_dark (widget) ? "#ff938c" : "#c01c28");
}

/**
 * sl_palette_change:
 * @kinds: of #SlChangeKind
 *
 * In high contrast all changes have the colour of text: strokes and words remain.
 *
 * Returns: the colour of words that have changed: what is said, how carefully it is said, or only the wording
 */
GdkRGBA
sl_palette_change (GtkWidget *widget,
                   guint      kinds)
{
  const guint said = SL_CHANGE_NEGATION | SL_CHANGE_NUMBER | SL_CHANGE_NAME;
  const guint careful = SL_CHANGE_HEDGE | SL_CHANGE_SAYING | SL_CHANGE_QUOTATION;

  /* Not asked of the widget: a row of a list is filled before it stands anywhere, and has no colour of its own then. */
  if (adw_style_manager_get_high_contrast (adw_style_manager_get_for_display (gtk_widget_get_display (widget))))
    return parse (is_dark (widget) ? "white" : "black");
  if ((kinds & said) != 0)
    return parse (is_dark (widget) ? "#ff938c" : "#a51d2d");
  if ((kinds & careful) != 0)
    return parse (is_dark (widget) ? "#ffa348" : "#9c4a00");
  return parse (is_dark (widget) ? "#99c1f1" : "#1a5fb4");
}

/**
 * sl_palette_accent:
 *
 * Returns: the person's accent colour, to be read on the background of views
 */
GdkRGBA
sl_palette_accent (GtkWidget *widget)
{
  AdwStyleManager *styles = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  GdkRGBA colour;

  adw_accent_color_to_standalone_rgba (adw_style_manager_get_accent_color (styles), is_dark (widget), &colour);
  return colour;
}

/**
 * sl_palette_faded:
 * @alpha: 0 to 1, taken times that of @colour
 *
 * Returns: the colour, more transparent
 */
GdkRGBA
sl_palette_faded (GdkRGBA colour,
                  float   alpha)
{
  colour.alpha *= alpha;
  return colour;
}
