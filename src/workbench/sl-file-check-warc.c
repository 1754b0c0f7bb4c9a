/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-file-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/sl-digest.h"
#include "store/sl-warc-digest.h"
#include "store/sl-warc-reader.h"

/* A file with more damage than this is no web archive any more. */
#define MAX_DAMAGES 1000

static void
record_free (gpointer data)
{
  SlCheckedRecord *self = data;

  g_free (self->uri);
  g_free (self->stamp);
  g_free (self->digest);
  g_free (self);
}

static char *
describe_place (const char  *path,
                SlWarcPlace  place)
{
  const char *between = path != NULL ? ", " : "";

  if (place.within == 0)
    return g_strdup_printf ("%s%sbyte %zu", path != NULL ? path : "", between, place.offset);
  return g_strdup_printf ("%s%sbyte %zu+%zu", path != NULL ? path : "", between, place.offset, place.within);
}

static void
keep_content (SlFileCheck        *self,
              const SlWarcRecord *record)
{
  g_autoptr (GBytes) payload = NULL;
  gsize size;
  const char *text = g_bytes_get_data (record->block, &size);

  if (record->uri != NULL)
    g_hash_table_add (self->addresses, g_strndup (record->uri, strcspn (record->uri, "#")));
  if (record->type == SL_WARC_RESPONSE || record->type == SL_WARC_RESOURCE)
    {
      payload = sl_warc_record_get_payload (record, NULL);
      if (payload != NULL)
        g_hash_table_add (self->contents, sl_digest_bytes (payload));
    }
  else if (record->type == SL_WARC_CONVERSION && g_utf8_validate (text, (gssize) size, NULL))
    g_hash_table_insert (self->texts, sl_digest_bytes (record->block), g_strndup (text, size));
}

static void
check_digests (SlFileCheck        *self,
               const SlWarcRecord *record,
               const char         *place)
{
  const char *name = record->uri != NULL ? record->uri : record->id;

  if (sl_warc_digest_check_block (record) == SL_WARC_DIGEST_DIFFERS)
    sl_file_check_add (self, "record", place, "block-digest",
                       _ ("The record of %s (%s) has another digest than it states: it was changed or damaged."), name, sl_warc_type_to_string (record->type));
  if (sl_warc_digest_check_payload (record) == SL_WARC_DIGEST_DIFFERS)
    sl_file_check_add (self, "record", place, "payload-digest",
                       _ ("The content of %s (%s) has another digest than its record states: it was changed or damaged."), name, sl_warc_type_to_string (record->type));
}

static char *
format_stamp (gint64 usec)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc_usec (usec);

  return moment != NULL ? g_date_time_format (moment, "%Y%m%d%H%M%S") : g_strdup ("");
}

static SlCheckedRecord *
record_new (const SlWarcRecord *record)
{
  SlCheckedRecord *checked = g_new0 (SlCheckedRecord, 1);
  const char *digest = sl_warc_record_get_header (record, "WARC-Payload-Digest");

  checked->uri = g_strdup (record->uri);
  checked->stamp = format_stamp (record->date_usec);
  checked->digest = g_strdup (digest != NULL ? digest : sl_warc_record_get_header (record, "WARC-Block-Digest"));
  return checked;
}

/* A record ends where the next one begins. */
static void
set_end (SlCheckedRecord **last,
         gsize            *began,
         SlCheckedRecord  *next,
         gsize             offset)
{
  if (*last != NULL && offset > *began)
    (*last)->bytes = offset - *began;
  *last = next;
  *began = offset;
}

/**
 * sl_file_check_warc:
 * @bytes: a whole .warc, .warc.gz or .arc.gz
 * @path: (nullable): where it lies in an archive
 *
 * Compares each record with the digests that it states, and remembers what there is. Where the file is damaged, says so and goes
 * on behind that.
 *
 * Returns: how many records could be read
 */
guint
sl_file_check_warc (SlFileCheck *self,
                    GBytes      *bytes,
                    const char  *path)
{
  g_autoptr (SlWarcReader) reader = sl_warc_reader_new (bytes);
  GHashTable *records = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, record_free);
  SlCheckedRecord *last = NULL;
  gsize began = 0;
  guint n = 0, damages = 0;

  while (!g_cancellable_is_cancelled (self->cancellable))
    {
      g_autoptr (GError) problem = NULL;
      g_autoptr (SlWarcRecord) record = sl_warc_reader_next (reader, &problem);
      g_autofree char *place = describe_place (path, sl_warc_reader_get_place (reader));

      if (record == NULL && problem == NULL)
        break;
      if (record != NULL)
        {
          gint64 offset = (gint64) sl_warc_reader_get_offset (reader);
          SlCheckedRecord *checked = record_new (record);

          n++;
          check_digests (self, record, place);
          keep_content (self, record);
          set_end (&last, &began, checked, (gsize) offset);
          g_hash_table_insert (records, g_memdup2 (&offset, sizeof offset), checked);
          continue;
        }
      sl_file_check_add (self, "record", place, "damaged", "%s", problem->message);
      set_end (&last, &began, NULL, sl_warc_reader_get_offset (reader));
      if (++damages >= MAX_DAMAGES || !sl_warc_reader_recover (reader))
        break;
    }
  if (damages == 0)
    set_end (&last, &began, NULL, g_bytes_get_size (bytes));

  g_hash_table_insert (self->archives, g_strdup (path != NULL ? path : ""), records);
  g_hash_table_insert (self->archive_bytes, g_strdup (path != NULL ? path : ""), g_bytes_ref (bytes));
  return n;
}
