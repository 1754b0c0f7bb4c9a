/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/sl-entity-private.h"

#define STORED(Type, member, column, kind) \
  { column, kind, G_STRUCT_OFFSET (Type, member), 0, NULL }
#define STORED_ENUM(Type, member, column, limit) \
  { column, SL_FIELD_ENUM, G_STRUCT_OFFSET (Type, member), limit, NULL }
#define DERIVED(Type, member, kind, limit, sql) \
  { #member, kind, G_STRUCT_OFFSET (Type, member), limit, sql }

#define ENTITY(name, table, Type, fields, finish)                      \
  static gpointer make_##name (void) { return sl_##name##_new (); }    \
  static void free_##name (gpointer item) { sl_##name##_free (item); } \
  const SlEntity sl_entity_##name = { table, fields, G_N_ELEMENTS (fields), make_##name, free_##name, finish };

#define N_RELIABILITIES (SL_RELIABILITY_F + 1)
#define N_CREDIBILITIES (SL_CREDIBILITY_UNKNOWN + 1)

static gpointer
make_passage (void)
{
  return g_new0 (SlPassage, 1);
}

static void
free_passage (gpointer item)
{
  sl_passage_free (item);
}

static const SlField outlet_fields[] = {
  STORED (SlOutlet, id, "id", SL_FIELD_ID),
  STORED (SlOutlet, name, "name", SL_FIELD_TEXT),
  STORED (SlOutlet, domain, "domain", SL_FIELD_TEXT_NULL),
  STORED (SlOutlet, name, "folded", SL_FIELD_FOLDED),
};
ENTITY (outlet, "outlet", SlOutlet, outlet_fields, NULL)

static const SlField source_fields[] = {
  STORED (SlSource, id, "id", SL_FIELD_ID),
  STORED (SlSource, outlet_id, "outlet_id", SL_FIELD_ID),
  STORED (SlSource, url, "url", SL_FIELD_TEXT_NULL),
  STORED (SlSource, title, "title", SL_FIELD_TEXT),
  STORED (SlSource, byline, "byline", SL_FIELD_TEXT_NULL),
  STORED (SlSource, authors, "authors", SL_FIELD_LINES),
  STORED (SlSource, published, "published", SL_FIELD_TEXT_NULL),
  STORED (SlSource, updated, "updated", SL_FIELD_TEXT_NULL),
  STORED (SlSource, language, "language", SL_FIELD_TEXT_NULL),
  STORED (SlSource, added_at, "added_at", SL_FIELD_INT64),
  DERIVED (SlSource, outlet, SL_FIELD_TEXT_NULL, 0, "(SELECT name FROM outlet WHERE outlet.id = source.outlet_id)"),
};
ENTITY (source, "source", SlSource, source_fields, NULL)

static const SlField capture_fields[] = {
  STORED (SlCapture, id, "id", SL_FIELD_ID),
  STORED (SlCapture, source_id, "source_id", SL_FIELD_ID),
  STORED (SlCapture, captured_at, "captured_at_usec", SL_FIELD_INT64),
  STORED_ENUM (SlCapture, method, "method", SL_N_CAPTURE_METHODS),
  STORED (SlCapture, url, "url", SL_FIELD_TEXT),
  STORED (SlCapture, final_url, "final_url", SL_FIELD_TEXT_NULL),
  STORED (SlCapture, status, "status", SL_FIELD_INT),
  STORED (SlCapture, content_type, "content_type", SL_FIELD_TEXT_NULL),
  STORED (SlCapture, payload_digest, "payload_digest", SL_FIELD_TEXT),
  STORED (SlCapture, payload_bytes, "payload_bytes", SL_FIELD_INT64),
  STORED (SlCapture, members, "members", SL_FIELD_TEXT),
  STORED (SlCapture, note, "note", SL_FIELD_TEXT_NULL),
  STORED (SlCapture, came_as, "came_as", SL_FIELD_TEXT_NULL),
};
ENTITY (capture, "capture", SlCapture, capture_fields, NULL)

static const SlField document_fields[] = {
  STORED (SlDocument, id, "id", SL_FIELD_ID),
  STORED (SlDocument, capture_id, "capture_id", SL_FIELD_ID),
  STORED (SlDocument, source_id, "source_id", SL_FIELD_ID),
  STORED (SlDocument, extractor, "extractor", SL_FIELD_TEXT),
  STORED (SlDocument, text_digest, "text_digest", SL_FIELD_TEXT),
  STORED (SlDocument, map_digest, "map_digest", SL_FIELD_TEXT_NULL),
  STORED (SlDocument, length_cp, "length_cp", SL_FIELD_INT64),
  STORED (SlDocument, quality, "quality", SL_FIELD_TEXT),
  STORED (SlDocument, facts_digest, "facts_digest", SL_FIELD_TEXT_NULL),
};
ENTITY (document, "document", SlDocument, document_fields, NULL)

static const SlField passage_fields[] = {
  STORED (SlPassage, id, "id", SL_FIELD_ID),
  STORED (SlPassage, document_id, "document_id", SL_FIELD_ID),
  STORED (SlPassage, exact, "exact", SL_FIELD_TEXT),
  STORED (SlPassage, prefix, "prefix", SL_FIELD_TEXT),
  STORED (SlPassage, suffix, "suffix", SL_FIELD_TEXT),
  STORED (SlPassage, start_cp, "start_cp", SL_FIELD_SIZE),
  STORED (SlPassage, end_cp, "end_cp", SL_FIELD_SIZE),
};
const SlEntity sl_entity_passage = { "passage", passage_fields, G_N_ELEMENTS (passage_fields), make_passage, free_passage, NULL };

#define PACKED "assessment.credibility * 10 + assessment.reliability"
#define IN_FORCE "grade_in_force JOIN assessment ON assessment.id = grade_in_force.assessment_id"

/* Where the chain of a pin ends; see sql/pin.sql. Without an outlet each source is a publisher of its own. */
#define PUBLISHER "coalesce (outlet.folded, 'source ' || document.source_id)"
#define ORIGIN                                                              \
  "CASE WHEN pin.origin IS NULL THEN " PUBLISHER                            \
  " WHEN pin.origin = 'unnamed' || char (10) THEN pin.origin || " PUBLISHER \
  " ELSE pin.origin END"

static const SlField claim_fields[] = {
  STORED (SlClaim, id, "id", SL_FIELD_ID),
  STORED (SlClaim, text, "text", SL_FIELD_TEXT),
  STORED_ENUM (SlClaim, modality, "modality", SL_MODALITY_CONDITIONAL + 1),
  STORED (SlClaim, note, "note", SL_FIELD_TEXT_NULL),
  STORED (SlClaim, created_at, "created_at", SL_FIELD_INT64),
  DERIVED (SlClaim, grade, SL_FIELD_GRADE, 0, "coalesce ((SELECT " PACKED " FROM " IN_FORCE " WHERE grade_in_force.target_id = claim.id), 0)"),
  DERIVED (SlClaim, contested, SL_FIELD_ENUM, 2, "EXISTS (SELECT 1 FROM pin WHERE pin.claim_id = claim.id AND pin.stance = 1)"),
  DERIVED (SlClaim, passages, SL_FIELD_UINT, 0, "(SELECT count (*) FROM pin WHERE pin.claim_id = claim.id)"),
  DERIVED (SlClaim, origins, SL_FIELD_UINT, 0, "(SELECT count (DISTINCT " ORIGIN ") FROM pin"
                                               " JOIN passage ON passage.id = pin.passage_id"
                                               " JOIN document ON document.id = passage.document_id"
                                               " LEFT JOIN source ON source.id = document.source_id"
                                               " LEFT JOIN outlet ON outlet.id = source.outlet_id"
                                               " WHERE pin.claim_id = claim.id AND pin.stance = 0)"),
};
ENTITY (claim, "claim", SlClaim, claim_fields, NULL)

static const SlField pin_fields[] = {
  STORED (SlPin, id, "id", SL_FIELD_ID),
  STORED (SlPin, claim_id, "claim_id", SL_FIELD_ID),
  STORED (SlPin, passage_id, "passage_id", SL_FIELD_ID),
  STORED_ENUM (SlPin, stance, "stance", SL_STANCE_MENTIONS + 1),
  STORED (SlPin, chain, "chain", SL_FIELD_CHAIN),
  STORED (SlPin, chain, "origin", SL_FIELD_ORIGIN),
};
ENTITY (pin, "pin", SlPin, pin_fields, NULL)

/*
 * The grade that an event's confidence comes from: its own if somebody judged its credibility, else
 * the best credibility among its claims, leaving out 6 (cannot be judged) and claims not judged, with
 * the reliability given with it.
 */
#define EVENT_GRADE                                                             \
  "coalesce ((SELECT " PACKED " FROM " IN_FORCE                                 \
  " WHERE grade_in_force.target_id = event.id AND assessment.credibility > 0)," \
  " (SELECT min (" PACKED ") FROM event_claim"                                  \
  " JOIN grade_in_force ON grade_in_force.target_id = event_claim.claim_id"     \
  " JOIN assessment ON assessment.id = grade_in_force.assessment_id"            \
  " WHERE event_claim.event_id = event.id AND assessment.credibility BETWEEN 1 AND 5), 0)"

static void
finish_event (gpointer item)
{
  SlEvent *event = item;

  event->confidence = sl_credibility_to_confidence (event->grade.credibility);
}

static const SlField event_fields[] = {
  STORED (SlEvent, id, "id", SL_FIELD_ID),
  STORED (SlEvent, title, "title", SL_FIELD_TEXT),
  STORED (SlEvent, when, "edtf, earliest, latest, reason", SL_FIELD_WHEN),
  STORED (SlEvent, place, "place", SL_FIELD_TEXT_NULL),
  STORED (SlEvent, note, "note", SL_FIELD_TEXT_NULL),
  DERIVED (SlEvent, grade, SL_FIELD_GRADE, 0, EVENT_GRADE),
  /* A passage disputes a claim, or one claim denies (modality 1) while another does not. */
  DERIVED (SlEvent, contested, SL_FIELD_ENUM, 2, "(EXISTS (SELECT 1 FROM event_claim JOIN pin ON pin.claim_id = event_claim.claim_id"
                                                 " WHERE event_claim.event_id = event.id AND pin.stance = 1)"
                                                 " OR coalesce ((SELECT min (claim.modality = 1) <> max (claim.modality = 1) FROM event_claim"
                                                 " JOIN claim ON claim.id = event_claim.claim_id WHERE event_claim.event_id = event.id), 0))"),
  DERIVED (SlEvent, claims, SL_FIELD_UINT, 0, "(SELECT count (*) FROM event_claim WHERE event_claim.event_id = event.id)"),
  DERIVED (SlEvent, outlets, SL_FIELD_TEXT_NULL, 0, "(SELECT sl_names (outlet.name) FROM event_claim"
                                                    " JOIN pin ON pin.claim_id = event_claim.claim_id"
                                                    " JOIN passage ON passage.id = pin.passage_id"
                                                    " JOIN document ON document.id = passage.document_id"
                                                    " JOIN source ON source.id = document.source_id"
                                                    " JOIN outlet ON outlet.id = source.outlet_id"
                                                    " WHERE event_claim.event_id = event.id)"),
};
ENTITY (event, "event", SlEvent, event_fields, finish_event)

static void
finish_suggestion (gpointer item)
{
  SlSuggestion *suggestion = item;

  suggestion->passage->document_id = suggestion->document_id;
}

static const SlField suggestion_fields[] = {
  STORED (SlSuggestion, id, "id", SL_FIELD_ID),
  STORED (SlSuggestion, document_id, "document_id", SL_FIELD_ID),
  STORED (SlSuggestion, source_id, "source_id", SL_FIELD_ID),
  STORED (SlSuggestion, text, "text", SL_FIELD_TEXT),
  STORED (SlSuggestion, passage, "passage_id, exact, prefix, suffix, start_cp, end_cp", SL_FIELD_WORDS),
  STORED (SlSuggestion, when, "edtf, earliest, latest, reason", SL_FIELD_WHEN),
  STORED (SlSuggestion, when_start_cp, "when_start_cp", SL_FIELD_SIZE),
  STORED (SlSuggestion, when_end_cp, "when_end_cp", SL_FIELD_SIZE),
  STORED_ENUM (SlSuggestion, modality, "modality", SL_MODALITY_CONDITIONAL + 1),
  STORED (SlSuggestion, chain, "chain", SL_FIELD_CHAIN),
  STORED_ENUM (SlSuggestion, state, "state", SL_SUGGESTION_REPEATED + 1),
  STORED (SlSuggestion, claim_id, "claim_id", SL_FIELD_ID),
  STORED (SlSuggestion, title, "title", SL_FIELD_TEXT),
  STORED (SlSuggestion, usefulness, "usefulness", SL_FIELD_INT),
  STORED (SlSuggestion, same_as, "same_as", SL_FIELD_ID),
  DERIVED (SlSuggestion, repeated, SL_FIELD_UINT, 0, "(SELECT count (*) FROM suggestion AS other WHERE other.same_as = suggestion.id AND other.state = 3)"),
};
ENTITY (suggestion, "suggestion", SlSuggestion, suggestion_fields, finish_suggestion)

static const SlField assessment_fields[] = {
  STORED (SlAssessment, id, "id", SL_FIELD_ID),
  STORED (SlAssessment, target_id, "target_id", SL_FIELD_ID),
  STORED_ENUM (SlAssessment, grade.reliability, "reliability", N_RELIABILITIES),
  STORED_ENUM (SlAssessment, grade.credibility, "credibility", N_CREDIBILITIES),
  STORED (SlAssessment, reason, "reason", SL_FIELD_TEXT),
  STORED (SlAssessment, by, "by", SL_FIELD_TEXT),
  STORED (SlAssessment, at, "at", SL_FIELD_INT64),
  STORED_ENUM (SlAssessment, override, "override", 2),
};
ENTITY (assessment, "assessment", SlAssessment, assessment_fields, NULL)

static const SlField check_fields[] = {
  STORED (SlCheck, id, "id", SL_FIELD_ID),
  STORED (SlCheck, passage_id, "passage_id", SL_FIELD_ID),
  STORED (SlCheck, capture_id, "capture_id", SL_FIELD_ID),
  STORED_ENUM (SlCheck, verdict, "verdict", SL_N_VERDICTS),
  STORED (SlCheck, difference, "difference", SL_FIELD_TEXT_NULL),
  STORED (SlCheck, detail, "detail", SL_FIELD_TEXT_NULL),
  STORED (SlCheck, at, "at", SL_FIELD_INT64),
  STORED_ENUM (SlCheck, fetch_state, "fetch_state", SL_N_FETCH_STATES),
  STORED_ENUM (SlCheck, text_state, "text_state", SL_N_TEXT_STATES),
  STORED (SlCheck, http_status, "http_status", SL_FIELD_INT),
  STORED (SlCheck, found, "found", SL_FIELD_TEXT_NULL),
  STORED (SlCheck, old_text_digest, "old_text_digest", SL_FIELD_TEXT_NULL),
  STORED (SlCheck, new_text_digest, "new_text_digest", SL_FIELD_TEXT_NULL),
  STORED (SlCheck, checked_against, "checked_against", SL_FIELD_ID),
  STORED (SlCheck, place, "place", SL_FIELD_INT64),
};
ENTITY (check, "passage_check", SlCheck, check_fields, NULL)

static const SlField decision_fields[] = {
  STORED (SlDecision, id, "id", SL_FIELD_ID),
  STORED (SlDecision, check_id, "check_id", SL_FIELD_ID),
  STORED_ENUM (SlDecision, kind, "decision", SL_N_DECISIONS),
  STORED (SlDecision, passage_id, "passage_id", SL_FIELD_ID),
  STORED (SlDecision, reason, "reason", SL_FIELD_TEXT),
  STORED (SlDecision, by, "by", SL_FIELD_TEXT),
  STORED (SlDecision, at, "at", SL_FIELD_INT64),
};
ENTITY (decision, "check_decision", SlDecision, decision_fields, NULL)

static const SlField consent_fields[] = {
  STORED (SlConsent, id, "id", SL_FIELD_ID),
  STORED (SlConsent, document_id, "document_id", SL_FIELD_ID),
  STORED (SlConsent, reason, "reason", SL_FIELD_TEXT),
  STORED (SlConsent, by, "by", SL_FIELD_TEXT),
  STORED (SlConsent, at, "at", SL_FIELD_INT64),
};
ENTITY (consent, "quality_consent", SlConsent, consent_fields, NULL)

static const SlField witness_fields[] = {
  STORED (SlWitness, id, "id", SL_FIELD_ID),
  STORED (SlWitness, capture_id, "capture_id", SL_FIELD_ID),
  STORED (SlWitness, head_sequence, "head_sequence", SL_FIELD_INT64),
  STORED (SlWitness, head_hash, "head_hash", SL_FIELD_TEXT_NULL),
  STORED_ENUM (SlWitness, kind, "kind", SL_N_WITNESS_KINDS),
  STORED (SlWitness, authority, "authority", SL_FIELD_TEXT),
  STORED (SlWitness, at, "at", SL_FIELD_INT64),
  STORED_ENUM (SlWitness, outcome, "outcome", SL_N_WITNESS_OUTCOMES),
  STORED (SlWitness, detail, "detail", SL_FIELD_TEXT_NULL),
  STORED (SlWitness, digest, "digest", SL_FIELD_TEXT_NULL),
};
ENTITY (witness, "witness", SlWitness, witness_fields, NULL)

static const SlField task_fields[] = {
  STORED (SlTask, id, "id", SL_FIELD_ID),
  STORED (SlTask, url, "url", SL_FIELD_TEXT),
  STORED (SlTask, url_key, "url_key", SL_FIELD_TEXT),
  STORED (SlTask, host, "host", SL_FIELD_TEXT),
  STORED_ENUM (SlTask, state, "state", SL_N_TASK_STATES),
  STORED (SlTask, place, "place", SL_FIELD_INT64),
  STORED (SlTask, batch, "batch", SL_FIELD_ID),
  STORED_ENUM (SlTask, origin, "origin", SL_N_TASK_ORIGINS),
  STORED (SlTask, found_in, "found_in", SL_FIELD_ID),
  STORED (SlTask, attempts, "attempts", SL_FIELD_UINT),
  STORED (SlTask, not_before, "not_before_usec", SL_FIELD_INT64),
  STORED (SlTask, added_at, "added_at", SL_FIELD_INT64),
  STORED (SlTask, changed_at, "changed_at", SL_FIELD_INT64),
  STORED (SlTask, source_id, "source_id", SL_FIELD_ID),
  STORED (SlTask, capture_id, "capture_id", SL_FIELD_ID),
  STORED_ENUM (SlTask, failure, "failure", SL_N_FAILURES),
  STORED (SlTask, status, "status", SL_FIELD_INT),
  STORED (SlTask, reason, "reason", SL_FIELD_TEXT_NULL),
};
ENTITY (task, "task", SlTask, task_fields, NULL)

/* The changeset stays in the file: it is asked for apart. */
static const SlField act_fields[] = {
  STORED (SlAct, id, "id", SL_FIELD_ID),
  STORED (SlAct, sequence, "sequence", SL_FIELD_INT64),
  STORED_ENUM (SlAct, kind, "kind", SL_ACT_RECORD + 1),
  STORED (SlAct, about, "about", SL_FIELD_ID),
  STORED (SlAct, at, "at", SL_FIELD_INT64),
  STORED (SlAct, by, "by", SL_FIELD_TEXT),
  STORED (SlAct, label, "label", SL_FIELD_TEXT),
  STORED (SlAct, hash, "hash", SL_FIELD_TEXT),
};
ENTITY (act, "act", SlAct, act_fields, NULL)
