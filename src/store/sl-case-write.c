/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/sl-digest.h"
#include "store/sl-case-private.h"
#include "store/sl-entity-private.h"

/* Texts below the program come from the web; nothing but valid UTF-8 may reach the file. */
static gboolean
put (SlCase          *self,
     const SlEntity  *entity,
     gpointer         item,
     gboolean         replace,
     GError         **error)
{
  SL_CASE_LOCK (self);
  SlDb *db = sl_case_get_db_for_act (self, error);

  return db != NULL && sl_entity_write (entity, db, item, replace, error);
}

/**
 * sl_case_put_outlet:
 *
 * Adds an outlet, or changes the one of this key. Only within an act.
 *
 * Returns: whether it went well
 */
gboolean
sl_case_put_outlet (SlCase    *self,
                    SlOutlet  *outlet,
                    GError   **error)
{
  g_return_val_if_fail (SL_IS_CASE (self) && outlet != NULL, FALSE);

  return put (self, &sl_entity_outlet, outlet, TRUE, error);
}

/**
 * sl_case_put_source:
 *
 * Adds a source, or changes the one of this key. Only within an act.
 *
 * Returns: whether it went well
 */
gboolean
sl_case_put_source (SlCase    *self,
                    SlSource  *source,
                    GError   **error)
{
  g_return_val_if_fail (SL_IS_CASE (self) && source != NULL, FALSE);

  return put (self, &sl_entity_source, source, TRUE, error);
}

/**
 * sl_case_put_claim:
 *
 * Adds a claim, or changes the one of this key. What is filled when read is not written. Only within an act.
 *
 * Returns: whether it went well
 */
gboolean
sl_case_put_claim (SlCase   *self,
                   SlClaim  *claim,
                   GError  **error)
{
  g_return_val_if_fail (SL_IS_CASE (self) && claim != NULL, FALSE);

  return put (self, &sl_entity_claim, claim, TRUE, error);
}

/**
 * sl_case_put_event:
 *
 * Adds an event, or changes the one of this key. What is filled when read is not written. Only within an act.
 *
 * Returns: whether it went well
 */
gboolean
sl_case_put_event (SlCase   *self,
                   SlEvent  *event,
                   GError  **error)
{
  g_return_val_if_fail (SL_IS_CASE (self) && event != NULL, FALSE);

  return put (self, &sl_entity_event, event, TRUE, error);
}

/**
 * sl_case_put_suggestion:
 *
 * Adds a suggestion, or changes the one of this key. It needs document, source and passage. Only within an act.
 *
 * Returns: whether it went well
 */
gboolean
sl_case_put_suggestion (SlCase        *self,
                        SlSuggestion  *suggestion,
                        GError       **error)
{
  g_return_val_if_fail (SL_IS_CASE (self) && suggestion != NULL, FALSE);

  return put (self, &sl_entity_suggestion, suggestion, TRUE, error);
}

/* Evidence counts as long as its key stands in in_case. */
static gboolean
add_evidence (SlCase          *self,
              const SlEntity  *entity,
              gpointer         item,
              GError         **error)
{
  const SlId *id = item;

  return put (self, entity, item, FALSE, error) && sl_db_run (self->db, error, "INSERT INTO in_case (id) VALUES (?)", "i", *id);
}

static gboolean
store_members (SlCase     *self,
               SlCapture  *capture,
               GPtrArray  *members,
               GError    **error)
{
  g_autoptr (GString) digests = g_string_new (NULL);

  for (guint i = 0; i < members->len; i++)
    {
      GBytes *member = g_ptr_array_index (members, i);
      g_autofree char *digest = sl_digest_bytes (member);

      if (!sl_case_store_blob (self, digest, member, error))
        return FALSE;
      g_string_append_printf (digests, "%s%s", i > 0 ? " " : "", digest);
    }

  g_free (capture->members);
  capture->members = g_string_free_and_steal (g_steal_pointer (&digests));
  return TRUE;
}

/**
 * sl_case_add_capture:
 * @capture: the capture; its @members is filled
 * @members: (element-type GBytes): its WARC records, a gzip member each, in order
 *
 * Adds a capture with its bytes. Only within an act; undo takes it out of the lists, never out of the file.
 *
 * Fails with %SL_STORE_ERROR_APPEND_ONLY when there is one of this key.
 *
 * Returns: whether it went well
 */
gboolean
sl_case_add_capture (SlCase     *self,
                     SlCapture  *capture,
                     GPtrArray  *members,
                     GError    **error)
{
  g_return_val_if_fail (SL_IS_CASE (self) && capture != NULL && members != NULL, FALSE);

  SL_CASE_LOCK (self);
  return sl_case_get_db_for_act (self, error) != NULL && store_members (self, capture, members, error) && add_evidence (self, &sl_entity_capture, capture, error);
}

static gboolean
store_text (SlCase      *self,
            SlDocument  *document,
            const char  *text,
            GBytes      *map,
            GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  g_free (document->text_digest);
  document->text_digest = sl_digest_bytes (bytes);
  g_clear_pointer (&document->map_digest, g_free);
  if (map != NULL)
    document->map_digest = sl_digest_bytes (map);
  document->length_cp = g_utf8_strlen (text, -1);

  return sl_case_store_blob (self, document->text_digest, bytes, error) && (map == NULL || sl_case_store_blob (self, document->map_digest, map, error));
}

/**
 * sl_case_add_document:
 * @document: the document; digests of text and map and its length are filled, and its source when it has none
 * @text: valid UTF-8
 * @map: (nullable): serialised map from text to capture, %NULL when they are the same bytes
 *
 * Adds what was read from a capture. Only within an act; undo takes it out of the lists, never out of the file.
 *
 * Fails with %SL_STORE_ERROR_APPEND_ONLY when there is one of this key.
 *
 * Returns: whether it went well
 */
gboolean
sl_case_add_document (SlCase      *self,
                      SlDocument  *document,
                      const char  *text,
                      GBytes      *map,
                      GError     **error)
{
  g_return_val_if_fail (SL_IS_CASE (self) && document != NULL, FALSE);
  g_return_val_if_fail (text != NULL && g_utf8_validate (text, -1, NULL), FALSE);

  SL_CASE_LOCK (self);
  if (sl_case_get_db_for_act (self, error) == NULL || !store_text (self, document, text, map, error))
    return FALSE;

  if (document->source_id == SL_ID_NONE && !sl_db_get_int64 (self->db, &document->source_id, error, "SELECT source_id FROM capture WHERE id = ?", "i", document->capture_id))
    return FALSE;
  return add_evidence (self, &sl_entity_document, document, error);
}

/**
 * sl_case_add_passage:
 *
 * Adds a passage. Only within an act; undo takes it out of the lists, never out of the file.
 *
 * Fails with %SL_STORE_ERROR_APPEND_ONLY when there is one of this key.
 *
 * Returns: whether it went well
 */
gboolean
sl_case_add_passage (SlCase     *self,
                     SlPassage  *passage,
                     GError    **error)
{
  g_return_val_if_fail (SL_IS_CASE (self) && passage != NULL, FALSE);

  SL_CASE_LOCK (self);
  return add_evidence (self, &sl_entity_passage, passage, error);
}

/**
 * sl_case_add_pin:
 *
 * Pins a claim to a passage. Only within an act.
 *
 * Fails with %SL_STORE_ERROR_NOT_FOUND when either is not in the case.
 *
 * Returns: whether it went well
 */
gboolean
sl_case_add_pin (SlCase  *self,
                 SlPin   *pin,
                 GError **error)
{
  g_return_val_if_fail (SL_IS_CASE (self) && pin != NULL, FALSE);

  return put (self, &sl_entity_pin, pin, FALSE, error);
}

static gboolean
check_reason (const char  *reason,
              const char  *complaint,
              GError     **error)
{
  if (reason != NULL && *reason != '\0')
    return TRUE;

  g_set_error_literal (error, SL_STORE_ERROR, SL_STORE_ERROR_CONFLICT, complaint);
  return FALSE;
}

/**
 * sl_case_add_assessment:
 *
 * Gives a grade, which is in force from now on. Only within an act; undo puts the grade before in
 * force again and keeps the assessment.
 *
 * Fails with %SL_STORE_ERROR_CONFLICT without a reason.
 *
 * Returns: whether it went well
 */
gboolean
sl_case_add_assessment (SlCase        *self,
                        SlAssessment  *assessment,
                        GError       **error)
{
  g_return_val_if_fail (SL_IS_CASE (self) && assessment != NULL, FALSE);

  if (!check_reason (assessment->reason, _ ("A grade needs a reason. Say in a few words why."), error))
    return FALSE;

  SL_CASE_LOCK (self);
  return put (self, &sl_entity_assessment, assessment, FALSE, error) && sl_db_run (self->db, error, "INSERT INTO grade_in_force (target_id, assessment_id) VALUES (?, ?)"
                                                                                                    " ON CONFLICT (target_id) DO UPDATE SET assessment_id = excluded.assessment_id",
                                                                                   "ii", assessment->target_id, assessment->id);
}

/**
 * sl_case_add_check:
 *
 * Adds a re-verification of a passage, after all others of its second. Only within an act, best of kind %SL_ACT_RECORD.
 *
 * Returns: whether it went well
 */
gboolean
sl_case_add_check (SlCase   *self,
                   SlCheck  *check,
                   GError  **error)
{
  SL_CASE_LOCK (self);
  SlDb *db = sl_case_get_db_for_act (self, error);
  gint64 last = 0;

  if (db == NULL || !sl_db_get_int64 (db, &last, error, "SELECT max (place) FROM passage_check WHERE at = ?", "i", check->at))
    return FALSE;
  check->place = last + 1;

  return sl_entity_write (&sl_entity_check, db, check, FALSE, error);
}

/**
 * sl_case_add_witness:
 *
 * Adds what somebody outside said about a capture; its answer is stored before, with sl_case_add_blob(). Only within an act,
 * best of kind %SL_ACT_RECORD.
 *
 * Returns: whether it went well
 */
gboolean
sl_case_add_witness (SlCase     *self,
                     SlWitness  *witness,
                     GError    **error)
{
  g_return_val_if_fail (SL_IS_CASE (self) && witness != NULL, FALSE);

  return put (self, &sl_entity_witness, witness, FALSE, error);
}

/**
 * sl_case_put_decision:
 *
 * Says what somebody made of a re-verification, or changes the decision of this key. Only within an act.
 *
 * Fails with %SL_STORE_ERROR_CONFLICT when another decision on the same check is there, %SL_STORE_ERROR_NOT_FOUND when
 * the check or passage is not.
 *
 * Returns: whether it went well
 */
gboolean
sl_case_put_decision (SlCase      *self,
                      SlDecision  *decision,
                      GError     **error)
{
  g_return_val_if_fail (SL_IS_CASE (self) && decision != NULL, FALSE);

  return put (self, &sl_entity_decision, decision, TRUE, error);
}

/**
 * sl_case_put_consent:
 *
 * Writes down that passages may be pinned to a document that is no article, or changes the consent of this key. Only
 * within an act.
 *
 * Fails with %SL_STORE_ERROR_CONFLICT without a reason, or when another consent for the same document is there.
 *
 * Returns: whether it went well
 */
gboolean
sl_case_put_consent (SlCase     *self,
                     SlConsent  *consent,
                     GError    **error)
{
  g_return_val_if_fail (SL_IS_CASE (self) && consent != NULL, FALSE);

  return check_reason (consent->reason, _ ("Pinning to a document that is no article needs a reason. Say in a few words why."), error)
         && put (self, &sl_entity_consent, consent, TRUE, error);
}
