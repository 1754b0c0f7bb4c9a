/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "helper/sl-directory.h"

#include <glib/gi18n-lib.h>

#define DEADLINE_USEC (60 * G_USEC_PER_SEC)
#define ENTRIES_TYPE "a(stttuq)"

/**
 * sl_directory_entry_new:
 *
 * Returns: (transfer full): an entry with nothing but its path
 */
SlDirectoryEntry *
sl_directory_entry_new (const char *path)
{
  SlDirectoryEntry *self = g_new0 (SlDirectoryEntry, 1);

  self->path = g_strdup (path);
  return self;
}

/**
 * sl_directory_entry_free:
 * @self: (nullable) (transfer full): an entry
 *
 * Frees an entry.
 */
void
sl_directory_entry_free (SlDirectoryEntry *self)
{
  if (self == NULL)
    return;

  g_free (self->path);
  g_free (self);
}

/**
 * sl_directory_request_from_variant:
 * @end: (out) (transfer full): the end of a file
 * @file_bytes: (out): how long the whole file is
 *
 * Returns: whether @variant is a request to read the list of files of a ZIP file
 */
gboolean
sl_directory_request_from_variant (GVariant  *variant,
                                   GBytes   **end,
                                   guint64   *file_bytes)
{
  g_autoptr (GVariant) bytes = NULL;

  if (!g_variant_is_of_type (variant, G_VARIANT_TYPE_VARDICT) || !g_variant_lookup (variant, "size", "t", file_bytes))
    return FALSE;
  bytes = g_variant_lookup_value (variant, "directory", G_VARIANT_TYPE_BYTESTRING);
  if (bytes == NULL || g_variant_get_size (bytes) > *file_bytes)
    return FALSE;

  *end = g_variant_get_data_as_bytes (bytes);
  return TRUE;
}

/**
 * sl_directory_to_variant:
 * @entries: (element-type SlDirectoryEntry)
 *
 * Returns: (transfer floating): the dictionary that goes back
 */
GVariant *
sl_directory_to_variant (GPtrArray *entries)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (ENTRIES_TYPE));

  for (guint i = 0; i < entries->len; i++)
    {
      const SlDirectoryEntry *entry = g_ptr_array_index (entries, i);

      g_variant_builder_add (&builder, "(stttuq)", entry->path, entry->header, entry->packed_bytes, entry->bytes, entry->checksum, entry->method);
    }
  g_variant_dict_insert_value (&dict, "entries", g_variant_builder_end (&builder));
  return g_variant_dict_end (&dict);
}

static GPtrArray *
read_entries (GVariant *answer)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_directory_entry_free);
  g_autoptr (GVariant) list = g_variant_lookup_value (answer, "entries", G_VARIANT_TYPE (ENTRIES_TYPE));
  GVariantIter iter;
  SlDirectoryEntry one = { 0 };

  if (list == NULL)
    return NULL;

  g_variant_iter_init (&iter, list);
  while (g_variant_iter_next (&iter, "(&stttuq)", &one.path, &one.header, &one.packed_bytes, &one.bytes, &one.checksum, &one.method))
    {
      SlDirectoryEntry *entry = g_memdup2 (&one, sizeof one);

      entry->path = g_strdup (one.path);
      g_ptr_array_add (entries, entry);
    }
  return g_steal_pointer (&entries);
}

/**
 * sl_directory_run:
 * @client: what sl_read_client_new() gave
 * @file: a whole ZIP file, which may be mapped and of any size
 *
 * Has the locked-down reader process read the list of files at the end of a ZIP file (APPNOTE 6.3, ZIP64 included). Only
 * that end is sent. The places are what the list says; whoever uses them looks whether they are in the file.
 *
 * Returns: (transfer full) (nullable) (element-type SlDirectoryEntry): the files; %NULL with %SL_READ_ERROR_UNSUPPORTED
 *   when there is no list that can be read, %SL_HELPER_ERROR or %G_IO_ERROR_CANCELLED
 */
GPtrArray *
sl_directory_run (SlHelperClient  *client,
                  GBytes          *file,
                  GCancellable    *cancellable,
                  GError         **error)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  gsize size = g_bytes_get_size (file);
  gsize sent = MIN (size, SL_DIRECTORY_MAX_BYTES);
  g_autoptr (GBytes) end = g_bytes_new_from_bytes (file, size - sent, sent);
  g_autoptr (GVariant) asked = NULL;
  g_autoptr (GVariant) answer = NULL;
  GPtrArray *entries;

  g_variant_dict_insert (&dict, "size", "t", (guint64) size);
  g_variant_dict_insert_value (&dict, "directory", g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, end, TRUE));
  asked = g_variant_ref_sink (g_variant_dict_end (&dict));
  answer = sl_helper_client_call (client, asked, NULL, NULL, g_get_monotonic_time () + DEADLINE_USEC, cancellable, error);
  if (answer == NULL)
    return NULL;

  entries = read_entries (answer);
  if (entries == NULL)
    g_set_error_literal (error, SL_READ_ERROR, SL_READ_ERROR_INVALID, _ ("The reader gave an answer that makes no sense"));
  return entries;
}
