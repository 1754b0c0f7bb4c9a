/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-recheck-plan.h"

#include <glib/gi18n-lib.h>

#include "workbench/sl-arrival.h"
#include "workbench/sl-last-check.h"

#define SECONDS_PER_HOUR 3600

/* Sources that were added together are not checked together: each is due up to this part of the time earlier. */
#define SPREAD_PART 8

/* How far a host's Retry-After is obeyed. */
#define RETRY_AFTER_MAX_SECONDS (7 * 24 * SECONDS_PER_HOUR)

typedef struct
{
  SlId    id;
  gint64  due;
  gint64  held;  /* its host is not to be asked before; 0 when it did not say */
  char   *host;  /* (owned) (nullable) */
} Entry;

static void
entry_clear (gpointer data)
{
  g_free (((Entry *) data)->host);
}

static gint64
get_every (SlCase *a_case)
{
  g_autofree char *hours = sl_case_dup_setting (a_case, SL_RECHECK_EVERY_SETTING);
  guint64 value = 0;

  if (hours == NULL || !g_ascii_string_to_unsigned (hours, 10, 0, SL_RECHECK_EVERY_MAX_HOURS, &value, NULL))
    return 0;

  return (gint64) value * SECONDS_PER_HOUR;
}

/* When it was last looked at: its last check, or else its last capture. */
static gint64
get_last_look (SlCase         *a_case,
               const SlSource *source,
               const SlCheck  *last)
{
  SlQuery query = SL_QUERY_ALL;
  g_autoptr (GPtrArray) captures = NULL;

  if (last != NULL)
    return last->at;

  query.about = source->id;
  query.limit = 1;
  captures = sl_case_list_captures (a_case, &query, NULL);
  if (captures != NULL && captures->len > 0)
    return ((const SlCapture *) g_ptr_array_index (captures, 0))->captured_at / G_USEC_PER_SEC;

  return source->added_at;
}

/* Until when the host asked to be left alone, as far as that is obeyed. */
static gint64
get_hold (SlCase        *a_case,
          const SlCheck *last)
{
  g_autoptr (SlCapture) capture = NULL;

  if (last == NULL || last->http_status < 400 || last->capture_id == SL_ID_NONE)
    return 0;

  capture = sl_case_get_capture (a_case, last->capture_id, NULL);

  return capture != NULL ? MIN (sl_earlier_find_retry_time (a_case, capture) / G_USEC_PER_SEC, last->at + RETRY_AFTER_MAX_SECONDS) : 0;
}

/* Fixed for each source, so that a plan made again is the same plan. */
static gint64
get_spread (SlId   id,
            gint64 every_seconds)
{
  gint64 range = MAX (every_seconds / SPREAD_PART, 1);

  return (gint64) (((guint64) id * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)) % (guint64) range);
}

static gboolean
has_pins (SlCase *a_case,
          SlId    source_id)
{
  SlQuery query = SL_QUERY_ALL;

  query.about = source_id;
  return sl_case_count (a_case, SL_LIST_PINS, &query, NULL) > 0;
}

static char *
dup_host (const char *url)
{
  g_autoptr (GUri) uri = g_uri_parse (url, SL_ARRIVAL_URI_FLAGS, NULL);

  return uri != NULL ? g_strdup (g_uri_get_host (uri)) : NULL;
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *first = a;
  const Entry *second = b;

  if (first->due != second->due)
    return first->due < second->due ? -1 : 1;

  return first->id < second->id ? -1 : first->id > second->id;
}

static Entry
make_entry (SlCase         *a_case,
            const SlSource *source,
            gint64          every_seconds)
{
  g_autoptr (SlCheck) last = sl_last_check_find (a_case, source->id, NULL);

  return (Entry) {
    .id = source->id,
    .due = get_last_look (a_case, source, last) + every_seconds - get_spread (source->id, every_seconds),
    .held = get_hold (a_case, last),
    .host = dup_host (source->url),
  };
}

/* What a host said in answer to one page holds for all of its pages. */
static void
hold_hosts (GArray *entries)
{
  g_autoptr (GHashTable) holds = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = &g_array_index (entries, Entry, i);
      gint64 *known = entry->host != NULL ? g_hash_table_lookup (holds, entry->host) : NULL;

      if (entry->host != NULL && entry->held > (known != NULL ? *known : 0))
        g_hash_table_insert (holds, entry->host, &entry->held);
    }

  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = &g_array_index (entries, Entry, i);
      gint64 *known = entry->host != NULL ? g_hash_table_lookup (holds, entry->host) : NULL;

      entry->due = MAX (entry->due, known != NULL ? *known : 0);
    }
}

static GArray *
list_entries (SlCase  *a_case,
              gint64   every_seconds,
              GError **error)
{
  SlQuery query = SL_QUERY_ALL;
  g_autoptr (GPtrArray) sources = sl_case_list_sources (a_case, &query, error);
  GArray *entries;

  if (sources == NULL)
    return NULL;

  entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (entries, entry_clear);
  for (guint i = 0; i < sources->len; i++)
    {
      const SlSource *source = g_ptr_array_index (sources, i);
      Entry entry;

      if (!sl_arrival_is_address (source->url) || !has_pins (a_case, source->id))
        continue;
      entry = make_entry (a_case, source, every_seconds);
      g_array_append_val (entries, entry);
    }
  hold_hosts (entries);
  g_array_sort (entries, compare_entries);

  return entries;
}

/* A host is asked for one page at a time; its others are due the next time somebody looks at the plan. */
static void
take_due (SlRecheckPlan *self,
          GArray        *entries,
          gint64         now)
{
  g_autoptr (GHashTable) hosts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);

      if (entry->due <= now && entry->host != NULL && g_hash_table_add (hosts, entry->host))
        g_array_append_val (self->due, entry->id);
    }
}

/**
 * sl_recheck_plan_new:
 * @now: UTC seconds
 *
 * Makes the plan of a case from its setting and its last checks; a host that asked not to be asked before some time
 * (Retry-After) is left alone until then, a week at most. It is made anew after each run, and when the
 * setting changes; nothing else has to be remembered.
 *
 * Fails with SL_STORE_ERROR.
 *
 * Returns: (transfer full)
 */
SlRecheckPlan *
sl_recheck_plan_new (SlCase  *a_case,
                     gint64   now,
                     GError **error)
{
  g_autoptr (SlRecheckPlan) self = g_new0 (SlRecheckPlan, 1);
  g_autoptr (GArray) entries = NULL;

  self->due = g_array_new (FALSE, FALSE, sizeof (SlId));
  self->next = SL_TIME_MAX;
  self->every_seconds = get_every (a_case);
  if (self->every_seconds == 0)
    return g_steal_pointer (&self);

  entries = list_entries (a_case, self->every_seconds, error);
  if (entries == NULL)
    return NULL;

  if (entries->len > 0)
    self->next = g_array_index (entries, Entry, 0).due;
  take_due (self, entries, now);

  return g_steal_pointer (&self);
}

/**
 * sl_recheck_plan_free:
 *
 * Frees it; %NULL is fine.
 */
void
sl_recheck_plan_free (SlRecheckPlan *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->due, g_array_unref);
  g_free (self);
}

/* Whether the check before this one of the same passage saw the same. */
static gboolean
is_news (SlCase        *a_case,
         const SlCheck *check)
{
  g_autoptr (SlCheck) before = sl_last_check_find (a_case, check->passage_id, check);

  if (before == NULL)
    return check->verdict != SL_VERDICT_VERBATIM;

  return before->verdict != check->verdict || g_strcmp0 (before->found, check->found) != 0;
}

static gboolean
is_of_source (SlVerdict verdict)
{
  return verdict == SL_VERDICT_GONE || verdict == SL_VERDICT_BLOCKED || verdict == SL_VERDICT_UNREACHABLE || verdict == SL_VERDICT_UNREADABLE;
}

static SlId
get_source (SlCase        *a_case,
            const SlCheck *check)
{
  g_autoptr (SlPassage) passage = sl_case_get_passage (a_case, check->passage_id, NULL);
  g_autoptr (SlDocument) document = passage != NULL ? sl_case_get_document (a_case, passage->document_id, NULL) : NULL;

  return document != NULL ? document->source_id : SL_ID_NONE;
}

static void
count_check (SlCase        *a_case,
             const SlCheck *check,
             GHashTable    *sources,
             guint         *counts)
{
  SlId source_id;

  if (check->verdict == SL_VERDICT_NOT_CHECKED || !is_news (a_case, check))
    return;

  source_id = is_of_source (check->verdict) ? get_source (a_case, check) : SL_ID_NONE;
  if (source_id == SL_ID_NONE || g_hash_table_add (sources, g_memdup2 (&source_id, sizeof source_id)))
    counts[check->verdict]++;
}

/* "%u" stands for the number; all are said of one and of many. */
static char *
describe_count (SlVerdict verdict,
                guint     n)
{
  switch (verdict)
    {
    case SL_VERDICT_ALTERED:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u passage altered", "%u passages altered", n), n);
    case SL_VERDICT_ABSENT:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u passage not found", "%u passages not found", n), n);
    case SL_VERDICT_GONE:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u source gone", "%u sources gone", n), n);
    case SL_VERDICT_MOVED:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u passage moved", "%u passages moved", n), n);
    case SL_VERDICT_BLOCKED:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u source blocked", "%u sources blocked", n), n);
    case SL_VERDICT_UNREADABLE:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u source unreadable", "%u sources unreadable", n), n);
    case SL_VERDICT_UNREACHABLE:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u source unreachable", "%u sources unreachable", n), n);
    case SL_VERDICT_VERBATIM:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u passage found again", "%u passages found again", n), n);
    case SL_VERDICT_NOT_CHECKED:
    default:
      return NULL;
    }
}

/**
 * sl_recheck_summarize:
 * @checks: (element-type SlCheck): what a run brought; stored already
 *
 * Says in one line what is new since the checks before, the gravest first: "3 passages altered, 1 source gone".
 * Sources are counted once each, and what was seen the last time is no news.
 *
 * Returns: (transfer full) (nullable): %NULL when nothing is worth a notification
 */
char *
sl_recheck_summarize (SlCase    *a_case,
                      GPtrArray *checks)
{
  static const SlVerdict order[] = { SL_VERDICT_ALTERED, SL_VERDICT_ABSENT, SL_VERDICT_GONE, SL_VERDICT_MOVED,
                                     SL_VERDICT_UNREADABLE, SL_VERDICT_BLOCKED, SL_VERDICT_UNREACHABLE, SL_VERDICT_VERBATIM };
  g_autoptr (GHashTable) sources = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_null_terminated (4, g_free, TRUE);
  guint counts[SL_N_VERDICTS] = { 0 };

  for (guint i = 0; i < checks->len; i++)
    count_check (a_case, g_ptr_array_index (checks, i), sources, counts);
  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    if (counts[order[i]] > 0)
      g_ptr_array_add (parts, describe_count (order[i], counts[order[i]]));

  return parts->len > 0 ? g_strjoinv (", ", (char **) parts->pdata) : NULL;
}
