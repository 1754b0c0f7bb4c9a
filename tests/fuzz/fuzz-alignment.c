/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The input is two texts with a zero byte between. Each paragraph of either has to be in exactly one pair,
 * and places have to lie within the texts. */

#include "config.h"

#include "verify/sl-alignment.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

static gsize
count_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  return g_strv_length (lines);
}

static void
check_pair (const SlAlignedPair *pair,
            gsize                before_cp,
            gsize                after_cp)
{
  g_assert_cmpuint (pair->before_start_cp, <=, pair->before_end_cp);
  g_assert_cmpuint (pair->before_end_cp, <=, before_cp);
  g_assert_cmpuint (pair->after_start_cp, <=, pair->after_end_cp);
  g_assert_cmpuint (pair->after_end_cp, <=, after_cp);
  for (guint i = 0; pair->difference != NULL && i < pair->difference->changes->len; i++)
    {
      const SlChange *change = &g_array_index (pair->difference->changes, SlChange, i);

      g_assert_cmpuint (change->before_end_cp, <=, pair->before_end_cp - pair->before_start_cp);
      g_assert_cmpuint (change->after_end_cp, <=, pair->after_end_cp - pair->after_start_cp);
      g_assert_cmpuint (change->kinds, !=, 0);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  const guint8 *zero = size > 0 ? memchr (data, 0, size) : NULL;
  gsize first = zero != NULL ? (gsize) (zero - data) : size;
  g_autofree char *before = g_utf8_make_valid ((const char *) data, (gssize) first);
  g_autofree char *after = g_utf8_make_valid (zero != NULL ? (const char *) zero + 1 : "", zero != NULL ? (gssize) (size - first - 1) : 0);
  g_autoptr (GPtrArray) pairs = sl_alignment_compare (before, after, NULL, NULL, NULL);
  gsize before_cp = (gsize) g_utf8_strlen (before, -1);
  gsize after_cp = (gsize) g_utf8_strlen (after, -1);

  g_assert_cmpuint (pairs->len, <=, count_lines (before) + count_lines (after));
  for (guint i = 0; i < pairs->len; i++)
    check_pair (g_ptr_array_index (pairs, i), before_cp, after_cp);
  return 0;
}
