/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "export/sl-export-private.h"
#include "export/sl-html-text.h"

#include "core/sl-offsets.h"

#include <glib/gi18n-lib.h>

/* A passage in a document: where, for which claim, and what it does to it. */
typedef struct
{
  guint    event;
  guint    claim;
  guint    quote;
  SlStance stance;
  SlSpan   span;
} Mark;

void
sl_html_text_add_len (GString    *html,
                      const char *text,
                      gsize       length_bytes)
{
  g_autofree char *escaped = g_markup_escape_text (text, (gssize) length_bytes);

  g_string_append (html, escaped);
}

void
sl_html_text_add (GString    *html,
                  const char *text)
{
  if (text != NULL)
    sl_html_text_add_len (html, text, strlen (text));
}

/**
 * sl_html_text_wrap:
 * @before: markup
 * @text: (nullable): escaped; nothing at all is written for %NULL and ""
 * @after: markup
 */
void
sl_html_text_wrap (GString    *html,
                   const char *before,
                   const char *text,
                   const char *after)
{
  if (text == NULL || *text == '\0')
    return;
  g_string_append (html, before);
  sl_html_text_add (html, text);
  g_string_append (html, after);
}

static void
collect_claim (GArray              *marks,
               const SlReportClaim *claim,
               guint                event,
               guint                index,
               guint                document)
{
  for (guint i = 0; i < claim->quotes->len; i++)
    {
      const SlReportQuote *quote = g_ptr_array_index (claim->quotes, i);
      Mark mark = { event, index, i, quote->stance, { quote->start_cp, quote->end_cp } };

      if (quote->document == document)
        g_array_append_val (marks, mark);
    }
}

static GArray *
collect_marks (const SlReport *report,
               guint           document)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  const char *text = ((SlReportDocument *) g_ptr_array_index (report->documents, document))->text;
  g_autoptr (SlOffsets) offsets = sl_offsets_new (text, strlen (text));
  gsize length_cp = sl_offsets_get_length_cp (offsets);

  for (guint e = 0; e < report->events->len; e++)
    {
      const SlReportEvent *event = g_ptr_array_index (report->events, e);

      for (guint c = 0; c < event->claims->len; c++)
        collect_claim (marks, g_ptr_array_index (event->claims, c), e, c, document);
    }
  for (guint i = 0; i < marks->len; i++)
    {
      Mark *mark = &g_array_index (marks, Mark, i);
      gsize start = MIN (mark->span.start, length_cp);

      mark->span.end = sl_offsets_to_byte (offsets, CLAMP (mark->span.end, start, length_cp));
      mark->span.start = sl_offsets_to_byte (offsets, start);
    }
  return marks;
}

/* Where markup changes: begins and ends of passages. */
static gsize
find_next_border (GArray *marks,
                  gsize   after,
                  gsize   end)
{
  gsize next = end;

  for (guint i = 0; i < marks->len; i++)
    {
      SlSpan span = g_array_index (marks, Mark, i).span;

      if (span.start > after)
        next = MIN (next, span.start);
      if (span.end > after)
        next = MIN (next, span.end);
    }
  return next;
}

/* Signs that lead back to the claims whose passages begin here. */
static void
add_signs (GString *html,
           GArray  *marks,
           gsize    at)
{
  for (guint i = 0; i < marks->len; i++)
    {
      Mark mark = g_array_index (marks, Mark, i);

      if (mark.span.start != at || mark.span.end == at)
        continue;
      g_string_append_printf (html, "<a class=\"sign\" id=\"passage-%u-%u-%u\" href=\"#quote-%u-%u-%u\">%s%u.%u</a>",
                              mark.event + 1, mark.claim + 1, mark.quote + 1, mark.event + 1, mark.claim + 1, mark.quote + 1,
                              mark.stance == SL_STANCE_DISPUTES ? "≠ " : "", mark.event + 1, mark.claim + 1);
    }
}

static const Mark *
find_mark_around (GArray *marks,
                  gsize   at)
{
  for (guint i = 0; i < marks->len; i++)
    {
      const Mark *mark = &g_array_index (marks, Mark, i);

      if (mark->span.start <= at && at < mark->span.end)
        return mark;
    }
  return NULL;
}

/* Passages may overlap, elements may not: the text is cut at each border. */
static void
add_span (GString    *html,
          const char *text,
          GArray     *marks,
          SlSpan      span)
{
  gsize at = span.start;

  while (at < span.end)
    {
      gsize next = find_next_border (marks, at, span.end);
      const Mark *mark = find_mark_around (marks, at);

      add_signs (html, marks, at);
      if (mark != NULL)
        g_string_append_printf (html, "<mark class=\"%s\">", sl_stance_to_string (mark->stance));
      sl_html_text_add_len (html, text + at, next - at);
      if (mark != NULL)
        g_string_append (html, "</mark>");
      at = next;
    }
}

/**
 * sl_html_document_add:
 *
 * Adds the text of a cited document with its passages marked.
 */
void
sl_html_document_add (GString        *html,
                      const SlReport *report,
                      guint           document)
{
  const char *text = ((SlReportDocument *) g_ptr_array_index (report->documents, document))->text;
  g_autoptr (GArray) marks = collect_marks (report, document);
  gsize length = strlen (text);
  SlSpan span = { 0, 0 };

  while (span.start < length)
    {
      const char *newline = memchr (text + span.start, '\n', length - span.start);

      span.end = newline != NULL ? (gsize) (newline - text) : length;
      if (span.end > span.start)
        {
          g_string_append (html, "<p>");
          add_span (html, text, marks, span);
          g_string_append (html, "</p>\n");
        }
      span.start = span.end + 1;
    }
}
