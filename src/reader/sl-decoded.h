/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SlDecoded:
 * @text: (owned): valid UTF-8, zero-terminated; zero bytes of the capture are U+FFFD
 * @length: bytes of @text
 *
 * The text of a capture as UTF-8, with the way back to the capture's bytes.
 */
typedef struct
{
  char *text;
  gsize length;
  GArray *pieces; /*< private >*/
  gsize capture_size;
} SlDecoded;

/**
 * SlDecodedRange:
 * @start: first byte
 * @end: one past the last byte
 *
 * A stretch of a decoded text.
 */
typedef struct
{
  gsize start;
  gsize end;
} SlDecodedRange;

SlDecoded *sl_decoded_new (const guint8 *bytes,
                           gsize         size,
                           const char   *charset,
                           GError      **error);

void sl_decoded_free (SlDecoded *self);

void sl_decoded_remove (SlDecoded            *self,
                        const SlDecodedRange *ranges,
                        guint                 n_ranges);

guint32 sl_decoded_to_capture (const SlDecoded *self,
                               gsize            offset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlDecoded, sl_decoded_free)

G_END_DECLS
