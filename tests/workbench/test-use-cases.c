/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib.h>
#include <string.h>

#include "helper/sl-fetch.h"
#include "workbench/sl-study.h"
#include "workbench/sl-workbench.h"

#define NOW 1764000000

static const char article[] = "Tram line to reopen\n\n"
                              "The tram line was closed on Monday, 3 November 2025, operator Metra said. "
                              "\"We will reopen it on 12 November,\" director Olga Sand said.\n\n"
                              "Shop owners reportedly lost a third of their trade.\n";

typedef struct
{
  SlCase      *a_case;
  SlWorkbench *bench;
} Fixture;

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup_printf ("%08x.sourceline", g_random_int ());
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), name, NULL);

  (void) data;
  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  f->a_case = sl_case_create (path, "Tram", NOW, &error);
  g_assert_no_error (error);
  f->bench = sl_workbench_new (f->a_case, "tester");
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  (void) data;
  g_assert_true (sl_case_close (f->a_case, NULL));
  g_assert_finalize_object (f->bench);
  g_assert_finalize_object (f->a_case);
}

static SlAddReport *
add_text (Fixture     *f,
          const char  *text,
          gboolean     accept_all,
          GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  SlAddRequest request = { .bytes = bytes, .language = "en", .accept_all = accept_all };

  return sl_workbench_add (f->bench, &request, NULL, NULL, NULL, error);
}

static gint64
count (Fixture *f,
       SlList   list)
{
  SlQuery query = SL_QUERY_ALL;

  return sl_case_count (f->a_case, list, &query, NULL);
}

/* Acts since the case was made, which is one itself. */
static gint64
count_acts (Fixture *f)
{
  return count (f, SL_LIST_ACTS) - 1;
}

static void
test_add (Fixture       *f,
          gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlAddReport) report = add_text (f, article, FALSE, &error);

  (void) data;
  g_assert_no_error (error);
  g_assert_no_error (report->trouble);
  g_assert_cmpstr (report->title, ==, "Tram line to reopen");
  g_assert_cmpuint (report->suggestions, >=, 2);
  g_assert_cmpint (count (f, SL_LIST_SUGGESTIONS), ==, report->suggestions);
  g_assert_cmpint (count (f, SL_LIST_CLAIMS), ==, 0);
  g_assert_cmpint (count_acts (f), ==, 1);
}

static void
test_accept_all_is_an_act_each (Fixture       *f,
                                gconstpointer  data)
{
  g_autoptr (SlAddReport) report = add_text (f, article, TRUE, NULL);

  (void) data;
  g_assert_cmpuint (report->accepted, ==, report->suggestions);
  g_assert_cmpint (count_acts (f), ==, 1 + report->accepted);
}

/* A page that holds no article is kept as what it is, and the person is told. */
static void
test_unreadable_is_kept (Fixture       *f,
                         gconstpointer  data)
{
  g_autoptr (SlAddReport) report = add_text (f, "<!doctype html><html><head><title>x</title></head><body></body></html>", FALSE, NULL);

  (void) data;
  g_assert_nonnull (report);
  g_assert_nonnull (report->trouble);
  g_assert_cmpint (report->document_id, ==, SL_ID_NONE);
  g_assert_cmpint (count (f, SL_LIST_CAPTURES), ==, 1);
  g_assert_cmpint (count (f, SL_LIST_SUGGESTIONS), ==, 0);
}

typedef struct
{
  const char *what;
  const char *published;
  GQuark (*domain) (void);
  int code;
} Refused;

/* Nothing is added, and nothing that could be undone is left behind. */
static void
test_refused (Fixture       *f,
              gconstpointer  data)
{
  const Refused table[] = {
    { NULL, NULL, sl_workbench_error_quark, SL_WORKBENCH_ERROR_INVALID },
    { "/nowhere/at/all.html", NULL, g_io_error_quark, G_IO_ERROR_NOT_FOUND },
    { "/dev/null", "next week", sl_workbench_error_quark, SL_WORKBENCH_ERROR_INVALID },
    { "http://127.0.0.1:9/", NULL, sl_fetch_error_quark, SL_FETCH_ERROR_PRIVATE_ADDRESS },
  };

  (void) data;
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      SlAddRequest request = { .what = table[i].what, .published = table[i].published };
      g_autoptr (GError) error = NULL;

      g_assert_null (sl_workbench_add (f->bench, &request, NULL, NULL, NULL, &error));
      g_assert_error (error, table[i].domain (), table[i].code);
    }
  g_assert_cmpint (count_acts (f), ==, 0);
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  (void) source;
  *(GAsyncResult **) data = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_cancelled_adds_nothing (Fixture       *f,
                             gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (article, strlen (article));
  SlAddRequest request = { .bytes = bytes };

  (void) data;
  g_cancellable_cancel (cancellable);
  sl_workbench_add_async (f->bench, &request, NULL, NULL, cancellable, done_cb, &result);
  wait_for (&result);
  g_assert_null (sl_workbench_add_finish (f->bench, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (count_acts (f), ==, 0);
}

static void
progress_cb (double      fraction,
             const char *what,
             gpointer    data)
{
  g_assert_cmpfloat (fraction, <=, 1);
  g_assert_cmpstr (what, !=, "");
  g_assert_true (g_main_context_is_owner (g_main_context_default ()));
  (*(guint *) data)++;
}

static void
test_asynchronously (Fixture       *f,
                     gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SlAddReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (article, strlen (article));
  SlAddRequest request = { .bytes = bytes, .accept_all = TRUE };
  guint steps = 0;

  (void) data;
  sl_workbench_add_async (f->bench, &request, progress_cb, &steps, NULL, done_cb, &result);
  wait_for (&result);
  report = sl_workbench_add_finish (f->bench, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->accepted, >, 0);
  g_assert_cmpuint (steps, >, 1);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_verify (Fixture       *f,
             gconstpointer  data)
{
  g_autoptr (SlAddReport) report = add_text (f, article, TRUE, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = sl_workbench_verify (f->bench, NULL, NULL, NULL, &error);

  (void) data;
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_export (Fixture       *f,
             gconstpointer  data)
{
  static const struct
  {
    const char *format;
    const char *magic;
  } formats[] = { { "pdf", "%PDF-" }, { "warc", "\x1f\x8b" }, { "wacz", "PK\x03\x04" } };
  g_autoptr (SlAddReport) report = add_text (f, article, TRUE, NULL);

  (void) data;
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s.%s", sl_case_get_path (f->a_case), formats[i].format);
      g_autofree char *contents = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (sl_workbench_export (f->bench, &(SlExportRequest) { .format = formats[i].format, .path = path }, NULL, NULL, NULL, &error));
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
      g_assert_true (g_str_has_prefix (contents, formats[i].magic));
    }
}

static char *
export_text (Fixture    *f,
             const char *format)
{
  g_autofree char *path = g_strdup_printf ("%s.%s", sl_case_get_path (f->a_case), format);
  g_autoptr (GError) error = NULL;
  char *contents = NULL;

  g_assert_true (sl_workbench_export (f->bench, &(SlExportRequest) { .format = format, .path = path }, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  return contents;
}

static void
unlink_from_events (Fixture *f,
                    SlId     claim)
{
  SlQuery query = SL_QUERY_ALL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = sl_case_list_events (f->a_case, &query, &error);

  g_assert_no_error (error);
  g_assert_true (sl_case_begin_act (f->a_case, SL_ACT_DO, "Unlink", "test", 0, &error));
  for (guint i = 0; i < events->len; i++)
    g_assert_true (sl_case_unlink_claim (f->a_case, ((const SlEvent *) g_ptr_array_index (events, i))->id, claim, &error));
  g_assert_true (sl_case_commit_act (f->a_case, &error));
  g_assert_no_error (error);
}

/* Reports tell of events; annotations are of every claim. */
static void
test_export_without_event (Fixture       *f,
                           gconstpointer  data)
{
  g_autoptr (SlAddReport) report = add_text (f, article, FALSE, NULL);
  g_autoptr (SlCommand) command = sl_command_new (SL_COMMAND_NEW_CLAIM, report->document_id);
  g_autoptr (GError) error = NULL;
  g_autofree char *annotations = NULL;
  g_autofree char *archive_path = g_strdup_printf ("%s.wacz", sl_case_get_path (f->a_case));
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *urn = NULL;
  char id[SL_ID_STRING_SIZE];
  SlId claim;

  (void) data;
  command->start_cp = 0;
  command->end_cp = 20;
  claim = sl_workbench_do (f->bench, command, &error);
  g_assert_no_error (error);
  unlink_from_events (f, claim);

  urn = g_strdup_printf ("\"urn:sourceline:claim:%s\"", sl_id_format (claim, id));
  annotations = export_text (f, "jsonld");
  g_assert_nonnull (strstr (annotations, urn));
  g_assert_null (strstr (annotations, "urn:sourceline:event:"));

  g_free (export_text (f, "wacz"));
  findings = sl_workbench_verify_file (archive_path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
verified_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  (void) source;
  *(GAsyncResult **) data = g_object_ref (result);
}

static void
test_verify_file_asynchronously (Fixture       *f,
                                 gconstpointer  data)
{
  g_autoptr (SlAddReport) report = add_text (f, article, TRUE, NULL);
  g_autofree char *path = g_strdup_printf ("%s.warc", sl_case_get_path (f->a_case));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  (void) data;
  g_free (export_text (f, "warc"));
  sl_workbench_verify_file_async (path, NULL, NULL, NULL, verified_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  findings = sl_workbench_verify_file_finish (result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
}

static SlId
accept_first (Fixture *f)
{
  SlQuery query = SL_QUERY_ALL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) open = NULL;
  g_autoptr (SlCommand) command = NULL;
  SlId claim;

  query.state = SL_SUGGESTION_OPEN;
  open = sl_case_list_suggestions (f->a_case, &query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (open->len, ==, 1);
  command = sl_command_new (SL_COMMAND_ACCEPT, ((SlSuggestion *) g_ptr_array_index (open, 0))->id);
  claim = sl_workbench_do (f->bench, command, &error);
  g_assert_no_error (error);
  return claim;
}

static gint64
count_passages (Fixture *f,
                SlId     claim)
{
  SlQuery query = SL_QUERY_ALL;
  g_autoptr (GPtrArray) pins = NULL;

  query.about = claim;
  pins = sl_case_list_pins (f->a_case, &query, NULL);
  return pins->len;
}

static gint64
count_in_state (Fixture           *f,
                SlSuggestionState  state)
{
  SlQuery query = SL_QUERY_ALL;

  query.state = state;
  return sl_case_count (f->a_case, SL_LIST_SUGGESTIONS, &query, NULL);
}

/* What two articles say, and one of them twice, is decided on once; a third that comes later adds to the claim. */
static void
test_repeated (Fixture       *f,
               gconstpointer  data)
{
  g_autoptr (SlAddReport) first = add_text (f, "Council met\n\nThe council approved the harbour bridge of Lund on 12 November 2025.\n\n"
                                               "On 12 November 2025 the council of Lund approved the bridge in the harbour.\n",
                                            FALSE, NULL);
  g_autoptr (SlAddReport) second = add_text (f, "Bridge comes\n\nThe harbour bridge was approved by the Lund council on 12 November 2025.\n", FALSE, NULL);
  g_autoptr (SlAddReport) third = NULL;
  SlId claim;

  (void) data;
  g_assert_cmpuint (first->suggestions, ==, 1);
  g_assert_cmpuint (second->suggestions, ==, 0);
  g_assert_cmpint (count_in_state (f, SL_SUGGESTION_REPEATED), ==, 2);
  claim = accept_first (f);
  g_assert_cmpint (count_passages (f, claim), ==, 3);
  g_assert_cmpint (count_in_state (f, SL_SUGGESTION_ACCEPTED), ==, 3);
  g_assert_cmpint (count (f, SL_LIST_EVENTS), ==, 1);

  third = add_text (f, "Late\n\nThe council approved the Lund harbour bridge on 12 November 2025, the Courier writes.\n", FALSE, NULL);
  g_assert_cmpuint (third->suggestions, ==, 1);
  g_assert_cmpint (accept_first (f), ==, claim);
  g_assert_cmpint (count_passages (f, claim), ==, 4);
  g_assert_cmpint (count (f, SL_LIST_CLAIMS), ==, 1);
  g_assert_cmpint (count (f, SL_LIST_EVENTS), ==, 1);
}

/* Whoever takes the first source away keeps what the second said. */
static void
test_repeated_outlives_the_first (Fixture       *f,
                                  gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlAddReport) first = add_text (f, "Council met\n\nThe council approved the harbour bridge of Lund on 12 November 2025.\n", FALSE, NULL);
  g_autoptr (SlAddReport) second = add_text (f, "Bridge comes\n\nThe harbour bridge was approved by the Lund council on 12 November 2025.\n", FALSE, NULL);
  g_autoptr (SlCommand) command = sl_command_new (SL_COMMAND_REMOVE_SOURCE, first->source_id);

  (void) data;
  g_assert_cmpuint (second->suggestions, ==, 0);
  g_assert_cmpint (sl_workbench_do (f->bench, command, &error), !=, SL_ID_NONE);
  g_assert_no_error (error);
  g_assert_cmpint (count_in_state (f, SL_SUGGESTION_OPEN), ==, 1);
  g_assert_cmpint (count_in_state (f, SL_SUGGESTION_REPEATED), ==, 0);
}

static void
test_search (Fixture       *f,
             gconstpointer  data)
{
  g_autoptr (SlAddReport) report = add_text (f, article, FALSE, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = sl_workbench_search (f->bench, "director San", 10, &error);

  (void) data;
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 1);
}

/* A site may declare one language for texts in another. */
static void
test_language_of_text (void)
{
  static const struct
  {
    const char *declared;
    const char *text;
    const char *language;
  } cases[] = {
    { "en", "Die Fähre fährt wieder, und der Hafen ist für alle offen, die auf der Insel wohnen oder dort zu tun haben. ", "de" },
    { "de-AT", "Die Fähre fährt wieder, und der Hafen ist für alle offen, die auf der Insel wohnen oder dort zu tun haben. ", "de-AT" },
    { "en", "Пором знову ходить, і порт відкритий для всіх, хто живе на острові або має там якісь справи, як було й раніше. ", "uk" },
    { "sv", "Färjan går igen, och hamnen är öppen för alla som bor på ön eller har något att göra där, som det var förut. ", "sv" },
    { NULL, "The ferry runs again, and the harbour is open to all who live on the island or have something to do there. ", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *language = NULL;
      g_autofree char *brief = sl_study_dup_language ("fr", cases[i].text);

      for (int k = 0; k < 10; k++)
        g_string_append (text, cases[i].text);
      language = sl_study_dup_language (cases[i].declared, text->str);
      g_assert_cmpstr (language, ==, cases[i].language);
      g_assert_cmpstr (brief, ==, "fr");
    }
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *, gconstpointer);
  } tests[] = {
    { "/use-cases/add", test_add },
    { "/use-cases/accept-all-is-an-act-each", test_accept_all_is_an_act_each },
    { "/use-cases/unreadable-is-kept", test_unreadable_is_kept },
    { "/use-cases/refused", test_refused },
    { "/use-cases/cancelled-adds-nothing", test_cancelled_adds_nothing },
    { "/use-cases/asynchronously", test_asynchronously },
    { "/use-cases/verify", test_verify },
    { "/use-cases/export", test_export },
    { "/use-cases/export-without-event", test_export_without_event },
    { "/use-cases/verify-file-asynchronously", test_verify_file_asynchronously },
    { "/use-cases/repeated", test_repeated },
    { "/use-cases/repeated-outlives-the-first", test_repeated_outlives_the_first },
    { "/use-cases/search", test_search },
  };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);

  g_test_add_func ("/workbench/language-of-text", test_language_of_text);
  return g_test_run ();
}
