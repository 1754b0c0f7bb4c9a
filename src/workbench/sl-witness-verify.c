/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-witness-verify.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "verify/sl-timestamp.h"
#include "workbench/sl-witness-plan.h"

static void
add (GPtrArray       *findings,
     const SlWitness *witness,
     const char      *problem,
     char            *detail)
{
  g_ptr_array_add (findings, sl_finding_new ("witness", witness->id, problem, detail));
  g_free (detail);
}

/* The act of that number; %NULL when the history is shorter. */
static SlAct *
find_act (SlCase *a_case,
          gint64  sequence)
{
  SlQuery query = SL_QUERY_ALL;
  gint64 total = sl_case_count (a_case, SL_LIST_ACTS, &query, NULL);
  g_autoptr (GPtrArray) acts = NULL;

  if (sequence < 1 || sequence > total)
    return NULL;

  query.offset = (guint) (total - sequence);
  query.limit = 1;
  acts = sl_case_list_acts (a_case, &query, NULL);
  return acts != NULL && acts->len > 0 ? g_ptr_array_steal_index (acts, 0) : NULL;
}

static void
check_head (SlCase          *a_case,
            const SlWitness *witness,
            GPtrArray       *findings)
{
  g_autoptr (SlAct) act = find_act (a_case, witness->head_sequence);

  if (act == NULL)
    add (findings, witness, "acts-missing",
         g_strdup_printf (_ ("There was an act %" PRId64 " when %s stamped the history; it is not there any more."), witness->head_sequence, witness->authority));
  else if (act->sequence != witness->head_sequence || g_strcmp0 (act->hash, witness->head_hash) != 0)
    add (findings, witness, "hash-chain",
         g_strdup_printf (_ ("Act %" PRId64 " is another one than when %s stamped the history."), witness->head_sequence, witness->authority));
}

static void
check_stamp (SlCase          *a_case,
             const SlWitness *witness,
             GPtrArray       *findings)
{
  g_autoptr (GBytes) kept = witness->digest != NULL ? sl_case_load_blob (a_case, witness->digest, NULL) : NULL;
  g_autofree char *digest = witness->head_hash != NULL ? g_strdup (witness->head_hash)
                                                       : sl_witness_digest_capture (a_case, witness->capture_id, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlTimestamp) stamp = NULL;

  /* What is missing or damaged is the store's finding. */
  if (kept == NULL || digest == NULL)
    return;

  stamp = sl_timestamp_check (kept, digest, &error);
  if (stamp == NULL)
    add (findings, witness, "timestamp", g_strdup_printf (_ ("The time-stamp of %s does not hold: %s."), witness->authority, error->message));
  if (witness->head_hash != NULL)
    check_head (a_case, witness, findings);
}

/**
 * sl_witness_verify:
 * @findings: (element-type SlFinding): where problems are added
 *
 * Checks all time-stamps of a case again, offline: the signature with its chain, that they are about their capture or act, and
 * that the history still leads to that act.
 *
 * Fails with SL_STORE_ERROR and %G_IO_ERROR_CANCELLED.
 */
gboolean
sl_witness_verify (SlCase        *a_case,
                   GPtrArray     *findings,
                   GCancellable  *cancellable,
                   GError       **error)
{
  SlQuery query = SL_QUERY_ALL;
  g_autoptr (GPtrArray) witnesses = sl_case_list_witnesses (a_case, &query, error);

  for (guint i = 0; witnesses != NULL && i < witnesses->len; i++)
    {
      const SlWitness *witness = g_ptr_array_index (witnesses, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (witness->kind == SL_WITNESS_TIMESTAMP && witness->outcome == SL_WITNESS_CONFIRMED)
        check_stamp (a_case, witness, findings);
    }

  return witnesses != NULL;
}
