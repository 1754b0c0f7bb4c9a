/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/sl-cli-study.h"
#include "cli/sl-cli-batch.h"
#include "cli/sl-cli-json.h"
#include "cli/sl-cli.h"
#include "workbench/sl-study.h"
#include "workbench/sl-load.h"

/* What the batch's rows share. */
typedef struct
{
  SlHelpers    *helpers;      /* (unowned) */
  GCancellable *cancellable;  /* (unowned) */
} Batch;

static const char *
member (JsonObject *row,
        const char *name)
{
  JsonNode *node = json_object_get_member (row, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

static GBytes *
borrow (const char *text)
{
  return text != NULL ? g_bytes_new_static (text, strlen (text)) : NULL;
}

static SlStudy *
read_row (JsonObject  *row,
          Batch       *batch,
          GError     **error)
{
  SlStudyOptions options = {
    .published = member (row, "reference_date"),
    .language = member (row, "language"),
    .now = g_get_real_time () / G_USEC_PER_SEC,
  };
  SlReadRequest request = { .url = member (row, "url"), .type = member (row, "type"), .language = options.language };
  g_autoptr (GBytes) bytes = NULL;

  if (member (row, "text") != NULL)
    return sl_study_from_text (member (row, "text"), &options, batch->cancellable, error);

  if (member (row, "html") != NULL)
    {
      bytes = borrow (member (row, "html"));
      request.type = "html";
    }
  else if (member (row, "path") != NULL)
    {
      bytes = sl_load_path (member (row, "path"), batch->cancellable, error);
      if (bytes == NULL)
        return NULL;
    }
  else
    {
      g_set_error_literal (error, SL_WORKBENCH_ERROR, SL_WORKBENCH_ERROR_INVALID, _ ("the row has none of the members “text”, “html” and “path”"));
      return NULL;
    }

  request.bytes = bytes;

  return sl_study_read (batch->helpers, &request, &options, batch->cancellable, error);
}

static void
answer (JsonObject  *row,
        JsonBuilder *builder,
        gpointer     data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlStudy) study = read_row (row, data, &error);

  if (study != NULL)
    sl_cli_study_to_json (builder, study);
  else
    sl_cli_json_string (builder, "error", error->message);
}

static void
print_lines (const SlStudy *study)
{
  const SlExtraction *found = study->extraction;

  for (guint i = 0; i < found->times->len; i++)
    {
      const SlTimex *timex = g_ptr_array_index (found->times, i);
      g_autofree char *words = g_strndup (study->reading->text + timex->span.start, sl_span_length (timex->span));

      g_print ("%-9s %-24s %s  (%s)\n", sl_timex_type_to_string (timex->type), timex->when->edtf != NULL ? timex->when->edtf : timex->value, words,
               timex->when->reason != NULL ? timex->when->reason : "–");
    }

  for (guint i = 0; i < found->proposals->len; i++)
    {
      const SlProposal *proposal = g_ptr_array_index (found->proposals, i);
      g_autofree char *chain = sl_attribution_chain_format (proposal->chain);

      g_print ("%s%s%s%s\n", proposal->text, *chain != '\0' ? "  [" : "", chain, *chain != '\0' ? "]" : "");
    }
}

static void
print_study (const SlStudy *study,
             gboolean       json)
{
  g_autoptr (JsonBuilder) builder = NULL;

  if (!json)
    {
      print_lines (study);
      return;
    }

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  sl_cli_json_string (builder, "id", NULL);
  sl_cli_study_to_json (builder, study);
  json_builder_end_object (builder);
  sl_cli_json_print (builder);
}

static int
extract_one (const char           *path,
             SlReadRequest        *request,
             const SlStudyOptions *options,
             gboolean              json,
             GCancellable         *cancellable)
{
  g_autoptr (SlHelpers) helpers = sl_helpers_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SlStudy) study = NULL;

  if (path == NULL || g_str_equal (path, "-"))
    bytes = sl_cli_read_stdin (SL_LOAD_MAX_BYTES, &error);
  else
    bytes = sl_load_path (path, cancellable, &error);
  if (bytes == NULL)
    return sl_cli_fail (path, error);

  request->bytes = bytes;
  study = sl_study_read (helpers, request, options, cancellable, &error);
  if (study == NULL)
    return sl_cli_fail (path, error);

  print_study (study, json);

  return SL_EXIT_OK;
}

static int
extract_batch (GCancellable *cancellable)
{
  g_autoptr (SlHelpers) helpers = sl_helpers_new ();
  Batch batch = { helpers, cancellable };

  return sl_cli_batch_run (answer, &batch, cancellable);
}

static int
run (int    argc,
     char **argv)
{
  g_autofree char *reference = NULL;
  g_autofree char *language = NULL;
  g_autofree char *url = NULL;
  g_autofree char *type = NULL;
  gboolean json = FALSE;
  gboolean batch = FALSE;
  const GOptionEntry entries[] = {
    { "reference-date", 'r', 0, G_OPTION_ARG_STRING, &reference, N_ ("When it was published, as EDTF"), N_ ("DATE") },
    { "language", 'l', 0, G_OPTION_ARG_STRING, &language, N_ ("Its language, as BCP 47 tag"), N_ ("LANG") },
    { "url", 'u', 0, G_OPTION_ARG_STRING, &url, N_ ("Where it comes from"), N_ ("URL") },
    { "type", 't', 0, G_OPTION_ARG_STRING, &type, N_ ("html or text; found out without it"), N_ ("TYPE") },
    { "json", 'j', 0, G_OPTION_ARG_NONE, &json, N_ ("Print a JSON object"), NULL },
    { "batch", 'b', 0, G_OPTION_ARG_NONE, &batch, N_ ("Read JSON lines from standard input"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GCancellable) cancellable = sl_cli_interrupt ();
  SlReadRequest request = { 0 };
  SlStudyOptions options = { .now = g_get_real_time () / G_USEC_PER_SEC };

  if (!sl_cli_parse (&sl_cli_extract, entries, &argc, &argv))
    return SL_EXIT_USAGE;
  if (argc > (batch ? 1 : 2))
    return sl_cli_usage (&sl_cli_extract, _ ("name one file at most, none with --batch"));
  if (type != NULL && !g_str_equal (type, "html") && !g_str_equal (type, "text"))
    return sl_cli_usage (&sl_cli_extract, _ ("the type is html or text"));
  if (batch)
    return extract_batch (cancellable);

  request.url = url;
  request.type = type;
  request.language = language;
  options.published = reference;
  options.language = language;

  return extract_one (argc == 2 ? argv[1] : NULL, &request, &options, json, cancellable);
}

const SlCliCommand sl_cli_extract = { "extract", "[FILE|-] | --batch", N_ ("Find times, speakers and suggestions in an article, without a case"), run };
