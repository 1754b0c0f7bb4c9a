/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-export-warc.h"

typedef struct
{
  GOutputStream *output;       /* (unowned) */
  GCancellable  *cancellable;  /* (unowned) (nullable) */
} Sink;

static gboolean
write_member (const SlCapture  *capture,
              GBytes           *member,
              gpointer          data,
              GError          **error)
{
  Sink *sink = data;

  (void) capture;
  return g_output_stream_write_all (sink->output, g_bytes_get_data (member, NULL), g_bytes_get_size (member), NULL, sink->cancellable, error);
}

/**
 * sl_export_warc:
 *
 * Writes captures as one WARC 1.1 file.
 *
 * The case keeps each record as the gzip member that it is in a `.warc.gz`, so this is a concatenation.
 *
 * Fails with SL_STORE_ERROR, G_IO_ERROR.
 *
 * Returns: whether it was written
 */
gboolean
sl_export_warc (const SlSelection  *selection,
                GOutputStream      *output,
                GCancellable       *cancellable,
                GError            **error)
{
  Sink sink = { output, cancellable };
  g_autoptr (GBytes) info = sl_selection_make_warcinfo (selection, error);

  return info != NULL && write_member (NULL, info, &sink, error)
         && sl_selection_foreach (selection, write_member, &sink, cancellable, error);
}
