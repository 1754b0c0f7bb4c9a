/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "workbench/sl-triage.h"

G_BEGIN_DECLS

/*
 * The checks of a case that wait for a decision. They are gathered on a thread, since that goes through all
 * checks; meanwhile the queue is as it was. Signal "changed" ().
 */
#define SL_TYPE_CHECKS_QUEUE (sl_checks_queue_get_type ())
G_DECLARE_FINAL_TYPE (SlChecksQueue, sl_checks_queue, SL, CHECKS_QUEUE, GObject)

SlChecksQueue      *sl_checks_queue_new         (void);
void                sl_checks_queue_load        (SlChecksQueue *self,
                                                 SlCase        *from);
guint               sl_checks_queue_get_n_items (SlChecksQueue *self);
const SlTriageItem *sl_checks_queue_get         (SlChecksQueue *self,
                                                 guint          position);
guint               sl_checks_queue_find        (SlChecksQueue *self,
                                                 SlId           check,
                                                 guint          otherwise);
void                sl_checks_queue_drop        (SlChecksQueue *self,
                                                 GArray        *checks);

G_END_DECLS
