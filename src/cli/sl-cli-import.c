/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/sl-cli.h"
#include "cli/sl-cli-json.h"
#include "workbench/sl-import.h"

/* The same as a file may have. */
#define STDIN_MAX_BYTES (32u * 1024 * 1024)

static void
print_json (const SlImportItem *item)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  sl_cli_json_string (builder, "outcome", sl_import_outcome_to_string (item->outcome));
  sl_cli_json_string (builder, "file", item->file);
  sl_cli_json_string (builder, "place", item->place);
  sl_cli_json_string (builder, "what", item->what);
  sl_cli_json_string (builder, "reason", item->reason);
  if (item->outcome == SL_IMPORT_KEPT || item->outcome == SL_IMPORT_UNREADABLE)
    {
      sl_cli_json_id (builder, "source", item->source_id);
      sl_cli_json_id (builder, "capture", item->capture_id);
      sl_cli_json_id (builder, "document", item->document_id);
      sl_cli_json_int (builder, "suggestions", item->suggestions);
    }
  json_builder_end_object (builder);
  sl_cli_json_print (builder);
}

static void
print_line (const SlImportItem *item)
{
  char id[SL_ID_STRING_SIZE];
  g_autoptr (GString) line = g_string_new (item->file);

  if (item->place != NULL)
    g_string_append_printf (line, ", %s", item->place);
  if (item->what != NULL)
    g_string_append_printf (line, ": %s", item->what);
  if (item->reason != NULL)
    g_string_append_printf (line, " (%s)", item->reason);

  if (item->outcome == SL_IMPORT_KEPT)
    g_print ("%s  %s\n", sl_id_format (item->source_id, id), item->what);
  else
    g_printerr ("%s  %s\n", sl_import_outcome_to_string (item->outcome), line->str);
}

static void
print_counts (const SlImportReport *report)
{
  g_printerr (_ ("%u imported, %u kept but unreadable, %u listed, %u skipped, %u broken\n"), report->counts[SL_IMPORT_KEPT],
              report->counts[SL_IMPORT_UNREADABLE], report->counts[SL_IMPORT_LISTED], report->counts[SL_IMPORT_SKIPPED], report->counts[SL_IMPORT_BROKEN]);
}

static void
print_report (const SlImportReport *report,
              gboolean              json)
{
  for (guint i = 0; i < report->items->len; i++)
    {
      const SlImportItem *item = g_ptr_array_index (report->items, i);

      if (json)
        print_json (item);
      else
        print_line (item);
    }
  print_counts (report);
  if (report->cancelled)
    g_printerr (_ ("Stopped before the end; what is listed above is done.\n"));
}

/* What is kept but cannot be read is no success when it is all that there was. */
static gboolean
went_well (const SlImportReport *report)
{
  const guint *counts = report->counts;

  return !report->cancelled && counts[SL_IMPORT_BROKEN] == 0 && (counts[SL_IMPORT_UNREADABLE] == 0 || counts[SL_IMPORT_KEPT] > 0);
}

static int
import_all (SlWorkbench      *workbench,
            SlImportRequest  *request,
            int               argc,
            char            **argv,
            gboolean          json)
{
  g_autoptr (GCancellable) cancellable = sl_cli_interrupt ();
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  g_autoptr (SlImportReport) report = NULL;
  g_autoptr (GBytes) pasted = NULL;
  g_autoptr (GError) error = NULL;

  for (int i = 2; i < argc; i++)
    {
      if (!g_str_equal (argv[i], "-"))
        g_ptr_array_add (files, argv[i]);
      else if (pasted == NULL && (pasted = sl_cli_read_stdin (STDIN_MAX_BYTES, &error)) == NULL)
        return sl_cli_fail (NULL, error);
    }
  g_ptr_array_add (files, NULL);
  request->files = (const char *const *) files->pdata;
  request->bytes = pasted;

  report = sl_workbench_import (workbench, request, NULL, NULL, cancellable, &error);
  if (report == NULL)
    return sl_cli_fail (NULL, error);

  print_report (report, json);

  return went_well (report) ? SL_EXIT_OK : SL_EXIT_ERROR;
}

static int
run (int    argc,
     char **argv)
{
  g_autofree char *url = NULL;
  g_autofree char *published = NULL;
  g_autofree char *captured = NULL;
  g_autofree char *language = NULL;
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "url", 'u', 0, G_OPTION_ARG_STRING, &url, N_ ("Where it came from, when the file does not say so"), N_ ("URL") },
    { "published", 'p', 0, G_OPTION_ARG_STRING, &published, N_ ("When it was published, as EDTF; wins over what the page says"), N_ ("DATE") },
    { "captured", 'c', 0, G_OPTION_ARG_STRING, &captured, N_ ("When it was saved, when the file does not say so"), N_ ("DATE") },
    { "language", 'l', 0, G_OPTION_ARG_STRING, &language, N_ ("Its language, as BCP 47 tag"), N_ ("LANG") },
    { "json", 'j', 0, G_OPTION_ARG_NONE, &json, N_ ("Print one JSON object a line"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  SlImportRequest request = { 0 };
  SlWorkbench *workbench;
  int code;

  if (!sl_cli_parse (&sl_cli_import, entries, &argc, &argv))
    return SL_EXIT_USAGE;
  if (argc < 3)
    return sl_cli_usage (&sl_cli_import, _ ("name a case, and the files to take in"));

  workbench = sl_cli_open (argv[1], &error);
  if (workbench == NULL)
    return sl_cli_fail (NULL, error);

  request = (SlImportRequest) { .url = url, .published = published, .captured = captured, .language = language };
  code = import_all (workbench, &request, argc, argv, json);

  return sl_cli_close (workbench, &error) ? code : sl_cli_fail (NULL, error);
}

const SlCliCommand sl_cli_import = { "import", "CASE FILE|-…", N_ ("Take in web archives, saved pages, PDF, feeds and bibliographies"), run };
