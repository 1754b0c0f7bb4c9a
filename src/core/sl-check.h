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
  SL_VERDICT_MOVED,        /* the exact words, away from what stood around them, which still stands elsewhere */
  SL_VERDICT_NOT_CHECKED,  /* nothing was looked at, or there was nothing to look for */
} SlVerdict;

#define SL_N_VERDICTS (SL_VERDICT_NOT_CHECKED + 1)

/* What the network did; %SL_FETCH_STATE_UNKNOWN in checks of cases of version 2 and earlier. */
typedef enum
{
  SL_FETCH_STATE_UNKNOWN,
  SL_FETCH_STATE_NOT_FETCHED,   /* the stored capture was looked at */
  SL_FETCH_STATE_FETCHED,       /* a page came */
  SL_FETCH_STATE_UNCHANGED,     /* 304, or the same bytes as before */
  SL_FETCH_STATE_GONE,          /* 404 or 410 */
  SL_FETCH_STATE_BLOCKED,       /* 401, 403, 429, 451 */
  SL_FETCH_STATE_UNREACHABLE,   /* DNS, TLS, time-out, 5xx */
  SL_FETCH_STATE_REDIRECTED,    /* a page came from another address than at the time of the passage */
} SlFetchState;

#define SL_N_FETCH_STATES (SL_FETCH_STATE_REDIRECTED + 1)

/* What the text says; %SL_TEXT_STATE_UNKNOWN in checks of cases of version 2 and earlier. */
typedef enum
{
  SL_TEXT_STATE_UNKNOWN,
  SL_TEXT_STATE_NOT_READ,    /* there was no text to look at */
  SL_TEXT_STATE_UNREADABLE,  /* what came is no article */
  SL_TEXT_STATE_VERBATIM,
  SL_TEXT_STATE_MOVED,
  SL_TEXT_STATE_ALTERED,
  SL_TEXT_STATE_ABSENT,
} SlTextState;

#define SL_N_TEXT_STATES (SL_TEXT_STATE_ABSENT + 1)

/**
 * SlCheck:
 * @capture_id: the capture it was compared with, or %SL_ID_NONE when there was none to compare with
 * @difference: (owned) (nullable): what changed, for #SL_VERDICT_ALTERED
 * @detail: (owned) (nullable): what was seen, in words
 * @at: UTC seconds
 * @fetch_state: what the network did
 * @text_state: what the text says, apart from that
 * @http_status: HTTP status of the last response, or 0
 * @found: (owned) (nullable): the words that stand there now, when they are not the same
 * @old_text_digest: (owned) (nullable): SHA-256 of the whole text that the passage is from, a blob
 * @new_text_digest: (owned) (nullable): SHA-256 of the whole text that was looked at, a blob
 * @checked_against: the document that was looked at, or %SL_ID_NONE
 * @place: the order in which the checks of one second came; filled when it is added, 0 in cases of version 2 and earlier
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
  SlFetchState fetch_state;
  SlTextState text_state;
  int http_status;
  char *found;
  char *old_text_digest;
  char *new_text_digest;
  SlId checked_against;
  gint64 place;
} SlCheck;

SlCheck *sl_check_new (void);
void sl_check_free (SlCheck *self);
const char *sl_verdict_to_string (SlVerdict verdict);
const char *sl_verdict_describe (SlVerdict verdict);
const char *sl_fetch_state_to_string (SlFetchState state);
const char *sl_text_state_to_string (SlTextState state);
SlVerdict sl_verdict_derive (SlFetchState fetch_state,
                             SlTextState text_state);
gboolean sl_verdict_parse (const char *string,
                           SlVerdict *verdict);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlCheck, sl_check_free)

G_END_DECLS
