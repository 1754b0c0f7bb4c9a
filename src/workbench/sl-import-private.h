/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "helper/sl-unpack.h"
#include "workbench/sl-arrival.h"
#include "workbench/sl-import.h"
#include "workbench/sl-workbench-private.h"

G_BEGIN_DECLS

/**
 * SlImport:
 * @workbench: (unowned)
 * @request: (unowned)
 * @report: (unowned): what was done so far
 * @progress: (unowned) (nullable)
 * @cancellable: (unowned) (nullable)
 * @captured_usec: when what does not say so was saved, or -1
 * @file: (owned): name of the file that is being imported
 *
 * An import on its way.
 */
typedef struct
{
  SlWorkbench           *workbench;
  const SlImportRequest *request;
  SlImportReport        *report;
  SlProgress            *progress;
  GCancellable          *cancellable;
  gint64                 captured_usec;
  char                  *file;
} SlImport;

SlImportItem *sl_import_add        (SlImport         *self,
                                    SlImportOutcome   outcome,
                                    const char       *place,
                                    const char       *what,
                                    const char       *reason);
gboolean      sl_import_is_stopped (SlImport         *self);
void          sl_import_keep       (SlImport         *self,
                                    SlArrival        *arrival,
                                    const char       *place);

/* A web archive; @inside is its path in another archive, and @pages what that lists as pages. */
void          sl_import_warc       (SlImport         *self,
                                    GBytes           *bytes,
                                    const char       *format,
                                    const char       *inside,
                                    GPtrArray        *pages);
/* The documents that a feed or a bibliography points to become sources, and wait to be captured. */
void          sl_import_list       (SlImport         *self,
                                    const SlUnpacked *unpacked);
/* Any other file, by what the reader process says it is. */
void          sl_import_document   (SlImport         *self,
                                    GBytes           *bytes);

G_END_DECLS
