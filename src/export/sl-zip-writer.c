/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "export/sl-zip-writer.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>

#include "export/sl-export.h"

struct _SlZipWriter
{
  GOutputStream  *output;       /* (owned) */
  GCancellable   *cancellable;  /* (owned) (nullable) */
  struct archive *archive;      /* (owned) */
  GPtrArray      *entries;      /* (owned) (element-type SlZipEntry) */
  GChecksum      *checksum;     /* (owned) (nullable): of the entry that is open */
  guint64         left;         /* bytes that the open entry still lacks */
  GError         *trouble;      /* (owned) (nullable): why the output could not be written */
};

static void
entry_free (gpointer data)
{
  SlZipEntry *entry = data;

  g_free (entry->name);
  g_free (entry->digest);
  g_free (entry);
}

/*
 * Takes all bytes, also when they can no longer be written: libarchive up to 3.8 does not free everything of a writer
 * that failed. What went wrong is seen by check().
 */
static la_ssize_t
write_cb (struct archive *archive,
          void           *data,
          const void     *buffer,
          size_t          length)
{
  SlZipWriter *self = data;

  if (self->output != NULL && self->trouble == NULL
      && !g_cancellable_set_error_if_cancelled (self->cancellable, &self->trouble))
    g_output_stream_write_all (self->output, buffer, length, NULL, self->cancellable, &self->trouble);

  return (la_ssize_t) length;
}

static gboolean
check (SlZipWriter  *self,
       gboolean      went_well,
       GError      **error)
{
  const char *why = archive_error_string (self->archive);

  if (went_well && self->trouble == NULL)
    return TRUE;
  if (self->trouble != NULL)
    g_propagate_error (error, g_error_copy (self->trouble));
  else
    g_set_error (error, SL_EXPORT_ERROR, SL_EXPORT_ERROR_WRITE, _ ("The archive could not be written: %s"), why != NULL ? why : "");
  return FALSE;
}

/**
 * sl_zip_writer_new:
 * @output: where the archive is written; it is not closed
 *
 * Begins an archive.
 *
 * Fails with %SL_EXPORT_ERROR_WRITE.
 *
 * Returns: (transfer full) (nullable): the writer
 */
SlZipWriter *
sl_zip_writer_new (GOutputStream  *output,
                   GCancellable   *cancellable,
                   GError        **error)
{
  g_autoptr (SlZipWriter) self = g_new0 (SlZipWriter, 1);

  self->output = g_object_ref (output);
  g_set_object (&self->cancellable, cancellable);
  self->archive = archive_write_new ();
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  if (archive_write_set_format_zip (self->archive) != ARCHIVE_OK
      || archive_write_zip_set_compression_store (self->archive) != ARCHIVE_OK
      || archive_write_set_bytes_in_last_block (self->archive, 1) != ARCHIVE_OK
      || archive_write_open (self->archive, self, NULL, write_cb, NULL) != ARCHIVE_OK)
    {
      check (self, FALSE, error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * sl_zip_writer_free:
 * @self: (nullable) (transfer full): a writer
 *
 * Frees a writer. An archive that was not finished is of no use.
 */
void
sl_zip_writer_free (SlZipWriter *self)
{
  if (self == NULL)
    return;

  /* First the output goes: libarchive ends the archive as if it were whole. */
  g_clear_object (&self->output);
  g_clear_pointer (&self->archive, archive_write_free);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->checksum, g_checksum_free);
  g_clear_error (&self->trouble);
  g_free (self);
}

/**
 * sl_zip_writer_begin:
 * @name: path in the archive
 * @bytes: how many will be appended
 *
 * Begins a file of the archive.
 *
 * Fails with %SL_EXPORT_ERROR_WRITE and with %G_IO_ERROR.
 */
gboolean
sl_zip_writer_begin (SlZipWriter  *self,
                     const char   *name,
                     guint64       bytes,
                     GError      **error)
{
  SlZipEntry *row = g_new0 (SlZipEntry, 1);
  struct archive_entry *entry = archive_entry_new ();
  int code;

  g_assert (self->checksum == NULL);
  row->name = g_strdup (name);
  row->bytes = bytes;
  g_ptr_array_add (self->entries, row);
  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  self->left = bytes;

  /* No time: libarchive would write it in the zone of this machine. */
  archive_entry_set_pathname_utf8 (entry, name);
  archive_entry_set_size (entry, (la_int64_t) bytes);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  code = archive_write_header (self->archive, entry);
  archive_entry_free (entry);

  return check (self, code == ARCHIVE_OK, error);
}

/**
 * sl_zip_writer_append:
 *
 * Writes more of the file that was begun. Fails as sl_zip_writer_begin() does.
 */
gboolean
sl_zip_writer_append (SlZipWriter  *self,
                      GBytes       *bytes,
                      GError      **error)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  g_assert (self->checksum != NULL && length <= self->left);
  if (length == 0)
    return TRUE;

  g_checksum_update (self->checksum, data, (gssize) length);
  self->left -= length;

  return check (self, archive_write_data (self->archive, data, length) == (la_ssize_t) length, error);
}

/**
 * sl_zip_writer_end:
 *
 * Ends the file that was begun. Fails as sl_zip_writer_begin() does.
 */
gboolean
sl_zip_writer_end (SlZipWriter  *self,
                   GError      **error)
{
  SlZipEntry *row = g_ptr_array_index (self->entries, self->entries->len - 1);

  g_assert (self->checksum != NULL && self->left == 0);
  row->digest = g_strdup (g_checksum_get_string (self->checksum));
  g_clear_pointer (&self->checksum, g_checksum_free);

  return check (self, archive_write_finish_entry (self->archive) == ARCHIVE_OK, error);
}

/**
 * sl_zip_writer_add:
 *
 * Writes a whole file into the archive. Fails as sl_zip_writer_begin() does.
 */
gboolean
sl_zip_writer_add (SlZipWriter  *self,
                   const char   *name,
                   GBytes       *bytes,
                   GError      **error)
{
  return sl_zip_writer_begin (self, name, g_bytes_get_size (bytes), error)
         && sl_zip_writer_append (self, bytes, error)
         && sl_zip_writer_end (self, error);
}

/**
 * sl_zip_writer_get_entries:
 *
 * Returns: (transfer none) (element-type SlZipEntry): what was written so far, in order
 */
GPtrArray *
sl_zip_writer_get_entries (SlZipWriter *self)
{
  return self->entries;
}

/**
 * sl_zip_writer_finish:
 *
 * Writes the directory of the archive, which is whole then. Fails as sl_zip_writer_begin() does.
 */
gboolean
sl_zip_writer_finish (SlZipWriter  *self,
                      GError      **error)
{
  return check (self, archive_write_close (self->archive) == ARCHIVE_OK, error);
}
