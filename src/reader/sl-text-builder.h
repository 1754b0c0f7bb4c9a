/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sl-text-map.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * SlTextBreak:
 * @SL_TEXT_BREAK_NONE: nothing
 * @SL_TEXT_BREAK_SPACE: a space
 * @SL_TEXT_BREAK_LINE: a new line
 * @SL_TEXT_BREAK_PARAGRAPH: a blank line
 *
 * What parts two pieces of text. A stronger one swallows a weaker one.
 */
typedef enum
{
  SL_TEXT_BREAK_NONE,
  SL_TEXT_BREAK_SPACE,
  SL_TEXT_BREAK_LINE,
  SL_TEXT_BREAK_PARAGRAPH
} SlTextBreak;

/**
 * SlTextBuilder:
 *
 * Puts a text together out of characters of a capture and keeps the map back to it.
 *
 * White space collapses and never begins or ends a paragraph.
 */
typedef struct _SlTextBuilder SlTextBuilder;

SlTextBuilder *sl_text_builder_new (void);

void sl_text_builder_free (SlTextBuilder *self);

void sl_text_builder_break (SlTextBuilder *self,
                            SlTextBreak    strength);

void sl_text_builder_put (SlTextBuilder *self,
                          gunichar       character,
                          guint32        byte_start,
                          guint32        byte_length);

guint sl_text_builder_get_n_paragraphs (const SlTextBuilder *self);

gboolean sl_text_builder_wants_space (const SlTextBuilder *self);

char *sl_text_builder_finish (SlTextBuilder *self,
                              SlTextMap    **map);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlTextBuilder, sl_text_builder_free)

G_END_DECLS
