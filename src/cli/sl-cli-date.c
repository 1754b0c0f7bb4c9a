/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/sl-cli-batch.h"
#include "cli/sl-cli-json.h"
#include "cli/sl-cli.h"
#include "core/sl-edtf.h"

/* A bound that is not known is null; one that does not exist, because the string says "..", is infinite. */
static void
describe_bounds (JsonBuilder  *builder,
                 const SlWhen *when,
                 const SlEdtf *edtf)
{
  g_autofree char *earliest = edtf->open_start ? g_strdup ("-inf") : sl_when_format_earliest (when);
  g_autofree char *latest = edtf->open_end ? g_strdup ("inf") : sl_when_format_latest (when);

  sl_cli_json_string (builder, "edtf", when->edtf);
  sl_cli_json_string (builder, "earliest", earliest);
  sl_cli_json_string (builder, "latest", latest);
  sl_cli_json_string (builder, "reason", when->reason);
}

static gboolean
describe (JsonBuilder *builder,
          const char  *string)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlWhen) when = NULL;
  SlEdtf edtf;
  gboolean valid = sl_edtf_parse (string, &edtf, &error);

  sl_cli_json_string (builder, "string", string);
  sl_cli_json_boolean (builder, "valid", valid);
  if (!valid)
    {
      sl_cli_json_string (builder, "error", error->message);
      return FALSE;
    }

  when = sl_when_new (string, NULL, NULL);
  sl_cli_json_int (builder, "level", edtf.level);
  describe_bounds (builder, when, &edtf);
  json_builder_set_member_name (builder, "error");
  json_builder_add_null_value (builder);

  return TRUE;
}

static void
answer (JsonObject  *row,
        JsonBuilder *builder,
        gpointer     data)
{
  const char *string = json_object_get_string_member_with_default (row, "string", NULL);

  (void) data;
  if (string != NULL)
    describe (builder, string);
  else
    sl_cli_json_string (builder, "error", _ ("the row has no member “string”"));
}

static int
run_one (const char *string)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  gboolean valid;

  json_builder_begin_object (builder);
  valid = describe (builder, string);
  json_builder_end_object (builder);
  sl_cli_json_print (builder);

  return valid ? SL_EXIT_OK : SL_EXIT_ERROR;
}

static int
run (int    argc,
     char **argv)
{
  gboolean batch = FALSE;
  const GOptionEntry entries[] = {
    { "batch", 'b', 0, G_OPTION_ARG_NONE, &batch, N_ ("Read JSON lines {id, string} from standard input"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!sl_cli_parse (&sl_cli_date, entries, &argc, &argv))
    return SL_EXIT_USAGE;
  if (argc != (batch ? 1 : 2))
    return sl_cli_usage (&sl_cli_date, _ ("give one EDTF string, or --batch"));

  return batch ? sl_cli_batch_run (answer, NULL, NULL) : run_one (argv[1]);
}

const SlCliCommand sl_cli_date = { "date", "STRING | --batch", N_ ("Tell what an EDTF date says"), run };
