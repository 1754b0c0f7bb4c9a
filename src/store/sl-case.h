/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "core/sl-act.h"
#include "core/sl-assessment.h"
#include "core/sl-attribution.h"
#include "core/sl-capture.h"
#include "core/sl-check.h"
#include "core/sl-claim.h"
#include "core/sl-consent.h"
#include "core/sl-decision.h"
#include "core/sl-document.h"
#include "core/sl-event.h"
#include "core/sl-finding.h"
#include "core/sl-outlet.h"
#include "core/sl-passage.h"
#include "core/sl-source.h"
#include "core/sl-suggestion.h"
#include "core/sl-task.h"
#include "core/sl-witness.h"

G_BEGIN_DECLS

#define SL_STORE_ERROR (sl_store_error_quark ())
GQuark sl_store_error_quark (void);

typedef enum
{
  SL_STORE_ERROR_NOT_A_CASE,    /* other file, or damaged beyond opening */
  SL_STORE_ERROR_NEWER,         /* made by a later version of Sourceline */
  SL_STORE_ERROR_OLDER,         /* made by an earlier version, and opened only for reading */
  SL_STORE_ERROR_BUSY,          /* another program holds it */
  SL_STORE_ERROR_EXISTS,        /* would overwrite */
  SL_STORE_ERROR_NOT_FOUND,     /* no such row */
  SL_STORE_ERROR_NOTHING,       /* nothing to undo or redo */
  SL_STORE_ERROR_CONFLICT,      /* an undo no longer fits what came after it */
  SL_STORE_ERROR_APPEND_ONLY,   /* a guard refused to change evidence */
  SL_STORE_ERROR_IO,            /* disk full, permission, … */
  SL_STORE_ERROR_DAMAGED,       /* a row or blob contradicts its digest */
} SlStoreError;

/*
 * One case file, one connection. Safe to call from any thread: each call takes the
 * connection's lock; an act holds it from begin to commit or abort.
 */
#define SL_TYPE_CASE (sl_case_get_type ())
G_DECLARE_FINAL_TYPE (SlCase, sl_case, SL, CASE, GObject)

typedef enum
{
  SL_CASE_OPEN_READ_WRITE,
  SL_CASE_OPEN_READ_ONLY,
} SlCaseOpenMode;

SlCase *sl_case_create (const char *path,
                        const char *title,
                        gint64 now,
                        GError **error);
SlCase *sl_case_open (const char *path,
                      SlCaseOpenMode mode,
                      GError **error);
gboolean sl_case_close (SlCase *self,
                        GError **error);
gboolean sl_case_save_copy (SlCase *self,
                            const char *path,
                            GCancellable *cancellable,
                            GError **error);
const char *sl_case_get_path (SlCase *self);
const char *sl_case_get_id (SlCase *self);
char *sl_case_dup_title (SlCase *self);
char *sl_case_dup_scope (SlCase *self);
gint64 sl_case_get_revision (SlCase *self);

/* Acts: every change happens between begin and commit, is one transaction, and is one step of undo. */
gboolean sl_case_begin_act (SlCase *self,
                            SlActKind kind,
                            const char *label,
                            const char *by,
                            gint64 now,
                            GError **error);
gboolean sl_case_commit_act (SlCase *self,
                             GError **error);
void sl_case_abort_act (SlCase *self);
SlAct *sl_case_undo (SlCase *self,
                     const char *by,
                     gint64 now,
                     GError **error);
SlAct *sl_case_redo (SlCase *self,
                     const char *by,
                     gint64 now,
                     GError **error);
SlAct *sl_case_peek_undo (SlCase *self);
SlAct *sl_case_peek_redo (SlCase *self);

/* Writing: only within an act. Rows with id %SL_ID_NONE get a new key, written back into the struct. */
gboolean sl_case_set_title (SlCase *self, const char *title, GError **error);
gboolean sl_case_set_scope (SlCase *self, const char *scope, GError **error);
gboolean sl_case_put_outlet (SlCase *self, SlOutlet *outlet, GError **error);
gboolean sl_case_put_source (SlCase *self, SlSource *source, GError **error);
gboolean sl_case_put_claim (SlCase *self, SlClaim *claim, GError **error);
gboolean sl_case_put_event (SlCase *self, SlEvent *event, GError **error);
gboolean sl_case_put_suggestion (SlCase *self, SlSuggestion *suggestion, GError **error);
gboolean sl_case_add_capture (SlCase *self, SlCapture *capture, GPtrArray *members, GError **error);
char *sl_case_add_blob (SlCase *self, GBytes *bytes, GError **error);
gboolean sl_case_add_document (SlCase *self, SlDocument *document, const char *text, GBytes *map, GError **error);
gboolean sl_case_add_passage (SlCase *self, SlPassage *passage, GError **error);
gboolean sl_case_add_pin (SlCase *self, SlPin *pin, GError **error);
gboolean sl_case_add_assessment (SlCase *self, SlAssessment *assessment, GError **error);
gboolean sl_case_add_check (SlCase *self, SlCheck *check, GError **error);
gboolean sl_case_add_witness (SlCase *self, SlWitness *witness, GError **error);
gboolean sl_case_put_decision (SlCase *self, SlDecision *decision, GError **error);
gboolean sl_case_put_consent (SlCase *self, SlConsent *consent, GError **error);
gboolean sl_case_set_setting (SlCase *self, const char *key, const char *value, GError **error);
gboolean sl_case_link_claim (SlCase *self, SlId event_id, SlId claim_id, GError **error);
gboolean sl_case_unlink_claim (SlCase *self, SlId event_id, SlId claim_id, GError **error);
gboolean sl_case_set_stance (SlCase *self, SlId pin_id, SlStance stance, GError **error);
gboolean sl_case_remove_pin (SlCase *self, SlId pin_id, GError **error);
gboolean sl_case_remove_claim (SlCase *self, SlId claim_id, GError **error);
gboolean sl_case_remove_event (SlCase *self, SlId event_id, GError **error);
gboolean sl_case_remove_source (SlCase *self, SlId source_id, GError **error);

/* Reading one. %NULL with SL_STORE_ERROR_NOT_FOUND when there is none. */
SlOutlet *sl_case_get_outlet (SlCase *self, SlId id, GError **error);
SlOutlet *sl_case_find_outlet (SlCase *self, const char *name, const char *domain);
SlSource *sl_case_get_source (SlCase *self, SlId id, GError **error);
SlSource *sl_case_find_source (SlCase *self, const char *url);
SlCapture *sl_case_get_capture (SlCase *self, SlId id, GError **error);
/* The first capture whose payload has this digest. */
SlCapture *sl_case_find_payload (SlCase *self, const char *payload_digest);
SlDocument *sl_case_get_document (SlCase *self, SlId id, GError **error);
SlPassage *sl_case_get_passage (SlCase *self, SlId id, GError **error);
SlClaim *sl_case_get_claim (SlCase *self, SlId id, GError **error);
SlEvent *sl_case_get_event (SlCase *self, SlId id, GError **error);
SlSuggestion *sl_case_get_suggestion (SlCase *self, SlId id, GError **error);
SlAssessment *sl_case_get_grade (SlCase *self, SlId target_id);
SlCheck *sl_case_get_check (SlCase *self, SlId id, GError **error);
SlConsent *sl_case_find_consent (SlCase *self, SlId document_id);
SlDecision *sl_case_find_decision (SlCase *self, SlId check_id);
char *sl_case_dup_setting (SlCase *self, const char *key);
char *sl_case_load_text (SlCase *self, SlId document_id, GError **error);
GBytes *sl_case_load_map (SlCase *self, SlId document_id, GError **error);
GBytes *sl_case_load_changeset (SlCase *self, const SlAct *act, GError **error);
GBytes *sl_case_load_blob (SlCase *self, const char *digest, GError **error);
/* The bytes a capture is about, without transfer and content codings, as its payload digest names them. */
GBytes *sl_case_load_payload (SlCase *self, SlId capture_id, GError **error);
/* Which table a key belongs to: "source", "claim", … ; %NULL when none. */
const char *sl_case_what_is (SlCase *self, SlId id);

/* What there is of a source; the two make up all sources. */
typedef enum
{
  SL_SOURCE_CONTENT,  /* something was read from it, or may be: it waits to be captured, or its page cannot be read */
  SL_SOURCE_FAILURES, /* captures of failures only */
} SlSourceContent;

/**
 * SlQuery:
 * @words: (nullable): every word must occur (case-insensitive, in what a row shows)
 * @about: only rows that belong to this row (claims of an event, captures of a source, …), or %SL_ID_NONE
 * @state: for suggestions: an #SlSuggestionState, for tasks: an #SlTaskState, for checks: an #SlVerdict, for sources: an #SlSourceContent, or -1 for all
 * @earliest: for events: only those that may happen at or after, UTC seconds
 * @latest: for events: only those that may happen before
 * @offset: rows to skip
 * @limit: rows to return at most; 0 for all
 *
 * What part of a list is wanted. Start from %SL_QUERY_ALL.
 */
typedef struct
{
  const char *words;
  SlId about;
  int state;
  gint64 earliest;
  gint64 latest;
  guint offset;
  guint limit;
} SlQuery;

#define SL_QUERY_ALL ((SlQuery) { NULL, SL_ID_NONE, -1, SL_TIME_MIN, SL_TIME_MAX, 0, 0 })

/* Reading lists: arrays that own their elements; order stated with each implementation. */
GPtrArray *sl_case_list_outlets (SlCase *self, const SlQuery *query, GError **error);
GPtrArray *sl_case_list_sources (SlCase *self, const SlQuery *query, GError **error);
GPtrArray *sl_case_list_captures (SlCase *self, const SlQuery *query, GError **error);
GPtrArray *sl_case_list_documents (SlCase *self, const SlQuery *query, GError **error);
GPtrArray *sl_case_list_passages (SlCase *self, const SlQuery *query, GError **error);
GPtrArray *sl_case_list_pins (SlCase *self, const SlQuery *query, GError **error);
GPtrArray *sl_case_list_claims (SlCase *self, const SlQuery *query, GError **error);
GPtrArray *sl_case_list_events (SlCase *self, const SlQuery *query, GError **error);
GPtrArray *sl_case_find_suggestions (SlCase *self, const SlSuggestion *like, GError **error);
GPtrArray *sl_case_list_suggestions (SlCase *self, const SlQuery *query, GError **error);
GPtrArray *sl_case_list_assessments (SlCase *self, const SlQuery *query, GError **error);
GPtrArray *sl_case_list_checks (SlCase *self, const SlQuery *query, GError **error);
GPtrArray *sl_case_list_acts (SlCase *self, const SlQuery *query, GError **error);
GPtrArray *sl_case_list_decisions (SlCase *self, const SlQuery *query, GError **error);
GPtrArray *sl_case_list_consents (SlCase *self, const SlQuery *query, GError **error);
GPtrArray *sl_case_list_witnesses (SlCase *self, const SlQuery *query, GError **error);
GPtrArray *sl_case_list_tasks (SlCase *self, const SlQuery *query, GError **error);

/*
 * The capture queue. Tasks are work, not evidence: they may be changed within an act, and then change with it
 * or not at all, or without one.
 */
gboolean sl_case_put_task (SlCase *self, SlTask *task, GError **error);
gboolean sl_case_put_tasks (SlCase *self, GPtrArray *tasks, GError **error);
gboolean sl_case_change_task (SlCase *self, SlTask *task, SlTaskState from, GError **error);
gboolean sl_case_count_tasks (SlCase *self, gint64 counts[SL_N_TASK_STATES], GError **error);
SlTask *sl_case_get_task (SlCase *self, SlId id, GError **error);
SlTask *sl_case_find_task (SlCase *self, const char *url_key);
/* Takes tasks out of the queue: one, those of a batch, or all that are done or cancelled. Their captures stay. */
gint64 sl_case_drop_tasks (SlCase *self, SlId id, GError **error);
gint64 sl_case_move_tasks (SlCase *self, SlTaskState from, SlTaskState to, SlId batch, gint64 now, GError **error);

/* Which list sl_case_count() counts. */
typedef enum
{
  SL_LIST_OUTLETS,
  SL_LIST_SOURCES,
  SL_LIST_CAPTURES,
  SL_LIST_DOCUMENTS,
  SL_LIST_PASSAGES,
  SL_LIST_PINS,
  SL_LIST_CLAIMS,
  SL_LIST_EVENTS,
  SL_LIST_SUGGESTIONS,
  SL_LIST_ASSESSMENTS,
  SL_LIST_CHECKS,
  SL_LIST_ACTS,
  SL_LIST_DECISIONS,
  SL_LIST_CONSENTS,
  SL_LIST_WITNESSES,
  SL_LIST_TASKS,
} SlList;

gint64 sl_case_count (SlCase *self, SlList list, const SlQuery *query, GError **error);

/*
 * Verification, offline: the hash chain of the acts, the state of every table against the replayed
 * history, each blob against its digest, each capture's members against its payload digest.
 * Returns the problems found (element-type SlFinding), empty when all is well.
 */
GPtrArray *sl_case_verify (SlCase *self,
                           GCancellable *cancellable,
                           GError **error);

G_END_DECLS
