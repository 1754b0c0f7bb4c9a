/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "sample.h"

#include <string.h>

#include "core/sl-digest.h"
#include "store/sl-warc-writer.h"

/* A path in the test's own folder; each test uses a name of its own. */
char *
sample_make_path (const char *name)
{
  const char *folder = g_get_user_data_dir ();

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  return g_build_filename (folder, name, NULL);
}

SlCase *
sample_make_case (const char *name)
{
  g_autofree char *path = sample_make_path (name);
  g_autoptr (GError) error = NULL;
  SlCase *made = sl_case_create (path, "Bridge", SAMPLE_NOW, &error);

  g_assert_no_error (error);
  g_assert_nonnull (made);
  return made;
}

void
sample_begin (SlCase     *a_case,
              const char *label)
{
  g_autoptr (GError) error = NULL;

  sl_case_begin_act (a_case, SL_ACT_DO, label, "tester", SAMPLE_NOW + 1, &error);
  g_assert_no_error (error);
}

void
sample_commit (SlCase *a_case)
{
  g_autoptr (GError) error = NULL;

  sl_case_commit_act (a_case, &error);
  g_assert_no_error (error);
}

static void
add_outlet_and_source (SlCase *a_case,
                       Sample *sample)
{
  g_autoptr (SlOutlet) outlet = sl_outlet_new ();
  g_autoptr (SlSource) source = sl_source_new ();
  g_autoptr (GError) error = NULL;

  outlet->name = g_strdup ("The Example Times");
  outlet->domain = g_strdup ("times.example");
  sl_case_put_outlet (a_case, outlet, &error);
  g_assert_no_error (error);
  sample->outlet = outlet->id;

  source->outlet_id = outlet->id;
  source->url = g_strdup ("https://times.example/bridge");
  source->title = g_strdup ("Bridge to close");
  source->authors = g_strsplit ("Ada Ruf\nBo Lind", "\n", -1);
  source->added_at = SAMPLE_NOW;
  sl_case_put_source (a_case, source, &error);
  g_assert_no_error (error);
  sample->source = source->id;
}

static void
add_capture (SlCase *a_case,
             Sample *sample)
{
  g_autoptr (SlCapture) capture = sl_capture_new ();
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GBytes) payload = g_bytes_new_static (SAMPLE_TEXT, strlen (SAMPLE_TEXT));
  g_autoptr (GError) error = NULL;

  capture->source_id = sample->source;
  capture->captured_at = SAMPLE_NOW * G_USEC_PER_SEC;
  capture->method = SL_CAPTURE_PASTED;
  capture->payload_digest = sl_digest_bytes (payload);
  capture->payload_bytes = (gint64) g_bytes_get_size (payload);
  capture->url = g_strconcat ("urn:sha256:", capture->payload_digest, NULL);
  g_ptr_array_add (members, sl_warc_write_resource (capture->url, "text/plain", payload, capture->captured_at, &error));
  g_assert_no_error (error);
  sl_case_add_capture (a_case, capture, members, &error);
  g_assert_no_error (error);
  sample->capture = capture->id;
}

static void
add_document (SlCase *a_case,
              Sample *sample)
{
  g_autoptr (SlDocument) document = sl_document_new ();
  g_autoptr (GError) error = NULL;

  document->capture_id = sample->capture;
  document->extractor = g_strdup ("test 1");
  document->quality = g_strdup ("article");
  sl_case_add_document (a_case, document, SAMPLE_TEXT, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (document->source_id, ==, sample->source);
  sample->document = document->id;
}

static void
add_suggestion (SlCase *a_case,
                Sample *sample)
{
  g_autoptr (SlSuggestion) suggestion = sl_suggestion_new ();
  g_autoptr (GError) error = NULL;

  suggestion->document_id = sample->document;
  suggestion->source_id = sample->source;
  suggestion->text = g_strdup ("the bridge would close");
  suggestion->passage = sl_passage_new (SAMPLE_TEXT, 0, 69);
  suggestion->modality = SL_MODALITY_PLANNED;
  g_ptr_array_add (suggestion->chain, sl_attribution_link_new ("The mayor of Exampleville", SL_SPEAKER_NAMED,
                                                               "The mayor of Exampleville said", 0, 30));
  sl_case_put_suggestion (a_case, suggestion, &error);
  g_assert_no_error (error);
  sample->suggestion = suggestion->id;
}

/* One act: a pasted text with its document and one suggestion. */
void
sample_add (SlCase *a_case,
            Sample *sample)
{
  sample_begin (a_case, "Add source");
  add_outlet_and_source (a_case, sample);
  add_capture (a_case, sample);
  add_document (a_case, sample);
  add_suggestion (a_case, sample);
  sample_commit (a_case);
}

static void
pin_claim (SlCase       *a_case,
           Sample       *sample,
           SlSuggestion *suggestion)
{
  g_autoptr (SlPin) pin = sl_pin_new ();
  g_autoptr (GError) error = NULL;

  suggestion->passage->document_id = sample->document;
  sl_case_add_passage (a_case, suggestion->passage, &error);
  g_assert_no_error (error);
  sample->passage = suggestion->passage->id;

  pin->claim_id = sample->claim;
  pin->passage_id = sample->passage;
  g_ptr_array_unref (pin->chain);
  pin->chain = sl_attribution_chain_copy (suggestion->chain);
  sl_case_add_pin (a_case, pin, &error);
  g_assert_no_error (error);
  sample->pin = pin->id;
}

/* One act: the suggestion becomes a claim of a new event. */
void
sample_accept (SlCase *a_case,
               Sample *sample)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlSuggestion) suggestion = sl_case_get_suggestion (a_case, sample->suggestion, &error);
  g_autoptr (SlClaim) claim = sl_claim_new ();
  g_autoptr (SlEvent) event = sl_event_new ();

  g_assert_no_error (error);
  sample_begin (a_case, "Accept suggestion");
  claim->text = g_strdup (suggestion->text);
  claim->modality = suggestion->modality;
  sl_case_put_claim (a_case, claim, &error);
  g_assert_no_error (error);
  sample->claim = claim->id;
  pin_claim (a_case, sample, suggestion);

  event->title = g_strdup ("The bridge closes");
  sl_case_put_event (a_case, event, &error);
  g_assert_no_error (error);
  sample->event = event->id;
  sl_case_link_claim (a_case, event->id, claim->id, &error);
  g_assert_no_error (error);

  suggestion->state = SL_SUGGESTION_ACCEPTED;
  suggestion->claim_id = claim->id;
  sl_case_put_suggestion (a_case, suggestion, &error);
  g_assert_no_error (error);
  sample_commit (a_case);
}

/* One act. */
void
sample_grade (SlCase     *a_case,
              SlId        target,
              const char *grade)
{
  g_autoptr (SlAssessment) assessment = sl_assessment_new ();
  g_autoptr (GError) error = NULL;

  sample_begin (a_case, "Grade");
  assessment->target_id = target;
  g_assert_true (sl_grade_parse (grade, &assessment->grade));
  assessment->reason = g_strdup ("because");
  assessment->by = g_strdup ("tester");
  assessment->at = SAMPLE_NOW + 2;
  sl_case_add_assessment (a_case, assessment, &error);
  g_assert_no_error (error);
  sample_commit (a_case);
}

/* Three acts after the first: added, accepted, graded. */
void
sample_fill (SlCase *a_case,
             Sample *sample)
{
  sample_add (a_case, sample);
  sample_accept (a_case, sample);
  sample_grade (a_case, sample->claim, "B2");
}
