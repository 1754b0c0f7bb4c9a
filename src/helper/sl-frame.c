/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "helper/sl-frame.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "helper/sl-helper-error.h"

static const guint8 magic[4] = { 'S', 'L', 'F', '1' };

static guint32
get_u32 (const guint8 *bytes)
{
  return (guint32) bytes[0] | (guint32) bytes[1] << 8 | (guint32) bytes[2] << 16 | (guint32) bytes[3] << 24;
}

static void
put_u32 (guint8  *bytes,
         guint32  value)
{
  for (int i = 0; i < 4; i++)
    bytes[i] = (guint8) (value >> (8 * i));
}

static gboolean
check_length (gsize    length,
              GError **error)
{
  if (length <= SL_FRAME_MAX_BYTES)
    return TRUE;

  g_set_error (error, SL_HELPER_ERROR, SL_HELPER_ERROR_TOO_LARGE,
               _ ("A message between Sourceline and its helper process is %zu bytes long; %u are allowed"),
               length, SL_FRAME_MAX_BYTES);
  return FALSE;
}

/* GVariant serialises in the byte order of the machine; the wire has one order. */
static GVariant *
swap_on_big_endian (GVariant *body)
{
#if G_BYTE_ORDER == G_BIG_ENDIAN
  return g_variant_byteswap (body);
#else
  return g_variant_ref (body);
#endif
}

/**
 * sl_frame_encode:
 * @kind: what the body is
 * @body: a dictionary; consumed if floating
 * @error: return location for a #GError
 *
 * Puts a whole frame together.
 *
 * Returns: (transfer full): header and body; %NULL with
 *   %SL_HELPER_ERROR_TOO_LARGE when the body exceeds %SL_FRAME_MAX_BYTES
 */
GBytes *
sl_frame_encode (SlFrameKind   kind,
                 GVariant     *body,
                 GError      **error)
{
  g_autoptr (GVariant) sunk = NULL;
  g_autoptr (GVariant) wire = NULL;
  g_autofree guint8 *bytes = NULL;
  gsize length;

  g_return_val_if_fail (g_variant_is_of_type (body, SL_FRAME_BODY_TYPE), NULL);

  sunk = g_variant_ref_sink (body);
  wire = swap_on_big_endian (sunk);
  length = g_variant_get_size (wire);
  if (!check_length (length, error))
    return NULL;

  bytes = g_malloc (SL_FRAME_HEADER_BYTES + length);
  memcpy (bytes, magic, sizeof magic);
  put_u32 (bytes + 4, kind);
  put_u32 (bytes + 8, (guint32) length);
  put_u32 (bytes + 12, 0);
  g_variant_store (wire, bytes + SL_FRAME_HEADER_BYTES);
  return g_bytes_new_take (g_steal_pointer (&bytes), SL_FRAME_HEADER_BYTES + length);
}

/**
 * sl_frame_decode_header:
 * @bytes: the %SL_FRAME_HEADER_BYTES bytes that a frame begins with
 * @header: (out): what they say
 * @error: return location for a #GError
 *
 * Reads the header of a frame.
 *
 * Returns: %FALSE with %SL_HELPER_ERROR_PROTOCOL when this is no frame of this version,
 *   %SL_HELPER_ERROR_TOO_LARGE when its body exceeds %SL_FRAME_MAX_BYTES
 */
gboolean
sl_frame_decode_header (const guint8    bytes[SL_FRAME_HEADER_BYTES],
                        SlFrameHeader  *header,
                        GError        **error)
{
  guint32 kind = get_u32 (bytes + 4);
  guint32 length = get_u32 (bytes + 8);

  g_return_val_if_fail (header != NULL, FALSE);

  if (memcmp (bytes, magic, sizeof magic) != 0 || kind < SL_FRAME_HELLO || kind > SL_FRAME_ERROR || get_u32 (bytes + 12) != 0)
    {
      g_set_error_literal (error, SL_HELPER_ERROR, SL_HELPER_ERROR_PROTOCOL,
                           _ ("The helper process sent something that is no message of this version of Sourceline"));
      return FALSE;
    }

  if (!check_length (length, error))
    return FALSE;

  header->kind = (SlFrameKind) kind;
  header->length = length;
  return TRUE;
}

/**
 * sl_frame_decode_body:
 * @body: the body of a frame
 * @error: return location for a #GError
 *
 * Reads the body of a frame.
 *
 * Only GVariant's normal form is taken: it has exactly one reading, and whatever
 * is read from it later cannot fall back to default values unseen.
 *
 * Returns: (transfer full): a dictionary; %NULL with %SL_HELPER_ERROR_PROTOCOL
 *   when @body is not one in normal form
 */
GVariant *
sl_frame_decode_body (GBytes  *body,
                      GError **error)
{
  g_autoptr (GVariant) wire = NULL;

  g_return_val_if_fail (body != NULL, NULL);

  wire = g_variant_ref_sink (g_variant_new_from_bytes (SL_FRAME_BODY_TYPE, body, FALSE));
  if (g_variant_is_normal_form (wire))
    return swap_on_big_endian (wire);

  g_set_error_literal (error, SL_HELPER_ERROR, SL_HELPER_ERROR_PROTOCOL,
                       _ ("The helper process sent a damaged message"));
  return NULL;
}

/**
 * sl_frame_write:
 * @stream: where to write
 * @kind: what the body is
 * @body: a dictionary; consumed if floating
 * @cancellable: (nullable): to give up
 * @error: return location for a #GError
 *
 * Writes one frame and flushes.
 *
 * Returns: %FALSE with %SL_HELPER_ERROR_TOO_LARGE, or an error of the stream
 */
gboolean
sl_frame_write (GOutputStream  *stream,
                SlFrameKind     kind,
                GVariant       *body,
                GCancellable   *cancellable,
                GError        **error)
{
  g_autoptr (GBytes) frame = NULL;
  const guint8 *bytes;
  gsize length;

  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  frame = sl_frame_encode (kind, body, error);
  if (frame == NULL)
    return FALSE;

  bytes = g_bytes_get_data (frame, &length);
  return g_output_stream_write_all (stream, bytes, length, NULL, cancellable, error)
         && g_output_stream_flush (stream, cancellable, error);
}

static gboolean
read_whole (GInputStream  *stream,
            guint8        *buffer,
            gsize          length,
            gboolean       may_end,
            GCancellable  *cancellable,
            GError       **error)
{
  gsize got = 0;

  if (!g_input_stream_read_all (stream, buffer, length, &got, cancellable, error))
    return FALSE;
  if (got == length)
    return TRUE;

  if (got == 0 && may_end)
    g_set_error_literal (error, SL_HELPER_ERROR, SL_HELPER_ERROR_CLOSED,
                         _ ("The other side closed the connection"));
  else
    g_set_error_literal (error, SL_HELPER_ERROR, SL_HELPER_ERROR_PROTOCOL,
                         _ ("The connection to the helper process ended in the middle of a message"));
  return FALSE;
}

/* The length comes from the other side, so running out of memory is its error, not the end of this process. */
static guint8 *
allocate (guint32   length,
          GError  **error)
{
  guint8 *buffer = g_try_malloc (MAX (length, 1));

  if (buffer == NULL)
    g_set_error (error, SL_HELPER_ERROR, SL_HELPER_ERROR_TOO_LARGE,
                 _ ("There is not enough memory for a message of %u bytes"), length);
  return buffer;
}

/**
 * sl_frame_read:
 * @stream: where to read
 * @kind: (out): what the body is
 * @cancellable: (nullable): to give up
 * @error: return location for a #GError
 *
 * Reads one frame.
 *
 * Returns: (transfer full): its body; %NULL with %SL_HELPER_ERROR_CLOSED when the stream ended before
 *   the frame began, %SL_HELPER_ERROR_PROTOCOL, %SL_HELPER_ERROR_TOO_LARGE, or an error of the stream
 */
GVariant *
sl_frame_read (GInputStream  *stream,
               SlFrameKind   *kind,
               GCancellable  *cancellable,
               GError       **error)
{
  guint8 bytes[SL_FRAME_HEADER_BYTES];
  SlFrameHeader header;
  g_autofree guint8 *buffer = NULL;
  g_autoptr (GBytes) body = NULL;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);
  g_return_val_if_fail (kind != NULL, NULL);

  if (!read_whole (stream, bytes, sizeof bytes, TRUE, cancellable, error)
      || !sl_frame_decode_header (bytes, &header, error))
    return NULL;

  buffer = allocate (header.length, error);
  if (buffer == NULL
      || !read_whole (stream, buffer, header.length, FALSE, cancellable, error))
    return NULL;

  *kind = header.kind;
  body = g_bytes_new_take (g_steal_pointer (&buffer), header.length);
  return sl_frame_decode_body (body, error);
}
