/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* That nobody else works through the queue of a case; the system lets go of it when the process ends, however it does. */
typedef struct _SlQueueLock SlQueueLock;

SlQueueLock *sl_queue_lock_new  (const char   *case_id,
                                 GError      **error);
void         sl_queue_lock_free (SlQueueLock  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlQueueLock, sl_queue_lock_free)

G_END_DECLS
