/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reader/sl-page.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * SlPageFact:
 * @name: (owned): what the page calls it, lower case: a meta name or property, an itemprop, class words
 * @value: (owned): what it says, one line of plain text
 * @exact: (owned) (nullable): a machine-readable form beside it, as in the attribute datetime
 * @node: (unowned): where it stands
 *
 * Something the page says about itself.
 */
typedef struct
{
  char *name;
  char *value;
  char *exact;
  const GumboNode *node;
} SlPageFact;

/**
 * SlPageScan:
 * @metas: (owned) (element-type SlPageFact): meta elements with a content
 * @items: (owned) (element-type SlPageFact): elements with an itemprop outside of the head
 * @times: (owned) (element-type SlPageFact): time elements; the name holds class words of it and its parents
 * @bylines: (owned) (element-type SlPageFact): short texts in elements that look like bylines
 * @author_links: (owned) (element-type SlPageFact): links that by rel or address lead to an author
 * @datelines: (owned) (element-type SlPageFact): short texts in elements that look like dates
 * @headings: (owned) (element-type SlPageFact): h1 elements
 * @lesser_headings: (owned) (element-type SlPageFact): h2 elements
 * @scripts: (owned) (element-type utf8): linked data, zero-terminated
 * @base: (owned) (nullable): what the base element says relative addresses begin with
 * @canonical: (owned) (nullable): the address that the page gives as its own, as it stands there
 * @title: (owned) (nullable): the title element
 * @language: (owned) (nullable): lang of the html element
 *
 * All that a page says about itself, as it stands there, collected in one walk.
 */
typedef struct
{
  GPtrArray *metas;
  GPtrArray *items;
  GPtrArray *times;
  GPtrArray *bylines;
  GPtrArray *author_links;
  GPtrArray *datelines;
  GPtrArray *headings;
  GPtrArray *lesser_headings;
  GPtrArray *scripts;
  char *base;
  char *canonical;
  char *title;
  char *language;
} SlPageScan;

SlPageScan *sl_page_scan_new (const SlPage *page);

void sl_page_scan_free (SlPageScan *self);

const char *sl_page_scan_get_meta (const SlPageScan  *self,
                                   const char *const *names);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlPageScan, sl_page_scan_free)

G_END_DECLS
