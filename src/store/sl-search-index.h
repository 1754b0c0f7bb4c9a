/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/sl-case.h"

G_BEGIN_DECLS

/**
 * SlSearchHit:
 * @title: (owned): of the source
 * @snippet: (owned): one line with the words and what stands around them
 * @start_cp: where the first of the words stands in the document, code points; 0 when they are in the title only
 *
 * A document in which all words occur.
 */
typedef struct
{
  SlId document_id;
  SlId source_id;
  char *title;
  char *snippet;
  gsize start_cp;
} SlSearchHit;

void sl_search_hit_free (SlSearchHit *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlSearchHit, sl_search_hit_free)

/*
 * Full-text index over the texts of one case: derived data in the user's cache, made by us from the
 * case and never taken over with a case from elsewhere. Not thread-safe: one index, one thread.
 */
typedef struct _SlSearchIndex SlSearchIndex;

SlSearchIndex *sl_search_index_open (const char *path,
                                     SlCase *a_case,
                                     GError **error);
void sl_search_index_free (SlSearchIndex *self);
GPtrArray *sl_search_index_find (SlSearchIndex *self,
                                 const char *words,
                                 guint limit,
                                 GError **error);
GPtrArray *sl_search_index_find_best (SlSearchIndex *self,
                                      const char *words,
                                      guint limit,
                                      GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlSearchIndex, sl_search_index_free)

G_END_DECLS
