/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sl-check.h"
#include "helper/sl-reading.h"
#include "workbench/sl-arrival.h"

G_BEGIN_DECLS

/**
 * SlSeen:
 * @fetch_state: what the network did
 * @text_state: #SL_TEXT_STATE_NOT_READ when no page came, #SL_TEXT_STATE_UNREADABLE when it is no article, else
 *   #SL_TEXT_STATE_UNKNOWN: then the passages decide, each for itself
 * @status: HTTP status of the last answer, or 0
 * @at_usec: when it was looked, UTC microseconds
 * @reason: (owned) (nullable): what stood in the way, in words
 * @led_to: (owned) (nullable): where the address led, when that is elsewhere
 * @reading: (owned) (nullable): the page as it was read; %NULL too where the very same bytes were read before
 *
 * What a source shows now, before any passage is looked for.
 */
typedef struct
{
  SlFetchState  fetch_state;
  SlTextState   text_state;
  int           status;
  gint64        at_usec;
  char         *reason;
  char         *led_to;
  SlReading    *reading;
} SlSeen;

SlSeen  *sl_seen_new  (SlHelpers        *helpers,
                       const SlArrival  *arrival,
                       const GError     *failure,
                       const char       *usual_url,
                       gboolean          known,
                       GCancellable     *cancellable);
SlSeen  *sl_seen_new_missed (const char *reason);
void     sl_seen_free (SlSeen           *self);

SlFetchState sl_seen_judge_status (int status);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlSeen, sl_seen_free)

G_END_DECLS
