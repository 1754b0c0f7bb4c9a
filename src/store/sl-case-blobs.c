/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/sl-digest.h"
#include "store/sl-case-private.h"

/**
 * sl_case_store_blob:
 * @digest: SHA-256 of @bytes
 *
 * Stores a content under its digest; what is there already stays as it is.
 *
 * Returns: whether it is in the case
 */
gboolean
sl_case_store_blob (SlCase      *self,
                    const char  *digest,
                    GBytes      *bytes,
                    GError     **error)
{
  gint64 found = 0;

  if (g_bytes_get_size (bytes) > SL_DB_MAX_BYTES)
    {
      g_set_error (error, SL_STORE_ERROR, SL_STORE_ERROR_IO,
                   _ ("A content of %zu bytes is too large for a case. Add a smaller part of it."),
                   g_bytes_get_size (bytes));
      return FALSE;
    }

  return sl_db_get_int64 (self->db, &found, error, "SELECT 1 FROM blob WHERE digest = ?", "t", digest) && (found || sl_db_run (self->db, error, "INSERT INTO blob (digest, bytes) VALUES (?, ?)", "tb", digest, bytes));
}

/**
 * sl_case_add_blob:
 *
 * Stores a content to which a row will refer by its digest; the same content is stored once. Only within an act.
 *
 * Fails with %SL_STORE_ERROR_IO, also for a content too large for a case.
 *
 * Returns: (transfer full) (nullable): its digest
 */
char *
sl_case_add_blob (SlCase  *self,
                  GBytes  *bytes,
                  GError **error)
{
  g_autofree char *digest = NULL;

  g_return_val_if_fail (SL_IS_CASE (self) && bytes != NULL, NULL);

  SL_CASE_LOCK (self);
  if (sl_case_get_db_for_act (self, error) == NULL)
    return NULL;

  digest = sl_digest_bytes (bytes);
  return sl_case_store_blob (self, digest, bytes, error) ? g_steal_pointer (&digest) : NULL;
}

static GBytes *
read_blob (SlDb        *db,
           const char  *digest,
           GError     **error)
{
  g_autoptr (SlDbCursor) row = sl_db_query (db, error, "SELECT bytes FROM blob WHERE digest = ?", "t", digest);
  SlDbStep step;

  if (row == NULL)
    return NULL;

  step = sl_db_step (db, row, error);
  if (step == SL_DB_DONE)
    g_set_error (error, SL_STORE_ERROR, SL_STORE_ERROR_NOT_FOUND,
                 _ ("“%s” has no content with the digest %s. Restore it from a copy."), sl_db_get_path (db), digest);
  return step == SL_DB_ROW ? sl_db_get_bytes (row, 0) : NULL;
}

/**
 * sl_blob_load:
 *
 * Does what sl_case_load_blob() says.
 *
 * Returns: (transfer full) (nullable): the bytes
 */
GBytes *
sl_blob_load (SlDb        *db,
              const char  *digest,
              GError     **error)
{
  g_autoptr (GBytes) bytes = read_blob (db, digest, error);
  g_autofree char *actual = NULL;

  if (bytes == NULL)
    return NULL;

  actual = sl_digest_bytes (bytes);
  if (g_str_equal (actual, digest))
    return g_steal_pointer (&bytes);

  g_set_error (error, SL_STORE_ERROR, SL_STORE_ERROR_DAMAGED,
               _ ("“%s” is damaged: the content %s is not what was stored. Restore it from a copy."),
               sl_db_get_path (db), digest);
  return NULL;
}

/**
 * sl_case_load_blob:
 *
 * Loads a content and compares it with its digest.
 *
 * Fails with %SL_STORE_ERROR_NOT_FOUND or %SL_STORE_ERROR_DAMAGED.
 *
 * Returns: (transfer full) (nullable): the bytes
 */
GBytes *
sl_case_load_blob (SlCase      *self,
                   const char  *digest,
                   GError     **error)
{
  g_return_val_if_fail (SL_IS_CASE (self) && digest != NULL, NULL);

  SL_CASE_LOCK (self);
  SlDb *db = sl_case_get_db (self, error);
  return db == NULL ? NULL : sl_blob_load (db, digest, error);
}

/**
 * sl_case_load_text:
 *
 * Loads the readable text of a document and compares it with its digest.
 *
 * Fails with %SL_STORE_ERROR_NOT_FOUND or %SL_STORE_ERROR_DAMAGED.
 *
 * Returns: (transfer full) (nullable): the text, valid UTF-8
 */
char *
sl_case_load_text (SlCase  *self,
                   SlId     document_id,
                   GError **error)
{
  g_autoptr (SlDocument) document = sl_case_get_document (self, document_id, error);
  g_autoptr (GBytes) bytes = NULL;
  const char *data;
  gsize length;

  if (document == NULL)
    return NULL;
  bytes = sl_case_load_blob (self, document->text_digest, error);
  if (bytes == NULL)
    return NULL;

  data = g_bytes_get_data (bytes, &length);
  if (length == 0 || g_utf8_validate (data, (gssize) length, NULL))
    return g_strndup (data == NULL ? "" : data, length);

  g_set_error (error, SL_STORE_ERROR, SL_STORE_ERROR_DAMAGED,
               _ ("“%s” is damaged: a document's text is no text. Restore it from a copy."), self->path);
  return NULL;
}

/**
 * sl_case_load_map:
 *
 * Loads the serialised map from text to capture of a document and compares it with its digest.
 *
 * Fails with %SL_STORE_ERROR_NOT_FOUND, also when the document needs no map, or %SL_STORE_ERROR_DAMAGED.
 *
 * Returns: (transfer full) (nullable): the map
 */
GBytes *
sl_case_load_map (SlCase  *self,
                  SlId     document_id,
                  GError **error)
{
  g_autoptr (SlDocument) document = sl_case_get_document (self, document_id, error);

  if (document == NULL)
    return NULL;
  if (document->map_digest != NULL)
    return sl_case_load_blob (self, document->map_digest, error);

  g_set_error_literal (error, SL_STORE_ERROR, SL_STORE_ERROR_NOT_FOUND,
                       _ ("The document has no map: its text is the capture itself."));
  return NULL;
}
