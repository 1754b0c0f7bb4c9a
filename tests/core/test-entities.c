/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/sl-act.h"
#include "core/sl-attribution.h"
#include "core/sl-capture.h"
#include "core/sl-check.h"
#include "core/sl-claim.h"
#include "core/sl-digest.h"
#include "core/sl-event.h"
#include "core/sl-failure.h"
#include "core/sl-finding.h"
#include "core/sl-grade.h"
#include "core/sl-id.h"
#include "core/sl-passage.h"
#include "core/sl-suggestion.h"
#include "core/sl-task.h"
#include "core/sl-witness.h"

/* Keys */

static void
test_id_new (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (int i = 0; i < 1000; i++)
    {
      SlId id = sl_id_new ();

      g_assert_cmpint (id, >, 0);
      g_assert_true (g_hash_table_add (seen, g_memdup2 (&id, sizeof id)));
    }
}

static void
test_id_text (void)
{
  static const struct
  {
    const char *text;
    SlId id;
  } ids[] = {
    { "0000000000000001", 1 },
    { "00000000000000ff", 255 },
    { "00000000000000FF", 255 },
    { "7fffffffffffffff", G_MAXINT64 },
    { "0000000000000000", SL_ID_NONE },
    { "8000000000000000", SL_ID_NONE },
    { "ffffffffffffffff", SL_ID_NONE },
    { "1", SL_ID_NONE },
    { "", SL_ID_NONE },
    { " 000000000000001", SL_ID_NONE },
    { "+000000000000001", SL_ID_NONE },
    { "000000000000000g", SL_ID_NONE },
    { "00000000000000001", SL_ID_NONE },
    { NULL, SL_ID_NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      char buffer[SL_ID_STRING_SIZE];
      SlId id = SL_ID_NONE;
      g_autofree char *lower = ids[i].text == NULL ? NULL : g_ascii_strdown (ids[i].text, -1);

      g_assert_cmpint (sl_id_parse (ids[i].text, &id), ==, ids[i].id != SL_ID_NONE);
      g_assert_cmpint (id, ==, ids[i].id);
      if (id != SL_ID_NONE)
        g_assert_cmpstr (sl_id_format (id, buffer), ==, lower);
    }
}

/* Digests */

static void
test_digest (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("abc", 3);
  g_autofree char *of_bytes = sl_digest_bytes (bytes);
  g_autofree char *of_data = sl_digest_data ("abc", 3);
  g_autofree char *upper = g_ascii_strup (of_data, -1);

  g_assert_cmpstr (of_bytes, ==, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  g_assert_cmpstr (of_data, ==, of_bytes);
  g_assert_true (sl_digest_is_valid (of_data));
  g_assert_false (sl_digest_is_valid (upper));
  g_assert_false (sl_digest_is_valid (of_data + 1));
  g_assert_false (sl_digest_is_valid (""));
  g_assert_false (sl_digest_is_valid (NULL));
}

/* Grades */

static void
test_grade (void)
{
  static const struct
  {
    const char *text;
    gboolean valid;
    const char *formatted;
    SlConfidence confidence;
  } grades[] = {
    { "B2", TRUE, "B2", SL_CONFIDENCE_PROBABLE },
    { "b2", TRUE, "B2", SL_CONFIDENCE_PROBABLE },
    { "B", TRUE, "B", SL_CONFIDENCE_NOT_JUDGED },
    { "1", TRUE, "1", SL_CONFIDENCE_CONFIRMED },
    { "A3", TRUE, "A3", SL_CONFIDENCE_POSSIBLE },
    { "E4", TRUE, "E4", SL_CONFIDENCE_DOUBTFUL },
    { "C5", TRUE, "C5", SL_CONFIDENCE_IMPROBABLE },
    { "F6", TRUE, "F6", SL_CONFIDENCE_NOT_JUDGED },
    { "", FALSE, NULL, 0 },
    { "G1", FALSE, NULL, 0 },
    { "B7", FALSE, NULL, 0 },
    { "B0", FALSE, NULL, 0 },
    { "2B", FALSE, NULL, 0 },
    { "B22", FALSE, NULL, 0 },
    { " B2", FALSE, NULL, 0 },
    { NULL, FALSE, NULL, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (grades); i++)
    {
      SlGrade grade = { 0, 0 };
      g_autofree char *formatted = NULL;

      g_assert_cmpint (sl_grade_parse (grades[i].text, &grade), ==, grades[i].valid);
      if (!grades[i].valid)
        continue;
      formatted = sl_grade_format (grade);
      g_assert_cmpstr (formatted, ==, grades[i].formatted);
      g_assert_cmpint (sl_credibility_to_confidence (grade.credibility), ==, grades[i].confidence);
    }
}

/* F and 6 say "unknown", in words that are not those of the worst grade. */
static void
test_grade_words (void)
{
  g_assert_cmpstr (sl_reliability_describe (SL_RELIABILITY_A), ==, "Completely reliable");
  g_assert_cmpstr (sl_reliability_describe (SL_RELIABILITY_F), ==, "Reliability cannot be judged");
  g_assert_cmpstr (sl_credibility_describe (SL_CREDIBILITY_UNKNOWN), ==, "Truth cannot be judged");
  g_assert_cmpstr (sl_confidence_describe (SL_CONFIDENCE_NOT_JUDGED), ==, "Not judged");
  g_assert_cmpstr (sl_confidence_to_string (SL_CONFIDENCE_IMPROBABLE), ==, "improbable");
}

/* Words of enums */

static void
test_words (void)
{
  SlModality modality = SL_MODALITY_ASSERTED;
  SlStance stance = SL_STANCE_SUPPORTS;
  SlVerdict verdict = SL_VERDICT_VERBATIM;
  SlSpeakerKind kind = SL_SPEAKER_NAMED;

  for (int i = 0; i <= SL_MODALITY_CONDITIONAL; i++)
    {
      g_assert_true (sl_modality_parse (sl_modality_to_string ((SlModality) i), &modality));
      g_assert_cmpint (modality, ==, i);
    }
  for (int i = 0; i <= SL_STANCE_MENTIONS; i++)
    {
      g_assert_true (sl_stance_parse (sl_stance_to_string ((SlStance) i), &stance));
      g_assert_cmpint (stance, ==, i);
    }
  for (int i = 0; i < SL_N_VERDICTS; i++)
    {
      g_assert_true (sl_verdict_parse (sl_verdict_to_string ((SlVerdict) i), &verdict));
      g_assert_cmpint (verdict, ==, i);
    }
  for (int i = 0; i <= SL_SPEAKER_AUTHOR; i++)
    {
      g_assert_true (sl_speaker_kind_parse (sl_speaker_kind_to_string ((SlSpeakerKind) i), &kind));
      g_assert_cmpint (kind, ==, i);
    }

  g_assert_false (sl_stance_parse ("Supports", &stance));
  g_assert_false (sl_stance_parse (NULL, &stance));
  g_assert_cmpstr (sl_stance_to_string ((SlStance) 77), ==, "unknown");
  g_assert_cmpstr (sl_act_kind_to_string (SL_ACT_RECORD), ==, "record");
  g_assert_cmpstr (sl_capture_method_to_string (SL_CAPTURE_PASTED), ==, "pasted");
  g_assert_cmpstr (sl_capture_method_to_string (SL_CAPTURE_ENTRY), ==, "entry");
  g_assert_cmpstr (sl_suggestion_state_to_string (SL_SUGGESTION_REJECTED), ==, "rejected");
  g_assert_cmpstr (sl_fetch_state_to_string (SL_FETCH_STATE_UNREACHABLE), ==, "unreachable");
  g_assert_cmpstr (sl_text_state_to_string (SL_TEXT_STATE_ABSENT), ==, "absent");
  g_assert_cmpstr (sl_task_state_to_string (SL_TASK_CANCELLED), ==, "cancelled");
  g_assert_cmpstr (sl_task_origin_to_string (SL_TASK_FROM_RECHECK), ==, "re-check");
  g_assert_cmpstr (sl_witness_kind_to_string (SL_WITNESS_SAVED), ==, "saved");
  g_assert_cmpstr (sl_witness_outcome_to_string (SL_WITNESS_FAILED), ==, "failed");
}

/* What an HTTP status means for whoever wants the page, and whether it is worth asking again. */

static void
test_failures (void)
{
  static const struct
  {
    int status;
    SlFailure failure;
    gboolean transient;
  } statuses[] = {
    { 200, SL_FAILURE_NONE, FALSE },
    { 206, SL_FAILURE_NONE, FALSE },
    { 300, SL_FAILURE_STATUS, FALSE },
    { 304, SL_FAILURE_STATUS, FALSE },
    { 400, SL_FAILURE_STATUS, FALSE },
    { 401, SL_FAILURE_REFUSED, FALSE },
    { 403, SL_FAILURE_REFUSED, FALSE },
    { 404, SL_FAILURE_GONE, FALSE },
    { 408, SL_FAILURE_BUSY, TRUE },
    { 410, SL_FAILURE_GONE, FALSE },
    { 429, SL_FAILURE_BUSY, TRUE },
    { 451, SL_FAILURE_REFUSED, FALSE },
    { 500, SL_FAILURE_SERVER, TRUE },
    { 501, SL_FAILURE_STATUS, FALSE },
    { 503, SL_FAILURE_SERVER, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      SlFailure failure = sl_failure_from_status (statuses[i].status);

      g_assert_cmpint (failure, ==, statuses[i].failure);
      g_assert_cmpint (sl_failure_is_transient (failure), ==, statuses[i].transient);
    }
  g_assert_false (sl_failure_is_transient (SL_FAILURE_TLS));
  g_assert_true (sl_failure_is_transient (SL_FAILURE_TIMEOUT));
  g_assert_cmpstr (sl_failure_to_string (SL_FAILURE_OTHER), ==, "other");
  g_assert_cmpstr (sl_failure_describe (SL_FAILURE_GONE), ==, "Page not there (404 or 410)");
}

/* Passages */

#define ALPHABET "abcdefghijklmnopqrstuvwxyz0123456789"

static void
test_passage (void)
{
  static const struct
  {
    const char *text;
    gsize start_cp;
    gsize end_cp;
    const char *exact;  /* NULL when the positions do not lie in the text */
    const char *prefix;
    const char *suffix;
  } passages[] = {
    { "The “bridge” closes", 4, 12, "“bridge”", "The ", " closes" },
    { "Міст зачинено", 5, 13, "зачинено", "Міст ", "" },
    { ALPHABET "X" ALPHABET, 36, 37, "X", "efghijklmnopqrstuvwxyz0123456789", "abcdefghijklmnopqrstuvwxyz012345" },
    { "whole", 0, 5, "whole", "", "" },
    { "ab", 1, 1, "", "a", "b" },
    { "", 0, 0, "", "", "" },
    { "ab", 0, 3, NULL, NULL, NULL },
    { "ab", 3, 3, NULL, NULL, NULL },
    { "ab", 2, 1, NULL, NULL, NULL },
    { "ab", 0, G_MAXSIZE, NULL, NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (passages); i++)
    {
      g_autoptr (SlPassage) passage = sl_passage_new (passages[i].text, passages[i].start_cp, passages[i].end_cp);
      g_autoptr (SlPassage) copy = NULL;

      g_assert_cmpint (passage != NULL, ==, passages[i].exact != NULL);
      if (passage == NULL)
        continue;
      copy = sl_passage_copy (passage);
      g_assert_cmpstr (copy->exact, ==, passages[i].exact);
      g_assert_cmpstr (copy->prefix, ==, passages[i].prefix);
      g_assert_cmpstr (copy->suffix, ==, passages[i].suffix);
      g_assert_cmpuint (copy->start_cp, ==, passages[i].start_cp);
      g_assert_cmpint (copy->id, ==, SL_ID_NONE);
    }
}

/* Chains */

typedef struct
{
  struct
  {
    const char *speaker;
    SlSpeakerKind kind;
  } links[3];
  const char *formatted;
  const char *origin;
  const char *key;        /* published by "The Example Times" */
} Chain;

static const Chain chains[] = {
  { { { NULL } }, "", NULL, "example times" },
  { { { "Ada Ruf", SL_SPEAKER_NAMED } }, "Ada Ruf", "Ada Ruf", "ada ruf" },
  { { { "the text", SL_SPEAKER_AUTHOR } }, "the text", NULL, "example times" },
  { { { "the text", SL_SPEAKER_AUTHOR }, { "Relay", SL_SPEAKER_OUTLET } }, "the text ← Relay", "Relay", "relay" },
  { { { "sources", SL_SPEAKER_UNNAMED }, { "The Example  Times", SL_SPEAKER_OUTLET }, { "Relay", SL_SPEAKER_OUTLET } },
    "sources ← The Example  Times ← Relay",
    "sources (The Example  Times)",
    "unnamed\nexample times" },
  { { { "an official", SL_SPEAKER_UNNAMED } }, "an official", "an official", "unnamed\nexample times" },
  { { { "an official", SL_SPEAKER_UNNAMED }, { "sources", SL_SPEAKER_UNNAMED }, { "Relay", SL_SPEAKER_OUTLET } },
    "an official ← sources ← Relay",
    "an official (Relay)",
    "unnamed\nrelay" },
  { { { "The", SL_SPEAKER_NAMED } }, "The", "The", "the" },
};

static void
test_chain (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (chains); i++)
    {
      g_autoptr (GPtrArray) chain = sl_attribution_chain_new ();
      g_autoptr (GPtrArray) copy = NULL;
      g_autofree char *formatted = NULL;
      g_autofree char *origin = NULL;
      g_autofree char *key = NULL;

      for (gsize n = 0; n < 3 && chains[i].links[n].speaker != NULL; n++)
        g_ptr_array_add (chain, sl_attribution_link_new (chains[i].links[n].speaker, chains[i].links[n].kind, NULL, 0, 0));
      copy = sl_attribution_chain_copy (chain);
      formatted = sl_attribution_chain_format (copy);
      origin = sl_attribution_chain_origin (copy);
      key = sl_attribution_chain_origin_key (copy, "The Example Times");
      g_assert_cmpstr (formatted, ==, chains[i].formatted);
      g_assert_cmpstr (origin, ==, chains[i].origin);
      g_assert_cmpstr (key, ==, chains[i].key);
    }
}

/* A loop: whose origin stands again nearer to the reader, or publishes the text itself. */
static const struct
{
  const char *speakers[3];
  const char *publisher;
  gboolean loop;
} loops[] = {
  { { "The Herald", "Coast.NET", "the herald" }, NULL, TRUE },
  { { "The Herald", "Coast.NET" }, "Herald", TRUE },
  { { "The Herald", "Coast.NET" }, "The Post", FALSE },
  { { "The Herald" }, "The Herald", FALSE },
  { { "The Herald", "Coast.NET", "The Post" }, NULL, FALSE },
};

static void
test_loop (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (loops); i++)
    {
      g_autoptr (GPtrArray) chain = sl_attribution_chain_new ();

      for (gsize n = 0; n < 3 && loops[i].speakers[n] != NULL; n++)
        g_ptr_array_add (chain, sl_attribution_link_new (loops[i].speakers[n], SL_SPEAKER_OUTLET, NULL, 0, 0));
      g_assert_cmpint (sl_attribution_chain_is_loop (chain, loops[i].publisher), ==, loops[i].loop);
    }
  g_assert_false (sl_attribution_chain_is_loop (NULL, "The Herald"));
}

/* Copies and empty things */

static void
test_copies (void)
{
  g_autoptr (SlEvent) event = sl_event_new ();
  g_autoptr (SlClaim) claim = sl_claim_new ();
  g_autoptr (SlEvent) event_copy = NULL;
  g_autoptr (SlClaim) claim_copy = NULL;
  g_autoptr (SlFinding) finding = sl_finding_new ("act", 3, "hash-chain", "It was altered.");

  event->title = g_strdup ("The bridge closes");
  event->id = 7;
  event_copy = sl_event_copy (event);
  g_assert_cmpstr (event_copy->title, ==, "The bridge closes");
  g_assert_true (event_copy->title != event->title);
  g_assert_false (sl_when_is_dated (event_copy->when));
  g_assert_cmpint (event_copy->id, ==, 7);

  claim->text = g_strdup ("The bridge closes");
  claim_copy = sl_claim_copy (claim);
  g_assert_cmpstr (claim_copy->text, ==, claim->text);
  g_assert_null (claim_copy->note);
  g_assert_cmpstr (finding->problem, ==, "hash-chain");

  sl_event_free (NULL);
  sl_claim_free (NULL);
  sl_pin_free (NULL);
  sl_passage_free (NULL);
  sl_suggestion_free (NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/id/new", test_id_new);
  g_test_add_func ("/id/text", test_id_text);
  g_test_add_func ("/digest", test_digest);
  g_test_add_func ("/grade/parse", test_grade);
  g_test_add_func ("/grade/words", test_grade_words);
  g_test_add_func ("/words", test_words);
  g_test_add_func ("/failures", test_failures);
  g_test_add_func ("/passage", test_passage);
  g_test_add_func ("/attribution/chain", test_chain);
  g_test_add_func ("/attribution/loop", test_loop);
  g_test_add_func ("/copies", test_copies);

  return g_test_run ();
}
