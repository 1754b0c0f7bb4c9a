/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "export/sl-zip-writer.h"
#include "workbench/sl-selection.h"

G_BEGIN_DECLS

/**
 * SlMemberRange:
 * @offset: where the records of a capture begin in the web archive
 * @bytes: how long they are together, without the texts behind them
 */
typedef struct
{
  guint64 offset;
  guint64 bytes;
} SlMemberRange;

gboolean sl_export_history   (const SlSelection  *selection,
                              gboolean            with_changes,
                              SlZipWriter        *zip,
                              GCancellable       *cancellable,
                              GError            **error);
gboolean sl_export_witnesses (const SlSelection  *selection,
                              GHashTable         *ranges,
                              SlZipWriter        *zip,
                              GCancellable       *cancellable,
                              GError            **error);

G_END_DECLS
