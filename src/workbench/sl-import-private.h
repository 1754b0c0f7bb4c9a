/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "helper/sl-unpack.h"
#include "workbench/sl-arrival.h"
#include "workbench/sl-import.h"
#include "workbench/sl-warc-index.h"
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
 * @description: (owned) (nullable) (element-type GBytes): records of what the package that is being imported says of itself
 * @payloads: (owned): stated digests of payloads → keys of the captures that were made of them
 * @revisits_left: whether a file has a record whose payload was not met yet
 * @again: files are gone through again for such records only, and nothing else is reported
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
  GPtrArray             *description;
  GHashTable            *payloads;
  gboolean               revisits_left;
  gboolean               again;
} SlImport;

SlImportItem *sl_import_add        (SlImport         *self,
                                    SlImportOutcome   outcome,
                                    const char       *place,
                                    const char       *what,
                                    const char       *reason);
gboolean      sl_import_is_stopped (SlImport         *self);
/* Gives the capture that has it now, %SL_ID_NONE when it could not be kept. */
SlId          sl_import_keep       (SlImport         *self,
                                    SlArrival        *arrival,
                                    const char       *place);
gboolean      sl_import_is_one_of_several (SlImport  *self);
/* The capture that has the payload a revisit speaks of: of this import, or one that the case had already. */
SlId          sl_import_find_payload (SlImport          *self,
                                      const SlWarcEntry *revisit);

/* A web archive; @inside is its path in another archive, and @pages what that lists as pages. */
void          sl_import_warc       (SlImport         *self,
                                    GBytes           *bytes,
                                    const char       *format,
                                    const char       *inside,
                                    GPtrArray        *pages);
/* The documents that a feed or a bibliography points to become sources, and wait to be captured. */
void          sl_import_list       (SlImport         *self,
                                    const SlUnpacked *unpacked);
/* What was noted about a file when it was taken apart. */
void          sl_import_report_notes (SlImport         *self,
                                      const SlUnpacked *unpacked);
/* The web archives in a package: those that came out of it, and @archives, which are read where they lie. */
void          sl_import_archive    (SlImport         *self,
                                    SlUnpacked       *unpacked,
                                    GPtrArray        *archives);
/* A package of whatever size; %FALSE when its list of files cannot be used, and nothing was done. */
gboolean      sl_import_package    (SlImport         *self,
                                    GBytes           *file);
/* Any other file, by what the reader process says it is. */
void          sl_import_document   (SlImport         *self,
                                    GBytes           *bytes);

G_END_DECLS
