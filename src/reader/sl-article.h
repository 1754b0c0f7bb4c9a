/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sl-text-map.h"
#include "reader/sl-page.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * SlArticle:
 * @title: (owned) (nullable): title as the article finder has it
 * @byline: (owned) (nullable): line with the authors
 * @site_name: (owned) (nullable): name of the site
 * @published: (owned) (nullable): date of publication as it stands in the page
 * @language: (owned) (nullable): language declared on the article
 * @text: (owned): readable text, paragraphs apart by a blank line
 * @map: (owned): the way from @text to the capture
 * @paragraphs: (owned) (element-type SlParagraph): how each paragraph of @text stands in the page
 * @texts: (owned) (element-type guint): indices of the page's text nodes that were taken, in the order of the text
 * @first_text: index of the page's first text node that is in @text
 * @end_text: one past the index of the last one; equal to @first_text when there is none
 *
 * The article of a page.
 */
typedef struct
{
  char *title;
  char *byline;
  char *site_name;
  char *published;
  char *language;
  char *text;
  SlTextMap *map;
  GArray *paragraphs;
  GArray *texts;
  guint first_text;
  guint end_text;
} SlArticle;

SlArticle *sl_article_new (const SlPage *page,
                           GBytes       *records);

void sl_article_drop (SlArticle      *self,
                      const gboolean *dropped);

void sl_article_free (SlArticle *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlArticle, sl_article_free)

G_END_DECLS
