/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/sl-gzip-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "store/sl-case.h"

#define STEP_BYTES (256 * 1024)

/* So much goes to a file at most, and no text becomes so many times smaller by honest means. */
#define MAX_FILE_BYTES (G_GUINT64_CONSTANT (8) * 1024 * 1024 * 1024)
#define MAX_RATIO 300

/* Where decompressed data go: into memory while there is room for them there, then all of them into a file. */
typedef struct
{
  GByteArray *memory;        /* (owned) (nullable): %NULL once there is a file */
  gsize       memory_bytes;  /* what may stand there */
  int         fd;            /* (owned): of a file without a name, or -1 */
  guint64     size;
} Spool;

static gboolean
fail_from_errno (GError **error)
{
  int saved = errno;

  g_set_error (error, SL_STORE_ERROR, SL_STORE_ERROR_IO,
               _ ("There is no room to decompress the file in %s: %s. Make room there, and try again."), g_get_user_cache_dir (), g_strerror (saved));
  return FALSE;
}

static gboolean
write_all (int            fd,
           const guint8  *data,
           gsize          length,
           GError       **error)
{
  while (length > 0)
    {
      gssize written = write (fd, data, length);

      if (written < 0 && errno == EINTR)
        continue;
      if (written <= 0)
        return fail_from_errno (error);
      data += written;
      length -= (gsize) written;
    }
  return TRUE;
}

/* The file has no name any more when it is used, so that nothing is left behind whatever happens. */
static gboolean
move_to_file (Spool   *self,
              GError **error)
{
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "sourceline-XXXXXX", NULL);
  g_autoptr (GByteArray) memory = g_steal_pointer (&self->memory);

  g_mkdir_with_parents (g_get_user_cache_dir (), 0700);
  self->fd = g_mkstemp_full (path, O_RDWR | O_CLOEXEC, 0600);
  if (self->fd < 0)
    return fail_from_errno (error);
  g_unlink (path);

  return write_all (self->fd, memory->data, memory->len, error);
}

static gboolean
put (Spool         *self,
     const guint8  *data,
     gsize          length,
     gsize          read,
     GError       **error)
{
  self->size += length;
  if (self->size > MAX_FILE_BYTES || (self->size > self->memory_bytes && self->size / MAX_RATIO > read))
    {
      g_set_error_literal (error, SL_STORE_ERROR, SL_STORE_ERROR_DAMAGED, _ ("Compressed data become far larger than they are, as only those of a trap do."));
      return FALSE;
    }
  if (self->memory != NULL && self->size <= self->memory_bytes)
    {
      g_byte_array_append (self->memory, data, (guint) length);
      return TRUE;
    }

  return (self->memory == NULL || move_to_file (self, error)) && write_all (self->fd, data, length, error);
}

static gboolean
inflate (Spool         *self,
         const guint8  *data,
         gsize          length_bytes,
         gsize         *used_bytes,
         GError       **error)
{
  g_autoptr (GZlibDecompressor) decompressor = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autofree guint8 *step = g_malloc (STEP_BYTES);
  gsize read = 0, written = 0;
  GConverterResult result;

  *used_bytes = 0;
  do
    {
      g_autoptr (GError) problem = NULL;

      result = g_converter_convert (G_CONVERTER (decompressor), data + *used_bytes, length_bytes - *used_bytes,
                                    step, STEP_BYTES, G_CONVERTER_INPUT_AT_END, &read, &written, &problem);
      if (result == G_CONVERTER_ERROR)
        {
          g_set_error (error, SL_STORE_ERROR, SL_STORE_ERROR_DAMAGED, _ ("Compressed data are damaged or cut off: %s."), problem->message);
          return FALSE;
        }
      *used_bytes += read;
      if (!put (self, step, written, *used_bytes, error))
        return FALSE;
    }
  while (result != G_CONVERTER_FINISHED);

  return TRUE;
}

static GBytes *
finish (Spool   *self,
        GError **error)
{
  g_autoptr (GMappedFile) mapped = NULL;
  g_autoptr (GError) problem = NULL;

  if (self->memory != NULL)
    return g_byte_array_free_to_bytes (g_steal_pointer (&self->memory));

  mapped = g_mapped_file_new_from_fd (self->fd, FALSE, &problem);
  if (mapped != NULL)
    return g_mapped_file_get_bytes (mapped);

  g_set_error_literal (error, SL_STORE_ERROR, SL_STORE_ERROR_IO, problem->message);
  return NULL;
}

/**
 * sl_gzip_inflate_large:
 * @memory_bytes: how much of it may stand in memory
 * @used_bytes: (out): length of the first member
 *
 * Decompresses the first gzip member in @data as a stream. When it is larger than @memory_bytes it goes into a file
 * without a name in the person's cache folder, and what is returned is that file mapped.
 *
 * Fails with %SL_STORE_ERROR_DAMAGED when the data are damaged, end too early, or become far larger than any honest
 * ones, and with %SL_STORE_ERROR_IO when there is no room for the file.
 *
 * Returns: (transfer full) (nullable): what is in it
 */
GBytes *
sl_gzip_inflate_large (const void  *data,
                       gsize        length_bytes,
                       gsize        memory_bytes,
                       gsize       *used_bytes,
                       GError     **error)
{
  Spool spool = { g_byte_array_new (), memory_bytes, -1, 0 };
  GBytes *plain = inflate (&spool, data, length_bytes, used_bytes, error) ? finish (&spool, error) : NULL;

  g_clear_pointer (&spool.memory, g_byte_array_unref);
  if (spool.fd >= 0)
    close (spool.fd);
  return plain;
}
