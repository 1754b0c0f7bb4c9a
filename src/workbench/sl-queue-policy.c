/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-queue-policy.h"

#include "helper/sl-fetch-error.h"
#include "helper/sl-helper-error.h"
#include "helper/sl-read-request.h"

static const SlFailure fetch_failures[] = {
  [SL_FETCH_ERROR_FAILED] = SL_FAILURE_OTHER,
  [SL_FETCH_ERROR_BAD_URL] = SL_FAILURE_ADDRESS,
  [SL_FETCH_ERROR_UNSUPPORTED_SCHEME] = SL_FAILURE_ADDRESS,
  [SL_FETCH_ERROR_PRIVATE_ADDRESS] = SL_FAILURE_ADDRESS,
  [SL_FETCH_ERROR_DNS_NOT_FOUND] = SL_FAILURE_NAME,
  [SL_FETCH_ERROR_DNS_FAILED] = SL_FAILURE_LOOKUP,
  [SL_FETCH_ERROR_REFUSED] = SL_FAILURE_CONNECTION,
  [SL_FETCH_ERROR_UNREACHABLE] = SL_FAILURE_CONNECTION,
  [SL_FETCH_ERROR_DISCONNECTED] = SL_FAILURE_CONNECTION,
  [SL_FETCH_ERROR_TIMEOUT_IO] = SL_FAILURE_TIMEOUT,
  [SL_FETCH_ERROR_TIMEOUT_TOTAL] = SL_FAILURE_TIMEOUT,
  [SL_FETCH_ERROR_TLS_UNKNOWN_CA] = SL_FAILURE_TLS,
  [SL_FETCH_ERROR_TLS_BAD_IDENTITY] = SL_FAILURE_TLS,
  [SL_FETCH_ERROR_TLS_NOT_ACTIVATED] = SL_FAILURE_TLS,
  [SL_FETCH_ERROR_TLS_EXPIRED] = SL_FAILURE_TLS,
  [SL_FETCH_ERROR_TLS_REVOKED] = SL_FAILURE_TLS,
  [SL_FETCH_ERROR_TLS_INSECURE] = SL_FAILURE_TLS,
  [SL_FETCH_ERROR_TLS_HANDSHAKE] = SL_FAILURE_TLS,
  [SL_FETCH_ERROR_TOO_MANY_REDIRECTS] = SL_FAILURE_REDIRECT,
  [SL_FETCH_ERROR_BAD_REDIRECT] = SL_FAILURE_REDIRECT,
  [SL_FETCH_ERROR_DOWNGRADE] = SL_FAILURE_REDIRECT,
  [SL_FETCH_ERROR_TOO_LARGE] = SL_FAILURE_TOO_LARGE,
  [SL_FETCH_ERROR_TOO_LARGE_DECODED] = SL_FAILURE_TOO_LARGE,
  [SL_FETCH_ERROR_BAD_ENCODING] = SL_FAILURE_BROKEN,
  [SL_FETCH_ERROR_BAD_HTTP] = SL_FAILURE_BROKEN,
  [SL_FETCH_ERROR_CANCELLED] = SL_FAILURE_OTHER,
  [SL_FETCH_ERROR_HELPER] = SL_FAILURE_HELPER,
  [SL_FETCH_ERROR_HTTP2] = SL_FAILURE_BROKEN,
};

/**
 * sl_queue_policy_classify:
 * @error: why nothing was got, or why nothing could be read
 *
 * Returns: the same, coarsely
 */
SlFailure
sl_queue_policy_classify (const GError *error)
{
  if (error->domain == SL_FETCH_ERROR && (guint) error->code < G_N_ELEMENTS (fetch_failures))
    return fetch_failures[error->code];
  if (error->domain == SL_READ_ERROR)
    return SL_FAILURE_UNREADABLE;

  return error->domain == SL_HELPER_ERROR ? SL_FAILURE_HELPER : SL_FAILURE_OTHER;
}

/**
 * sl_queue_policy_wait:
 * @attempts: how often it was tried, this time included
 * @retry_at_usec: when the host said that it may be asked again, 0 when it did not
 *
 * Says how long a task that failed waits for its next attempt: what the host asked for, as far as that is obeyed, or
 * twice as long as before; of the latter, chance takes up to a half away, so that what failed together does not come
 * back together.
 *
 * Returns: microseconds, %SL_QUEUE_STOP when there is to be no other attempt
 */
gint64
sl_queue_policy_wait (const SlQueuePolicy *self,
                      GRand               *chance,
                      SlFailure            failure,
                      guint                attempts,
                      gint64               retry_at_usec,
                      gint64               now_usec)
{
  gint64 asked_usec = MIN (retry_at_usec - now_usec, (gint64) self->retry_after_max_msec * 1000);
  gint64 wait_usec = (gint64) self->backoff_msec * 1000;
  gint64 max_usec = (gint64) self->backoff_max_msec * 1000;

  if (!sl_failure_is_transient (failure) || attempts >= self->max_attempts)
    return SL_QUEUE_STOP;

  for (guint i = 1; i < attempts && wait_usec < max_usec; i++)
    wait_usec *= 2;
  wait_usec = (gint64) ((double) MIN (wait_usec, max_usec) * g_rand_double_range (chance, 0.5, 1.0));

  return retry_at_usec > now_usec ? asked_usec : wait_usec;
}
