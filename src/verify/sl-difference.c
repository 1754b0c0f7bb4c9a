/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "verify/sl-difference.h"

#include "core/sl-span.h"

#include <string.h>

/* The table of lengths has this many cells at most; longer texts are shown one after the other. */
#define MAX_CELLS (16 * 1024 * 1024)

typedef struct
{
  const char *text;    /* (unowned) */
  GArray     *tokens;  /* (owned) SlSpan */
} Words;

/* Which mark stands open in the output. */
typedef enum
{
  SAME,
  TAKEN,
  PUT,
} State;

/* A run of letters and digits is one token, everything else stands alone: figures are never compared by halves. */
static Words
split (const char *text)
{
  Words words = { text, g_array_new (FALSE, FALSE, sizeof (SlSpan)) };
  const char *p = text;

  while (*p != '\0')
    {
      const char *start = p;
      SlSpan span;

      p = g_utf8_next_char (p);
      if (g_unichar_isalnum (g_utf8_get_char (start)))
        {
          while (*p != '\0' && (g_unichar_isalnum (g_utf8_get_char (p)) || g_unichar_ismark (g_utf8_get_char (p))))
            p = g_utf8_next_char (p);
        }
      span = (SlSpan) { (gsize) (start - text), (gsize) (p - text) };
      g_array_append_val (words.tokens, span);
    }
  return words;
}

static gboolean
token_equal (const Words *a,
             guint        i,
             const Words *b,
             guint        j)
{
  SlSpan x = g_array_index (a->tokens, SlSpan, i);
  SlSpan y = g_array_index (b->tokens, SlSpan, j);

  return sl_span_length (x) == sl_span_length (y) && memcmp (a->text + x.start, b->text + y.start, sl_span_length (x)) == 0;
}

/* Cell (i, j): length of the longest common subsequence of what follows token i and token j. */
static guint16 *
fill_table (const Words *a,
            const Words *b)
{
  gsize width = b->tokens->len + 1;
  guint16 *table = g_new0 (guint16, (a->tokens->len + 1) * width);

  for (guint i = a->tokens->len; i-- > 0;)
    {
      for (guint j = b->tokens->len; j-- > 0;)
        {
          guint16 skipped = MAX (table[(i + 1) * width + j], table[i * width + j + 1]);

          table[i * width + j] = token_equal (a, i, b, j) ? table[(i + 1) * width + j + 1] + 1 : skipped;
        }
    }
  return table;
}

static void
set_state (GString *out,
           State   *state,
           State    wanted)
{
  static const char *const opening[] = { "", "[-", "{+" };
  static const char *const closing[] = { "", "-]", "+}" };

  if (*state == wanted)
    return;
  g_string_append (out, closing[*state]);
  g_string_append (out, opening[wanted]);
  *state = wanted;
}

static void
append_token (GString     *out,
              const Words *words,
              guint        token)
{
  SlSpan span = g_array_index (words->tokens, SlSpan, token);

  g_string_append_len (out, words->text + span.start, (gssize) sl_span_length (span));
}

static void
walk (const Words *a,
      const Words *b,
      GString     *out)
{
  g_autofree guint16 *table = fill_table (a, b);
  gsize width = b->tokens->len + 1;
  State state = SAME;
  guint i = 0;
  guint j = 0;

  while (i < a->tokens->len || j < b->tokens->len)
    {
      if (i < a->tokens->len && j < b->tokens->len && token_equal (a, i, b, j))
        {
          set_state (out, &state, SAME);
          append_token (out, a, i++);
          j++;
        }
      else if (i < a->tokens->len && (j == b->tokens->len || table[(i + 1) * width + j] >= table[i * width + j + 1]))
        {
          set_state (out, &state, TAKEN);
          append_token (out, a, i++);
        }
      else
        {
          set_state (out, &state, PUT);
          append_token (out, b, j++);
        }
    }
  set_state (out, &state, SAME);
}

/**
 * sl_difference_format:
 * @before: normalised words as they were quoted
 * @after: normalised words as they stand
 *
 * Shows what changed, word by word: `killed [-14-]{+41+} people`.
 *
 * Returns: (transfer full): the words with what was taken away and put in
 */
char *
sl_difference_format (const char *before,
                      const char *after)
{
  Words a = split (before);
  Words b = split (after);
  GString *out = g_string_new (NULL);

  if ((a.tokens->len + 1) * (guint64) (b.tokens->len + 1) <= MAX_CELLS && a.tokens->len < G_MAXUINT16)
    walk (&a, &b, out);
  else
    g_string_append_printf (out, "[-%s-]{+%s+}", before, after);

  g_array_unref (a.tokens);
  g_array_unref (b.tokens);
  return g_string_free (out, FALSE);
}
