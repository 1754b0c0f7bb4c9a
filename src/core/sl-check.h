/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sl-id.h"

G_BEGIN_DECLS

typedef enum
{
  SL_VERDICT_VERBATIM,     /* the exact words, under the one published normalisation */
  SL_VERDICT_ALTERED,      /* something close stands there; the difference is kept */
  SL_VERDICT_ABSENT,       /* the text was read and the words are not in it */
  SL_VERDICT_GONE,         /* 404 or 410 */
  SL_VERDICT_BLOCKED,      /* 401, 403, 429, 451 */
  SL_VERDICT_UNREACHABLE,  /* DNS, TLS, time-out, 5xx */
  SL_VERDICT_UNREADABLE,   /* consent page, paywall, bot page, soft 404, script-only page */
} SlVerdict;

/**
 * SlCheck:
 * @capture_id: the capture it was compared with, or %SL_ID_NONE when there was none to compare with
 * @difference: (owned) (nullable): what changed, for #SL_VERDICT_ALTERED
 * @detail: (owned) (nullable): what was seen, in words
 * @at: UTC seconds
 *
 * One re-verification of a passage, against the live source or the stored capture. Append-only.
 */
typedef struct
{
  SlId id;
  SlId passage_id;
  SlId capture_id;
  SlVerdict verdict;
  char *difference;
  char *detail;
  gint64 at;
} SlCheck;

SlCheck *sl_check_new (void);
void sl_check_free (SlCheck *self);
const char *sl_verdict_to_string (SlVerdict verdict);
const char *sl_verdict_describe (SlVerdict verdict);
gboolean sl_verdict_parse (const char *string,
                           SlVerdict *verdict);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlCheck, sl_check_free)

G_END_DECLS
