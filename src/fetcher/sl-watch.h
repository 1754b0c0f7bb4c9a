/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SlWatchReason:
 * @SL_WATCH_NONE: nothing was stopped
 * @SL_WATCH_IO: nothing happened for too long
 * @SL_WATCH_TOTAL: everything took too long
 * @SL_WATCH_CANCELLED: the person stopped it
 *
 * Why a fetch was stopped.
 */
typedef enum
{
  SL_WATCH_NONE,
  SL_WATCH_IO,
  SL_WATCH_TOTAL,
  SL_WATCH_CANCELLED,
} SlWatchReason;

/** SlWatch: the clock that a fetch runs against. Opaque. */
typedef struct _SlWatch SlWatch;

SlWatch       *sl_watch_new             (GMainContext  *context,
                                         guint          io_seconds,
                                         guint          total_seconds,
                                         GCancellable  *cancellable);
void           sl_watch_free            (SlWatch       *self);
GCancellable  *sl_watch_get_cancellable (SlWatch       *self);
SlWatchReason  sl_watch_get_reason      (SlWatch       *self);
void           sl_watch_touch           (SlWatch       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlWatch, sl_watch_free)

G_END_DECLS
