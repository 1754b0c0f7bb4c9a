/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* Random searches, and their answers by the plain table of edit distances. For the test and the benchmark. */

#include <glib.h>
#include <string.h>

#include "verify/sl-fuzzy.h"

typedef struct
{
  char *text;     /* (owned) */
  char *pattern;  /* (owned) */
  guint max_edits;
} FuzzyCase;

static inline void
fuzzy_case_clear (FuzzyCase *self)
{
  g_free (self->text);
  g_free (self->pattern);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FuzzyCase, fuzzy_case_clear)

/* Small alphabets repeat themselves, large ones hardly do; some have letters of two, three and four bytes. */
static inline gunichar
fuzzy_random_char (GRand *chance,
                   guint  alphabet)
{
  static const gunichar foreign[] = { 0x0436, 0x00E9, 0x4E2D, 0x1F600 };
  guint i = (guint) g_rand_int_range (chance, 0, (gint32) alphabet);

  return i % 7 == 6 ? foreign[i / 7 % G_N_ELEMENTS (foreign)] : 'a' + i % 26;
}

static inline void
fuzzy_change (GRand   *chance,
              GString *out,
              gunichar c,
              guint    alphabet)
{
  switch (g_rand_int_range (chance, 0, 3))
    {
    case 0:
      g_string_append_unichar (out, fuzzy_random_char (chance, alphabet));
      break;
    case 1:
      break;
    default:
      g_string_append_unichar (out, c);
      g_string_append_unichar (out, fuzzy_random_char (chance, alphabet));
      break;
    }
}

/* A text, and in most cases a part of it with some changes. */
static inline void
fuzzy_case_init (FuzzyCase *self,
                 GRand     *chance)
{
  guint alphabet = (guint) g_rand_int_range (chance, 1, 40);
  long text_length = g_rand_int_range (chance, 0, 500);
  long length = g_rand_int_range (chance, 1, g_rand_boolean (chance) ? 180 : 20);
  long start = g_rand_int_range (chance, 0, (gint32) text_length + 1);
  guint change = (guint) g_rand_int_range (chance, 5, 60);
  GString *text = g_string_new (NULL);
  GString *pattern = g_string_new (NULL);

  for (long i = 0; i < text_length; i++)
    {
      gunichar c = fuzzy_random_char (chance, alphabet);

      g_string_append_unichar (text, c);
      if (i < start || i >= start + length)
        continue;
      if (g_rand_int_range (chance, 0, (gint32) change) == 0)
        fuzzy_change (chance, pattern, c, alphabet);
      else
        g_string_append_unichar (pattern, c);
    }
  while (pattern->len == 0 || g_rand_int_range (chance, 0, 4) == 0)
    g_string_append_unichar (pattern, fuzzy_random_char (chance, alphabet));

  self->max_edits = (guint) g_utf8_strlen (pattern->str, -1) * (guint) g_rand_int_range (chance, 0, 30) / 100;
  self->text = g_string_free (text, FALSE);
  self->pattern = g_string_free (pattern, FALSE);
}

/* The last column of the table between a pattern and the text from each side: @out[j] edits for the first j characters. */
static inline void
fuzzy_fill (const gunichar *pattern,
            long           m,
            const gunichar *text,
            long           n,
            gboolean        backwards,
            guint          *out)
{
  g_autofree guint *column = g_new (guint, m + 1);

  for (long i = 0; i <= m; i++)
    column[i] = (guint) i;
  out[0] = (guint) m;
  for (long j = 1; j <= n; j++)
    {
      guint diagonal = column[0];

      column[0] = backwards ? (guint) j : 0;
      for (long i = 1; i <= m; i++)
        {
          gboolean differ = backwards ? pattern[m - i] != text[n - j] : pattern[i - 1] != text[j - 1];
          guint left = column[i];

          column[i] = MIN (MIN (column[i - 1], left) + 1, diagonal + (differ ? 1 : 0));
          diagonal = left;
        }
      out[j] = column[m];
    }
}

/* Where a match that ends at @end begins: nearest to the pattern's length, of two the shorter one. */
static inline long
fuzzy_start (const gunichar *pattern,
             long           m,
             const gunichar *text,
             long           end,
             guint           edits)
{
  g_autofree guint *back = g_new (guint, end + 1);
  long best = 0;
  long best_off = G_MAXLONG;

  fuzzy_fill (pattern, m, text, end, TRUE, back);
  for (long taken = 0; taken <= end; taken++)
    {
      if (back[taken] == edits && ABS (taken - m) < best_off)
        {
          best = taken;
          best_off = ABS (taken - m);
        }
    }
  return end - best;
}

/* Whether the search finds all that the table finds: places, in order, and edits. */
static inline gboolean
fuzzy_case_agrees (const FuzzyCase *self)
{
  long m, n;
  g_autofree gunichar *pattern = g_utf8_to_ucs4_fast (self->pattern, -1, &m);
  g_autofree gunichar *text = g_utf8_to_ucs4_fast (self->text, -1, &n);
  g_autofree guint *distances = g_new (guint, n + 1);
  g_autoptr (GArray) matches = sl_fuzzy_find (self->text, strlen (self->text), self->pattern, self->max_edits, G_MAXUINT);
  guint least = self->max_edits + 1;
  guint seen = 0;

  fuzzy_fill (pattern, m, text, n, FALSE, distances);
  for (long j = 1; j <= n; j++)
    least = MIN (least, distances[j]);
  for (long j = 1; j <= n && least <= self->max_edits; j++)
    {
      const SlFuzzyMatch *match = &g_array_index (matches, SlFuzzyMatch, seen);

      if (distances[j] != least)
        continue;
      if (seen == matches->len || match->edits != least
          || g_utf8_pointer_to_offset (self->text, self->text + match->end) != j
          || g_utf8_pointer_to_offset (self->text, self->text + match->start) != fuzzy_start (pattern, m, text, j, least))
        return FALSE;
      seen++;
    }
  return seen == matches->len;
}
