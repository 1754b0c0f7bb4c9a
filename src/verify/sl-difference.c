/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "verify/sl-difference.h"

#include "core/sl-normal.h"
#include "core/sl-word.h"
#include "verify/sl-change-kinds.h"
#include "verify/sl-sequence.h"
#include "verify/sl-words.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  SlNormal *normal;   /* (owned) */
  GArray   *words;    /* (owned) SlWordsItem */
  guint32  *numbers;  /* (owned) of each word; the same words have the same number */
} Side;

/* Words from the one to the other end that do not stand for each other. */
typedef struct
{
  guint a_first;
  guint a_end;
  guint b_first;
  guint b_end;
} Gap;

static void
side_clear (Side *side)
{
  g_clear_pointer (&side->normal, sl_normal_free);
  g_clear_pointer (&side->words, g_array_unref);
  g_clear_pointer (&side->numbers, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Side, side_clear)

static const char *
side_text (const Side *side)
{
  return sl_normal_get_text (side->normal, NULL);
}

static void
side_init (Side         *side,
           const char   *text,
           GHashTable   *numbers,
           GStringChunk *chunk)
{
  side->normal = sl_normal_new (text, -1);
  side->words = sl_words_split (side_text (side));
  side->numbers = g_new (guint32, MAX (side->words->len, 1));
  for (guint i = 0; i < side->words->len; i++)
    {
      SlSpan span = sl_words_get (side->words, i)->span;
      const char *word = g_string_chunk_insert_len (chunk, side_text (side) + span.start, (gssize) sl_span_length (span));
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, word));

      if (number == 0)
        {
          number = g_hash_table_size (numbers) + 1;
          g_hash_table_insert (numbers, (gpointer) word, GUINT_TO_POINTER (number));
        }
      side->numbers[i] = number;
    }
}

static void
to_original (const Side *side,
             guint       first,
             guint       end,
             gsize      *start_cp,
             gsize      *end_cp)
{
  gsize length = sl_normal_get_length_cp (side->normal);
  gsize from = first < side->words->len ? sl_words_get (side->words, first)->start_cp : length;
  gsize to = end > first ? sl_words_get (side->words, end - 1)->end_cp : from;

  sl_normal_to_original (side->normal, from, to, start_cp, end_cp);
}

static void
append_words (GString    *out,
              const Side *side,
              guint       first,
              guint       end)
{
  gsize from, to;

  if (first == end)
    return;
  from = sl_words_get (side->words, first)->span.start;
  to = sl_words_get (side->words, end - 1)->span.end;
  g_string_append_len (out, side_text (side) + from, (gssize) (to - from));
}

static void
append_marked (GString    *out,
               const char *opening,
               const Side *side,
               guint       first,
               guint       end,
               const char *closing)
{
  if (first == end)
    return;
  g_string_append (out, opening);
  append_words (out, side, first, end);
  g_string_append (out, closing);
}

static void
add_gap (SlDifference      *self,
         const Side        *a,
         const Side        *b,
         const Gap         *gap,
         GString           *marked,
         const SlWordKinds *kinds)
{
  SlWordsPart before = { side_text (a), a->words, gap->a_first, gap->a_end };
  SlWordsPart after = { side_text (b), b->words, gap->b_first, gap->b_end };
  SlChange change = { .kinds = sl_change_kinds_tell (&before, &after, kinds) };

  to_original (a, gap->a_first, gap->a_end, &change.before_start_cp, &change.before_end_cp);
  to_original (b, gap->b_first, gap->b_end, &change.after_start_cp, &change.after_end_cp);
  g_array_append_val (self->changes, change);
  self->kinds |= change.kinds;
  append_marked (marked, "[-", a, gap->a_first, gap->a_end, "-]");
  append_marked (marked, "{+", b, gap->b_first, gap->b_end, "+}");
}

/* A blank alone between two changes parts nothing: "[-at noon-]{+before dawn+}" is one change. */
static gboolean
is_lone_blank (const Side   *a,
               const Side   *b,
               const GArray *pairs,
               guint         index)
{
  const SlSequencePair *pair = &g_array_index (pairs, SlSequencePair, index);
  SlSequencePair from = { 0 };
  SlSequencePair to = { a->words->len, b->words->len };

  if (sl_words_get (a->words, pair->a)->type != SL_WORDS_SPACE)
    return FALSE;
  if (index > 0)
    from = (SlSequencePair) { pair[-1].a + 1, pair[-1].b + 1 };
  if (index + 1 < pairs->len)
    to = pair[1];
  return from.a < pair->a && from.b < pair->b && pair->a + 1 < to.a && pair->b + 1 < to.b;
}

static void
walk (SlDifference      *self,
      const Side        *a,
      const Side        *b,
      const GArray      *pairs,
      const SlWordKinds *kinds)
{
  GString *marked = g_string_new (NULL);
  gsize same = 0;
  gsize all = sl_normal_get_length_cp (a->normal) + sl_normal_get_length_cp (b->normal);
  Gap gap = { 0 };

  for (guint i = 0; i <= pairs->len; i++)
    {
      gboolean at_end = i == pairs->len;
      const SlSequencePair *pair = at_end ? NULL : &g_array_index (pairs, SlSequencePair, i);

      if (!at_end && is_lone_blank (a, b, pairs, i))
        continue;
      gap.a_end = at_end ? a->words->len : pair->a;
      gap.b_end = at_end ? b->words->len : pair->b;
      if (gap.a_first < gap.a_end || gap.b_first < gap.b_end)
        add_gap (self, a, b, &gap, marked, kinds);
      if (at_end)
        break;
      append_words (marked, a, pair->a, pair->a + 1);
      same += sl_words_get (a->words, pair->a)->end_cp - sl_words_get (a->words, pair->a)->start_cp;
      gap = (Gap) { pair->a + 1, 0, pair->b + 1, 0 };
    }
  self->same = all > 0 ? 2.0 * (double) same / (double) all : 1;
  self->marked = g_string_free (marked, FALSE);
}

/**
 * sl_difference_new:
 * @before: words as they were quoted
 * @after: words as they stand
 * @kinds: (nullable): the words of their language, to tell what kind of change each is
 *
 * Compares the words of two texts.
 *
 * Returns: (transfer full): the difference
 */
SlDifference *
sl_difference_new (const char        *before,
                   const char        *after,
                   const SlWordKinds *kinds)
{
  SlDifference *self = g_new0 (SlDifference, 1);
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  GStringChunk *chunk = g_string_chunk_new (1024);
  g_auto (Side) a = { 0 };
  g_auto (Side) b = { 0 };

  self->changes = g_array_new (FALSE, FALSE, sizeof (SlChange));
  side_init (&a, before, numbers, chunk);
  side_init (&b, after, numbers, chunk);

  g_autoptr (GArray) pairs = sl_sequence_align (a.numbers, a.words->len, b.numbers, b.words->len);
  walk (self, &a, &b, pairs, kinds);
  g_string_chunk_free (chunk);
  return self;
}

/**
 * sl_difference_free:
 * @self: (nullable) (transfer full): a difference
 */
void
sl_difference_free (SlDifference *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->changes);
  g_free (self->marked);
  g_free (self);
}

/* In the order of the bits. */
static const char *const kind_words[] = { "negation", "number", "name", "quotation", "attribution", "hedge", "wording" };

/**
 * sl_change_kind_to_string:
 *
 * Returns: (transfer none): the machine word for one kind of change
 */
const char *
sl_change_kind_to_string (SlChangeKind kind)
{
  return sl_word_get (kind_words, G_N_ELEMENTS (kind_words), g_bit_nth_lsf (kind, -1));
}

/**
 * sl_change_kind_describe:
 *
 * Returns: (transfer none): one kind of change as the person reads it, translated
 */
const char *
sl_change_kind_describe (SlChangeKind kind)
{
  static const char *const words[] = {
    N_ ("negation"),
    N_ ("number"),
    N_ ("name"),
    N_ ("quotation marks"),
    N_ ("verb of attribution"),
    N_ ("hedge"),
    N_ ("wording"),
  };

  return _ (sl_word_get (words, G_N_ELEMENTS (words), g_bit_nth_lsf (kind, -1)));
}

static char *
join_kinds (guint kinds,
            const char *separator,
            const char *(*name) (SlChangeKind kind))
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < SL_CHANGE_N_KINDS; i++)
    {
      if ((kinds & (1u << i)) == 0)
        continue;
      if (out->len > 0)
        g_string_append (out, separator);
      g_string_append (out, name ((SlChangeKind) (1u << i)));
    }
  return g_string_free (out, FALSE);
}

/**
 * sl_change_kinds_to_string:
 * @kinds: bits of #SlChangeKind
 *
 * Returns: (transfer full): the machine words with commas between, what matters most first
 */
char *
sl_change_kinds_to_string (guint kinds)
{
  return join_kinds (kinds, ",", sl_change_kind_to_string);
}

/**
 * sl_change_kinds_describe:
 * @kinds: bits of #SlChangeKind
 *
 * Returns: (transfer full): the kinds as the person reads them, translated, what matters most first
 */
char *
sl_change_kinds_describe (guint kinds)
{
  return join_kinds (kinds, ", ", sl_change_kind_describe);
}
