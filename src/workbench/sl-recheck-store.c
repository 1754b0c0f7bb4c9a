/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-recheck.h"

#include <glib/gi18n-lib.h>

#include "core/sl-normal.h"
#include "verify/sl-anchor.h"
#include "workbench/sl-facts.h"
#include "workbench/sl-known-words.h"
#include "workbench/sl-moves.h"
#include "workbench/sl-recheck-words.h"

/* What is made once of the text that passages are looked for in, and serves them all. */
typedef struct
{
  const SlNormal    *normal;  /* (unowned) (nullable) */
  SlMoves           *moves;   /* (unowned) (nullable) */
  const SlWordKinds *kinds;   /* (unowned) (nullable) */
} Text;

static gboolean
store_capture (SlRecheck  *self,
               GError    **error)
{
  g_autoptr (GPtrArray) members = sl_arrival_make_members (self->arrival, self->a_case, error);

  if (members == NULL)
    return FALSE;

  self->arrival->capture->source_id = self->source->id;

  return sl_case_add_capture (self->a_case, self->arrival->capture, members, error);
}

/* A text that the case does not have yet is kept: the new wording is evidence, and may be pinned to. */
static gboolean
store_document (SlRecheck  *self,
                GError    **error)
{
  const SlReading *reading = self->seen->reading;
  g_autoptr (SlDocument) document = NULL;
  g_autoptr (GBytes) map = NULL;
  g_autoptr (GBytes) facts = NULL;

  if (self->text == NULL || self->document_id != SL_ID_NONE)
    return TRUE;

  document = sl_document_new ();
  document->capture_id = self->arrival->capture->id;
  document->source_id = self->source->id;
  document->extractor = g_strdup (reading->extractor);
  document->quality = g_strdup (sl_reading_kind_to_string (reading->kind));
  map = sl_text_map_to_bytes (reading->map);
  facts = sl_facts_write (reading);
  document->facts_digest = sl_case_add_blob (self->a_case, facts, error);
  if (document->facts_digest == NULL || !sl_case_add_document (self->a_case, document, self->text, map, error))
    return FALSE;

  self->document_id = document->id;

  return TRUE;
}

/* Elsewhere by the words around it is not elsewhere in the text: the paragraph may only have been edited. */
static SlTextState
get_text_state (const SlRecheck  *self,
                const Text       *text,
                const SlDocument *before,
                const SlPassage  *passage,
                const SlAnchor   *anchor)
{
  gboolean other = before != NULL && before->id != self->document_id;

  if (anchor->verdict == SL_VERDICT_VERBATIM || anchor->verdict == SL_VERDICT_MOVED)
    return other && sl_moves_has (text->moves, before->id, passage->start_cp, anchor->start_cp) ? SL_TEXT_STATE_MOVED : SL_TEXT_STATE_VERBATIM;

  return anchor->verdict == SL_VERDICT_ALTERED ? SL_TEXT_STATE_ALTERED : SL_TEXT_STATE_ABSENT;
}

/* Of a list of links or a few lines in an article's place it cannot be said that the article lacks the words. */
static gboolean
stands_for_article (const SlRecheck  *self,
                    const SlDocument *before)
{
  const SlReading *reading = self->seen->reading;

  return reading == NULL || reading->kind == SL_READING_ARTICLE
         || (before != NULL && g_strcmp0 (before->quality, sl_reading_kind_to_string (reading->kind)) == 0);
}

/* Returns: (transfer full): what kind of difference it is, and what else is to be said, whole sentences */
static char *
take_difference (SlCheck         *check,
                 const SlRecheck *self,
                 const SlAnchor  *anchor)
{
  g_autofree char *kinds = sl_change_kinds_describe (anchor->difference->kinds);
  /* Translators: %s are kinds of changes, such as "number, hedge". */
  g_autofree char *words = *kinds != '\0' ? g_strdup_printf (_ ("What differs: %s."), kinds) : NULL;

  check->difference = g_strdup (anchor->difference->marked);
  check->found = g_utf8_substring (self->text, (long) anchor->start_cp, (long) anchor->end_cp);
  if (words == NULL)
    return g_strdup (anchor->detail);

  return g_strjoin (" ", words, anchor->detail, NULL);
}

static char *
look_for (SlCheck          *check,
          const SlRecheck  *self,
          const SlDocument *before,
          const SlPassage  *passage,
          const Text       *text)
{
  g_autoptr (SlAnchor) anchor = sl_anchor_locate_passage (text->normal, passage, text->kinds);

  check->text_state = get_text_state (self, text, before, passage, anchor);
  if (check->text_state != SL_TEXT_STATE_VERBATIM && check->text_state != SL_TEXT_STATE_MOVED && !stands_for_article (self, before))
    {
      check->text_state = SL_TEXT_STATE_UNREADABLE;
      return NULL;
    }

  if (check->text_state == SL_TEXT_STATE_ALTERED)
    return take_difference (check, self, anchor);

  /* What the words around say of the place is said by the verdict. */
  return anchor->verdict == SL_VERDICT_MOVED ? NULL : g_steal_pointer (&anchor->detail);
}

static SlCheck *
check_passage (const SlRecheck *self,
               const SlPassage *passage,
               const Text      *text,
               gint64           now)
{
  SlCheck *check = sl_check_new ();
  const SlDocument *before = sl_recheck_find_document (self, passage->document_id);
  const SlCapture *capture = before != NULL ? sl_recheck_find_capture (self, before->capture_id) : NULL;
  g_autofree char *more = NULL;

  check->passage_id = passage->id;
  check->capture_id = self->arrival != NULL ? self->arrival->capture->id : SL_ID_NONE;
  check->at = now;
  check->fetch_state = self->seen->fetch_state;
  check->text_state = self->seen->text_state;
  check->http_status = self->seen->status;
  check->old_text_digest = g_strdup (before != NULL ? before->text_digest : NULL);
  check->new_text_digest = g_strdup (self->text_digest);
  check->checked_against = self->document_id;
  if (text->normal != NULL)
    more = look_for (check, self, before, passage, text);
  else if (check->text_state == SL_TEXT_STATE_UNKNOWN)
    check->text_state = SL_TEXT_STATE_NOT_READ;
  check->verdict = sl_verdict_derive (check->fetch_state, check->text_state);
  check->detail = sl_recheck_words (check, self->seen, capture != NULL ? capture->captured_at : 0, more);

  return check;
}

static gboolean
store_checks (const SlRecheck  *self,
              const Text       *text,
              gint64            now,
              GPtrArray        *checks,
              GError          **error)
{
  for (guint i = 0; i < self->passages->len; i++)
    {
      SlCheck *check = check_passage (self, g_ptr_array_index (self->passages, i), text, now);

      g_ptr_array_add (checks, check);
      if (!sl_case_add_check (self->a_case, check, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * sl_recheck_store:
 * @now: UTC seconds
 * @checks: (element-type SlCheck): where the checks are appended
 *
 * Keeps what came and one check for each passage. Only within an act.
 *
 * Fails with SL_STORE_ERROR and G_IO_ERROR.
 *
 * Returns: whether it went well
 */
gboolean
sl_recheck_store (SlRecheck  *self,
                  gint64      now,
                  GPtrArray  *checks,
                  GError    **error)
{
  g_autoptr (SlNormal) normal = self->text != NULL ? sl_normal_new (self->text, -1) : NULL;
  g_autoptr (SlMoves) moves = self->text != NULL ? sl_moves_new (self->a_case, self->text) : NULL;
  const Text text = { normal, moves, self->text != NULL ? sl_known_words_guess (self->text) : NULL };

  if (self->arrival != NULL && (!store_capture (self, error) || !store_document (self, error)))
    return FALSE;

  return store_checks (self, &text, now, checks, error);
}
