/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/sl-cli.h"
#include "cli/sl-cli-json.h"
#include "workbench/sl-gate.h"

/* The same as a fetched page may have. */
#define STDIN_MAX_BYTES (32u * 1024 * 1024)

typedef struct
{
  char     *published;   /* (owned) (nullable) */
  char     *language;    /* (owned) (nullable) */
  gboolean  accept_all;
  gboolean  json;
} Options;

static void
print_json (const char        *what,
            const SlAddReport *report)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  sl_cli_json_string (builder, "added", what);
  sl_cli_json_id (builder, "source", report->source_id);
  sl_cli_json_id (builder, "capture", report->capture_id);
  sl_cli_json_id (builder, "document", report->document_id);
  sl_cli_json_string (builder, "title", report->title);
  sl_cli_json_string (builder, "quality", report->quality);
  sl_cli_json_string (builder, "reason", report->reason);
  sl_cli_json_int (builder, "suggestions", report->suggestions);
  sl_cli_json_int (builder, "accepted", report->accepted);
  sl_cli_json_string (builder, "error", report->trouble != NULL ? report->trouble->message : NULL);
  json_builder_end_object (builder);
  sl_cli_json_print (builder);
}

static void
print_line (const SlAddReport *report)
{
  char id[SL_ID_STRING_SIZE];

  g_print ("%s  %s", sl_id_format (report->source_id, id), report->title);
  if (report->document_id == SL_ID_NONE && report->trouble == NULL)
    g_print (_ ("  (the same bytes as before)"));
  if (report->reason != NULL)
    g_print ("  (%s: %s)", sl_gate_describe (report->quality), report->reason);
  g_print (ngettext ("  %u suggestion", "  %u suggestions", report->suggestions), report->suggestions);
  if (report->accepted > 0)
    g_print (_ (", %u accepted"), report->accepted);
  g_print ("\n");
}

static SlAddReport *
add_one (SlWorkbench    *workbench,
         const Options  *options,
         const char     *what,
         GCancellable   *cancellable,
         GError        **error)
{
  g_autoptr (GBytes) bytes = NULL;
  SlAddRequest request = {
    .what = what,
    .published = options->published,
    .language = options->language,
    .accept_all = options->accept_all,
    .typed = TRUE,
  };

  if (g_str_equal (what, "-"))
    {
      bytes = sl_cli_read_stdin (STDIN_MAX_BYTES, error);
      if (bytes == NULL)
        return NULL;
      request.what = NULL;
      request.bytes = bytes;
    }

  return sl_workbench_add (workbench, &request, NULL, NULL, cancellable, error);
}

/* Each line is printed when its addition is durable, so that a killed run has told no lie. */
static gboolean
add_and_print (SlWorkbench   *workbench,
               const Options *options,
               const char    *what,
               GCancellable  *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlAddReport) report = add_one (workbench, options, what, cancellable, &error);

  if (report == NULL)
    {
      sl_cli_fail (what, error);
      return FALSE;
    }

  if (options->json)
    print_json (what, report);
  else
    print_line (report);
  if (report->trouble != NULL)
    sl_cli_fail (what, report->trouble);

  return report->trouble == NULL;
}

static int
add_all (SlWorkbench    *workbench,
         const Options  *options,
         int             argc,
         char          **argv,
         GCancellable   *cancellable)
{
  int code = SL_EXIT_OK;

  for (int i = 2; i < argc && !g_cancellable_is_cancelled (cancellable); i++)
    if (!add_and_print (workbench, options, argv[i], cancellable))
      code = SL_EXIT_ERROR;

  return g_cancellable_is_cancelled (cancellable) ? SL_EXIT_ERROR : code;
}

static int
run (int    argc,
     char **argv)
{
  g_autofree char *published = NULL;
  g_autofree char *language = NULL;
  Options options = { 0 };
  const GOptionEntry entries[] = {
    { "published", 'p', 0, G_OPTION_ARG_STRING, &published, N_ ("When it was published, as EDTF; wins over what the page says"), N_ ("DATE") },
    { "language", 'l', 0, G_OPTION_ARG_STRING, &language, N_ ("Its language, as BCP 47 tag"), N_ ("LANG") },
    { "accept-all", 'a', 0, G_OPTION_ARG_NONE, &options.accept_all, N_ ("Accept each suggestion"), NULL },
    { "json", 'j', 0, G_OPTION_ARG_NONE, &options.json, N_ ("Print one JSON object a line"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GCancellable) cancellable = sl_cli_interrupt ();
  g_autoptr (GError) error = NULL;
  SlWorkbench *workbench;
  int code;

  if (!sl_cli_parse (&sl_cli_add, entries, &argc, &argv))
    return SL_EXIT_USAGE;
  if (argc < 3)
    return sl_cli_usage (&sl_cli_add, _ ("name a case, and what to add to it"));

  options.published = published;
  options.language = language;
  workbench = sl_cli_open (argv[1], &error);
  if (workbench == NULL)
    return sl_cli_fail (NULL, error);

  code = add_all (workbench, &options, argc, argv, cancellable);

  return sl_cli_close (workbench, &error) ? code : sl_cli_fail (NULL, error);
}

const SlCliCommand sl_cli_add = { "add", "CASE URL|FILE|-…", N_ ("Fetch or read articles, keep their captures and find what they say"), run };
