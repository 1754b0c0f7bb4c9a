/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The search for quotations in a text of any size: "build-aux/dev bench locate" counts and times it. */

#include "config.h"

#include "core/sl-normal.h"
#include "verify/sl-filter.h"
#include "verify/sl-fuzzy.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "../verify/fuzzy-oracle.h"

/* Edits of 100 code points. */
#define PERCENT 12

static double
cpu_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

/* Not inlined, so that callgrind can be told to count in here only. */
G_NO_INLINE static guint
run_fuzzy (const char        *text,
           gsize              length,
           const char *const *quotes)
{
  guint edits = 0;

  for (guint i = 0; quotes[i] != NULL; i++)
    {
      guint max_edits = (guint) g_utf8_strlen (quotes[i], -1) * PERCENT / 100;
      g_autoptr (GArray) matches = sl_fuzzy_find (text, length, quotes[i], max_edits, 1);

      edits += matches->len > 0 ? g_array_index (matches, SlFuzzyMatch, 0).edits : max_edits + 1;
    }
  return edits;
}

G_NO_INLINE static guint
run_exact (const char        *text,
           gsize              length,
           const char *const *quotes)
{
  guint count = 0;

  for (guint i = 0; quotes[i] != NULL; i++)
    {
      g_autoptr (SlFilter) filter = sl_filter_new (quotes[i], strlen (quotes[i]), 0);

      for (gsize at = 0; (at = sl_filter_find_exact (filter, text, length, at)) != G_MAXSIZE; at++)
        count++;
    }
  return count;
}

G_NO_INLINE static guint
run_normal (const char        *text,
            gsize              length,
            const char *const *quotes)
{
  guint count = 0;

  for (guint i = 0; quotes[i] != NULL; i++)
    {
      g_autoptr (SlNormal) normal = sl_normal_new (text, (gssize) length);

      count += sl_normal_get_length_cp (normal) > 0;
    }
  return count;
}

/* measure-locate oracle CASES SEED: how many random searches agree with the plain table of edit distances. */
static int
check_oracle (guint n,
              guint seed)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (seed);
  guint agree = 0;

  for (guint i = 0; i < n; i++)
    {
      g_auto (FuzzyCase) fuzzy = { 0 };

      fuzzy_case_init (&fuzzy, chance);
      agree += fuzzy_case_agrees (&fuzzy) ? 1 : 0;
    }
  g_print ("%u of %u\n", agree, n);
  return agree == n ? 0 : 1;
}

/* measure-locate STEP TEXT QUOTES: prints bytes searched, seconds of CPU, and the sum of the edits or the number of places. */
int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *name;
    guint (*run) (const char *text, gsize length, const char *const *quotes);
  } steps[] = { { "fuzzy", run_fuzzy }, { "exact", run_exact }, { "normal", run_normal } };
  g_autofree char *text = NULL;
  g_autofree char *lines = NULL;
  gsize length;

  if (argc != 4)
    return 2;
  if (strcmp (argv[1], "oracle") == 0)
    return check_oracle ((guint) atoi (argv[2]), (guint) atoi (argv[3]));
  if (!g_file_get_contents (argv[2], &text, &length, NULL) || !g_file_get_contents (argv[3], &lines, NULL, NULL))
    return 1;

  g_auto (GStrv) quotes = g_strsplit (g_strchomp (lines), "\n", -1);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      double before = cpu_seconds ();
      guint found;

      if (strcmp (argv[1], steps[i].name) != 0)
        continue;
      found = steps[i].run (text, length, (const char *const *) quotes);
      g_print ("%zu %.6f %u\n", length * g_strv_length (quotes), cpu_seconds () - before, found);
      return 0;
    }
  return 2;
}
