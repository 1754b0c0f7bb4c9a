/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "export/sl-export-private.h"
#include "export/sl-html-text.h"
#include "export/sl-omissions.h"

#include <glib/gi18n-lib.h>

/*
 * One page without scripts, fonts or images of others: its policy forbids a browser to fetch
 * anything when it is opened.
 */
static const char style[] = ":root{color-scheme:light dark}body{font:16px/1.55 Georgia,'Noto Serif',serif;max-width:46rem;margin:3rem auto;padding:0 1.2rem}"
                            "h1,h2,h3,.meta,.sign,table{font-family:system-ui,'Noto Sans',sans-serif}h1{font-size:2rem;line-height:1.15}h2{margin-top:3rem;border-bottom:1px solid #8886}"
                            "h3{margin:2.2rem 0 .2rem}.meta{font-size:.82rem;opacity:.8;margin:.15rem 0}.claim{border-left:3px solid #8888;padding-left:1rem;margin:1rem 0}"
                            ".contested{border-left-color:#b3261e}blockquote{margin:.6rem 0 .6rem 1rem;font-style:italic}blockquote .meta{font-style:normal}"
                            "code{font-size:.8rem;overflow-wrap:anywhere}mark{background:#ffe685;color:#111;border-bottom:2px solid #b08900}"
                            "mark.disputes{background:#f9c2ad;border-color:#b3261e}mark.mentions{background:#cfe1f2;border-color:#2b5d8a}"
                            ".sign{font-size:.7rem;vertical-align:super;margin-right:.2rem}@media print{a{color:inherit}}";

static const char *
get_sign (SlConfidence confidence)
{
  switch (confidence)
    {
    case SL_CONFIDENCE_CONFIRMED:
      return "●";
    case SL_CONFIDENCE_PROBABLE:
      return "◕";
    case SL_CONFIDENCE_POSSIBLE:
      return "◑";
    case SL_CONFIDENCE_DOUBTFUL:
      return "△";
    case SL_CONFIDENCE_IMPROBABLE:
      return "✕";
    case SL_CONFIDENCE_NOT_JUDGED:
    default:
      return "◌";
    }
}

static void
add_assessment (GString            *html,
                const SlAssessment *assessment)
{
  g_autofree char *grade = assessment != NULL ? sl_grade_format (assessment->grade) : NULL;

  if (assessment == NULL)
    return;
  sl_html_text_wrap (html, " · <b>", grade, "</b>");
  if (assessment->override)
    sl_html_text_wrap (html, " (", _ ("given with fewer than two independent origins"), ")");
  sl_html_text_wrap (html, ": ", assessment->reason, "");
}

static void
add_quote (GString             *html,
           const SlReport      *report,
           const SlReportQuote *quote,
           const char          *place)
{
  const SlReportDocument *document = g_ptr_array_index (report->documents, quote->document);
  const SlReportSource *source = g_ptr_array_index (report->sources, document->source);
  g_autofree char *chain = sl_attribution_chain_format (quote->chain);
  g_autofree char *captured = sl_export_format_time (document->captured_at / G_USEC_PER_SEC);

  g_string_append_printf (html, "<blockquote id=\"quote-%s\">“", place);
  sl_html_text_add (html, quote->exact);
  g_string_append (html, "”<p class=\"meta\">");
  sl_html_text_wrap (html, "<b>", sl_stance_to_string (quote->stance), "</b> · ");
  sl_html_text_wrap (html, "", *chain != '\0' ? chain : _ ("not established"), " · ");
  sl_html_text_wrap (html, "", source->outlet, ", ");
  g_string_append_printf (html, "<a href=\"#passage-%s\">", place);
  sl_html_text_wrap (html, "“", source->title, "”");
  g_string_append (html, "</a>, ");
  sl_html_text_add (html, captured);
  if (quote->check != NULL)
    sl_html_text_wrap (html, " · ", sl_verdict_describe (quote->check->verdict), "");
  if (quote->check != NULL && quote->check->difference != NULL)
    sl_html_text_wrap (html, ": ", quote->check->difference, "");
  g_string_append (html, "</p></blockquote>\n");
}

static void
add_claim (GString             *html,
           const SlReport      *report,
           const SlReportClaim *claim,
           guint                event,
           guint                index)
{
  g_string_append_printf (html, "<div class=\"claim%s\"><b>", claim->contested ? " contested" : "");
  sl_html_text_add (html, claim->text);
  g_string_append (html, "</b><p class=\"meta\">");
  sl_html_text_add (html, sl_modality_describe (claim->modality));
  if (claim->contested)
    sl_html_text_wrap (html, ", ", _ ("contested"), "");
  add_assessment (html, claim->assessment);
  g_string_append (html, "</p>\n");
  for (guint i = 0; i < claim->quotes->len; i++)
    {
      g_autofree char *place = g_strdup_printf ("%u-%u-%u", event + 1, index + 1, i + 1);

      add_quote (html, report, g_ptr_array_index (claim->quotes, i), place);
    }
  g_string_append (html, "</div>\n");
}

static void
add_event (GString             *html,
           const SlReport      *report,
           const SlReportEvent *event,
           guint                index)
{
  g_autofree char *words = event->when != NULL ? sl_when_format (event->when) : g_strdup (_ ("undated"));

  g_string_append_printf (html, "<section id=\"event-%u\"><h3>%u · ", index + 1, index + 1);
  sl_html_text_add (html, event->title);
  g_string_append (html, "</h3><p class=\"meta\">");
  sl_html_text_wrap (html, "<b>", words, "</b>");
  if (sl_report_event_is_dated (event))
    sl_html_text_wrap (html, " <code>", event->when->edtf, "</code>");
  sl_html_text_wrap (html, " · ", event->place, "");
  g_string_append_printf (html, "</p><p class=\"meta\">%s ", get_sign (event->confidence));
  sl_html_text_add (html, sl_confidence_describe (event->confidence));
  if (event->contested)
    sl_html_text_wrap (html, ", ⚡ ", _ ("contested"), "");
  add_assessment (html, event->assessment);
  g_string_append (html, "</p>\n");
  sl_html_text_wrap (html, "<p>", event->note, "</p>\n");
  for (guint i = 0; i < event->claims->len; i++)
    add_claim (html, report, g_ptr_array_index (event->claims, i), index, i);
  g_string_append (html, "</section>\n");
}

static void
add_documents (GString        *html,
               const SlReport *report)
{
  for (guint i = 0; i < report->documents->len; i++)
    {
      const SlReportDocument *document = g_ptr_array_index (report->documents, i);
      const SlReportSource *source = g_ptr_array_index (report->sources, document->source);
      g_autofree char *captured = sl_export_format_time (document->captured_at / G_USEC_PER_SEC);

      g_string_append_printf (html, "<article id=\"document-%u\"><h3>D%u · ", i + 1, i + 1);
      sl_html_text_add (html, source->title);
      g_string_append (html, "</h3><p class=\"meta\">");
      sl_html_text_add (html, source->outlet);
      sl_html_text_wrap (html, " · ", source->authors, "");
      sl_html_text_wrap (html, " · ", source->published, "");
      g_string_append (html, "</p><p class=\"meta\">");
      sl_html_text_add (html, captured);
      sl_html_text_wrap (html, " · <code>", document->payload_digest, "</code>");
      g_string_append (html, "</p><p class=\"meta\">");
      sl_html_text_wrap (html, "<code>", source->url, "</code>");
      g_string_append (html, "</p>\n");
      sl_html_document_add (html, report, i);
      g_string_append (html, "</article>\n");
    }
}

static void
add_sources (GString        *html,
             const SlReport *report)
{
  for (guint i = 0; i < report->sources->len; i++)
    {
      const SlReportSource *source = g_ptr_array_index (report->sources, i);

      g_string_append_printf (html, "<p><b>S%u ", i + 1);
      sl_html_text_add (html, source->title);
      g_string_append (html, "</b>");
      sl_html_text_wrap (html, "<br>", source->outlet, "");
      sl_html_text_wrap (html, "<br><code>", source->url, "</code>");
      for (guint j = 0; j < source->captures->len; j++)
        {
          const SlCapture *capture = g_ptr_array_index (source->captures, j);
          g_autofree char *time = sl_export_format_time (capture->captured_at / G_USEC_PER_SEC);

          sl_html_text_wrap (html, "<br>", time, "");
          sl_html_text_wrap (html, " <code>", capture->payload_digest, "</code>");
        }
      g_string_append (html, "</p>\n");
    }
}

static void
add_omissions (GString        *html,
               const SlReport *report)
{
  g_autoptr (GPtrArray) omissions = sl_omissions_collect (report);

  g_string_append (html, "<ul>\n");
  for (guint i = 0; i < omissions->len; i++)
    {
      const SlReportOmission *omission = g_ptr_array_index (omissions, i);

      sl_html_text_wrap (html, "<li>", sl_omissions_get_title (omission->kind), "");
      g_string_append_printf (html, ": %u", omission->count);
      sl_html_text_wrap (html, " · ", omission->what, "");
      sl_html_text_wrap (html, " · ", omission->why != NULL ? omission->why : sl_omissions_get_why (omission->kind), "");
      g_string_append (html, "</li>\n");
    }
  if (omissions->len == 0)
    sl_html_text_wrap (html, "<li>", _ ("Nothing."), "</li>\n");
  g_string_append (html, "</ul>\n");
}

static void
add_head (GString        *html,
          const SlReport *report)
{
  g_autofree char *generated = sl_export_format_time (report->generated_at);
  const char *title = report->title != NULL ? report->title : "";

  g_string_append (html, "<!DOCTYPE html>\n<html lang=\"");
  sl_html_text_add (html, report->language != NULL ? report->language : "en");
  g_string_append (html, "\">\n<head>\n<meta charset=\"utf-8\">\n"
                         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
                         "<meta name=\"viewport\" content=\"width=device-width\">\n<title>");
  sl_html_text_add (html, title);
  g_string_append_printf (html, "</title>\n<style>%s</style>\n</head>\n<body>\n<h1>", style);
  sl_html_text_add (html, title);
  g_string_append (html, "</h1>\n");
  sl_html_text_wrap (html, "<p>", report->scope, "</p>\n");
  g_string_append (html, "<p class=\"meta\">");
  sl_html_text_add (html, generated);
  sl_html_text_wrap (html, " · ", report->author, "");
  sl_html_text_wrap (html, " · ", report->program, "");
  g_string_append (html, "</p><p class=\"meta\">");
  sl_html_text_wrap (html, "<code>", report->head_hash, "</code>");
  g_string_append (html, "</p>\n");
}

/**
 * sl_html_write:
 *
 * Writes the report as one page: events with their quotations, and the documents with the passages
 * marked, linked both ways.
 */
GBytes *
sl_html_write (const SlReport  *report,
               GCancellable    *cancellable,
               GError         **error)
{
  GString *html = g_string_new (NULL);

  add_head (html, report);
  sl_html_text_wrap (html, "<h2>", _ ("Events"), "</h2>\n");
  for (guint i = 0; i < report->events->len; i++)
    add_event (html, report, g_ptr_array_index (report->events, i), i);
  sl_html_text_wrap (html, "<h2>", _ ("Cited documents"), "</h2>\n");
  add_documents (html, report);
  sl_html_text_wrap (html, "<h2>", _ ("Sources"), "</h2>\n");
  add_sources (html, report);
  sl_html_text_wrap (html, "<h2>", _ ("What was left out"), "</h2>\n");
  add_omissions (html, report);
  g_string_append (html, "</body>\n</html>\n");
  return g_string_free_to_bytes (html);
}
