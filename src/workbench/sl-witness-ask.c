/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-witness-ask.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "helper/sl-fetch.h"
#include "store/sl-http-message.h"
#include "verify/sl-memento.h"
#include "verify/sl-timestamp.h"

/* Answers are short; a list of copies can be long. */
#define MAX_ANSWER_BYTES (8 * 1024 * 1024)

static char *
format_utc (gint64 at)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (at);

  return moment != NULL ? g_date_time_format (moment, "%Y-%m-%d %H:%M:%S UTC") : g_strdup ("");
}

static void
conclude (SlWitness        *witness,
          SlWitnessOutcome  outcome,
          char             *detail)
{
  witness->outcome = outcome;
  g_free (witness->detail);
  witness->detail = detail;
}

/* Whether there is an answer to read; what is none is told from what refuses. */
static gboolean
has_answer (SlWitness     *witness,
            const SlFetch *fetch,
            const GError  *trouble)
{
  guint status;

  if (trouble != NULL)
    {
      conclude (witness, SL_WITNESS_FAILED, g_strdup (trouble->message));
      return FALSE;
    }

  status = sl_fetch_get_last_hop (fetch)->status;
  if (status == 404 && witness->kind == SL_WITNESS_MEMENTO)
    conclude (witness, SL_WITNESS_NONE, g_strdup (_ ("The archive has no copy of this address.")));
  else if (status == 401 || status == 403 || status == 429 || status == 451)
    conclude (witness, SL_WITNESS_REFUSED, g_strdup_printf (_ ("It was refused: status %u."), status));
  else if (status < 200 || status >= 300)
    conclude (witness, SL_WITNESS_FAILED, g_strdup_printf (_ ("The answer is no answer: status %u."), status));
  else
    return TRUE;

  return FALSE;
}

static SlFetch *
fetch (SlWorkbench           *self,
       const SlFetchRequest  *request,
       SlWitness             *witness,
       GCancellable          *cancellable,
       GError               **error)
{
  g_autoptr (SlFetch) answer = NULL;
  g_autoptr (GError) trouble = NULL;

  sl_fetch_run (sl_workbench_get_helpers (self)->fetcher, request, NULL, NULL, &answer, cancellable, &trouble);
  witness->at = sl_workbench_now ();
  if (g_error_matches (trouble, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&trouble));
      return NULL;
    }

  return has_answer (witness, answer, trouble) ? g_steal_pointer (&answer) : NULL;
}

static void
take_stamp (SlCase      *a_case,
            SlWitness   *witness,
            GBytes      *request,
            GBytes      *reply,
            const char  *digest,
            GBytes     **kept)
{
  g_autofree char *trust = sl_witness_dup_trust (a_case);
  g_autoptr (SlTimestamp) stamp = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *when = NULL;

  *kept = sl_timestamp_take_reply (request, reply, digest, trust, &stamp, &error);
  if (*kept == NULL)
    {
      gboolean refused = g_error_matches (error, SL_TIMESTAMP_ERROR, SL_TIMESTAMP_ERROR_REFUSED);

      conclude (witness, refused ? SL_WITNESS_REFUSED : SL_WITNESS_FAILED, g_strdup (error->message));
      return;
    }

  when = format_utc (stamp->at);
  conclude (witness, SL_WITNESS_CONFIRMED, g_strdup_printf (_ ("Existed at %s, signed by %s, vouched for by %s."), when, stamp->signer, stamp->root));
}

static gboolean
ask_for_stamp (SlWorkbench          *self,
               const SlWitnessStep  *step,
               SlFetchRequest       *request,
               SlWitness            *witness,
               GBytes              **kept,
               GCancellable         *cancellable,
               GError              **error)
{
  const char *digest = step->digest != NULL ? step->digest : witness->head_hash;
  g_autoptr (GBytes) query = sl_timestamp_make_request (digest, error);
  g_autoptr (GError) trouble = NULL;
  g_autoptr (SlFetch) answer = NULL;

  if (query == NULL)
    return FALSE;

  request->body = g_bytes_get_data (query, &request->body_bytes);
  request->body_type = "application/timestamp-query";
  request->max_redirects = 0;
  answer = fetch (self, request, witness, cancellable, &trouble);
  if (trouble != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&trouble));
      return FALSE;
    }

  if (answer != NULL)
    take_stamp (sl_workbench_get_case (self), witness, query, answer->body, digest, kept);
  return TRUE;
}

/* What the last response says of copies in its headers, as TimeGates and mementos do (RFC 7089, 2). */
static GPtrArray *
read_headers (const SlFetch *answer)
{
  const SlFetchHop *hop = sl_fetch_get_last_hop (answer);
  g_autoptr (SlHttpMessage) message = hop->response != NULL ? sl_http_message_parse (hop->response, NULL) : NULL;
  const char *link = message != NULL ? sl_http_message_get_header (message, "Link") : NULL;
  GPtrArray *mementos = sl_memento_parse (link != NULL ? link : "", link != NULL ? strlen (link) : 0);
  gint64 at;

  if (message == NULL || !sl_memento_parse_date (sl_http_message_get_header (message, "Memento-Datetime"), &at))
    return mementos;

  /* The response is a copy itself: that is the one that counts. */
  g_ptr_array_set_size (mementos, 0);
  g_ptr_array_add (mementos, g_new (SlMemento, 1));
  *(SlMemento *) g_ptr_array_index (mementos, 0) = (SlMemento) { at, g_strdup (answer->final_url) };
  return mementos;
}

static GPtrArray *
read_mementos (const SlFetch *answer)
{
  g_autoptr (GPtrArray) mementos = read_headers (answer);
  gsize length;
  const char *body = g_bytes_get_data (answer->body, &length);

  return mementos->len > 0 || length == 0 ? g_steal_pointer (&mementos) : sl_memento_parse (body, length);
}

static void
conclude_mementos (SlWitness           *witness,
                   const SlWitnessStep *step,
                   GPtrArray           *mementos)
{
  const SlMemento *first = g_ptr_array_index (mementos, 0);
  const SlMemento *last = first;
  guint earlier = 0;
  g_autofree char *began = NULL;
  g_autofree char *ended = NULL;

  for (guint i = 0; i < mementos->len; i++)
    {
      const SlMemento *memento = g_ptr_array_index (mementos, i);

      first = memento->at < first->at ? memento : first;
      last = memento->at >= last->at ? memento : last;
      earlier += memento->at < step->captured_at / G_USEC_PER_SEC;
    }

  began = format_utc (first->at);
  ended = format_utc (last->at);
  conclude (witness, SL_WITNESS_CONFIRMED,
            g_strdup_printf (_ ("%u copies named, %u of them older than this capture; the first of %s (%s), the last of %s (%s)."),
                             mementos->len, earlier, began, first->url, ended, last->url));
}

static gboolean
ask_archive (SlWorkbench          *self,
             const SlWitnessStep  *step,
             SlFetchRequest       *request,
             SlWitness            *witness,
             GBytes              **kept,
             GCancellable         *cancellable,
             GError              **error)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (step->captured_at / G_USEC_PER_SEC);
  g_autofree char *wanted = moment != NULL ? g_date_time_format (moment, "%a, %d %b %Y %H:%M:%S GMT") : NULL;
  g_autoptr (GError) trouble = NULL;
  g_autoptr (SlFetch) answer = NULL;
  g_autoptr (GPtrArray) mementos = NULL;

  request->accept_datetime = step->kind == SL_WITNESS_MEMENTO ? wanted : NULL;
  answer = fetch (self, request, witness, cancellable, &trouble);
  if (trouble != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&trouble));
      return FALSE;
    }
  if (answer == NULL)
    return TRUE;

  mementos = read_mementos (answer);
  *kept = g_bytes_ref (sl_fetch_get_last_hop (answer)->response);
  if (mementos->len > 0)
    conclude_mementos (witness, step, mementos);
  else if (step->kind == SL_WITNESS_MEMENTO)
    conclude (witness, SL_WITNESS_NONE, g_strdup (_ ("The archive names no copy of this address.")));
  else
    conclude (witness, SL_WITNESS_FAILED, g_strdup (_ ("The archive does not say that it made a copy.")));
  return TRUE;
}

/**
 * sl_witness_ask:
 * @step: the question
 * @typed: whether the person typed the authority's address for this run
 * @kept: (out) (nullable) (transfer full): what is kept of the answer
 *
 * Asks somebody outside. Whatever goes wrong there is an outcome, not an error.
 *
 * Fails with %G_IO_ERROR_CANCELLED and SL_STORE_ERROR.
 *
 * Returns: (transfer full) (nullable): what came of it, not stored yet
 */
SlWitness *
sl_witness_ask (SlWorkbench          *self,
                const SlWitnessStep  *step,
                gboolean              typed,
                GBytes              **kept,
                GCancellable         *cancellable,
                GError              **error)
{
  g_autoptr (SlWitness) witness = sl_witness_new ();
  SlFetchRequest request = SL_FETCH_REQUEST_INIT (step->address);
  SlQuery query = SL_QUERY_ALL;
  g_autoptr (GPtrArray) acts = NULL;

  *kept = NULL;
  request.allow_private = typed;
  request.max_bytes = MAX_ANSWER_BYTES;
  witness->kind = step->kind;
  witness->capture_id = step->capture_id;
  witness->authority = g_strdup (step->authority);
  query.limit = 1;
  acts = sl_case_list_acts (sl_workbench_get_case (self), &query, error);
  if (acts == NULL)
    return NULL;
  if (step->capture_id == SL_ID_NONE)
    {
      const SlAct *head = g_ptr_array_index (acts, 0);

      witness->head_sequence = head->sequence;
      witness->head_hash = g_strdup (head->hash);
    }

  if (step->kind == SL_WITNESS_TIMESTAMP ? !ask_for_stamp (self, step, &request, witness, kept, cancellable, error)
                                         : !ask_archive (self, step, &request, witness, kept, cancellable, error))
    return NULL;

  return g_steal_pointer (&witness);
}
