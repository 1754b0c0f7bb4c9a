/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sl-failure.h"

G_BEGIN_DECLS

/**
 * SlQueuePolicy:
 * @at_once: how many addresses are fetched at the same time
 * @per_host: how many of them from one host
 * @pause_msec: how long a host is left alone after it answered
 * @max_attempts: how often an address is tried at most
 * @backoff_msec: how long the first repetition waits; each one more waits twice as long
 * @backoff_max_msec: the longest of these waits
 * @retry_after_max_msec: how far a host's Retry-After is obeyed
 * @seed: of the chance by which waits differ; 0 for another one each time
 * @max_bytes: limit of a response, 0 for the greatest that is allowed
 * @io_timeout_seconds: longest wait for the next bytes of a page, 0 for the default
 * @total_timeout_seconds: longest duration of fetching it, 0 for the default
 *
 * How politely and how stubbornly the capture queue works.
 */
typedef struct
{
  guint   at_once;
  guint   per_host;
  guint   pause_msec;
  guint   max_attempts;
  guint   backoff_msec;
  guint   backoff_max_msec;
  guint   retry_after_max_msec;
  guint32 seed;
  guint   max_bytes;
  guint   io_timeout_seconds;
  guint   total_timeout_seconds;
} SlQueuePolicy;

#define SL_QUEUE_POLICY_DEFAULT ((SlQueuePolicy) { 4, 1, 1000, 4, 5000, 900000, 3600000, 0, 0, 0, 0 })

/* No further attempt. */
#define SL_QUEUE_STOP G_GINT64_CONSTANT (-1)

SlFailure sl_queue_policy_classify (const GError        *error);
gint64    sl_queue_policy_wait     (const SlQueuePolicy *self,
                                    GRand               *chance,
                                    SlFailure            failure,
                                    guint                attempts,
                                    gint64               retry_at_usec,
                                    gint64               now_usec);

G_END_DECLS
