/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "sample.h"

typedef GPtrArray *(*ListFunc) (SlCase *, const SlQuery *, GError **);

static GPtrArray *
list (SlCase        *a_case,
      ListFunc       function,
      const SlQuery *query)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = function (a_case, query, &error);

  g_assert_no_error (error);
  g_assert_nonnull (rows);
  return rows;
}

/* Order, pages, words and bounds of events */

typedef struct
{
  const char *title;
  const char *edtf;
  const char *place;
} Occurrence;

/* In the order in which they are to be listed. */
static const Occurrence occurrences[] = {
  { "Old law", "../1990", NULL },
  { "First meeting", "2025-11-20", "Exampleville" },
  { "Bridge closes", "2025-11-23", "Exampleville" },
  { "Talks begin", "2025-11-23", "ÜBERLINGEN" },
  { "Plan is due", "2026", NULL },
  { "An unknown day", NULL, "Exampleville" },
  { "Bridge opens", NULL, NULL },
};

static void
add_events (SlCase *a_case)
{
  sample_begin (a_case, "Add events");
  for (gsize i = G_N_ELEMENTS (occurrences); i > 0; i--)
    {
      const Occurrence *occurrence = &occurrences[i - 1];
      g_autoptr (SlEvent) event = sl_event_new ();
      g_autoptr (GError) error = NULL;

      event->title = g_strdup (occurrence->title);
      event->place = g_strdup (occurrence->place);
      if (occurrence->edtf != NULL)
        {
          sl_when_free (event->when);
          event->when = sl_when_new (occurrence->edtf, NULL, &error);
          g_assert_no_error (error);
        }
      sl_case_put_event (a_case, event, &error);
      g_assert_no_error (error);
    }
  sample_commit (a_case);
}

static char *
join_titles (GPtrArray *events)
{
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < events->len; i++)
    g_string_append_printf (titles, "%s%s", i > 0 ? ", " : "", ((SlEvent *) g_ptr_array_index (events, i))->title);
  return g_string_free (titles, FALSE);
}

#define DAY(n) (G_GINT64_CONSTANT (1763596800) + (n) * 86400) /* counted from 20 November 2025 */

static const struct
{
  SlQuery query;
  const char *titles;
  gint64 count;
} event_queries[] = {
  { { NULL, 0, -1, SL_TIME_MIN, SL_TIME_MAX, 0, 0 },
    "Old law, First meeting, Bridge closes, Talks begin, Plan is due, An unknown day, Bridge opens",
    7 },
  { { NULL, 0, -1, SL_TIME_MIN, SL_TIME_MAX, 0, 2 }, "Old law, First meeting", 7 },
  { { NULL, 0, -1, SL_TIME_MIN, SL_TIME_MAX, 5, 5 }, "An unknown day, Bridge opens", 7 },
  { { NULL, 0, -1, SL_TIME_MIN, SL_TIME_MAX, 7, 5 }, "", 7 },
  { { "bridge", 0, -1, SL_TIME_MIN, SL_TIME_MAX, 0, 0 }, "Bridge closes, Bridge opens", 2 },
  { { "BRIDGE example", 0, -1, SL_TIME_MIN, SL_TIME_MAX, 0, 0 }, "Bridge closes", 1 },
  { { "überlingen", 0, -1, SL_TIME_MIN, SL_TIME_MAX, 0, 0 }, "Talks begin", 1 },
  { { "2025-11", 0, -1, SL_TIME_MIN, SL_TIME_MAX, 0, 0 }, "First meeting, Bridge closes, Talks begin", 3 },
  { { "%", 0, -1, SL_TIME_MIN, SL_TIME_MAX, 0, 0 }, "", 0 },
  { { "'; DROP TABLE event; --", 0, -1, SL_TIME_MIN, SL_TIME_MAX, 0, 0 }, "", 0 },
  { { NULL, 0, -1, DAY (0), DAY (1), 0, 0 }, "First meeting, An unknown day, Bridge opens", 3 },
  { { NULL, 0, -1, DAY (1), DAY (3), 0, 0 }, "An unknown day, Bridge opens", 2 },
  { { NULL, 0, -1, DAY (1), DAY (4), 0, 1 }, "Bridge closes", 4 },
  { { NULL, 0, -1, SL_TIME_MIN, DAY (0), 0, 0 }, "Old law, An unknown day, Bridge opens", 3 },
  { { NULL, 4711, -1, SL_TIME_MIN, SL_TIME_MAX, 0, 0 }, "", 0 },
};

static void
test_events (void)
{
  g_autoptr (SlCase) a_case = sample_make_case ("events.sourceline");

  add_events (a_case);
  for (gsize i = 0; i < G_N_ELEMENTS (event_queries); i++)
    {
      g_autoptr (GPtrArray) events = list (a_case, sl_case_list_events, &event_queries[i].query);
      g_autofree char *titles = join_titles (events);

      g_assert_cmpstr (titles, ==, event_queries[i].titles);
      g_assert_cmpint (sl_case_count (a_case, SL_LIST_EVENTS, &event_queries[i].query, NULL), ==, event_queries[i].count);
    }
}

/* What belongs to what */

static void
test_about (void)
{
  g_autoptr (SlCase) a_case = sample_make_case ("about.sourceline");
  Sample sample;

  sample_fill (a_case, &sample);

  const struct
  {
    SlList list;
    SlId about;
    gint64 count;
  } abouts[] = {
    { SL_LIST_OUTLETS, sample.source, 1 },
    { SL_LIST_SOURCES, sample.outlet, 1 },
    { SL_LIST_SOURCES, sample.claim, 1 },
    { SL_LIST_SOURCES, sample.event, 0 },
    { SL_LIST_CAPTURES, sample.source, 1 },
    { SL_LIST_DOCUMENTS, sample.source, 1 },
    { SL_LIST_DOCUMENTS, sample.capture, 1 },
    { SL_LIST_PASSAGES, sample.document, 1 },
    { SL_LIST_PASSAGES, sample.source, 1 },
    { SL_LIST_PASSAGES, sample.claim, 1 },
    { SL_LIST_PINS, sample.claim, 1 },
    { SL_LIST_PINS, sample.passage, 1 },
    { SL_LIST_PINS, sample.event, 1 },
    { SL_LIST_PINS, sample.document, 1 },
    { SL_LIST_PINS, sample.source, 1 },
    { SL_LIST_CLAIMS, sample.event, 1 },
    { SL_LIST_CLAIMS, sample.passage, 1 },
    { SL_LIST_CLAIMS, sample.document, 1 },
    { SL_LIST_CLAIMS, sample.source, 1 },
    { SL_LIST_CLAIMS, sample.outlet, 0 },
    { SL_LIST_EVENTS, sample.claim, 1 },
    { SL_LIST_EVENTS, sample.document, 1 },
    { SL_LIST_EVENTS, sample.source, 1 },
    { SL_LIST_SUGGESTIONS, sample.document, 1 },
    { SL_LIST_SUGGESTIONS, sample.source, 1 },
    { SL_LIST_SUGGESTIONS, sample.claim, 1 },
    { SL_LIST_ASSESSMENTS, sample.claim, 1 },
    { SL_LIST_CHECKS, sample.claim, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (abouts); i++)
    {
      SlQuery query = SL_QUERY_ALL;

      query.about = abouts[i].about;
      g_test_message ("%" G_GSIZE_FORMAT, i);
      g_assert_cmpint (sl_case_count (a_case, abouts[i].list, &query, NULL), ==, abouts[i].count);
    }
}

static void
test_suggestion_state (void)
{
  g_autoptr (SlCase) a_case = sample_make_case ("state.sourceline");
  SlQuery open = SL_QUERY_ALL;
  SlQuery accepted = SL_QUERY_ALL;
  Sample sample;

  open.state = SL_SUGGESTION_OPEN;
  accepted.state = SL_SUGGESTION_ACCEPTED;
  sample_add (a_case, &sample);
  g_assert_cmpint (sl_case_count (a_case, SL_LIST_SUGGESTIONS, &open, NULL), ==, 1);
  g_assert_cmpint (sl_case_count (a_case, SL_LIST_SUGGESTIONS, &accepted, NULL), ==, 0);
  sample_accept (a_case, &sample);
  g_assert_cmpint (sl_case_count (a_case, SL_LIST_SUGGESTIONS, &open, NULL), ==, 0);
  g_assert_cmpint (sl_case_count (a_case, SL_LIST_SUGGESTIONS, &accepted, NULL), ==, 1);
}

/* Origins */

typedef struct
{
  SlStance       stance;
  const char    *speaker;  /* (nullable): NULL for an empty chain */
  SlSpeakerKind  kind;
  const char    *voucher;  /* (nullable): an outlet after it */
  guint          origins;  /* of the claim, once this pin is there too */
} Pinning;

static const Pinning pinnings[] = {
  { SL_STANCE_SUPPORTS, NULL, 0, NULL, 1 },
  { SL_STANCE_SUPPORTS, "Example Times", SL_SPEAKER_OUTLET, NULL, 1 },
  { SL_STANCE_SUPPORTS, "the author", SL_SPEAKER_AUTHOR, NULL, 1 },
  { SL_STANCE_SUPPORTS, "Ada Ruf", SL_SPEAKER_NAMED, NULL, 2 },
  { SL_STANCE_SUPPORTS, "ADA  RUF", SL_SPEAKER_NAMED, "Relay", 2 },
  { SL_STANCE_SUPPORTS, "sources", SL_SPEAKER_UNNAMED, NULL, 3 },
  { SL_STANCE_SUPPORTS, "a senior official", SL_SPEAKER_UNNAMED, "The Example Times", 3 },
  { SL_STANCE_SUPPORTS, "sources", SL_SPEAKER_UNNAMED, "Relay", 4 },
  { SL_STANCE_DISPUTES, "Bo Lind", SL_SPEAKER_NAMED, NULL, 4 },
  { SL_STANCE_MENTIONS, "Cy Moor", SL_SPEAKER_NAMED, NULL, 4 },
};

static void
add_pinning (SlCase        *a_case,
             const Sample  *sample,
             const Pinning *pinning)
{
  g_autoptr (SlPin) pin = sl_pin_new ();
  g_autoptr (GError) error = NULL;

  sample_begin (a_case, "Pin");
  pin->claim_id = sample->claim;
  pin->passage_id = sample->passage;
  pin->stance = pinning->stance;
  if (pinning->speaker != NULL)
    g_ptr_array_add (pin->chain, sl_attribution_link_new (pinning->speaker, pinning->kind, "words", 1, 6));
  if (pinning->voucher != NULL)
    g_ptr_array_add (pin->chain, sl_attribution_link_new (pinning->voucher, SL_SPEAKER_OUTLET, NULL, 0, 0));
  sl_case_add_pin (a_case, pin, &error);
  g_assert_no_error (error);
  sample_commit (a_case);
}

static void
test_origins (void)
{
  g_autoptr (SlCase) a_case = sample_make_case ("origins.sourceline");
  g_autoptr (GPtrArray) pins = NULL;
  g_autoptr (GError) error = NULL;
  Sample sample;

  sample_fill (a_case, &sample);
  sample_begin (a_case, "Unpin");
  sl_case_remove_pin (a_case, sample.pin, &error);
  g_assert_no_error (error);
  sample_commit (a_case);

  for (gsize i = 0; i < G_N_ELEMENTS (pinnings); i++)
    {
      g_autoptr (SlClaim) claim = NULL;

      add_pinning (a_case, &sample, &pinnings[i]);
      claim = sl_case_get_claim (a_case, sample.claim, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (claim->origins, ==, pinnings[i].origins);
      g_assert_cmpuint (claim->passages, ==, i + 1);
      g_assert_cmpint (claim->contested, ==, i >= 8);
    }

  pins = list (a_case, sl_case_list_pins, NULL);
  g_assert_cmpuint (pins->len, ==, G_N_ELEMENTS (pinnings));
}

/* Confidence */

static void
assert_event (SlCase       *a_case,
              SlId          id,
              SlConfidence  confidence,
              const char   *grade,
              gboolean      contested)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlEvent) event = sl_case_get_event (a_case, id, &error);
  g_autofree char *actual = NULL;

  g_assert_no_error (error);
  actual = sl_grade_format (event->grade);
  g_assert_cmpint (event->confidence, ==, confidence);
  g_assert_cmpstr (actual, ==, grade);
  g_assert_cmpint (event->contested, ==, contested);
}

static SlId
add_denial (SlCase *a_case,
            SlId    event)
{
  g_autoptr (SlClaim) claim = sl_claim_new ();
  g_autoptr (GError) error = NULL;

  sample_begin (a_case, "Add claim");
  claim->text = g_strdup ("The bridge stays open");
  claim->modality = SL_MODALITY_DENIED;
  sl_case_put_claim (a_case, claim, &error);
  sl_case_link_claim (a_case, event, claim->id, &error);
  sl_case_link_claim (a_case, event, claim->id, &error);
  g_assert_no_error (error);
  sample_commit (a_case);
  return claim->id;
}

static void
test_confidence (void)
{
  g_autoptr (SlCase) a_case = sample_make_case ("confidence.sourceline");
  Sample sample;
  SlId denial;

  sample_add (a_case, &sample);
  sample_accept (a_case, &sample);
  assert_event (a_case, sample.event, SL_CONFIDENCE_NOT_JUDGED, "", FALSE);
  sample_grade (a_case, sample.claim, "F6");
  assert_event (a_case, sample.event, SL_CONFIDENCE_NOT_JUDGED, "", FALSE);
  sample_grade (a_case, sample.claim, "C4");
  assert_event (a_case, sample.event, SL_CONFIDENCE_DOUBTFUL, "C4", FALSE);
  denial = add_denial (a_case, sample.event);
  assert_event (a_case, sample.event, SL_CONFIDENCE_DOUBTFUL, "C4", TRUE);
  sample_grade (a_case, denial, "E2");
  assert_event (a_case, sample.event, SL_CONFIDENCE_PROBABLE, "E2", TRUE);
  sample_grade (a_case, sample.event, "B");
  assert_event (a_case, sample.event, SL_CONFIDENCE_PROBABLE, "E2", TRUE);
  sample_grade (a_case, sample.event, "A5");
  assert_event (a_case, sample.event, SL_CONFIDENCE_IMPROBABLE, "A5", TRUE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/lists/events", test_events);
  g_test_add_func ("/lists/about", test_about);
  g_test_add_func ("/lists/suggestion-state", test_suggestion_state);
  g_test_add_func ("/lists/origins", test_origins);
  g_test_add_func ("/lists/confidence", test_confidence);

  return g_test_run ();
}
