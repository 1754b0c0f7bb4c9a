/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "timeline/sl-lanes-private.h"

#include <stdlib.h>

/*
 * Items lie three times: as given; by lane and anchor, where each lane is a run; and by anchor
 * alone. Over the second order stands a tree of the greatest end, in one array: node i has the
 * children 2 i and 2 i + 1, the leaves begin at tree_leaves. It answers "which of these reach
 * beyond that moment" without looking at those that do not.
 */
struct _SlLanes
{
  gatomicrefcount   refs;
  guint             n_items;
  guint             n_lanes;
  guint             n_dated;
  SlTimelineItem   *items;         /* (owned) */
  char            **titles;        /* (owned) n_lanes and a NULL */
  guint            *by_lane;       /* (owned) items by lane and anchor; the undated ones last */
  guint            *lane_start;    /* (owned) n_lanes + 2 */
  guint            *rank;          /* (owned) by item: place within its lane */
  gint64           *anchors;       /* (owned) by place in by_lane */
  gint64           *tree;          /* (owned) 2 * tree_leaves */
  guint             tree_leaves;
  guint            *by_time;       /* (owned) dated items by anchor, then the undated ones */
  guint            *time_rank;     /* (owned) by item: place in by_time */
  gint64           *time_anchors;  /* (owned) of the dated ones */
  GHashTable       *by_id;         /* (owned) of id in items to index + 1 */
  GArray           *gaps;          /* (owned) SlTimeSpan */
  GArray           *bursts;        /* (owned) SlTimeSpan */
};

typedef struct
{
  guint  lane;
  guint  item;
  gint64 anchor;
  SlId   id;
} SortKey;

static int
compare_keys (const void *a,
              const void *b)
{
  const SortKey *x = a;
  const SortKey *y = b;

  if (x->lane != y->lane)
    return x->lane < y->lane ? -1 : 1;
  if (x->anchor != y->anchor)
    return x->anchor < y->anchor ? -1 : 1;
  if (x->id != y->id)
    return x->id < y->id ? -1 : 1;
  return x->item < y->item ? -1 : x->item > y->item;
}

/* Where an item ends as far as its length matters: open ends have a tail of fixed length. */
static gint64
get_reach (const SlTimelineItem *item)
{
  if (item->earliest == SL_TIME_MIN || item->latest == SL_TIME_MAX)
    return sl_timeline_item_get_anchor (item) + 1;
  return MAX (item->latest, item->earliest + 1);
}

static SortKey *
make_keys (SlLanes  *self,
           gboolean  by_lane)
{
  SortKey *keys = g_new (SortKey, MAX (self->n_items, 1));

  for (guint i = 0; i < self->n_items; i++)
    {
      const SlTimelineItem *item = &self->items[i];
      guint dated_lane = by_lane ? MIN (item->lane, self->n_lanes - 1) : 0;
      guint lane = item->dated ? dated_lane : self->n_lanes;

      keys[i] = (SortKey) { lane, i, item->dated ? sl_timeline_item_get_anchor (item) : 0, item->id };
    }
  qsort (keys, self->n_items, sizeof (SortKey), compare_keys);
  return keys;
}

static void
sort_into_lanes (SlLanes *self)
{
  g_autofree SortKey *keys = make_keys (self, TRUE);
  guint lane = 0;

  self->by_lane = g_new (guint, self->n_items + 1);
  self->rank = g_new (guint, self->n_items + 1);
  self->anchors = g_new (gint64, self->n_items + 1);
  self->lane_start = g_new0 (guint, self->n_lanes + 2);

  for (guint i = 0; i < self->n_items; i++)
    {
      while (lane < keys[i].lane)
        self->lane_start[++lane] = i;
      self->by_lane[i] = keys[i].item;
      self->anchors[i] = keys[i].anchor;
      self->rank[keys[i].item] = i - self->lane_start[lane];
    }
  while (lane < self->n_lanes + 1)
    self->lane_start[++lane] = self->n_items;
}

static void
sort_by_time (SlLanes *self)
{
  g_autofree SortKey *keys = make_keys (self, FALSE);
  g_autofree gint64 *reach = g_new (gint64, self->n_items + 1);

  self->by_time = g_new (guint, self->n_items + 1);
  self->time_rank = g_new (guint, self->n_items + 1);
  self->time_anchors = g_new (gint64, self->n_items + 1);

  for (guint i = 0; i < self->n_items; i++)
    {
      self->by_time[i] = keys[i].item;
      self->time_rank[keys[i].item] = i;
      self->time_anchors[i] = keys[i].anchor;
      reach[i] = get_reach (&self->items[keys[i].item]);
      self->n_dated += self->items[i].dated;
    }
  self->gaps = sl_lanes_find_gaps (self->time_anchors, reach, self->n_dated);
  self->bursts = sl_lanes_find_bursts (self->time_anchors, self->n_dated);
}

static void
build_tree (SlLanes *self)
{
  self->tree_leaves = 1;
  while (self->tree_leaves < self->n_items)
    self->tree_leaves *= 2;
  self->tree = g_new (gint64, 2 * (gsize) self->tree_leaves);

  for (guint i = 0; i < self->tree_leaves; i++)
    self->tree[self->tree_leaves + i] = i < self->n_items ? get_reach (&self->items[self->by_lane[i]]) : SL_TIME_MIN;
  for (guint i = self->tree_leaves - 1; i > 0; i--)
    self->tree[i] = MAX (self->tree[2 * i], self->tree[2 * i + 1]);
}

static void
index_ids (SlLanes *self)
{
  self->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = self->n_items; i-- > 0;)
    g_hash_table_insert (self->by_id, &self->items[i].id, GUINT_TO_POINTER (i + 1));
}

/**
 * sl_lanes_new:
 * @items: (array length=n_items): copied; their titles are not, and have to outlive the lanes
 * @titles: (array length=n_lanes): of the lanes, from above; a title may be %NULL
 * @n_lanes: at least 1; items of later lanes stand in the last one
 *
 * Sorts items into lanes and into time order. O (n log n).
 *
 * Returns: (transfer full): the lanes
 */
SlLanes *
sl_lanes_new (const SlTimelineItem        *items,
              guint                        n_items,
              const char           *const *titles,
              guint                        n_lanes)
{
  SlLanes *self = g_new0 (SlLanes, 1);

  g_return_val_if_fail (n_lanes > 0, NULL);

  g_atomic_ref_count_init (&self->refs);
  self->n_items = n_items;
  self->n_lanes = n_lanes;
  self->items = g_memdup2 (items, n_items * sizeof (SlTimelineItem));
  self->titles = g_new0 (char *, n_lanes + 1);
  for (guint i = 0; i < n_lanes; i++)
    self->titles[i] = titles != NULL ? g_strdup (titles[i]) : NULL;

  sort_into_lanes (self);
  sort_by_time (self);
  build_tree (self);
  index_ids (self);
  return self;
}

SlLanes *
sl_lanes_ref (SlLanes *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

static void
lanes_free (SlLanes *self)
{
  for (guint i = 0; i < self->n_lanes; i++)
    g_free (self->titles[i]);
  g_free (self->titles);
  g_free (self->items);
  g_free (self->by_lane);
  g_free (self->lane_start);
  g_free (self->rank);
  g_free (self->anchors);
  g_free (self->tree);
  g_free (self->by_time);
  g_free (self->time_rank);
  g_free (self->time_anchors);
  g_hash_table_unref (self->by_id);
  g_array_unref (self->gaps);
  g_array_unref (self->bursts);
  g_free (self);
}

void
sl_lanes_unref (SlLanes *self)
{
  if (self != NULL && g_atomic_ref_count_dec (&self->refs))
    lanes_free (self);
}

/**
 * sl_lanes_get_n_lanes:
 *
 * Returns: the number of lanes, without the undated one
 */
guint
sl_lanes_get_n_lanes (SlLanes *self)
{
  return self->n_lanes;
}

/**
 * sl_lanes_get_title:
 *
 * Returns: (nullable): title of a lane; %NULL for the undated one too, which the caller names
 */
const char *
sl_lanes_get_title (SlLanes *self,
                    guint    lane)
{
  return lane < self->n_lanes ? self->titles[lane] : NULL;
}

guint
sl_lanes_get_n_items (SlLanes *self)
{
  return self->n_items;
}

/**
 * sl_lanes_get_item:
 * @item: index as given to sl_lanes_new()
 */
const SlTimelineItem *
sl_lanes_get_item (SlLanes *self,
                   guint    item)
{
  g_return_val_if_fail (item < self->n_items, NULL);

  return &self->items[item];
}

/**
 * sl_lanes_find:
 *
 * Returns: index of the first item with an id, or -1
 */
int
sl_lanes_find (SlLanes *self,
               SlId     id)
{
  return (int) GPOINTER_TO_UINT (g_hash_table_lookup (self->by_id, &id)) - 1;
}

guint
sl_lanes_get_n_dated (SlLanes *self)
{
  return self->n_dated;
}

/**
 * sl_lanes_get_extent:
 * @earliest: (out): first second of the dated items, UTC
 * @latest: (out): one past their last known second, UTC
 *
 * Returns: %FALSE if nothing is dated
 */
gboolean
sl_lanes_get_extent (SlLanes *self,
                     gint64  *earliest,
                     gint64  *latest)
{
  if (self->n_dated == 0)
    return FALSE;

  *earliest = self->time_anchors[0];
  *latest = self->time_anchors[self->n_dated - 1] + 1;
  for (guint lane = 0; lane < self->n_items; lane++)
    {
      if (self->items[lane].dated)
        *latest = MAX (*latest, get_reach (&self->items[lane]));
    }
  return TRUE;
}

/* First index in [@from, @to) with an anchor at or after @seconds: doubling steps, then halving ones. */
static guint
gallop (const gint64 *anchors,
        guint         from,
        guint         to,
        gint64        seconds)
{
  guint step = 1;
  guint low = from;
  guint high = from;

  while (high < to && anchors[high] < seconds)
    {
      low = high + 1;
      high = to - high > step ? high + step : to;
      step *= 2;
    }
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (anchors[middle] < seconds)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * sl_lanes_step:
 * @item: where to start, or -1 for before the first and after the last
 * @delta: above 0 for later, below for earlier
 *
 * Walks in time order; undated items come last.
 *
 * Returns: index of the item, or -1 if there is none that far
 */
int
sl_lanes_step (SlLanes *self,
               int      item,
               int      delta)
{
  gint64 outside = delta > 0 ? -1 : (gint64) self->n_items;
  gint64 place = item >= 0 && (guint) item < self->n_items ? (gint64) self->time_rank[item] : outside;
  gint64 target = place + delta;

  return target >= 0 && target < (gint64) self->n_items ? (int) self->by_time[target] : -1;
}

static int
nearest_in (const gint64 *anchors,
            const guint  *order,
            guint         from,
            guint         to,
            gint64        seconds)
{
  guint after = gallop (anchors, from, to, seconds);

  if (from == to)
    return -1;
  if (after == to)
    return (int) order[to - 1];
  if (after > from && seconds - anchors[after - 1] < anchors[after] - seconds)
    return (int) order[after - 1];
  return (int) order[after];
}

/**
 * sl_lanes_nearest:
 * @lane: a lane, or -1 for all
 * @seconds: UTC
 *
 * Finds the dated item whose anchor is nearest to a moment.
 *
 * Returns: index of the item, or -1
 */
int
sl_lanes_nearest (SlLanes *self,
                  int      lane,
                  gint64   seconds)
{
  if (lane < 0)
    return nearest_in (self->time_anchors, self->by_time, 0, self->n_dated, seconds);

  g_return_val_if_fail ((guint) lane < self->n_lanes, -1);
  return nearest_in (self->anchors, self->by_lane, self->lane_start[lane], self->lane_start[lane + 1], seconds);
}

/**
 * sl_lanes_density:
 * @start: UTC seconds at the left edge of the first column
 * @end: UTC seconds at the right edge of the last one
 * @counts: (out caller-allocates) (array length=n_columns)
 *
 * Counts the dated items by their anchors in columns of equal length. O (n_columns log n).
 */
void
sl_lanes_density (SlLanes *self,
                  gint64   start,
                  gint64   end,
                  guint   *counts,
                  guint    n_columns)
{
  double column_s = ((double) end - (double) start) / MAX (n_columns, 1);
  guint from = gallop (self->time_anchors, 0, self->n_dated, start);

  for (guint i = 0; i < n_columns; i++)
    {
      gint64 border = i + 1 == n_columns ? end : start + (gint64) (column_s * (i + 1));
      guint to = gallop (self->time_anchors, from, self->n_dated, border);

      counts[i] = to - from;
      from = to;
    }
}

/**
 * sl_lanes_get_gaps:
 * @n_gaps: (out)
 *
 * Returns: (transfer none) (array length=n_gaps): stretches without items, long for this case
 */
const SlTimeSpan *
sl_lanes_get_gaps (SlLanes *self,
                   guint   *n_gaps)
{
  *n_gaps = self->gaps->len;
  return (const SlTimeSpan *) (const void *) self->gaps->data;
}

/**
 * sl_lanes_get_bursts:
 * @n_bursts: (out)
 *
 * Returns: (transfer none) (array length=n_bursts): stretches with many items, close for this case
 */
const SlTimeSpan *
sl_lanes_get_bursts (SlLanes *self,
                     guint   *n_bursts)
{
  *n_bursts = self->bursts->len;
  return (const SlTimeSpan *) (const void *) self->bursts->data;
}

/**
 * sl_lanes_count:
 * @lane: a lane, or the number of lanes for the undated one
 *
 * Returns: how many items stand in a lane
 */
guint
sl_lanes_count (SlLanes *self,
                guint    lane)
{
  g_return_val_if_fail (lane <= self->n_lanes, 0);

  return self->lane_start[lane + 1] - self->lane_start[lane];
}

/**
 * sl_lanes_at_rank:
 *
 * Returns: index of the item at a place of a lane
 */
guint
sl_lanes_at_rank (SlLanes *self,
                  guint    lane,
                  guint    rank)
{
  g_return_val_if_fail (rank < sl_lanes_count (self, lane), 0);

  return self->by_lane[self->lane_start[lane] + rank];
}

/**
 * sl_lanes_get_rank:
 *
 * Returns: at which place of its lane an item stands
 */
guint
sl_lanes_get_rank (SlLanes *self,
                   guint    item)
{
  g_return_val_if_fail (item < self->n_items, 0);

  return self->rank[item];
}

/**
 * sl_lanes_gallop:
 * @from_rank: where to begin
 * @seconds: UTC
 *
 * Finds where in a lane a moment lies, in steps that grow with the distance.
 *
 * Returns: the first rank from @from_rank on whose anchor is at or after @seconds; the count of the lane if none is
 */
guint
sl_lanes_gallop (SlLanes *self,
                 guint    lane,
                 guint    from_rank,
                 gint64   seconds)
{
  guint start = self->lane_start[lane];

  return gallop (self->anchors, start + from_rank, self->lane_start[lane + 1], seconds) - start;
}

/* First place in [@from, @to) whose item reaches beyond @reaching: up from the leaf, then down again. */
static guint
next_long (SlLanes *self,
           guint    from,
           guint    to,
           gint64   reaching)
{
  gsize node = (gsize) self->tree_leaves + from;

  if (from >= to)
    return to;

  while (self->tree[node] <= reaching)
    {
      while (node % 2 == 1)
        node /= 2;
      if (node == 0)
        return to;
      node++;
    }
  while (node < self->tree_leaves)
    node = self->tree[2 * node] > reaching ? 2 * node : 2 * node + 1;
  return (guint) MIN (node - self->tree_leaves, (gsize) to);
}

/**
 * sl_lanes_collect_long:
 * @from_rank: first rank to look at
 * @to_rank: one past the last one
 * @reaching: UTC seconds
 * @ranks: (out caller-allocates) (array length=max_ranks)
 *
 * Finds items that last beyond a moment, without looking at each. O (found · log n).
 *
 * Returns: how many were found, at most @max_ranks
 */
guint
sl_lanes_collect_long (SlLanes *self,
                       guint    lane,
                       guint    from_rank,
                       guint    to_rank,
                       gint64   reaching,
                       guint   *ranks,
                       guint    max_ranks)
{
  guint start = self->lane_start[lane];
  guint end = start + MIN (to_rank, sl_lanes_count (self, lane));
  guint n = 0;

  for (guint at = start + from_rank; n < max_ranks; at++)
    {
      at = next_long (self, at, end, reaching);
      if (at >= end)
        break;
      ranks[n++] = at - start;
    }
  return n;
}
