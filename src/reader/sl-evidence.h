/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reader/sl-article.h"
#include "reader/sl-json-ld.h"
#include "reader/sl-page-scan.h"
#include "reader/sl-page.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * SlEvidence:
 * @page: (unowned): the page
 * @article: (unowned): what was found of an article in it
 * @scan: (unowned): what the page says about itself
 * @linked: (unowned): what its linked data say
 * @url: (unowned) (nullable): where it came from
 *
 * All that a page's facts are concluded from.
 */
typedef struct
{
  const SlPage *page;
  const SlArticle *article;
  const SlPageScan *scan;
  const SlJsonLd *linked;
  const char *url;
} SlEvidence;

G_END_DECLS
