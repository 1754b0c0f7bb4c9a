/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workbench/sl-workbench.h"

G_BEGIN_DECLS

/* What became of one thing in a file. */
typedef enum
{
  SL_IMPORT_KEPT,     /* it is a capture now, and its text can be read */
  SL_IMPORT_UNREADABLE, /* it is a capture now, but no text could be read from it; the reason says why */
  SL_IMPORT_LISTED,   /* it points to a document elsewhere */
  SL_IMPORT_SKIPPED,  /* it was left out, and the reason says why */
  SL_IMPORT_NOTED,    /* something about the file that is worth knowing */
  SL_IMPORT_BROKEN,   /* it could not be read, and the reason says what to do */
} SlImportOutcome;

#define SL_N_IMPORT_OUTCOMES (SL_IMPORT_BROKEN + 1)

/**
 * SlImportItem:
 * @file: (owned): name of the file, without its folder
 * @place: (owned) (nullable): where in it: "byte 516", "archive/data.warc.gz, byte 516", "line 7"
 * @what: (owned) (nullable): address or title of what it is about
 * @reason: (owned) (nullable): in words
 * @source_id: what it became, or %SL_ID_NONE
 * @capture_id: likewise
 * @document_id: likewise; %SL_ID_NONE when no text could be read from the capture
 * @suggestions: how many were found in it
 *
 * One thing in a file that was imported, and what became of it.
 */
typedef struct
{
  SlImportOutcome outcome;
  char  *file;
  char  *place;
  char  *what;
  char  *reason;
  SlId   source_id;
  SlId   capture_id;
  SlId   document_id;
  guint  suggestions;
} SlImportItem;

/**
 * SlImportReport:
 * @items: (element-type SlImportItem): everything that was met, in order; nothing is dropped silently
 * @counts: how many items of each outcome
 * @cancelled: whether it was stopped before the end; what is in @items is done
 *
 * What an import made.
 */
typedef struct
{
  GPtrArray *items;
  guint      counts[SL_N_IMPORT_OUTCOMES];
  gboolean   cancelled;
} SlImportReport;

/**
 * SlImportRequest:
 * @files: (array zero-terminated=1): paths
 * @bytes: (nullable): pasted text or page, taken before the files
 * @url: (nullable): where what has no address of its own came from
 * @published: (nullable): EDTF given by the person; wins over what the documents say
 * @captured: (nullable): when it was saved, ISO 8601, where the file does not say so
 * @language: (nullable): BCP 47 tag given by the person
 *
 * What to import.
 */
typedef struct
{
  const char *const *files;
  GBytes            *bytes;
  const char        *url;
  const char        *published;
  const char        *captured;
  const char        *language;
} SlImportRequest;

SlImportReport *sl_workbench_import        (SlWorkbench            *self,
                                            const SlImportRequest  *request,
                                            SlProgressFunc          progress,
                                            gpointer                data,
                                            GCancellable           *cancellable,
                                            GError                **error);
void            sl_workbench_import_async  (SlWorkbench            *self,
                                            const SlImportRequest  *request,
                                            SlProgressFunc          progress,
                                            gpointer                progress_data,
                                            GCancellable           *cancellable,
                                            GAsyncReadyCallback     callback,
                                            gpointer                data);
SlImportReport *sl_workbench_import_finish (SlWorkbench            *self,
                                            GAsyncResult           *result,
                                            GError                **error);
void            sl_import_report_free      (SlImportReport         *self);
const char     *sl_import_outcome_to_string (SlImportOutcome        outcome);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlImportReport, sl_import_report_free)

G_END_DECLS
