/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/sl-http-message.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/sl-case.h"
#include "store/sl-gzip-private.h"
#include "store/sl-header-lines-private.h"

#if HAVE_BROTLI
#include <brotli/decode.h>
#endif

static gboolean
fail (GError     **error,
      const char  *what)
{
  g_set_error (error, SL_STORE_ERROR, SL_STORE_ERROR_DAMAGED,
               _ ("The stored HTTP message is damaged: %s. Restore the case from a copy, or capture the page again."), what);
  return FALSE;
}

static int
parse_status (const char *line,
              gsize       length)
{
  const char *blank = memchr (line, ' ', length);
  gsize left = blank == NULL ? 0 : length - (gsize) (blank + 1 - line);

  if (length < 5 || memcmp (line, "HTTP/", 5) != 0 || left < 3 || !g_ascii_isdigit (blank[1]) || !g_ascii_isdigit (blank[2]) || !g_ascii_isdigit (blank[3]))
    return 0;

  return (blank[1] - '0') * 100 + (blank[2] - '0') * 10 + (blank[3] - '0');
}

/**
 * sl_http_message_parse:
 * @message: a request or response as it went over the wire
 *
 * Reads the head of a message. Fails with %SL_STORE_ERROR_DAMAGED when it has none.
 *
 * Returns: (transfer full) (nullable): the head
 */
SlHttpMessage *
sl_http_message_parse (GBytes  *message,
                       GError **error)
{
  gsize length, used = 0;
  const char *data = g_bytes_get_data (message, &length);
  const char *feed = length == 0 ? NULL : memchr (data, '\n', MIN (length, 16384));
  g_autoptr (SlHttpMessage) self = NULL;

  if (feed == NULL)
    {
      fail (error, _ ("it has no first line"));
      return NULL;
    }

  self = g_new0 (SlHttpMessage, 1);
  self->headers = sl_header_lines_new ();
  self->status = parse_status (data, (gsize) (feed - data));
  self->head_bytes = (gsize) (feed + 1 - data);
  if (sl_header_lines_read (feed + 1, length - self->head_bytes, self->headers, &used) != SL_HEADER_LINES_WHOLE)
    {
      fail (error, _ ("its headers are not whole"));
      return NULL;
    }

  self->head_bytes += used;
  return g_steal_pointer (&self);
}

/**
 * sl_http_message_free:
 * @self: (nullable) (transfer full): a message
 *
 * Frees a message.
 */
void
sl_http_message_free (SlHttpMessage *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->headers, g_ptr_array_unref);
  g_free (self);
}

/**
 * sl_http_message_get_header:
 *
 * Returns: (transfer none) (nullable): value of the first header of that name, in whatever case
 */
const char *
sl_http_message_get_header (const SlHttpMessage *self,
                            const char          *name)
{
  return sl_header_lines_find (self->headers, name);
}

/* The size line of a chunk: hexadecimal digits, and extensions that mean nothing to us. */
static gboolean
read_chunk_size (const char **at,
                 const char  *end,
                 gsize       *size)
{
  const char *feed = memchr (*at, '\n', (gsize) (end - *at));
  const char *digit = *at;

  *size = 0;
  if (feed == NULL || !g_ascii_isxdigit (*digit))
    return FALSE;

  for (; g_ascii_isxdigit (*digit); digit++)
    {
      if (*size > G_MAXUINT32)
        return FALSE;
      *size = *size << 4 | (gsize) g_ascii_xdigit_value (*digit);
    }

  *at = feed + 1;
  return *digit == ';' || *digit == '\r' || *digit == '\n' || *digit == ' ' || *digit == '\t';
}

static gboolean
skip_line_end (const char **at,
               const char  *end)
{
  if (*at < end && **at == '\r')
    (*at)++;
  if (*at >= end || **at != '\n')
    return FALSE;

  (*at)++;
  return TRUE;
}

static GBytes *
join_chunks (const char  *at,
             const char  *end,
             gsize        limit_bytes,
             GError     **error)
{
  g_autoptr (GByteArray) joined = g_byte_array_new ();
  gsize size = 0;

  while (at < end)
    {
      if (!read_chunk_size (&at, end, &size) || size > (gsize) (end - at))
        break;
      if (size == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&joined));
      if (joined->len + size > limit_bytes)
        {
          fail (error, _ ("its body is larger than allowed"));
          return NULL;
        }
      g_byte_array_append (joined, (const guint8 *) at, (guint) size);
      at += size;
      if (!skip_line_end (&at, end))
        break;
    }

  fail (error, _ ("its chunks do not fit together"));
  return NULL;
}

/* A size, so many bytes, and the end of a line; what ends before them, or at once, may be chunks that are cut off. */
static gboolean
begins_with_chunk (const char *at,
                   const char *end)
{
  gsize size = 0;

  if (at >= end)
    return TRUE;
  if (!read_chunk_size (&at, end, &size))
    return FALSE;
  if (size == 0 || size >= (gsize) (end - at))
    return TRUE;

  at += size;
  return skip_line_end (&at, end);
}

/**
 * sl_http_message_is_chunked:
 * @message: what @self was parsed from
 *
 * Returns: whether the body really is in chunks; a header that says so is not enough, as many crawlers store the joined
 *   body beneath it
 */
gboolean
sl_http_message_is_chunked (const SlHttpMessage *self,
                            GBytes              *message)
{
  const char *coding = sl_http_message_get_header (self, "Transfer-Encoding");
  gsize length;
  const char *data = g_bytes_get_data (message, &length);

  return coding != NULL && g_ascii_strcasecmp (coding, "chunked") == 0 && begins_with_chunk (data + self->head_bytes, data + length);
}

/**
 * sl_http_message_get_body:
 * @message: what @self was parsed from
 *
 * Takes the transfer coding off the body, unless it is off already; content codings stay. This is what WARC calls the
 * payload.
 *
 * Fails with %SL_STORE_ERROR_DAMAGED when the chunks do not fit together or are larger than @limit_bytes.
 *
 * Returns: (transfer full) (nullable): the body
 */
GBytes *
sl_http_message_get_body (const SlHttpMessage  *self,
                          GBytes               *message,
                          gsize                 limit_bytes,
                          GError              **error)
{
  gsize length;
  const char *data = g_bytes_get_data (message, &length);

  g_return_val_if_fail (self->head_bytes <= length, NULL);

  if (sl_http_message_is_chunked (self, message))
    return join_chunks (data + self->head_bytes, data + length, limit_bytes, error);
  if (length - self->head_bytes <= limit_bytes)
    return g_bytes_new_from_bytes (message, self->head_bytes, length - self->head_bytes);

  fail (error, _ ("its body is larger than allowed"));
  return NULL;
}

#if HAVE_BROTLI
static GBytes *
decode_brotli (GBytes  *body,
               gsize    limit_bytes,
               GError **error)
{
  g_autoptr (GByteArray) plain = g_byte_array_new ();
  gsize left, room = 0;
  const guint8 *at = g_bytes_get_data (body, &left);
  BrotliDecoderState *state = BrotliDecoderCreateInstance (NULL, NULL, NULL);
  BrotliDecoderResult result;

  do
    {
      const guint8 *piece;

      result = BrotliDecoderDecompressStream (state, &left, &at, &room, NULL, NULL);
      while ((piece = BrotliDecoderTakeOutput (state, &room)), room > 0 && plain->len + room <= limit_bytes)
        g_byte_array_append (plain, piece, (guint) room);
      if (room > 0)
        break;
    }
  while (result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT);
  BrotliDecoderDestroyInstance (state);

  if (room == 0 && result == BROTLI_DECODER_RESULT_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&plain));
  fail (error, room > 0 ? _ ("its body is larger than allowed") : _ ("its brotli encoding is broken or cut off"));
  return NULL;
}
#endif

static GBytes *
decode_one (GBytes      *body,
            const char  *encoding,
            gsize        limit_bytes,
            GError     **error)
{
  if (*encoding == '\0' || g_ascii_strcasecmp (encoding, "identity") == 0)
    return g_bytes_ref (body);
  if (g_ascii_strcasecmp (encoding, "gzip") == 0 || g_ascii_strcasecmp (encoding, "x-gzip") == 0)
    return sl_gzip_inflate (body, G_ZLIB_COMPRESSOR_FORMAT_GZIP, limit_bytes, error);
  if (g_ascii_strcasecmp (encoding, "deflate") == 0)
    {
      GBytes *plain = sl_gzip_inflate (body, G_ZLIB_COMPRESSOR_FORMAT_ZLIB, limit_bytes, NULL);

      /* Servers disagree on what "deflate" is; browsers take the raw stream, too. */
      return plain != NULL ? plain : sl_gzip_inflate (body, G_ZLIB_COMPRESSOR_FORMAT_RAW, limit_bytes, error);
    }

#if HAVE_BROTLI
  if (g_ascii_strcasecmp (encoding, "br") == 0)
    return decode_brotli (body, limit_bytes, error);
#endif

  fail (error, _ ("its content encoding is not known"));
  return NULL;
}

/**
 * sl_http_decode:
 * @encodings: (nullable): value of Content-Encoding: the codings in the order in which they were applied
 *
 * Takes the content codings (gzip, deflate, and brotli where it is built in) off a body.
 *
 * Fails with %SL_STORE_ERROR_DAMAGED when one is not known, the data are damaged or become larger
 * than @limit_bytes.
 *
 * Returns: (transfer full) (nullable): the bytes below
 */
GBytes *
sl_http_decode (GBytes      *body,
                const char  *encodings,
                gsize        limit_bytes,
                GError     **error)
{
  g_autoptr (GBytes) plain = g_bytes_ref (body);
  g_auto (GStrv) names = g_strsplit (encodings == NULL ? "" : encodings, ",", 5);

  for (int i = (int) g_strv_length (names) - 1; i >= 0; i--)
    {
      GBytes *next = decode_one (plain, g_strstrip (names[i]), limit_bytes, error);

      if (next == NULL)
        return NULL;
      g_bytes_unref (plain);
      plain = next;
    }

  return g_steal_pointer (&plain);
}
