/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/sl-act-hash.h"
#include "store/sl-case.h"
#include "store/sl-db-private.h"

G_BEGIN_DECLS

struct _SlCase
{
  GObject parent_instance;

  GRecMutex lock;     /* guards everything below; held from begin to end of an act */
  SlDb *db;       /* (owned) (nullable): NULL once closed */
  char *path;     /* (owned) */
  char *id;       /* (owned) */
  SlCaseOpenMode mode;
  sqlite3_session *session;  /* (owned) (nullable): records the pending act */
  SlAct *pending;  /* (owned) (nullable): the act between begin and end */
};

#define SL_CASE_LOCK(self) G_GNUC_UNUSED g_autoptr (GRecMutexLocker) locker = g_rec_mutex_locker_new (&(self) -> lock)

/* The connection, or NULL with an error when the case was closed. */
SlDb *sl_case_get_db (SlCase *self,
                      GError **error);
/* The same for a change, which must stand within an act. */
SlDb *sl_case_get_db_for_act (SlCase *self,
                              GError **error);

/* sl-case-acts.c */
gboolean sl_case_start_act (SlCase *self,
                            SlActKind kind,
                            SlId about,
                            const char *label,
                            const char *by,
                            gint64 now,
                            GError **error);

/* sl-case-blobs.c */
GBytes *sl_blob_load (SlDb *db,
                      const char *digest,
                      GError **error);
gboolean sl_case_store_blob (SlCase *self,
                             const char *digest,
                             GBytes *bytes,
                             GError **error);

/* sl-case-payload.c */
GBytes *sl_payload_load (SlDb *db,
                         const SlCapture *capture,
                         GError **error);

G_END_DECLS
