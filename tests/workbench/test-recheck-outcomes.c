/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything that can become of a page, and what a re-check says about it. */

#include "config.h"

#include <string.h>

#include "helper/sl-fetch.h"
#include "recheck-fixture.h"
#include "test-site.h"
#include "workbench/sl-recheck.h"

typedef struct
{
  const char   *before;   /* the page when it was captured */
  const char   *after;    /* the page when it is checked; with ".pem" the certificate of the server that has it then */
  SlVerdict     verdict;
  SlFetchState  fetch;
  SlTextState   text;
  int           status;
  const char   *words;    /* that the detail must hold */
} Outcome;

#define FETCHED SL_FETCH_STATE_FETCHED
#define UNREADABLE SL_VERDICT_UNREADABLE, SL_FETCH_STATE_FETCHED, SL_TEXT_STATE_UNREADABLE
#define UNREACHABLE SL_VERDICT_UNREACHABLE, SL_FETCH_STATE_UNREACHABLE, SL_TEXT_STATE_NOT_READ
#define BLOCKED SL_VERDICT_BLOCKED, SL_FETCH_STATE_BLOCKED, SL_TEXT_STATE_NOT_READ
#define GONE SL_VERDICT_GONE, SL_FETCH_STATE_GONE, SL_TEXT_STATE_NOT_READ

/* The words differ from row to row, but for those that found the passage as it was. */
static const Outcome outcomes[] = {
  { "same", "same", SL_VERDICT_VERBATIM, SL_FETCH_STATE_UNCHANGED, SL_TEXT_STATE_VERBATIM, 200, ", which is the same." },
  { "same", "noise", SL_VERDICT_VERBATIM, FETCHED, SL_TEXT_STATE_VERBATIM, 200, "; present in the capture of " },
  { "noise", "noise", SL_VERDICT_VERBATIM, FETCHED, SL_TEXT_STATE_VERBATIM, 200, "; present in the capture of " },
  { "same", "charset", SL_VERDICT_VERBATIM, FETCHED, SL_TEXT_STATE_VERBATIM, 200, "; present in the capture of " },
  { "validators", "validators", SL_VERDICT_VERBATIM, SL_FETCH_STATE_UNCHANGED, SL_TEXT_STATE_VERBATIM, 304, ", which is the same." },
  { "same", "digit", SL_VERDICT_ALTERED, FETCHED, SL_TEXT_STATE_ALTERED, 200, ", where words like them stand. What differs: number." },
  { "same", "moved", SL_VERDICT_MOVED, FETCHED, SL_TEXT_STATE_MOVED, 200, "; present at another place in the capture of " },
  { "same", "removed", SL_VERDICT_ABSENT, FETCHED, SL_TEXT_STATE_ABSENT, 200, "; not found in the capture of " },
  { "same", "moved-page", SL_VERDICT_ABSENT, SL_FETCH_STATE_REDIRECTED, SL_TEXT_STATE_ABSENT, 200, "/elsewhere." },
  { "same", "moved-same", SL_VERDICT_VERBATIM, SL_FETCH_STATE_REDIRECTED, SL_TEXT_STATE_VERBATIM, 200, "/as/same." },
  { "same", "not-modified", UNREADABLE, 304, "status 304 (not changed, though nothing was asked on that condition)" },
  { "same", "forbidden", BLOCKED, 403, "access was refused: the server answered with status 403 (access refused)" },
  { "same", "missing", GONE, 404, "there was no page at this address: the server answered with status 404 (page not found)" },
  { "same", "gone", GONE, 410, "there was no page at this address: the server answered with status 410 (page gone)" },
  { "same", "slow-down", BLOCKED, 429, "status 429 (too many requests) and asks not to be asked again before " },
  { "same", "legal", BLOCKED, 451, "status 451 (not available for legal reasons)" },
  { "same", "error", UNREACHABLE, 500, "could not be reached: the server answered with status 500 (error of the server)" },
  { "same", "unavailable", UNREACHABLE, 503, "status 503 (not available at the moment) and asks not to be asked again before " },
  { "same", "soft-404", UNREADABLE, 200, "in what came: The page says that it was not found." },
  { "same", "consent", UNREADABLE, 200, "in what came: The page asks for consent" },
  { "same", "paywall", UNREADABLE, 200, "to those who have not paid." },
  { "same", "bot", UNREADABLE, 200, "The page shuts out automatic readers." },
  { "same", "script-only", UNREADABLE, 200, "The page shows nothing unless its scripts run." },
  { "same", "empty", UNREADABLE, 200, "The page has no readable text." },
  { "same", "truncated", UNREADABLE, 200, "in what came: 127.0.0.1 announced 2949 bytes and closed the connection after 1949." },
  { "same", "chunks-cut", UNREADABLE, 200, "in what came: 127.0.0.1 closed the connection before the page was whole." },
  { "same", "bomb", UNREADABLE, 200, "once it is decompressed." },
  { "same", "brotli", UNREADABLE, 200, "The page is compressed with “br”" },
  { "same", "endless", UNREADABLE, 200, "The page is larger than 32.0\u00a0MiB. If" },
  { "same", "redirect-loop", UNREACHABLE, 302, "could not be reached: The page redirects more than 10 times" },
  { "same", "redirect-private", UNREACHABLE, 302, "127.0.0.2 is this computer or lies in a private network." },
  { "same", "redirect-silent", UNREACHABLE, 0, "could not be reached: 127.0.0.1 closed the connection before the page was whole." },
  { "same", "slow-head", UNREACHABLE, 0, "127.0.0.1 took too long to begin with the page." },
  { "same", "slow-body", UNREACHABLE, 200, "127.0.0.1 took too long to send the page." },
  { "same", "http2", UNREACHABLE, 0, "127.0.0.1 answers only in HTTP/2" },
  { "same", "expired.pem", UNREACHABLE, 0, "The certificate of 127.0.0.1 has expired." },
  { "same", "other-host.pem", UNREACHABLE, 0, "The certificate that 127.0.0.1 shows belongs to another host." },
  { "same", "self-signed.pem", UNREACHABLE, 0, "is signed by itself or by an authority that this computer does not trust." },
  { "same", "http://127.0.0.1:1/", UNREACHABLE, 0, "127.0.0.1 refused the connection." },
  { "same", "http://nowhere.invalid/", UNREACHABLE, 0, "There is no host called nowhere.invalid." },
};

static void
test_distinct (void)
{
  for (gsize i = 5; i < G_N_ELEMENTS (outcomes); i++)
    {
      for (gsize j = 5; j < G_N_ELEMENTS (outcomes); j++)
        g_assert_true (i == j || strstr (outcomes[i].words, outcomes[j].words) == NULL);
    }
}

/* The program was not there when a page changed: it says what it saw, never that somebody took something away. */
static void
assert_modest (const char *detail)
{
  static const char *const claims[] = { "delete", "remove", "erase", "censor", "withdr", NULL };
  g_autofree char *folded = g_utf8_strdown (detail, -1);

  for (gsize i = 0; claims[i] != NULL; i++)
    g_assert_null (strstr (folded, claims[i]));
  g_assert_true (g_str_has_prefix (detail, "Present in the capture of 20"));
}

static void
assert_outcome (const Outcome *outcome,
                const SlCheck *check)
{
  g_test_message ("%s, %s: %s", outcome->before, outcome->after, check->detail);
  g_assert_cmpstr (sl_fetch_state_to_string (check->fetch_state), ==, sl_fetch_state_to_string (outcome->fetch));
  g_assert_cmpstr (sl_text_state_to_string (check->text_state), ==, sl_text_state_to_string (outcome->text));
  g_assert_cmpstr (sl_verdict_to_string (check->verdict), ==, sl_verdict_to_string (outcome->verdict));
  g_assert_cmpint (check->http_status, ==, outcome->status);
  g_assert_nonnull (strstr (check->detail, outcome->words));
  assert_modest (check->detail);
  g_assert_nonnull (check->old_text_digest);
  g_assert_true ((check->new_text_digest != NULL) == (check->checked_against != SL_ID_NONE));
}

/* The fetcher as it is, but for the authority of the tests, which it trusts. */
static void
trust_tests (Fixture *f)
{
  g_autofree char *path = g_test_build_filename (G_TEST_BUILT, "fetcher", "trusting-fetcher", NULL);
  SlHelpers *helpers = sl_workbench_get_helpers (f->bench);

  g_object_unref (helpers->fetcher);
  helpers->fetcher = sl_helper_client_new_argv ((const char *const[]) { path, NULL }, SL_FETCH_ERROR);
}

static void
move_source (Fixture    *f,
             SlId        source_id,
             const char *url)
{
  g_autoptr (SlSource) source = sl_case_get_source (f->a_case, source_id, NULL);

  g_set_str (&source->url, url);
  g_assert_true (sl_case_begin_act (f->a_case, SL_ACT_DO, "Other address", "tester", 1, NULL));
  g_assert_true (sl_case_put_source (f->a_case, source, NULL));
  g_assert_true (sl_case_commit_act (f->a_case, NULL));
}

static SlCheck *
check_secure (Fixture    *f,
              SlId        source_id,
              const char *certificate_name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fetcher", "tls", certificate_name, NULL);
  g_autoptr (GTlsCertificate) certificate = g_tls_certificate_new_from_file (path, NULL);
  TestServer *server = test_server_new (test_site_handle, certificate);
  g_autofree char *url = g_strdup_printf ("https://127.0.0.1:%u/article", test_server_get_port (server));
  SlCheck *check;

  move_source (f, source_id, url);
  check = fixture_check_source (f, source_id);
  test_server_free (server);
  return check;
}

/* As the workbench does it, but for the patience. */
static SlCheck *
check_impatiently (Fixture *f,
                   SlId     source_id)
{
  g_autoptr (SlRecheck) recheck = sl_recheck_new (f->a_case, source_id, NULL);
  SlHelpers *helpers = sl_workbench_get_helpers (f->bench);
  SlAddRequest request = { .what = recheck->source->url, .typed = sl_recheck_is_typed (recheck), .total_timeout_seconds = 2 };
  g_autoptr (GError) failure = NULL;
  g_autoptr (SlArrival) arrival = sl_arrival_try (helpers, &request, NULL, NULL, NULL, &failure);
  g_autoptr (GPtrArray) checks = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_check_free);

  sl_recheck_look (recheck, helpers, arrival, failure, NULL);
  g_assert_true (sl_case_begin_act (f->a_case, SL_ACT_RECORD, "Re-check", "tester", 1, NULL));
  g_assert_true (sl_recheck_store (recheck, 1, checks, NULL));
  g_assert_true (sl_case_commit_act (f->a_case, NULL));
  return g_ptr_array_steal_index (checks, 0);
}

static SlCheck *
check_as (Fixture       *f,
          const Outcome *outcome,
          const char    *page,
          SlId           source_id)
{
  if (g_str_has_suffix (outcome->after, ".pem"))
    return check_secure (f, source_id, outcome->after);
  if (g_str_has_prefix (outcome->after, "http:"))
    move_source (f, source_id, outcome->after);
  else
    test_site_set (f->server, page, outcome->after);

  return g_str_has_prefix (outcome->after, "slow-") && outcome->status != 429 ? check_impatiently (f, source_id) : fixture_check_source (f, source_id);
}

static void
test_outcomes (Fixture       *f,
               gconstpointer  data)
{
  (void) data;
  trust_tests (f);
  for (gsize i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      g_autofree char *page = g_strdup_printf ("/article/%" G_GSIZE_FORMAT, i);
      g_autoptr (SlAddReport) report = NULL;
      g_autoptr (SlCheck) check = NULL;

      test_site_set (f->server, page, outcomes[i].before);
      report = fixture_add_page (f, page);
      fixture_pin_quote (f, report->document_id);
      check = check_as (f, &outcomes[i], page, report->source_id);
      assert_outcome (&outcomes[i], check);
    }

  fixture_assert_sound (f);
}

static void
test_status (void)
{
  for (int status = 200; status < 600; status++)
    {
      SlFetchState state = sl_seen_judge_status (status);

      g_assert_true ((state == SL_FETCH_STATE_GONE) == (status == 404 || status == 410));
      g_assert_true ((state == SL_FETCH_STATE_BLOCKED) == (status == 401 || status == 403 || status == 429 || status == 451));
      g_assert_true (status < 500 || state == SL_FETCH_STATE_UNREACHABLE);
    }
}

/* From the first words to the last, one of them over a border between paragraphs, where adverts come and go. */
static const char *const lively_quotes[] = {
  "The small island of Skerrow was without a connection to the mainland",
  "the fire was out before the ship reached the pier again",
  TEST_SITE_QUOTE,
  "“He answered that two men were already below with extinguishers.”",
  "It had been replaced in January, when the ship lay in dock for nine days",
  "called the morning “a warning that we were lucky to get for nothing”",
  "it had run out of bread by noon",
};

static GPtrArray *
check_all (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *checks = sl_workbench_recheck (f->bench, SL_ID_NONE, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (checks->len, ==, G_N_ELEMENTS (lively_quotes) + 1);
  return checks;
}

static guint
count_verdict (GPtrArray *checks,
               SlVerdict  verdict)
{
  guint n = 0;

  for (guint i = 0; i < checks->len; i++)
    {
      const SlCheck *check = g_ptr_array_index (checks, i);

      g_test_message ("%s: %s %s", sl_verdict_to_string (check->verdict), check->detail, check->difference != NULL ? check->difference : "");
      n += check->verdict == verdict ? 1 : 0;
    }

  return n;
}

/* Whatever stands around the article is no change of it; and a change beside it is seen. */
static void
test_noise (Fixture       *f,
            gconstpointer  data)
{
  g_autoptr (SlAddReport) report = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autofree char *text = NULL;
  const char *from;
  g_autofree char *over = NULL;

  (void) data;
  test_site_set (f->server, "/article", "lively");
  report = fixture_add_page (f, "/article");
  for (gsize i = 0; i < G_N_ELEMENTS (lively_quotes); i++)
    fixture_pin (f, report->document_id, lively_quotes[i]);
  text = sl_case_load_text (f->a_case, report->document_id, NULL);
  from = strstr (text, "The log notes");
  over = g_strndup (from, (gsize) (strstr (from, "grey smoke") - from) + strlen ("grey smoke"));
  fixture_pin (f, report->document_id, over);

  for (int visit = 0; visit < 7; visit++)
    {
      g_autoptr (GPtrArray) checks = check_all (f);

      g_assert_cmpuint (count_verdict (checks, SL_VERDICT_VERBATIM), ==, checks->len);
    }

  test_site_set (f->server, "/article", "lively-digit");
  after = check_all (f);
  g_assert_cmpuint (count_verdict (after, SL_VERDICT_ALTERED), ==, 1);
  g_assert_cmpuint (count_verdict (after, SL_VERDICT_VERBATIM), ==, after->len - 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  /* A table tells more when each row that is wrong is told. */
  g_test_set_nonfatal_assertions ();

  g_test_add_func ("/recheck/status", test_status);
  g_test_add_func ("/recheck/distinct", test_distinct);
  g_test_add ("/recheck/outcomes", Fixture, NULL, fixture_set_up, test_outcomes, fixture_tear_down);
  g_test_add ("/recheck/noise", Fixture, NULL, fixture_set_up, test_noise, fixture_tear_down);

  return g_test_run ();
}
