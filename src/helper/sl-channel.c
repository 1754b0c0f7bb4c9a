/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "helper/sl-channel.h"

#include <glib/gi18n-lib.h>

#include "helper/sl-helper-error.h"

/* Whole frames over a non-blocking socket, with one deadline for all of a frame:
 * the timeout of a GSocket starts anew with every byte, so that a helper which
 * trickles could hold its client for ever.
 */

static gboolean
wait_for (GSocket       *socket,
          GIOCondition   condition,
          gint64         deadline_usec,
          GCancellable  *cancellable,
          GError       **error)
{
  gint64 left_usec = -1;

  if (deadline_usec != G_MAXINT64)
    left_usec = MAX (deadline_usec - g_get_monotonic_time (), 0);
  return g_socket_condition_timed_wait (socket, condition, left_usec, cancellable, error);
}

/**
 * sl_channel_send:
 * @socket: a non-blocking socket
 * @frame: from sl_frame_encode()
 * @deadline_usec: monotonic time by which the frame must have gone out, G_MAXINT64 for none
 * @cancellable: (nullable): to give up
 * @error: return location for a #GError
 *
 * Sends one frame.
 *
 * Returns: %FALSE with G_IO_ERROR_TIMED_OUT, G_IO_ERROR_CANCELLED or an error of the socket
 */
gboolean
sl_channel_send (GSocket       *socket,
                 GBytes        *frame,
                 gint64         deadline_usec,
                 GCancellable  *cancellable,
                 GError       **error)
{
  gsize length;
  const char *bytes = g_bytes_get_data (frame, &length);

  for (gsize sent = 0; sent < length;)
    {
      g_autoptr (GError) failure = NULL;
      gssize n;

      if (!wait_for (socket, G_IO_OUT, deadline_usec, cancellable, error))
        return FALSE;

      n = g_socket_send_with_blocking (socket, bytes + sent, length - sent, FALSE, cancellable, &failure);
      if (n >= 0)
        sent += (gsize) n;
      else if (!g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK))
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
receive_whole (GSocket       *socket,
               char          *buffer,
               gsize          length,
               gint64         deadline_usec,
               GCancellable  *cancellable,
               GError       **error)
{
  for (gsize got = 0; got < length;)
    {
      g_autoptr (GError) failure = NULL;
      gssize n;

      if (!wait_for (socket, G_IO_IN, deadline_usec, cancellable, error))
        return FALSE;

      n = g_socket_receive_with_blocking (socket, buffer + got, length - got, FALSE, cancellable, &failure);
      if (n > 0)
        got += (gsize) n;
      else if (n == 0)
        {
          g_set_error_literal (error, SL_HELPER_ERROR, SL_HELPER_ERROR_CLOSED,
                               _ ("The helper process closed the connection"));
          return FALSE;
        }
      else if (!g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK))
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * sl_channel_receive:
 * @socket: a non-blocking socket
 * @kind: (out): what the body is
 * @deadline_usec: monotonic time by which the frame must be here, G_MAXINT64 for none
 * @cancellable: (nullable): to give up
 * @error: return location for a #GError
 *
 * Receives one frame.
 *
 * Returns: (transfer full): its body; %NULL with %SL_HELPER_ERROR_CLOSED when the other side went away,
 *   %SL_HELPER_ERROR_PROTOCOL, %SL_HELPER_ERROR_TOO_LARGE, G_IO_ERROR_TIMED_OUT, G_IO_ERROR_CANCELLED
 *   or an error of the socket
 */
GVariant *
sl_channel_receive (GSocket       *socket,
                    SlFrameKind   *kind,
                    gint64         deadline_usec,
                    GCancellable  *cancellable,
                    GError       **error)
{
  guint8 bytes[SL_FRAME_HEADER_BYTES];
  SlFrameHeader header;
  g_autofree guint8 *buffer = NULL;
  g_autoptr (GBytes) body = NULL;

  if (!receive_whole (socket, (char *) bytes, sizeof bytes, deadline_usec, cancellable, error)
      || !sl_frame_decode_header (bytes, &header, error))
    return NULL;

  buffer = g_malloc (MAX (header.length, 1));
  if (!receive_whole (socket, (char *) buffer, header.length, deadline_usec, cancellable, error))
    return NULL;

  *kind = header.kind;
  body = g_bytes_new_take (g_steal_pointer (&buffer), header.length);
  return sl_frame_decode_body (body, error);
}
