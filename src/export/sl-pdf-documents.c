/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "export/sl-export-private.h"
#include "export/sl-pdf-parts.h"

#include "core/sl-offsets.h"

#include <inttypes.h>

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* Of texts longer than this only what is near a passage is printed. */
#define WHOLE_TEXT_BYTES (160 * 1024)
#define NEAR_BYTES 4000

/* A passage as it is marked in a document. */
typedef struct
{
  SlPdfCitation        citation;
  const SlReportEvent *event;     /* (unowned) */
  const SlReportClaim *claim;     /* (unowned) */
  const SlReportQuote *quote;     /* (unowned) */
  SlSpan               span;      /* bytes of the document's text */
  char                *name;      /* (owned) */
  char                *note;      /* (owned) */
} Passage;

typedef struct
{
  SlPdfParts             *parts;     /* (unowned) */
  const SlReportDocument *document;  /* (unowned) */
  const SlReportSource   *source;    /* (unowned) */
  GArray                 *passages;  /* (owned) Passage */
  gsize                   length;
} Page;

static void
passage_clear (Passage *passage)
{
  g_free (passage->name);
  g_free (passage->note);
}

static void
add_line (GString    *note,
          const char *label,
          const char *value)
{
  if (value != NULL && *value != '\0')
    g_string_append_printf (note, "%s%s %s", note->len > 0 ? "\n" : "", label, value);
}

/* The note of the annotation: all that is needed to judge the marked words without turning the page. */
static char *
make_note (const Page    *page,
           const Passage *passage)
{
  const SlReportClaim *claim = passage->claim;
  g_autofree char *label = sl_pdf_label_claim (passage->citation.event, passage->citation.claim);
  g_autofree char *event = g_strdup_printf ("%u, %s", passage->citation.event + 1, passage->event->title);
  g_autofree char *grade = claim->assessment != NULL ? sl_pdf_describe_grade (claim->assessment->grade) : g_strdup (_ ("No grade has been given"));
  g_autofree char *chain = sl_attribution_chain_format (passage->quote->chain);
  g_autofree char *captured = sl_export_format_time_iso (page->document->captured_at / G_USEC_PER_SEC);
  g_autofree char *check = sl_pdf_describe_check (passage->quote->check);
  GString *note = g_string_new (NULL);

  g_string_append_printf (note, "%s %s: %s", _ ("Claim"), label, claim->text);
  add_line (note, _ ("Event:"), event);
  add_line (note, _ ("This passage:"), sl_pdf_describe_stance (passage->quote->stance));
  add_line (note, _ ("Who says so:"), chain);
  g_string_append_printf (note, "\n%s", grade);
  add_line (note, _ ("Reason:"), claim->assessment != NULL ? claim->assessment->reason : NULL);
  add_line (note, _ ("Captured:"), captured);
  add_line (note, "SHA-256:", page->document->payload_digest);
  add_line (note, _ ("Last check:"), check);
  return g_string_free (note, FALSE);
}

static int
compare_passages (const void *a,
                  const void *b)
{
  const Passage *x = a;
  const Passage *y = b;

  return x->span.start < y->span.start ? -1 : x->span.start > y->span.start;
}

static void
collect_passages (Page  *page,
                  guint  index)
{
  const SlReport *report = page->parts->report;
  GArray *citations = g_ptr_array_index (page->parts->citations, index);
  g_autoptr (SlOffsets) offsets = sl_offsets_new (page->document->text, page->length);
  gsize length_cp = sl_offsets_get_length_cp (offsets);

  page->passages = g_array_new (FALSE, TRUE, sizeof (Passage));
  g_array_set_clear_func (page->passages, (GDestroyNotify) passage_clear);
  for (guint i = 0; i < citations->len; i++)
    {
      Passage passage = { .citation = g_array_index (citations, SlPdfCitation, i) };

      passage.event = g_ptr_array_index (report->events, passage.citation.event);
      passage.claim = g_ptr_array_index (passage.event->claims, passage.citation.claim);
      passage.quote = g_ptr_array_index (passage.claim->quotes, passage.citation.quote);
      passage.span.start = sl_offsets_to_byte (offsets, MIN (passage.quote->start_cp, length_cp));
      passage.span.end = sl_offsets_to_byte (offsets, MIN (MAX (passage.quote->end_cp, passage.quote->start_cp), length_cp));
      passage.name = sl_pdf_name_passage (passage.citation);
      passage.note = make_note (page, &passage);
      g_array_append_val (page->passages, passage);
    }
  g_array_sort (page->passages, compare_passages);
}

static void
set_colour (SlPdfRange *range,
            SlStance    stance)
{
  static const double colours[][3] = {
    [SL_STANCE_SUPPORTS] = { 1.0, 0.90, 0.52 },
    [SL_STANCE_DISPUTES] = { 0.98, 0.76, 0.68 },
    [SL_STANCE_MENTIONS] = { 0.80, 0.88, 0.95 },
  };

  memcpy (range->colour, colours[stance], sizeof range->colour);
}

/* Marks what of a passage is in the paragraph @span; the sign in the margin stands where the passage begins. */
static void
mark_passage (SlPdfText     *text,
              const Passage *passage,
              SlSpan         span)
{
  gsize start = MAX (passage->span.start, span.start);
  gsize end = MIN (passage->span.end, span.end);
  SlPdfRange *range;

  if (start >= end)
    return;
  range = sl_pdf_text_add_range (text, SL_PDF_RANGE_HIGHLIGHT, start - span.start, end - span.start, passage->name);
  range->contents = g_strdup (passage->note);
  range->subject = sl_pdf_label_claim (passage->citation.event, passage->citation.claim);
  set_colour (range, passage->quote->stance);
  if (passage->span.start < span.start)
    return;
  /* Told apart without colour too. */
  range->margin = g_strdup_printf ("%s%s ←", passage->quote->stance == SL_STANCE_DISPUTES ? "≠ " : "", range->subject);
  range->margin_place = sl_pdf_name_quote (passage->citation);
}

static gboolean
is_near_passage (const Page *page,
                 SlSpan      span)
{
  if (page->length <= WHOLE_TEXT_BYTES)
    return TRUE;
  for (guint i = 0; i < page->passages->len; i++)
    {
      const Passage *passage = &g_array_index (page->passages, Passage, i);

      if (span.start < passage->span.end + NEAR_BYTES && passage->span.start < span.end + NEAR_BYTES)
        return TRUE;
    }
  return FALSE;
}

static void
write_gap (Page  *page,
           gsize *left_out)
{
  g_autoptr (SlPdfText) text = sl_pdf_text_new ();

  if (*left_out == 0)
    return;
  sl_pdf_text_printf (text, SL_PDF_STYLE_SMALL, _ ("[Not printed: %zu kB of this document that no passage comes from.]"), *left_out / 1024 + 1);
  sl_pdf_pen_write (page->parts->pen, text, 0, 8);
  *left_out = 0;
}

static void
write_paragraph (Page   *page,
                 SlSpan  span)
{
  g_autoptr (SlPdfText) text = sl_pdf_text_new ();

  if (span.start == span.end)
    return;
  sl_pdf_text_add_len (text, SL_PDF_STYLE_DOCUMENT, page->document->text + span.start, sl_span_length (span));
  for (guint i = 0; i < page->passages->len; i++)
    mark_passage (text, &g_array_index (page->passages, Passage, i), span);
  sl_pdf_pen_write (page->parts->pen, text, 0, 7);
}

static void
write_text (Page *page)
{
  const char *text = page->document->text;
  SlSpan span = { 0, 0 };
  gsize left_out = 0;

  while (span.start < page->length)
    {
      const char *newline = memchr (text + span.start, '\n', page->length - span.start);

      span.end = newline != NULL ? (gsize) (newline - text) : page->length;
      if (is_near_passage (page, span))
        {
          write_gap (page, &left_out);
          write_paragraph (page, span);
        }
      else
        left_out += sl_span_length (span) + 1;
      span.start = span.end + 1;
    }
  write_gap (page, &left_out);
}

static void
write_quoted_in (Page *page)
{
  g_autoptr (SlPdfText) text = sl_pdf_text_new ();

  sl_pdf_text_printf (text, SL_PDF_STYLE_LABEL, "%s  ", _ ("Quoted in"));
  for (guint i = 0; i < page->passages->len; i++)
    {
      const Passage *passage = &g_array_index (page->passages, Passage, i);
      g_autofree char *label = sl_pdf_label_claim (passage->citation.event, passage->citation.claim);
      g_autofree char *name = sl_pdf_name_quote (passage->citation);

      if (i > 0)
        sl_pdf_text_add (text, SL_PDF_STYLE_LABEL, ", ");
      sl_pdf_text_add_link (text, SL_PDF_STYLE_LINK, label, name, _ ("To the claim"));
    }
  sl_pdf_pen_write (page->parts->pen, text, 0, 4);
}

static char *
describe_capture (const SlReportDocument *document)
{
  g_autofree char *time = sl_export_format_time (document->captured_at / G_USEC_PER_SEC);

  if (document->status > 0)
    return g_strdup_printf (_ ("%1$s, HTTP status %2$d, %3$" PRId64 " bytes"), time, document->status, document->payload_bytes);
  return g_strdup_printf (_ ("%1$s, %2$s, %3$" PRId64 " bytes"), time,
                          sl_capture_method_describe (document->method), document->payload_bytes);
}

static void
write_head (Page  *page,
            guint  index)
{
  SlPdfParts *parts = page->parts;
  const SlReportSource *source = page->source;
  g_autoptr (SlPdfText) title = sl_pdf_text_new ();
  g_autofree char *published = sl_pdf_describe_date (source->published);
  g_autofree char *updated = sl_pdf_describe_date (source->updated);
  g_autofree char *captured = describe_capture (page->document);

  sl_pdf_text_printf (title, SL_PDF_STYLE_EVENT_TITLE, "D%u  %s", index + 1, source->title);
  sl_pdf_pen_write (parts->pen, title, 0, 6);
  sl_pdf_add_field (parts, _ ("Outlet"), source->outlet, SL_PDF_STYLE_SMALL, 0);
  sl_pdf_add_field (parts, _ ("By"), source->authors, SL_PDF_STYLE_SMALL, 0);
  sl_pdf_add_field (parts, _ ("Published"), published != NULL ? published : _ ("not stated"), SL_PDF_STYLE_SMALL, 0);
  sl_pdf_add_field (parts, _ ("Updated"), updated, SL_PDF_STYLE_SMALL, 0);
  sl_pdf_add_field (parts, _ ("Captured"), captured, SL_PDF_STYLE_SMALL, 0);
  sl_pdf_add_field (parts, _ ("Address"), source->url, SL_PDF_STYLE_MONO, 0);
  sl_pdf_add_field (parts, _ ("Led to"), page->document->final_url, SL_PDF_STYLE_MONO, 0);
  sl_pdf_add_field (parts, _ ("SHA-256"), page->document->payload_digest, SL_PDF_STYLE_MONO, 0);
  sl_pdf_add_field (parts, _ ("Text read by"), page->document->extractor, SL_PDF_STYLE_SMALL, 0);
  write_quoted_in (page);
  sl_pdf_pen_rule (parts->pen, 0, 12);
}

static void
write_document (SlPdfParts *parts,
                guint       index)
{
  Page page = { .parts = parts, .document = g_ptr_array_index (parts->report->documents, index) };
  g_autofree char *name = sl_pdf_name_document (index);
  g_autofree char *bookmark = NULL;

  page.source = g_ptr_array_index (parts->report->sources, page.document->source);
  page.length = strlen (page.document->text);
  collect_passages (&page, index);
  bookmark = g_strdup_printf ("D%u  %s", index + 1, page.source->title);

  if (index > 0)
    sl_pdf_pen_begin_page (parts->pen, SL_PDF_PORTRAIT, _ ("Cited documents"));
  sl_pdf_pen_bookmark (parts->pen, 1, bookmark, name);
  write_head (&page, index);
  write_text (&page);
  g_array_unref (page.passages);
}

/**
 * sl_pdf_documents_write:
 *
 * Writes the cited documents, each from a new page, with the passages marked. In the margin of
 * each passage stands the claim that it is quoted for, and leads back there.
 */
void
sl_pdf_documents_write (SlPdfParts *self)
{
  g_autoptr (SlPdfText) lead = sl_pdf_text_new ();

  sl_pdf_pen_begin_section (self->pen, _ ("Cited documents"));
  sl_pdf_pen_bookmark (self->pen, 0, _ ("Cited documents"), "documents");
  if (self->report->documents->len > 0)
    sl_pdf_text_add (lead, SL_PDF_STYLE_SMALL,
                     _ ("The text below was read from the archived captures. Marked words are quoted above; the sign in the margin leads back. "
                        "Yellow supports a claim, red (and ≠ in the margin) disputes it, blue mentions it; the note of each mark says so too."));
  else
    sl_pdf_text_add (lead, SL_PDF_STYLE_BODY, _ ("No document is cited."));
  sl_pdf_pen_write (self->pen, lead, 0, 14);
  for (guint i = 0; i < self->report->documents->len; i++)
    write_document (self, i);
}
