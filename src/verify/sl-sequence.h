/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SlSequencePair:
 * @a: index in the first sequence
 * @b: index in the second one, of the same item
 */
typedef struct
{
  guint a;
  guint b;
} SlSequencePair;

GArray *sl_sequence_align (const guint32 *a,
                           guint          a_length,
                           const guint32 *b,
                           guint          b_length);

G_END_DECLS
