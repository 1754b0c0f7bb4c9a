/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "export/sl-export-private.h"
#include "export/sl-omissions.h"

#include <glib/gi18n-lib.h>

/* CommonMark. All that comes from outside is escaped and kept on its line, so that it can neither make a heading nor a link nor HTML. */

static void
append_text (GString    *out,
             const char *text)
{
  for (const char *p = text; p != NULL && *p != '\0'; p++)
    {
      if ((guchar) *p < ' ')
        g_string_append_c (out, ' ');
      else if (strchr ("\\`*_[]<>#&|~", *p) != NULL || (p == text && strchr ("+-=", *p) != NULL))
        g_string_append_printf (out, "\\%c", *p);
      else
        g_string_append_c (out, *p);
    }
}

static void
append_field (GString    *out,
              const char *name,
              const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  g_string_append_printf (out, "- %s: ", name);
  append_text (out, value);
  g_string_append_c (out, '\n');
}

static void
append_grade (GString            *out,
              const SlAssessment *assessment)
{
  g_autofree char *grade = NULL;

  if (assessment == NULL)
    return;
  grade = sl_grade_format (assessment->grade);
  g_string_append_printf (out, " · %s", grade);
  if (assessment->override)
    g_string_append_printf (out, " (%s)", _ ("given with fewer than two independent origins"));
  g_string_append (out, ": ");
  append_text (out, assessment->reason);
}

static void
append_quote (GString             *out,
              const SlReport      *report,
              const SlReportQuote *quote)
{
  const SlReportDocument *document = g_ptr_array_index (report->documents, quote->document);
  const SlReportSource *source = g_ptr_array_index (report->sources, document->source);
  g_autofree char *chain = sl_attribution_chain_format (quote->chain);
  g_autofree char *captured = sl_export_format_time (document->captured_at / G_USEC_PER_SEC);

  g_string_append (out, "> “");
  append_text (out, quote->exact);
  g_string_append (out, "”\n>\n> ");
  append_text (out, sl_stance_to_string (quote->stance));
  g_string_append (out, " · ");
  append_text (out, *chain != '\0' ? chain : _ ("not established"));
  g_string_append (out, " · ");
  append_text (out, source->outlet);
  g_string_append (out, ", “");
  append_text (out, source->title);
  g_string_append_printf (out, "” (S%u), ", document->source + 1);
  append_text (out, captured);
  if (quote->check != NULL)
    g_string_append_printf (out, " · %s", sl_verdict_describe (quote->check->verdict));
  g_string_append (out, "\n\n");
}

static void
append_claim (GString             *out,
              const SlReport      *report,
              const SlReportClaim *claim)
{
  g_string_append (out, "**");
  append_text (out, claim->text);
  g_string_append_printf (out, "** (%s%s)", sl_modality_describe (claim->modality), claim->contested ? _ (", contested") : "");
  append_grade (out, claim->assessment);
  g_string_append (out, "\n\n");
  for (guint i = 0; i < claim->quotes->len; i++)
    append_quote (out, report, g_ptr_array_index (claim->quotes, i));
}

static void
append_event (GString             *out,
              const SlReport      *report,
              const SlReportEvent *event,
              guint                number)
{
  g_autofree char *words = event->when != NULL ? sl_when_format (event->when) : g_strdup (_ ("undated"));

  g_string_append_printf (out, "### %u\\. ", number);
  append_text (out, words);
  g_string_append (out, ": ");
  append_text (out, event->title);
  g_string_append_printf (out, "\n\n%s%s", sl_confidence_describe (event->confidence), event->contested ? _ (", contested") : "");
  append_grade (out, event->assessment);
  g_string_append (out, "\n\n");
  append_field (out, _ ("Place"), event->place);
  append_field (out, "EDTF", event->when != NULL ? event->when->edtf : NULL);
  append_field (out, _ ("Note"), event->note);
  g_string_append_c (out, '\n');
  for (guint i = 0; i < event->claims->len; i++)
    append_claim (out, report, g_ptr_array_index (event->claims, i));
}

static void
append_source (GString              *out,
               const SlReportSource *source,
               guint                 number)
{
  g_string_append_printf (out, "### S%u ", number);
  append_text (out, source->title);
  g_string_append (out, "\n\n");
  append_field (out, _ ("Outlet"), source->outlet);
  append_field (out, _ ("By"), source->authors);
  append_field (out, _ ("Address"), source->url);
  append_field (out, _ ("Published"), source->published);
  append_field (out, _ ("Updated"), source->updated);
  for (guint i = 0; i < source->captures->len; i++)
    {
      const SlCapture *capture = g_ptr_array_index (source->captures, i);
      g_autofree char *time = sl_export_format_time (capture->captured_at / G_USEC_PER_SEC);
      g_autofree char *line = g_strdup_printf ("%s, SHA-256 %s", time, capture->payload_digest != NULL ? capture->payload_digest : "?");

      append_field (out, _ ("Captured"), line);
    }
  g_string_append_c (out, '\n');
}

static void
append_omissions (GString        *out,
                  const SlReport *report)
{
  g_autoptr (GPtrArray) omissions = sl_omissions_collect (report);

  g_string_append_printf (out, "## %s\n\n", _ ("What was left out"));
  if (omissions->len == 0)
    g_string_append_printf (out, "%s\n", _ ("Nothing."));
  for (guint i = 0; i < omissions->len; i++)
    {
      const SlReportOmission *omission = g_ptr_array_index (omissions, i);

      g_string_append_printf (out, "- %s: %u", sl_omissions_get_title (omission->kind), omission->count);
      if (omission->what != NULL)
        {
          g_string_append (out, " · ");
          append_text (out, omission->what);
        }
      g_string_append (out, " · ");
      append_text (out, omission->why != NULL ? omission->why : sl_omissions_get_why (omission->kind));
      g_string_append_c (out, '\n');
    }
}

/**
 * sl_markdown_write:
 *
 * Writes the whole report as text with light marks.
 */
GBytes *
sl_markdown_write (const SlReport  *report,
                   GCancellable    *cancellable,
                   GError         **error)
{
  GString *out = g_string_new ("# ");
  g_autofree char *generated = sl_export_format_time (report->generated_at);

  append_text (out, report->title);
  g_string_append (out, "\n\n");
  append_text (out, report->scope);
  g_string_append (out, "\n\n");
  append_field (out, _ ("Made by"), report->author);
  append_field (out, _ ("Made on"), generated);
  append_field (out, _ ("Made with"), report->program);
  append_field (out, _ ("Case"), report->case_id);
  append_field (out, _ ("Last act"), report->head_hash);
  g_string_append_printf (out, "\n## %s\n\n", _ ("Events"));
  for (guint i = 0; i < report->events->len; i++)
    append_event (out, report, g_ptr_array_index (report->events, i), i + 1);
  g_string_append_printf (out, "## %s\n\n", _ ("Sources"));
  for (guint i = 0; i < report->sources->len; i++)
    append_source (out, g_ptr_array_index (report->sources, i), i + 1);
  append_omissions (out, report);
  return g_string_free_to_bytes (out);
}
