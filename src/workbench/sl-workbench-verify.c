/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-workbench-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/sl-normal.h"
#include "helper/sl-read.h"
#include "verify/sl-anchor.h"
#include "verify/sl-verify-passages.h"
#include "workbench/sl-witness-verify.h"

/* Documents are looked at in pages, so that a large case needs no more memory than a small one. */
#define PAGE_ROWS 256

static void
take_all (GPtrArray *to,
          GPtrArray *from)
{
  if (from != NULL)
    g_ptr_array_extend_and_steal (to, from);
}

/* The capture read anew; %NULL with @error when that cannot be. */
static SlReading *
read_again (SlWorkbench       *self,
            SlCase            *a_case,
            const SlDocument  *document,
            GCancellable      *cancellable,
            GError           **error)
{
  g_autoptr (SlCapture) capture = sl_case_get_capture (a_case, document->capture_id, error);
  g_autoptr (GBytes) payload = NULL;
  SlReadRequest request = { 0 };

  if (capture == NULL)
    return NULL;

  payload = sl_case_load_payload (a_case, capture->id, error);
  if (payload == NULL)
    return NULL;

  request.bytes = payload;
  request.url = capture->final_url != NULL ? capture->final_url : capture->url;
  request.content_type = capture->content_type;

  return sl_read_run (sl_workbench_get_helpers (self)->reader, &request, cancellable, error);
}

static void
check_against_reading (const SlReading *reading,
                       GPtrArray       *passages,
                       GPtrArray       *findings)
{
  g_autoptr (SlNormal) normal = sl_normal_new (reading->text, -1);

  for (guint i = 0; i < passages->len; i++)
    {
      const SlPassage *passage = g_ptr_array_index (passages, i);
      g_autoptr (SlAnchor) anchor = sl_anchor_locate_passage (normal, passage, NULL);

      if (anchor->verdict != SL_VERDICT_VERBATIM)
        g_ptr_array_add (findings, sl_finding_new ("passage", passage->id, "not-in-capture",
                                                   _ ("The words are not found in the capture when it is read again.")));
    }
}

/* A damaged capture is the store's finding; what cannot be read any more is one of its own. */
static gboolean
check_capture (SlWorkbench       *self,
               SlCase            *a_case,
               const SlDocument  *document,
               GPtrArray         *passages,
               GPtrArray         *findings,
               GCancellable      *cancellable,
               GError           **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (SlReading) reading = read_again (self, a_case, document, cancellable, &cause);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  if (reading != NULL)
    check_against_reading (reading, passages, findings);
  else
    g_ptr_array_add (findings, sl_finding_new ("capture", document->capture_id, "unreadable", cause->message));

  return TRUE;
}

static gboolean
check_document (SlWorkbench       *self,
                SlCase            *a_case,
                const SlDocument  *document,
                GPtrArray         *findings,
                GCancellable      *cancellable,
                GError           **error)
{
  SlQuery query = SL_QUERY_ALL;
  g_autoptr (GPtrArray) passages = NULL;
  g_autofree char *text = NULL;
  GPtrArray *found;

  query.about = document->id;
  passages = sl_case_list_passages (a_case, &query, error);
  if (passages == NULL)
    return FALSE;
  if (passages->len == 0)
    return TRUE;

  text = sl_case_load_text (a_case, document->id, NULL);
  if (text == NULL)
    return TRUE; /* the store has reported the missing text */

  found = sl_verify_passages (text, strlen (text), passages, cancellable, error);
  if (found == NULL)
    return FALSE;
  take_all (findings, found);

  return check_capture (self, a_case, document, passages, findings, cancellable, error);
}

static gboolean
check_documents (SlWorkbench   *self,
                 SlCase        *a_case,
                 GPtrArray     *findings,
                 SlProgress    *progress,
                 GCancellable  *cancellable,
                 GError       **error)
{
  SlQuery query = SL_QUERY_ALL;
  gint64 total = sl_case_count (a_case, SL_LIST_DOCUMENTS, &query, error);

  if (total < 0)
    return FALSE;

  query.limit = PAGE_ROWS;
  for (query.offset = 0; query.offset < total; query.offset += PAGE_ROWS)
    {
      g_autoptr (GPtrArray) documents = sl_case_list_documents (a_case, &query, error);

      for (guint i = 0; documents != NULL && i < documents->len; i++)
        {
          sl_progress_report (progress, (double) (query.offset + i) / total, _ ("Comparing passages with their captures…"));
          if (!check_document (self, a_case, g_ptr_array_index (documents, i), findings, cancellable, error))
            return FALSE;
        }
      if (documents == NULL)
        return FALSE;
    }

  return TRUE;
}

/* A connection of its own, so that the window can read on meanwhile. */
GPtrArray *
sl_workbench_run_verify (SlWorkbench   *self,
                         SlProgress    *progress,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_autoptr (SlCase) a_case = sl_case_open (sl_case_get_path (sl_workbench_get_case (self)), SL_CASE_OPEN_READ_ONLY, error);
  g_autoptr (GPtrArray) findings = NULL;

  if (a_case == NULL)
    return NULL;

  sl_progress_report (progress, -1, _ ("Checking the history and the digests…"));
  findings = sl_case_verify (a_case, cancellable, error);
  if (findings == NULL
      || !sl_witness_verify (a_case, findings, cancellable, error)
      || !check_documents (self, a_case, findings, progress, cancellable, error))
    return NULL;

  return g_steal_pointer (&findings);
}
