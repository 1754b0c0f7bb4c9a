/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "extract/sl-clause.h"

G_BEGIN_DECLS

/**
 * SlIdentity:
 * @name: the name of a person or body
 * @role: what the person is
 * @affiliation: for whom, or of what
 *
 * What a phrase tells of somebody, as tokens of it; empty ranges for what it does not tell.
 */
typedef struct
{
  SlRange name;
  SlRange role;
  SlRange affiliation;
} SlIdentity;

SlIdentity sl_identity_read (const SlClauses   *clauses,
                             const char *const *genitive_endings,
                             SlRange            words);

G_END_DECLS
