/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "workbench/sl-workbench.h"

G_BEGIN_DECLS

typedef enum
{
  SL_JOB_RUNNING,
  SL_JOB_DONE,
  SL_JOB_FAILED,
} SlJobState;

/*
 * Something that takes long, with its progress, and what went wrong until the person has seen it.
 * Signal "changed" ().
 */
#define SL_TYPE_JOB (sl_job_get_type ())
G_DECLARE_FINAL_TYPE (SlJob, sl_job, SL, JOB, GObject)

SlJob        *sl_job_new             (const char          *title);
const char   *sl_job_get_title       (SlJob               *self);
const char   *sl_job_get_what        (SlJob               *self);
double        sl_job_get_fraction    (SlJob               *self);
SlJobState    sl_job_get_state       (SlJob               *self);
GCancellable *sl_job_get_cancellable (SlJob               *self);
void          sl_job_set_action      (SlJob               *self,
                                      const char          *label,
                                      const char          *name);
const char   *sl_job_get_action_label (SlJob              *self);
const char   *sl_job_get_action_name (SlJob               *self);
void          sl_job_progress        (double               fraction,
                                      const char          *what,
                                      gpointer             job);
void          sl_job_finish          (SlJob               *self,
                                      const GError        *error);

G_END_DECLS
