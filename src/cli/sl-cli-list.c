/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/sl-cli-rows.h"
#include "cli/sl-cli.h"

#define PAGE_ROWS 1000

static gboolean
print_pages (SlCase           *a_case,
             const SlCliRows  *rows,
             gboolean          json,
             GError          **error)
{
  SlQuery query = SL_QUERY_ALL;
  guint count;

  query.limit = PAGE_ROWS;
  do
    {
      g_autoptr (GPtrArray) page = rows->list (a_case, &query, error);

      if (page == NULL)
        return FALSE;
      for (guint i = 0; i < page->len; i++)
        sl_cli_rows_print_in (rows, a_case, g_ptr_array_index (page, i), json);
      count = page->len;
      query.offset += count;
    }
  while (count == PAGE_ROWS);

  return TRUE;
}

static int
run (int    argc,
     char **argv)
{
  g_autofree char *known_on = NULL;
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 'j', 0, G_OPTION_ARG_NONE, &json, N_ ("Print one JSON object a line"), NULL },
    { "as-known-on", 0, 0, G_OPTION_ARG_STRING, &known_on, N_ ("What the case held on that day"), N_ ("DATE") },
    G_OPTION_ENTRY_NULL,
  };
  const SlCliRows *rows;
  g_autoptr (SlCase) a_case = NULL;
  g_autoptr (GError) error = NULL;

  if (!sl_cli_parse (&sl_cli_list, entries, &argc, &argv))
    return SL_EXIT_USAGE;
  rows = argc == 3 ? sl_cli_rows_find (argv[2]) : NULL;
  if (rows == NULL)
    {
      g_autofree char *names = sl_cli_rows_names ();
      g_autofree char *message = g_strdup_printf (_ ("name a case, and one of %s"), names);

      return sl_cli_usage (&sl_cli_list, message);
    }
  if (known_on != NULL)
    return sl_cli_not_yet ("--as-known-on");

  a_case = sl_case_open (argv[1], SL_CASE_OPEN_READ_ONLY, &error);
  if (a_case == NULL || !print_pages (a_case, rows, json, &error))
    return sl_cli_fail (NULL, error);

  return SL_EXIT_OK;
}

const SlCliCommand sl_cli_list = { "list", "CASE sources|captures|documents|claims|events|suggestions|checks|acts|witnesses|tasks", N_ ("List what a case holds"), run };
