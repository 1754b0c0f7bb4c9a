/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sl-sniff.h"
#include "core/sl-text-map.h"
#include "helper/sl-reading-parts.h"
#include "helper/sl-reading-place.h"

#include <glib.h>
#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SlReadingKind:
 * @SL_READING_ARTICLE: an article or another text of its own
 * @SL_READING_LISTING: a front page, section page or list of links
 * @SL_READING_CONSENT: a page that asks for consent before it shows anything
 * @SL_READING_PAYWALL: a piece of an article that stops at a paywall
 * @SL_READING_BLOCKED: a page that shuts out robots, or asks to prove to be human
 * @SL_READING_NOT_FOUND: an error page, whatever its status said
 * @SL_READING_SCRIPT_ONLY: a page that shows nothing without running its scripts
 * @SL_READING_SHORT: hardly any text, and nothing that tells why
 * @SL_READING_EMPTY: no text at all
 *
 * What a capture turned out to hold.
 *
 * Everything but @SL_READING_ARTICLE, @SL_READING_LISTING and @SL_READING_SHORT makes a re-check *unreadable*
 * rather than a statement about the source.
 */
typedef enum
{
  SL_READING_ARTICLE,
  SL_READING_LISTING,
  SL_READING_CONSENT,
  SL_READING_PAYWALL,
  SL_READING_BLOCKED,
  SL_READING_NOT_FOUND,
  SL_READING_SCRIPT_ONLY,
  SL_READING_SHORT,
  SL_READING_EMPTY
} SlReadingKind;

#define SL_TYPE_READING_KIND (sl_reading_kind_get_type ())

/**
 * SlReading:
 * @title: (nullable): headline, without the site's name
 * @byline: (nullable): the line naming the authors as the page prints or declares it
 * @authors: (array zero-terminated=1): names of the authors, possibly none; never %NULL
 * @outlet: (nullable): who publishes
 * @published: (nullable): when it was published: an ISO 8601 instant with its zone as
 *   the page gives it ("2025-11-23T10:00:00+02:00"), the same without a zone where the
 *   page gives none, or a day ("2025-11-23") where only that is known
 * @updated: (nullable): when it was last changed, in the same form
 * @language: (nullable): declared language as a BCP 47 tag
 * @canonical: (nullable): the address that the page gives as its own, absolute
 * @method: (nullable): how the text was found: "finder" for Readability.js, "container" for the element that calls
 *   itself the article's body, "densest" for the one with the most text
 * @text: the readable text, valid UTF-8 in LF lines, paragraphs apart by a blank line; never %NULL
 * @map: the way from @text to bytes of the capture; never %NULL
 * @links: (element-type SlReadingLink): links of the text that lead to other pages, in its order; never %NULL
 * @notes: (element-type SlReadingNote): what the editors say about the article, in its order; never %NULL
 * @places: (element-type SlReadingPlace): where its lines stand, for a document with pages; never %NULL
 * @paywall: whether the page says that the article is for those who pay
 * @kind: what the capture holds
 * @reason: (nullable): why it is not an article, for people, translated; %NULL for an article
 * @charset: name of the charset the bytes were read in
 * @charset_reason: what that was concluded from
 * @type: what the bytes were read as
 * @extractor: name and version of the reader and of the libraries it rests on
 *
 * The readable content of one capture, and what the page says about itself.
 *
 * A plain record that belongs to whoever holds it; all strings are owned. Dates are never
 * completed: what a page does not say is left out.
 */
typedef struct
{
  char *title;
  char *byline;
  GStrv authors;
  char *outlet;
  char *published;
  char *updated;
  char *language;
  char *canonical;
  char *method;
  char *text;
  SlTextMap *map;
  GPtrArray *links;
  GPtrArray *notes;
  GArray *places;
  gboolean paywall;
  SlReadingKind kind;
  char *reason;
  char *charset;
  SlCharsetReason charset_reason;
  SlContentType type;
  char *extractor;
} SlReading;

GType sl_reading_kind_get_type (void);

const char *sl_reading_kind_to_string (SlReadingKind kind);

SlReadingKind sl_reading_kind_from_string (const char *string);

SlReading *sl_reading_new (void);

SlReading *sl_reading_new_from_variant (GVariant *variant,
                                        gsize     capture_size,
                                        GError  **error);

GVariant *sl_reading_to_variant (const SlReading *self);

void sl_reading_free (SlReading *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlReading, sl_reading_free)

G_END_DECLS
