/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sl-failure.h"
#include "core/sl-id.h"

G_BEGIN_DECLS

typedef enum
{
  SL_TASK_WAITING,
  SL_TASK_RUNNING,
  SL_TASK_DONE,
  SL_TASK_FAILED,
  SL_TASK_CANCELLED,
} SlTaskState;

#define SL_N_TASK_STATES (SL_TASK_CANCELLED + 1)

/* How an address came into the queue. */
typedef enum
{
  SL_TASK_TYPED,
  SL_TASK_LISTED,        /* found in a text that was pasted */
  SL_TASK_FROM_FEED,
  SL_TASK_FROM_LINKS,    /* a link of a document of the case */
  SL_TASK_FROM_BIBLIOGRAPHY,
  SL_TASK_FROM_RECHECK,
} SlTaskOrigin;

#define SL_N_TASK_ORIGINS (SL_TASK_FROM_RECHECK + 1)

/**
 * SlTask:
 * @url: (owned): the address as it was given
 * @url_key: (owned): what equal addresses have in common
 * @host: (owned): host and port that politeness is owed to
 * @place: the order in which tasks came; filled when it is 0
 * @batch: a key that those added together share
 * @found_in: the document whose link it was, or %SL_ID_NONE
 * @attempts: how often it was tried
 * @not_before: earliest time of the next try, UTC microseconds
 * @added_at: UTC seconds
 * @changed_at: UTC seconds
 * @source_id: what came of it, or %SL_ID_NONE
 * @capture_id: what came of it, also of a failure that had a response, or %SL_ID_NONE
 * @status: HTTP status of the last response, or 0
 * @reason: (owned) (nullable): why it failed or waits again, in words
 *
 * One address of the capture queue. Work, not evidence.
 */
typedef struct
{
  SlId id;
  char *url;
  char *url_key;
  char *host;
  SlTaskState state;
  gint64 place;
  SlId batch;
  SlTaskOrigin origin;
  SlId found_in;
  guint attempts;
  gint64 not_before;
  gint64 added_at;
  gint64 changed_at;
  SlId source_id;
  SlId capture_id;
  SlFailure failure;
  int status;
  char *reason;
} SlTask;

SlTask *sl_task_new (void);
void sl_task_free (SlTask *self);
const char *sl_task_state_to_string (SlTaskState state);
const char *sl_task_state_describe (SlTaskState state);
const char *sl_task_origin_to_string (SlTaskOrigin origin);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlTask, sl_task_free)

G_END_DECLS
