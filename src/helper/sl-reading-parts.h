/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SlReadingLink:
 * @url: (owned): absolute address with the scheme http or https, without a fragment
 * @words: (owned): what the article says where it links
 *
 * A link that leads out of an article.
 */
typedef struct
{
  char *url;
  char *words;
} SlReadingLink;

/**
 * SlReadingNote:
 * @kind: (owned): "correction" for what was wrong and is not any more, "note" for other words of the editors
 * @text: (owned): what it says, one paragraph
 * @byte_start: where it begins in the capture
 * @byte_end: one past its end there; equal to @byte_start when its place is not known
 *
 * What the editors say about an article, which is no part of its text.
 */
typedef struct
{
  char *kind;
  char *text;
  guint32 byte_start;
  guint32 byte_end;
} SlReadingNote;

SlReadingLink *sl_reading_link_new (const char *url,
                                    const char *words);

void sl_reading_link_free (SlReadingLink *self);

SlReadingNote *sl_reading_note_new (const char *kind,
                                    const char *text,
                                    guint32     byte_start,
                                    guint32     byte_end);

void sl_reading_note_free (SlReadingNote *self);

GVariant *sl_reading_links_to_variant (const GPtrArray *links);

GPtrArray *sl_reading_links_from_variant (GVariant *variant);

GVariant *sl_reading_notes_to_variant (const GPtrArray *notes);

GPtrArray *sl_reading_notes_from_variant (GVariant *variant,
                                          gsize     capture_size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlReadingLink, sl_reading_link_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlReadingNote, sl_reading_note_free)

G_END_DECLS
