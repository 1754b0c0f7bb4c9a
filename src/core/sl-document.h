/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sl-id.h"

G_BEGIN_DECLS

/**
 * SlDocument:
 * @extractor: (owned): name and version of what read it, with the libraries that matter
 * @text_digest: (owned): SHA-256 of the UTF-8 text
 * @map_digest: (owned) (nullable): SHA-256 of the serialised #SlTextMap; %NULL when text and payload are the same bytes
 * @length_cp: length of the text in code points
 * @quality: (owned): "article", or why it is not one ("consent page", "paywall", …)
 * @facts_digest: (owned) (nullable): SHA-256 of what the reader saw beside the text, a blob of JSON; %NULL when that was not kept
 *
 * The readable text taken from a capture. The text itself is asked for apart, with
 * sl_case_load_text().
 */
typedef struct
{
  SlId id;
  SlId capture_id;
  SlId source_id;
  char *extractor;
  char *text_digest;
  char *map_digest;
  gint64 length_cp;
  char *quality;
  char *facts_digest;
} SlDocument;

SlDocument *sl_document_new (void);
void sl_document_free (SlDocument *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlDocument, sl_document_free)

G_END_DECLS
