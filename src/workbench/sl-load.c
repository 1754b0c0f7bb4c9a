/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-load.h"

#include <glib/gi18n-lib.h>

static GBytes *
read_limited (GInputStream  *input,
              const char    *name,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 buffer[64 * 1024];
  gssize n;

  while ((n = g_input_stream_read (input, buffer, sizeof buffer, cancellable, error)) > 0)
    {
      if (bytes->len + n > SL_LOAD_MAX_BYTES)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                       _ ("%s is larger than %u MiB, more than an article ever is. Nothing was read from it."),
                       name, SL_LOAD_MAX_BYTES / (1024 * 1024));
          return NULL;
        }
      g_byte_array_append (bytes, buffer, n);
    }

  return n == 0 ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

static gboolean
is_gzip (GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  return size >= 2 && data[0] == 0x1f && data[1] == 0x8b;
}

/**
 * sl_load_file:
 *
 * Reads a file as it is.
 *
 * Fails with G_IO_ERROR; with G_IO_ERROR_NO_SPACE for more than %SL_LOAD_MAX_BYTES.
 *
 * Returns: (transfer full)
 */
GBytes *
sl_load_file (GFile         *file,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (GFileInputStream) input = g_file_read (file, cancellable, error);
  g_autofree char *name = g_file_get_parse_name (file);

  return input != NULL ? read_limited (G_INPUT_STREAM (input), name, cancellable, error) : NULL;
}

/**
 * sl_load_path:
 *
 * As sl_load_file(), unpacking what gzip packed.
 *
 * Returns: (transfer full)
 */
GBytes *
sl_load_path (const char    *path,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GBytes) bytes = sl_load_file (file, cancellable, error);
  g_autoptr (GConverter) gunzip = NULL;
  g_autoptr (GInputStream) packed = NULL;
  g_autoptr (GInputStream) input = NULL;

  if (bytes == NULL || !is_gzip (bytes))
    return g_steal_pointer (&bytes);

  gunzip = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  packed = g_memory_input_stream_new_from_bytes (bytes);
  input = g_converter_input_stream_new (packed, gunzip);

  return read_limited (input, path, cancellable, error);
}
