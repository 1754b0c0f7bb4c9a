/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "export/sl-export-private.h"
#include "export/sl-pdf-glyph.h"
#include "export/sl-pdf-parts.h"

#include <glib/gi18n-lib.h>

#define COVER_TOP 150.0

/* The cover shows so much of the scope. */
#define COVER_SCOPE_BYTES 900

/* Of the rows of the contents below a heading. */
#define ROW_INDENT 28.0

static void
write_title (SlPdfParts *self)
{
  g_autoptr (SlPdfText) kind = sl_pdf_text_new ();
  g_autoptr (SlPdfText) title = sl_pdf_text_new ();
  g_autoptr (SlPdfText) scope = sl_pdf_text_new ();
  const SlReport *report = self->report;

  sl_pdf_text_add (kind, SL_PDF_STYLE_COVER_KIND, _ ("Annotated timeline"));
  sl_pdf_pen_write (self->pen, kind, 0, 8);
  sl_pdf_text_add (title, SL_PDF_STYLE_COVER_TITLE, report->title != NULL && *report->title != '\0' ? report->title : _ ("Untitled case"));
  sl_pdf_pen_write (self->pen, title, 0, 14);
  if (report->scope == NULL || *report->scope == '\0')
    return;

  const char *end = report->scope + MIN (strlen (report->scope), COVER_SCOPE_BYTES);
  if (*end != '\0')
    end = g_utf8_find_prev_char (report->scope, end + 1);
  sl_pdf_text_add_len (scope, SL_PDF_STYLE_LEAD, report->scope, (gsize) (end - report->scope));
  if (*end != '\0')
    sl_pdf_text_add (scope, SL_PDF_STYLE_LEAD, "…");
  sl_pdf_pen_write (self->pen, scope, 0, 10);
}

static void
write_facts (SlPdfParts *self)
{
  const SlReport *report = self->report;
  g_autofree char *made = sl_export_format_time (report->generated_at);
  g_autofree char *acts = g_strdup_printf ("%" G_GINT64_FORMAT, report->acts);
  g_autofree char *counts = g_strdup_printf (_ ("%u events, %u cited documents, %u sources"), report->events->len, report->documents->len, report->sources->len);

  sl_pdf_pen_skip (self->pen, 10);
  sl_pdf_pen_rule (self->pen, 0, 12);
  sl_pdf_add_field (self, _ ("Made by"), report->author, SL_PDF_STYLE_BODY, 0);
  sl_pdf_add_field (self, _ ("Made on"), made, SL_PDF_STYLE_BODY, 0);
  sl_pdf_add_field (self, _ ("Contains"), counts, SL_PDF_STYLE_BODY, 0);
  sl_pdf_add_field (self, _ ("Made with"), report->program, SL_PDF_STYLE_BODY, 0);
  sl_pdf_add_field (self, _ ("Case"), report->case_id, SL_PDF_STYLE_MONO, 0);
  if (report->head_hash != NULL)
    {
      sl_pdf_add_field (self, _ ("Acts so far"), acts, SL_PDF_STYLE_MONO, 0);
      sl_pdf_add_field (self, _ ("Last act"), report->head_hash, SL_PDF_STYLE_MONO, 0);
    }
}

static const char *
explain_confidence (SlConfidence confidence)
{
  switch (confidence)
    {
    case SL_CONFIDENCE_CONFIRMED:
      return _ ("credibility 1: confirmed by at least two independent origins");
    case SL_CONFIDENCE_PROBABLE:
      return _ ("credibility 2: not confirmed, but logical and consistent with what else is known");
    case SL_CONFIDENCE_POSSIBLE:
      return _ ("credibility 3: reasonably logical, agrees with some of what else is known");
    case SL_CONFIDENCE_DOUBTFUL:
      return _ ("credibility 4: possible but not logical, nothing else is known on the subject");
    case SL_CONFIDENCE_IMPROBABLE:
      return _ ("credibility 5: not logical, contradicted by what else is known");
    case SL_CONFIDENCE_NOT_JUDGED:
    default:
      return _ ("nobody has judged it yet, or its truth cannot be judged (6)");
    }
}

static void
write_legend_row (SlPdfParts   *self,
                  SlConfidence  confidence,
                  gboolean      contested,
                  const char   *name,
                  const char   *meaning)
{
  g_autoptr (SlPdfText) row = sl_pdf_text_new ();

  sl_pdf_text_printf (row, SL_PDF_STYLE_SMALL_STRONG, "%s  ", name);
  sl_pdf_text_add (row, SL_PDF_STYLE_SMALL, meaning);
  sl_pdf_glyph_draw (sl_pdf_pen_get_cairo (self->pen), confidence, contested, sl_pdf_pen_get_left (self->pen), sl_pdf_pen_get_y (self->pen) + 1, 9);
  sl_pdf_pen_write (self->pen, row, 18, 2.5);
}

static void
write_legend (SlPdfParts *self)
{
  const SlConfidence order[] = {
    SL_CONFIDENCE_CONFIRMED,
    SL_CONFIDENCE_PROBABLE,
    SL_CONFIDENCE_POSSIBLE,
    SL_CONFIDENCE_DOUBTFUL,
    SL_CONFIDENCE_IMPROBABLE,
    SL_CONFIDENCE_NOT_JUDGED,
  };
  g_autoptr (SlPdfText) heading = sl_pdf_text_new ();

  sl_pdf_pen_skip (self->pen, 14);
  sl_pdf_pen_rule (self->pen, 0, 12);
  sl_pdf_text_add (heading, SL_PDF_STYLE_SUBHEADING, _ ("How to read the signs"));
  sl_pdf_pen_write (self->pen, heading, 0, 5);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    write_legend_row (self, order[i], FALSE, sl_confidence_describe (order[i]), explain_confidence (order[i]));
  write_legend_row (self, SL_CONFIDENCE_PROBABLE, TRUE, _ ("Contested"), _ ("the bolt beside any sign: a quoted passage disputes it"));

  g_autoptr (SlPdfText) grades = sl_pdf_text_new ();
  sl_pdf_text_add (grades, SL_PDF_STYLE_SMALL,
                   _ ("Grades follow the Admiralty scale. The letter judges the source (A completely reliable to E unreliable, F cannot be judged), "
                      "the digit the information (1 confirmed to 5 improbable, 6 cannot be judged). They are judged apart and never averaged; F and 6 mean unknown, not worst."));
  sl_pdf_pen_skip (self->pen, 4);
  sl_pdf_pen_write (self->pen, grades, 0, 0);
}

/**
 * sl_pdf_cover_write:
 *
 * Writes the cover: what the case is about, who made the report when and from which state, and what the signs mean.
 */
void
sl_pdf_cover_write (SlPdfParts *self)
{
  sl_pdf_pen_begin_page (self->pen, SL_PDF_PORTRAIT, NULL);
  sl_pdf_pen_bookmark (self->pen, 0, _ ("Cover"), "cover");
  sl_pdf_pen_set_y (self->pen, COVER_TOP);
  write_title (self);
  write_facts (self);
  write_legend (self);
}

/* @event: (nullable): its sign stands before the row */
static void
write_content_row (SlPdfParts          *self,
                   const SlReportEvent *event,
                   double               indent,
                   const char          *title,
                   const char          *name)
{
  double left = sl_pdf_pen_get_left (self->pen);
  double width = sl_pdf_pen_get_width (self->pen);
  g_autoptr (SlPdfText) text = sl_pdf_text_new ();
  g_autoptr (SlPdfText) page = sl_pdf_text_new ();
  double y;

  sl_pdf_pen_need (self->pen, 14);
  y = sl_pdf_pen_get_y (self->pen);
  if (event != NULL)
    sl_pdf_glyph_draw (sl_pdf_pen_get_cairo (self->pen), event->confidence, event->contested, left + 12, y + 2.5, 8);
  sl_pdf_text_add (text, indent > 0 ? SL_PDF_STYLE_BODY : SL_PDF_STYLE_STRONG, title);
  sl_pdf_pen_write_at (self->pen, text, left + indent, y, width - indent - 40, PANGO_ALIGN_LEFT);
  sl_pdf_text_printf (page, SL_PDF_STYLE_BODY, "%u", sl_pdf_pen_get_page_of (self->pen, name));
  sl_pdf_pen_write_at (self->pen, page, left + width - 30, y, 30, PANGO_ALIGN_RIGHT);
  sl_pdf_plan_add_link (sl_pdf_pen_get_plan (self->pen), sl_pdf_pen_get_page (self->pen), (SlPdfRect) { left, y, width, 13 }, name, title);
  sl_pdf_pen_skip (self->pen, 13.5);
}

static void
write_event_rows (SlPdfParts *self)
{
  for (guint i = 0; i < self->report->events->len; i++)
    {
      const SlReportEvent *event = g_ptr_array_index (self->report->events, i);
      g_autofree char *when = event->when != NULL ? sl_when_format (event->when) : g_strdup (_ ("undated"));
      g_autofree char *title = g_strdup_printf ("%u  %s · %s", i + 1, when, event->title);
      g_autofree char *name = sl_pdf_name_event (i);

      write_content_row (self, event, ROW_INDENT, title, name);
    }
}

static void
write_document_rows (SlPdfParts *self)
{
  for (guint i = 0; i < self->report->documents->len; i++)
    {
      const SlReportDocument *document = g_ptr_array_index (self->report->documents, i);
      const SlReportSource *source = g_ptr_array_index (self->report->sources, document->source);
      g_autofree char *title = g_strdup_printf ("D%u  %s%s%s", i + 1, source->outlet != NULL ? source->outlet : "", source->outlet != NULL ? " · " : "", source->title);
      g_autofree char *name = sl_pdf_name_document (i);

      write_content_row (self, NULL, ROW_INDENT, title, name);
    }
}

/**
 * sl_pdf_contents_write:
 *
 * Writes the list of contents, for those who hold paper; each row leads there too.
 */
void
sl_pdf_contents_write (SlPdfParts *self)
{
  sl_pdf_pen_begin_section (self->pen, _ ("Contents"));
  sl_pdf_pen_bookmark (self->pen, 0, _ ("Contents"), "contents");
  write_content_row (self, NULL, 0, _ ("Timeline"), "timeline");
  write_content_row (self, NULL, 0, _ ("Events"), "events");
  write_event_rows (self);
  sl_pdf_pen_skip (self->pen, 4);
  write_content_row (self, NULL, 0, _ ("Cited documents"), "documents");
  write_document_rows (self);
  sl_pdf_pen_skip (self->pen, 4);
  write_content_row (self, NULL, 0, _ ("Sources"), "sources");
  write_content_row (self, NULL, 0, _ ("What was left out"), "omissions");
  write_content_row (self, NULL, 0, _ ("How to check this report"), "method");
}
