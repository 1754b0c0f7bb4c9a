/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "helper/sl-helper-client.h"
#include "helper/sl-read-request.h"

G_BEGIN_DECLS

/** How much of a file's end is sent to be read; the list of files in a ZIP file stands there. */
#define SL_DIRECTORY_MAX_BYTES (16u * 1024 * 1024)

/** How the entries that are not packed at all are marked. */
#define SL_DIRECTORY_STORED 0

/**
 * SlDirectoryEntry:
 * @path: (owned): valid UTF-8
 * @header: where its local header begins in the file
 * @packed_bytes: how long it is there
 * @bytes: how long it is unpacked
 * @checksum: CRC-32 of it, unpacked
 * @method: how it is packed; %SL_DIRECTORY_STORED is as it is, 8 is deflate
 *
 * A file in a ZIP file, as the list at its end tells.
 */
typedef struct
{
  char *path;
  guint64 header;
  guint64 packed_bytes;
  guint64 bytes;
  guint32 checksum;
  guint16 method;
} SlDirectoryEntry;

SlDirectoryEntry *sl_directory_entry_new (const char *path);

void sl_directory_entry_free (SlDirectoryEntry *self);

gboolean sl_directory_request_from_variant (GVariant  *variant,
                                            GBytes   **end,
                                            guint64   *file_bytes);

GVariant *sl_directory_to_variant (GPtrArray *entries);

GPtrArray *sl_directory_run (SlHelperClient *client,
                             GBytes         *file,
                             GCancellable   *cancellable,
                             GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlDirectoryEntry, sl_directory_entry_free)

G_END_DECLS
