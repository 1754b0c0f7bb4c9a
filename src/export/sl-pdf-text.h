/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* The hierarchy of type in the report; sizes, weights and greys stand in one table. */
typedef enum
{
  SL_PDF_STYLE_COVER_TITLE,
  SL_PDF_STYLE_COVER_KIND,
  SL_PDF_STYLE_HEADING,
  SL_PDF_STYLE_SUBHEADING,
  SL_PDF_STYLE_EVENT_TITLE,
  SL_PDF_STYLE_NUMBER,
  SL_PDF_STYLE_LEAD,
  SL_PDF_STYLE_BODY,
  SL_PDF_STYLE_STRONG,
  SL_PDF_STYLE_CLAIM,
  SL_PDF_STYLE_QUOTE,
  SL_PDF_STYLE_DOCUMENT,
  SL_PDF_STYLE_SMALL,
  SL_PDF_STYLE_SMALL_STRONG,
  SL_PDF_STYLE_LABEL,
  SL_PDF_STYLE_MONO,
  SL_PDF_STYLE_LINK,
  SL_PDF_STYLE_RUNNING,
  SL_PDF_STYLE_FIGURE,
  SL_PDF_STYLE_FIGURE_STRONG,
} SlPdfStyle;

typedef enum
{
  SL_PDF_RANGE_LINK,
  SL_PDF_RANGE_PLACE,
  SL_PDF_RANGE_HIGHLIGHT,
} SlPdfRangeKind;

/**
 * SlPdfRange:
 * @start: first byte of the text
 * @end: one past the last byte
 * @name: (owned): place that is linked to or named; name of the passage
 * @contents: (owned) (nullable): what a link does; note of a highlight
 * @subject: (owned) (nullable): of a highlight
 * @margin: (owned) (nullable): written in the margin beside the first line of a highlight
 * @margin_place: (owned) (nullable): where that leads
 */
typedef struct
{
  SlPdfRangeKind  kind;
  gsize           start;
  gsize           end;
  char           *name;
  char           *contents;
  char           *subject;
  char           *margin;
  char           *margin_place;
  double          colour[3];
  gboolean        begun;
} SlPdfRange;

/**
 * SlPdfText:
 * @size_pt: greatest size of type in it
 *
 * A paragraph: text in styles, with ranges that mean something.
 */
typedef struct
{
  GString       *text;   /* (owned) */
  PangoAttrList *attrs;  /* (owned) */
  GPtrArray     *ranges; /* (owned) SlPdfRange */
  double         size_pt;
  double         line_spacing;
} SlPdfText;

SlPdfText  *sl_pdf_text_new        (void);
void        sl_pdf_text_free       (SlPdfText      *self);
void        sl_pdf_text_add        (SlPdfText      *self,
                                    SlPdfStyle      style,
                                    const char     *text);
void        sl_pdf_text_add_len    (SlPdfText      *self,
                                    SlPdfStyle      style,
                                    const char     *text,
                                    gsize           length_bytes);
void        sl_pdf_text_printf     (SlPdfText      *self,
                                    SlPdfStyle      style,
                                    const char     *format,
                                    ...) G_GNUC_PRINTF (3, 4);
void        sl_pdf_text_add_link   (SlPdfText      *self,
                                    SlPdfStyle      style,
                                    const char     *text,
                                    const char     *place,
                                    const char     *contents);
void        sl_pdf_text_add_place  (SlPdfText      *self,
                                    const char     *name);
SlPdfRange *sl_pdf_text_add_range  (SlPdfText      *self,
                                    SlPdfRangeKind  kind,
                                    gsize           start,
                                    gsize           end,
                                    const char     *name);
double      sl_pdf_style_get_size  (SlPdfStyle      style);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlPdfText, sl_pdf_text_free)

G_END_DECLS
