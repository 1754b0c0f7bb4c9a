/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sl-span.h"
#include "verify/sl-anchor.h"

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

/* How far two words are from each other, in hundredths of a word: case apart the same, others, and none that stands for it. */
#define SL_ANCHOR_WORD_SAME 5
#define SL_ANCHOR_WORD_REPLACED 95
#define SL_ANCHOR_WORD_NONE 100

/**
 * SlAnchorFit:
 * @place: of the words, bytes of the normalised text
 * @edits: code points inserted, deleted or replaced between the quotation and the place
 * @likeness: 1 less the share of the words that were replaced, left out or put in; may be below 0
 * @letters: the share of the quotation's letters whose words stand there
 * @first: how far from the quotation's first word that one is which stands for it, %SL_ANCHOR_WORD_SAME and so on
 * @last: the same of the last word
 *
 * How well a loose match fits.
 */
typedef struct
{
  SlSpan   place;
  guint    edits;
  double   likeness;
  double   letters;
  guint    first;
  guint    last;
} SlAnchorFit;

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
                                              SlAnchorFit         *fit);
gboolean        sl_anchor_is_alike           (const SlAnchorFit   *fit,
                                              const char          *words);
gboolean        sl_anchor_align_words        (const SlAnchorQuery *query,
                                              const char          *words,
                                              SlSpan               window,
                                              SlAnchorFit         *fit);
gboolean        sl_anchor_stands_elsewhere   (const SlAnchorQuery *query);
gboolean        sl_anchor_look_between       (const SlAnchorQuery *query,
                                              SlSpan              *between);
gboolean        sl_anchor_leaves_out         (const SlAnchorQuery *query,
                                              SlSpan               place);
SlAnchor       *sl_anchor_locate_pieces      (const SlAnchorQuery *query);

G_END_DECLS
