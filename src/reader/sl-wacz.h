/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "helper/sl-unpacked.h"

G_BEGIN_DECLS

/**
 * SlWaczEntry:
 * @path: (owned): path in the archive
 * @sha256: (owned): of its bytes, in hexadecimal
 * @size: how many there are
 *
 * A file as it really stands in a WACZ file.
 */
typedef struct
{
  char *path;
  char *sha256;
  guint64 size;
} SlWaczEntry;

void sl_wacz_entry_free (SlWaczEntry *self);

void sl_wacz_read_pages (SlUnpacked *self,
                         const char *path,
                         GBytes     *lines);

void sl_wacz_check_package (SlUnpacked *self,
                            GPtrArray  *entries,
                            GBytes     *package);

void sl_wacz_check_digest (SlUnpacked *self,
                           GPtrArray  *entries,
                           GBytes     *digest);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlWaczEntry, sl_wacz_entry_free)

G_END_DECLS
