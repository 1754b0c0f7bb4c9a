/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SECTION:sl-frame
 *
 * The frames that travel between Sourceline and its two helper processes.
 *
 * A frame is a header of %SL_FRAME_HEADER_BYTES bytes and a body:
 *
 *     offset  0  4 bytes   "SLF1": magic and version of the protocol
 *     offset  4  u32 LE    kind, one of #SlFrameKind
 *     offset  8  u32 LE    length of the body in bytes
 *     offset 12  u32 LE    zero
 *     offset 16  body      a GVariant of type a{sv}, serialised little endian
 *
 * Byte strings stand in the dictionary as "ay", so that nothing is escaped or
 * copied twice. A body which is longer than %SL_FRAME_MAX_BYTES, or which is not
 * in GVariant's normal form, is refused: the other side may be in the hands of
 * whoever wrote the page that it parsed.
 */

#define SL_FRAME_HEADER_BYTES 16
#define SL_FRAME_MAX_BYTES (128u * 1024u * 1024u)

/** The type of every body: a dictionary. */
#define SL_FRAME_BODY_TYPE G_VARIANT_TYPE_VARDICT

/**
 * SlFrameKind:
 * @SL_FRAME_HELLO: helper to client, once: name, version, sandbox
 * @SL_FRAME_REQUEST: client to helper
 * @SL_FRAME_PROGRESS: helper to client, any number of times before the answer
 * @SL_FRAME_REPLY: helper to client: the answer to a request
 * @SL_FRAME_ERROR: helper to client: the request failed (domain, code, message)
 */
typedef enum
{
  SL_FRAME_HELLO = 1,
  SL_FRAME_REQUEST = 2,
  SL_FRAME_PROGRESS = 3,
  SL_FRAME_REPLY = 4,
  SL_FRAME_ERROR = 5,
} SlFrameKind;

/**
 * SlFrameHeader:
 * @kind: what the body is
 * @length: length of the body in bytes, at most %SL_FRAME_MAX_BYTES
 */
typedef struct
{
  SlFrameKind kind;
  guint32 length;
} SlFrameHeader;

GBytes   *sl_frame_encode        (SlFrameKind     kind,
                                  GVariant       *body,
                                  GError        **error);
gboolean  sl_frame_decode_header (const guint8    bytes[SL_FRAME_HEADER_BYTES],
                                  SlFrameHeader  *header,
                                  GError        **error);
GVariant *sl_frame_decode_body   (GBytes         *body,
                                  GError        **error);
gboolean  sl_frame_write         (GOutputStream  *stream,
                                  SlFrameKind     kind,
                                  GVariant       *body,
                                  GCancellable   *cancellable,
                                  GError        **error);
GVariant *sl_frame_read          (GInputStream   *stream,
                                  SlFrameKind    *kind,
                                  GCancellable   *cancellable,
                                  GError        **error);

G_END_DECLS
