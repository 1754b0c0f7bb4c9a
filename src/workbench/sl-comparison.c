/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-comparison.h"

#include <glib/gi18n-lib.h>

#include "workbench/sl-known-words.h"
#include "workbench/sl-workbench-private.h"

static void
compared_passage_free (gpointer data)
{
  SlComparedPassage *self = data;

  sl_passage_free (self->passage);
  g_clear_pointer (&self->claims, g_ptr_array_unref);
  g_free (self);
}

/**
 * sl_comparison_free:
 *
 * Frees it; %NULL is fine.
 */
void
sl_comparison_free (SlComparison *self)
{
  if (self == NULL)
    return;

  sl_document_free (self->before);
  sl_document_free (self->after);
  g_free (self->before_text);
  g_free (self->after_text);
  g_clear_pointer (&self->pairs, g_ptr_array_unref);
  g_clear_pointer (&self->passages, g_ptr_array_unref);
  g_free (self);
}

/* A capture that brought the same text as one before has its document there. */
static SlDocument *
find_document (SlCase           *a_case,
               const SlCapture  *capture,
               GError          **error)
{
  SlQuery query = SL_QUERY_ALL;
  g_autoptr (GPtrArray) own = NULL;
  g_autoptr (SlCapture) first = NULL;

  query.about = capture->id;
  own = sl_case_list_documents (a_case, &query, error);
  if (own == NULL)
    return NULL;
  if (own->len > 0)
    return sl_case_get_document (a_case, ((const SlDocument *) g_ptr_array_index (own, 0))->id, error);

  first = sl_case_find_payload (a_case, capture->payload_digest);
  if (first != NULL && first->id != capture->id)
    return find_document (a_case, first, error);

  g_set_error_literal (error, SL_WORKBENCH_ERROR, SL_WORKBENCH_ERROR_UNREADABLE,
                       _ ("No text was read from this capture, so that there is nothing to compare."));
  return NULL;
}

static gboolean
load_side (SlCase      *a_case,
           SlCapture   *capture,
           SlDocument **document,
           char       **text,
           GError     **error)
{
  *document = find_document (a_case, capture, error);
  if (*document == NULL)
    return FALSE;

  *text = sl_case_load_text (a_case, (*document)->id, error);

  return *text != NULL;
}

static gboolean
load_sides (SlComparison  *self,
            SlCase        *a_case,
            SlId           first_id,
            SlId           second_id,
            GError       **error)
{
  g_autoptr (SlCapture) first = sl_case_get_capture (a_case, first_id, error);
  g_autoptr (SlCapture) second = first != NULL ? sl_case_get_capture (a_case, second_id, error) : NULL;
  gboolean in_order;

  if (second == NULL)
    return FALSE;

  in_order = first->captured_at <= second->captured_at;
  self->before_usec = MIN (first->captured_at, second->captured_at);
  self->after_usec = MAX (first->captured_at, second->captured_at);

  return load_side (a_case, in_order ? first : second, &self->before, &self->before_text, error)
         && load_side (a_case, in_order ? second : first, &self->after, &self->after_text, error);
}

static guint
find_pair (const SlComparison *self,
           gsize               at_cp,
           gboolean            after)
{
  for (guint i = 0; i < self->pairs->len; i++)
    {
      const SlAlignedPair *pair = g_ptr_array_index (self->pairs, i);
      gsize start = after ? pair->after_start_cp : pair->before_start_cp;
      gsize end = after ? pair->after_end_cp : pair->before_end_cp;

      if (at_cp >= start && at_cp < end)
        return i;
    }

  return 0;
}

static gboolean
mark_passages (SlComparison  *self,
               SlCase        *a_case,
               gboolean       after,
               GError       **error)
{
  SlQuery query = SL_QUERY_ALL;
  g_autoptr (GPtrArray) passages = NULL;

  query.about = after ? self->after->id : self->before->id;
  passages = sl_case_list_passages (a_case, &query, error);
  for (guint i = 0; passages != NULL && i < passages->len; i++)
    {
      const SlPassage *passage = g_ptr_array_index (passages, i);
      SlComparedPassage *mark = g_new0 (SlComparedPassage, 1);

      query.about = passage->id;
      mark->passage = sl_passage_copy (passage);
      mark->after = after;
      mark->pair = find_pair (self, passage->start_cp, after);
      mark->claims = sl_case_list_claims (a_case, &query, error);
      g_ptr_array_add (self->passages, mark);
      if (mark->claims == NULL)
        return FALSE;
    }

  return passages != NULL;
}

static int
compare_marks (gconstpointer a,
               gconstpointer b)
{
  const SlComparedPassage *first = *(const SlComparedPassage *const *) a;
  const SlComparedPassage *second = *(const SlComparedPassage *const *) b;

  if (first->pair != second->pair)
    return first->pair < second->pair ? -1 : 1;

  return first->passage->start_cp < second->passage->start_cp ? -1 : first->passage->start_cp > second->passage->start_cp;
}

/**
 * sl_comparison_new:
 * @first: a capture
 * @second: another one; whichever was made earlier is the one before
 *
 * Lays the texts of two captures beside each other, paragraph by paragraph, and marks our passages and the claims that
 * rest on them.
 *
 * Fails with SL_STORE_ERROR, with SL_WORKBENCH_ERROR_UNREADABLE when no text was read from one of them, and with
 * G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full)
 */
SlComparison *
sl_comparison_new (SlCase        *a_case,
                   SlId           first,
                   SlId           second,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr (SlComparison) self = g_new0 (SlComparison, 1);

  if (!load_sides (self, a_case, first, second, error))
    return NULL;

  self->pairs = sl_alignment_compare (self->before_text, self->after_text, sl_known_words_guess (self->before_text), cancellable, error);
  if (self->pairs == NULL)
    return NULL;

  self->passages = g_ptr_array_new_with_free_func (compared_passage_free);
  if (!mark_passages (self, a_case, FALSE, error)
      || (self->after->id != self->before->id && !mark_passages (self, a_case, TRUE, error)))
    return NULL;
  g_ptr_array_sort (self->passages, compare_marks);

  return g_steal_pointer (&self);
}

static gpointer
run (SlWorkbench   *workbench,
     gpointer       request,
     SlProgress    *progress,
     GCancellable  *cancellable,
     GError       **error)
{
  const SlId *captures = request;

  (void) progress;

  return sl_comparison_new (sl_workbench_get_case (workbench), captures[0], captures[1], cancellable, error);
}

/**
 * sl_comparison_new_async:
 *
 * As sl_comparison_new() on the workbench's case, on a thread of the workbench.
 */
void
sl_comparison_new_async (SlWorkbench         *workbench,
                         SlId                 first,
                         SlId                 second,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             data)
{
  const SlId captures[] = { first, second };

  g_return_if_fail (SL_IS_WORKBENCH (workbench));

  sl_workbench_run_async (workbench, run, g_memdup2 (captures, sizeof captures), g_free, (GDestroyNotify) sl_comparison_free,
                          NULL, NULL, cancellable, callback, data);
}

/**
 * sl_comparison_new_finish:
 *
 * Returns: (transfer full): as sl_comparison_new()
 */
SlComparison *
sl_comparison_new_finish (SlWorkbench   *workbench,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workbench), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
