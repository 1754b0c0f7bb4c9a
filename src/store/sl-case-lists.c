/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/sl-case-private.h"
#include "store/sl-entity-private.h"

/*
 * CROSS JOIN keeps the order of the tables, so that rows come in the order of an index and a page
 * costs what it shows. What each list is: `from` with the joins that order or membership need, `shows` what words are
 * looked for in, `about` the keys of the rows that belong to another row ?2, `order`. Parameters:
 * ?1 words, ?2 about, ?3 state, which `state` compares, ?4 earliest, ?5 latest, ?6 limit, ?7 offset.
 */
typedef struct
{
  const SlEntity *entity;
  const char     *from;
  const char     *shows;
  const char     *about;
  const char     *order;
  const char     *state;       /* what compares the state, ?3, or NULL */
  gboolean        has_bounds;
} ListKind;

/* Where there was never more than an answer that is not the page, there is nothing to work with. A source that waits to be
 * captured has no answer yet, and one whose page cannot be read has the page. */
#define HAS_CONTENT "(EXISTS (SELECT 1 FROM document WHERE document.source_id = source.id)"      \
                    " OR NOT EXISTS (SELECT 1 FROM capture WHERE capture.source_id = source.id)" \
                    " OR EXISTS (SELECT 1 FROM capture WHERE capture.source_id = source.id"      \
                    " AND (capture.method <> 0 OR (capture.status BETWEEN 200 AND 299 AND capture.note IS NULL))))"

#define PASSAGES_OF_SOURCE "SELECT passage.id FROM document JOIN passage ON passage.document_id = document.id WHERE document.source_id = ?2"
#define PASSAGES_OF_DOCUMENT "SELECT passage.id FROM passage WHERE passage.document_id = ?2"

static const ListKind kinds[] = {
  [SL_LIST_OUTLETS] = {
      .entity = &sl_entity_outlet,
      .from = "outlet",
      .shows = "outlet.name, outlet.domain",
      .about = "SELECT outlet_id FROM source WHERE source.id = ?2",
      .order = "outlet.folded, outlet.id",
  },
  [SL_LIST_SOURCES] = {
      .entity = &sl_entity_source,
      .from = "source",
      .shows = "source.title, source.byline, source.url, (SELECT name FROM outlet WHERE outlet.id = source.outlet_id)",
      .about = "SELECT source.id FROM source WHERE source.outlet_id = ?2"
               " UNION ALL SELECT document.source_id FROM pin JOIN passage ON passage.id = pin.passage_id"
               " JOIN document ON document.id = passage.document_id WHERE pin.claim_id = ?2",
      .order = "source.added_at DESC, source.id DESC",
      .state = HAS_CONTENT " = (?3 = 0)",
  },
  [SL_LIST_CAPTURES] = {
      .entity = &sl_entity_capture,
      .from = "capture JOIN in_case ON in_case.id = capture.id JOIN source ON source.id = capture.source_id",
      .shows = "capture.url, capture.final_url, capture.note",
      .about = "SELECT capture.id FROM capture WHERE capture.source_id = ?2",
      .order = "capture.captured_at_usec DESC, capture.id DESC",
  },
  [SL_LIST_DOCUMENTS] = {
      .entity = &sl_entity_document,
      .from = "document JOIN in_case ON in_case.id = document.id JOIN capture ON capture.id = document.capture_id"
              " JOIN source ON source.id = document.source_id",
      .shows = "source.title, document.quality",
      .about = "SELECT document.id FROM document WHERE document.source_id = ?2"
               " UNION ALL SELECT document.id FROM document WHERE document.capture_id = ?2",
      .order = "capture.captured_at_usec DESC, document.id DESC",
  },
  [SL_LIST_PASSAGES] = {
      .entity = &sl_entity_passage,
      .from = "passage CROSS JOIN in_case ON in_case.id = passage.id",
      .shows = "passage.exact",
      .about = PASSAGES_OF_DOCUMENT " UNION ALL " PASSAGES_OF_SOURCE " UNION ALL SELECT pin.passage_id FROM pin WHERE pin.claim_id = ?2",
      .order = "passage.document_id, passage.start_cp, passage.end_cp, passage.id",
  },
  [SL_LIST_PINS] = {
      .entity = &sl_entity_pin,
      .from = "pin JOIN passage ON passage.id = pin.passage_id",
      .shows = "passage.exact, pin.chain",
      .about = "SELECT pin.id FROM pin WHERE pin.claim_id = ?2"
               " UNION ALL SELECT pin.id FROM pin WHERE pin.passage_id = ?2"
               " UNION ALL SELECT pin.id FROM event_claim JOIN pin ON pin.claim_id = event_claim.claim_id WHERE event_claim.event_id = ?2"
               " UNION ALL SELECT pin.id FROM passage JOIN pin ON pin.passage_id = passage.id WHERE passage.document_id = ?2"
               " UNION ALL SELECT pin.id FROM document JOIN passage ON passage.document_id = document.id"
               " JOIN pin ON pin.passage_id = passage.id WHERE document.source_id = ?2",
      .order = "pin.claim_id, passage.document_id, passage.start_cp, pin.id",
  },
  [SL_LIST_CLAIMS] = {
      .entity = &sl_entity_claim,
      .from = "claim",
      .shows = "claim.text, claim.note",
      .about = "SELECT event_claim.claim_id FROM event_claim WHERE event_claim.event_id = ?2"
               " UNION ALL SELECT pin.claim_id FROM pin WHERE pin.passage_id = ?2"
               " UNION ALL SELECT pin.claim_id FROM pin WHERE pin.passage_id IN (" PASSAGES_OF_DOCUMENT ")"
               " UNION ALL SELECT pin.claim_id FROM pin WHERE pin.passage_id IN (" PASSAGES_OF_SOURCE ")",
      .order = "claim.created_at, claim.id",
  },
  [SL_LIST_EVENTS] = {
      .entity = &sl_entity_event,
      .from = "event",
      .shows = "event.title, event.place, event.note, event.edtf",
      .about = "SELECT event_claim.event_id FROM event_claim WHERE event_claim.claim_id = ?2"
               " UNION ALL SELECT event_claim.event_id FROM pin JOIN event_claim ON event_claim.claim_id = pin.claim_id"
               " WHERE pin.passage_id IN (" PASSAGES_OF_DOCUMENT " UNION ALL " PASSAGES_OF_SOURCE ")",
      .order = "event.edtf IS NULL, event.earliest, event.title, event.id",
      .has_bounds = TRUE,
  },
  [SL_LIST_SUGGESTIONS] = {
      .entity = &sl_entity_suggestion,
      .from = "source CROSS JOIN suggestion ON suggestion.source_id = source.id",
      .shows = "suggestion.title, suggestion.text, suggestion.exact, suggestion.chain",
      .about = "SELECT suggestion.id FROM suggestion WHERE suggestion.document_id = ?2"
               " UNION ALL SELECT suggestion.id FROM suggestion WHERE suggestion.source_id = ?2"
               " UNION ALL SELECT suggestion.id FROM suggestion WHERE suggestion.claim_id = ?2"
               " UNION ALL SELECT suggestion.id FROM suggestion WHERE suggestion.same_as = ?2",
      .order = "source.added_at DESC, source.id DESC, suggestion.usefulness DESC, suggestion.start_cp, suggestion.id",
      .state = "suggestion.state = ?3",
  },
  [SL_LIST_ASSESSMENTS] = {
      .entity = &sl_entity_assessment,
      .from = "assessment",
      .shows = "assessment.reason, assessment.by",
      .about = "SELECT assessment.id FROM assessment WHERE assessment.target_id = ?2",
      .order = "assessment.at DESC, assessment.rowid DESC",
  },
  [SL_LIST_CHECKS] = {
      .entity = &sl_entity_check,
      .from = "passage_check",
      .shows = "passage_check.detail, passage_check.difference",
      .about = "SELECT passage_check.id FROM passage_check WHERE passage_check.passage_id = ?2"
               " UNION ALL SELECT passage_check.id FROM passage_check WHERE passage_check.passage_id IN"
               " (SELECT pin.passage_id FROM pin WHERE pin.claim_id = ?2 UNION ALL " PASSAGES_OF_SOURCE ")",
      .order = "passage_check.at DESC, passage_check.place DESC, passage_check.id DESC",
      .state = "passage_check.verdict = ?3",
  },
  [SL_LIST_ACTS] = {
      .entity = &sl_entity_act,
      .from = "act",
      .shows = "act.label, act.by",
      .about = "SELECT act.id FROM act WHERE act.about = ?2",
      .order = "act.sequence DESC",
  },
  [SL_LIST_DECISIONS] = {
      .entity = &sl_entity_decision,
      .from = "check_decision",
      .shows = "check_decision.reason, check_decision.by",
      .about = "SELECT check_decision.id FROM check_decision WHERE check_decision.check_id = ?2"
               " UNION ALL SELECT check_decision.id FROM passage_check JOIN check_decision ON check_decision.check_id = passage_check.id"
               " WHERE passage_check.passage_id = ?2",
      .order = "check_decision.at DESC, check_decision.id DESC",
  },
  [SL_LIST_CONSENTS] = {
      .entity = &sl_entity_consent,
      .from = "quality_consent",
      .shows = "quality_consent.reason, quality_consent.by",
      .about = "SELECT quality_consent.id FROM quality_consent WHERE quality_consent.document_id = ?2"
               " UNION ALL SELECT quality_consent.id FROM document JOIN quality_consent ON quality_consent.document_id = document.id"
               " WHERE document.source_id = ?2",
      .order = "quality_consent.at DESC, quality_consent.id DESC",
  },
  [SL_LIST_WITNESSES] = {
      .entity = &sl_entity_witness,
      .from = "witness",
      .shows = "witness.authority, witness.detail",
      .about = "SELECT witness.id FROM witness WHERE witness.capture_id = ?2"
               " UNION ALL SELECT witness.id FROM capture JOIN witness ON witness.capture_id = capture.id WHERE capture.source_id = ?2",
      .order = "witness.at DESC, witness.id DESC",
  },
  [SL_LIST_TASKS] = {
      .entity = &sl_entity_task,
      .from = "task",
      .shows = "task.url, task.reason",
      .about = "SELECT task.id FROM task WHERE task.batch = ?2"
               " UNION ALL SELECT task.id FROM task WHERE task.source_id = ?2",
      .order = "task.place, task.id",
      .state = "task.state = ?3",
  },
};

static gboolean
has_bounds (const ListKind *kind,
            const SlQuery  *query)
{
  return kind->has_bounds && (query->earliest != SL_TIME_MIN || query->latest != SL_TIME_MAX);
}

static gboolean
has_state (const ListKind *kind,
           const SlQuery  *query)
{
  return kind->state != NULL && query->state >= 0;
}

static gboolean
has_words (const SlQuery *query)
{
  return query->words != NULL && *query->words != '\0';
}

/* Only the conditions that are asked for, so that each combination is a statement with a plan of its own. */
static void
append_where (GString        *sql,
              const ListKind *kind,
              const SlQuery  *query)
{
  g_string_append_printf (sql, " FROM %s WHERE 1", kind->from);
  if (query->about != SL_ID_NONE)
    g_string_append_printf (sql, " AND %s.id IN (%s)", kind->entity->table, kind->about);
  if (has_state (kind, query))
    g_string_append_printf (sql, " AND %s", kind->state);
  if (has_bounds (kind, query))
    g_string_append_printf (sql, " AND %s.latest > ?4 AND %s.earliest < ?5", kind->entity->table, kind->entity->table);
  if (has_words (query))
    g_string_append_printf (sql, " AND sl_matches (?1, %s)", kind->shows);
}

/* Binding a parameter that the statement lacks is an error to SQLite and harmless to us. */
static void
bind_query (sqlite3_stmt   *statement,
            const ListKind *kind,
            const SlQuery  *query)
{
  if (has_words (query))
    sl_db_bind_text (statement, 1, query->words);
  if (query->about != SL_ID_NONE)
    sqlite3_bind_int64 (statement, 2, query->about);
  if (has_state (kind, query))
    sqlite3_bind_int (statement, 3, query->state);
  if (has_bounds (kind, query))
    {
      sqlite3_bind_int64 (statement, 4, query->earliest);
      sqlite3_bind_int64 (statement, 5, query->latest);
    }
}

static sqlite3_stmt *
prepare_list (SlDb            *db,
              const ListKind  *kind,
              const SlQuery   *query,
              GError         **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT ");
  sqlite3_stmt *rows;

  sl_entity_append_columns (kind->entity, sql);
  append_where (sql, kind, query);
  g_string_append_printf (sql, " ORDER BY %s LIMIT ?6 OFFSET ?7", kind->order);

  rows = sl_db_prepare (db, sql->str, error);
  if (rows != NULL)
    {
      bind_query (rows, kind, query);
      sqlite3_bind_int64 (rows, 6, query->limit == 0 ? -1 : (gint64) query->limit);
      sqlite3_bind_int64 (rows, 7, query->offset);
    }
  return rows;
}

static gboolean
read_rows (SlDb            *db,
           const SlEntity  *entity,
           sqlite3_stmt    *rows,
           GPtrArray       *items,
           GError         **error)
{
  SlDbStep step;

  while ((step = sl_db_step (db, rows, error)) == SL_DB_ROW)
    {
      gpointer item = sl_entity_read (entity, db, rows, error);

      if (item == NULL)
        return FALSE;
      g_ptr_array_add (items, item);
    }
  return step == SL_DB_DONE;
}

static GPtrArray *
list (SlCase         *self,
      SlList          which,
      const SlQuery  *query,
      GError        **error)
{
  const ListKind *kind = &kinds[which];
  const SlQuery all = SL_QUERY_ALL;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (kind->entity->free);
  g_autoptr (SlDbCursor) rows = NULL;

  g_return_val_if_fail (SL_IS_CASE (self), NULL);

  SL_CASE_LOCK (self);
  SlDb *db = sl_case_get_db (self, error);
  if (db == NULL)
    return NULL;
  rows = prepare_list (db, kind, query == NULL ? &all : query, error);
  return rows != NULL && read_rows (db, kind->entity, rows, items, error) ? g_steal_pointer (&items) : NULL;
}

/**
 * sl_case_count:
 * @query: (nullable): which rows; its offset and limit do not matter
 *
 * Returns: how many rows the list has, -1 with @error set
 */
gint64
sl_case_count (SlCase         *self,
               SlList          which,
               const SlQuery  *query,
               GError        **error)
{
  const ListKind *kind;
  const SlQuery all = SL_QUERY_ALL;
  g_autoptr (GString) sql = g_string_new ("SELECT count (*)");
  g_autoptr (SlDbCursor) row = NULL;

  g_return_val_if_fail (SL_IS_CASE (self), -1);
  g_return_val_if_fail (which < G_N_ELEMENTS (kinds), -1);

  kind = &kinds[which];
  if (query == NULL)
    query = &all;
  append_where (sql, kind, query);

  SL_CASE_LOCK (self);
  SlDb *db = sl_case_get_db (self, error);
  row = db == NULL ? NULL : sl_db_prepare (db, sql->str, error);
  if (row == NULL)
    return -1;
  bind_query (row, kind, query);
  return sl_db_step (db, row, error) == SL_DB_ROW ? sqlite3_column_int64 (row, 0) : -1;
}

/**
 * sl_case_list_outlets:
 * @query: (nullable): which part, %NULL for all
 *
 * By name. About a source: its outlet.
 *
 * Returns: (transfer full) (nullable) (element-type SlOutlet): the rows
 */
GPtrArray *
sl_case_list_outlets (SlCase         *self,
                      const SlQuery  *query,
                      GError        **error)
{
  return list (self, SL_LIST_OUTLETS, query, error);
}

/**
 * sl_case_list_sources:
 * @query: (nullable): which part, %NULL for all
 *
 * Newest added first. About an outlet, or a claim that their passages are pinned to.
 *
 * Returns: (transfer full) (nullable) (element-type SlSource): the rows
 */
GPtrArray *
sl_case_list_sources (SlCase         *self,
                      const SlQuery  *query,
                      GError        **error)
{
  return list (self, SL_LIST_SOURCES, query, error);
}

/**
 * sl_case_list_captures:
 * @query: (nullable): which part, %NULL for all
 *
 * Newest first, of sources that are in the case. About a source.
 *
 * Returns: (transfer full) (nullable) (element-type SlCapture): the rows
 */
GPtrArray *
sl_case_list_captures (SlCase         *self,
                       const SlQuery  *query,
                       GError        **error)
{
  return list (self, SL_LIST_CAPTURES, query, error);
}

/**
 * sl_case_list_documents:
 * @query: (nullable): which part, %NULL for all
 *
 * Those of the newest captures first. About a source or a capture.
 *
 * Returns: (transfer full) (nullable) (element-type SlDocument): the rows
 */
GPtrArray *
sl_case_list_documents (SlCase         *self,
                        const SlQuery  *query,
                        GError        **error)
{
  return list (self, SL_LIST_DOCUMENTS, query, error);
}

/**
 * sl_case_list_passages:
 * @query: (nullable): which part, %NULL for all
 *
 * In document order. About a document, a source or a claim.
 *
 * Returns: (transfer full) (nullable) (element-type SlPassage): the rows
 */
GPtrArray *
sl_case_list_passages (SlCase         *self,
                       const SlQuery  *query,
                       GError        **error)
{
  return list (self, SL_LIST_PASSAGES, query, error);
}

/**
 * sl_case_list_pins:
 * @query: (nullable): which part, %NULL for all
 *
 * By claim, then in document order. About a claim, an event, a passage, a document or a source.
 *
 * Returns: (transfer full) (nullable) (element-type SlPin): the rows
 */
GPtrArray *
sl_case_list_pins (SlCase         *self,
                   const SlQuery  *query,
                   GError        **error)
{
  return list (self, SL_LIST_PINS, query, error);
}

/**
 * sl_case_list_claims:
 * @query: (nullable): which part, %NULL for all
 *
 * Oldest first. About an event, a passage, a document or a source.
 *
 * Returns: (transfer full) (nullable) (element-type SlClaim): the rows
 */
GPtrArray *
sl_case_list_claims (SlCase         *self,
                     const SlQuery  *query,
                     GError        **error)
{
  return list (self, SL_LIST_CLAIMS, query, error);
}

/**
 * sl_case_list_events:
 * @query: (nullable): which part, %NULL for all
 *
 * By earliest bound, then title, undated ones last. About a claim, a document or a source. An undated
 * event may happen at any time that its bounds allow, so bounds leave it in.
 *
 * Returns: (transfer full) (nullable) (element-type SlEvent): the rows
 */
GPtrArray *
sl_case_list_events (SlCase         *self,
                     const SlQuery  *query,
                     GError        **error)
{
  return list (self, SL_LIST_EVENTS, query, error);
}

/**
 * sl_case_list_suggestions:
 * @query: (nullable): which part, %NULL for all
 *
 * Those of the source added last first, the most useful ones before the others. About a document, a source, a claim, or a
 * suggestion: those that say the same.
 *
 * Returns: (transfer full) (nullable) (element-type SlSuggestion): the rows
 */
GPtrArray *
sl_case_list_suggestions (SlCase         *self,
                          const SlQuery  *query,
                          GError        **error)
{
  return list (self, SL_LIST_SUGGESTIONS, query, error);
}

/**
 * sl_case_find_suggestions:
 * @like: a suggestion
 *
 * Finds what may say the same: suggestions of the same time or, where there is none, of the same words, which were not rejected
 * and stand for themselves. There are at most 200, so that a day on which everything happens costs no more.
 *
 * Returns: (transfer full) (nullable) (element-type SlSuggestion): the rows
 */
GPtrArray *
sl_case_find_suggestions (SlCase              *self,
                          const SlSuggestion  *like,
                          GError             **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT ");
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_suggestion_free);
  g_autoptr (SlDbCursor) rows = NULL;

  g_return_val_if_fail (SL_IS_CASE (self) && like != NULL, NULL);

  sl_entity_append_columns (&sl_entity_suggestion, sql);
  g_string_append (sql, " FROM suggestion WHERE earliest = ?1 AND latest = ?2 AND state IN (0, 1) AND same_as IS NULL"
                        " AND (edtf IS NOT NULL OR text = ?3) ORDER BY id LIMIT 200");
  SL_CASE_LOCK (self);
  SlDb *db = sl_case_get_db (self, error);
  rows = db != NULL ? sl_db_query (db, error, sql->str, "iit", like->when->earliest, like->when->latest, like->text) : NULL;
  return rows != NULL && read_rows (db, &sl_entity_suggestion, rows, found, error) ? g_steal_pointer (&found) : NULL;
}

/**
 * sl_case_list_assessments:
 * @query: (nullable): which part, %NULL for all
 *
 * Newest first, also those that are not in force any more. About an outlet, source, claim or event.
 *
 * Returns: (transfer full) (nullable) (element-type SlAssessment): the rows
 */
GPtrArray *
sl_case_list_assessments (SlCase         *self,
                          const SlQuery  *query,
                          GError        **error)
{
  return list (self, SL_LIST_ASSESSMENTS, query, error);
}

/**
 * sl_case_list_checks:
 * @query: (nullable): which part, %NULL for all
 *
 * Newest first. About a passage, a claim or a source.
 *
 * Returns: (transfer full) (nullable) (element-type SlCheck): the rows
 */
GPtrArray *
sl_case_list_checks (SlCase         *self,
                     const SlQuery  *query,
                     GError        **error)
{
  return list (self, SL_LIST_CHECKS, query, error);
}

/**
 * sl_case_list_acts:
 * @query: (nullable): which part, %NULL for all
 *
 * Newest first. About an act: those that took it back or did it again.
 *
 * Returns: (transfer full) (nullable) (element-type SlAct): the rows
 */
GPtrArray *
sl_case_list_acts (SlCase         *self,
                   const SlQuery  *query,
                   GError        **error)
{
  return list (self, SL_LIST_ACTS, query, error);
}

/**
 * sl_case_list_decisions:
 * @query: (nullable): which part, %NULL for all
 *
 * Newest first. About a check or a passage.
 *
 * Returns: (transfer full) (nullable) (element-type SlDecision): the rows
 */
GPtrArray *
sl_case_list_decisions (SlCase         *self,
                        const SlQuery  *query,
                        GError        **error)
{
  return list (self, SL_LIST_DECISIONS, query, error);
}

/**
 * sl_case_list_consents:
 * @query: (nullable): which part, %NULL for all
 *
 * Newest first. About a document or a source.
 *
 * Returns: (transfer full) (nullable) (element-type SlConsent): the rows
 */
GPtrArray *
sl_case_list_consents (SlCase         *self,
                       const SlQuery  *query,
                       GError        **error)
{
  return list (self, SL_LIST_CONSENTS, query, error);
}

/**
 * sl_case_list_witnesses:
 * @query: (nullable): which part, %NULL for all
 *
 * Newest first. About a capture or a source.
 *
 * Returns: (transfer full) (nullable) (element-type SlWitness): the rows
 */
GPtrArray *
sl_case_list_witnesses (SlCase         *self,
                        const SlQuery  *query,
                        GError        **error)
{
  return list (self, SL_LIST_WITNESSES, query, error);
}

/**
 * sl_case_list_tasks:
 * @query: (nullable): which part, %NULL for all
 *
 * In the order in which they came. About a batch or a source.
 *
 * Returns: (transfer full) (nullable) (element-type SlTask): the rows
 */
GPtrArray *
sl_case_list_tasks (SlCase         *self,
                    const SlQuery  *query,
                    GError        **error)
{
  return list (self, SL_LIST_TASKS, query, error);
}
