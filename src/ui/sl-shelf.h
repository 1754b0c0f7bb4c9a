#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SlShelfEntry:
 * @path: (owned): the case file
 * @title: (owned): what it is called
 * @changed_at: UTC seconds
 *
 * A case of this machine.
 */
typedef struct
{
  char   *path;
  char   *title;
  gint64  changed_at;
} SlShelfEntry;

GPtrArray *sl_shelf_list     (void);
char      *sl_shelf_new_path (const char *title,
                              GError    **error);

G_END_DECLS
