/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "export/sl-report.h"

G_BEGIN_DECLS

#define SL_EXPORT_ERROR (sl_export_error_quark ())
GQuark sl_export_error_quark (void);

typedef enum
{
  SL_EXPORT_ERROR_FORMAT,   /* no such format */
  SL_EXPORT_ERROR_INVALID,  /* the report contradicts itself (a quotation of a document it does not hold) */
  SL_EXPORT_ERROR_WRITE,    /* the file could not be made */
} SlExportError;

/**
 * SlExportFormat:
 * @name: what `--format` calls it
 * @extension: of file names, without dot
 * @media_type: MIME type
 * @title: for people; to be translated
 * @write: makes the whole file
 *
 * One row of the table of exports. Adding an export takes one file and one row.
 */
typedef struct
{
  const char *name;
  const char *extension;
  const char *media_type;
  const char *title;
  GBytes   *(*write) (const SlReport  *report,
                      GCancellable    *cancellable,
                      GError         **error);
} SlExportFormat;

const SlExportFormat *sl_export_get_formats (guint           *n_formats);
const SlExportFormat *sl_export_find_format (const char      *name);
GBytes               *sl_export_to_bytes    (const SlReport  *report,
                                             const char      *format,
                                             GCancellable    *cancellable,
                                             GError         **error);
gboolean              sl_export_write       (const SlReport  *report,
                                             const char      *format,
                                             const char      *path,
                                             GCancellable    *cancellable,
                                             GError         **error);

G_END_DECLS
