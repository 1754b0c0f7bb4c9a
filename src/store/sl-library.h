/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/sl-case.h"

G_BEGIN_DECLS

/**
 * SlLibraryEntry:
 * @name: (owned): the title of the case
 * @path: (owned)
 * @id: (owned): the UUID of the case
 * @modified: when the file was changed last, UTC seconds
 */
typedef struct
{
  char *name;
  char *path;
  char *id;
  gint64 modified;
} SlLibraryEntry;

void sl_library_entry_free (SlLibraryEntry *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlLibraryEntry, sl_library_entry_free)

/* The cases that live in one folder, as the window keeps them in the user's data directory. */
typedef struct _SlLibrary SlLibrary;

SlLibrary *sl_library_new (const char *folder);
void sl_library_free (SlLibrary *self);
GPtrArray *sl_library_list (SlLibrary *self,
                            GError **error);
SlLibraryEntry *sl_library_find (SlLibrary *self,
                                 const char *id);
SlCase *sl_library_create (SlLibrary *self,
                           const char *title,
                           gint64 now,
                           GError **error);
char *sl_library_import (SlLibrary *self,
                         const char *path,
                         GCancellable *cancellable,
                         GError **error);
char *sl_library_rename (SlLibrary *self,
                         const char *path,
                         const char *name,
                         GError **error);
gboolean sl_library_trash (SlLibrary *self,
                           const char *path,
                           GCancellable *cancellable,
                           GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlLibrary, sl_library_free)

G_END_DECLS
