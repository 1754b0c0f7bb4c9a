/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-witness-copies.h"

#include <string.h>

#include "store/sl-http-message.h"
#include "verify/sl-memento.h"

/* More than an answer may have had when it came. */
#define MAX_ANSWER_BYTES (16 * 1024 * 1024)

static void
copy_free (gpointer data)
{
  g_free (((SlWitnessCopy *) data)->url);
  g_free (data);
}

static int
compare_copies (gconstpointer a,
                gconstpointer b)
{
  const SlWitnessCopy *first = *(SlWitnessCopy *const *) a;
  const SlWitnessCopy *second = *(SlWitnessCopy *const *) b;

  return first->at < second->at ? -1 : first->at > second->at;
}

/* The body without its codings. */
static GBytes *
read_body (const SlHttpMessage  *message,
           GBytes               *answer,
           GError              **error)
{
  const char *coding = sl_http_message_get_header (message, "Content-Encoding");
  g_autoptr (GBytes) body = sl_http_message_get_body (message, answer, MAX_ANSWER_BYTES, error);

  if (body == NULL || coding == NULL)
    return g_steal_pointer (&body);
  return sl_http_decode (body, coding, MAX_ANSWER_BYTES, error);
}

/* What headers name counts before what the body does, as when it was asked for. */
static GPtrArray *
read_mementos (GBytes  *answer,
               GError **error)
{
  g_autoptr (SlHttpMessage) message = sl_http_message_parse (answer, error);
  const char *link = message != NULL ? sl_http_message_get_header (message, "Link") : NULL;
  g_autoptr (GPtrArray) named = link != NULL ? sl_memento_parse (link, strlen (link)) : NULL;
  g_autoptr (GBytes) body = NULL;
  const char *text = NULL;
  gsize length = 0;

  if (message == NULL || (named != NULL && named->len > 0))
    return g_steal_pointer (&named);
  body = read_body (message, answer, error);
  if (body == NULL)
    return NULL;
  text = g_bytes_get_data (body, &length);
  return sl_memento_parse (text != NULL ? text : "", length);
}

/**
 * sl_witness_list_copies:
 * @witness: what an archive said
 *
 * Reads in the kept answer of an archive which copies it names. A witness of another kind, or without copies, names none.
 *
 * Fails with SL_STORE_ERROR.
 *
 * Returns: (transfer full) (nullable) (element-type SlWitnessCopy): earliest first
 */
GPtrArray *
sl_witness_list_copies (SlCase           *a_case,
                        const SlWitness  *witness,
                        GError          **error)
{
  g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func (copy_free);
  g_autoptr (GBytes) answer = NULL;
  g_autoptr (GPtrArray) mementos = NULL;

  if (witness->kind == SL_WITNESS_TIMESTAMP || witness->outcome != SL_WITNESS_CONFIRMED || witness->digest == NULL)
    return g_steal_pointer (&copies);
  answer = sl_case_load_blob (a_case, witness->digest, error);
  mementos = answer != NULL ? read_mementos (answer, error) : NULL;
  if (mementos == NULL)
    return NULL;
  for (guint i = 0; i < mementos->len; i++)
    {
      const SlMemento *memento = g_ptr_array_index (mementos, i);
      SlWitnessCopy *copy = g_new (SlWitnessCopy, 1);

      *copy = (SlWitnessCopy) { memento->at, g_strdup (memento->url) };
      g_ptr_array_add (copies, copy);
    }
  g_ptr_array_sort (copies, compare_copies);
  return g_steal_pointer (&copies);
}
