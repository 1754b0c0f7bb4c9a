/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reader/sl-page.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * SlProse:
 *
 * What is reading matter in a page: the letters of its text nodes, and which of them stand in links or in
 * what is no reading matter. Immutable once made.
 */
typedef struct _SlProse SlProse;

SlProse *sl_prose_new (const SlPage *page);

void sl_prose_free (SlProse *self);

gsize sl_prose_count (const SlProse *self,
                      guint          element,
                      gsize         *all);

guint sl_prose_find_densest (const SlProse *self,
                             gsize          min_letters);

gboolean sl_prose_is_furniture (const GumboNode *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlProse, sl_prose_free)

G_END_DECLS
