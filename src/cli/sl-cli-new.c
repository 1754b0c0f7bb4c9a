/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/sl-cli.h"

static char *
title_from_path (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *title = g_filename_display_name (name);
  char *dot = g_strrstr (title, ".sourceline");

  if (dot != NULL && dot != title)
    *dot = '\0';

  return g_steal_pointer (&title);
}

static int
run (int    argc,
     char **argv)
{
  g_autofree char *title = NULL;
  const GOptionEntry entries[] = {
    { "title", 't', 0, G_OPTION_ARG_STRING, &title, N_ ("What the case is called; its file name without one"), N_ ("TITLE") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (SlCase) a_case = NULL;
  g_autoptr (GError) error = NULL;

  if (!sl_cli_parse (&sl_cli_new, entries, &argc, &argv))
    return SL_EXIT_USAGE;
  if (argc != 2)
    return sl_cli_usage (&sl_cli_new, _ ("name one case to make"));

  if (title == NULL)
    title = title_from_path (argv[1]);
  a_case = sl_case_create (argv[1], title, g_get_real_time () / G_USEC_PER_SEC, &error);
  if (a_case == NULL || !sl_case_close (a_case, &error))
    return sl_cli_fail (NULL, error);

  return SL_EXIT_OK;
}

const SlCliCommand sl_cli_new = { "new", "CASE", N_ ("Make an empty case"), run };
