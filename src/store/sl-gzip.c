/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/sl-gzip-private.h"

#include <glib/gi18n-lib.h>

#include "store/sl-case.h"

#define STEP_BYTES (64 * 1024)

/* Runs a converter to its end; @used_bytes is what it took of the input. */
static GBytes *
convert (GConverter  *converter,
         const void  *data,
         gsize        length_bytes,
         gsize        limit_bytes,
         gsize       *used_bytes,
         GError     **error)
{
  g_autoptr (GByteArray) output = g_byte_array_new ();
  g_autofree guint8 *step = g_malloc (STEP_BYTES);
  gsize read = 0, written = 0;
  GConverterResult result;

  *used_bytes = 0;
  do
    {
      result = g_converter_convert (converter, (const guint8 *) data + *used_bytes, length_bytes - *used_bytes,
                                    step, STEP_BYTES, G_CONVERTER_INPUT_AT_END, &read, &written, error);
      if (result == G_CONVERTER_ERROR)
        return NULL;
      if (output->len + written > limit_bytes)
        {
          g_set_error (error, SL_STORE_ERROR, SL_STORE_ERROR_DAMAGED,
                       _ ("Compressed data hold more than the %zu bytes allowed, as only a trap does."), limit_bytes);
          return NULL;
        }
      g_byte_array_append (output, step, (guint) written);
      *used_bytes += read;
    }
  while (result != G_CONVERTER_FINISHED);

  return g_byte_array_free_to_bytes (g_steal_pointer (&output));
}

/**
 * sl_gzip_deflate:
 *
 * Makes one gzip member. The same data always give the same member: it bears neither name nor time.
 *
 * Returns: (transfer full) (nullable): the member
 */
GBytes *
sl_gzip_deflate (const void  *data,
                 gsize        length_bytes,
                 GError     **error)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, -1);
  gsize used;

  return convert (G_CONVERTER (compressor), data, length_bytes, G_MAXUINT32, &used, error);
}

/**
 * sl_gzip_inflate_one:
 * @used_bytes: (out): length of the first member
 *
 * Decompresses the first member or stream in @data; more may follow it.
 *
 * Fails with %SL_STORE_ERROR_DAMAGED when the data are damaged, end too early, or become larger than @limit_bytes.
 *
 * Returns: (transfer full) (nullable): what is in it
 */
GBytes *
sl_gzip_inflate_one (const void             *data,
                     gsize                   length_bytes,
                     GZlibCompressorFormat   format,
                     gsize                   limit_bytes,
                     gsize                  *used_bytes,
                     GError                **error)
{
  g_autoptr (GZlibDecompressor) decompressor = g_zlib_decompressor_new (format);
  g_autoptr (GError) problem = NULL;
  GBytes *plain = convert (G_CONVERTER (decompressor), data, length_bytes, limit_bytes, used_bytes, &problem);

  if (plain != NULL)
    return plain;

  if (problem->domain == SL_STORE_ERROR)
    g_propagate_error (error, g_steal_pointer (&problem));
  else
    g_set_error (error, SL_STORE_ERROR, SL_STORE_ERROR_DAMAGED,
                 _ ("Compressed data are damaged or cut off: %s."), problem->message);
  return NULL;
}

/**
 * sl_gzip_inflate:
 *
 * Decompresses all of @compressed: one member or stream, or several gzip members after each other.
 *
 * Fails as sl_gzip_inflate_one() does.
 *
 * Returns: (transfer full) (nullable): what is in it
 */
GBytes *
sl_gzip_inflate (GBytes                 *compressed,
                 GZlibCompressorFormat   format,
                 gsize                   limit_bytes,
                 GError                **error)
{
  g_autoptr (GByteArray) output = g_byte_array_new ();
  gsize length, offset = 0;
  const guint8 *data = g_bytes_get_data (compressed, &length);

  /* An empty body stays empty, whatever coding is announced for it (204, 304, HEAD). */
  while (offset < length)
    {
      gsize used = 0;
      g_autoptr (GBytes) part = sl_gzip_inflate_one (data + offset, length - offset, format,
                                                     limit_bytes - output->len, &used, error);

      if (part == NULL)
        return NULL;
      g_byte_array_append (output, g_bytes_get_data (part, NULL), (guint) g_bytes_get_size (part));
      offset += used;
      /* Some servers pad; what follows the first member and is none is not part of the content. */
      if (format != G_ZLIB_COMPRESSOR_FORMAT_GZIP || offset >= length || data[offset] != 0x1f)
        break;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&output));
}
