/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "export/sl-pdf-pen.h"
#include "export/sl-report.h"

G_BEGIN_DECLS

/**
 * SlPdfCitation:
 * @event: index in the report
 * @claim: index in the event
 * @quote: index in the claim
 *
 * Where a document is quoted.
 */
typedef struct
{
  guint event;
  guint claim;
  guint quote;
} SlPdfCitation;

/**
 * SlPdfParts:
 * @citations: (element-type GArray of SlPdfCitation): for each document, in text order
 *
 * What the parts of a report are written from.
 */
typedef struct
{
  const SlReport *report;    /* (unowned) */
  SlPdfPen       *pen;       /* (unowned) */
  GPtrArray      *citations; /* (owned) */
} SlPdfParts;

/* The parts, in the order in which they stand. */
void  sl_pdf_cover_write          (SlPdfParts *self);
void  sl_pdf_contents_write       (SlPdfParts *self);
void  sl_pdf_figure_write         (SlPdfParts *self);
void  sl_pdf_events_write         (SlPdfParts *self);
void  sl_pdf_documents_write      (SlPdfParts *self);
void  sl_pdf_sources_write        (SlPdfParts *self);
void  sl_pdf_omissions_write      (SlPdfParts *self);
void  sl_pdf_method_write         (SlPdfParts *self);

/* Names of places, and labels of claims: "12b". */
char *sl_pdf_name_event           (guint event);
char *sl_pdf_name_quote           (SlPdfCitation citation);
char *sl_pdf_name_passage         (SlPdfCitation citation);
char *sl_pdf_name_document        (guint document);
char *sl_pdf_name_source          (guint source);
char *sl_pdf_label_claim          (guint event,
                                   guint claim);

/* Phrases that several parts use. */
char *sl_pdf_describe_grade       (SlGrade grade);
char *sl_pdf_describe_date        (const char *edtf);
char *sl_pdf_describe_tag         (SlConfidence confidence,
                                   gboolean     contested);
char *sl_pdf_describe_page        (SlPdfParts *self,
                                   const char *name);
char *sl_pdf_describe_check       (const SlCheck *check);
const char *sl_pdf_describe_stance (SlStance stance);
void  sl_pdf_add_field            (SlPdfParts *self,
                                   const char *label,
                                   const char *value,
                                   SlPdfStyle  style,
                                   double      indent);
gboolean sl_pdf_is_dated          (const SlReportEvent *event);

G_END_DECLS
