/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ui/sl-selection.h"
#include "workbench/sl-workbench.h"

G_BEGIN_DECLS

/* What is opened. */
typedef enum
{
  SL_OPEN_PATH,   /* a case file where it lies */
  SL_OPEN_IMPORT, /* a case file from elsewhere, taken into the person's library */
  SL_OPEN_NEW,    /* a new case of a title in the library */
} SlOpen;

/* How the timeline sorts its marks into lanes. */
typedef enum
{
  SL_GROUPING_NONE,
  SL_GROUPING_OUTLET,
  SL_GROUPING_CONFIDENCE,
} SlGrouping;

/*
 * The state of one window: its case, what is selected, what is filtered and shown. Widgets bind to it
 * and never reach for each other.
 *
 * Signals: "case-changed" () after each act and when a case is opened or closed; "queue-changed" () when
 * tasks of the capture queue have changed; "selection-changed" ();
 * "reveal" () when the person asks to see the source of the selection; "told" (message, undoable) after
 * something worth a toast; "failed" (heading, message) after an error that no dialog has shown.
 * Properties: "workbench" (nullable), "words" (string), "view" (string), "grouping" (#SlGrouping as uint).
 */
#define SL_TYPE_SESSION (sl_session_get_type ())
G_DECLARE_FINAL_TYPE (SlSession, sl_session, SL, SESSION, GObject)

SlSession         *sl_session_new               (void);
SlWorkbench       *sl_session_get_workbench     (SlSession           *self);
SlCase            *sl_session_get_case          (SlSession           *self);
void               sl_session_open_async        (SlSession           *self,
                                                 SlOpen               what,
                                                 const char          *path_or_title,
                                                 const char          *by,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             data);
gboolean           sl_session_open_finish       (SlSession           *self,
                                                 GAsyncResult        *result,
                                                 GError             **error);
gboolean           sl_session_close             (SlSession           *self,
                                                 GError             **error);

char              *sl_session_dup_library_folder
                                                (void);

const SlSelection *sl_session_get_selection     (SlSession           *self);
void               sl_session_select            (SlSession           *self,
                                                 const SlSelection   *selection);
void               sl_session_select_event      (SlSession           *self,
                                                 SlId                 event);
void               sl_session_select_claim      (SlSession           *self,
                                                 SlId                 claim);
void               sl_session_select_source     (SlSession           *self,
                                                 SlId                 source);
void               sl_session_select_passage    (SlSession           *self,
                                                 SlId                 document,
                                                 gsize                start_cp,
                                                 gsize                end_cp);
void               sl_session_reveal            (SlSession           *self);

const char        *sl_session_get_words         (SlSession           *self);
void               sl_session_set_words         (SlSession           *self,
                                                 const char          *words);
const char        *sl_session_get_view          (SlSession           *self);
void               sl_session_set_view          (SlSession           *self,
                                                 const char          *view);
SlGrouping            sl_session_get_grouping         (SlSession           *self);
void               sl_session_set_grouping         (SlSession           *self,
                                                 SlGrouping              grouping);

void               sl_session_do                (SlSession           *self,
                                                 SlCommand           *command,
                                                 const char          *told);
void               sl_session_tell              (SlSession           *self,
                                                 const char          *message,
                                                 gboolean             undoable);
void               sl_session_fail              (SlSession           *self,
                                                 const char          *heading,
                                                 const GError        *error);

G_END_DECLS
