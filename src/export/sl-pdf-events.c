/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "export/sl-export-private.h"
#include "export/sl-pdf-glyph.h"
#include "export/sl-pdf-parts.h"

#include <glib/gi18n-lib.h>

#define CLAIM_INDENT 12.0
#define QUOTE_INDENT 30.0

/* An event does not begin with less room than this below it. */
#define EVENT_ROOM 110.0

/* A claim does not stand at the foot of a page without its first words. */
#define CLAIM_ROOM 44.0

static void
write_number (SlPdfParts *self,
              guint       event)
{
  g_autoptr (SlPdfText) number = sl_pdf_text_new ();

  sl_pdf_text_printf (number, SL_PDF_STYLE_NUMBER, "%u", event + 1);
  sl_pdf_pen_write_at (self->pen, number, 10, sl_pdf_pen_get_y (self->pen) + 10.5, sl_pdf_pen_get_left (self->pen) - 22, PANGO_ALIGN_RIGHT);
}

static void
write_when (SlPdfParts          *self,
            const SlReportEvent *event)
{
  g_autoptr (SlPdfText) line = sl_pdf_text_new ();
  g_autofree char *words = event->when != NULL ? sl_when_format (event->when) : g_strdup (_ ("undated"));

  sl_pdf_text_add (line, SL_PDF_STYLE_LINK, words);
  if (sl_report_event_is_dated (event))
    sl_pdf_text_printf (line, SL_PDF_STYLE_MONO, "   %s", event->when->edtf);
  if (event->when != NULL && event->when->reason != NULL && *event->when->reason != '\0')
    sl_pdf_text_printf (line, SL_PDF_STYLE_SMALL, "   %s", _ (event->when->reason));
  if (event->place != NULL && *event->place != '\0')
    sl_pdf_text_printf (line, SL_PDF_STYLE_SMALL, "   %s", event->place);
  sl_pdf_pen_write (self->pen, line, 0, 1);
}

static void
add_reason (SlPdfText          *text,
            const SlAssessment *assessment)
{
  if (assessment == NULL || assessment->reason == NULL || *assessment->reason == '\0')
    return;
  g_autofree char *date = sl_export_format_time (assessment->at);

  if (assessment->override)
    sl_pdf_text_printf (text, SL_PDF_STYLE_SMALL_STRONG, " %s", _ ("Given although fewer than two independent origins confirm it."));
  sl_pdf_text_printf (text, SL_PDF_STYLE_SMALL, " %s %s", _ ("Reason:"), assessment->reason);
  if (assessment->by != NULL && *assessment->by != '\0')
    sl_pdf_text_printf (text, SL_PDF_STYLE_SMALL, " (%s, %s)", assessment->by, date);
}

static void
write_tag (SlPdfParts          *self,
           const SlReportEvent *event)
{
  g_autoptr (SlPdfText) line = sl_pdf_text_new ();
  g_autofree char *tag = sl_pdf_describe_tag (event->confidence, event->contested);
  g_autofree char *grade = sl_pdf_describe_grade (event->grade);

  sl_pdf_text_add (line, SL_PDF_STYLE_SMALL_STRONG, tag);
  sl_pdf_text_printf (line, SL_PDF_STYLE_SMALL, "  %s.", grade);
  add_reason (line, event->assessment);
  sl_pdf_glyph_draw (sl_pdf_pen_get_cairo (self->pen), event->confidence, event->contested, sl_pdf_pen_get_left (self->pen), sl_pdf_pen_get_y (self->pen) + 1, 9);
  sl_pdf_pen_write (self->pen, line, 17, 6);
}

/* A claim in the very words of its source is not shouted twice. */
static gboolean
is_quoted_as_it_is (const SlReportClaim *claim)
{
  for (guint i = 0; i < claim->quotes->len; i++)
    {
      const SlReportQuote *quote = g_ptr_array_index (claim->quotes, i);

      if (g_str_equal (quote->exact, claim->text))
        return TRUE;
    }
  return FALSE;
}

static void
write_claim_head (SlPdfParts          *self,
                  const SlReportClaim *claim,
                  const char          *label)
{
  g_autoptr (SlPdfText) text = sl_pdf_text_new ();
  g_autoptr (SlPdfText) grade = sl_pdf_text_new ();
  SlGrade none = { 0 };
  SlGrade given = claim->assessment != NULL ? claim->assessment->grade : none;
  g_autofree char *described = sl_pdf_describe_grade (given);
  g_autofree char *tag = sl_pdf_describe_tag (sl_credibility_to_confidence (given.credibility), claim->contested);
  g_autofree char *origins = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u independent origin", "%u independent origins", claim->origins), claim->origins);

  sl_pdf_text_printf (text, SL_PDF_STYLE_LINK, "%s  ", label);
  sl_pdf_text_add (text, is_quoted_as_it_is (claim) ? SL_PDF_STYLE_BODY : SL_PDF_STYLE_CLAIM, claim->text);
  sl_pdf_pen_need (self->pen, sl_pdf_pen_measure (self->pen, text, sl_pdf_pen_get_width (self->pen) - CLAIM_INDENT) + CLAIM_ROOM);
  sl_pdf_pen_set_bar (self->pen, 0, claim->contested ? 0.35 : 0.8);
  sl_pdf_pen_write (self->pen, text, CLAIM_INDENT, 1.5);

  sl_pdf_text_printf (grade, SL_PDF_STYLE_SMALL_STRONG, "%s · %s", sl_modality_describe (claim->modality), tag);
  sl_pdf_text_printf (grade, SL_PDF_STYLE_SMALL, " · %s · %s.", described, origins);
  add_reason (grade, claim->assessment);
  sl_pdf_pen_write (self->pen, grade, CLAIM_INDENT, 4);
  if (claim->note != NULL && *claim->note != '\0')
    {
      g_autoptr (SlPdfText) note = sl_pdf_text_new ();

      sl_pdf_text_printf (note, SL_PDF_STYLE_SMALL, "%s %s", _ ("Note:"), claim->note);
      sl_pdf_pen_write (self->pen, note, CLAIM_INDENT, 4);
    }
}

/* "The Example Times, “Headline”, published 2025-11-23, captured 2025-11-24 10:00 UTC" */
static void
add_citation (SlPdfParts          *self,
              SlPdfText           *text,
              const SlReportQuote *quote,
              const char          *passage)
{
  const SlReportDocument *document = g_ptr_array_index (self->report->documents, quote->document);
  const SlReportSource *source = g_ptr_array_index (self->report->sources, document->source);
  g_autofree char *captured = sl_export_format_time (document->captured_at / G_USEC_PER_SEC);
  g_autofree char *published = sl_pdf_describe_date (source->published);
  g_autofree char *page = sl_pdf_describe_page (self, passage);
  g_autofree char *link = g_strdup_printf ("D%u, %s", quote->document + 1, page);

  if (source->outlet != NULL)
    sl_pdf_text_printf (text, SL_PDF_STYLE_SMALL, "%s, ", source->outlet);
  sl_pdf_text_printf (text, SL_PDF_STYLE_SMALL, "“%s”, ", source->title);
  if (published != NULL)
    sl_pdf_text_printf (text, SL_PDF_STYLE_SMALL, _ ("published %s, "), published);
  sl_pdf_text_printf (text, SL_PDF_STYLE_SMALL, _ ("captured %s"), captured);
  sl_pdf_text_add (text, SL_PDF_STYLE_SMALL, " → ");
  sl_pdf_text_add_link (text, SL_PDF_STYLE_LINK, link, passage, _ ("To the words in the document"));
}

static void
write_quote (SlPdfParts          *self,
             const SlReportQuote *quote,
             SlPdfCitation        citation)
{
  g_autoptr (SlPdfText) words = sl_pdf_text_new ();
  g_autoptr (SlPdfText) origin = sl_pdf_text_new ();
  g_autofree char *name = sl_pdf_name_quote (citation);
  g_autofree char *passage = sl_pdf_name_passage (citation);
  g_autofree char *chain = sl_attribution_chain_format (quote->chain);
  g_autofree char *check = sl_pdf_describe_check (quote->check);

  sl_pdf_text_add_place (words, name);
  sl_pdf_text_printf (words, SL_PDF_STYLE_QUOTE, "“%s”", quote->exact);
  sl_pdf_pen_write (self->pen, words, QUOTE_INDENT, 1.5);

  sl_pdf_text_add (origin, SL_PDF_STYLE_SMALL_STRONG, sl_pdf_describe_stance (quote->stance));
  sl_pdf_text_printf (origin, SL_PDF_STYLE_SMALL, " · %s ", _ ("Who says so:"));
  sl_pdf_text_add (origin, SL_PDF_STYLE_SMALL_STRONG, *chain != '\0' ? chain : _ ("not established"));
  sl_pdf_text_add (origin, SL_PDF_STYLE_SMALL, " · ");
  add_citation (self, origin, quote, passage);
  sl_pdf_text_printf (origin, SL_PDF_STYLE_SMALL, " · %s", check);
  if (quote->check != NULL && quote->check->difference != NULL)
    sl_pdf_text_printf (origin, SL_PDF_STYLE_SMALL, ": %s", quote->check->difference);
  sl_pdf_pen_write (self->pen, origin, QUOTE_INDENT, 6);
}

static void
write_claim (SlPdfParts          *self,
             const SlReportClaim *claim,
             guint                event,
             guint                index)
{
  g_autofree char *label = sl_pdf_label_claim (event, index);

  write_claim_head (self, claim, label);
  for (guint i = 0; i < claim->quotes->len; i++)
    write_quote (self, g_ptr_array_index (claim->quotes, i), (SlPdfCitation) { event, index, i });
  if (claim->quotes->len == 0)
    {
      g_autoptr (SlPdfText) none = sl_pdf_text_new ();

      sl_pdf_text_add (none, SL_PDF_STYLE_SMALL, _ ("No passage is pinned to this claim."));
      sl_pdf_pen_write (self->pen, none, QUOTE_INDENT, 4);
    }
  sl_pdf_pen_set_bar (self->pen, -1, 0);
  sl_pdf_pen_skip (self->pen, 5);
}

static void
write_event (SlPdfParts          *self,
             const SlReportEvent *event,
             guint                index)
{
  g_autoptr (SlPdfText) title = sl_pdf_text_new ();
  g_autofree char *name = sl_pdf_name_event (index);
  g_autofree char *words = event->when != NULL ? sl_when_format (event->when) : g_strdup (_ ("undated"));
  g_autofree char *bookmark = g_strdup_printf ("%u  %s · %s", index + 1, words, event->title);

  sl_pdf_pen_need (self->pen, EVENT_ROOM);
  sl_pdf_pen_bookmark (self->pen, 1, bookmark, name);
  write_number (self, index);
  write_when (self, event);
  sl_pdf_text_add (title, SL_PDF_STYLE_EVENT_TITLE, event->title);
  sl_pdf_pen_write (self->pen, title, 0, 2);
  write_tag (self, event);
  if (event->note != NULL && *event->note != '\0')
    {
      g_autoptr (SlPdfText) note = sl_pdf_text_new ();

      sl_pdf_text_add (note, SL_PDF_STYLE_BODY, event->note);
      sl_pdf_pen_write (self->pen, note, 0, 6);
    }
  for (guint i = 0; i < event->claims->len; i++)
    write_claim (self, g_ptr_array_index (event->claims, i), index, i);
  sl_pdf_pen_skip (self->pen, 12);
}

/**
 * sl_pdf_events_write:
 *
 * Writes each event with its claims, their exact words, who says so, grades and reasons.
 */
void
sl_pdf_events_write (SlPdfParts *self)
{
  sl_pdf_pen_begin_section (self->pen, _ ("Events"));
  sl_pdf_pen_bookmark (self->pen, 0, _ ("Events"), "events");
  for (guint i = 0; i < self->report->events->len; i++)
    write_event (self, g_ptr_array_index (self->report->events, i), i);
  if (self->report->events->len == 0)
    {
      g_autoptr (SlPdfText) none = sl_pdf_text_new ();

      sl_pdf_text_add (none, SL_PDF_STYLE_BODY, _ ("The case holds no events yet."));
      sl_pdf_pen_write (self->pen, none, 0, 0);
    }
}
