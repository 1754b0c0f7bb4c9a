/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sl-span.h"

G_BEGIN_DECLS

/**
 * SlOffsets:
 *
 * Converts between byte and code point positions of one UTF-8 text.
 *
 * A mark is kept every few dozen code points, so that either way takes constant
 * time and the table about an eighth of the text. It holds no reference to the text
 * beyond the pointer: the text must outlive it and stay unchanged. Immutable, so
 * that several threads may use one.
 */
typedef struct _SlOffsets SlOffsets;

SlOffsets *sl_offsets_new           (const char      *text,
                                     gsize            length_bytes);
void       sl_offsets_free          (SlOffsets       *self);
gsize      sl_offsets_to_cp         (const SlOffsets *self,
                                     gsize            byte);
gsize      sl_offsets_to_byte       (const SlOffsets *self,
                                     gsize            cp);
gsize      sl_offsets_get_length_cp (const SlOffsets *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlOffsets, sl_offsets_free)

G_END_DECLS
