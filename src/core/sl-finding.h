/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sl-id.h"

G_BEGIN_DECLS

/**
 * SlFinding:
 * @what: (owned): kind of thing: "capture", "document", "passage", "claim", "act", "case", …
 * @id: which one, or %SL_ID_NONE when @place says it
 * @place: (owned) (nullable): in a file that was exported: path in it, and where there
 * @problem: (owned): machine word: "digest", "missing", "hash-chain", "altered-row", "extra-row", "not-verbatim", …
 * @detail: (owned): a sentence for the person
 *
 * One problem that verification found.
 */
typedef struct
{
  char *what;
  SlId id;
  char *place;
  char *problem;
  char *detail;
} SlFinding;

SlFinding *sl_finding_new (const char *what,
                           SlId id,
                           const char *problem,
                           const char *detail);
SlFinding *sl_finding_new_at (const char *what,
                              const char *place,
                              const char *problem,
                              const char *detail);
void sl_finding_free (SlFinding *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlFinding, sl_finding_free)

G_END_DECLS
