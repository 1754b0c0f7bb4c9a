/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/sl-digest.h"
#include "store/sl-case-private.h"
#include "store/sl-entity-private.h"
#include "store/sl-warc-reader.h"

static gboolean
fail (SlDb        *db,
      const char  *what,
      GError     **error)
{
  g_set_error (error, SL_STORE_ERROR, SL_STORE_ERROR_DAMAGED,
               _ ("“%s” is damaged: %s. Verify the case, or restore it from a copy."), sl_db_get_path (db), what);
  return FALSE;
}

/* A member is one record, no more and no less. */
static SlWarcRecord *
load_record (SlDb        *db,
             const char  *digest,
             GError     **error)
{
  g_autoptr (GBytes) member = sl_blob_load (db, digest, error);
  g_autoptr (SlWarcReader) reader = NULL;
  g_autoptr (SlWarcRecord) record = NULL;
  g_autoptr (SlWarcRecord) more = NULL;
  g_autoptr (GError) problem = NULL;

  if (member == NULL)
    return NULL;

  reader = sl_warc_reader_new (member);
  record = sl_warc_reader_next (reader, &problem);
  if (record != NULL)
    more = sl_warc_reader_next (reader, &problem);
  if (record != NULL && more == NULL && problem == NULL)
    return g_steal_pointer (&record);

  fail (db, problem != NULL ? problem->message : _ ("a part of a capture is not one WARC record"), error);
  return NULL;
}

static gboolean
bears_payload (const SlWarcRecord *record)
{
  return record->type == SL_WARC_RESPONSE || record->type == SL_WARC_RESOURCE || record->type == SL_WARC_REVISIT;
}

/* Reads all members, so that a damaged one is noticed wherever it is; the answer is the last that bears a payload. */
static gboolean
find_answer (SlDb             *db,
             const SlCapture  *capture,
             SlWarcRecord    **answer,
             GError          **error)
{
  g_auto (GStrv) digests = g_strsplit (capture->members, " ", -1);

  for (guint i = 0; digests[i] != NULL; i++)
    {
      g_autoptr (SlWarcRecord) record = NULL;

      if (*digests[i] == '\0')
        continue;
      record = load_record (db, digests[i], error);
      if (record == NULL)
        return FALSE;
      if (!bears_payload (record))
        continue;
      g_clear_pointer (answer, sl_warc_record_free);
      *answer = g_steal_pointer (&record);
    }

  return TRUE;
}

static gboolean
has_digest (GBytes     *bytes,
            const char *digest)
{
  g_autofree char *actual = bytes == NULL ? NULL : sl_digest_bytes (bytes);

  return g_strcmp0 (actual, digest) == 0;
}

/* What could not be decoded when it was captured counts as it came over the wire, and what is no whole message as all
 * that came. */
static GBytes *
dup_content (SlDb                *db,
             const SlCapture     *capture,
             const SlWarcRecord  *answer,
             GError             **error)
{
  g_autoptr (GBytes) decoded = sl_warc_record_get_payload (answer, NULL);
  g_autoptr (GBytes) wire = NULL;

  if (has_digest (decoded, capture->payload_digest))
    return g_steal_pointer (&decoded);
  wire = sl_warc_record_get_wire_payload (answer, NULL);
  if (has_digest (wire, capture->payload_digest))
    return g_steal_pointer (&wire);
  if (has_digest (answer->block, capture->payload_digest))
    return g_bytes_ref (answer->block);

  fail (db, _ ("the content of a capture is not what its digest says"), error);
  return NULL;
}

static GPtrArray *
list_same (SlDb        *db,
           const char  *payload_digest,
           GError     **error)
{
  g_autoptr (GPtrArray) captures = g_ptr_array_new_with_free_func (sl_entity_capture.free);
  g_autoptr (GString) sql = g_string_new ("SELECT ");
  g_autoptr (SlDbCursor) rows = NULL;
  SlDbStep step;

  sl_entity_append_columns (&sl_entity_capture, sql);
  g_string_append (sql, " FROM capture WHERE payload_digest = ? ORDER BY captured_at_usec, id");
  rows = sl_db_query (db, error, sql->str, "t", payload_digest);
  if (rows == NULL)
    return NULL;

  while ((step = sl_db_step (db, rows, error)) == SL_DB_ROW)
    {
      SlCapture *capture = sl_entity_read (&sl_entity_capture, db, rows, error);

      if (capture == NULL)
        return NULL;
      g_ptr_array_add (captures, capture);
    }
  return step == SL_DB_DONE ? g_steal_pointer (&captures) : NULL;
}

/* A revisit: the content stands in an earlier capture of the same digest. */
static GBytes *
load_elsewhere (SlDb             *db,
                const SlCapture  *capture,
                GError          **error)
{
  g_autoptr (GPtrArray) same = list_same (db, capture->payload_digest, error);

  for (guint i = 0; same != NULL && i < same->len; i++)
    {
      g_autoptr (SlWarcRecord) answer = NULL;
      GBytes *content;

      if (!find_answer (db, g_ptr_array_index (same, i), &answer, NULL) || answer == NULL || answer->type == SL_WARC_REVISIT)
        continue;
      content = dup_content (db, capture, answer, NULL);
      if (content != NULL)
        return content;
    }

  if (same != NULL)
    fail (db, _ ("the capture that holds the content of a later one is missing"), error);
  return NULL;
}

/**
 * sl_payload_load:
 *
 * Does what sl_case_load_payload() says, and reads every member of the capture.
 *
 * Returns: (transfer full) (nullable): the content, which has the digest that the capture names
 */
GBytes *
sl_payload_load (SlDb             *db,
                 const SlCapture  *capture,
                 GError          **error)
{
  g_autoptr (SlWarcRecord) answer = NULL;
  g_autoptr (GBytes) nothing = NULL;

  if (!find_answer (db, capture, &answer, error))
    return NULL;
  if (answer != NULL && answer->type == SL_WARC_REVISIT)
    return load_elsewhere (db, capture, error);
  if (answer != NULL)
    return dup_content (db, capture, answer, error);

  /* A fetch that brought nothing is a capture of nothing. */
  nothing = g_bytes_new (NULL, 0);
  if (has_digest (nothing, capture->payload_digest))
    return g_steal_pointer (&nothing);
  fail (db, _ ("a capture has lost its content"), error);
  return NULL;
}

/**
 * sl_case_load_payload:
 *
 * Loads the content of a capture, transfer and content codings removed, and compares all digests on
 * the way.
 *
 * Fails with %SL_STORE_ERROR_NOT_FOUND or %SL_STORE_ERROR_DAMAGED.
 *
 * Returns: (transfer full) (nullable): the content
 */
GBytes *
sl_case_load_payload (SlCase  *self,
                      SlId     capture_id,
                      GError **error)
{
  g_autoptr (SlCapture) capture = NULL;

  g_return_val_if_fail (SL_IS_CASE (self), NULL);

  SL_CASE_LOCK (self);
  capture = sl_case_get_capture (self, capture_id, error);
  return capture == NULL ? NULL : sl_payload_load (self->db, capture, error);
}
