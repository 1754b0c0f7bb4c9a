/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-likeness.h"

#include <string.h>

/* Endings differ between two who tell the same, beginnings do not: so many characters of a word count. */
#define STEM_LENGTH 6

/* Shorter words carry no meaning, unless they are names. */
#define MIN_LENGTH 3

/* With fewer words in common, two assertions are like each other by accident. */
#define MIN_COMMON 4

static int
compare_keys (const void *a,
              const void *b)
{
  const guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;

  return x < y ? -1 : x > y ? 1
                            : 0;
}

static void
sort_and_unite (GArray *keys)
{
  guint kept = 0;

  g_array_sort (keys, compare_keys);
  for (guint i = 0; i < keys->len; i++)
    if (kept == 0 || g_array_index (keys, guint32, kept - 1) != g_array_index (keys, guint32, i))
      g_array_index (keys, guint32, kept++) = g_array_index (keys, guint32, i);
  g_array_set_size (keys, kept);
}

/* FNV-1a over the first characters, in small letters. */
static guint32
make_key (const char *word,
          const char *end,
          guint      *length)
{
  guint32 key = 2166136261u;

  for (*length = 0; word < end && *length < STEM_LENGTH; word = g_utf8_next_char (word), (*length)++)
    {
      gunichar c = g_unichar_tolower (g_utf8_get_char (word));

      for (guint k = 0; k < 4; k++)
        key = (key ^ ((c >> (8 * k)) & 0xff)) * 16777619u;
    }
  return key;
}

static void
add_token (SlLikeness      *self,
           const SlTokens  *tokens,
           guint            i,
           const SlLexicon *lexicon)
{
  const SlToken *token = &tokens->items[i];
  guint32 key;
  guint length;

  if (token->kind == SL_TOKEN_NUMBER)
    g_array_append_val (self->numbers, token->word);
  if (token->kind != SL_TOKEN_WORD)
    return;
  self->negated |= sl_tokens_have (tokens, lexicon, i, SL_CLASS_NEGATION) || sl_tokens_have (tokens, lexicon, i, SL_CLASS_DENIAL);
  if (sl_tokens_have (tokens, lexicon, i, SL_CLASS_STOP_WORD) || sl_tokens_have (tokens, lexicon, i, SL_CLASS_DETERMINER)
      || sl_tokens_have (tokens, lexicon, i, SL_CLASS_AUXILIARY))
    return;
  key = make_key (tokens->text + token->start, tokens->text + token->end, &length);
  if (length < MIN_LENGTH && !token->capital)
    return;
  g_array_append_val (self->words, key);
  self->sketch |= G_GUINT64_CONSTANT (1) << (key & 63);
}

/**
 * sl_likeness_new:
 * @tokens: a text
 * @first: first token
 * @end: one past the last token
 * @lexicon: the words of its language
 *
 * Returns: (transfer full): what these words are about
 */
SlLikeness *
sl_likeness_new (const SlTokens  *tokens,
                 guint            first,
                 guint            end,
                 const SlLexicon *lexicon)
{
  SlLikeness *self = g_new0 (SlLikeness, 1);

  self->words = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->numbers = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint i = first; i < end; i++)
    add_token (self, tokens, i, lexicon);
  sort_and_unite (self->words);
  sort_and_unite (self->numbers);
  return self;
}

/**
 * sl_likeness_new_text:
 * @text: an assertion
 * @language: its language
 *
 * Returns: (transfer full): what it is about
 */
SlLikeness *
sl_likeness_new_text (const char       *text,
                      const SlLanguage *language)
{
  const SlLexicon *lexicon = sl_language_get_lexicon (language);
  g_autoptr (SlTokens) tokens = sl_tokens_new (text, strlen (text), lexicon);

  return sl_likeness_new (tokens, 0, tokens->count, lexicon);
}

void
sl_likeness_free (SlLikeness *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->words);
  g_array_unref (self->numbers);
  g_free (self);
}

static guint
count_common (const GArray *a,
              const GArray *b)
{
  guint common = 0;

  for (guint i = 0, k = 0; i < a->len && k < b->len;)
    {
      const guint32 x = g_array_index (a, guint32, i), y = g_array_index (b, guint32, k);

      common += x == y ? 1 : 0;
      i += x <= y ? 1 : 0;
      k += y <= x ? 1 : 0;
    }
  return common;
}

/**
 * sl_likeness_count:
 *
 * Returns: how many words two assertions have in common
 */
guint
sl_likeness_count (const SlLikeness *a,
                   const SlLikeness *b)
{
  return (a->sketch & b->sketch) == 0 ? 0 : count_common (a->words, b->words);
}

/**
 * sl_likeness_is_same:
 *
 * Whether two assertions say the same as far as their words tell: most of the shorter one's words, and more than
 * half of the longer one's, are the other's too; no number of the one that tells fewer is missing in the other; and both, or
 * neither, say that something is not so. Numbers and negation make it strict, because a wrong union hides a conflict.
 *
 * Returns: whether they can be united
 */
gboolean
sl_likeness_is_same (const SlLikeness *a,
                     const SlLikeness *b)
{
  const guint least = MIN (a->words->len, b->words->len), most = MAX (a->words->len, b->words->len);
  guint common;

  if (a->negated != b->negated || least < MIN_COMMON || least * 2 < most)
    return FALSE;
  common = sl_likeness_count (a, b);
  return common >= MIN_COMMON && common * 4 >= least * 3 && common * 2 > most
         && count_common (a->numbers, b->numbers) == MIN (a->numbers->len, b->numbers->len);
}
