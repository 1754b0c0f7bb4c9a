/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/sl-cli.h"

/* Keys that stand after an option, and those that follow as arguments. */
static gboolean
take_keys (char   **keys,
           GArray  *taken,
           GError **error)
{
  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      SlId id;

      if (!sl_cli_parse_id (keys[i], &id, error))
        return FALSE;
      g_array_append_val (taken, id);
    }

  return TRUE;
}

static int export (const char *path,
                   const char *format,
                   const char *output,
                   GArray     *keys)
{
  SlExportRequest request = { format, output, (const SlId *) (gpointer) keys->data, keys->len };
  g_autoptr (GCancellable) cancellable = sl_cli_interrupt ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SlCase) a_case = sl_case_open (path, SL_CASE_OPEN_READ_ONLY, &error);
  g_autoptr (SlWorkbench) workbench = NULL;

  if (a_case == NULL)
    return sl_cli_fail (NULL, error);

  workbench = sl_workbench_new (a_case, sl_cli_who ());
  if (!sl_workbench_export (workbench, &request, NULL, NULL, cancellable, &error))
    return sl_cli_fail (output, error);

  return SL_EXIT_OK;
}

static int
run (int    argc,
     char **argv)
{
  g_autofree char *format = NULL;
  g_autofree char *output = NULL;
  g_auto (GStrv) sources = NULL;
  g_auto (GStrv) captures = NULL;
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format, N_ ("pdf, wacz, warc, …"), N_ ("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("File to write"), N_ ("FILE") },
    { "sources", 's', 0, G_OPTION_ARG_STRING_ARRAY, &sources, N_ ("Only the captures of these sources"), N_ ("ID…") },
    { "captures", 'c', 0, G_OPTION_ARG_STRING_ARRAY, &captures, N_ ("Only these captures"), N_ ("ID…") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (SlId));
  g_autoptr (GError) error = NULL;

  if (!sl_cli_parse (&sl_cli_export, entries, &argc, &argv))
    return SL_EXIT_USAGE;
  if (argc < 2 || (argc > 2 && sources == NULL && captures == NULL) || format == NULL || output == NULL)
    return sl_cli_usage (&sl_cli_export, _ ("name a case, a format and a file to write"));
  if (!take_keys (sources, keys, &error) || !take_keys (captures, keys, &error) || !take_keys (argv + 2, keys, &error))
    return sl_cli_usage (&sl_cli_export, error->message);

  return export (argv[1], format, output, keys);
}

const SlCliCommand sl_cli_export = { "export", "CASE -f FORMAT -o FILE [--sources|--captures ID…]", N_ ("Write the case as an annotated PDF, as a web archive (WARC, WACZ), …"), run };
