/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fetcher/sl-decode.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "helper/sl-fetch-error.h"

/* Nobody nests codings; who does wants to multiply the work. */
#define MAX_CODINGS 2

#define CHUNK_BYTES (64u * 1024u)

static void
set_damaged_error (GError     **error,
                   const char  *coding)
{
  g_set_error (error, SL_FETCH_ERROR, SL_FETCH_ERROR_BAD_ENCODING,
               _ ("The page is compressed with “%s”, but damaged or incomplete"), coding);
}

static gboolean
append (GByteArray    *out,
        const guint8  *bytes,
        gsize          length,
        gsize          max_bytes,
        GError       **error)
{
  if (length <= max_bytes - out->len)
    {
      g_byte_array_append (out, bytes, (guint) length);
      return TRUE;
    }

  g_autofree char *limit = g_format_size_full (max_bytes, G_FORMAT_SIZE_IEC_UNITS);

  g_set_error (error, SL_FETCH_ERROR, SL_FETCH_ERROR_TOO_LARGE_DECODED,
               _ ("The page is larger than %s once it is decompressed"), limit);
  return FALSE;
}

/* One compressed stream. @used: (out): how much of @bytes it took. */
static gboolean
inflate_stream (GConverter    *converter,
                const guint8  *bytes,
                gsize          size,
                gsize         *used,
                GByteArray    *out,
                gsize          max_bytes,
                GError       **error)
{
  g_autofree guint8 *chunk = g_malloc (CHUNK_BYTES);
  GConverterResult result = G_CONVERTER_CONVERTED;

  *used = 0;
  while (result != G_CONVERTER_FINISHED)
    {
      gsize n_read = 0, n_written = 0;

      result = g_converter_convert (converter, bytes + *used, size - *used, chunk, CHUNK_BYTES,
                                    G_CONVERTER_INPUT_AT_END, &n_read, &n_written, error);
      if (result == G_CONVERTER_ERROR || !append (out, chunk, n_written, max_bytes, error))
        return FALSE;
      *used += n_read;
    }

  return TRUE;
}

static gboolean
inflate_as (GZlibCompressorFormat   format,
            GBytes                 *payload,
            GByteArray             *out,
            gsize                   max_bytes,
            GError                **error)
{
  g_autoptr (GZlibDecompressor) converter = g_zlib_decompressor_new (format);
  gsize size;
  const guint8 *bytes = g_bytes_get_data (payload, &size);
  gsize used = 0;

  if (!inflate_stream (G_CONVERTER (converter), bytes, size, &used, out, max_bytes, error))
    return FALSE;

  /* A gzip file may have several members (RFC 1952, 2.2). Anything else that follows is padding. */
  while (format == G_ZLIB_COMPRESSOR_FORMAT_GZIP && size - used > 2 && bytes[used] == 0x1f && bytes[used + 1] == 0x8b)
    {
      gsize more = 0;

      g_converter_reset (G_CONVERTER (converter));
      if (!inflate_stream (G_CONVERTER (converter), bytes + used, size - used, &more, out, max_bytes, error))
        return FALSE;
      used += more;
    }

  return TRUE;
}

static GBytes *
inflate (GBytes      *payload,
         const char  *coding,
         gsize        max_bytes,
         GError     **error)
{
  gboolean gzip = strcmp (coding, "deflate") != 0;
  g_autoptr (GByteArray) out = g_byte_array_new ();
  g_autoptr (GError) failure = NULL;
  gboolean done;

  done = inflate_as (gzip ? G_ZLIB_COMPRESSOR_FORMAT_GZIP : G_ZLIB_COMPRESSOR_FORMAT_ZLIB, payload, out, max_bytes, &failure);

  /* "deflate" means zlib's format (RFC 9110, 8.4.1.2), but some servers send it bare. */
  if (!done && !gzip && out->len == 0)
    {
      g_clear_error (&failure);
      done = inflate_as (G_ZLIB_COMPRESSOR_FORMAT_RAW, payload, out, max_bytes, &failure);
    }

  if (done)
    return g_byte_array_free_to_bytes (g_steal_pointer (&out));

  if (failure->domain == SL_FETCH_ERROR)
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    set_damaged_error (error, coding);
  return NULL;
}

static GBytes *
decode_one (GBytes      *payload,
            const char  *coding,
            gsize        max_bytes,
            GError     **error)
{
  if (coding[0] == '\0' || strcmp (coding, "identity") == 0)
    return g_bytes_ref (payload);

  if (strcmp (coding, "gzip") != 0 && strcmp (coding, "x-gzip") != 0 && strcmp (coding, "deflate") != 0)
    {
      g_autofree char *shown = g_strescape (coding, NULL);

      g_set_error (error, SL_FETCH_ERROR, SL_FETCH_ERROR_BAD_ENCODING,
                   _ ("The page is compressed with “%s”, which Sourceline did not ask for and cannot read"), shown);
      return NULL;
    }

  /* An empty body, of a 304 for instance, may carry the header all the same. */
  if (g_bytes_get_size (payload) == 0)
    return g_bytes_ref (payload);
  return inflate (payload, coding, max_bytes, error);
}

/**
 * sl_decode:
 * @payload: a body without transfer coding
 * @content_encoding: (nullable): value of the header Content-Encoding
 * @max_bytes: how long the result may be, and whatever lies between
 * @error: return location for a #GError
 *
 * Removes the content codings: gzip and deflate, as GZlibDecompressor reads them.
 *
 * Returns: (transfer full): the body, @payload itself where nothing was encoded; %NULL with
 *   %SL_FETCH_ERROR_TOO_LARGE_DECODED, or %SL_FETCH_ERROR_BAD_ENCODING when a coding is unknown or the
 *   data damaged
 */
GBytes *
sl_decode (GBytes      *payload,
           const char  *content_encoding,
           gsize        max_bytes,
           GError     **error)
{
  g_autoptr (GBytes) body = NULL;
  g_auto (GStrv) codings = NULL;
  guint n;

  g_return_val_if_fail (payload != NULL, NULL);

  body = g_bytes_ref (payload);
  codings = g_strsplit (content_encoding != NULL ? content_encoding : "", ",", -1);
  n = g_strv_length (codings);
  if (n > MAX_CODINGS)
    {
      set_damaged_error (error, _ ("too many codings"));
      return NULL;
    }

  /* The last one was applied last. */
  for (guint i = n; i > 0; i--)
    {
      g_autofree char *coding = g_ascii_strdown (g_strstrip (codings[i - 1]), -1);
      GBytes *decoded = decode_one (body, coding, max_bytes, error);

      if (decoded == NULL)
        return NULL;
      g_bytes_unref (body);
      body = decoded;
    }

  return g_steal_pointer (&body);
}
