/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "reader/sl-instant.h"

#include <glib.h>

typedef struct
{
  const char *text;
  const char *language;
  const char *expected;
} Case;

static void
test_parse (void)
{
  static const Case cases[] = {
    { "2025-11-23", NULL, "2025-11-23" },
    { "2025-11-23T10:05:06Z", NULL, "2025-11-23T10:05:06Z" },
    { "2025-11-23T10:05:06.789+02:00", NULL, "2025-11-23T10:05:06+02:00" },
    { "2025-11-23 10:05:06 +0200", NULL, "2025-11-23T10:05:06+02:00" },
    { "2025-11-23T10:05", NULL, "2025-11-23T10:05:00" },
    { "2025-11-23T10:05:06-05", NULL, "2025-11-23T10:05:06-05:00" },
    { " 2025/11/3 ", NULL, "2025-11-03" },
    { "20251123", NULL, "2025-11-23" },
    { "20251123T100506Z", NULL, "2025-11-23T10:05:06Z" },
    { "1763892306", NULL, "2025-11-23T10:05:06Z" },
    { "1763892306000", NULL, "2025-11-23T10:05:06Z" },
    { "Sun, 23 Nov 2025 10:05:06 GMT", NULL, "2025-11-23T10:05:06Z" },
    { "Sun, 23 Nov 2025 10:05:06 +0100", NULL, "2025-11-23T10:05:06+01:00" },
    { "2025-02-30", NULL, NULL },
    { "1025-02-03", NULL, NULL },
    { "2025", NULL, NULL },
    { "", NULL, NULL },
    { "soon", NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *parsed = sl_instant_parse (cases[i].text, cases[i].language);

      g_assert_cmpstr (parsed, ==, cases[i].expected);
    }
}

static void
test_find (void)
{
  static const Case cases[] = {
    { "Published November 23, 2025", "en", "2025-11-23" },
    { "23 Nov. 2025 at 4:05 pm", "en", "2025-11-23T16:05:00" },
    { "Nov 23rd, 2025 12:30 a.m.", "en", "2025-11-23T00:30:00" },
    { "23. November 2025, 10.30 Uhr", "de", "2025-11-23T10:30:00" },
    { "Stand: 23.11.2025", "de", "2025-11-23" },
    { "23. 11. 2025 18:00", "cs", "2025-11-23T18:00:00" },
    { "23 de noviembre de 2025", "es", "2025-11-23" },
    { "le 1er janvier", "fr", NULL },
    { "23 листопада 2025, 14:20", "uk", "2025-11-23T14:20:00" },
    { "23 ноября 2025 г.", "ru", "2025-11-23" },
    { "2025年11月23日", "ja", "2025-11-23" },
    { "2025년 11월 23일", "ko", "2025-11-23" },
    { "11/23/2025", "en", "2025-11-23" },
    { "23/11/2025", "en", "2025-11-23" },
    { "05/06/2025", "en", NULL },
    { "05/06/2025", "en-US", "2025-05-06" },
    { "05/06/2025", "en-GB", "2025-06-05" },
    { "05/06/2025", "fr", "2025-06-05" },
    { "Call 2025-5555", "en", NULL },
    { "The March 2025 report", "en", NULL },
    { "Mayor 5, 2025", "en", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = sl_instant_find (cases[i].text, cases[i].language);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

static void
test_url (void)
{
  static const Case cases[] = {
    { "https://post.example/2025/11/23/talks.html", NULL, "2025-11-23" },
    { "https://post.example/news/20251123-talks", NULL, "2025-11-23" },
    { "https://post.example/2025-11-23/talks", NULL, "2025-11-23" },
    { "https://post.example/article/120251123", NULL, NULL },
    { "https://post.example/2025/11/talks", NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = sl_instant_find_in_url (cases[i].text);

      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/instant/parse", test_parse);
  g_test_add_func ("/instant/find", test_find);
  g_test_add_func ("/instant/url", test_url);
  return g_test_run ();
}
