/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/sl-failure.h"

#include <glib/gi18n-lib.h>

#include "core/sl-word.h"

static const char *const failure_words[SL_N_FAILURES] = {
  "none",
  "gone",
  "refused",
  "busy",
  "server",
  "status",
  "address",
  "name",
  "lookup",
  "connection",
  "timeout",
  "tls",
  "redirect",
  "too-large",
  "broken",
  "unreadable",
  "helper",
  "other",
};

/**
 * sl_failure_to_string:
 *
 * Returns: (transfer none): the machine word for a failure
 */
const char *
sl_failure_to_string (SlFailure failure)
{
  return sl_word_get (failure_words, G_N_ELEMENTS (failure_words), (int) failure);
}

/**
 * sl_failure_describe:
 *
 * Returns: (transfer none): what was seen, as the person reads it, translated
 */
const char *
sl_failure_describe (SlFailure failure)
{
  static const char *const words[SL_N_FAILURES] = {
    N_ ("No failure"),
    N_ ("Page not there (404 or 410)"),
    N_ ("Access refused"),
    N_ ("Asked too often or too early"),
    N_ ("The server has trouble"),
    N_ ("No page with this answer"),
    N_ ("Not an address that can be fetched"),
    N_ ("The name has no address"),
    N_ ("The name could not be looked up"),
    N_ ("No connection"),
    N_ ("Took too long"),
    N_ ("No trustworthy connection"),
    N_ ("Redirects that lead nowhere"),
    N_ ("Too large"),
    N_ ("The answer is broken"),
    N_ ("Nothing readable"),
    N_ ("A part of this program stopped"),
    N_ ("Failed"),
  };

  return _ (sl_word_get (words, G_N_ELEMENTS (words), (int) failure));
}

/**
 * sl_failure_is_transient:
 *
 * Returns: whether the same request may bring a page a little later, so that trying again is no annoyance
 */
gboolean
sl_failure_is_transient (SlFailure failure)
{
  switch (failure)
    {
    case SL_FAILURE_BUSY:
    case SL_FAILURE_SERVER:
    case SL_FAILURE_LOOKUP:
    case SL_FAILURE_CONNECTION:
    case SL_FAILURE_TIMEOUT:
    case SL_FAILURE_HELPER:
      return TRUE;
    case SL_FAILURE_NONE:
    case SL_FAILURE_GONE:
    case SL_FAILURE_REFUSED:
    case SL_FAILURE_STATUS:
    case SL_FAILURE_ADDRESS:
    case SL_FAILURE_NAME:
    case SL_FAILURE_TLS:
    case SL_FAILURE_REDIRECT:
    case SL_FAILURE_TOO_LARGE:
    case SL_FAILURE_BROKEN:
    case SL_FAILURE_UNREADABLE:
    case SL_FAILURE_OTHER:
    default:
      return FALSE;
    }
}

/**
 * sl_failure_from_status:
 * @status: HTTP status of the last response
 *
 * Says what a status means for whoever wants the page (RFC 9110, section 15; RFC 6585; RFC 7725; RFC 8470).
 *
 * Returns: %SL_FAILURE_NONE for a status that brings a page
 */
SlFailure
sl_failure_from_status (int status)
{
  switch (status)
    {
    case 404:
    case 410:
      return SL_FAILURE_GONE;
    case 401:
    case 402:
    case 403:
    case 407:
    case 451:
      return SL_FAILURE_REFUSED;
    case 408:
    case 425:
    case 429:
      return SL_FAILURE_BUSY;
    case 500:
    case 502:
    case 503:
    case 504:
      return SL_FAILURE_SERVER;
    default:
      return status >= 200 && status < 300 ? SL_FAILURE_NONE : SL_FAILURE_STATUS;
    }
}
