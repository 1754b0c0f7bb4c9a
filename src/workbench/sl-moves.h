/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/sl-case.h"

G_BEGIN_DECLS

/**
 * SlMoves:
 *
 * Where the paragraphs of earlier texts of a source stand in the text of now. Each earlier text is laid beside it once,
 * however many passages are from there. For one thread.
 */
typedef struct _SlMoves SlMoves;

SlMoves  *sl_moves_new   (SlCase      *a_case,
                          const char  *text);
void      sl_moves_free  (SlMoves     *self);
gboolean  sl_moves_has   (SlMoves     *self,
                          SlId         before_id,
                          gsize        before_cp,
                          gsize        now_cp);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlMoves, sl_moves_free)

G_END_DECLS
