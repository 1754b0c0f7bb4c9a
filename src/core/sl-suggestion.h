/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sl-claim.h"
#include "core/sl-passage.h"
#include "core/sl-when.h"

G_BEGIN_DECLS

typedef enum
{
  SL_SUGGESTION_OPEN,
  SL_SUGGESTION_ACCEPTED,
  SL_SUGGESTION_REJECTED,
  SL_SUGGESTION_REPEATED,
} SlSuggestionState;

/**
 * SlSuggestion:
 * @title: (owned): the same in short, what its event would be called
 * @text: (owned): the claim it proposes
 * @passage: (owned): the words it came from; its id is %SL_ID_NONE until accepted
 * @when: (owned): when, undated where the text gives no date
 * @when_start_cp: where the words of the date stand in the document
 * @when_end_cp: equal to @when_start_cp without a date
 * @chain: (owned) (element-type SlAttributionLink): who says so, origin first
 * @claim_id: the claim it became, when accepted
 * @usefulness: how much an analyst is likely to want it; the most useful comes first
 * @same_as: the suggestion which says the same and was there before, or %SL_ID_NONE; while that one is open, this one
 *   is %SL_SUGGESTION_REPEATED and is decided on with it
 * @repeated: how many others are decided on with this one; only filled when read
 *
 * What the extractor proposes. It is no claim before the analyst accepts it.
 */
typedef struct
{
  SlId id;
  SlId document_id;
  SlId source_id;
  char *title;
  char *text;
  SlPassage *passage;
  SlWhen *when;
  gsize when_start_cp;
  gsize when_end_cp;
  SlModality modality;
  GPtrArray *chain;
  SlSuggestionState state;
  SlId claim_id;
  int usefulness;
  SlId same_as;
  guint repeated;
} SlSuggestion;

SlSuggestion *sl_suggestion_new (void);
void sl_suggestion_free (SlSuggestion *self);
const char *sl_suggestion_state_to_string (SlSuggestionState state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlSuggestion, sl_suggestion_free)

G_END_DECLS
