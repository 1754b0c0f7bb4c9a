/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "sample-report.h"

#include <string.h>

#define NOW G_GINT64_CONSTANT (1764417600) /* 29 November 2025, 12:00 UTC */

static const char ferry_text[] = "Ferry talks collapse after nine hours\n"
                                 "The island council and the operator Nordlinje broke off their talks on Thursday night, the council’s spokeswoman Maren Holt said. "
                                 "“We were offered 19 crossings a week. That is not a timetable, that is an insult,” she told reporters.\n\n"
                                 "The operator denies that it made an offer at all. “There is no document and there was no offer,” its director Pål Ek said on Friday.\n\n"
                                 "The daily Fjordposten reported earlier, citing two people close to the talks, that the plan had originally contained 28 crossings.";

static const char ferry_ukrainian[] = "Острів лишився без порома: перемовини зірвано\n"
                                      "Перемовини між радою острова та перевізником тривали дев’ять годин і завершилися нічим, повідомляє Fjordposten. "
                                      "За словами двох обізнаних співрозмовників газети, початковий план передбачав 28 рейсів на тиждень.\n\n"
                                      "Пізніше речниця ради назвала пропозицію «образою». Коли перемовини поновлять, невідомо.";

static SlAssessment *
assess (const char *grade,
        const char *reason,
        gboolean    override)
{
  SlAssessment *self = sl_assessment_new ();

  g_assert_true (sl_grade_parse (grade, &self->grade));
  self->reason = g_strdup (reason);
  self->by = g_strdup ("I. Analyst");
  self->at = NOW - 86400;
  self->override = override;
  return self;
}

static SlCapture *
make_capture (guint       number,
              const char *text)
{
  SlCapture *capture = sl_capture_new ();

  capture->captured_at = (NOW - 3 * 86400) * G_USEC_PER_SEC;
  capture->method = SL_CAPTURE_FETCHED;
  capture->status = 200;
  capture->payload_digest = g_strdup_printf ("%064x", number);
  capture->payload_bytes = (gint64) strlen (text) * 3;
  return capture;
}

static void
add_source (SlReport   *report,
            const char *outlet,
            const char *title,
            const char *url,
            const char *text)
{
  SlReportSource *source = sl_report_source_new ();
  SlReportDocument *document = sl_report_document_new ();
  SlCapture *capture = make_capture (report->sources->len + 1, text);

  source->id = 100 + report->sources->len;
  source->title = g_strdup (title);
  source->outlet = g_strdup (outlet);
  source->url = g_strdup (url);
  source->authors = g_strdup ("Ida Vik, Tor Moen");
  source->published = g_strdup ("2025-11-28");
  source->claims = 1;
  source->added_at = NOW - 3 * 86400;
  source->outlet_assessment = assess ("B", "Corrects its mistakes in print", FALSE);
  g_ptr_array_add (source->captures, capture);

  document->id = 200 + report->documents->len;
  document->source = report->sources->len;
  document->captured_at = capture->captured_at;
  document->status = 200;
  document->payload_digest = g_strdup (capture->payload_digest);
  document->payload_bytes = capture->payload_bytes;
  document->extractor = g_strdup ("reader 1 (sample)");
  document->text = g_strdup (text);
  g_ptr_array_add (report->sources, source);
  g_ptr_array_add (report->documents, document);
}

static SlReportEvent *
add_event (SlReport   *report,
           const char *title,
           const char *edtf,
           const char *grade,
           gboolean    contested)
{
  SlReportEvent *event = sl_report_event_new ();

  event->id = 300 + report->events->len;
  event->title = g_strdup (title);
  event->when = edtf != NULL ? sl_when_new (edtf, NULL, NULL) : sl_when_new_undated ();
  g_assert_nonnull (event->when);
  event->contested = contested;
  if (grade != NULL)
    {
      event->assessment = assess (grade, "Said on the record by somebody who took part", FALSE);
      event->grade = event->assessment->grade;
      event->confidence = sl_credibility_to_confidence (event->grade.credibility);
    }
  g_ptr_array_add (report->events, event);
  return event;
}

static SlReportClaim *
add_claim (SlReportEvent *event,
           const char    *text,
           const char    *grade)
{
  SlReportClaim *claim = sl_report_claim_new ();

  claim->id = 400 + event->id * 10 + event->claims->len;
  claim->text = g_strdup (text);
  claim->origins = 1;
  if (grade != NULL)
    claim->assessment = assess (grade, "One origin, plausible in itself", grade[1] == '1');
  g_ptr_array_add (event->claims, claim);
  return claim;
}

static void
add_quote (SlReport      *report,
           SlReportClaim *claim,
           guint          document,
           const char    *exact,
           SlStance       stance,
           const char    *origin)
{
  SlReportQuote *quote = sl_report_quote_new ();
  const char *text = ((SlReportDocument *) g_ptr_array_index (report->documents, document))->text;
  const char *at = strstr (text, exact);

  g_assert_nonnull (at);
  quote->passage_id = 500 + (gint64) (at - text);
  quote->document = document;
  quote->exact = g_strdup (exact);
  quote->start_cp = (gsize) g_utf8_pointer_to_offset (text, at);
  quote->end_cp = quote->start_cp + (gsize) g_utf8_strlen (exact, -1);
  quote->stance = stance;
  g_ptr_array_add (quote->chain, sl_attribution_link_new (origin, SL_SPEAKER_NAMED, "", 0, 0));
  g_ptr_array_add (quote->chain, sl_attribution_link_new ("Fjordposten", SL_SPEAKER_OUTLET, "", 0, 0));
  quote->check = sl_check_new ();
  quote->check->verdict = SL_VERDICT_VERBATIM;
  quote->check->at = NOW - 3600;
  g_ptr_array_add (claim->quotes, quote);
  claim->contested |= stance == SL_STANCE_DISPUTES;
}

static SlReport *
start_report (const char *title)
{
  SlReport *report = sl_report_new (title, NOW);

  report->case_id = g_strdup ("0123456789abcdef");
  report->author = g_strdup ("I. Analyst");
  report->program = g_strdup ("Sourceline 0.1.0");
  report->head_hash = g_strnfill (64, 'a');
  report->acts = 42;
  return report;
}

SlReport *
sample_report_empty (void)
{
  return start_report ("A case with nothing in it");
}

static void
add_ferry_sources (SlReport *report)
{
  add_source (report, "Fjordposten", "Ferry talks collapse after nine hours", "https://fjordposten.example/2025/11/28/ferry-talks-collapse", ferry_text);
  add_source (report, "Острівний вісник", "Острів лишився без порома: перемовини зірвано",
              "https://visnyk.example/novyny/ostriv-lyshyvsia-bez-poroma-peremovyny-zirvano-duzhe-dovha-adresa-bez-zhodnoho-probilu-aby-perevirity-perenesennia.html", ferry_ukrainian);
}

static void
add_ferry_events (SlReport *report)
{
  SlReportEvent *event = add_event (report, "Plan with 28 crossings is drawn up", "2025-11", NULL, FALSE);
  SlReportClaim *claim = add_claim (event, "The original plan had 28 crossings a week", "C3");

  add_quote (report, claim, 0, "citing two people close to the talks, that the plan had originally contained 28 crossings", SL_STANCE_SUPPORTS, "two people close to the talks");
  add_quote (report, claim, 1, "початковий план передбачав 28 рейсів на тиждень", SL_STANCE_SUPPORTS, "two people close to the talks");

  event = add_event (report, "Operator offers 19 crossings", "2025-11-20/2025-11-27", "B4", TRUE);
  claim = add_claim (event, "The operator offered 19 crossings a week", "B4");
  add_quote (report, claim, 0, "We were offered 19 crossings a week.", SL_STANCE_SUPPORTS, "Maren Holt");
  add_quote (report, claim, 0, "There is no document and there was no offer", SL_STANCE_DISPUTES, "Pål Ek");

  event = add_event (report, "Council and operator break off their talks", "2025-11-27", "B1", FALSE);
  event->place = g_strdup ("Storøy");
  event->note = g_strdup ("The nine hours are counted from the arrival of the delegation.");
  claim = add_claim (event, "The talks were broken off on Thursday night", "B1");
  add_quote (report, claim, 0, "The island council and the operator Nordlinje broke off their talks on Thursday night, the council’s spokeswoman Maren Holt said.",
             SL_STANCE_SUPPORTS, "Maren Holt");
  claim = add_claim (event, "The talks lasted nine hours", "B2");
  add_quote (report, claim, 1, "тривали дев’ять годин і завершилися нічим", SL_STANCE_SUPPORTS, "Fjordposten");
}

SlReport *
sample_report_typical (void)
{
  SlReport *report = start_report ("Ferry talks on the northern islands");
  SlReportEvent *event;

  report->scope = g_strdup ("Who offered how many crossings to the island council, when, and who says so? Reports between 20 and 29 November 2025.");
  add_ferry_sources (report);
  add_ferry_events (report);

  event = add_event (report, "Crossings are suspended", "2025-11-28/..", "D5", FALSE);
  add_claim (event, "No ferry has sailed since", NULL);
  add_event (report, "Winter timetable takes effect", "2025-12~", "F6", FALSE);
  event = add_event (report, "Spokeswoman calls the offer an insult", NULL, "B2", FALSE);
  add_quote (report, add_claim (event, "Holt called the offer an insult", "B2"), 1,
             "Пізніше речниця ради назвала пропозицію «образою».", SL_STANCE_MENTIONS, "Maren Holt");

  g_ptr_array_add (report->omissions, sl_report_omission_new (SL_OMISSION_OPEN_SUGGESTION, 7, NULL, NULL));
  g_ptr_array_add (report->omissions, sl_report_omission_new (SL_OMISSION_UNREADABLE_CAPTURE, 1, "https://fjordposten.example/live", "consent page"));
  return report;
}

static char *
make_long_text (guint paragraphs)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < paragraphs; i++)
    g_string_append_printf (text,
                            "Paragraph %u. The committee met again and heard the witness numbered %u, who described at length what had been seen from the "
                            "window on the north side, and how the papers had been carried away in boxes that nobody counted.\n\n",
                            i + 1, i + 1);
  return g_string_free (text, FALSE);
}

SlReport *
sample_report_large (guint n_events)
{
  SlReport *report = start_report ("Inquiry into the boxes that nobody counted, with a title so long that it has to be broken into several lines on the cover and shortened in the head of each page");
  g_autofree char *text = make_long_text (n_events);
  const char *const grades[] = { "A1", "B2", "C3", "D4", "E5", "F6" };

  add_source (report, "Protokoll", "Hearing of the committee, all days", "https://protokoll.example/hearing", text);
  for (guint i = 0; i < n_events; i++)
    {
      g_autofree char *title = g_strdup_printf ("Witness %u describes the boxes and the window on the north side", i + 1);
      g_autofree char *edtf = g_strdup_printf ("%u-%02u-%02u", 2020 + i / 60, i % 60 / 5 + 1, i % 5 * 5 + 1);
      g_autofree char *exact = g_strdup_printf ("the witness numbered %u, who described", i + 1);
      SlReportEvent *event = add_event (report, title, edtf, grades[i % 6], i % 9 == 0);

      add_quote (report, add_claim (event, title, grades[i % 6]), 0, exact, i % 9 == 0 ? SL_STANCE_DISPUTES : SL_STANCE_SUPPORTS, "A witness");
    }
  return report;
}
