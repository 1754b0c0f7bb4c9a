/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SlFailure:
 * @SL_FAILURE_NONE: nothing went wrong
 * @SL_FAILURE_GONE: HTTP 404 or 410
 * @SL_FAILURE_REFUSED: HTTP 401, 402, 403, 407 or 451
 * @SL_FAILURE_BUSY: HTTP 408, 425 or 429: it may work later
 * @SL_FAILURE_SERVER: HTTP 500, 502, 503 or 504: it may work later
 * @SL_FAILURE_STATUS: another HTTP status that brings no page
 * @SL_FAILURE_ADDRESS: the address cannot be fetched by us (no URL, another scheme, a private network)
 * @SL_FAILURE_NAME: the name has no address
 * @SL_FAILURE_LOOKUP: the name could not be looked up: it may work later
 * @SL_FAILURE_CONNECTION: refused, no route, ended too early: it may work later
 * @SL_FAILURE_TIMEOUT: it took too long: it may work later
 * @SL_FAILURE_TLS: no trustworthy connection
 * @SL_FAILURE_REDIRECT: redirects that lead nowhere
 * @SL_FAILURE_TOO_LARGE: more than we take
 * @SL_FAILURE_BROKEN: the answer breaks HTTP or its encoding
 * @SL_FAILURE_UNREADABLE: it came, and nothing could be read in it
 * @SL_FAILURE_HELPER: a process of ours ended: it may work again
 * @SL_FAILURE_OTHER: none of these; the words beside it say more
 *
 * Why a capture did not come about, coarsely. A word for people and programs, and whether trying again makes sense.
 */
typedef enum
{
  SL_FAILURE_NONE,
  SL_FAILURE_GONE,
  SL_FAILURE_REFUSED,
  SL_FAILURE_BUSY,
  SL_FAILURE_SERVER,
  SL_FAILURE_STATUS,
  SL_FAILURE_ADDRESS,
  SL_FAILURE_NAME,
  SL_FAILURE_LOOKUP,
  SL_FAILURE_CONNECTION,
  SL_FAILURE_TIMEOUT,
  SL_FAILURE_TLS,
  SL_FAILURE_REDIRECT,
  SL_FAILURE_TOO_LARGE,
  SL_FAILURE_BROKEN,
  SL_FAILURE_UNREADABLE,
  SL_FAILURE_HELPER,
  SL_FAILURE_OTHER,
} SlFailure;

#define SL_N_FAILURES (SL_FAILURE_OTHER + 1)

const char *sl_failure_to_string (SlFailure failure);
const char *sl_failure_describe (SlFailure failure);
gboolean sl_failure_is_transient (SlFailure failure);
SlFailure sl_failure_from_status (int status);

G_END_DECLS
