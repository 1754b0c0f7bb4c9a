/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "verify/sl-alignment.h"

#include "core/sl-word.h"
#include "verify/sl-paragraphs.h"
#include "verify/sl-sequence.h"

/* Paragraphs that share less of their words are not the same paragraph any more. */
#define MIN_LIKENESS 0.5

/* Words that more of the paragraphs have than this do not tell them apart. */
#define MAX_POSTINGS 16

/* So many paragraphs are compared with one. */
#define MAX_COMPARED 32

#define NONE G_MAXUINT

typedef struct
{
  GArray   *paragraphs;  /* (owned) SlParagraph */
  guint32  *numbers;     /* (owned) the same for the same words */
  guint    *partner;     /* (owned) index in the other text, or NONE */
  guint    *gap;         /* (owned) how many paragraphs that stayed the same stand before */
  GArray  **words;       /* (owned) of the paragraphs without the same partner; NULL for others */
} Side;

typedef struct
{
  Side          before;
  Side          after;
  GHashTable   *paragraph_numbers;  /* (owned) */
  GHashTable   *word_numbers;       /* (owned) */
  GStringChunk *chunk;              /* (owned) */
} Work;

typedef struct
{
  guint  a;
  guint  b;
  double likeness;
} Likeness;

/* How many telling words a paragraph shares with the one of that number, counted from 1. */
typedef struct
{
  guint of;
  guint n;
} Votes;

static void
side_init (Work       *work,
           Side       *side,
           const char *text)
{
  side->paragraphs = sl_paragraphs_split (text, work->chunk);
  side->numbers = sl_paragraphs_number (side->paragraphs, work->paragraph_numbers);
  side->partner = g_new (guint, side->paragraphs->len + 1);
  side->gap = g_new0 (guint, side->paragraphs->len + 1);
  side->words = g_new0 (GArray *, side->paragraphs->len + 1);
  for (guint i = 0; i < side->paragraphs->len; i++)
    side->partner[i] = NONE;
}

static void
side_clear (Side *side)
{
  for (guint i = 0; i < side->paragraphs->len; i++)
    g_clear_pointer (&side->words[i], g_array_unref);
  g_free (side->words);
  g_free (side->gap);
  g_free (side->partner);
  g_free (side->numbers);
  g_array_unref (side->paragraphs);
}

static void
work_init (Work       *work,
           const char *before,
           const char *after)
{
  work->paragraph_numbers = g_hash_table_new (g_str_hash, g_str_equal);
  work->word_numbers = g_hash_table_new (g_str_hash, g_str_equal);
  work->chunk = g_string_chunk_new (4096);
  side_init (work, &work->before, before);
  side_init (work, &work->after, after);
}

static void
work_clear (Work *work)
{
  side_clear (&work->before);
  side_clear (&work->after);
  g_hash_table_unref (work->paragraph_numbers);
  g_hash_table_unref (work->word_numbers);
  g_string_chunk_free (work->chunk);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

static void
set_partners (Work  *work,
              guint  a,
              guint  b)
{
  work->before.partner[a] = b;
  work->after.partner[b] = a;
}

static void
count_gaps (Side *side)
{
  guint n = 0;

  for (guint i = 0; i < side->paragraphs->len; i++)
    {
      side->gap[i] = n;
      n += side->partner[i] != NONE;
    }
}

static void
match_same (Work *work)
{
  g_autoptr (GArray) pairs = sl_sequence_align (work->before.numbers, work->before.paragraphs->len, work->after.numbers, work->after.paragraphs->len);

  for (guint i = 0; i < pairs->len; i++)
    set_partners (work, g_array_index (pairs, SlSequencePair, i).a, g_array_index (pairs, SlSequencePair, i).b);
  count_gaps (&work->before);
  count_gaps (&work->after);
}

/* The same paragraph in another place: the first one of each text that has no partner yet. */
static void
match_moved (Work *work)
{
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);

  for (guint i = work->before.paragraphs->len; i-- > 0;)
    {
      if (work->before.partner[i] == NONE)
        g_hash_table_insert (places, GUINT_TO_POINTER (work->before.numbers[i]), GUINT_TO_POINTER (i + 1));
    }
  for (guint j = 0; j < work->after.paragraphs->len; j++)
    {
      guint place = work->after.partner[j] == NONE ? GPOINTER_TO_UINT (g_hash_table_lookup (places, GUINT_TO_POINTER (work->after.numbers[j]))) : 0;

      if (place == 0)
        continue;
      set_partners (work, place - 1, j);
      g_hash_table_remove (places, GUINT_TO_POINTER (work->after.numbers[j]));
    }
}

static void
list_words (Work *work,
            Side *side)
{
  for (guint i = 0; i < side->paragraphs->len; i++)
    {
      if (side->partner[i] == NONE)
        side->words[i] = sl_paragraphs_number_words (sl_paragraphs_get (side->paragraphs, i)->text, work->word_numbers, work->chunk);
    }
}

/* For each word the paragraphs before that have it, at most MAX_POSTINGS + 1 of them. */
static GHashTable *
index_words (const Side *side)
{
  GHashTable *index = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < side->paragraphs->len; i++)
    {
      for (guint k = 0; side->words[i] != NULL && k < side->words[i]->len; k++)
        {
          gpointer word = GUINT_TO_POINTER (g_array_index (side->words[i], guint32, k));
          GArray *postings = g_hash_table_lookup (index, word);

          if (postings == NULL)
            {
              postings = g_array_new (FALSE, FALSE, sizeof (guint));
              g_hash_table_insert (index, word, postings);
            }
          if (postings->len <= MAX_POSTINGS)
            g_array_append_val (postings, i);
        }
    }
  return index;
}

static void
add_likeness (const Work *work,
              GArray     *found,
              guint       a,
              guint       b)
{
  Likeness likeness = { a, b, sl_paragraphs_compare (work->before.words[a], work->after.words[b]) };

  if (likeness.likeness >= MIN_LIKENESS)
    g_array_append_val (found, likeness);
}

/* The paragraphs that share telling words with one, each one once, and how many they share; returns the most that one shares. */
static guint
list_candidates (const Work *work,
                 GHashTable *index,
                 guint       b,
                 Votes      *votes,
                 GArray     *candidates)
{
  const GArray *words = work->after.words[b];
  guint most = 0;

  g_array_set_size (candidates, 0);
  for (guint k = 0; k < words->len; k++)
    {
      const GArray *postings = g_hash_table_lookup (index, GUINT_TO_POINTER (g_array_index (words, guint32, k)));

      for (guint i = 0; postings != NULL && postings->len <= MAX_POSTINGS && i < postings->len; i++)
        {
          guint a = g_array_index (postings, guint, i);

          if (votes[a].of != b + 1)
            {
              votes[a] = (Votes) { b + 1, 0 };
              g_array_append_val (candidates, a);
            }
          most = MAX (most, ++votes[a].n);
        }
    }
  return most;
}

/* Of these, the ones that share the most are compared first, then those that share half as many. */
static void
find_likenesses (const Work *work,
                 GHashTable *index,
                 guint       b,
                 Votes      *votes,
                 GArray     *candidates,
                 GArray     *found)
{
  guint most = list_candidates (work, index, b, votes, candidates);
  guint left = MAX_COMPARED;

  for (guint round = 0; round < 2; round++)
    {
      for (guint i = 0; i < candidates->len && left > 0; i++)
        {
          guint a = g_array_index (candidates, guint, i);
          gboolean wanted = round == 0 ? votes[a].n == most : votes[a].n < most && 2 * votes[a].n >= most;

          if (!wanted)
            continue;
          add_likeness (work, found, a, b);
          left--;
        }
    }
}

/* The most alike first; then in text order. */
static int
compare_likeness (gconstpointer x,
                  gconstpointer y)
{
  const Likeness *a = x;
  const Likeness *b = y;

  if (a->likeness > b->likeness || a->likeness < b->likeness)
    return a->likeness > b->likeness ? -1 : 1;
  if (a->b != b->b)
    return a->b < b->b ? -1 : 1;
  return (a->a > b->a) - (a->a < b->a);
}

/* What is alone between two paragraphs that stayed needs no telling word. */
static void
find_neighbours (const Work *work,
                 GArray     *found)
{
  const Side *before = &work->before;
  const Side *after = &work->after;
  guint a = 0;

  for (guint b = 0; b < after->paragraphs->len; b++)
    {
      if (after->partner[b] != NONE)
        continue;
      while (a < before->paragraphs->len && (before->partner[a] != NONE || before->gap[a] < after->gap[b]))
        a++;
      if (a < before->paragraphs->len && before->gap[a] == after->gap[b])
        add_likeness (work, found, a++, b);
    }
}

static gboolean
match_alike (Work          *work,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autofree Votes *votes = g_new0 (Votes, work->before.paragraphs->len + 1);
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Likeness));
  g_autoptr (GHashTable) index = NULL;

  list_words (work, &work->before);
  list_words (work, &work->after);
  index = index_words (&work->before);
  for (guint b = 0; b < work->after.paragraphs->len; b++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (work->after.partner[b] == NONE)
        find_likenesses (work, index, b, votes, candidates, found);
    }
  find_neighbours (work, found);

  g_array_sort (found, compare_likeness);
  for (guint i = 0; i < found->len; i++)
    {
      const Likeness *likeness = &g_array_index (found, Likeness, i);

      if (work->before.partner[likeness->a] == NONE && work->after.partner[likeness->b] == NONE)
        set_partners (work, likeness->a, likeness->b);
    }
  return TRUE;
}

static void
set_place (const Side *side,
           guint       index,
           gsize      *start_cp,
           gsize      *end_cp)
{
  *start_cp = sl_paragraphs_get (side->paragraphs, index)->start_cp;
  *end_cp = sl_paragraphs_get (side->paragraphs, index)->end_cp;
}

static SlDifference *
compare_paragraphs (const Work        *work,
                    guint              a,
                    guint              b,
                    const SlWordKinds *kinds)
{
  const SlParagraph *before = sl_paragraphs_get (work->before.paragraphs, a);
  const SlParagraph *after = sl_paragraphs_get (work->after.paragraphs, b);
  g_autofree char *from = g_strndup (before->raw, before->raw_length);
  g_autofree char *to = g_strndup (after->raw, after->raw_length);

  return sl_difference_new (from, to, kinds);
}

/* @a or @b may be NONE. */
static void
emit (GPtrArray         *pairs,
      const Work        *work,
      SlAlignedState     state,
      guint              a,
      guint              b,
      const SlWordKinds *kinds)
{
  SlAlignedPair *pair = g_new0 (SlAlignedPair, 1);

  pair->state = state;
  if (a != NONE)
    set_place (&work->before, a, &pair->before_start_cp, &pair->before_end_cp);
  if (b != NONE)
    set_place (&work->after, b, &pair->after_start_cp, &pair->after_end_cp);
  if (a != NONE && b != NONE && work->before.numbers[a] != work->after.numbers[b])
    pair->difference = compare_paragraphs (work, a, b, kinds);
  g_ptr_array_add (pairs, pair);
}

/* Removed paragraphs up to the one that stays or changed in its place. */
static guint
emit_removed (GPtrArray  *pairs,
              const Work *work,
              guint       from,
              guint       to)
{
  for (guint a = from; a < to; a++)
    {
      if (work->before.partner[a] == NONE)
        emit (pairs, work, SL_ALIGNED_REMOVED, a, NONE, NULL);
    }
  return MAX (from, to);
}

/* What was taken out where something was put in stands before it. */
static guint
emit_replaced (GPtrArray  *pairs,
               const Work *work,
               guint       from,
               guint       b)
{
  guint to = from;

  while (to < work->before.paragraphs->len && work->before.partner[to] == NONE && work->before.gap[to] == work->after.gap[b])
    to++;
  return emit_removed (pairs, work, from, to);
}

/* Whether a partner is between the same neighbours, behind all that was written before. */
static gboolean
is_in_place (const Work *work,
             guint       a,
             guint       b,
             guint       next_a)
{
  return a >= next_a && work->before.gap[a] == work->after.gap[b];
}

static GPtrArray *
list_pairs (const Work        *work,
            const SlWordKinds *kinds)
{
  GPtrArray *pairs = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_aligned_pair_free);
  guint next_a = 0;

  for (guint b = 0; b < work->after.paragraphs->len; b++)
    {
      guint a = work->after.partner[b];

      if (a == NONE)
        {
          next_a = emit_replaced (pairs, work, next_a, b);
          emit (pairs, work, SL_ALIGNED_ADDED, NONE, b, NULL);
        }
      else if (is_in_place (work, a, b, next_a))
        {
          gboolean same = work->before.numbers[a] == work->after.numbers[b];

          emit_removed (pairs, work, next_a, a);
          emit (pairs, work, same ? SL_ALIGNED_SAME : SL_ALIGNED_CHANGED, a, b, kinds);
          next_a = a + 1;
        }
      else
        emit (pairs, work, SL_ALIGNED_MOVED, a, b, kinds);
    }
  emit_removed (pairs, work, next_a, work->before.paragraphs->len);
  return pairs;
}

/**
 * sl_alignment_compare:
 * @before: a text, paragraphs apart by line ends
 * @after: another one
 * @kinds: (nullable): the words of their language, to tell what kind of change each is
 *
 * Finds which paragraphs of two texts stand for each other.
 *
 * Paragraphs that are the same under the normalisation of #SlNormal are paired in order, see
 * sl_sequence_align(); of the rest the same ones in another order are moved, then those that share
 * half of their words or more are paired, the most alike first. Time is in proportion to the length
 * of the texts where they are alike, and bounded by a fixed multiple of their number of words
 * where they are not.
 *
 * Fails only with %G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full) (element-type SlAlignedPair): in the order of @after; what was removed
 *   stands where it stood, before what follows it
 */
GPtrArray *
sl_alignment_compare (const char         *before,
                      const char         *after,
                      const SlWordKinds  *kinds,
                      GCancellable       *cancellable,
                      GError            **error)
{
  g_auto (Work) work = { 0 };

  work_init (&work, before, after);
  match_same (&work);
  match_moved (&work);
  if (!match_alike (&work, cancellable, error))
    return NULL;
  return list_pairs (&work, kinds);
}

/**
 * sl_aligned_pair_free:
 * @self: (nullable) (transfer full): a pair
 */
void
sl_aligned_pair_free (SlAlignedPair *self)
{
  if (self == NULL)
    return;
  sl_difference_free (self->difference);
  g_free (self);
}

/**
 * sl_aligned_state_to_string:
 *
 * Returns: (transfer none): the machine word for a state
 */
const char *
sl_aligned_state_to_string (SlAlignedState state)
{
  static const char *const words[] = { "same", "changed", "added", "removed", "moved" };

  return sl_word_get (words, G_N_ELEMENTS (words), (int) state);
}
