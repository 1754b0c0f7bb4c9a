/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-locate.h"

#include "workbench/sl-known-words.h"

/**
 * sl_locate:
 * @text: UTF-8
 *
 * Finds a quotation in a text, without a case; see sl_anchor_locate().
 *
 * Returns: (transfer full): where it stands, in code points of @text
 */
SlAnchor *
sl_locate (const char             *text,
           const SlAnchorSelector *selector)
{
  g_autoptr (SlNormal) normal = sl_normal_new (text, -1);

  return sl_anchor_locate (normal, selector, sl_known_words_guess (text));
}

static gboolean
is_word_char (const char *p)
{
  return g_unichar_isalnum (g_utf8_get_char (p)) || g_unichar_ismark (g_utf8_get_char (p));
}

/**
 * sl_locate_trim_marks:
 * @text: UTF-8
 * @start_cp: (inout): first code point of a place in @text
 * @end_cp: (inout): one past its last one
 *
 * Narrows a place to its words, from the first to the last, so that it does not depend on which
 * quotation marks and full stops were quoted with them. A place without words stays.
 */
void
sl_locate_trim_marks (const char *text,
                      gsize      *start_cp,
                      gsize      *end_cp)
{
  const char *start = g_utf8_offset_to_pointer (text, (long) *start_cp);
  const char *end = g_utf8_offset_to_pointer (start, (long) (*end_cp - *start_cp));
  gsize from = *start_cp;
  gsize to = *end_cp;

  for (; start < end && !is_word_char (start); from++)
    start = g_utf8_next_char (start);
  for (; start < end && !is_word_char (g_utf8_prev_char (end)); to--)
    end = g_utf8_prev_char (end);
  if (from == to)
    return;
  *start_cp = from;
  *end_cp = to;
}
