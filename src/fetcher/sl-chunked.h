/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SlChunkedResult:
 * @SL_CHUNKED_WHOLE: the body ends
 * @SL_CHUNKED_CUT: the body breaks off
 * @SL_CHUNKED_BROKEN: this is no chunked body
 *
 * What became of a chunked body.
 */
typedef enum
{
  SL_CHUNKED_WHOLE,
  SL_CHUNKED_CUT,
  SL_CHUNKED_BROKEN,
} SlChunkedResult;

SlChunkedResult sl_chunked_find_end (const guint8 *bytes,
                                     gsize         size,
                                     gsize        *payload_bytes,
                                     gsize        *end);

G_END_DECLS
