/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "extract/sl-extraction.h"

#include <string.h>

#define NOW 1768435200

/* A language is a file and nothing more: here is one that nobody speaks, added as data/languages/README.md says. */
static SlLanguage *
load (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "extract", "data", "qlu.language", NULL);
  g_autoptr (GError) error = NULL;
  SlLanguage *language = sl_language_new_from_file (path, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (sl_language_get_tag (language), ==, "qlu");
  return language;
}

static SlExtraction *
read_text (const SlLanguage *language,
           const char       *text)
{
  SlExtractOptions options = { .reference = "2025-11-20", .now = NOW, .grammar = language };
  g_autoptr (GError) error = NULL;
  SlExtraction *found = sl_extract (text, strlen (text), &options, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (found->language, ==, "qlu");
  return found;
}

static char *
list_times (const SlExtraction *found,
            const char         *text)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < found->times->len; i++)
    {
      const SlTimex *timex = g_ptr_array_index (found->times, i);

      g_string_append_printf (list, "%.*s|%s|%s\n", (int) sl_span_length (timex->span), text + timex->span.start, timex->value, timex->when->edtf != NULL ? timex->when->edtf : "-");
    }
  return g_string_free_and_steal (list);
}

static void
test_times (void)
{
  static const struct
  {
    const char *text;
    const char *times; /* "words|value|EDTF", one a line */
  } cases[] = {
    { "La ponton fermis oni 3 novon 2024.", "3 novon 2024|2024-09-03|2024-09-03\n" },
    { "Sundan, 16 froston, la domo brulis.", "Sundan, 16 froston|2025-11-16|2025-11-16\n" },
    { "En komence de dekoj, 2024, neno.", "komence de dekoj, 2024|2024-10|2024-10-01/2024-10-11~\n" },
    { "Tridon la ponto fermos.", "" },
    { "Tridan la ponto fermos.", "Tridan|2025-11-26|2025-11-26\n" },
    { "Heri vesperon kantis oni, morge ne.", "Heri vesperon|2025-11-19TEV|2025-11-19\nmorge|2025-11-21|2025-11-21\n" },
    { "Lastan semon fermis la ponto.", "Lastan semon|2025-W46|2025-11-10/2025-11-16\n" },
    { "Du semojn ante fermis la ponto.", "Du semojn ante|2025-W45|2025-11-03/2025-11-09\n" },
    { "La foiro: 4-7 sexton 2024.", "4|2024-06-04|2024-06-04/2024-06-07\n7 sexton 2024|2024-06-07|2024-06-04/2024-06-07\n" },
    { "Oni diris ke ĝi fermis gis 25 froston.", "25 froston|2025-11-25|../2025-11-25\n" },
    { "Je 14:30 la ponto malfermos.", "Je 14:30|2025-11-20T14:30|2025-11-20T14:30\n" },
    { "Paragrafo 12 ed n. 5.", "" },
  };
  g_autoptr (SlLanguage) language = load ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SlExtraction) found = read_text (language, cases[i].text);
      g_autofree char *times = list_times (found, cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (times, ==, cases[i].times);
    }
}

/* Somebody says something, on the word of an outlet. */
static void
test_relay (void)
{
  static const char text[] = "Ministro Dalo Verin diris ke la ponto fermos morge, citante Marna Posto.";
  g_autoptr (SlLanguage) language = load ();
  g_autoptr (SlExtraction) found = read_text (language, text);
  guint relays = 0;

  g_assert_cmpuint (found->attributions->len, ==, 2);
  for (guint i = 0; i < found->attributions->len; i++)
    {
      const SlAttribution *attribution = g_ptr_array_index (found->attributions, i);
      SlSpan cue = g_array_index (attribution->cue, SlSpan, 0);
      gboolean citing = strncmp (text + cue.start, "citante", sl_span_length (cue)) == 0;

      g_test_message ("%s %d", attribution->speaker, attribution->relay_of);
      g_assert_cmpstr (attribution->speaker, ==, citing ? "Marna Posto" : "Ministro Dalo Verin");
      relays += attribution->relay_of >= 0 ? 1 : 0;
    }
  g_assert_cmpuint (relays, ==, 1);
}

/* No name of a month is invented for a language that ICU does not know. */
static void
test_no_names (void)
{
  static const char text[] = "La 3 May 2024 ed la M05.";
  g_autoptr (SlLanguage) language = load ();
  g_autoptr (SlExtraction) found = read_text (language, text);

  g_assert_cmpuint (found->times->len, ==, 0);
}

static void
test_missing (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sl_language_new_from_file ("/nowhere/qlx.language", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/new-language/times", test_times);
  g_test_add_func ("/new-language/relay", test_relay);
  g_test_add_func ("/new-language/no-names", test_no_names);
  g_test_add_func ("/new-language/missing", test_missing);
  return g_test_run ();
}
