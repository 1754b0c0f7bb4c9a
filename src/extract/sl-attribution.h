/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sl-attribution.h"
#include "core/sl-claim.h"
#include "core/sl-span.h"

G_BEGIN_DECLS

/* What an attribution without content stands for, because it is the credit of a text. */
typedef enum
{
  SL_CREDIT_NONE,
  SL_CREDIT_BEHIND, /* a dateline: all that follows */
  SL_CREDIT_LINE,   /* the line that it ends, the whole text when that is the last */
  SL_CREDIT_WHOLE,  /* the whole text */
} SlCredit;

/**
 * SlAttribution:
 * @source: (owned) (element-type SlSpan): words that name the speaker, bytes
 * @cue: (owned) (element-type SlSpan): words that say that something is said
 * @content: (owned) (element-type SlSpan): what is said
 * @speaker: (owned) (nullable): who, resolved ("One source" → "One source"; "the authors" → the outlet they write for)
 * @name: (owned) (nullable): the speaker's full name, where the text gives one
 * @role: (owned) (nullable): what the speaker is, in the words of the text ("political director")
 * @affiliation: (owned) (nullable): for whom, or of what, in the words of the text ("Reed campaign")
 * @modality: how sure what is said is of itself
 * @hedges: (owned) (element-type SlSpan): words within @content by which it is no plain assertion ("allegedly"), bytes
 * @statement: somebody says that something is so; else somebody wants, plans, praises or asks for it
 * @told: a statement that was made: nobody only thinks it, would say it or is asked to say it
 * @piece: words quoted within what another attribution of the same speaker reports
 * @credit: what it stands for when it has no content
 * @relay_of: index of the attribution this one relays in #SlExtraction.attributions, or -1
 *
 * Somebody says something: speaker, cue and content as in PolNeAR.
 */
typedef struct
{
  GArray        *source;
  GArray        *cue;
  GArray        *content;
  char          *speaker;
  char          *name;
  char          *role;
  char          *affiliation;
  SlModality     modality;
  GArray        *hedges;
  SlSpeakerKind  kind;
  gboolean       statement;
  gboolean       told;
  SlCredit       credit;
  gboolean       piece;
  int            relay_of;
} SlAttribution;

void   sl_attribution_free  (SlAttribution       *self);
SlSpan sl_attribution_words (const SlAttribution *self);
gboolean sl_attribution_only_relays (const SlAttribution *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlAttribution, sl_attribution_free)

G_END_DECLS
