/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-workbench-private.h"

/* The index is derived data: it lives in the cache, one file a case, and is made again when it is missing. */
static char *
index_path (SlCase *a_case)
{
  g_autofree char *name = g_strdup_printf ("%s.index", sl_case_get_id (a_case));

  return g_build_filename (g_get_user_cache_dir (), "sourceline", "search", name, NULL);
}

/**
 * sl_workbench_search:
 * @words: what the person typed; every word must occur, the last one may be unfinished
 * @limit: hits at most
 *
 * Looks for words in the texts of all documents, newest first.
 *
 * Fails with SL_STORE_ERROR when the index cannot be made.
 *
 * Returns: (transfer full) (element-type SlSearchHit)
 */
GPtrArray *
sl_workbench_search (SlWorkbench  *self,
                     const char   *words,
                     guint         limit,
                     GError      **error)
{
  SlCase *a_case = sl_workbench_get_case (self);
  g_autofree char *path = index_path (a_case);
  g_autoptr (SlSearchIndex) index = NULL;

  g_return_val_if_fail (words != NULL, NULL);

  index = sl_search_index_open (path, a_case, error);

  return index != NULL ? sl_search_index_find (index, words, limit, error) : NULL;
}
