/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sl-assessment.h"
#include "core/sl-attribution.h"
#include "core/sl-capture.h"
#include "core/sl-check.h"
#include "core/sl-claim.h"
#include "core/sl-event.h"
#include "core/sl-when.h"

G_BEGIN_DECLS

/**
 * SlReportQuote:
 * @passage_id: the passage
 * @document: index into #SlReport.documents
 * @exact: (owned): its words as they stand there
 * @chain: (owned) (element-type SlAttributionLink): who says so, origin first; may be empty
 * @check: (owned) (nullable): the last re-verification; %NULL when never checked
 *
 * A claim pinned to exact words.
 */
typedef struct
{
  SlId       passage_id;
  guint      document;
  char      *exact;
  gsize      start_cp;
  gsize      end_cp;
  SlStance   stance;
  GPtrArray *chain;
  SlCheck   *check;
} SlReportQuote;

/**
 * SlReportClaim:
 * @note: (owned) (nullable)
 * @assessment: (owned) (nullable): the grade in force with its reason
 * @origins: independent origins of its supporting passages
 * @quotes: (owned) (element-type SlReportQuote)
 */
typedef struct
{
  SlId          id;
  char         *text;
  SlModality    modality;
  char         *note;
  SlAssessment *assessment;
  gboolean      contested;
  guint         origins;
  GPtrArray    *quotes;
} SlReportClaim;

/**
 * SlReportEvent:
 * @when: (owned): undated ones are listed among the omissions of the timeline figure
 * @place: (owned) (nullable)
 * @note: (owned) (nullable)
 * @confidence: the tag shown
 * @grade: the grade that @confidence comes from
 * @assessment: (owned) (nullable): the event's own assessment, if it was graded itself
 * @claims: (owned) (element-type SlReportClaim)
 */
typedef struct
{
  SlId          id;
  char         *title;
  SlWhen       *when;
  char         *place;
  char         *note;
  SlConfidence  confidence;
  SlGrade       grade;
  SlAssessment *assessment;
  gboolean      contested;
  GPtrArray    *claims;
} SlReportEvent;

/**
 * SlReportDocument:
 * @source: index into #SlReport.sources
 * @captured_at: UTC microseconds
 * @final_url: (owned) (nullable): where redirects led, if elsewhere
 * @status: HTTP status, 0 without HTTP
 * @text: (owned): the whole readable text
 *
 * A cited document: the text read from one capture. Its title, outlet, authors and other clocks
 * are those of its source.
 */
typedef struct
{
  SlId             id;
  SlId             capture_id;
  guint            source;
  gint64           captured_at;
  SlCaptureMethod  method;
  char            *final_url;
  int              status;
  char            *payload_digest;
  gint64           payload_bytes;
  char            *text_digest;
  char            *extractor;
  char            *text;
} SlReportDocument;

/**
 * SlReportSource:
 * @outlet: (owned) (nullable)
 * @outlet_assessment: (owned) (nullable): reliability of the outlet with its reason
 * @url: (owned) (nullable)
 * @authors: (owned) (nullable): joined by ", "
 * @published: (owned) (nullable): EDTF
 * @updated: (owned) (nullable): EDTF
 * @language: (owned) (nullable): BCP 47 tag
 * @captures: (owned) (element-type SlCapture): all of them, oldest first
 * @claims: how many claims are pinned to it
 */
typedef struct
{
  SlId          id;
  char         *title;
  char         *outlet;
  SlAssessment *outlet_assessment;
  char         *url;
  char         *authors;
  char         *published;
  char         *updated;
  char         *language;
  gint64        added_at;
  GPtrArray    *captures;
  guint         claims;
} SlReportSource;

/* What a report leaves out. Undated events are found by the report itself. */
typedef enum
{
  SL_OMISSION_UNDATED_EVENT,         /* on no timeline: the evidence gives no date */
  SL_OMISSION_EVENT_WITHOUT_CLAIM,   /* rests on nothing */
  SL_OMISSION_CLAIM_WITHOUT_EVENT,   /* belongs to no event */
  SL_OMISSION_OPEN_SUGGESTION,       /* not judged yet */
  SL_OMISSION_REJECTED_SUGGESTION,   /* judged and not taken */
  SL_OMISSION_SOURCE_WITHOUT_CLAIM,  /* captured, nothing rests on it */
  SL_OMISSION_UNREADABLE_CAPTURE,    /* captured, no article could be read from it */
  SL_OMISSION_LEFT_OUT,              /* chosen to be left out */
} SlOmissionKind;

/**
 * SlReportOmission:
 * @count: how many things; 1 when @what names one
 * @what: (owned) (nullable): name of the thing, if it is one
 * @why: (owned) (nullable): why, if the kind alone does not say it
 */
typedef struct
{
  SlOmissionKind  kind;
  guint           count;
  char           *what;
  char           *why;
} SlReportOmission;

/**
 * SlReport:
 * @case_id: (owned): identity of the case file
 * @title: (owned): title of the case
 * @scope: (owned) (nullable): what it is about
 * @author: (owned) (nullable): who makes the report
 * @generated_at: UTC seconds; the only time stamp in an export, so that the same report gives the same bytes
 * @program: (owned): name and version of the program
 * @head_hash: (owned) (nullable): hash of the last act: pins the state of the case
 * @acts: number of acts up to it
 * @language: (owned) (nullable): BCP 47 tag the report is written in; "en" when %NULL
 * @events: (owned) (element-type SlReportEvent): in time order, undated ones last
 * @claims: (owned) (element-type SlReportClaim): those that belong to no event, for exports that annotate rather than tell; else empty
 * @documents: (owned) (element-type SlReportDocument): the cited ones, in the order of citation
 * @sources: (owned) (element-type SlReportSource): all of the case
 * @omissions: (owned) (element-type SlReportOmission): without undated events
 *
 * The plain content of a report: what every export is written from. It is filled by the workbench
 * and knows nothing of the case file.
 */
typedef struct
{
  char      *case_id;
  char      *title;
  char      *scope;
  char      *author;
  gint64     generated_at;
  char      *program;
  char      *head_hash;
  gint64     acts;
  char      *language;
  GPtrArray *events;
  GPtrArray *claims;
  GPtrArray *documents;
  GPtrArray *sources;
  GPtrArray *omissions;
} SlReport;

/* Each makes an empty one with its arrays in place; strings are filled in by the caller. */
SlReport         *sl_report_new           (const char       *title,
                                           gint64            generated_at);
void              sl_report_free          (SlReport         *self);
void              sl_report_keep_captures (SlReport         *self,
                                           GHashTable       *captures);
SlReportEvent    *sl_report_event_new     (void);
void              sl_report_event_free    (SlReportEvent    *self);
gboolean          sl_report_event_is_dated (const SlReportEvent *self);
SlReportClaim    *sl_report_claim_new     (void);
void              sl_report_claim_free    (SlReportClaim    *self);
SlReportQuote    *sl_report_quote_new     (void);
void              sl_report_quote_free    (SlReportQuote    *self);
SlReportDocument *sl_report_document_new  (void);
void              sl_report_document_free (SlReportDocument *self);
SlReportSource   *sl_report_source_new    (void);
void              sl_report_source_free   (SlReportSource   *self);
SlReportOmission *sl_report_omission_new  (SlOmissionKind    kind,
                                           guint             count,
                                           const char       *what,
                                           const char       *why);
void              sl_report_omission_free (SlReportOmission *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlReport, sl_report_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlReportEvent, sl_report_event_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlReportClaim, sl_report_claim_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlReportQuote, sl_report_quote_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlReportDocument, sl_report_document_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlReportSource, sl_report_source_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlReportOmission, sl_report_omission_free)

G_END_DECLS
