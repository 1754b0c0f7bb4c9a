/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "export/sl-pdf-plan.h"
#include "export/sl-pdf-text.h"

G_BEGIN_DECLS

typedef enum
{
  SL_PDF_PORTRAIT,
  SL_PDF_LANDSCAPE,
} SlPdfOrientation;

/**
 * SlPdfMeta:
 *
 * What is written into the file about itself. All strings unowned.
 */
typedef struct
{
  const char *title;
  const char *author;
  const char *subject;
  const char *keywords;
  const char *program;
  const char *language;
  gint64      generated_at;
} SlPdfMeta;

/**
 * SlPdfPen:
 *
 * Draws pages from above to below, breaks them, and notes in a plan what else stands on them.
 */
typedef struct _SlPdfPen SlPdfPen;

SlPdfPen        *sl_pdf_pen_new           (const SlPdfMeta  *meta,
                                           const SlPdfPlan  *before);
void             sl_pdf_pen_free          (SlPdfPen         *self);
GBytes          *sl_pdf_pen_finish        (SlPdfPen         *self,
                                           SlPdfPlan       **plan,
                                           GError          **error);
void             sl_pdf_pen_begin_page    (SlPdfPen         *self,
                                           SlPdfOrientation  orientation,
                                           const char       *section);
void             sl_pdf_pen_begin_section (SlPdfPen         *self,
                                           const char       *section);
void             sl_pdf_pen_continue_section (SlPdfPen      *self,
                                           const char       *section);
void             sl_pdf_pen_need          (SlPdfPen         *self,
                                           double            height);
void             sl_pdf_pen_skip          (SlPdfPen         *self,
                                           double            height);
void             sl_pdf_pen_write         (SlPdfPen         *self,
                                           SlPdfText        *text,
                                           double            indent,
                                           double            space_after);
double           sl_pdf_pen_write_at      (SlPdfPen         *self,
                                           SlPdfText        *text,
                                           double            x,
                                           double            y,
                                           double            width,
                                           PangoAlignment    alignment);
double           sl_pdf_pen_measure       (SlPdfPen         *self,
                                           SlPdfText        *text,
                                           double            width);
void             sl_pdf_pen_measure_line  (SlPdfPen         *self,
                                           SlPdfText        *text,
                                           double           *width,
                                           double           *height);
void             sl_pdf_pen_rule          (SlPdfPen         *self,
                                           double            indent,
                                           double            space_after);
void             sl_pdf_pen_set_bar       (SlPdfPen         *self,
                                           double            indent,
                                           double            grey);
void             sl_pdf_pen_place         (SlPdfPen         *self,
                                           const char       *name);
void             sl_pdf_pen_bookmark      (SlPdfPen         *self,
                                           guint             level,
                                           const char       *title,
                                           const char       *name);
guint            sl_pdf_pen_get_page_of   (SlPdfPen         *self,
                                           const char       *name);
cairo_t         *sl_pdf_pen_get_cairo     (SlPdfPen         *self);
SlPdfPlan       *sl_pdf_pen_get_plan      (SlPdfPen         *self);
guint            sl_pdf_pen_get_page      (SlPdfPen         *self);
double           sl_pdf_pen_get_left      (SlPdfPen         *self);
double           sl_pdf_pen_get_width     (SlPdfPen         *self);
double           sl_pdf_pen_get_y         (SlPdfPen         *self);
void             sl_pdf_pen_set_y         (SlPdfPen         *self,
                                           double            y);
double           sl_pdf_pen_get_bottom    (SlPdfPen         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlPdfPen, sl_pdf_pen_free)

G_END_DECLS
