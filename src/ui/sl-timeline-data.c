/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-timeline-data.h"

#include <glib/gi18n-lib.h>

#include "ui/sl-format.h"

/* Events are read in pages, so that only the compact items stay in memory. */
#define PAGE 512

struct _SlTimelineData
{
  GObject parent_instance;

  SlCase       *from;     /* (owned) */
  GStringChunk *strings;  /* (owned): titles of items and lanes */
  SlLanes      *lanes;    /* (owned) */
};

/* What is needed while the items are gathered. */
typedef struct
{
  SlTimelineData *data;           /* (unowned) */
  SlGrouping      grouping;
  GArray         *items;          /* (owned) (element-type SlTimelineItem) */
  GPtrArray      *titles;         /* (owned) (element-type unowned char*): of the lanes */
  GHashTable     *lane_by_title;  /* (owned): from title to index */
} Gathering;

G_DEFINE_FINAL_TYPE (SlTimelineData, sl_timeline_data, G_TYPE_OBJECT)

static void
sl_timeline_data_finalize (GObject *object)
{
  SlTimelineData *self = SL_TIMELINE_DATA (object);

  g_clear_object (&self->from);
  g_clear_pointer (&self->lanes, sl_lanes_unref);
  g_string_chunk_free (self->strings);
  G_OBJECT_CLASS (sl_timeline_data_parent_class)->finalize (object);
}

static void
sl_timeline_data_class_init (SlTimelineDataClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sl_timeline_data_finalize;
}

static void
sl_timeline_data_init (SlTimelineData *self)
{
  self->strings = g_string_chunk_new (16 * 1024);
}

static guint
find_lane (Gathering  *gathering,
           const char *title)
{
  const char *kept = NULL;
  gpointer lane = NULL;

  if (g_hash_table_lookup_extended (gathering->lane_by_title, title, NULL, &lane))
    return GPOINTER_TO_UINT (lane);
  kept = g_string_chunk_insert_const (gathering->data->strings, title);
  g_hash_table_insert (gathering->lane_by_title, (gpointer) kept, GUINT_TO_POINTER (gathering->titles->len));
  g_ptr_array_add (gathering->titles, (gpointer) kept);
  return gathering->titles->len - 1;
}

static void
add_item (Gathering     *gathering,
          const SlEvent *event,
          guint          lane)
{
  const char *title = g_string_chunk_insert (gathering->data->strings, event->title);
  const SlTimelineItem item = sl_timeline_item_new (event->id, title, event->when, event->confidence, event->contested, lane);

  g_array_append_val (gathering->items, item);
}

/* An event stands in the lane of each outlet that reports it. */
static void
add_by_outlet (Gathering     *gathering,
               const SlEvent *event)
{
  g_auto (GStrv) outlets = NULL;

  if (event->outlets == NULL || *event->outlets == '\0')
    {
      add_item (gathering, event, find_lane (gathering, C_ ("lane", "No outlet")));
      return;
    }
  outlets = g_strsplit (event->outlets, ", ", -1);
  for (guint i = 0; outlets[i] != NULL; i++)
    add_item (gathering, event, find_lane (gathering, outlets[i]));
}

static void
add_event (Gathering     *gathering,
           const SlEvent *event)
{
  switch (gathering->grouping)
    {
    case SL_GROUPING_OUTLET:
      add_by_outlet (gathering, event);
      break;
    case SL_GROUPING_CONFIDENCE:
      add_item (gathering, event, find_lane (gathering, sl_confidence_describe (event->confidence)));
      break;
    case SL_GROUPING_NONE:
    default:
      add_item (gathering, event, 0);
    }
}

/* Lanes of confidence stand from firm to weak, whichever comes first in time. */
static void
prepare_lanes (Gathering *gathering)
{
  if (gathering->grouping != SL_GROUPING_CONFIDENCE)
    return;
  for (int i = SL_CONFIDENCE_CONFIRMED; i <= SL_CONFIDENCE_IMPROBABLE; i++)
    find_lane (gathering, sl_confidence_describe ((SlConfidence) i));
  find_lane (gathering, sl_confidence_describe (SL_CONFIDENCE_NOT_JUDGED));
}

static gboolean
gather (Gathering   *gathering,
        const char  *words,
        GError     **error)
{
  SlQuery query = SL_QUERY_ALL;
  guint got = 0;

  query.words = words;
  query.limit = PAGE;
  do
    {
      g_autoptr (GPtrArray) events = sl_case_list_events (gathering->data->from, &query, error);

      if (events == NULL)
        return FALSE;
      got = events->len;
      for (guint i = 0; i < got; i++)
        add_event (gathering, g_ptr_array_index (events, i));
      query.offset += got;
    }
  while (got == PAGE);
  return TRUE;
}

/* Lanes that nothing stands in are left away; the lanes after them move up. */
static void
drop_empty_lanes (Gathering *gathering)
{
  g_autofree guint *moved = g_new0 (guint, gathering->titles->len + 1);
  g_autofree gboolean *used = g_new0 (gboolean, gathering->titles->len + 1);
  guint kept = 0;

  for (guint i = 0; i < gathering->items->len; i++)
    used[g_array_index (gathering->items, SlTimelineItem, i).lane] = TRUE;
  for (guint i = 0; i < gathering->titles->len; i++)
    {
      moved[i] = kept;
      if (used[i])
        g_ptr_array_index (gathering->titles, kept++) = g_ptr_array_index (gathering->titles, i);
    }
  for (guint i = 0; i < gathering->items->len; i++)
    {
      SlTimelineItem *item = &g_array_index (gathering->items, SlTimelineItem, i);

      item->lane = moved[item->lane];
    }
  g_ptr_array_set_size (gathering->titles, kept);
}

static void
build_lanes (SlTimelineData *self,
             Gathering      *gathering)
{
  static const char *const untitled[] = { NULL };
  const SlTimelineItem *items = (const SlTimelineItem *) (gpointer) gathering->items->data;
  const char *const *titles = (const char *const *) gathering->titles->pdata;

  if (gathering->titles->len == 0)
    self->lanes = sl_lanes_new (items, gathering->items->len, untitled, 1);
  else
    self->lanes = sl_lanes_new (items, gathering->items->len, titles, gathering->titles->len);
}

/**
 * sl_timeline_data_new:
 * @from: the case
 * @words: (nullable): only events that contain every word
 * @grouping: how to sort them into lanes
 *
 * Fails with SL_STORE_ERROR.
 *
 * Returns: (transfer full) (nullable): the events
 */
SlTimelineData *
sl_timeline_data_new (SlCase      *from,
                      const char  *words,
                      SlGrouping   grouping,
                      GError     **error)
{
  g_autoptr (SlTimelineData) self = g_object_new (SL_TYPE_TIMELINE_DATA, NULL);
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (SlTimelineItem));
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  g_autoptr (GHashTable) lane_by_title = g_hash_table_new (g_str_hash, g_str_equal);
  Gathering gathering = { self, grouping, items, titles, lane_by_title };

  g_return_val_if_fail (SL_IS_CASE (from), NULL);

  self->from = g_object_ref (from);
  prepare_lanes (&gathering);
  if (!gather (&gathering, words, error))
    return NULL;
  drop_empty_lanes (&gathering);
  build_lanes (self, &gathering);
  return g_steal_pointer (&self);
}

/**
 * sl_timeline_data_get_lanes:
 *
 * Returns: (transfer none): the items in their lanes
 */
SlLanes *
sl_timeline_data_get_lanes (SlTimelineData *self)
{
  g_return_val_if_fail (SL_IS_TIMELINE_DATA (self), NULL);
  return self->lanes;
}

/**
 * sl_timeline_data_describe:
 * @item: index of an item
 *
 * Returns: (transfer full): the event in one sentence
 */
char *
sl_timeline_data_describe (SlTimelineData *self,
                           guint           item)
{
  const SlTimelineItem *compact = NULL;
  g_autoptr (SlEvent) event = NULL;

  g_return_val_if_fail (SL_IS_TIMELINE_DATA (self), NULL);
  compact = sl_lanes_get_item (self->lanes, item);
  event = sl_case_get_event (self->from, compact->id, NULL);
  return event != NULL ? sl_format_event (event) : g_strdup (compact->title);
}
