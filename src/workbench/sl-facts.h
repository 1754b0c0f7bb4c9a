/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "helper/sl-reading.h"
#include "store/sl-case.h"

G_BEGIN_DECLS

/**
 * SlFacts:
 * @links: (owned) (element-type SlReadingLink): links of the text that lead to other pages, in its order; never %NULL
 * @notes: (owned) (element-type SlReadingNote): what the editors say about the article, in its order; never %NULL
 * @places: (owned) (element-type SlReadingPlace): where the lines of a document with pages stand; never %NULL
 * @canonical: (owned) (nullable): the address that the page gives as its own
 * @reason: (owned) (nullable): why it is no article, in words
 * @method: (owned) (nullable): how the text was found
 * @paywall: whether the page says that the article is for those who pay
 *
 * What the reader saw beside the text of a document. It stands in the case as a blob of JSON: an object with
 * "reason", "method", "canonical", "paywall", "links" (objects with "url", "words") and "notes" (objects with "kind",
 * "text", and the bytes of the capture "start", "end"); for a document with pages also "places": for each line an array of
 * start and length in the text, page, and left, top, width and height in hundredths of a point.
 */
typedef struct
{
  GPtrArray *links;
  GPtrArray *notes;
  GArray    *places;
  char      *canonical;
  char      *reason;
  char      *method;
  gboolean   paywall;
} SlFacts;

GBytes  *sl_facts_write (const SlReading   *reading);
SlFacts *sl_facts_read  (GBytes            *json,
                         GError           **error);
SlFacts *sl_facts_load  (SlCase            *a_case,
                         const SlDocument  *document,
                         GError           **error);
void     sl_facts_free  (SlFacts           *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlFacts, sl_facts_free)

G_END_DECLS
