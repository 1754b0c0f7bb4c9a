/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "store/sl-case.h"
#include "store/sl-library.h"
#include "store/sl-search-index.h"
#include "workbench/sl-command.h"
#include "workbench/sl-witness-plan.h"

G_BEGIN_DECLS

#define SL_WORKBENCH_ERROR (sl_workbench_error_quark ())
GQuark sl_workbench_error_quark (void);

typedef enum
{
  SL_WORKBENCH_ERROR_UNREADABLE,    /* no article could be read from what was got */
  SL_WORKBENCH_ERROR_NEEDS_ORIGINS, /* credibility 1 asked for with fewer than two independent origins */
  SL_WORKBENCH_ERROR_INVALID,       /* an argument is not what it should be */
  SL_WORKBENCH_ERROR_NOT_YET,       /* a later version will do it */
  SL_WORKBENCH_ERROR_HTTP,          /* the server answered, but not with the page */
  SL_WORKBENCH_ERROR_NEEDS_CONSENT, /* the document is no article, and nobody confirmed that it may be quoted */
} SlWorkbenchError;

/**
 * SlProgressFunc:
 * @fraction: 0 to 1, or negative when unknown
 * @what: a translated line
 *
 * Called from the worker thread by the synchronous functions, in the main context by the asynchronous ones.
 */
typedef void (*SlProgressFunc) (double      fraction,
                                const char *what,
                                gpointer    data);

/*
 * The use cases on one open case. The synchronous functions may take long; each has an
 * asynchronous twin that runs it on the workbench's worker thread, one after the other.
 *
 * Signal "changed" (): the case has changed; emitted in the main context that made the workbench.
 * Signal "queue-changed" (): tasks of the capture queue have changed (see sl-queue.h); emitted there too.
 * Properties: "can-undo", "can-redo" (gboolean), "undo-label", "redo-label", "title" (string, nullable), notified with it.
 */
#define SL_TYPE_WORKBENCH (sl_workbench_get_type ())
G_DECLARE_FINAL_TYPE (SlWorkbench, sl_workbench, SL, WORKBENCH, GObject)

SlWorkbench *sl_workbench_new       (SlCase       *a_case,
                                     const char   *by);
/* For reading: queries on it are quick and may be made from the main loop. */
SlCase      *sl_workbench_get_case  (SlWorkbench  *self);

/**
 * SlAddRequest:
 * @what: URL, or path of a file, or %NULL with @bytes
 * @bytes: (nullable): pasted or piped text or HTML
 * @published: (nullable): EDTF given by the person; wins over what the page says
 * @language: (nullable): BCP 47 tag given by the person
 * @accept_all: accept each suggestion, each as an act of its own
 * @max_bytes: limit of a response, 0 for the greatest that is allowed
 * @io_timeout_seconds: longest wait for the next bytes of a page, 0 for the default
 * @total_timeout_seconds: longest duration of fetching it, 0 for the default
 *
 * What to add to a case. A URL typed by the person may lead to the local machine; one found
 * elsewhere must not: @typed.
 */
typedef struct
{
  const char *what;
  GBytes     *bytes;
  const char *published;
  const char *language;
  gboolean    typed;
  gboolean    accept_all;
  guint       max_bytes;
  guint       io_timeout_seconds;
  guint       total_timeout_seconds;
} SlAddRequest;

/**
 * SlAddReport:
 *
 * What an addition made. @source_id is set as soon as the capture is durable, even when reading it
 * failed afterwards: the error then travels in @trouble and the capture is kept. @quality says what the document
 * is ("article", "paywall", …) and @reason why it is no article: then nothing is suggested from it. Both are %NULL without
 * a document.
 */
typedef struct
{
  SlId      source_id;
  SlId      capture_id;
  SlId      document_id;
  char     *title;
  char     *quality;
  char     *reason;
  guint     suggestions;
  guint     accepted;
  GError   *trouble;
} SlAddReport;

void         sl_add_report_free          (SlAddReport          *self);
SlAddReport *sl_workbench_add            (SlWorkbench          *self,
                                          const SlAddRequest   *request,
                                          SlProgressFunc        progress,
                                          gpointer              data,
                                          GCancellable         *cancellable,
                                          GError              **error);
void         sl_workbench_add_async      (SlWorkbench          *self,
                                          const SlAddRequest   *request,
                                          SlProgressFunc        progress,
                                          gpointer              progress_data,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              data);
SlAddReport *sl_workbench_add_finish     (SlWorkbench          *self,
                                          GAsyncResult         *result,
                                          GError              **error);

/* Every edit is an SlCommand, one act each; returns the key of what it made or changed. */
SlId         sl_workbench_do             (SlWorkbench          *self,
                                          const SlCommand      *command,
                                          GError              **error);
void         sl_workbench_do_async       (SlWorkbench          *self,
                                          const SlCommand      *command,
                                          GAsyncReadyCallback   callback,
                                          gpointer              data);
SlId         sl_workbench_do_finish      (SlWorkbench          *self,
                                          GAsyncResult         *result,
                                          GError              **error);

/* Verification and export. */
GPtrArray   *sl_workbench_verify         (SlWorkbench          *self,
                                          SlProgressFunc        progress,
                                          gpointer              data,
                                          GCancellable         *cancellable,
                                          GError              **error);
void         sl_workbench_verify_async   (SlWorkbench          *self,
                                          SlProgressFunc        progress,
                                          gpointer              progress_data,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              data);
GPtrArray   *sl_workbench_verify_finish  (SlWorkbench          *self,
                                          GAsyncResult         *result,
                                          GError              **error);

/* The same of a file that was exported; no case is needed. */
GPtrArray   *sl_workbench_verify_file        (const char           *path,
                                              SlProgressFunc        progress,
                                              gpointer              data,
                                              GCancellable         *cancellable,
                                              GError              **error);
void         sl_workbench_verify_file_async  (const char           *path,
                                              SlProgressFunc        progress,
                                              gpointer              progress_data,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              data);
GPtrArray   *sl_workbench_verify_file_finish (GAsyncResult         *result,
                                              GError              **error);

/**
 * SlExportRequest:
 * @format: "pdf", "wacz", "warc", …
 * @path: file to write; replaced as a whole when writing succeeded
 * @keys: (nullable) (array length=n_keys): of "warc" and "wacz" only these sources and captures
 *
 * What to write.
 */
typedef struct
{
  const char *format;
  const char *path;
  const SlId *keys;
  gsize       n_keys;
} SlExportRequest;

gboolean     sl_workbench_export         (SlWorkbench            *self,
                                          const SlExportRequest  *request,
                                          SlProgressFunc          progress,
                                          gpointer                data,
                                          GCancellable           *cancellable,
                                          GError                **error);
void         sl_workbench_export_async   (SlWorkbench            *self,
                                          const SlExportRequest  *request,
                                          SlProgressFunc          progress,
                                          gpointer                progress_data,
                                          GCancellable           *cancellable,
                                          GAsyncReadyCallback     callback,
                                          gpointer                data);
gboolean     sl_workbench_export_finish  (SlWorkbench          *self,
                                          GAsyncResult         *result,
                                          GError              **error);

/* Live sources against the passages; element type SlCheck. */
GPtrArray   *sl_workbench_recheck        (SlWorkbench          *self,
                                          SlId                  source_id,
                                          SlProgressFunc        progress,
                                          gpointer              data,
                                          GCancellable         *cancellable,
                                          GError              **error);
void         sl_workbench_recheck_async  (SlWorkbench          *self,
                                          GArray               *sources,
                                          SlProgressFunc        progress,
                                          gpointer              progress_data,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              data);
GPtrArray   *sl_workbench_recheck_finish (SlWorkbench          *self,
                                          GAsyncResult         *result,
                                          GError              **error);

/**
 * SlTriageRequest:
 * @checks: keys of checks
 * @n_checks: how many
 * @kind: what is made of them
 * @reason: (nullable): why; needed for a downgrade, and to mark something as superseded
 * @grade: (nullable): the lower grade, for a downgrade
 *
 * One decision on checks.
 */
typedef struct
{
  const SlId     *checks;
  guint           n_checks;
  SlDecisionKind  kind;
  const char     *reason;
  const char     *grade;
} SlTriageRequest;

gboolean     sl_workbench_triage         (SlWorkbench            *self,
                                          const SlTriageRequest  *request,
                                          GError                **error);
void         sl_workbench_triage_async   (SlWorkbench            *self,
                                          const SlTriageRequest  *request,
                                          GAsyncReadyCallback     callback,
                                          gpointer                data);
gboolean     sl_workbench_triage_finish  (SlWorkbench            *self,
                                          GAsyncResult           *result,
                                          GError                **error);

/*
 * Witnesses outside: nobody is asked unless the case names whom, and sl_witness_plan() tells before what would be sent.
 * Element type SlWitness.
 */
GPtrArray   *sl_workbench_witness        (SlWorkbench             *self,
                                          const SlWitnessRequest  *request,
                                          SlProgressFunc           progress,
                                          gpointer                 data,
                                          GCancellable            *cancellable,
                                          GError                 **error);
void         sl_workbench_witness_async  (SlWorkbench             *self,
                                          const SlWitnessRequest  *request,
                                          SlProgressFunc           progress,
                                          gpointer                 progress_data,
                                          GCancellable            *cancellable,
                                          GAsyncReadyCallback      callback,
                                          gpointer                 data);
GPtrArray   *sl_workbench_witness_finish (SlWorkbench             *self,
                                          GAsyncResult            *result,
                                          GError                 **error);
gboolean     sl_workbench_set_witnesses  (SlWorkbench             *self,
                                          SlWitnessKind            kind,
                                          const char              *addresses,
                                          GError                 **error);
gboolean     sl_workbench_set_witness_trust (SlWorkbench          *self,
                                          const char              *pem,
                                          GError                 **error);

/* Full-text search over the documents' texts; newest first. Element type SlSearchHit. */
GPtrArray   *sl_workbench_search         (SlWorkbench          *self,
                                          const char           *words,
                                          guint                 limit,
                                          GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlAddReport, sl_add_report_free)

G_END_DECLS
