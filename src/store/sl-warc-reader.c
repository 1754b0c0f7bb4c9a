/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/sl-warc-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/sl-case.h"
#include "store/sl-gzip-private.h"
#include "store/sl-header-lines-private.h"

/* A record with its headers; several small ones in one member are fine, a bomb is not. */
#define MAX_MEMBER_BYTES (SL_WARC_MAX_BLOCK_BYTES + 1024 * 1024)

struct _SlWarcReader
{
  GBytes *bytes;       /* (owned) */
  gsize   position;    /* first byte of the file not used yet */
  gsize   record;      /* where in the file the last record, or its member, begins */
  GBytes *plain;       /* (owned) (nullable): the current member, decompressed; the file itself without gzip */
  gsize   plain_used;  /* how much of @plain was read */
};

/**
 * sl_warc_reader_new:
 * @bytes: a whole .warc or .warc.gz, or one record of it
 *
 * Begins reading.
 *
 * Returns: (transfer full): the reader
 */
SlWarcReader *
sl_warc_reader_new (GBytes *bytes)
{
  SlWarcReader *self = g_new0 (SlWarcReader, 1);

  self->bytes = g_bytes_ref (bytes);
  return self;
}

/**
 * sl_warc_reader_free:
 * @self: (nullable) (transfer full): a reader
 *
 * Frees a reader.
 */
void
sl_warc_reader_free (SlWarcReader *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->plain, g_bytes_unref);
  g_free (self);
}

/**
 * sl_warc_reader_get_offset:
 *
 * Returns: where the record that was read last begins in the file, or its gzip member, in bytes
 */
gsize
sl_warc_reader_get_offset (SlWarcReader *self)
{
  return self->record;
}

static gboolean
fail (SlWarcReader  *self,
      const char    *what,
      GError       **error)
{
  g_set_error (error, SL_STORE_ERROR, SL_STORE_ERROR_DAMAGED,
               _ ("The WARC record at byte %zu is damaged: %s. Get the file again, or use only what comes before."),
               self->record, what);
  return FALSE;
}

static gboolean
inflate_next (SlWarcReader  *self,
              GError       **error)
{
  g_autoptr (GError) problem = NULL;
  gsize length, used = 0;
  const guint8 *data = g_bytes_get_data (self->bytes, &length);

  self->record = self->position;
  self->plain = sl_gzip_inflate_one (data + self->position, length - self->position, G_ZLIB_COMPRESSOR_FORMAT_GZIP,
                                     MAX_MEMBER_BYTES, &used, &problem);
  if (self->plain == NULL)
    return fail (self, problem->message, error);

  self->position += used;
  self->plain_used = 0;
  return TRUE;
}

static void
skip_line_ends (SlWarcReader *self)
{
  gsize length;
  const char *data = g_bytes_get_data (self->plain, &length);

  while (self->plain_used < length && (data[self->plain_used] == '\r' || data[self->plain_used] == '\n'))
    self->plain_used++;
}

/* Makes @plain hold unread bytes; FALSE without an error at the end of the file. */
static gboolean
advance (SlWarcReader  *self,
         GError       **error)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (self->bytes, &length);

  for (;;)
    {
      if (self->plain != NULL)
        {
          skip_line_ends (self);
          if (self->plain_used < g_bytes_get_size (self->plain))
            return TRUE;
          g_clear_pointer (&self->plain, g_bytes_unref);
        }
      if (self->position >= length)
        return FALSE;

      if (length - self->position >= 2 && data[self->position] == 0x1f && data[self->position + 1] == 0x8b)
        {
          if (!inflate_next (self, error))
            return FALSE;
        }
      else
        {
          self->plain = g_bytes_new_from_bytes (self->bytes, self->position, length - self->position);
          self->plain_used = 0;
          self->record = self->position;
          self->position = length;
        }
    }
}

/* Without gzip the whole file is one stretch of plain text, and records have places of their own. */
static void
note_place (SlWarcReader *self)
{
  gsize length = g_bytes_get_size (self->bytes);
  gsize plain = g_bytes_get_size (self->plain);

  if (self->position == length && g_bytes_get_data (self->plain, NULL) == (gconstpointer) ((const char *) g_bytes_get_data (self->bytes, NULL) + length - plain))
    self->record = length - plain + self->plain_used;
}

static gboolean
read_version (const char *data,
              gsize       length,
              gsize      *used)
{
  const char *feed = memchr (data, '\n', MIN (length, 16));

  if (feed == NULL || (strncmp (data, "WARC/1.0", 8) != 0 && strncmp (data, "WARC/1.1", 8) != 0))
    return FALSE;

  *used = (gsize) (feed + 1 - data);
  return TRUE;
}

static char *
dup_without_brackets (const char *value)
{
  gsize length = value == NULL ? 0 : strlen (value);

  if (length > 2 && value[0] == '<' && value[length - 1] == '>')
    return g_strndup (value + 1, length - 2);
  return g_strdup (value);
}

static gboolean
read_length (GPtrArray *headers,
             gsize     *length)
{
  const char *value = sl_header_lines_find (headers, "Content-Length");
  guint64 number;

  if (value == NULL || !g_ascii_string_to_unsigned (value, 10, 0, SL_WARC_MAX_BLOCK_BYTES, &number, NULL))
    return FALSE;

  *length = (gsize) number;
  return TRUE;
}

static SlWarcRecord *
make_record (GPtrArray *headers,
             GBytes    *block)
{
  SlWarcRecord *record = g_new0 (SlWarcRecord, 1);

  record->type = sl_warc_type_parse (sl_header_lines_find (headers, "WARC-Type"));
  record->id = dup_without_brackets (sl_header_lines_find (headers, "WARC-Record-ID"));
  record->uri = dup_without_brackets (sl_header_lines_find (headers, "WARC-Target-URI"));
  sl_warc_parse_date (sl_header_lines_find (headers, "WARC-Date"), &record->date_usec);
  record->content_type = g_strdup (sl_header_lines_find (headers, "Content-Type"));
  record->headers = g_ptr_array_ref (headers);
  record->block = g_bytes_ref (block);
  return record;
}

static gboolean
has_mandatory (SlWarcReader        *self,
               const SlWarcRecord  *record,
               GError             **error)
{
  gint64 date;

  if (record->id == NULL || sl_warc_record_get_header (record, "WARC-Type") == NULL)
    return fail (self, _ ("it has no type or no id"), error);
  if (!sl_warc_parse_date (sl_warc_record_get_header (record, "WARC-Date"), &date))
    return fail (self, _ ("it has no date"), error);
  return TRUE;
}

/* Version and header lines; leaves @plain_used at the block. */
static gboolean
read_head (SlWarcReader  *self,
           GPtrArray     *headers,
           GError       **error)
{
  const char *data = g_bytes_get_data (self->plain, NULL);
  gsize left = g_bytes_get_size (self->plain) - self->plain_used;
  gsize version = 0, used = 0;

  data += self->plain_used;
  if (!read_version (data, left, &version))
    return fail (self, _ ("it does not begin with WARC/1.0 or WARC/1.1"), error);

  switch (sl_header_lines_read (data + version, left - version, headers, &used))
    {
    case SL_HEADER_LINES_WHOLE:
      self->plain_used += version + used;
      return TRUE;
    case SL_HEADER_LINES_MALFORMED:
      return fail (self, _ ("a header line has no name, or there are too many"), error);
    case SL_HEADER_LINES_UNFINISHED:
    default:
      return fail (self, _ ("its headers do not end"), error);
    }
}

/**
 * sl_warc_reader_next:
 *
 * Reads the next record. #SlWarcRecord.headers holds all its named fields.
 *
 * Fails with %SL_STORE_ERROR_DAMAGED, naming the place in the file; reading cannot go on then.
 *
 * Returns: (transfer full) (nullable): the record; %NULL without an error at the end
 */
SlWarcRecord *
sl_warc_reader_next (SlWarcReader  *self,
                     GError       **error)
{
  g_autoptr (GPtrArray) headers = sl_header_lines_new ();
  g_autoptr (SlWarcRecord) record = NULL;
  g_autoptr (GBytes) block = NULL;
  gsize length = 0;

  if (!advance (self, error))
    return NULL;
  note_place (self);
  if (!read_head (self, headers, error))
    return NULL;

  if (!read_length (headers, &length))
    {
      fail (self, _ ("its length is missing, or larger than allowed"), error);
      return NULL;
    }
  if (length > g_bytes_get_size (self->plain) - self->plain_used)
    {
      fail (self, _ ("it is cut off"), error);
      return NULL;
    }

  block = g_bytes_new_from_bytes (self->plain, self->plain_used, length);
  record = make_record (headers, block);
  if (!has_mandatory (self, record, error))
    return NULL;
  self->plain_used += length;
  return g_steal_pointer (&record);
}
