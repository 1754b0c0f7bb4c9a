/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "export/sl-export-private.h"
#include "export/sl-json-text.h"

/*
 * One W3C Web Annotation for each quotation: the body is the claim, the target the words in the
 * captured source, by quotation and by position.
 */

#define CONTEXT_CP 32

static void
add_urn (SlJsonText *json,
         const char *name,
         const char *kind,
         SlId        id)
{
  char buffer[SL_ID_STRING_SIZE];
  g_autofree char *urn = g_strdup_printf ("urn:sourceline:%s:%s", kind, sl_id_format (id, buffer));

  sl_json_text_add_string (json, name, urn);
}

static void
add_body (SlJsonText *json,
          const SlReportEvent *event, /* (nullable): it belongs to none */
          const SlReportClaim *claim,
          const SlReportQuote *quote)
{
  sl_json_text_open (json, "body", '[');
  sl_json_text_open (json, NULL, '{');
  sl_json_text_add_string (json, "type", "TextualBody");
  add_urn (json, "id", "claim", claim->id);
  sl_json_text_add_string (json, "value", claim->text);
  sl_json_text_add_string (json, "purpose", "describing");
  sl_json_text_close (json);

  sl_json_text_open (json, NULL, '{');
  sl_json_text_add_string (json, "type", "TextualBody");
  sl_json_text_add_string (json, "value", sl_stance_to_string (quote->stance));
  sl_json_text_add_string (json, "purpose", "classifying");
  sl_json_text_close (json);

  if (claim->assessment != NULL)
    {
      g_autofree char *grade = sl_grade_format (claim->assessment->grade);
      g_autofree char *value = g_strdup_printf ("%s: %s", grade, claim->assessment->reason);

      sl_json_text_open (json, NULL, '{');
      sl_json_text_add_string (json, "type", "TextualBody");
      sl_json_text_add_string (json, "value", value);
      sl_json_text_add_string (json, "purpose", "assessing");
      sl_json_text_close (json);
    }

  if (event != NULL)
    {
      sl_json_text_open (json, NULL, '{');
      sl_json_text_add_string (json, "type", "SpecificResource");
      add_urn (json, "source", "event", event->id);
      sl_json_text_add_string (json, "purpose", "linking");
      sl_json_text_close (json);
    }
  sl_json_text_close (json);
}

static void
add_selectors (SlJsonText          *json,
               const char          *text,
               const SlReportQuote *quote)
{
  long length = g_utf8_strlen (text, -1);
  long start = MIN ((long) quote->start_cp, length);
  long end = CLAMP ((long) quote->end_cp, start, length);
  g_autofree char *prefix = g_utf8_substring (text, MAX (start - CONTEXT_CP, 0), start);
  g_autofree char *suffix = g_utf8_substring (text, end, MIN (end + CONTEXT_CP, length));

  sl_json_text_open (json, "selector", '[');
  sl_json_text_open (json, NULL, '{');
  sl_json_text_add_string (json, "type", "TextQuoteSelector");
  sl_json_text_add_string (json, "exact", quote->exact);
  sl_json_text_add_string (json, "prefix", prefix);
  sl_json_text_add_string (json, "suffix", suffix);
  sl_json_text_close (json);
  sl_json_text_open (json, NULL, '{');
  sl_json_text_add_string (json, "type", "TextPositionSelector");
  sl_json_text_add_integer (json, "start", start);
  sl_json_text_add_integer (json, "end", end);
  sl_json_text_close (json);
  sl_json_text_close (json);
}

static void
add_content (SlJsonText *json,
             const char *digest)
{
  g_autofree char *urn = digest != NULL ? g_strdup_printf ("urn:sha256:%s", digest) : NULL;

  sl_json_text_add_string (json, NULL, urn);
}

/* What is cached are the bytes that were captured, and the text read from them, which positions count in. */
static void
add_target (SlJsonText          *json,
            const SlReport      *report,
            const SlReportQuote *quote)
{
  const SlReportDocument *document = g_ptr_array_index (report->documents, quote->document);
  const SlReportSource *source = g_ptr_array_index (report->sources, document->source);
  g_autofree char *captured = sl_export_format_time_iso (document->captured_at / G_USEC_PER_SEC);

  sl_json_text_open (json, "target", '{');
  sl_json_text_add_string (json, "type", "SpecificResource");
  if (source->url != NULL)
    sl_json_text_add_string (json, "source", source->url);
  else
    add_urn (json, "source", "source", source->id);
  sl_json_text_open (json, "state", '{');
  sl_json_text_add_string (json, "type", "TimeState");
  sl_json_text_add_string (json, "sourceDate", captured);
  sl_json_text_open (json, "cached", '[');
  add_content (json, document->payload_digest);
  add_content (json, document->text_digest);
  sl_json_text_close (json);
  sl_json_text_close (json);
  add_selectors (json, document->text, quote);
  sl_json_text_close (json);
}

static void
add_annotation (SlJsonText          *json,
                const SlReport      *report,
                const SlReportEvent *event,
                const SlReportClaim *claim,
                const SlReportQuote *quote)
{
  sl_json_text_open (json, NULL, '{');
  add_urn (json, "id", "passage", quote->passage_id);
  sl_json_text_add_string (json, "type", "Annotation");
  sl_json_text_add_string (json, "motivation", "assessing");
  add_body (json, event, claim, quote);
  add_target (json, report, quote);
  sl_json_text_close (json);
}

static void
add_claims (SlJsonText          *json,
            const SlReport      *report,
            const SlReportEvent *event,
            GPtrArray           *claims)
{
  for (guint c = 0; c < claims->len; c++)
    {
      const SlReportClaim *claim = g_ptr_array_index (claims, c);

      for (guint q = 0; q < claim->quotes->len; q++)
        add_annotation (json, report, event, claim, g_ptr_array_index (claim->quotes, q));
    }
}

/**
 * sl_jsonld_write:
 *
 * Writes each quotation as a W3C Web Annotation.
 */
GBytes *
sl_jsonld_write (const SlReport  *report,
                 GCancellable    *cancellable,
                 GError         **error)
{
  SlJsonText *json = sl_json_text_new ();
  g_autofree char *generated = sl_export_format_time_iso (report->generated_at);

  sl_json_text_open (json, NULL, '{');
  sl_json_text_add_string (json, "@context", "http://www.w3.org/ns/anno.jsonld");
  sl_json_text_add_string (json, "type", "AnnotationPage");
  sl_json_text_add_string (json, "label", report->title);
  sl_json_text_add_string (json, "generated", generated);
  sl_json_text_add_string (json, "generator", report->program);
  sl_json_text_open (json, "items", '[');
  for (guint e = 0; e < report->events->len; e++)
    {
      const SlReportEvent *event = g_ptr_array_index (report->events, e);

      add_claims (json, report, event, event->claims);
    }
  add_claims (json, report, NULL, report->claims);
  sl_json_text_close (json);
  sl_json_text_close (json);
  return sl_json_text_free_to_bytes (json);
}
