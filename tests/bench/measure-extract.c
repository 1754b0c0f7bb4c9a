/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The extractor on a text of any size, as far as is asked for: "build-aux/dev bench extract" counts and times it. */

#include "extract/sl-attributor.h"
#include "extract/sl-extraction.h"
#include "extract/sl-tagger.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef enum
{
  UPTO_NOTHING,
  UPTO_TOKENS,
  UPTO_SENTENCES,
  UPTO_TIMES,
  UPTO_ATTRIBUTIONS,
  UPTO_PROPOSALS,
  SIGNALS,
  N_UPTO,
} Upto;

static const char *const steps[N_UPTO] = { "nothing", "tokens", "sentences", "times", "attributions", "proposals", "signals" };

typedef struct
{
  guint times;
  guint attributions;
  guint proposals;
} Counts;

/* Not inlined, so that callgrind can be told to count in here only. */
G_NO_INLINE static void
run_parts (const char       *text,
           gsize             length,
           const SlLanguage *language,
           Upto              upto,
           Counts           *counts)
{
  SlResolver known = { .now = 1768435200, .has_reference = TRUE, .reference = { 2025, 11, 20 } };
  g_autoptr (SlTokens) tokens = sl_tokens_new (text, length, sl_language_get_lexicon (language));
  g_autoptr (GArray) sentences = upto >= UPTO_SENTENCES ? sl_sentences_find (tokens, language) : NULL;
  g_autoptr (GPtrArray) times = upto >= UPTO_TIMES ? sl_tagger_find (tokens, sentences, language, &known) : NULL;
  g_autoptr (GArray) quotes = times != NULL && upto >= UPTO_ATTRIBUTIONS ? sl_quotes_find (tokens) : NULL;
  g_autoptr (GPtrArray) attributions = quotes != NULL ? sl_attributor_find (tokens, sentences, quotes, times, language) : NULL;

  counts->times = times != NULL ? times->len : 0;
  counts->attributions = attributions != NULL ? attributions->len : 0;
}

G_NO_INLINE static void
run_all (const char *text,
         gsize       length,
         const char *tag,
         Counts     *counts)
{
  SlExtractOptions options = { tag, "2025-11-20", 1768435200, NULL };
  g_autoptr (SlExtraction) found = sl_extract (text, length, &options, NULL, NULL);

  if (found != NULL)
    *counts = (Counts) { found->times->len, found->attributions->len, found->proposals->len };
}

/* What the first pass of the tagger lets through, and what it misses of all that the grammar matches: which must be nothing. */
static void
print_signals (const char       *text,
               gsize             length,
               const SlLanguage *language)
{
  g_autoptr (SlTokens) tokens = sl_tokens_new (text, length, sl_language_get_lexicon (language));
  g_autoptr (GArray) sentences = sl_sentences_find (tokens, language);
  guint passed = 0, matched = 0, missed = 0;

  for (guint i = 0; i < sentences->len; i++)
    {
      const SlSentence *sentence = &g_array_index (sentences, SlSentence, i);
      gboolean passes = sl_signals_find (sl_language_get_signals (language), tokens, sentence->first, sentence->end) < sentence->end;
      gboolean matches = FALSE;
      SlMatch match;

      for (guint k = sentence->first; k < sentence->end; k++)
        if (sl_patterns_match (sl_language_get_patterns (language), tokens, k, &match)
            && match.end <= sentence->end && match.action != SL_ACTION_NONE)
          matches = TRUE;
      passed += passes ? 1 : 0;
      matched += matches ? 1 : 0;
      missed += matches && !passes ? 1 : 0;
    }
  g_print ("%u sentences, %u passed on, %u with a time, %u of them missed\n", sentences->len, passed, matched, missed);
}

static double
cpu_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static Upto
find_step (const char *name)
{
  for (Upto i = UPTO_NOTHING; i < N_UPTO; i++)
    if (strcmp (name, steps[i]) == 0)
      return i;
  g_printerr ("measure-extract: there is no step “%s”\n", name);
  exit (2);
}

/* measure-extract STEP FILE LANGUAGE: prints bytes, seconds of CPU and what was found. The language is loaded before the clock starts. */
int
main (int    argc,
      char **argv)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  const SlLanguage *language;
  Counts counts = { 0 };
  gsize length;
  double before;
  Upto upto;

  if (argc != 4)
    return 2;
  upto = find_step (argv[1]);
  language = sl_language_get (argv[3], &error);
  if (language == NULL || !g_file_get_contents (argv[2], &text, &length, &error))
    {
      g_printerr ("measure-extract: %s\n", error->message);
      return 1;
    }
  if (upto == SIGNALS)
    {
      print_signals (text, length, language);
      return 0;
    }
  before = cpu_seconds ();
  if (upto == UPTO_PROPOSALS)
    run_all (text, length, argv[3], &counts);
  else if (upto != UPTO_NOTHING)
    run_parts (text, length, language, upto, &counts);
  g_print ("%zu %.6f %u %u %u\n", length, cpu_seconds () - before, counts.times, counts.attributions, counts.proposals);
  return 0;
}
