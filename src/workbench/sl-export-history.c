/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-export-history.h"

#include "export/sl-json-text.h"
#include "verify/sl-timestamp.h"

/* Acts are walked in pages, so that a long history needs no more memory than its text. */
#define PAGE_ROWS 256

static void
append_line (GString    *text,
             SlJsonText *json)
{
  g_autoptr (GBytes) line = sl_json_text_free_to_bytes (json);

  g_string_append_len (text, g_bytes_get_data (line, NULL), (gssize) g_bytes_get_size (line));
}

static void
add_id (SlJsonText *json,
        const char *name,
        SlId        id)
{
  char buffer[SL_ID_STRING_SIZE];

  sl_json_text_add_string (json, name, sl_id_format (id, buffer));
}

/* The fields from which the hash of an act is computed, in the order in which they are hashed; sql/act.sql says how. */
static void
append_act (GString     *text,
            const SlAct *act,
            GBytes      *changeset)
{
  SlJsonText *json = sl_json_text_new_line ();
  g_autofree char *encoded = changeset != NULL ? g_base64_encode (g_bytes_get_data (changeset, NULL), g_bytes_get_size (changeset)) : NULL;

  sl_json_text_open (json, NULL, '{');
  add_id (json, "id", act->id);
  sl_json_text_add_integer (json, "sequence", act->sequence);
  sl_json_text_add_string (json, "kind", sl_act_kind_to_string (act->kind));
  add_id (json, "about", act->about);
  sl_json_text_add_integer (json, "at", act->at);
  sl_json_text_add_string (json, "by", act->by);
  sl_json_text_add_string (json, "label", act->label);
  sl_json_text_add_string (json, "changeset", encoded);
  sl_json_text_add_string (json, "hash", act->hash);
  sl_json_text_close (json);
  append_line (text, json);
}

static gboolean
append_acts (const SlSelection  *selection,
             gint64              total,
             gint64              done,
             gboolean            with_changes,
             GString            *text,
             GError            **error)
{
  SlQuery query = SL_QUERY_ALL;
  g_autoptr (GPtrArray) acts = NULL;

  /* The list is newest first. */
  query.limit = (guint) MIN (PAGE_ROWS, total - done);
  query.offset = (guint) (total - done - query.limit);
  acts = sl_case_list_acts (selection->a_case, &query, error);
  for (guint i = acts != NULL ? acts->len : 0; i > 0; i--)
    {
      const SlAct *act = g_ptr_array_index (acts, i - 1);
      g_autoptr (GBytes) changeset = with_changes ? sl_case_load_changeset (selection->a_case, act, error) : NULL;

      if (with_changes && changeset == NULL)
        return FALSE;
      append_act (text, act, changeset);
    }
  return acts != NULL;
}

/**
 * sl_export_history:
 * @with_changes: whether what each act changed goes along, so that the hashes can be computed anew without the case
 *
 * Writes the acts of the case, one JSON object a line, oldest first: `history/acts.jsonl`.
 *
 * Fails with SL_STORE_ERROR, SL_EXPORT_ERROR, G_IO_ERROR.
 */
gboolean
sl_export_history (const SlSelection  *selection,
                   gboolean            with_changes,
                   SlZipWriter        *zip,
                   GCancellable       *cancellable,
                   GError            **error)
{
  gint64 total = selection->head != NULL ? selection->head->sequence : 0;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) lines = NULL;

  for (gint64 done = 0; done < total; done += PAGE_ROWS)
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !append_acts (selection, total, done, with_changes, text, error))
      return FALSE;

  lines = g_string_free_to_bytes (g_steal_pointer (&text));
  return sl_zip_writer_add (zip, "history/acts.jsonl", lines, error);
}

static void
append_witness (GString             *text,
                const SlWitness     *witness,
                const SlMemberRange *range,
                const char          *file)
{
  SlJsonText *json = sl_json_text_new_line ();

  sl_json_text_open (json, NULL, '{');
  add_id (json, "id", witness->id);
  sl_json_text_add_string (json, "kind", sl_witness_kind_to_string (witness->kind));
  sl_json_text_add_string (json, "outcome", sl_witness_outcome_to_string (witness->outcome));
  sl_json_text_add_string (json, "authority", witness->authority);
  sl_json_text_add_integer (json, "at", witness->at);
  sl_json_text_add_string (json, "detail", witness->detail);
  if (range != NULL)
    {
      add_id (json, "capture", witness->capture_id);
      sl_json_text_add_integer (json, "offset", (gint64) range->offset);
      sl_json_text_add_integer (json, "length", (gint64) range->bytes);
    }
  if (witness->head_hash != NULL)
    {
      sl_json_text_add_integer (json, "act", witness->head_sequence);
      sl_json_text_add_string (json, "hash", witness->head_hash);
    }
  sl_json_text_add_string (json, "file", file);
  sl_json_text_close (json);
  append_line (text, json);
}

/* A time-stamp goes twice: with its certificates, and as the bare answer that other programs read. */
static gboolean
add_answer (SlZipWriter      *zip,
            const SlWitness  *witness,
            GBytes           *answer,
            const char       *file,
            GError          **error)
{
  g_autofree char *name = NULL;
  g_autoptr (GBytes) reply = NULL;
  char id[SL_ID_STRING_SIZE];

  if (!sl_zip_writer_add (zip, file, answer, error))
    return FALSE;
  if (witness->kind != SL_WITNESS_TIMESTAMP)
    return TRUE;

  name = g_strdup_printf ("witnesses/%s.tsr", sl_id_format (witness->id, id));
  reply = sl_timestamp_get_reply (answer, error);
  return reply != NULL && sl_zip_writer_add (zip, name, reply, error);
}

static gboolean
add_witness (const SlSelection    *selection,
             const SlWitness      *witness,
             const SlMemberRange  *range,
             SlZipWriter          *zip,
             GString              *text,
             GError              **error)
{
  char id[SL_ID_STRING_SIZE];
  g_autofree char *file = NULL;
  g_autoptr (GBytes) answer = NULL;

  if (witness->digest != NULL)
    {
      file = g_strdup_printf ("witnesses/%s.%s", sl_id_format (witness->id, id), witness->kind == SL_WITNESS_TIMESTAMP ? "pem" : "answer");
      answer = sl_case_load_blob (selection->a_case, witness->digest, error);
      if (answer == NULL || !add_answer (zip, witness, answer, file, error))
        return FALSE;
    }
  append_witness (text, witness, range, file);
  return TRUE;
}

/**
 * sl_export_witnesses:
 * @ranges: capture → #SlMemberRange, of those in the web archive
 *
 * Writes what others said about these captures and about the history: a list, one JSON object a line, and each answer, in the
 * folder `witnesses`. Where in the web archive stands what was stamped is said in the list.
 *
 * Fails with SL_STORE_ERROR, SL_EXPORT_ERROR, SL_TIMESTAMP_ERROR, G_IO_ERROR.
 */
gboolean
sl_export_witnesses (const SlSelection  *selection,
                     GHashTable         *ranges,
                     SlZipWriter        *zip,
                     GCancellable       *cancellable,
                     GError            **error)
{
  SlQuery query = SL_QUERY_ALL;
  g_autoptr (GPtrArray) witnesses = sl_case_list_witnesses (selection->a_case, &query, error);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) lines = NULL;

  for (guint i = witnesses != NULL ? witnesses->len : 0; i > 0; i--)
    {
      const SlWitness *witness = g_ptr_array_index (witnesses, i - 1);
      const SlMemberRange *range = g_hash_table_lookup (ranges, &witness->capture_id);

      if (range == NULL && witness->head_hash == NULL)
        continue;
      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !add_witness (selection, witness, range, zip, text, error))
        return FALSE;
    }
  if (witnesses == NULL || text->len == 0)
    return witnesses != NULL;

  lines = g_string_free_to_bytes (g_steal_pointer (&text));
  return sl_zip_writer_add (zip, "witnesses/witnesses.jsonl", lines, error);
}
