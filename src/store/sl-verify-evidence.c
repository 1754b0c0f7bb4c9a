/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <inttypes.h>

#include <glib/gi18n-lib.h>

#include "core/sl-digest.h"
#include "store/sl-entity-private.h"
#include "store/sl-verify-private.h"

static gboolean
check_blobs (SlVerifier  *self,
             GError     **error)
{
  g_autoptr (SlDbCursor) rows = sl_db_query (self->db, error, "SELECT digest, bytes FROM blob", "");
  SlDbStep step;

  if (rows == NULL)
    return FALSE;

  while ((step = sl_db_step (self->db, rows, error)) == SL_DB_ROW)
    {
      const char *digest = (const char *) sqlite3_column_text (rows, 0);
      g_autoptr (GBytes) bytes = sl_db_get_bytes (rows, 1);
      g_autofree char *actual = sl_digest_bytes (bytes);

      if (g_strcmp0 (actual, digest) != 0)
        sl_verifier_add (self, "blob", SL_ID_NONE, "digest",
                         _ ("The content stored as %s is another one (%s)."), digest == NULL ? "" : digest, actual);
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
    }

  return step == SL_DB_DONE;
}

/* Reads every row of an entity and has it looked at; damage in one row does not end the walk. */
static gboolean
walk (SlVerifier *self,
      const SlEntity *entity,
      gboolean (*check) (SlVerifier *, gpointer, GError **),
      GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT ");
  g_autoptr (SlDbCursor) rows = NULL;
  SlDbStep step;

  sl_entity_append_columns (entity, sql);
  g_string_append_printf (sql, " FROM %s ORDER BY %s.id", entity->table, entity->table);
  rows = sl_db_query (self->db, error, sql->str, "");
  if (rows == NULL)
    return FALSE;

  while ((step = sl_db_step (self->db, rows, error)) == SL_DB_ROW)
    {
      SlId id = sqlite3_column_int64 (rows, 0);
      g_autoptr (GError) trouble = NULL;
      gpointer item = sl_entity_read (entity, self->db, rows, &trouble);

      if (item != NULL)
        {
          check (self, item, &trouble);
          entity->free (item);
        }
      if (!sl_verifier_note (self, entity->table, id, "digest", g_steal_pointer (&trouble), error) || g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
    }

  return step == SL_DB_DONE;
}

static gboolean
check_capture (SlVerifier  *self,
               gpointer     item,
               GError     **error)
{
  const SlCapture *capture = item;
  g_autoptr (GBytes) payload = sl_payload_load (self->db, capture, error);

  if (payload == NULL)
    return FALSE;
  if ((gint64) g_bytes_get_size (payload) != capture->payload_bytes)
    sl_verifier_add (self, "capture", capture->id, "digest",
                     _ ("The content of a capture has %zu bytes, not %" PRId64 "."),
                     g_bytes_get_size (payload), capture->payload_bytes);
  return TRUE;
}

static gboolean
check_document (SlVerifier  *self,
                gpointer     item,
                GError     **error)
{
  const SlDocument *document = item;
  g_autoptr (GBytes) text = sl_blob_load (self->db, document->text_digest, error);
  g_autoptr (GBytes) map = NULL;
  const char *data;
  gsize length;

  if (text == NULL)
    return FALSE;
  if (document->map_digest != NULL)
    {
      map = sl_blob_load (self->db, document->map_digest, error);
      if (map == NULL)
        return FALSE;
    }

  data = g_bytes_get_data (text, &length);
  if (length > 0 && !g_utf8_validate (data, (gssize) length, NULL))
    sl_verifier_add (self, "document", document->id, "digest", _ ("The text of a document is no text."));
  else if (document->length_cp != (length == 0 ? 0 : g_utf8_strlen (data, (gssize) length)))
    sl_verifier_add (self, "document", document->id, "digest", _ ("The text of a document has another length than stated."));
  return TRUE;
}

/* Every digest by which a row refers to a content beside its own bytes. */
static const struct
{
  const char *table;
  const char *column;
} references[] = {
  { "document", "document.facts_digest" },
  { "passage_check", "passage_check.old_text_digest" },
  { "passage_check", "passage_check.new_text_digest" },
  { "witness", "witness.digest" },
};

static gboolean
check_reference (SlVerifier  *self,
                 const char  *table,
                 const char  *column,
                 GError     **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id, %s FROM %s WHERE %s NOT IN (SELECT digest FROM blob)", column, table, column);
  g_autoptr (SlDbCursor) rows = sl_db_query (self->db, error, sql, "");
  SlDbStep step;

  if (rows == NULL)
    return FALSE;

  while ((step = sl_db_step (self->db, rows, error)) == SL_DB_ROW)
    sl_verifier_add (self, g_str_equal (table, "passage_check") ? "check" : table, sqlite3_column_int64 (rows, 0), "digest",
                     _ ("The content %s, to which a row of %s refers, is not there."), (const char *) sqlite3_column_text (rows, 1), table);
  return step == SL_DB_DONE;
}

static gboolean
check_references (SlVerifier  *self,
                  GError     **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (references); i++)
    {
      if (!check_reference (self, references[i].table, references[i].column, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * sl_verifier_check_evidence:
 *
 * Compares contents with their digests, captures with their records and documents with their texts.
 *
 * Returns: whether verification can go on
 */
gboolean
sl_verifier_check_evidence (SlVerifier  *self,
                            GError     **error)
{
  return check_blobs (self, error) && walk (self, &sl_entity_capture, check_capture, error) && walk (self, &sl_entity_document, check_document, error) && check_references (self, error);
}
