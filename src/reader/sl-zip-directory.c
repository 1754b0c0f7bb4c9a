/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/sl-zip-directory.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Signatures and lengths of what APPNOTE 6.3 calls end of central directory, its ZIP64 forms, and file header. */
#define END_SIGNATURE 0x06054b50
#define END_BYTES 22
#define LOCATOR_SIGNATURE 0x07064b50
#define LOCATOR_BYTES 20
#define END64_SIGNATURE 0x06064b50
#define END64_BYTES 56
#define ENTRY_SIGNATURE 0x02014b50
#define ENTRY_BYTES 46

#define MAX_COMMENT_BYTES 65535
#define MAX_ENTRIES 10000
#define MAX_PATH_BYTES 1024

#define FLAG_ENCRYPTED 1

/* A stretch of the file's end. */
typedef struct
{
  const guint8 *data;    /* (unowned) */
  gsize         length;
  guint64       start;   /* where in the file it begins */
} End;

static guint16
read16 (const guint8 *at)
{
  return (guint16) (at[0] | at[1] << 8);
}

static guint32
read32 (const guint8 *at)
{
  return read16 (at) | (guint32) read16 (at + 2) << 16;
}

static guint64
read64 (const guint8 *at)
{
  return read32 (at) | (guint64) read32 (at + 4) << 32;
}

/* Bytes at a place in the file; NULL where they are not in the stretch. */
static const guint8 *
get (const End *self,
     guint64    place,
     gsize      length)
{
  if (place < self->start || place - self->start > self->length || length > self->length - (place - self->start))
    return NULL;

  return self->data + (place - self->start);
}

/* The last one counts whose comment reaches to the end of the file. */
static const guint8 *
find_end (const End *self)
{
  for (gsize back = END_BYTES; back <= MIN (self->length, END_BYTES + MAX_COMMENT_BYTES); back++)
    {
      const guint8 *at = self->data + self->length - back;

      if (read32 (at) == END_SIGNATURE && read16 (at + 20) == back - END_BYTES)
        return at;
    }
  return NULL;
}

/* Where the list begins, and how long it is. */
static gboolean
find_list (const End *self,
           guint64   *place,
           guint64   *length)
{
  const guint8 *end = find_end (self);
  const guint8 *locator = end != NULL && end - self->data >= LOCATOR_BYTES ? end - LOCATOR_BYTES : NULL;
  const guint8 *large = NULL;

  if (end == NULL)
    return FALSE;

  *length = read32 (end + 12);
  *place = read32 (end + 16);
  if (locator != NULL && read32 (locator) == LOCATOR_SIGNATURE)
    large = get (self, read64 (locator + 8), END64_BYTES);
  if (large != NULL && read32 (large) == END64_SIGNATURE)
    {
      *length = read64 (large + 40);
      *place = read64 (large + 48);
    }
  return TRUE;
}

/* The fields that do not fit stand in an extra one, in this order, and only those. */
static gboolean
read_large_fields (SlDirectoryEntry *entry,
                   const guint8     *extra,
                   gsize             left)
{
  guint64 *fields[] = { &entry->bytes, &entry->packed_bytes, &entry->header };

  while (left >= 4 && read16 (extra) != 1)
    {
      gsize length = 4u + read16 (extra + 2);

      if (length > left)
        return FALSE;
      extra += length;
      left -= length;
    }
  left = left >= 4 ? MIN (left - 4, read16 (extra + 2)) : 0;
  extra += 4;
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (*fields[i] != G_MAXUINT32)
        continue;
      if (left < 8)
        return FALSE;
      *fields[i] = read64 (extra);
      extra += 8;
      left -= 8;
    }
  return TRUE;
}

static SlDirectoryEntry *
read_entry (const guint8 *at,
            gsize         name_bytes,
            gsize         extra_bytes)
{
  g_autofree char *path = g_utf8_make_valid ((const char *) at + ENTRY_BYTES, (gssize) name_bytes);
  g_autoptr (SlDirectoryEntry) entry = sl_directory_entry_new (path);

  entry->method = read16 (at + 8 + 2);
  entry->checksum = read32 (at + 16);
  entry->packed_bytes = read32 (at + 20);
  entry->bytes = read32 (at + 24);
  entry->header = read32 (at + 42);
  if (!read_large_fields (entry, at + ENTRY_BYTES + name_bytes, extra_bytes))
    return NULL;

  return g_steal_pointer (&entry);
}

static gboolean
is_readable (const SlDirectoryEntry *entry,
             guint64                 file_bytes)
{
  return entry->header < file_bytes && entry->packed_bytes <= file_bytes - entry->header
         && (entry->method != SL_DIRECTORY_STORED || entry->bytes == entry->packed_bytes);
}

static gboolean
read_list (const guint8 *at,
           gsize         left,
           guint64       file_bytes,
           GPtrArray    *entries)
{
  guint64 all_bytes = 0;

  while (left >= ENTRY_BYTES && read32 (at) == ENTRY_SIGNATURE && entries->len < MAX_ENTRIES)
    {
      gsize name_bytes = read16 (at + 28), extra_bytes = read16 (at + 30);
      gsize length = ENTRY_BYTES + name_bytes + extra_bytes + read16 (at + 32);
      SlDirectoryEntry *entry = length <= left && name_bytes <= MAX_PATH_BYTES ? read_entry (at, name_bytes, extra_bytes) : NULL;

      if (entry == NULL)
        return FALSE;
      g_ptr_array_add (entries, entry);
      /* Files that lie over each other are no files: each byte would be read many times. */
      if (!is_readable (entry, file_bytes) || (read16 (at + 8) & FLAG_ENCRYPTED) != 0 || (all_bytes += entry->packed_bytes) > file_bytes)
        return FALSE;
      at += length;
      left -= length;
    }
  return left == 0;
}

/**
 * sl_zip_directory_read:
 * @end: the end of a ZIP file
 * @file_bytes: how long the whole file is
 *
 * Reads the list of files at the end of a ZIP file. All places in it lie in the file.
 *
 * Fails with %SL_READ_ERROR_UNSUPPORTED when it is not there, not whole, longer than @end, when files lie over each other
 * or are encrypted.
 *
 * Returns: (transfer full) (nullable) (element-type SlDirectoryEntry): the files
 */
GPtrArray *
sl_zip_directory_read (GBytes   *end,
                       guint64   file_bytes,
                       GError  **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_directory_entry_free);
  End stretch = { 0 };
  guint64 place, length;
  const guint8 *list;

  stretch.data = g_bytes_get_data (end, &stretch.length);
  stretch.start = file_bytes - stretch.length;
  list = find_list (&stretch, &place, &length) ? get (&stretch, place, length) : NULL;
  if (list != NULL && read_list (list, length, file_bytes, entries))
    return g_steal_pointer (&entries);

  g_set_error_literal (error, SL_READ_ERROR, SL_READ_ERROR_UNSUPPORTED, _ ("The archive is damaged: its list of files cannot be read. Get the file again."));
  return NULL;
}
