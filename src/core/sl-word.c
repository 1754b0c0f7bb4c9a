/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/sl-word.h"

/**
 * sl_word_get:
 *
 * Looks up the word of an enum value.
 *
 * Returns: (transfer none): the word, "unknown" for a value outside the table, as a damaged case may hold
 */
const char *
sl_word_get (const char *const *words,
             gsize              n_words,
             int                value)
{
  if (value < 0 || (gsize) value >= n_words)
    return "unknown";

  return words[value];
}

/**
 * sl_word_find:
 * @value: (out): the value that @string stands for; untouched on failure
 *
 * Looks up the enum value of a word, exactly as spelled in the table.
 *
 * Returns: whether @string is in the table
 */
gboolean
sl_word_find (const char *const *words,
              gsize              n_words,
              const char        *string,
              int               *value)
{
  for (gsize i = 0; i < n_words; i++)
    {
      if (g_strcmp0 (words[i], string) == 0)
        {
          *value = (int) i;
          return TRUE;
        }
    }

  return FALSE;
}
