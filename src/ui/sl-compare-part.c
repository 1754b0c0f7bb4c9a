/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-compare-part.h"

/* Paragraphs that are the same are folded away when so many stand together. */
#define MIN_FOLD 2
/* Every so many code points it is noted where they begin, so that a paragraph of a long text is found at once. */
#define INDEX_STEP 1024

/* What all parts of one comparison share. */
typedef struct
{
  SlComparison *comparison;  /* (owned) */
  GArray       *before;      /* (owned) (element-type gsize): bytes at each INDEX_STEP code points */
  GArray       *after;       /* (owned) (element-type gsize) */
  GArray       *first_mark;  /* (owned) (element-type guint): of each pair, its first passage in the comparison's list */
} Shared;

struct _SlComparePart
{
  GObject parent_instance;

  Shared   *shared;   /* (owned) */
  guint     first;    /* number of the pair */
  guint     n_pairs;
  gboolean  fold;
  gboolean  open;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (SlComparePart, sl_compare_part, G_TYPE_OBJECT)

static void
shared_clear (gpointer data)
{
  Shared *shared = data;

  sl_comparison_free (shared->comparison);
  g_array_unref (shared->before);
  g_array_unref (shared->after);
  g_array_unref (shared->first_mark);
}

static void
sl_compare_part_finalize (GObject *object)
{
  g_rc_box_release_full (SL_COMPARE_PART (object)->shared, shared_clear);
  G_OBJECT_CLASS (sl_compare_part_parent_class)->finalize (object);
}

static void
sl_compare_part_class_init (SlComparePartClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sl_compare_part_finalize;
  changed_signal = g_signal_new ("changed", SL_TYPE_COMPARE_PART, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sl_compare_part_init (SlComparePart *self)
{
}

static SlComparePart *
part_new (Shared   *shared,
          guint     first,
          guint     n_pairs,
          gboolean  fold)
{
  SlComparePart *self = g_object_new (SL_TYPE_COMPARE_PART, NULL);

  self->shared = g_rc_box_acquire (shared);
  self->first = first;
  self->n_pairs = n_pairs;
  self->fold = fold;
  return self;
}

static GArray *
index_text (const char *text)
{
  GArray *index = g_array_new (FALSE, FALSE, sizeof (gsize));
  gsize cp = 0;

  for (const char *at = text;; at = g_utf8_next_char (at), cp++)
    {
      const gsize byte = (gsize) (at - text);

      if (cp % INDEX_STEP == 0)
        g_array_append_val (index, byte);
      if (*at == '\0')
        return index;
    }
}

static const SlAlignedPair *
get_pair (const Shared *shared,
          guint         number)
{
  return g_ptr_array_index (shared->comparison->pairs, number);
}

/* Where the passages of each pair begin; one more entry ends the last one. */
static GArray *
index_marks (const SlComparison *comparison)
{
  GArray *first = g_array_new (FALSE, FALSE, sizeof (guint));
  guint mark = 0;

  for (guint pair = 0; pair <= comparison->pairs->len; pair++)
    {
      while (mark < comparison->passages->len && ((const SlComparedPassage *) g_ptr_array_index (comparison->passages, mark))->pair < pair)
        mark++;
      g_array_append_val (first, mark);
    }
  return first;
}

static gboolean
has_marks (const Shared *shared,
           guint         pair)
{
  return g_array_index (shared->first_mark, guint, pair + 1) > g_array_index (shared->first_mark, guint, pair);
}

/* Words of ours are shown even where nothing changed. */
static gboolean
can_fold (const Shared *shared,
          guint         pair)
{
  return pair < shared->comparison->pairs->len && get_pair (shared, pair)->state == SL_ALIGNED_SAME && !has_marks (shared, pair);
}

static GPtrArray *
make_parts (Shared *shared)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < shared->comparison->pairs->len;)
    {
      guint n_same = 0;

      while (can_fold (shared, i + n_same))
        n_same++;
      if (n_same >= MIN_FOLD)
        g_ptr_array_add (parts, part_new (shared, i, n_same, TRUE));
      else
        g_ptr_array_add (parts, part_new (shared, i, 1, FALSE));
      i += n_same >= MIN_FOLD ? n_same : 1;
    }
  return parts;
}

/**
 * sl_compare_part_list:
 * @comparison: (transfer full): two texts
 *
 * Returns: (transfer full): their parts, in order
 */
GListStore *
sl_compare_part_list (SlComparison *comparison)
{
  Shared *shared = g_rc_box_new0 (Shared);
  GListStore *list = g_list_store_new (SL_TYPE_COMPARE_PART);
  g_autoptr (GPtrArray) parts = NULL;

  shared->comparison = comparison;
  shared->before = index_text (comparison->before_text);
  shared->after = index_text (comparison->after_text);
  shared->first_mark = index_marks (comparison);
  parts = make_parts (shared);
  g_list_store_splice (list, 0, 0, parts->pdata, parts->len);
  g_rc_box_release_full (shared, shared_clear);
  return list;
}

/**
 * sl_compare_part_is_fold:
 *
 * Returns: whether it stands for paragraphs that are the same
 */
gboolean
sl_compare_part_is_fold (SlComparePart *self)
{
  g_return_val_if_fail (SL_IS_COMPARE_PART (self), FALSE);
  return self->fold;
}

/**
 * sl_compare_part_is_open:
 *
 * Returns: whether the paragraphs that it stands for are shown below it
 */
gboolean
sl_compare_part_is_open (SlComparePart *self)
{
  g_return_val_if_fail (SL_IS_COMPARE_PART (self), FALSE);
  return self->open;
}

/**
 * sl_compare_part_is_change:
 *
 * Returns: whether the texts differ here
 */
gboolean
sl_compare_part_is_change (SlComparePart *self)
{
  g_return_val_if_fail (SL_IS_COMPARE_PART (self), FALSE);
  return get_pair (self->shared, self->first)->state != SL_ALIGNED_SAME;
}

/**
 * sl_compare_part_get_n_pairs:
 *
 * Returns: how many paragraphs it stands for
 */
guint
sl_compare_part_get_n_pairs (SlComparePart *self)
{
  g_return_val_if_fail (SL_IS_COMPARE_PART (self), 0);
  return self->n_pairs;
}

/**
 * sl_compare_part_toggle:
 * @list: where it stands
 * @position: at which place
 *
 * Shows the paragraphs that it stands for below it, or folds them away again.
 */
void
sl_compare_part_toggle (SlComparePart *self,
                        GListStore    *list,
                        guint          position)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (SL_IS_COMPARE_PART (self));
  if (!self->fold)
    return;
  for (guint i = 0; i < self->n_pairs && !self->open; i++)
    g_ptr_array_add (parts, part_new (self->shared, self->first + i, 1, FALSE));
  g_list_store_splice (list, position + 1, self->open ? self->n_pairs : 0, parts->pdata, parts->len);
  self->open = !self->open;
  g_signal_emit (self, changed_signal, 0);
}

/**
 * sl_compare_part_get_pair:
 *
 * Returns: (transfer none): the paragraph, the first one of a fold
 */
const SlAlignedPair *
sl_compare_part_get_pair (SlComparePart *self)
{
  g_return_val_if_fail (SL_IS_COMPARE_PART (self), NULL);
  return get_pair (self->shared, self->first);
}

/**
 * sl_compare_part_is_cut:
 *
 * Returns: whether sl_compare_part_dup_text() leaves an end of the paragraph away, in either text
 */
gboolean
sl_compare_part_is_cut (SlComparePart *self)
{
  const SlAlignedPair *pair = sl_compare_part_get_pair (self);

  g_return_val_if_fail (pair != NULL, FALSE);
  return pair->before_end_cp - pair->before_start_cp > SL_COMPARE_PART_MAX_CP
         || pair->after_end_cp - pair->after_start_cp > SL_COMPARE_PART_MAX_CP;
}

static const char *
find (const char   *text,
      const GArray *index,
      gsize         cp)
{
  const guint step = (guint) MIN (cp / INDEX_STEP, index->len - 1);

  return g_utf8_offset_to_pointer (text + g_array_index (index, gsize, step), (long) (cp - (gsize) step * INDEX_STEP));
}

/**
 * sl_compare_part_dup_text:
 * @after: of the later text
 *
 * Returns: (transfer full) (nullable): the paragraph as it stands there, cut after %SL_COMPARE_PART_MAX_CP code
 *   points; %NULL when it is not there
 */
char *
sl_compare_part_dup_text (SlComparePart *self,
                          gboolean       after)
{
  const SlAlignedPair *pair = sl_compare_part_get_pair (self);
  const Shared *shared = self->shared;
  const char *text = after ? shared->comparison->after_text : shared->comparison->before_text;
  const GArray *index = after ? shared->after : shared->before;
  const gsize start_cp = after ? pair->after_start_cp : pair->before_start_cp;
  const gsize end_cp = MIN (after ? pair->after_end_cp : pair->before_end_cp, start_cp + SL_COMPARE_PART_MAX_CP);
  const char *start = NULL;

  if (end_cp <= start_cp)
    return NULL;
  start = find (text, index, start_cp);
  return g_strndup (start, find (text, index, end_cp) - start);
}

/**
 * sl_compare_part_list_passages:
 *
 * Returns: (transfer container) (element-type SlComparedPassage): our passages that begin in it
 */
GPtrArray *
sl_compare_part_list_passages (SlComparePart *self)
{
  GPtrArray *found = g_ptr_array_new ();
  const GArray *first = NULL;

  g_return_val_if_fail (SL_IS_COMPARE_PART (self), found);
  first = self->shared->first_mark;
  for (guint i = g_array_index (first, guint, self->first); !self->fold && i < g_array_index (first, guint, self->first + 1); i++)
    g_ptr_array_add (found, g_ptr_array_index (self->shared->comparison->passages, i));
  return found;
}
