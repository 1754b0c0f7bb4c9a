/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/sl-case.h"

G_BEGIN_DECLS

/**
 * SlWitnessCopy:
 * @at: when the archive captured the page, UTC seconds
 * @url: (owned): address of the copy
 *
 * A copy of a page that an archive says it has.
 */
typedef struct
{
  gint64 at;
  char *url;
} SlWitnessCopy;

GPtrArray *sl_witness_list_copies (SlCase            *a_case,
                                   const SlWitness   *witness,
                                   GError           **error);

G_END_DECLS
