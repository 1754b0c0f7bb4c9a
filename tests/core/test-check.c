/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/sl-check.h"

#include <locale.h>
#include <string.h>

/* Verdicts by fetch state (rows) and text state (columns); a letter each. */
static const struct
{
  SlFetchState fetch;
  const char *verdicts;
} table[] = {
  /*                                 ? - U v m a 0, as the states of the text are numbered */
  { SL_FETCH_STATE_UNKNOWN, "nnuvmda" },
  { SL_FETCH_STATE_NOT_FETCHED, "nnuvmda" },
  { SL_FETCH_STATE_FETCHED, "nnuvmda" },
  { SL_FETCH_STATE_UNCHANGED, "nnuvmda" },
  { SL_FETCH_STATE_REDIRECTED, "nnuvmda" },
  { SL_FETCH_STATE_GONE, "ggggggg" },
  { SL_FETCH_STATE_BLOCKED, "bbbbbbb" },
  { SL_FETCH_STATE_UNREACHABLE, "rrrrrrr" },
};

static SlVerdict
verdict_of (char letter)
{
  static const char letters[] = "vdagbrumn";
  const char *at = strchr (letters, letter);

  g_assert_nonnull (at);
  return (SlVerdict) (at - letters);
}

static void
test_derive (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    for (guint text = 0; text < SL_N_TEXT_STATES; text++)
      g_assert_cmpstr (sl_verdict_to_string (sl_verdict_derive (table[i].fetch, (SlTextState) text)), ==,
                       sl_verdict_to_string (verdict_of (table[i].verdicts[text])));

  g_assert_cmpuint (G_N_ELEMENTS (table), ==, SL_N_FETCH_STATES);
}

/* The program never claims that somebody took something away: it was not there to see it. */
static void
test_words (void)
{
  static const char *const claims[] = { "delete", "remove", "erase", "censor", "withdr", NULL };

  for (guint verdict = 0; verdict < SL_N_VERDICTS; verdict++)
    for (gsize i = 0; claims[i] != NULL; i++)
      {
        g_assert_null (strstr (sl_verdict_describe ((SlVerdict) verdict), claims[i]));
        g_assert_null (strstr (sl_verdict_to_string ((SlVerdict) verdict), claims[i]));
      }
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/check/derive", test_derive);
  g_test_add_func ("/check/words", test_words);

  return g_test_run ();
}
