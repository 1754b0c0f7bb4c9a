/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-recheck.h"

#include <string.h>

#include "core/sl-digest.h"

/* Captures that are looked at, newest first, for something to ask a host with. */
#define EARLIER_MAX 4

static gboolean
is_pinned (SlCase *a_case,
           SlId    passage_id)
{
  SlQuery query = SL_QUERY_ALL;

  query.about = passage_id;
  return sl_case_count (a_case, SL_LIST_PINS, &query, NULL) > 0;
}

/* Words that nothing rests on any more are not asked for: they were replaced or taken off. */
static gboolean
load_passages (SlRecheck  *self,
               GError    **error)
{
  SlQuery query = SL_QUERY_ALL;
  g_autoptr (GPtrArray) all = NULL;

  query.about = self->source->id;
  all = sl_case_list_passages (self->a_case, &query, error);
  if (all == NULL)
    return FALSE;

  self->passages = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_passage_free);
  for (guint i = 0; i < all->len; i++)
    {
      const SlPassage *passage = g_ptr_array_index (all, i);

      if (is_pinned (self->a_case, passage->id))
        g_ptr_array_add (self->passages, sl_passage_copy (passage));
    }

  return TRUE;
}

/**
 * sl_recheck_new:
 *
 * Takes from the case what a check of a source needs.
 *
 * Fails with SL_STORE_ERROR.
 *
 * Returns: (transfer full): to be used while @a_case is there
 */
SlRecheck *
sl_recheck_new (SlCase  *a_case,
                SlId     source_id,
                GError **error)
{
  g_autoptr (SlRecheck) self = g_new0 (SlRecheck, 1);
  SlQuery query = SL_QUERY_ALL;

  self->a_case = a_case;
  query.about = source_id;
  self->source = sl_case_get_source (a_case, source_id, error);
  if (self->source == NULL || !load_passages (self, error))
    return NULL;

  self->captures = sl_case_list_captures (a_case, &query, error);
  if (self->captures == NULL)
    return NULL;

  self->documents = sl_case_list_documents (a_case, &query, error);

  return self->documents != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * sl_recheck_free:
 *
 * Frees it; %NULL is fine.
 */
void
sl_recheck_free (SlRecheck *self)
{
  if (self == NULL)
    return;

  sl_source_free (self->source);
  g_clear_pointer (&self->captures, g_ptr_array_unref);
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  g_clear_pointer (&self->passages, g_ptr_array_unref);
  sl_seen_free (self->seen);
  g_free (self->text);
  g_free (self->text_digest);
  g_free (self);
}

/**
 * sl_recheck_is_needed:
 *
 * Returns: whether there are passages to look for
 */
gboolean
sl_recheck_is_needed (const SlRecheck *self)
{
  return self->passages->len > 0;
}

/**
 * sl_recheck_is_typed:
 *
 * An address that came by a list, a link, a feed, a bibliography or an import was not typed by the person, and must
 * not lead to this machine or a private network.
 *
 * Returns: whether the person typed the source's address
 */
gboolean
sl_recheck_is_typed (const SlRecheck *self)
{
  SlQuery query = SL_QUERY_ALL;
  g_autoptr (GPtrArray) tasks = NULL;
  const SlCapture *first = self->captures->len > 0 ? g_ptr_array_index (self->captures, self->captures->len - 1) : NULL;

  query.about = self->source->id;
  tasks = sl_case_list_tasks (self->a_case, &query, NULL);
  for (guint i = 0; tasks != NULL && i < tasks->len; i++)
    if (((const SlTask *) g_ptr_array_index (tasks, i))->origin == SL_TASK_TYPED)
      return TRUE;

  /* What no queue brought was added by its address, or came with a file. */
  return tasks != NULL && tasks->len == 0 && first != NULL && first->method == SL_CAPTURE_FETCHED;
}

/**
 * sl_recheck_load_earlier:
 *
 * Finds what the host may be asked on condition with.
 *
 * Returns: (transfer full) (nullable)
 */
SlEarlier *
sl_recheck_load_earlier (const SlRecheck *self)
{
  for (guint i = 0; i < MIN (self->captures->len, EARLIER_MAX); i++)
    {
      const SlCapture *capture = g_ptr_array_index (self->captures, i);
      SlEarlier *earlier = capture->method == SL_CAPTURE_FETCHED ? sl_earlier_load (self->a_case, capture) : NULL;

      if (earlier != NULL)
        return earlier;
    }

  return NULL;
}

/**
 * sl_recheck_find_capture:
 *
 * Returns: (transfer none) (nullable): the capture of the source with this key
 */
const SlCapture *
sl_recheck_find_capture (const SlRecheck *self,
                         SlId             id)
{
  for (guint i = 0; i < self->captures->len; i++)
    {
      const SlCapture *capture = g_ptr_array_index (self->captures, i);

      if (capture->id == id)
        return capture;
    }

  return NULL;
}

/**
 * sl_recheck_find_document:
 *
 * Returns: (transfer none) (nullable): the document of the source with this key
 */
const SlDocument *
sl_recheck_find_document (const SlRecheck *self,
                          SlId             id)
{
  for (guint i = 0; i < self->documents->len; i++)
    {
      const SlDocument *document = g_ptr_array_index (self->documents, i);

      if (document->id == id)
        return document;
    }

  return NULL;
}

/* Bytes that were read before are not read again: a newer reader must not make a change that the source did not. */
static const SlDocument *
find_known (const SlRecheck *self)
{
  if (self->arrival == NULL || sl_arrival_get_failure (self->arrival) != NULL || self->arrival->capture->status >= 400)
    return NULL;

  for (guint i = 0; i < self->documents->len; i++)
    {
      const SlDocument *document = g_ptr_array_index (self->documents, i);
      const SlCapture *capture = sl_recheck_find_capture (self, document->capture_id);

      if (capture != NULL && g_strcmp0 (capture->payload_digest, self->arrival->capture->payload_digest) == 0)
        return document;
    }

  return NULL;
}

/* Where the address led when the passages were captured. */
static const char *
get_usual_url (const SlRecheck *self)
{
  const SlPassage *passage = g_ptr_array_index (self->passages, 0);
  const SlDocument *document = sl_recheck_find_document (self, passage->document_id);
  const SlCapture *capture = document != NULL ? sl_recheck_find_capture (self, document->capture_id) : NULL;

  return capture != NULL && capture->final_url != NULL ? capture->final_url : self->source->url;
}

/* A page that changed around the same article has the document already. */
static const SlDocument *
find_same_text (const SlRecheck *self)
{
  const char *text = self->seen->reading->text;
  g_autofree char *digest = sl_digest_data (text, strlen (text));

  for (guint i = 0; i < self->documents->len; i++)
    {
      const SlDocument *document = g_ptr_array_index (self->documents, i);

      if (g_strcmp0 (document->text_digest, digest) == 0)
        return document;
    }

  return NULL;
}

/* @text: (transfer full) (nullable): %NULL when the document is damaged, which leaves the passages not checked */
static void
take_text (SlRecheck        *self,
           const SlDocument *document,
           char             *text)
{
  self->text = text;
  self->text_digest = text != NULL ? sl_digest_data (text, strlen (text)) : NULL;
  self->document_id = document != NULL && text != NULL ? document->id : SL_ID_NONE;
}

/**
 * sl_recheck_look:
 * @arrival: (nullable) (transfer none): what came; it is stored later, and must live as long
 * @failure: (nullable): why nothing came
 *
 * Looks at what came.
 */
void
sl_recheck_look (SlRecheck    *self,
                 SlHelpers    *helpers,
                 SlArrival    *arrival,
                 const GError *failure,
                 GCancellable *cancellable)
{
  const SlDocument *known;

  self->arrival = arrival;
  known = find_known (self);
  self->seen = sl_seen_new (helpers, arrival, failure, get_usual_url (self), known != NULL, cancellable);
  if (known != NULL && self->seen->text_state == SL_TEXT_STATE_UNKNOWN)
    take_text (self, known, sl_case_load_text (self->a_case, known->id, NULL));
  else if (self->seen->reading != NULL && self->seen->text_state == SL_TEXT_STATE_UNKNOWN)
    take_text (self, find_same_text (self), g_strdup (self->seen->reading->text));
}

/**
 * sl_recheck_miss:
 * @reason: why it cannot be looked at
 *
 * The passages are not checked; what sl_recheck_look() saw until then does not count.
 */
void
sl_recheck_miss (SlRecheck  *self,
                 const char *reason)
{
  g_clear_pointer (&self->seen, sl_seen_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->text_digest, g_free);
  self->document_id = SL_ID_NONE;
  self->arrival = NULL;
  self->seen = sl_seen_new_missed (reason);
}
