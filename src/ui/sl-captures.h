/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/sl-jobs.h"
#include "workbench/sl-queue.h"

G_BEGIN_DECLS

/*
 * The capture queue of a session: what is added is fetched at once, and what waits when a case is opened goes on. Its run is
 * one job. Errors are told through the session.
 *
 * Signals: "changed" () when tasks have changed or the run began or ended; "went-on" (count) when tasks of an earlier
 * time go on; "ended" (captured, failed) when nothing waits any more.
 */
#define SL_TYPE_CAPTURES (sl_captures_get_type ())
G_DECLARE_FINAL_TYPE (SlCaptures, sl_captures, SL, CAPTURES, GObject)

SlCaptures *sl_captures_new         (SlSession          *session,
                                     SlJobs             *jobs);
SlSession  *sl_captures_get_session (SlCaptures         *self);
SlJobs     *sl_captures_get_jobs    (SlCaptures         *self);
gint64      sl_captures_count       (SlCaptures         *self,
                                     SlTaskState         state);
gboolean    sl_captures_get_running (SlCaptures         *self);
void        sl_captures_add         (SlCaptures         *self,
                                     const char *const  *urls,
                                     SlTaskOrigin        origin,
                                     SlId                found_in);
void        sl_captures_add_feed    (SlCaptures         *self,
                                     const char         *url);
void        sl_captures_add_again   (SlCaptures         *self,
                                     SlId                source);
void        sl_captures_retry       (SlCaptures         *self,
                                     SlId                id);
void        sl_captures_cancel      (SlCaptures         *self,
                                     SlId                id);
void        sl_captures_go_on       (SlCaptures         *self);
void        sl_captures_stop        (SlCaptures         *self);

G_END_DECLS
