/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The input is lines: words, prefix, suffix, and then the text. What is called verbatim has to be the
 * same words under the normalisation, which has to be its own fixed point. */

#include "config.h"

#include "verify/sl-anchor.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

static void
check_normal (const SlNormal *normal,
              const char     *text)
{
  g_autofree char *again = sl_normal_dup (sl_normal_get_text (normal, NULL), -1);
  gsize length = sl_normal_get_length_cp (normal);
  gsize start, end;

  g_assert_cmpstr (again, ==, sl_normal_get_text (normal, NULL));
  sl_normal_to_original (normal, 0, length, &start, &end);
  g_assert_cmpuint (start, <=, end);
  g_assert_cmpuint (end, <=, (gsize) g_utf8_strlen (text, -1));
}

static void
check_words (const SlAnchor *anchor,
             const char     *text,
             const char     *exact)
{
  g_autofree char *found = g_utf8_substring (text, (long) anchor->start_cp, (long) anchor->end_cp);
  g_autofree char *normal_found = sl_normal_dup (found, -1);
  g_autofree char *normal_exact = sl_normal_dup (exact, -1);

  /* Where words are left out, the detail says so. */
  if (anchor->verdict == SL_VERDICT_VERBATIM && anchor->detail == NULL)
    g_assert_nonnull (strstr (normal_found, normal_exact));
  else if (anchor->verdict == SL_VERDICT_ALTERED)
    g_assert_cmpstr (normal_found, !=, normal_exact);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *input = size < 100000 ? g_utf8_make_valid ((const char *) data, (gssize) size) : g_strdup ("");
  g_auto (GStrv) lines = g_strsplit (input, "\n", 4);

  if (g_strv_length (lines) < 4)
    return 0;

  SlAnchorSelector selector = { lines[0], lines[1], lines[2], (gint64) strlen (lines[1]) - 1 };
  g_autoptr (SlNormal) normal = sl_normal_new (lines[3], -1);
  g_autoptr (SlAnchor) anchor = sl_anchor_locate (normal, &selector, NULL);

  check_normal (normal, lines[3]);
  g_assert_cmpuint (anchor->start_cp, <=, anchor->end_cp);
  g_assert_cmpuint (anchor->end_cp, <=, (gsize) g_utf8_strlen (lines[3], -1));
  check_words (anchor, lines[3], lines[0]);
  return 0;
}
