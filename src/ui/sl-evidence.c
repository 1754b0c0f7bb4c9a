/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-evidence.h"

typedef GPtrArray *(*ListFunc) (SlCase *from,
                                const SlQuery *query,
                                GError **error);

/* The rows of one list that belong to @about; empty when they cannot be read, which verification tells. */
static GPtrArray *
list_about (SlCase   *from,
            ListFunc  list,
            SlId      about,
            guint     limit)
{
  SlQuery query = SL_QUERY_ALL;
  GPtrArray *rows = NULL;

  query.about = about;
  query.limit = limit;
  rows = list (from, &query, NULL);
  return rows != NULL ? rows : g_ptr_array_new ();
}

static void
point_at_pin (SlCase      *from,
              SlId         claim,
              SlSelection *selection)
{
  g_autoptr (GPtrArray) pins = list_about (from, sl_case_list_pins, claim, 1);
  g_autoptr (SlPassage) passage = NULL;
  const SlPin *pin = NULL;

  if (pins->len == 0)
    return;
  pin = g_ptr_array_index (pins, 0);
  passage = sl_case_get_passage (from, pin->passage_id, NULL);
  if (passage != NULL)
    sl_evidence_of_words (from, passage->document_id, passage->start_cp, passage->end_cp, selection);
}

/**
 * sl_evidence_of_event:
 * @selection: (inout): gets the event, its first claim and the first passage of that
 */
void
sl_evidence_of_event (SlCase      *from,
                      SlId         event,
                      SlSelection *selection)
{
  g_autoptr (GPtrArray) claims = list_about (from, sl_case_list_claims, event, 1);
  const SlClaim *claim = NULL;

  selection->event = event;
  if (claims->len == 0)
    return;
  claim = g_ptr_array_index (claims, 0);
  selection->claim = claim->id;
  point_at_pin (from, claim->id, selection);
}

/**
 * sl_evidence_of_claim:
 * @selection: (inout): gets the claim, the first event that rests on it, and its first passage
 */
void
sl_evidence_of_claim (SlCase      *from,
                      SlId         claim,
                      SlSelection *selection)
{
  g_autoptr (GPtrArray) events = list_about (from, sl_case_list_events, claim, 1);

  selection->claim = claim;
  if (events->len > 0)
    selection->event = ((const SlEvent *) g_ptr_array_index (events, 0))->id;
  point_at_pin (from, claim, selection);
}

/**
 * sl_evidence_of_source:
 * @selection: (inout): gets the source and the document of its latest capture
 */
void
sl_evidence_of_source (SlCase      *from,
                       SlId         source,
                       SlSelection *selection)
{
  g_autoptr (GPtrArray) documents = list_about (from, sl_case_list_documents, source, 1);

  selection->source = source;
  if (documents->len > 0)
    selection->document = ((const SlDocument *) g_ptr_array_index (documents, 0))->id;
}

/**
 * sl_evidence_of_words:
 * @selection: (inout): gets the document, its source and the words
 */
void
sl_evidence_of_words (SlCase      *from,
                      SlId         document,
                      gsize        start_cp,
                      gsize        end_cp,
                      SlSelection *selection)
{
  g_autoptr (SlDocument) found = sl_case_get_document (from, document, NULL);

  if (found == NULL)
    return;
  selection->document = document;
  selection->source = found->source_id;
  selection->start_cp = start_cp;
  selection->end_cp = end_cp;
}
