/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which words of a text stand for those of a quotation: this gives a loose match its borders. */

#include "config.h"

#include "verify/sl-anchor-private.h"
#include "verify/sl-words.h"

#include <string.h>

/* More pairs of words are not compared. */
#define MAX_PAIRS (1024 * 1024)

/* Scripts without spaces have no words to align: fewer, or longer ones on average. */
#define MIN_WORDS 3
#define MAX_MEAN_WORD_CP 16

/* What it costs that a word is put into the text, in hundredths of a word as the others. */
#define COST_PUT_IN 90

/* And that a sentence ends between two words of the text which the quotation has in one. */
#define COST_SENTENCE 50

typedef struct
{
  SlSpan    span;    /* bytes of the text it is of */
  guint     bytes;
  gboolean  ends;    /* the end of a sentence stands between it and the next word */
  char     *folded;  /* (unowned): without case */
} Word;

typedef enum
{
  STEP_FIRST,     /* a pair, and all words of the quotation before it are left out */
  STEP_PAIR,
  STEP_LEFT_OUT,
  STEP_PUT_IN,
} Step;

/* Rows are words of the quotation, columns those of the text. */
typedef struct
{
  GArray       *quote;   /* (owned) Word */
  GArray       *text;    /* (owned) Word */
  GStringChunk *folded;  /* (owned) */
  guint32      *costs;   /* (owned) of one row */
  guint8       *steps;   /* (owned) */
} Table;

static void
table_clear (Table *table)
{
  g_array_unref (table->quote);
  g_array_unref (table->text);
  g_string_chunk_free (table->folded);
  g_free (table->costs);
  g_free (table->steps);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Table, table_clear)

static const Word *
get_word (const GArray *words,
          guint         index)
{
  return &g_array_index (words, Word, index);
}

static gboolean
is_sentence_end (const char *text,
                 SlSpan      span)
{
  return sl_span_length (span) == 1 && strchr (".!?", text[span.start]) != NULL;
}

static GArray *
list_words (const char   *text,
            GStringChunk *chunk)
{
  g_autoptr (GArray) items = sl_words_split (text);
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));

  for (guint i = 0; i < items->len; i++)
    {
      const SlWordsItem *item = sl_words_get (items, i);

      if (item->type == SL_WORDS_WORD || item->type == SL_WORDS_FIGURE)
        {
          g_autofree char *folded = g_utf8_casefold (text + item->span.start, (gssize) sl_span_length (item->span));
          Word word = { item->span, (guint) strlen (folded), FALSE, g_string_chunk_insert (chunk, folded) };

          g_array_append_val (words, word);
        }
      else if (words->len > 0 && is_sentence_end (text, item->span))
        g_array_index (words, Word, words->len - 1).ends = TRUE;
    }
  return words;
}

/* How much two words have in common from both ends on: all but one letter of a slip of the pen. */
static guint
price_pair (const Word *a,
            const Word *b,
            const char *quote,
            const char *text)
{
  guint shorter = MIN (a->bytes, b->bytes);
  guint longer = MAX (a->bytes, b->bytes);
  guint n = 0;
  guint m = 0;

  while (n < shorter && a->folded[n] == b->folded[n])
    n++;
  if (n == longer)
    {
      gsize length = sl_span_length (a->span);

      return length == sl_span_length (b->span) && memcmp (quote + a->span.start, text + b->span.start, length) == 0 ? 0 : SL_ANCHOR_WORD_SAME;
    }
  while (n + m < shorter && a->folded[a->bytes - 1 - m] == b->folded[b->bytes - 1 - m])
    m++;
  return 2 * (n + m) >= longer && !g_ascii_isdigit (a->folded[0]) ? SL_ANCHOR_WORD_REPLACED - SL_ANCHOR_WORD_REPLACED * (n + m) / longer : SL_ANCHOR_WORD_REPLACED;
}

/* Only between words that stand for each other: what is left out before the first pair and behind the last one crosses nothing. */
static guint32
price_crossing (const Table *table,
                guint        i,
                guint        j)
{
  gboolean crosses = i > 1 && j > 1 && !get_word (table->quote, i - 2)->ends && get_word (table->text, j - 2)->ends;

  return crosses ? COST_SENTENCE : 0;
}

static void
fill_row (Table      *table,
          guint       i,
          const char *quote,
          const char *text)
{
  gsize width = (gsize) table->text->len + 1;
  const Word *a = get_word (table->quote, i - 1);
  guint8 *steps = table->steps + i * width;
  guint32 begin = (i - 1) * SL_ANCHOR_WORD_NONE;
  guint32 diagonal = table->costs[0];

  table->costs[0] += SL_ANCHOR_WORD_NONE;
  steps[0] = STEP_LEFT_OUT;
  for (guint j = 1; j < width; j++)
    {
      guint32 crossing = price_crossing (table, i, j);
      guint32 pair = MIN (begin, diagonal + crossing) + price_pair (a, get_word (table->text, j - 1), quote, text);
      guint32 left_out = table->costs[j] + SL_ANCHOR_WORD_NONE;
      guint32 put_in = table->costs[j - 1] + COST_PUT_IN + crossing;

      if (pair <= MIN (left_out, put_in))
        steps[j] = begin < diagonal + crossing ? STEP_FIRST : STEP_PAIR;
      else
        steps[j] = left_out <= put_in ? STEP_LEFT_OUT : STEP_PUT_IN;
      diagonal = table->costs[j];
      table->costs[j] = MIN (pair, MIN (left_out, put_in));
    }
}

/* White space apart, the marks before @words and before @at that are the same belong to the place. */
static gsize
take_marks_before (const SlAnchorQuery *query,
                   const char          *words,
                   gsize                first,
                   gsize                at)
{
  gsize taken = at;

  while (first > 0 && taken > 0 && words[first - 1] == query->chars[taken - 1])
    {
      first--;
      taken--;
    }
  return first == 0 ? taken : at;
}

static gsize
take_marks_after (const SlAnchorQuery *query,
                  const char          *words,
                  gsize                last,
                  gsize                at)
{
  while (words[last] != '\0' && at < query->length && words[last] == query->chars[at])
    {
      last++;
      at++;
    }
  return at;
}

/* Two words stand for each other: the place reaches at least from the one to the other. */
static void
add_pair (const Table *table,
          guint        i,
          SlSpan       span,
          guint        price,
          SlAnchorFit *fit)
{
  if (sl_span_length (fit->place) == 0)
    fit->place.end = span.end;
  fit->place.start = span.start;
  fit->first = i == 1 ? price : SL_ANCHOR_WORD_NONE;
  if (i == table->quote->len)
    fit->last = price;
  fit->letters += (double) get_word (table->quote, i - 1)->bytes * (100 - price) / 100;
}

static gsize
count_letters (const Table *table)
{
  gsize n = 0;

  for (guint i = 0; i < table->quote->len; i++)
    n += get_word (table->quote, i)->bytes;
  return n;
}

/* Goes back over the steps: sets where the words begin and end, and how many of their letters are the same. */
static void
trace (const Table         *table,
       const SlAnchorQuery *query,
       const char          *words,
       gsize                offset,
       guint                end,
       SlAnchorFit         *fit)
{
  gsize width = (gsize) table->text->len + 1;
  guint i = table->quote->len;
  guint j = end;

  while (i > 0)
    {
      Step step = table->steps[i * width + j];

      if (step == STEP_PAIR || step == STEP_FIRST)
        {
          const Word *a = get_word (table->quote, i - 1);
          const Word *b = get_word (table->text, j - 1);

          add_pair (table, i, (SlSpan) { offset + b->span.start, offset + b->span.end },
                    price_pair (a, b, words, query->chars + offset), fit);
        }
      if (step == STEP_FIRST)
        break;
      i -= step != STEP_PUT_IN;
      j -= step != STEP_LEFT_OUT;
    }
  fit->letters /= (double) MAX (count_letters (table), 1);
}

static gboolean
has_words (const Table *table,
           const char  *words)
{
  guint n = table->quote->len;

  return n >= MIN_WORDS && (gsize) g_utf8_strlen (words, -1) <= (gsize) n * MAX_MEAN_WORD_CP && (guint64) n * table->text->len <= MAX_PAIRS;
}

/*
 * Aligns the words of a quotation with those of a part of the text, so that the fewest are replaced,
 * left out or put in, as for the edit distance of letters (semi-global alignment: P. Sellers, The
 * theory and computation of evolutionary distances, 1980). Words at the borders that were replaced
 * belong to the place, unless the end of a sentence parts them from it; words put in there do not.
 *
 * Returns whether there are words to align, in the quotation and in the text.
 */
gboolean
sl_anchor_align_words (const SlAnchorQuery *query,
                       const char          *words,
                       SlSpan               window,
                       SlAnchorFit         *fit)
{
  g_autofree char *part = g_strndup (query->chars + window.start, sl_span_length (window));
  g_auto (Table) table = { .folded = g_string_chunk_new (1024) };
  guint best = 0;

  table.quote = list_words (words, table.folded);
  table.text = list_words (part, table.folded);
  if (!has_words (&table, words))
    return FALSE;

  table.costs = g_new0 (guint32, table.text->len + 1);
  table.steps = g_new0 (guint8, ((gsize) table.quote->len + 1) * (table.text->len + 1));
  for (guint i = 1; i <= table.quote->len; i++)
    fill_row (&table, i, words, part);
  for (guint j = 1; j <= table.text->len; j++)
    best = table.costs[j] < table.costs[best] ? j : best;

  *fit = (SlAnchorFit) { .likeness = 1 - (double) table.costs[best] / (100.0 * table.quote->len), .last = SL_ANCHOR_WORD_NONE };
  trace (&table, query, words, window.start, best, fit);
  if (sl_span_length (fit->place) == 0)
    return FALSE;
  if (fit->first != SL_ANCHOR_WORD_NONE)
    fit->place.start = take_marks_before (query, words, get_word (table.quote, 0)->span.start, fit->place.start);
  if (fit->last != SL_ANCHOR_WORD_NONE)
    fit->place.end = take_marks_after (query, words, get_word (table.quote, table.quote->len - 1)->span.end, fit->place.end);
  return TRUE;
}
