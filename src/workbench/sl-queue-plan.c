/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-queue-plan.h"

/**
 * SlQueuePlan:
 *
 * Which task of the capture queue comes next: the one that came first among those whose host may be asked.
 *
 * A host is asked by few at once, with a pause after each answer, and not before it said so. Holds keys only, a few words
 * for each task; knows neither the network nor the clock. For one thread.
 */
struct _SlQueuePlan
{
  GHashTable *hosts;       /* (owned) (element-type utf8 Host) */
  gint64      pause_usec;
  guint       at_once;
  guint       per_host;
  guint       running;
  guint       size;
};

typedef struct
{
  SlId   id;
  gint64 place;
  gint64 not_before_usec;
} Entry;

typedef struct
{
  GArray *entries;    /* (owned) (element-type Entry): in the order of their places */
  guint   running;
  gint64  free_usec;  /* not asked before */
} Host;

static void
host_free (gpointer data)
{
  Host *host = data;

  g_array_unref (host->entries);
  g_free (host);
}

static Host *
get_host (SlQueuePlan *self,
          const char  *name)
{
  Host *host = g_hash_table_lookup (self->hosts, name);

  if (host == NULL)
    {
      host = g_new0 (Host, 1);
      host->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
      g_hash_table_insert (self->hosts, g_strdup (name), host);
    }
  return host;
}

/**
 * sl_queue_plan_new:
 * @at_once: how many may be under way altogether
 * @per_host: how many of them at one host
 * @pause_usec: how long a host is left alone after it answered
 *
 * Returns: (transfer full): an empty plan
 */
SlQueuePlan *
sl_queue_plan_new (guint  at_once,
                   guint  per_host,
                   gint64 pause_usec)
{
  SlQueuePlan *self = g_new0 (SlQueuePlan, 1);

  self->hosts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, host_free);
  self->at_once = MAX (at_once, 1);
  self->per_host = MAX (per_host, 1);
  self->pause_usec = pause_usec;

  return self;
}

/**
 * sl_queue_plan_free:
 *
 * Frees a plan; %NULL is fine.
 */
void
sl_queue_plan_free (SlQueuePlan *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->hosts);
  g_free (self);
}

/**
 * sl_queue_plan_clear:
 *
 * Forgets the tasks that wait, not what is known of the hosts.
 */
void
sl_queue_plan_clear (SlQueuePlan *self)
{
  GHashTableIter iter;
  Host *host;

  g_hash_table_iter_init (&iter, self->hosts);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &host))
    g_array_set_size (host->entries, 0);
  self->size = 0;
}

/**
 * sl_queue_plan_put:
 * @place: its place among all; tasks are put in this order, apart from those that are put again
 * @not_before_usec: when it may be tried, 0 for at once
 *
 * Lets a task wait.
 */
void
sl_queue_plan_put (SlQueuePlan *self,
                   SlId         id,
                   const char  *host,
                   gint64       place,
                   gint64       not_before_usec)
{
  Entry entry = { id, place, not_before_usec };

  g_array_append_val (get_host (self, host)->entries, entry);
  self->size++;
}

/* The first of a host that is due; @next_usec gets the time of the earliest when none is. */
static int
find_due (const Host *host,
          gint64      now_usec,
          gint64     *next_usec)
{
  for (guint i = 0; i < host->entries->len; i++)
    {
      const Entry *entry = &g_array_index (host->entries, Entry, i);

      if (entry->not_before_usec <= now_usec)
        return (int) i;
      *next_usec = MIN (*next_usec, entry->not_before_usec);
    }
  return -1;
}

typedef struct
{
  Host *host;   /* (unowned) (nullable) */
  int   index;
} Choice;

static const Entry *
get_entry (const Choice *choice)
{
  return &g_array_index (choice->host->entries, Entry, choice->index);
}

/* Whether a host that has something to do may be asked; @next_usec gets the time when it may be. */
static gboolean
is_free (const SlQueuePlan *self,
         const Host        *host,
         gint64             now_usec,
         gint64            *next_usec)
{
  if (host->entries->len == 0 || host->running >= self->per_host)
    return FALSE;
  if (host->free_usec <= now_usec)
    return TRUE;

  *next_usec = MIN (*next_usec, host->free_usec);
  return FALSE;
}

static Choice
choose (SlQueuePlan *self,
        gint64       now_usec,
        gint64      *next_usec)
{
  Choice best = { NULL, -1 };
  GHashTableIter iter;
  Host *host;

  g_hash_table_iter_init (&iter, self->hosts);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &host))
    {
      Choice choice = { host, -1 };

      if (is_free (self, host, now_usec, next_usec))
        choice.index = find_due (host, now_usec, next_usec);
      if (choice.index >= 0 && (best.host == NULL || get_entry (&choice)->place < get_entry (&best)->place))
        best = choice;
    }
  return best;
}

/**
 * sl_queue_plan_take:
 * @next_usec: (out): when to ask again if nothing ends before; %SL_QUEUE_PLAN_NEVER when only that helps
 *
 * Takes the task that is to be started now. It is under way until sl_queue_plan_finish().
 *
 * Returns: its key, %SL_ID_NONE when none may be started
 */
SlId
sl_queue_plan_take (SlQueuePlan *self,
                    gint64       now_usec,
                    gint64      *next_usec)
{
  Choice choice;
  SlId id;

  *next_usec = SL_QUEUE_PLAN_NEVER;
  if (self->running >= self->at_once)
    return SL_ID_NONE;

  choice = choose (self, now_usec, next_usec);
  if (choice.host == NULL)
    return SL_ID_NONE;

  id = get_entry (&choice)->id;
  g_array_remove_index (choice.host->entries, choice.index);
  choice.host->running++;
  self->running++;
  self->size--;
  return id;
}

/**
 * sl_queue_plan_finish:
 *
 * Says that a task of the host has ended, however it did.
 */
void
sl_queue_plan_finish (SlQueuePlan *self,
                      const char  *host,
                      gint64       now_usec)
{
  Host *known = get_host (self, host);

  g_return_if_fail (known->running > 0);

  known->running--;
  self->running--;
  known->free_usec = MAX (known->free_usec, now_usec + self->pause_usec);
}

/**
 * sl_queue_plan_hold:
 *
 * Leaves a host alone until a time, as it asked for.
 */
void
sl_queue_plan_hold (SlQueuePlan *self,
                    const char  *host,
                    gint64       until_usec)
{
  Host *known = get_host (self, host);

  known->free_usec = MAX (known->free_usec, until_usec);
}

/**
 * sl_queue_plan_get_size:
 *
 * Returns: how many tasks wait
 */
guint
sl_queue_plan_get_size (SlQueuePlan *self)
{
  return self->size;
}
