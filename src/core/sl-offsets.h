#pragma once

#include "core/sl-span.h"

G_BEGIN_DECLS

typedef struct _SlOffsets SlOffsets;

/* Converts between byte and code point positions of one UTF-8 text in O(1) amortised by sparse marks. */
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
