/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reader/sl-decoded.h"
#include "reader/sl-page-steps.h"

#include <glib.h>
#include <gumbo.h>

G_BEGIN_DECLS

/** Elements nested deeper than this keep their text and lose their tags. */
#define SL_PAGE_MAX_DEPTH 512u

/**
 * SlPageElement:
 * @node: (unowned): the element
 * @first_text: index of the first text node inside it
 * @end_text: one past the index of the last one
 *
 * An element as it was numbered for the article finder.
 */
typedef struct
{
  const GumboNode *node;
  guint first_text;
  guint end_text;
} SlPageElement;

/**
 * SlPage:
 *
 * A parsed HTML page: the tree, and its elements and text nodes numbered in document order.
 *
 * Only elements and text that can be part of an article are numbered: no scripts, styles,
 * templates, frames or drawings. Immutable once made.
 */
typedef struct _SlPage SlPage;

SlPage *sl_page_new (const SlDecoded *decoded,
                     GError         **error);

void sl_page_free (SlPage *self);

const GumboNode *sl_page_get_document (const SlPage *self);

const SlDecoded *sl_page_get_decoded (const SlPage *self);

const SlPageElement *sl_page_get_element (const SlPage *self,
                                          guint         index);

const GumboNode *sl_page_get_text (const SlPage *self,
                                   guint         index);

guint sl_page_get_n_texts (const SlPage *self);

SlPageSteps *sl_page_get_steps (const SlPage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlPage, sl_page_free)

G_END_DECLS
