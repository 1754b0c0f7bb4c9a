/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/sl-case-private.h"
#include "store/sl-entity-private.h"

static gpointer
get (SlCase          *self,
     const SlEntity  *entity,
     SlId             id,
     GError         **error)
{
  SL_CASE_LOCK (self);
  SlDb *db = sl_case_get_db (self, error);
  g_autoptr (GError) problem = NULL;
  char key[SL_ID_STRING_SIZE];
  gpointer item;

  if (db == NULL)
    return NULL;
  item = sl_entity_find (entity, db, &problem, "WHERE id = ?", "i", id);
  if (item != NULL)
    return item;

  if (problem != NULL)
    g_propagate_error (error, g_steal_pointer (&problem));
  else
    g_set_error (error, SL_STORE_ERROR, SL_STORE_ERROR_NOT_FOUND,
                 _ ("“%s” has no %s with the key %s. List them to see which there are."),
                 self->path, entity->table, sl_id_format (id, key));
  return NULL;
}

/**
 * sl_case_get_outlet:
 *
 * Fails with %SL_STORE_ERROR_NOT_FOUND or %SL_STORE_ERROR_DAMAGED.
 *
 * Returns: (transfer full) (nullable): the outlet
 */
SlOutlet *
sl_case_get_outlet (SlCase  *self,
                    SlId     id,
                    GError **error)
{
  return get (self, &sl_entity_outlet, id, error);
}

/**
 * sl_case_find_outlet:
 * @name: (nullable): its name, compared without case, blanks and leading article
 * @domain: (nullable): its domain, which is looked for first
 *
 * Looks for an outlet that is in the case already.
 *
 * Returns: (transfer full) (nullable): the outlet
 */
SlOutlet *
sl_case_find_outlet (SlCase     *self,
                     const char *name,
                     const char *domain)
{
  g_autofree char *folded = sl_attribution_chain_origin_key (NULL, name);
  SlOutlet *outlet = NULL;

  g_return_val_if_fail (SL_IS_CASE (self), NULL);

  SL_CASE_LOCK (self);
  if (self->db != NULL && domain != NULL)
    outlet = sl_entity_find (&sl_entity_outlet, self->db, NULL, "WHERE domain = ?", "t", domain);
  if (self->db != NULL && outlet == NULL && *folded != '\0')
    outlet = sl_entity_find (&sl_entity_outlet, self->db, NULL, "WHERE folded = ?", "t", folded);
  return outlet;
}

/**
 * sl_case_get_source:
 *
 * Fails with %SL_STORE_ERROR_NOT_FOUND or %SL_STORE_ERROR_DAMAGED.
 *
 * Returns: (transfer full) (nullable): the source
 */
SlSource *
sl_case_get_source (SlCase  *self,
                    SlId     id,
                    GError **error)
{
  return get (self, &sl_entity_source, id, error);
}

/**
 * sl_case_find_source:
 *
 * Looks for a source by exactly the URL that it was added under.
 *
 * Returns: (transfer full) (nullable): the source
 */
SlSource *
sl_case_find_source (SlCase     *self,
                     const char *url)
{
  g_return_val_if_fail (SL_IS_CASE (self) && url != NULL, NULL);

  SL_CASE_LOCK (self);
  if (self->db == NULL)
    return NULL;
  return sl_entity_find (&sl_entity_source, self->db, NULL, "WHERE url = ? ORDER BY added_at", "t", url);
}

/**
 * sl_case_get_capture:
 *
 * Gets a capture, also one that undo took out of the lists. Fails with
 * %SL_STORE_ERROR_NOT_FOUND or %SL_STORE_ERROR_DAMAGED.
 *
 * Returns: (transfer full) (nullable): the capture
 */
SlCapture *
sl_case_get_capture (SlCase  *self,
                     SlId     id,
                     GError **error)
{
  return get (self, &sl_entity_capture, id, error);
}

/**
 * sl_case_find_payload:
 * @payload_digest: SHA-256, hexadecimal
 *
 * Looks for the first capture of some content, also one that undo took out of the lists.
 *
 * Returns: (transfer full) (nullable): the capture
 */
SlCapture *
sl_case_find_payload (SlCase     *self,
                      const char *payload_digest)
{
  g_return_val_if_fail (SL_IS_CASE (self) && payload_digest != NULL, NULL);

  SL_CASE_LOCK (self);
  if (self->db == NULL)
    return NULL;
  return sl_entity_find (&sl_entity_capture, self->db, NULL, "WHERE payload_digest = ? ORDER BY captured_at_usec", "t", payload_digest);
}

/**
 * sl_case_get_document:
 *
 * Gets a document, also one that undo took out of the lists. Fails with
 * %SL_STORE_ERROR_NOT_FOUND or %SL_STORE_ERROR_DAMAGED.
 *
 * Returns: (transfer full) (nullable): the document
 */
SlDocument *
sl_case_get_document (SlCase  *self,
                      SlId     id,
                      GError **error)
{
  return get (self, &sl_entity_document, id, error);
}

/**
 * sl_case_get_passage:
 *
 * Gets a passage, also one that undo took out of the lists. Fails with
 * %SL_STORE_ERROR_NOT_FOUND or %SL_STORE_ERROR_DAMAGED.
 *
 * Returns: (transfer full) (nullable): the passage
 */
SlPassage *
sl_case_get_passage (SlCase  *self,
                     SlId     id,
                     GError **error)
{
  return get (self, &sl_entity_passage, id, error);
}

/**
 * sl_case_get_claim:
 *
 * Fails with %SL_STORE_ERROR_NOT_FOUND or %SL_STORE_ERROR_DAMAGED.
 *
 * Returns: (transfer full) (nullable): the claim, with what is filled when read
 */
SlClaim *
sl_case_get_claim (SlCase  *self,
                   SlId     id,
                   GError **error)
{
  return get (self, &sl_entity_claim, id, error);
}

/**
 * sl_case_get_event:
 *
 * Fails with %SL_STORE_ERROR_NOT_FOUND or %SL_STORE_ERROR_DAMAGED.
 *
 * Returns: (transfer full) (nullable): the event, with what is filled when read
 */
SlEvent *
sl_case_get_event (SlCase  *self,
                   SlId     id,
                   GError **error)
{
  return get (self, &sl_entity_event, id, error);
}

/**
 * sl_case_get_suggestion:
 *
 * Fails with %SL_STORE_ERROR_NOT_FOUND or %SL_STORE_ERROR_DAMAGED.
 *
 * Returns: (transfer full) (nullable): the suggestion
 */
SlSuggestion *
sl_case_get_suggestion (SlCase  *self,
                        SlId     id,
                        GError **error)
{
  return get (self, &sl_entity_suggestion, id, error);
}

/**
 * sl_case_get_grade:
 *
 * Returns: (transfer full) (nullable): the assessment in force; %NULL when nobody has judged
 */
SlAssessment *
sl_case_get_grade (SlCase *self,
                   SlId    target_id)
{
  g_return_val_if_fail (SL_IS_CASE (self), NULL);

  SL_CASE_LOCK (self);
  if (self->db == NULL)
    return NULL;
  return sl_entity_find (&sl_entity_assessment, self->db, NULL,
                         "WHERE id = (SELECT assessment_id FROM grade_in_force WHERE target_id = ?)", "i", target_id);
}

/**
 * sl_case_get_check:
 *
 * Fails with %SL_STORE_ERROR_NOT_FOUND or %SL_STORE_ERROR_DAMAGED.
 *
 * Returns: (transfer full) (nullable): the re-verification
 */
SlCheck *
sl_case_get_check (SlCase  *self,
                   SlId     id,
                   GError **error)
{
  return get (self, &sl_entity_check, id, error);
}

/**
 * sl_case_get_task:
 *
 * Fails with %SL_STORE_ERROR_NOT_FOUND or %SL_STORE_ERROR_DAMAGED.
 *
 * Returns: (transfer full) (nullable): the task
 */
SlTask *
sl_case_get_task (SlCase  *self,
                  SlId     id,
                  GError **error)
{
  return get (self, &sl_entity_task, id, error);
}

/**
 * sl_case_find_decision:
 *
 * Returns: (transfer full) (nullable): what somebody made of a re-verification; %NULL when nobody has decided
 */
SlDecision *
sl_case_find_decision (SlCase *self,
                       SlId    check_id)
{
  g_return_val_if_fail (SL_IS_CASE (self), NULL);

  SL_CASE_LOCK (self);
  if (self->db == NULL)
    return NULL;
  return sl_entity_find (&sl_entity_decision, self->db, NULL, "WHERE check_id = ?", "i", check_id);
}

/**
 * sl_case_find_consent:
 *
 * Returns: (transfer full) (nullable): the word by which passages may be pinned to a document that is no
 *   article; %NULL when nobody gave it
 */
SlConsent *
sl_case_find_consent (SlCase *self,
                      SlId    document_id)
{
  g_return_val_if_fail (SL_IS_CASE (self), NULL);

  SL_CASE_LOCK (self);
  if (self->db == NULL)
    return NULL;
  return sl_entity_find (&sl_entity_consent, self->db, NULL, "WHERE document_id = ?", "i", document_id);
}

/**
 * sl_case_what_is:
 *
 * Returns: (transfer none) (nullable): which kind of thing has the key: "outlet", "source", "capture",
 *   "document", "passage", "claim", "pin", "event", "suggestion", "assessment", "check", "act", "decision",
 *   "consent", "witness" or "task"; %NULL when nothing has
 */
const char *
sl_case_what_is (SlCase *self,
                 SlId    id)
{
  static const struct
  {
    const char *word;
    const char *table;
  } kinds[] = {
    { "outlet", "outlet" },
    { "source", "source" },
    { "capture", "capture" },
    { "document", "document" },
    { "passage", "passage" },
    { "claim", "claim" },
    { "pin", "pin" },
    { "event", "event" },
    { "suggestion", "suggestion" },
    { "assessment", "assessment" },
    { "check", "passage_check" },
    { "act", "act" },
    { "decision", "check_decision" },
    { "consent", "quality_consent" },
    { "witness", "witness" },
    { "task", "task" },
  };
  g_autoptr (GString) sql = g_string_new (NULL);
  gint64 found = -1;

  g_return_val_if_fail (SL_IS_CASE (self), NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_string_append_printf (sql, "%sSELECT %" G_GSIZE_FORMAT " FROM %s WHERE id = ?1", i > 0 ? " UNION ALL " : "", i, kinds[i].table);

  SL_CASE_LOCK (self);
  if (self->db == NULL || !sl_db_get_int64 (self->db, &found, NULL, sql->str, "i", id) || found < 0)
    return NULL;
  return kinds[found].word;
}
