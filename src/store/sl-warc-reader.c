/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/sl-warc-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/sl-arc-private.h"
#include "store/sl-case.h"
#include "store/sl-gzip-private.h"
#include "store/sl-header-lines-private.h"

/* A record with its headers; several small ones in one member are fine, a bomb is not. */
#define MAX_MEMBER_BYTES (SL_WARC_MAX_BLOCK_BYTES + 1024 * 1024)

/* What an ARC file's own record begins with. */
#define ARC_MAGIC "filedesc://"
#define PEEK_BYTES 16

struct _SlWarcReader
{
  GBytes   *bytes;       /* (owned) */
  gsize     position;    /* first byte of the file not used yet */
  gsize     record;      /* where in the file the last record, or its member, begins */
  GBytes   *plain;       /* (owned) (nullable): the current member, decompressed; the file itself without gzip */
  gsize     plain_used;  /* how much of @plain was read */
  gsize     within;      /* where in @plain the last record begins */
  gsize     raw_bytes;   /* how long it is, without the line ends after it; 0 when it could not be read */
  gboolean  arc;         /* the file began as an ARC file does */
  gboolean  large;       /* a member may be larger than a record */
};

/* Only what a member begins with is decompressed, from so many bytes at most: any two bytes may look like gzip. */
static gsize
peek (const guint8 *data,
      gsize         length,
      char          plain[PEEK_BYTES])
{
  g_autoptr (GZlibDecompressor) inflate = NULL;
  gsize read, written = 0;

  if (length < 18 || data[0] != 0x1f || data[1] != 0x8b || data[2] != 8 || data[3] > 0x1f)
    return 0;

  inflate = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_converter_convert (G_CONVERTER (inflate), data, MIN (length, 1024), plain, PEEK_BYTES, G_CONVERTER_NO_FLAGS, &read, &written, NULL);
  return written;
}

static gboolean
is_arc_file (GBytes *bytes)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  char plain[PEEK_BYTES] = { 0 };

  if (length > strlen (ARC_MAGIC) && memcmp (data, ARC_MAGIC, strlen (ARC_MAGIC)) == 0)
    return TRUE;

  return peek (data, length, plain) >= strlen (ARC_MAGIC) && memcmp (plain, ARC_MAGIC, strlen (ARC_MAGIC)) == 0;
}

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
  self->arc = is_arc_file (bytes);
  return self;
}

/**
 * sl_warc_reader_new_large:
 * @bytes: a whole .warc or .warc.gz
 *
 * As sl_warc_reader_new(), for files of other programs: some pack all records into one gzip member, which is decompressed
 * into a file without a name when it does not fit into memory.
 *
 * Returns: (transfer full): the reader
 */
SlWarcReader *
sl_warc_reader_new_large (GBytes *bytes)
{
  SlWarcReader *self = sl_warc_reader_new (bytes);

  self->large = TRUE;
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
               _ ("The WARC record at byte %zu is damaged: %s. Get the file again, or do without this record."),
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
  if (self->large)
    self->plain = sl_gzip_inflate_large (data + self->position, length - self->position, MAX_MEMBER_BYTES, &used, &problem);
  else
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

/* Without gzip the rest of the file is one stretch of plain text, and records have places of their own. */
static gboolean
is_plain_file (SlWarcReader *self)
{
  gsize length = g_bytes_get_size (self->bytes);
  gsize plain = g_bytes_get_size (self->plain);
  const char *data = g_bytes_get_data (self->bytes, NULL);

  return self->position == length && g_bytes_get_data (self->plain, NULL) == (gconstpointer) (data + length - plain);
}

static void
note_place (SlWarcReader *self)
{
  self->within = self->plain_used;
  self->raw_bytes = 0;
  if (is_plain_file (self))
    self->record = self->position - g_bytes_get_size (self->plain) + self->plain_used;
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

static SlWarcRecord *
read_warc (SlWarcReader  *self,
           GError       **error)
{
  g_autoptr (GPtrArray) headers = sl_header_lines_new ();
  g_autoptr (SlWarcRecord) record = NULL;
  g_autoptr (GBytes) block = NULL;
  gsize length = 0;

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

static SlWarcRecord *
read_arc (SlWarcReader  *self,
          GError       **error)
{
  gsize left = g_bytes_get_size (self->plain) - self->plain_used;
  const char *data = (const char *) g_bytes_get_data (self->plain, NULL) + self->plain_used;
  g_autoptr (SlArcLine) line = sl_arc_line_read (data, left);
  g_autoptr (GBytes) block = NULL;

  if (line == NULL)
    {
      fail (self, _ ("its line of address, date and length cannot be read"), error);
      return NULL;
    }
  if (line->block_bytes > MIN (left - line->line_bytes, SL_WARC_MAX_BLOCK_BYTES))
    {
      fail (self, _ ("it is cut off"), error);
      return NULL;
    }

  block = g_bytes_new_from_bytes (self->plain, self->plain_used + line->line_bytes, line->block_bytes);
  self->plain_used += line->line_bytes + line->block_bytes;
  return sl_arc_line_to_record (line, block);
}

/**
 * sl_warc_reader_next:
 *
 * Reads the next record. #SlWarcRecord.headers holds all its named fields. Records of an ARC file come as the WARC
 * records that they would be, with an id of their own.
 *
 * Fails with %SL_STORE_ERROR_DAMAGED, naming the place in the file; sl_warc_reader_recover() looks for what can be
 * read after it.
 *
 * Returns: (transfer full) (nullable): the record; %NULL without an error at the end
 */
SlWarcRecord *
sl_warc_reader_next (SlWarcReader  *self,
                     GError       **error)
{
  SlWarcRecord *record;

  if (!advance (self, error))
    return NULL;
  note_place (self);
  record = self->arc ? read_arc (self, error) : read_warc (self, error);
  if (record != NULL)
    self->raw_bytes = self->plain_used - self->within;
  return record;
}

/* Where the next record begins in what is decompressed, if there is one. */
static gboolean
recover_within (SlWarcReader *self)
{
  gsize length;
  const char *data = g_bytes_get_data (self->plain, &length);

  for (const char *at = data + self->within; (at = memchr (at, '\n', (gsize) (data + length - at))) != NULL;)
    {
      gsize left = (gsize) (data + length - ++at);

      if (self->arc ? !sl_arc_begins (at, left) : left < 8 || memcmp (at, "WARC/1.", 7) != 0)
        continue;
      self->plain_used = (gsize) (at - data);
      return TRUE;
    }
  return FALSE;
}

static gboolean
begins_member (const SlWarcReader *self,
               const guint8       *data,
               gsize               length)
{
  char plain[PEEK_BYTES] = { 0 };
  gsize known = peek (data, length, plain);

  return self->arc ? sl_arc_begins (plain, known) : known >= 5 && memcmp (plain, "WARC/", 5) == 0;
}

/**
 * sl_warc_reader_recover:
 *
 * After a failure of sl_warc_reader_next(), goes on to the next place where a record can begin: behind the damaged
 * record, or in a later gzip member. What is passed over is lost for this reader, and only that.
 *
 * Returns: whether there is such a place
 */
gboolean
sl_warc_reader_recover (SlWarcReader *self)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (self->bytes, &length);
  gsize at = self->position;

  if (self->plain != NULL && recover_within (self))
    return TRUE;

  /* A whole member is behind us already; one that does not decompress ends wherever the next begins. */
  if (self->plain == NULL)
    for (at = self->record + 1; at < length && !begins_member (self, data + at, length - at); at++)
      ;
  g_clear_pointer (&self->plain, g_bytes_unref);
  self->position = at;
  return at < length;
}

/**
 * sl_warc_reader_get_place:
 *
 * Returns: where the record that was read last begins
 */
SlWarcPlace
sl_warc_reader_get_place (SlWarcReader *self)
{
  gboolean plain = self->plain == NULL || is_plain_file (self);

  return (SlWarcPlace) { self->record, plain ? 0 : self->within };
}

/**
 * sl_warc_reader_seek:
 * @place: what sl_warc_reader_get_place() gave for the same file
 *
 * Goes to a record, which is the next one to be read.
 *
 * Fails with %SL_STORE_ERROR_DAMAGED.
 */
gboolean
sl_warc_reader_seek (SlWarcReader  *self,
                     SlWarcPlace    place,
                     GError       **error)
{
  gboolean same = self->plain != NULL && self->record == place.offset && !is_plain_file (self);

  if (!same)
    {
      g_clear_pointer (&self->plain, g_bytes_unref);
      self->position = MIN (place.offset, g_bytes_get_size (self->bytes));
    }
  if (place.within == 0 && !same)
    return TRUE;
  if (!same && !inflate_next (self, error))
    return FALSE;

  self->plain_used = MIN (place.within, g_bytes_get_size (self->plain));
  return TRUE;
}

/**
 * sl_warc_reader_dup_raw:
 *
 * Gets the record that was read last as it stands in the file, headers and block, decompressed, without the line ends
 * after it.
 *
 * Returns: (transfer full) (nullable): its bytes; %NULL for a record of an ARC file
 */
GBytes *
sl_warc_reader_dup_raw (SlWarcReader *self)
{
  if (self->arc || self->plain == NULL || self->raw_bytes == 0)
    return NULL;

  return g_bytes_new_from_bytes (self->plain, self->within, self->raw_bytes);
}
