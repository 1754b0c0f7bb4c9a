/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-workbench-private.h"

#include <glib/gi18n-lib.h>

#include "core/sl-normal.h"
#include "helper/sl-read.h"
#include "verify/sl-anchor.h"
#include "workbench/sl-arrival.h"
#include "workbench/sl-known-words.h"

/**
 * Seen:
 * @verdict: what the state of the source alone says; #SL_VERDICT_VERBATIM when its text was read
 * @detail: (owned) (nullable): what was seen, in words
 * @reading: (owned) (nullable): the text as it is now
 *
 * What a source shows now, before any passage is looked for.
 */
typedef struct
{
  SlVerdict  verdict;
  char      *detail;
  SlReading *reading;
} Seen;

static void
seen_clear (Seen *seen)
{
  g_clear_pointer (&seen->detail, g_free);
  g_clear_pointer (&seen->reading, sl_reading_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Seen, seen_clear)

/* Only 404 and 410 say that a source is gone; a refusal or a failing server says nothing about it. */
static SlVerdict
judge_status (int status)
{
  switch (status)
    {
    case 404:
    case 410:
      return SL_VERDICT_GONE;
    case 401:
    case 403:
    case 429:
    case 451:
      return SL_VERDICT_BLOCKED;
    default:
      return status >= 400 ? SL_VERDICT_UNREACHABLE : SL_VERDICT_VERBATIM;
    }
}

static void
read_now (SlWorkbench     *self,
          const SlArrival *arrival,
          Seen            *seen,
          GCancellable    *cancellable)
{
  SlReadRequest request = {
    .bytes = arrival->payload,
    .url = arrival->capture->final_url,
    .content_type = arrival->capture->content_type,
  };
  g_autoptr (GError) error = NULL;

  seen->reading = sl_read_run (sl_workbench_get_helpers (self)->reader, &request, cancellable, &error);
  if (seen->reading != NULL
      && (seen->reading->kind == SL_READING_ARTICLE || seen->reading->kind == SL_READING_LISTING || seen->reading->kind == SL_READING_SHORT))
    return;

  seen->verdict = SL_VERDICT_UNREADABLE;
  seen->detail = g_strdup (seen->reading != NULL ? seen->reading->reason : error->message);
}

static void
look (SlWorkbench     *self,
      const SlArrival *arrival,
      const GError    *failure,
      Seen            *seen,
      GCancellable    *cancellable)
{
  if (arrival == NULL)
    {
      seen->verdict = SL_VERDICT_UNREACHABLE;
      seen->detail = g_strdup (failure->message);
      return;
    }

  seen->verdict = judge_status (arrival->capture->status);
  if (seen->verdict == SL_VERDICT_VERBATIM)
    read_now (self, arrival, seen, cancellable);
  else
    seen->detail = g_strdup_printf (_ ("The server answered with status %d."), arrival->capture->status);
}

static SlCheck *
check_passage (const SlPassage *passage,
               const SlNormal  *normal,
               const Seen      *seen,
               SlId             capture_id)
{
  SlCheck *check = sl_check_new ();

  check->passage_id = passage->id;
  check->capture_id = capture_id;
  check->verdict = seen->verdict;
  check->detail = g_strdup (seen->detail);
  check->at = sl_workbench_now ();

  if (seen->verdict == SL_VERDICT_VERBATIM)
    {
      g_autoptr (SlAnchor) anchor = sl_anchor_locate_passage (normal, passage, sl_known_words_guess (sl_normal_get_text (normal, NULL)));

      check->verdict = anchor->verdict;
      check->difference = anchor->difference != NULL ? g_strdup (anchor->difference->marked) : NULL;
      check->detail = g_strdup (anchor->detail);
    }

  return check;
}

static gboolean
store_arrival (SlCase     *a_case,
               SlArrival  *arrival,
               SlId        source_id,
               GError    **error)
{
  g_autoptr (GPtrArray) members = sl_arrival_make_members (arrival, a_case, error);

  if (members == NULL)
    return FALSE;

  arrival->capture->source_id = source_id;

  return sl_case_add_capture (a_case, arrival->capture, members, error);
}

static gboolean
store_checks (SlCase      *a_case,
              GPtrArray   *passages,
              const Seen  *seen,
              SlId         capture_id,
              GPtrArray   *checks,
              GError     **error)
{
  g_autoptr (SlNormal) normal = seen->reading != NULL ? sl_normal_new (seen->reading->text, -1) : NULL;

  for (guint i = 0; i < passages->len; i++)
    {
      SlCheck *check = check_passage (g_ptr_array_index (passages, i), normal, seen, capture_id);

      g_ptr_array_add (checks, check);
      if (!sl_case_add_check (a_case, check, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
store (SlWorkbench     *self,
       const SlSource  *source,
       SlArrival       *arrival,
       GPtrArray       *passages,
       const Seen      *seen,
       GPtrArray       *checks,
       GError         **error)
{
  SlCase *a_case = sl_workbench_get_case (self);
  g_autofree char *label = g_strdup_printf (C_ ("act", "Re-check “%s”"), source->title);

  if (!sl_case_begin_act (a_case, SL_ACT_RECORD, label, sl_workbench_get_by (self), sl_workbench_now (), error))
    return FALSE;

  if ((arrival != NULL && !store_arrival (a_case, arrival, source->id, error))
      || !store_checks (a_case, passages, seen, arrival != NULL ? arrival->capture->id : SL_ID_NONE, checks, error))
    {
      sl_case_abort_act (a_case);
      return FALSE;
    }

  return sl_case_commit_act (a_case, error);
}

static GPtrArray *
list_passages (SlCase  *a_case,
               SlId     source_id,
               GError **error)
{
  g_autoptr (GPtrArray) passages = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_passage_free);
  g_autoptr (GPtrArray) documents = NULL;
  SlQuery query = SL_QUERY_ALL;

  query.about = source_id;
  documents = sl_case_list_documents (a_case, &query, error);
  for (guint i = 0; documents != NULL && i < documents->len; i++)
    {
      GPtrArray *found;

      query.about = ((const SlDocument *) g_ptr_array_index (documents, i))->id;
      found = sl_case_list_passages (a_case, &query, error);
      if (found == NULL)
        return NULL;
      g_ptr_array_extend_and_steal (passages, found);
    }

  return documents != NULL ? g_steal_pointer (&passages) : NULL;
}

static gboolean
recheck_source (SlWorkbench     *self,
                const SlSource  *source,
                GPtrArray       *checks,
                SlProgress      *progress,
                GCancellable    *cancellable,
                GError         **error)
{
  g_autoptr (GPtrArray) passages = list_passages (sl_workbench_get_case (self), source->id, error);
  /* The person typed this address when the source was added. */
  SlAddRequest request = { .what = source->url, .typed = TRUE };
  g_autoptr (SlArrival) arrival = NULL;
  g_autoptr (GError) failure = NULL;
  g_auto (Seen) seen = { 0 };

  if (passages == NULL)
    return FALSE;
  if (passages->len == 0 || !sl_arrival_is_address (source->url))
    return TRUE;

  arrival = sl_arrival_get (sl_workbench_get_helpers (self), &request, progress, cancellable, &failure);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  look (self, arrival, failure, &seen, cancellable);

  return store (self, source, arrival, passages, &seen, checks, error);
}

static GPtrArray *
list_sources (SlWorkbench  *self,
              SlId          source_id,
              GError      **error)
{
  SlQuery query = SL_QUERY_ALL;
  g_autoptr (GPtrArray) sources = NULL;
  SlSource *source;

  if (source_id == SL_ID_NONE)
    return sl_case_list_sources (sl_workbench_get_case (self), &query, error);

  source = sl_case_get_source (sl_workbench_get_case (self), source_id, error);
  if (source == NULL)
    return NULL;

  sources = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_source_free);
  g_ptr_array_add (sources, source);

  return g_steal_pointer (&sources);
}

/**
 * sl_workbench_recheck:
 * @source_id: one source, or %SL_ID_NONE for all of the case
 *
 * Fetches sources again and looks for the passages in what they say now.
 *
 * Each source's checks are one act, kept with the new capture. What was seen is stated, and
 * nothing more: only an answer 404 or 410 makes a source gone.
 *
 * Fails with SL_STORE_ERROR, and with G_IO_ERROR_CANCELLED; checks made before stay.
 *
 * Returns: (transfer full) (element-type SlCheck): one for each passage
 */
GPtrArray *
sl_workbench_recheck (SlWorkbench     *self,
                      SlId             source_id,
                      SlProgressFunc   progress,
                      gpointer         data,
                      GCancellable    *cancellable,
                      GError         **error)
{
  g_autoptr (GPtrArray) sources = NULL;
  g_autoptr (GPtrArray) checks = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_check_free);
  SlProgress sink = { progress, data, NULL };
  gboolean done;

  g_return_val_if_fail (SL_IS_WORKBENCH (self), NULL);

  sources = list_sources (self, source_id, error);
  done = sources != NULL;
  for (guint i = 0; done && i < sources->len; i++)
    done = recheck_source (self, g_ptr_array_index (sources, i), checks, &sink, cancellable, error);

  sl_workbench_notify_changed (self);

  return done ? g_steal_pointer (&checks) : NULL;
}
