/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sl-span.h"
#include "verify/sl-anchor.h"
#include "verify/sl-fuzzy.h"

G_BEGIN_DECLS

/**
 * SlAnchorQuery:
 * @text: (unowned)
 * @chars: (unowned): of @text
 * @length: of @chars, bytes
 * @exact: (owned): normalised
 * @prefix: (owned): normalised
 * @suffix: (owned): normalised
 * @hint: where it stood, bytes of @chars; -1 when unknown
 * @kinds: (unowned) (nullable)
 *
 * A selector under the same normalisation as the text.
 */
typedef struct
{
  const SlNormal    *text;
  const char        *chars;
  gsize              length;
  char              *exact;
  char              *prefix;
  char              *suffix;
  gint64             hint;
  const SlWordKinds *kinds;
} SlAnchorQuery;

/* How two normalised places agree with the context that was kept. */
typedef enum
{
  SL_CONTEXT_NONE,      /* none was kept */
  SL_CONTEXT_DISAGREES,
  SL_CONTEXT_AGREES,    /* on one side at least */
} SlContextState;

SlAnchor       *sl_anchor_new                (SlVerdict            verdict,
                                              const char          *detail);
void            sl_anchor_set_place          (SlAnchor            *self,
                                              const SlAnchorQuery *query,
                                              SlSpan               place);
SlContextState  sl_anchor_judge_context      (const SlAnchorQuery *query,
                                              SlSpan               place);
SlAnchor       *sl_anchor_locate_loosely     (const SlAnchorQuery *query);
gboolean        sl_anchor_find_loosely       (const SlAnchorQuery *query,
                                              const char          *words,
                                              SlSpan               within,
                                              guint                max_edits,
                                              SlSpan              *place,
                                              SlFuzzyMatch        *match);
guint           sl_anchor_count_edits        (const SlAnchorQuery *query,
                                              const SlFuzzyMatch  *match,
                                              SlSpan               place);
SlAnchor       *sl_anchor_locate_pieces      (const SlAnchorQuery *query);

G_END_DECLS
