/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SlJsonLd:
 * @headline: (owned) (nullable): headline of the article
 * @name: (owned) (nullable): its name, often the same with a section's or the site's name
 * @authors: (owned) (element-type utf8): names of the authors, possibly none
 * @publisher: (owned) (nullable): name of who publishes
 * @published: (owned) (nullable): date of publication as it stands there
 * @modified: (owned) (nullable): date of the last change as it stands there
 * @language: (owned) (nullable): language as it stands there
 * @access: (owned) (nullable): value of isAccessibleForFree in lower case
 * @body_cp: characters of the article's text, where it is given whole there
 * @rank: how sure it is that an article is described: 0 no, 1 some page, 2 or more an article
 *
 * What the linked data in a page says about its article.
 */
typedef struct
{
  char *headline;
  char *name;
  GPtrArray *authors;
  char *publisher;
  char *published;
  char *modified;
  char *language;
  char *access;
  long body_cp;
  int rank;
} SlJsonLd;

SlJsonLd *sl_json_ld_new (const char *const *scripts);

void sl_json_ld_free (SlJsonLd *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlJsonLd, sl_json_ld_free)

G_END_DECLS
