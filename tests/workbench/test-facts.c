/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "workbench/sl-facts.h"
#include "workbench/sl-workbench.h"

static void
test_round_trip (void)
{
  g_autoptr (SlReading) reading = sl_reading_new ();
  g_autoptr (GBytes) json = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autoptr (SlFacts) facts = NULL;
  g_autoptr (GError) error = NULL;
  const SlReadingLink *link;
  const SlReadingNote *note;

  reading->canonical = g_strdup ("https://times.example/bridge");
  reading->reason = g_strdup ("The page shows only the beginning");
  reading->method = g_strdup ("finder");
  reading->paywall = TRUE;
  g_ptr_array_add (reading->links, sl_reading_link_new ("https://other.example/?a=1&b=\"2\"", "the “report”"));
  g_ptr_array_add (reading->notes, sl_reading_note_new ("correction", "It was Tuesday.", 10, 4000000000u));

  json = sl_facts_write (reading);
  again = sl_facts_write (reading);
  g_assert_true (g_bytes_equal (json, again));
  facts = sl_facts_read (json, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (facts->canonical, ==, reading->canonical);
  g_assert_cmpstr (facts->reason, ==, reading->reason);
  g_assert_cmpstr (facts->method, ==, "finder");
  g_assert_true (facts->paywall);
  g_assert_cmpuint (facts->links->len, ==, 1);
  link = g_ptr_array_index (facts->links, 0);
  g_assert_cmpstr (link->url, ==, "https://other.example/?a=1&b=\"2\"");
  g_assert_cmpstr (link->words, ==, "the “report”");
  note = g_ptr_array_index (facts->notes, 0);
  g_assert_cmpstr (note->kind, ==, "correction");
  g_assert_cmpuint (note->byte_end, ==, 4000000000u);
}

/* What a case from elsewhere may hold: an error or nothing, never a wrong fact. */
static const struct
{
  const char *json;
  gboolean readable;
  guint links;
} foreign[] = {
  { "", FALSE, 0 },
  { "null", FALSE, 0 },
  { "[]", FALSE, 0 },
  { "{", FALSE, 0 },
  { "{}", TRUE, 0 },
  { "{\"links\":null,\"notes\":7,\"paywall\":\"yes\"}", TRUE, 0 },
  { "{\"links\":[1,[],{},{\"url\":3},{\"url\":\"https://a.example/\"}]}", TRUE, 1 },
  { "{\"notes\":[{\"kind\":\"note\"},{\"text\":\"x\"},null],\"reason\":{}}", TRUE, 0 },
};

static void
test_foreign (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (foreign); i++)
    {
      g_autoptr (GBytes) json = g_bytes_new_static (foreign[i].json, strlen (foreign[i].json));
      g_autoptr (GError) error = NULL;
      g_autoptr (SlFacts) facts = sl_facts_read (json, &error);

      g_assert_cmpint (facts != NULL, ==, foreign[i].readable);
      if (facts == NULL)
        {
          g_assert_error (error, SL_WORKBENCH_ERROR, SL_WORKBENCH_ERROR_INVALID);
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpuint (facts->links->len, ==, foreign[i].links);
      g_assert_cmpuint (facts->notes->len, ==, 0);
      g_assert_null (facts->reason);
      g_assert_false (facts->paywall);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/facts/round-trip", test_round_trip);
  g_test_add_func ("/facts/foreign", test_foreign);

  return g_test_run ();
}
