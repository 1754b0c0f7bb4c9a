/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/sl-zip.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "helper/sl-unpack.h"
#include "reader/sl-wacz.h"

/* The files of a crawl are few; each is read for its digest, whatever it is. */
#define MAX_ENTRIES 10000
#define MAX_PATH_BYTES 1024
#define MAX_READ_BYTES (512u * 1024 * 1024)

/* Lists and descriptions, which are parsed here. */
#define MAX_TEXT_BYTES (16u * 1024 * 1024)

/* What is much smaller packed than unpacked is a bomb, unless it is small anyway. */
#define MAX_RATIO 1000
#define ANY_RATIO_BYTES (16u * 1024 * 1024)

typedef struct archive Archive;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, archive_read_free)

typedef struct
{
  SlUnpacked *unpacked;      /* (unowned) */
  GPtrArray  *entries;       /* (owned) (element-type SlWaczEntry) */
  GBytes     *package;       /* (owned) (nullable): datapackage.json */
  GBytes     *digest;        /* (owned) (nullable): datapackage-digest.json */
  gsize       packed_bytes;  /* length of the whole file */
  gsize       read_bytes;    /* unpacked so far */
  gsize       kept_bytes;    /* of it, in parts */
  gboolean    whole;         /* every file becomes a part */
} Walk;

static gboolean
is_page_list (const char *path)
{
  return g_str_has_prefix (path, "pages/") && g_str_has_suffix (path, ".jsonl");
}

static gboolean
is_wanted (const Walk *walk,
           const char *path)
{
  return walk->whole || sl_unpack_is_web_archive (path) || is_page_list (path) || g_str_equal (path, "datapackage.json") || g_str_equal (path, "datapackage-digest.json");
}

static gsize
limit_of (const Walk *walk,
          const char *path)
{
  gsize left = SL_UNPACK_MAX_OUT_BYTES - walk->kept_bytes;

  return walk->whole || sl_unpack_is_web_archive (path) ? left : MIN (left, MAX_TEXT_BYTES);
}

/* Reads an entry to its end for its digest; %NULL in @kept when it is not wanted, or too large. */
static const char *
read_entry (Walk        *walk,
            Archive     *archive,
            const char  *path,
            GChecksum   *checksum,
            GByteArray **kept,
            guint64     *size)
{
  gboolean large = FALSE;
  guint8 buffer[64 * 1024];
  la_ssize_t n;

  *size = 0;
  *kept = is_wanted (walk, path) ? g_byte_array_new () : NULL;
  while ((n = archive_read_data (archive, buffer, sizeof buffer)) > 0)
    {
      walk->read_bytes += (gsize) n;
      *size += (guint64) n;
      if (walk->read_bytes > MAX_READ_BYTES || (walk->read_bytes > ANY_RATIO_BYTES && walk->read_bytes / MAX_RATIO > walk->packed_bytes))
        return _ ("It becomes far larger unpacked than it is packed, as no honest archive does; the rest was not read.");
      g_checksum_update (checksum, buffer, n);
      large = large || *size > limit_of (walk, path);
      if (*kept != NULL && !large)
        g_byte_array_append (*kept, buffer, (guint) n);
    }
  if (n < 0)
    return _ ("It cannot be unpacked: its data are damaged. Get the file again.");
  if (*kept != NULL && large)
    {
      g_clear_pointer (kept, g_byte_array_unref);
      return _ ("It is larger than can be taken out of an archive. Unpack the archive, and import this file by itself.");
    }
  return NULL;
}

static void
set_bytes (GBytes **field,
           GBytes  *bytes)
{
  g_clear_pointer (field, g_bytes_unref);
  *field = g_bytes_ref (bytes);
}

static void
take_entry (Walk       *walk,
            const char *path,
            GBytes     *bytes)
{
  gboolean list = is_page_list (path);

  if (g_str_equal (path, "datapackage.json"))
    set_bytes (&walk->package, bytes);
  else if (g_str_equal (path, "datapackage-digest.json"))
    set_bytes (&walk->digest, bytes);
  else if (list && !walk->whole)
    sl_wacz_read_pages (walk->unpacked, path, bytes);

  /* What describes the package is part of it, as it stands. */
  walk->kept_bytes += g_bytes_get_size (bytes);
  sl_unpacked_take_part (walk->unpacked, path,
                         walk->whole || sl_unpack_is_web_archive (path) ? NULL : list ? "application/jsonl"
                                                                                      : "application/json",
                         g_bytes_ref (bytes));
}

/* What can be unpacked of a damaged entry is kept: a web archive may be read up to there. */
static gboolean
visit (Walk       *walk,
       Archive    *archive,
       const char *path)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  GByteArray *kept = NULL;
  g_autoptr (GBytes) bytes = NULL;
  SlWaczEntry *entry = g_new0 (SlWaczEntry, 1);
  const char *trouble = read_entry (walk, archive, path, checksum, &kept, &entry->size);

  if (kept != NULL)
    {
      bytes = g_byte_array_free_to_bytes (kept);
      take_entry (walk, path, bytes);
    }
  if (trouble != NULL)
    sl_unpacked_add_note (walk->unpacked, path, trouble, TRUE);
  entry->path = g_strdup (path);
  entry->sha256 = g_strdup (g_checksum_get_string (checksum));
  g_ptr_array_add (walk->entries, entry);
  return walk->read_bytes <= MAX_READ_BYTES;
}

static Archive *
open_zip (GBytes  *bytes,
          GError **error)
{
  g_autoptr (Archive) archive = archive_read_new ();

  archive_read_support_format_zip (archive);
  if (archive_read_open_memory (archive, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) == ARCHIVE_OK)
    return g_steal_pointer (&archive);

  g_set_error_literal (error, SL_READ_ERROR, SL_READ_ERROR_UNSUPPORTED, _ ("The archive cannot be opened. Get the file again."));
  return NULL;
}

static void
walk_entries (Walk    *walk,
              Archive *archive)
{
  struct archive_entry *entry;
  int status = ARCHIVE_OK;

  while (walk->entries->len < MAX_ENTRIES && (status = archive_read_next_header (archive, &entry)) >= ARCHIVE_WARN && status != ARCHIVE_EOF)
    {
      const char *raw = archive_entry_pathname (entry);
      g_autofree char *path = raw == NULL || strlen (raw) > MAX_PATH_BYTES ? NULL : g_utf8_make_valid (raw, -1);

      if (path == NULL || g_str_has_suffix (path, "/"))
        continue;
      if (!visit (walk, archive, path))
        return;
    }
  if (status != ARCHIVE_EOF)
    sl_unpacked_add_note (walk->unpacked, NULL,
                          walk->entries->len < MAX_ENTRIES ? _ ("The archive is damaged: its list of files breaks off. Get the file again.")
                                                           : _ ("The archive has more files than a web archive ever has; the rest was not read."),
                          TRUE);
}

static gboolean
has_web_archive (const Walk *walk)
{
  for (guint i = 0; i < walk->entries->len; i++)
    if (sl_unpack_is_web_archive (((const SlWaczEntry *) g_ptr_array_index (walk->entries, i))->path))
      return TRUE;
  return FALSE;
}

static void
take_outside (Walk     *walk,
              GVariant *outside)
{
  GVariantIter iter;
  SlWaczEntry one = { 0 };

  g_variant_iter_init (&iter, outside);
  while (g_variant_iter_next (&iter, "(sst)", &one.path, &one.sha256, &one.size))
    g_ptr_array_add (walk->entries, g_memdup2 (&one, sizeof one));
}

static void
check (Walk *walk)
{
  SlUnpacked *self = walk->unpacked;

  if (walk->package != NULL)
    sl_wacz_check_package (self, walk->entries, walk->package);
  else if (!walk->whole)
    sl_unpacked_add_note (self, NULL, _ ("The archive has no datapackage.json: there is nothing to compare its files with"), FALSE);
  if (walk->digest != NULL)
    sl_wacz_check_digest (self, walk->entries, walk->digest);
  if (!walk->whole && !has_web_archive (walk))
    sl_unpacked_add_note (self, NULL, _ ("There is no web archive (.warc, .warc.gz) in the file."), TRUE);
}

/**
 * sl_zip_unpack:
 * @outside: (nullable): as in #SlUnpackRequest
 * @whole: whether every file is wanted as it is
 *
 * Takes the web archives out of a ZIP file, WACZ or not, reads its lists of pages, and compares every file with the
 * digests that the package states.
 *
 * Fails with %SL_READ_ERROR_UNSUPPORTED when it is no ZIP file that can be opened.
 */
gboolean
sl_zip_unpack (SlUnpacked  *self,
               GBytes      *bytes,
               GVariant    *outside,
               gboolean     whole,
               GError     **error)
{
  g_autoptr (Archive) archive = open_zip (bytes, error);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_wacz_entry_free);
  Walk walk = { .unpacked = self, .entries = entries, .packed_bytes = g_bytes_get_size (bytes), .whole = whole };

  if (archive == NULL)
    return FALSE;

  self->kind = SL_UNPACKED_ARCHIVE;
  if (outside != NULL)
    take_outside (&walk, outside);
  walk_entries (&walk, archive);
  check (&walk);
  g_clear_pointer (&walk.package, g_bytes_unref);
  g_clear_pointer (&walk.digest, g_bytes_unref);
  return TRUE;
}
