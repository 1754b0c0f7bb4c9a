/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/sl-cli-json.h"
#include "cli/sl-cli.h"

static void
print_finding (const SlFinding *finding,
               gboolean         json)
{
  g_autoptr (JsonBuilder) builder = NULL;
  char id[SL_ID_STRING_SIZE];

  if (!json)
    {
      g_print ("%s %s  %s  %s\n", finding->what, finding->place != NULL ? finding->place : sl_id_format (finding->id, id), finding->problem, finding->detail);
      return;
    }

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  sl_cli_json_string (builder, "what", finding->what);
  if (finding->place != NULL)
    sl_cli_json_string (builder, "place", finding->place);
  else
    sl_cli_json_id (builder, "id", finding->id);
  sl_cli_json_string (builder, "problem", finding->problem);
  sl_cli_json_string (builder, "detail", finding->detail);
  json_builder_end_object (builder);
  sl_cli_json_print (builder);
}

static int
report (GPtrArray  *findings,
        const char *praise,
        gboolean    json)
{
  for (guint i = 0; i < findings->len; i++)
    print_finding (g_ptr_array_index (findings, i), json);

  if (findings->len == 0)
    {
      g_printerr ("%s\n", praise);
      return SL_EXIT_OK;
    }

  g_printerr (ngettext ("%u problem found.\n", "%u problems found.\n", findings->len), findings->len);

  return SL_EXIT_FINDINGS;
}

/* A case is a database and says so; of what cannot be read at all, opening it tells why. */
static gboolean
is_case (const char *path)
{
  static const char magic[] = "SQLite format 3";
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  char start[sizeof magic] = "";
  gsize n = 0;

  return stream == NULL || !g_input_stream_read_all (G_INPUT_STREAM (stream), start, sizeof start, &n, NULL, NULL)
         || (n == sizeof start && memcmp (start, magic, n) == 0);
}

static GPtrArray *
verify_case (const char    *path,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (SlCase) a_case = sl_case_open (path, SL_CASE_OPEN_READ_ONLY, error);
  g_autoptr (SlWorkbench) workbench = a_case != NULL ? sl_workbench_new (a_case, sl_cli_who ()) : NULL;

  return workbench != NULL ? sl_workbench_verify (workbench, NULL, NULL, cancellable, error) : NULL;
}

static int
run (int    argc,
     char **argv)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 'j', 0, G_OPTION_ARG_NONE, &json, N_ ("Print one JSON object a problem"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GCancellable) cancellable = sl_cli_interrupt ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  const char *praise;

  if (!sl_cli_parse (&sl_cli_verify, entries, &argc, &argv))
    return SL_EXIT_USAGE;
  if (argc != 2)
    return sl_cli_usage (&sl_cli_verify, _ ("name one case"));
  if (is_case (argv[1]))
    {
      findings = verify_case (argv[1], cancellable, &error);
      praise = _ ("Everything holds: history, digests, and every passage in its capture.");
    }
  else
    {
      findings = sl_workbench_verify_file (argv[1], NULL, NULL, cancellable, &error);
      praise = _ ("Everything holds: digests, records, and what the parts say of each other.");
    }

  return findings != NULL ? report (findings, praise, json) : sl_cli_fail (NULL, error);
}

const SlCliCommand sl_cli_verify = { "verify", "CASE|BUNDLE|WACZ|WARC|PDF", N_ ("Check digests, history and every passage against its capture, offline"), run };
