/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SlArena:
 *
 * Memory for one parse, given back all at once, with a limit of bytes and of processor time.
 *
 * The HTML parser has no limits of its own: some kilobytes of nested formatting elements
 * can keep it busy for minutes. It asks here for each node, which is the place to stop it.
 * Not thread-safe.
 */
typedef struct _SlArena SlArena;

/**
 * SlArenaTask:
 * @arena: where the task takes its memory from
 * @data: what was given with the task
 *
 * Work that allocates from an arena. It is left in the middle of an allocation when a limit is
 * reached, so it must hold nothing that needs releasing.
 */
typedef void (*SlArenaTask) (SlArena *arena,
                             gpointer data);

SlArena *sl_arena_new (gsize  max_bytes,
                       gint64 max_cpu_usec);

void sl_arena_free (SlArena *self);

void *sl_arena_alloc (SlArena *self,
                      gsize    size);

void sl_arena_release (SlArena *self,
                       void    *memory);

gboolean sl_arena_run (SlArena    *self,
                       SlArenaTask task,
                       gpointer    data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlArena, sl_arena_free)

G_END_DECLS
