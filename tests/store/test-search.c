/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "core/sl-digest.h"
#include "sample.h"
#include "store/sl-search-index.h"
#include "store/sl-warc-writer.h"

/* Three sources after the sample, the last added last. */
static const char *const texts[] = {
  "The ferry to Exampleville ran twice. The ferry, said the ferryman, is a ferry.",
  "Über die Brücke: Der Fährmann schweigt.",
  "A note on quotation marks: he wrote \"ferry\" and meant something else entirely, as the\n\n"
  "whole long text before it shows, in which nothing else was said that could be of any use.",
};

static void
add_text (SlCase     *a_case,
          const char *text,
          gint64      at)
{
  g_autoptr (SlSource) source = sl_source_new ();
  g_autoptr (SlCapture) capture = sl_capture_new ();
  g_autoptr (SlDocument) document = sl_document_new ();
  g_autoptr (GPtrArray) members = g_ptr_array_new ();
  g_autoptr (GBytes) payload = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;

  sample_begin (a_case, "Add source");
  source->title = g_strdup_printf ("Text of %.8s", text);
  source->added_at = at;
  sl_case_put_source (a_case, source, &error);
  capture->source_id = source->id;
  capture->captured_at = at * G_USEC_PER_SEC;
  capture->payload_digest = sl_digest_bytes (payload);
  sl_case_add_capture (a_case, capture, members, &error);
  document->capture_id = capture->id;
  sl_case_add_document (a_case, document, text, NULL, &error);
  g_assert_no_error (error);
  sample_commit (a_case);
}

static SlCase *
make_case (const char *name)
{
  SlCase *made = sample_make_case (name);
  Sample sample;

  sample_fill (made, &sample);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    add_text (made, texts[i], SAMPLE_NOW + 10 + (gint64) i);
  return made;
}

static SlSearchIndex *
open_index (SlCase     *a_case,
            const char *name)
{
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "search", name, NULL);
  g_autoptr (GError) error = NULL;
  SlSearchIndex *index = sl_search_index_open (path, a_case, &error);

  g_assert_no_error (error);
  return index;
}

typedef struct
{
  const char *words;
  guint       hits;
  gsize       start_cp;
  const char *snippet;
} Search;

static const Search searches[] = {
  { "ferry", 2, 37, NULL },
  { "FERRYMAN", 1, 57, "…ran twice. The ferry, said the ferryman, is a ferry." },
  { "ferr", 2, 37, NULL },
  { "brucke", 1, 9, "Über die Brücke: Der Fährmann schweigt." },
  { "fahr der", 0, 0, NULL },
  { "der fahr", 1, 17, NULL },
  { "mayor", 1, 4, "The mayor of Exampleville said on Sunday that the bridge would close. Two engineers denied it. One of them, Ada Ruf, called the plan “paper”." },
  { "bridge exampleville", 1, 13, NULL },
  { "nothing here", 0, 0, NULL },
  { "", 0, 0, NULL },
  { "  \t ", 0, 0, NULL },
  { "*", 0, 0, NULL },
  { "\"", 0, 0, NULL },
  { "ferry\"", 2, 37, NULL },
  { "ferry OR bridge", 0, 0, NULL },
  { "NEAR(ferry", 0, 0, NULL },
  { "title:ferry", 0, 0, NULL },
  { "ferry) AND (x", 0, 0, NULL },
  { "-ferry", 2, 37, NULL },
};

static void
test_find (void)
{
  g_autoptr (SlCase) a_case = make_case ("find.sourceline");
  g_autoptr (SlSearchIndex) index = open_index (a_case, "find.index");

  for (gsize i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) hits = sl_search_index_find (index, searches[i].words, 0, &error);
      const SlSearchHit *hit;

      g_test_message ("%s", searches[i].words);
      g_assert_no_error (error);
      g_assert_cmpuint (hits->len, ==, searches[i].hits);
      if (hits->len == 0)
        continue;
      hit = g_ptr_array_index (hits, 0);
      g_assert_cmpuint (hit->start_cp, ==, searches[i].start_cp);
      if (searches[i].snippet != NULL)
        g_assert_cmpstr (hit->snippet, ==, searches[i].snippet);
    }
}

static void
test_order (void)
{
  g_autoptr (SlCase) a_case = make_case ("order.sourceline");
  g_autoptr (SlSearchIndex) index = open_index (a_case, "order.index");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) newest = sl_search_index_find (index, "ferry", 1, &error);
  g_autoptr (GPtrArray) best = sl_search_index_find_best (index, "ferry", 0, &error);
  const SlSearchHit *hit;

  g_assert_no_error (error);
  g_assert_cmpuint (newest->len, ==, 1);
  hit = g_ptr_array_index (newest, 0);
  g_assert_cmpstr (hit->title, ==, "Text of A note o");
  g_assert_cmpuint (best->len, ==, 2);
  hit = g_ptr_array_index (best, 0);
  g_assert_cmpstr (hit->title, ==, "Text of The ferr");
}

static guint
count_hits (SlCase     *a_case,
            const char *index_name,
            const char *words)
{
  g_autoptr (SlSearchIndex) index = open_index (a_case, index_name);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = sl_search_index_find (index, words, 0, &error);

  g_assert_no_error (error);
  return hits->len;
}

/* The index follows the case, undo included. */
static void
test_update (void)
{
  g_autoptr (SlCase) a_case = make_case ("update.sourceline");
  g_autoptr (SlAct) act = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (count_hits (a_case, "update.index", "ferry"), ==, 2);
  act = sl_case_undo (a_case, "tester", SAMPLE_NOW, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_hits (a_case, "update.index", "ferry"), ==, 1);
  add_text (a_case, "A new ferry.", SAMPLE_NOW + 99);
  g_assert_cmpuint (count_hits (a_case, "update.index", "ferry"), ==, 2);
}

/* What is no index of ours, or one of another case, is made anew. */
static void
test_made_anew (void)
{
  g_autoptr (SlCase) a_case = make_case ("anew.sourceline");
  g_autoptr (SlCase) other = sample_make_case ("anew-other.sourceline");
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "search", "anew.index", NULL);
  g_autofree char *data = NULL;
  gsize length;

  g_assert_cmpuint (count_hits (a_case, "anew.index", "ferry"), ==, 2);
  g_assert_cmpuint (count_hits (other, "anew.index", "ferry"), ==, 0);
  g_assert_cmpuint (count_hits (a_case, "anew.index", "ferry"), ==, 2);

  g_assert_true (g_file_set_contents (path, "no database", -1, NULL));
  g_assert_cmpuint (count_hits (a_case, "anew.index", "ferry"), ==, 2);

  g_assert_true (g_file_get_contents (sl_case_get_path (a_case), &data, &length, NULL));
  g_assert_true (g_file_set_contents (path, data, (gssize) length, NULL));
  g_assert_cmpuint (count_hits (a_case, "anew.index", "ferry"), ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/search/find", test_find);
  g_test_add_func ("/search/order", test_order);
  g_test_add_func ("/search/update", test_update);
  g_test_add_func ("/search/made-anew", test_made_anew);

  return g_test_run ();
}
