/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "export/sl-export-private.h"

/*
 * RFC 4180 with a header line: one row for each quotation of each claim of each event, so that
 * nothing is folded into a cell; events and claims without one have a row with those cells empty.
 */

static const char header[] = "event_id,event,edtf,earliest,latest,place,confidence,contested,grade,"
                             "claim_id,claim,modality,claim_grade,claim_grade_reason,origins,"
                             "stance,quote,chain,verdict,outlet,source_title,url,published,captured,start_cp,end_cp,payload_sha256\r\n";

/* Cells that a spreadsheet would run as a formula get an apostrophe before them. */
static gboolean
is_formula (const char *text)
{
  return *text != '\0' && strchr ("=+-@\t\r", *text) != NULL;
}

static void
add_cell (GString    *out,
          const char *text)
{
  if (out->len > 0 && out->str[out->len - 1] != '\n')
    g_string_append_c (out, ',');
  if (text == NULL || *text == '\0')
    {
      g_string_append (out, "\"\"");
      return;
    }

  g_string_append_c (out, '"');
  if (is_formula (text))
    g_string_append_c (out, '\'');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

static void
add_id (GString *out,
        SlId     id)
{
  char buffer[SL_ID_STRING_SIZE];

  add_cell (out, sl_id_format (id, buffer));
}

static void
add_number (GString *out,
            guint64  number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT, number);

  add_cell (out, text);
}

static void
add_empty (GString *out,
           guint    cells)
{
  for (guint i = 0; i < cells; i++)
    add_cell (out, NULL);
}

static void
add_event (GString             *out,
           const SlReportEvent *event)
{
  g_autofree char *earliest = event->when != NULL ? sl_when_format_earliest (event->when) : NULL;
  g_autofree char *latest = event->when != NULL ? sl_when_format_latest (event->when) : NULL;
  g_autofree char *grade = sl_grade_format (event->grade);

  add_id (out, event->id);
  add_cell (out, event->title);
  add_cell (out, event->when != NULL ? event->when->edtf : NULL);
  add_cell (out, earliest);
  add_cell (out, latest);
  add_cell (out, event->place);
  add_cell (out, sl_confidence_to_string (event->confidence));
  add_cell (out, event->contested ? "yes" : "no");
  add_cell (out, grade);
}

static void
add_claim (GString             *out,
           const SlReportClaim *claim)
{
  g_autofree char *grade = claim->assessment != NULL ? sl_grade_format (claim->assessment->grade) : NULL;

  add_id (out, claim->id);
  add_cell (out, claim->text);
  add_cell (out, sl_modality_to_string (claim->modality));
  add_cell (out, grade);
  add_cell (out, claim->assessment != NULL ? claim->assessment->reason : NULL);
  add_number (out, claim->origins);
}

static void
add_quote (GString             *out,
           const SlReport      *report,
           const SlReportQuote *quote)
{
  const SlReportDocument *document = g_ptr_array_index (report->documents, quote->document);
  const SlReportSource *source = g_ptr_array_index (report->sources, document->source);
  g_autofree char *chain = sl_attribution_chain_format (quote->chain);
  g_autofree char *captured = sl_export_format_time_iso (document->captured_at / G_USEC_PER_SEC);

  add_cell (out, sl_stance_to_string (quote->stance));
  add_cell (out, quote->exact);
  add_cell (out, chain);
  add_cell (out, quote->check != NULL ? sl_verdict_to_string (quote->check->verdict) : NULL);
  add_cell (out, source->outlet);
  add_cell (out, source->title);
  add_cell (out, source->url);
  add_cell (out, source->published);
  add_cell (out, captured);
  add_number (out, quote->start_cp);
  add_number (out, quote->end_cp);
  add_cell (out, document->payload_digest);
}

static void
add_rows (GString             *out,
          const SlReport      *report,
          const SlReportEvent *event,
          const SlReportClaim *claim)
{
  for (guint i = 0; i < MAX (claim->quotes->len, 1); i++)
    {
      add_event (out, event);
      add_claim (out, claim);
      if (i < claim->quotes->len)
        add_quote (out, report, g_ptr_array_index (claim->quotes, i));
      else
        add_empty (out, 12);
      g_string_append (out, "\r\n");
    }
}

/**
 * sl_csv_write:
 *
 * Writes the events with their claims and quotations as a table in UTF-8.
 */
GBytes *
sl_csv_write (const SlReport  *report,
              GCancellable    *cancellable,
              GError         **error)
{
  g_autoptr (GString) out = g_string_new (header);

  for (guint i = 0; i < report->events->len; i++)
    {
      const SlReportEvent *event = g_ptr_array_index (report->events, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      for (guint j = 0; j < event->claims->len; j++)
        add_rows (out, report, event, g_ptr_array_index (event->claims, j));
      if (event->claims->len == 0)
        {
          add_event (out, event);
          add_empty (out, 18);
          g_string_append (out, "\r\n");
        }
    }
  return g_string_free_to_bytes (g_steal_pointer (&out));
}
