/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "export/sl-export-private.h"
#include "export/sl-json-text.h"
#include "export/sl-omissions.h"

#include "core/sl-edtf.h"
#include "timeline/sl-civil.h"

#include <glib/gi18n-lib.h>

#define DAY_S 86400
#define MONTH_S (31 * DAY_S)

/*
 * TimelineJS shows its texts as HTML: all that comes from outside is escaped. It has no place for
 * what is left out, so the title slide lists it.
 */

/* As precise as the evidence: members which it does not give are left away. */
static void
add_date (SlJsonText *json,
          const char *name,
          gint64      first,
          gint64      span_s)
{
  SlCivil civil = sl_civil_from_seconds (first);

  sl_json_text_open (json, name, '{');
  sl_json_text_add_integer (json, "year", civil.year);
  if (span_s <= MONTH_S)
    sl_json_text_add_integer (json, "month", civil.month);
  if (span_s <= DAY_S)
    sl_json_text_add_integer (json, "day", civil.day);
  if (span_s < DAY_S)
    {
      sl_json_text_add_integer (json, "hour", civil.hour);
      sl_json_text_add_integer (json, "minute", civil.minute);
    }
  sl_json_text_close (json);
}

static gboolean
parse_end (const char *string,
           SlEdtf     *edtf)
{
  return string != NULL && *string != '\0' && !g_str_equal (string, "..") && sl_edtf_parse (string, edtf, NULL)
         && edtf->earliest != SL_TIME_MIN && edtf->latest != SL_TIME_MAX;
}

/* An interval has two dates of their own precision; an open side is left to the words of the date. */
static gboolean
add_dates (SlJsonText   *json,
           const SlWhen *when)
{
  g_auto (GStrv) ends = g_strsplit (when->edtf, "/", 2);
  SlEdtf start = { 0 };
  SlEdtf end = { 0 };
  gboolean has_start = parse_end (ends[0], &start);
  gboolean has_end = ends[0] != NULL && parse_end (ends[1], &end);

  if (!has_start && !has_end)
    return FALSE;
  if (has_start)
    add_date (json, "start_date", start.earliest, start.latest - start.earliest);
  else
    add_date (json, "start_date", end.earliest, end.latest - end.earliest);
  if (has_start && has_end)
    add_date (json, "end_date", end.latest - 1, end.latest - end.earliest);
  return TRUE;
}

static void
append_escaped (GString    *html,
                const char *before,
                const char *text,
                const char *after)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (html, "%s%s%s", before, escaped, after);
}

static void
append_quote (GString             *html,
              const SlReport      *report,
              const SlReportQuote *quote)
{
  const SlReportDocument *document = g_ptr_array_index (report->documents, quote->document);
  const SlReportSource *source = g_ptr_array_index (report->sources, document->source);
  g_autofree char *chain = sl_attribution_chain_format (quote->chain);

  append_escaped (html, "<blockquote>“", quote->exact, "”<br><small>");
  append_escaped (html, "", sl_stance_to_string (quote->stance), " · ");
  if (*chain != '\0')
    append_escaped (html, "", chain, " · ");
  if (source->outlet != NULL)
    append_escaped (html, "", source->outlet, ", ");
  append_escaped (html, "", source->title, "</small></blockquote>");
}

static char *
make_text (const SlReport      *report,
           const SlReportEvent *event)
{
  GString *html = g_string_new (NULL);
  g_autofree char *grade = sl_grade_format (event->grade);

  append_escaped (html, "<p><b>", sl_confidence_describe (event->confidence), "</b>");
  if (event->contested)
    append_escaped (html, ", ", _ ("contested"), "");
  if (*grade != '\0')
    append_escaped (html, " (", grade, ")");
  g_string_append (html, "</p>");
  for (guint i = 0; i < event->claims->len; i++)
    {
      const SlReportClaim *claim = g_ptr_array_index (event->claims, i);

      append_escaped (html, "<p>", claim->text, "</p>");
      for (guint j = 0; j < claim->quotes->len; j++)
        append_quote (html, report, g_ptr_array_index (claim->quotes, j));
    }
  return g_string_free (html, FALSE);
}

static void
add_event (SlJsonText          *json,
           const SlReport      *report,
           const SlReportEvent *event)
{
  g_autofree char *headline = g_markup_escape_text (event->title, -1);
  g_autofree char *text = make_text (report, event);
  g_autofree char *words = sl_when_format (event->when);
  char id[SL_ID_STRING_SIZE];

  sl_json_text_open (json, NULL, '{');
  sl_json_text_add_string (json, "unique_id", sl_id_format (event->id, id));
  add_dates (json, event->when);
  sl_json_text_add_string (json, "display_date", words);
  sl_json_text_open (json, "text", '{');
  sl_json_text_add_string (json, "headline", headline);
  sl_json_text_add_string (json, "text", text);
  sl_json_text_close (json);
  sl_json_text_close (json);
}

/* Whether TimelineJS could place it: at least one end of it is known. */
static gboolean
can_be_placed (const SlReportEvent *event)
{
  return sl_report_event_is_dated (event) && event->when->edtf[0] != '[' && event->when->edtf[0] != '{'
         && (event->when->earliest != SL_TIME_MIN || event->when->latest != SL_TIME_MAX);
}

/* What cannot be placed, and the other omissions, in the words of the title slide. */
static char *
make_title_text (const SlReport *report)
{
  g_autoptr (GPtrArray) omissions = sl_omissions_collect (report);
  GString *html = g_string_new (NULL);

  if (report->scope != NULL)
    append_escaped (html, "<p>", report->scope, "</p>");
  for (guint kind = 0; kind < SL_N_OMISSION_KINDS; kind++)
    {
      guint count = sl_omissions_count (omissions, (SlOmissionKind) kind);

      if (count == 0)
        continue;
      g_autofree char *number = g_strdup_printf (": %u. ", count);
      append_escaped (html, "<p><b>", sl_omissions_get_title ((SlOmissionKind) kind), "</b>");
      append_escaped (html, number, sl_omissions_get_why ((SlOmissionKind) kind), "</p>");
    }
  for (guint i = 0; i < report->events->len; i++)
    {
      const SlReportEvent *event = g_ptr_array_index (report->events, i);

      if (!can_be_placed (event))
        append_escaped (html, "<p>– ", event->title, "</p>");
    }
  return g_string_free (html, FALSE);
}

/**
 * sl_timelinejs_write:
 *
 * Writes the dated events for TimelineJS (JSON of TimelineJS3).
 */
GBytes *
sl_timelinejs_write (const SlReport  *report,
                     GCancellable    *cancellable,
                     GError         **error)
{
  SlJsonText *json = sl_json_text_new ();
  g_autofree char *headline = g_markup_escape_text (report->title != NULL ? report->title : "", -1);
  g_autofree char *text = make_title_text (report);

  sl_json_text_open (json, NULL, '{');
  sl_json_text_add_string (json, "scale", "human");
  sl_json_text_open (json, "title", '{');
  sl_json_text_open (json, "text", '{');
  sl_json_text_add_string (json, "headline", headline);
  sl_json_text_add_string (json, "text", text);
  sl_json_text_close (json);
  sl_json_text_close (json);
  sl_json_text_open (json, "events", '[');
  for (guint i = 0; i < report->events->len; i++)
    {
      const SlReportEvent *event = g_ptr_array_index (report->events, i);

      if (can_be_placed (event))
        add_event (json, report, event);
    }
  sl_json_text_close (json);
  sl_json_text_close (json);
  return sl_json_text_free_to_bytes (json);
}
