/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "export/sl-pdf-text.h"

#define SANS "Noto Sans, Cantarell, DejaVu Sans, sans-serif"
#define SERIF "Noto Serif, DejaVu Serif, serif"
#define MONO "Noto Sans Mono, DejaVu Sans Mono, monospace"

typedef struct
{
  const char *family;
  double      size_pt;
  int         weight;
  PangoStyle  slant;
  double      red;
  double      green;
  double      blue;
  double      line_spacing;
} Style;

/* Ink, its grey, and one dark blue for what leads somewhere. */
#define INK 0.11, 0.12, 0.14
#define GREY 0.37, 0.39, 0.42
#define BLUE 0.11, 0.25, 0.45

static const Style styles[] = {
  [SL_PDF_STYLE_COVER_TITLE] = { SERIF, 30, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL, INK, 1.1 },
  [SL_PDF_STYLE_COVER_KIND] = { SANS, 10.5, PANGO_WEIGHT_SEMIBOLD, PANGO_STYLE_NORMAL, BLUE, 1.3 },
  [SL_PDF_STYLE_HEADING] = { SERIF, 20, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL, INK, 1.15 },
  [SL_PDF_STYLE_SUBHEADING] = { SANS, 11, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL, INK, 1.25 },
  [SL_PDF_STYLE_EVENT_TITLE] = { SERIF, 13, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL, INK, 1.2 },
  [SL_PDF_STYLE_NUMBER] = { SANS, 13, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL, BLUE, 1.2 },
  [SL_PDF_STYLE_LEAD] = { SERIF, 12, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, INK, 1.35 },
  [SL_PDF_STYLE_BODY] = { SANS, 9.5, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, INK, 1.3 },
  [SL_PDF_STYLE_STRONG] = { SANS, 9.5, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL, INK, 1.3 },
  [SL_PDF_STYLE_CLAIM] = { SANS, 10.5, PANGO_WEIGHT_SEMIBOLD, PANGO_STYLE_NORMAL, INK, 1.25 },
  [SL_PDF_STYLE_QUOTE] = { SERIF, 10, PANGO_WEIGHT_NORMAL, PANGO_STYLE_ITALIC, INK, 1.35 },
  [SL_PDF_STYLE_DOCUMENT] = { SERIF, 9.5, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, INK, 1.45 },
  [SL_PDF_STYLE_SMALL] = { SANS, 8, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, GREY, 1.3 },
  [SL_PDF_STYLE_SMALL_STRONG] = { SANS, 8, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL, INK, 1.3 },
  [SL_PDF_STYLE_LABEL] = { SANS, 8, PANGO_WEIGHT_SEMIBOLD, PANGO_STYLE_NORMAL, GREY, 1.3 },
  [SL_PDF_STYLE_MONO] = { MONO, 7.5, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, GREY, 1.3 },
  [SL_PDF_STYLE_LINK] = { SANS, 8, PANGO_WEIGHT_SEMIBOLD, PANGO_STYLE_NORMAL, BLUE, 1.3 },
  [SL_PDF_STYLE_RUNNING] = { SANS, 7.5, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, GREY, 1.2 },
  [SL_PDF_STYLE_FIGURE] = { SANS, 7.5, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, INK, 1.1 },
  [SL_PDF_STYLE_FIGURE_STRONG] = { SANS, 8, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL, INK, 1.1 },
};

static void
range_free (SlPdfRange *range)
{
  g_free (range->name);
  g_free (range->contents);
  g_free (range->subject);
  g_free (range->margin);
  g_free (range->margin_place);
  g_free (range);
}

SlPdfText *
sl_pdf_text_new (void)
{
  SlPdfText *self = g_new0 (SlPdfText, 1);

  self->text = g_string_new (NULL);
  self->attrs = pango_attr_list_new ();
  self->ranges = g_ptr_array_new_with_free_func ((GDestroyNotify) range_free);
  self->line_spacing = 1;
  return self;
}

void
sl_pdf_text_free (SlPdfText *self)
{
  if (self == NULL)
    return;
  g_string_free (self->text, TRUE);
  pango_attr_list_unref (self->attrs);
  g_ptr_array_unref (self->ranges);
  g_free (self);
}

double
sl_pdf_style_get_size (SlPdfStyle style)
{
  return styles[style].size_pt;
}

static void
add_attribute (SlPdfText      *self,
               PangoAttribute *attribute,
               gsize           start)
{
  attribute->start_index = (guint) start;
  attribute->end_index = (guint) self->text->len;
  pango_attr_list_insert (self->attrs, attribute);
}

static guint16
colour_part (double part)
{
  return (guint16) (part * 65535 + 0.5);
}

static void
apply_style (SlPdfText  *self,
             SlPdfStyle  style,
             gsize       start)
{
  const Style *row = &styles[style];
  g_autoptr (PangoFontDescription) font = pango_font_description_new ();

  pango_font_description_set_family (font, row->family);
  pango_font_description_set_size (font, (int) (row->size_pt * PANGO_SCALE));
  pango_font_description_set_weight (font, row->weight);
  pango_font_description_set_style (font, row->slant);
  add_attribute (self, pango_attr_font_desc_new (font), start);
  add_attribute (self, pango_attr_foreground_new (colour_part (row->red), colour_part (row->green), colour_part (row->blue)), start);
  self->size_pt = MAX (self->size_pt, row->size_pt);
  self->line_spacing = MAX (self->line_spacing, row->line_spacing);
}

/* Characters that would turn or break the line around them, all of three bytes, and what of the same length stands for them. */
static const char *
find_harmless (const char *at)
{
  gunichar c = g_utf8_get_char (at);

  if (c == 0x2028 || c == 0x2029)
    return "\xe2\x80\x82"; /* a blank */
  if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069))
    return "\xe2\x80\x8b"; /* nothing to be seen */
  return NULL;
}

/**
 * sl_pdf_text_add_len:
 * @text: valid UTF-8
 *
 * Adds text in a style. Control characters, which come from outside, are replaced by others of the
 * same length: positions in the text stay what they were.
 */
void
sl_pdf_text_add_len (SlPdfText  *self,
                     SlPdfStyle  style,
                     const char *text,
                     gsize       length_bytes)
{
  const char *end = text + length_bytes;
  gsize start = self->text->len;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      const char *harmless = (guchar) *p == 0xE2 ? find_harmless (p) : NULL;

      if (harmless != NULL)
        g_string_append (self->text, harmless);
      else if ((guchar) *p < ' ' || *p == 0x7F)
        g_string_append_c (self->text, ' ');
      else
        g_string_append_len (self->text, p, g_utf8_next_char (p) - p);
    }
  apply_style (self, style, start);
}

void
sl_pdf_text_add (SlPdfText  *self,
                 SlPdfStyle  style,
                 const char *text)
{
  if (text != NULL)
    sl_pdf_text_add_len (self, style, text, strlen (text));
}

void
sl_pdf_text_printf (SlPdfText *self,
                    SlPdfStyle style,
                    const char *format,
                    ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  sl_pdf_text_add (self, style, text);
}

/**
 * sl_pdf_text_add_range:
 *
 * Returns: (transfer none): the range, to be filled in further
 */
SlPdfRange *
sl_pdf_text_add_range (SlPdfText      *self,
                       SlPdfRangeKind  kind,
                       gsize           start,
                       gsize           end,
                       const char     *name)
{
  SlPdfRange *range = g_new0 (SlPdfRange, 1);

  range->kind = kind;
  range->start = start;
  range->end = end;
  range->name = g_strdup (name);
  g_ptr_array_add (self->ranges, range);
  return range;
}

void
sl_pdf_text_add_link (SlPdfText  *self,
                      SlPdfStyle  style,
                      const char *text,
                      const char *place,
                      const char *contents)
{
  gsize start = self->text->len;

  sl_pdf_text_add (self, style, text);
  sl_pdf_text_add_range (self, SL_PDF_RANGE_LINK, start, self->text->len, place)->contents = g_strdup (contents);
}

/**
 * sl_pdf_text_add_place:
 *
 * Names the line on which the text added next will stand.
 */
void
sl_pdf_text_add_place (SlPdfText  *self,
                       const char *name)
{
  sl_pdf_text_add_range (self, SL_PDF_RANGE_PLACE, self->text->len, self->text->len, name);
}
