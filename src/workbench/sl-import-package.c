/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "helper/sl-directory.h"
#include "store/sl-warc-writer.h"

/* What is larger stays where it is; it is no list and no description. */
#define SMALL_MAX_BYTES (16u * 1024 * 1024)

/* A local file header, an entry of the list at the end, and the end of that (APPNOTE 6.3). */
#define HEADER_SIGNATURE "PK\3\4"
#define HEADER_BYTES 30
#define ENTRY_SIGNATURE "PK\1\2"
#define ENTRY_BYTES 46
#define END_SIGNATURE "PK\5\6"
#define END_BYTES 22

#define STEP_BYTES (4u * 1024 * 1024)

/* A package that may be larger than memory: its web archives are read where they lie in the file, and only the rest, put
 * into a small archive, is sent to be taken apart. */
typedef struct
{
  SlImport        *import;    /* (unowned) */
  GBytes          *file;      /* (unowned) */
  GByteArray      *small;     /* (owned) */
  GByteArray      *list;      /* (owned): the list at the end of @small */
  guint16          n_small;
  GPtrArray       *archives;  /* (owned) (element-type SlPart): (unowned) by nobody else */
  GVariantBuilder  outside;
} Package;

static guint16
read16 (const guint8 *at)
{
  return (guint16) (at[0] | at[1] << 8);
}

/* The local header has a name and extra fields of its own length; behind them stands the file. */
static GBytes *
find_data (const Package          *self,
           const SlDirectoryEntry *entry)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (self->file, &length);
  guint64 start;

  if (entry->header > length || length - entry->header < HEADER_BYTES || memcmp (data + entry->header, HEADER_SIGNATURE, 4) != 0)
    return NULL;

  start = entry->header + HEADER_BYTES + read16 (data + entry->header + 26) + read16 (data + entry->header + 28);
  if (start > length || entry->packed_bytes > length - start)
    return NULL;

  return g_bytes_new_from_bytes (self->file, (gsize) start, (gsize) entry->packed_bytes);
}

static char *
compute_digest (const Package *self,
                GBytes        *bytes)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  for (gsize at = 0; at < length && !sl_import_is_stopped (self->import); at += STEP_BYTES)
    g_checksum_update (checksum, data + at, (gssize) MIN (STEP_BYTES, length - at));

  return g_strdup (g_checksum_get_string (checksum));
}

static void
leave_outside (Package                *self,
               const SlDirectoryEntry *entry,
               GBytes                 *bytes)
{
  g_autofree char *digest = self->import->again ? g_strdup ("") : compute_digest (self, bytes);
  SlPart *part;

  g_variant_builder_add (&self->outside, "(sst)", entry->path, digest, (guint64) g_bytes_get_size (bytes));
  if (!sl_unpack_is_web_archive (entry->path))
    return;

  part = g_new0 (SlPart, 1);
  part->name = g_strdup (entry->path);
  part->bytes = g_bytes_ref (bytes);
  g_ptr_array_add (self->archives, part);
}

static void
put16 (GByteArray *array,
       guint16     value)
{
  const guint8 bytes[] = { value & 0xff, value >> 8 };

  g_byte_array_append (array, bytes, sizeof bytes);
}

static void
put32 (GByteArray *array,
       guint32     value)
{
  put16 (array, value & 0xffff);
  put16 (array, value >> 16);
}

/* What the local header and the list have in common. */
static void
put_fields (GByteArray             *array,
            const SlDirectoryEntry *entry)
{
  put16 (array, 20);
  put16 (array, 1 << 11); /* the name is UTF-8 */
  put16 (array, entry->method);
  put32 (array, 0);
  put32 (array, entry->checksum);
  put32 (array, (guint32) entry->packed_bytes);
  put32 (array, (guint32) entry->bytes);
  put16 (array, (guint16) strlen (entry->path));
  put16 (array, 0);
}

static void
put_small (Package                *self,
           const SlDirectoryEntry *entry,
           GBytes                 *bytes)
{
  guint path_bytes = (guint) strlen (entry->path);

  g_byte_array_append (self->list, (const guint8 *) ENTRY_SIGNATURE, 4);
  put16 (self->list, 20);
  put_fields (self->list, entry);
  put32 (self->list, 0);
  put32 (self->list, 0);
  put16 (self->list, 0);
  put32 (self->list, self->small->len);
  g_byte_array_append (self->list, (const guint8 *) entry->path, path_bytes);

  g_byte_array_append (self->small, (const guint8 *) HEADER_SIGNATURE, 4);
  put_fields (self->small, entry);
  g_byte_array_append (self->small, (const guint8 *) entry->path, path_bytes);
  g_byte_array_append (self->small, g_bytes_get_data (bytes, NULL), (guint) g_bytes_get_size (bytes));
  self->n_small++;
}

static GBytes *
finish_small (Package *self)
{
  guint32 place = self->small->len;

  g_byte_array_append (self->small, self->list->data, self->list->len);
  g_byte_array_append (self->small, (const guint8 *) END_SIGNATURE, 4);
  put32 (self->small, 0);
  put16 (self->small, self->n_small);
  put16 (self->small, self->n_small);
  put32 (self->small, self->list->len);
  put32 (self->small, place);
  put16 (self->small, 0);

  return g_byte_array_free_to_bytes (g_steal_pointer (&self->small));
}

/* Whether there is room for a file in what is sent. */
static gboolean
has_room (const Package          *self,
          const SlDirectoryEntry *entry)
{
  guint64 wanted = HEADER_BYTES + ENTRY_BYTES + 2 * (guint64) strlen (entry->path) + entry->packed_bytes;

  return entry->bytes < G_MAXUINT32 && self->small->len + self->list->len + END_BYTES + wanted <= SL_UNPACK_MAX_BYTES;
}

static void
refuse (Package                *self,
        const SlDirectoryEntry *entry)
{
  g_autofree char *size = g_format_size (entry->bytes);
  g_autofree char *may = g_format_size (SL_UNPACK_MAX_BYTES);
  g_autofree char *reason = NULL;

  if (self->import->again)
    return;

  reason = g_strdup_printf (_ ("It is compressed within the archive, and too large to be taken out (%s; at most %s of compressed files are). Unpack the archive, and import this file by itself."),
                            size, may);
  sl_import_add (self->import, SL_IMPORT_BROKEN, entry->path, NULL, reason);
}

static gboolean
sort_entry (Package                *self,
            const SlDirectoryEntry *entry)
{
  g_autoptr (GBytes) bytes = NULL;

  if (g_str_has_suffix (entry->path, "/"))
    return TRUE;

  bytes = find_data (self, entry);
  if (bytes == NULL)
    return FALSE;
  if (entry->method == SL_DIRECTORY_STORED && (sl_unpack_is_web_archive (entry->path) || entry->bytes > SMALL_MAX_BYTES))
    leave_outside (self, entry, bytes);
  else if (has_room (self, entry))
    put_small (self, entry, bytes);
  else
    refuse (self, entry);

  return TRUE;
}

static SlUnpacked *
unpack (Package  *self,
        GError  **error)
{
  g_autoptr (GVariant) outside = g_variant_ref_sink (g_variant_builder_end (&self->outside));
  g_autoptr (GBytes) small = finish_small (self);
  const SlUnpackRequest request = { small, self->import->file, outside };

  return sl_unpack_run (sl_workbench_get_helpers (self->import->workbench)->reader, &request, self->import->cancellable, error);
}

/* What the package says of itself goes with each capture out of it, as it stands there; the case holds it once. */
static gboolean
describe (SlImport          *self,
          const SlUnpacked  *unpacked,
          GError           **error)
{
  g_autofree char *file = g_uri_escape_string (self->file, NULL, FALSE);

  for (guint i = 0; i < unpacked->parts->len; i++)
    {
      const SlPart *part = g_ptr_array_index (unpacked->parts, i);
      g_autofree char *path = part->content_type != NULL ? g_uri_escape_string (part->name, "/", FALSE) : NULL;
      g_autofree char *uri = path != NULL ? g_strdup_printf ("file:%s/%s", file, path) : NULL;
      g_autoptr (SlWarcRecord) record = NULL;
      GBytes *member;

      if (path == NULL)
        continue;
      record = sl_warc_record_new (SL_WARC_METADATA, uri, sl_workbench_now () * G_USEC_PER_SEC, part->content_type, part->bytes);
      member = sl_warc_write (record, error);
      if (member == NULL)
        return FALSE;
      g_ptr_array_add (self->description, member);
    }

  return TRUE;
}

static void
import_parts (SlImport   *self,
              GPtrArray  *parts,
              SlUnpacked *unpacked)
{
  for (guint i = 0; i < parts->len && !sl_import_is_stopped (self); i++)
    {
      const SlPart *part = g_ptr_array_index (parts, i);

      if (part->content_type == NULL)
        sl_import_warc (self, part->bytes, "wacz", part->name, unpacked->references);
    }
}

void
sl_import_archive (SlImport   *self,
                   SlUnpacked *unpacked,
                   GPtrArray  *archives)
{
  g_autoptr (GError) problem = NULL;

  self->description = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  if (!describe (self, unpacked, &problem))
    sl_import_add (self, SL_IMPORT_BROKEN, NULL, NULL, problem->message);
  if (archives != NULL)
    import_parts (self, archives, unpacked);
  import_parts (self, unpacked->parts, unpacked);
  g_clear_pointer (&self->description, g_ptr_array_unref);
}

static void
free_part (gpointer data)
{
  SlPart *part = data;

  g_free (part->name);
  g_bytes_unref (part->bytes);
  g_free (part);
}

static void
import_sorted (Package *self)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (SlUnpacked) unpacked = unpack (self, &problem);

  if (sl_import_is_stopped (self->import))
    return;
  if (unpacked == NULL)
    {
      sl_import_add (self->import, SL_IMPORT_BROKEN, NULL, NULL, problem->message);
      return;
    }

  sl_import_report_notes (self->import, unpacked);
  sl_import_archive (self->import, unpacked, self->archives);
}

gboolean
sl_import_package (SlImport *self,
                   GBytes   *file)
{
  g_autoptr (GPtrArray) entries = sl_directory_run (sl_workbench_get_helpers (self->workbench)->reader, file, self->cancellable, NULL);
  Package package = { .import = self, .file = file };
  gboolean sorted = entries != NULL;

  package.small = g_byte_array_new ();
  package.list = g_byte_array_new ();
  package.archives = g_ptr_array_new_with_free_func (free_part);
  g_variant_builder_init (&package.outside, G_VARIANT_TYPE ("a(sst)"));
  for (guint i = 0; sorted && i < entries->len && !sl_import_is_stopped (self); i++)
    sorted = sort_entry (&package, g_ptr_array_index (entries, i));
  if (sorted && !sl_import_is_stopped (self))
    import_sorted (&package);

  g_variant_builder_clear (&package.outside);
  g_clear_pointer (&package.small, g_byte_array_unref);
  g_byte_array_unref (package.list);
  g_ptr_array_unref (package.archives);

  return sorted || sl_import_is_stopped (self);
}
