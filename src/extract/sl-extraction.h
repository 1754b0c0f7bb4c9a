/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "extract/sl-attribution.h"
#include "extract/sl-extract-error.h"
#include "extract/sl-language.h"
#include "extract/sl-proposal.h"
#include "extract/sl-timex.h"

G_BEGIN_DECLS

/**
 * SlExtraction:
 * @language: (owned): BCP 47 tag used
 * @times: (owned) (element-type SlTimex): in text order, not overlapping
 * @attributions: (owned) (element-type SlAttribution): in text order
 * @proposals: (owned) (element-type SlProposal): the most useful first
 *
 * What the extractor found in one text. Every span's words are the words in the text.
 */
typedef struct
{
  char      *language;
  GPtrArray *times;
  GPtrArray *attributions;
  GPtrArray *proposals;
} SlExtraction;

/**
 * SlExtractOptions:
 * @language: (nullable): BCP 47 tag; guessed from the text when %NULL
 * @reference: (nullable): EDTF of the publication (date or date-time); %NULL when unknown
 * @now: UTC seconds: no date later than this is guessed for the past
 * @outlet: (nullable): who publishes the text, never proposed as a speaker of itself
 * @grammar: (nullable): a language to read the text with that is not built in; @language is not looked at then
 */
typedef struct
{
  const char *language;
  const char *reference;
  gint64      now;
  const char *outlet;
  const SlLanguage *grammar;
} SlExtractOptions;

SlExtraction *sl_extract         (const char              *text,
                                  gsize                    length_bytes,
                                  const SlExtractOptions  *options,
                                  GCancellable            *cancellable,
                                  GError                 **error);
void          sl_extraction_free (SlExtraction            *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlExtraction, sl_extraction_free)

G_END_DECLS
