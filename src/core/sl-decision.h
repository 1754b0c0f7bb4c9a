/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sl-id.h"

G_BEGIN_DECLS

typedef enum
{
  SL_DECISION_KEEP,        /* the archived wording stands */
  SL_DECISION_ACCEPT_NEW,  /* the new wording counts, as a new passage */
  SL_DECISION_DOWNGRADE,   /* the archived wording stands, graded lower */
  SL_DECISION_SUPERSEDED,  /* what was said no longer holds */
} SlDecisionKind;

#define SL_N_DECISIONS (SL_DECISION_SUPERSEDED + 1)

/**
 * SlDecision:
 * @check_id: the re-verification it is about; there is at most one for each
 * @passage_id: the new passage, or %SL_ID_NONE
 * @reason: (owned): why
 * @by: (owned): who decided
 * @at: when, UTC seconds
 *
 * What somebody made of a re-verification.
 */
typedef struct
{
  SlId id;
  SlId check_id;
  SlDecisionKind kind;
  SlId passage_id;
  char *reason;
  char *by;
  gint64 at;
} SlDecision;

SlDecision *sl_decision_new (void);
void sl_decision_free (SlDecision *self);
const char *sl_decision_kind_to_string (SlDecisionKind kind);
gboolean sl_decision_kind_parse (const char *string,
                                 SlDecisionKind *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlDecision, sl_decision_free)

G_END_DECLS
