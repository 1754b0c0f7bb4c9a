/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sl-id.h"

G_BEGIN_DECLS

/* When nothing may be started before something else has ended. */
#define SL_QUEUE_PLAN_NEVER G_MAXINT64

typedef struct _SlQueuePlan SlQueuePlan;

SlQueuePlan *sl_queue_plan_new       (guint        at_once,
                                      guint        per_host,
                                      gint64       pause_usec);
void         sl_queue_plan_free      (SlQueuePlan *self);
void         sl_queue_plan_clear     (SlQueuePlan *self);
void         sl_queue_plan_put       (SlQueuePlan *self,
                                      SlId         id,
                                      const char  *host,
                                      gint64       place,
                                      gint64       not_before_usec);
SlId         sl_queue_plan_take      (SlQueuePlan *self,
                                      gint64       now_usec,
                                      gint64      *next_usec);
void         sl_queue_plan_finish    (SlQueuePlan *self,
                                      const char  *host,
                                      gint64       now_usec);
void         sl_queue_plan_hold      (SlQueuePlan *self,
                                      const char  *host,
                                      gint64       until_usec);
guint        sl_queue_plan_get_size  (SlQueuePlan *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlQueuePlan, sl_queue_plan_free)

G_END_DECLS
