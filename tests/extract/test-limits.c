/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Texts that nobody wrote to be read: each ends with an answer, if it is a refusal. */

#include "extract/sl-extraction.h"

#include <string.h>

#define BYTES 1500000u

static SlExtraction *
extract_repeated (const char  *piece,
                  gsize        bytes,
                  GError     **error)
{
  g_autoptr (GString) text = g_string_sized_new (bytes + 128);
  SlExtractOptions options = { "en", "2025-11-20", 1768435200, NULL };

  while (text->len < bytes)
    g_string_append (text, piece);
  return sl_extract (text->str, text->len, &options, NULL, error);
}

/* Each has more times or statements than any article, the last one only of both together. */
static void
test_refused (void)
{
  static const char *const pieces[] = {
    "May 1 ", "1999, ", "Reuters reported, citing the Harbour Herald, that ",
    "It sat there on 16 November 2025, Ida Holm said. "
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (extract_repeated (pieces[i], BYTES, &error));
      g_assert_error (error, SL_EXTRACT_ERROR, SL_EXTRACT_ERROR_TEXT);
    }
}

static void
test_answered (void)
{
  static const char *const pieces[] = {
    "a", "1", ". ", "A. ", "“", "“a ", "(", "\n", "- ", "\" ", "it ", "he said that ", "citing ", "according to ",
    "twenty one hundred ", "from May to ", "early ", "half a ", "last ", "Smith and ", "A: ", "(Reuters) ", "\xcc\x81", "\xf0\x9f\x98\x80"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SlExtraction) found = NULL;

      g_test_message ("%s", pieces[i]);
      found = extract_repeated (pieces[i], BYTES, &error);
      if (found == NULL)
        g_assert_error (error, SL_EXTRACT_ERROR, SL_EXTRACT_ERROR_TEXT);
    }
}

/* A chronicle that goes on and on is no attack: what counts is how much stands in so many bytes. */
static void
test_long (void)
{
  const char *line = "On 16 November 2025 the water in the old basin of the harbour stood at the same mark as the days before, and nothing moved.\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (SlExtraction) found = extract_repeated (line, strlen (line) * (SL_EXTRACT_MAX_FOUND + 1), &error);

  g_assert_no_error (error);
  g_assert_cmpuint (found->times->len, >, SL_EXTRACT_MAX_FOUND);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/limits/refused", test_refused);
  g_test_add_func ("/extract/limits/answered", test_answered);
  g_test_add_func ("/extract/limits/long", test_long);
  return g_test_run ();
}
