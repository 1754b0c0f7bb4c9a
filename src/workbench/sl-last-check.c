/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-last-check.h"

/* Nearly always one of the first is it. */
#define PAGE_ROWS 32

/* Returns: (transfer full) (nullable): the first of @checks that counts; @waiting until @before was passed */
static SlCheck *
take_from (GPtrArray     *checks,
           const SlCheck *before,
           gboolean      *waiting)
{
  for (guint i = 0; i < checks->len; i++)
    {
      const SlCheck *check = g_ptr_array_index (checks, i);

      if (*waiting)
        *waiting = check->id != before->id;
      else if (check->verdict != SL_VERDICT_NOT_CHECKED)
        return g_ptr_array_steal_index (checks, i);
    }

  return NULL;
}

/**
 * sl_last_check_find:
 * @about: a passage, a claim or a source
 * @before: (nullable): only checks that came before this one of the same
 *
 * Finds the last check that looked at something: one that came to nothing does not change what was seen before.
 *
 * Returns: (transfer full) (nullable)
 */
SlCheck *
sl_last_check_find (SlCase        *a_case,
                    SlId           about,
                    const SlCheck *before)
{
  SlQuery query = SL_QUERY_ALL;
  gboolean waiting = before != NULL;
  guint found = PAGE_ROWS;

  query.about = about;
  for (query.limit = PAGE_ROWS; found == PAGE_ROWS; query.offset += PAGE_ROWS)
    {
      g_autoptr (GPtrArray) checks = sl_case_list_checks (a_case, &query, NULL);
      SlCheck *check;

      found = checks != NULL ? checks->len : 0;
      check = checks != NULL ? take_from (checks, before, &waiting) : NULL;
      if (check != NULL)
        return check;
    }

  return NULL;
}
