/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/sl-cli-document.h"
#include "cli/sl-cli-json.h"
#include "cli/sl-cli-rows.h"
#include "cli/sl-cli.h"

/* What stands behind the options. */
typedef struct
{
  gboolean   timestamp;
  gboolean   memento;
  gboolean   save;
  gboolean   dry_run;
  gboolean   off;
  gboolean   json;
  char     **timestamp_at;
  char     **memento_at;
  char     **save_at;
  char      *trust;
} Options;

static void
options_clear (Options *options)
{
  g_strfreev (options->timestamp_at);
  g_strfreev (options->memento_at);
  g_strfreev (options->save_at);
  g_free (options->trust);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
name_authorities (SlWorkbench    *workbench,
                  SlWitnessKind   kind,
                  char          **addresses,
                  gboolean        off,
                  GError        **error)
{
  g_autofree char *joined = addresses != NULL ? g_strjoinv (" ", addresses) : NULL;

  return (joined == NULL && !off) || sl_workbench_set_witnesses (workbench, kind, joined, error);
}

static gboolean
set_trust (SlWorkbench  *workbench,
           const char   *path,
           GError      **error)
{
  g_autofree char *pem = NULL;

  return path == NULL
         || (g_file_get_contents (path, &pem, NULL, error) && sl_workbench_set_witness_trust (workbench, pem, error));
}

static gboolean
take_settings (SlWorkbench    *workbench,
               const Options  *options,
               GError        **error)
{
  return set_trust (workbench, options->trust, error)
         && name_authorities (workbench, SL_WITNESS_TIMESTAMP, options->timestamp_at, options->off, error)
         && name_authorities (workbench, SL_WITNESS_MEMENTO, options->memento_at, options->off, error)
         && name_authorities (workbench, SL_WITNESS_SAVED, options->save_at, options->off, error);
}

static void
append_all (GPtrArray  *to,
            char      **from)
{
  for (guint i = 0; from != NULL && from[i] != NULL; i++)
    g_ptr_array_add (to, from[i]);
}

/* To standard error when it is about to happen, to standard output when it is all that was asked for. */
static gboolean
tell_plan (SlCase                  *a_case,
           const SlWitnessRequest  *request,
           gboolean                 dry_run,
           GError                 **error)
{
  g_autoptr (GPtrArray) steps = sl_witness_plan (a_case, request, error);

  for (guint i = 0; steps != NULL && i < steps->len; i++)
    {
      const SlWitnessStep *step = g_ptr_array_index (steps, i);
      g_autofree char *line = g_strdup_printf (_ ("To %s goes %s."), step->address, step->sent);

      if (dry_run)
        g_print ("%s\n", line);
      else
        g_printerr ("%s\n", line);
    }

  return steps != NULL;
}

/**
 * sl_cli_witness_to_json:
 *
 * Adds what somebody outside said to the object that is being built.
 */
void
sl_cli_witness_to_json (JsonBuilder   *builder,
                        gconstpointer  row)
{
  const SlWitness *witness = row;

  sl_cli_json_id (builder, "id", witness->id);
  sl_cli_json_string (builder, "kind", sl_witness_kind_to_string (witness->kind));
  sl_cli_json_id (builder, "capture", witness->capture_id);
  sl_cli_json_int (builder, "sequence", witness->head_sequence);
  sl_cli_json_string (builder, "head", witness->head_hash);
  sl_cli_json_string (builder, "authority", witness->authority);
  sl_cli_json_string (builder, "outcome", sl_witness_outcome_to_string (witness->outcome));
  sl_cli_json_string (builder, "detail", witness->detail);
  sl_cli_json_string (builder, "sha256", witness->digest);
  sl_cli_json_time (builder, "at", witness->at);
}

/**
 * sl_cli_witness_to_text:
 *
 * Returns: (transfer full): a line without the key
 */
char *
sl_cli_witness_to_text (gconstpointer row)
{
  const SlWitness *witness = row;
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (witness->at);
  g_autofree char *at = moment != NULL ? g_date_time_format_iso8601 (moment) : g_strdup ("–");

  return g_strdup_printf ("%s  %-9s  %-9s  %s  %s", at, sl_witness_kind_to_string (witness->kind),
                          sl_witness_outcome_to_string (witness->outcome), witness->authority, witness->detail != NULL ? witness->detail : "–");
}

static int
ask (SlWorkbench            *workbench,
     const SlWitnessRequest *request,
     const Options          *options)
{
  g_autoptr (GCancellable) cancellable = sl_cli_interrupt ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) witnesses = NULL;
  int code = SL_EXIT_OK;

  if (!tell_plan (sl_workbench_get_case (workbench), request, options->dry_run, &error))
    return sl_cli_fail (NULL, error);
  if (options->dry_run)
    return SL_EXIT_OK;

  witnesses = sl_workbench_witness (workbench, request, NULL, NULL, cancellable, &error);
  if (witnesses == NULL)
    return sl_cli_fail (NULL, error);

  for (guint i = 0; i < witnesses->len; i++)
    {
      const SlWitness *witness = g_ptr_array_index (witnesses, i);

      sl_cli_rows_print (sl_cli_rows_find ("witnesses"), witness, options->json);
      if (witness->outcome == SL_WITNESS_REFUSED || witness->outcome == SL_WITNESS_FAILED)
        code = SL_EXIT_ERROR;
    }

  return code;
}

static int
run_options (const char    *path,
             const Options *options,
             GArray        *captures)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlWorkbench) workbench = sl_cli_open (path, &error);
  g_autoptr (GPtrArray) typed = g_ptr_array_new ();
  SlWitnessRequest request = { options->timestamp, options->memento, options->save, (const SlId *) (gpointer) captures->data, captures->len, NULL };
  int code = SL_EXIT_OK;

  if (workbench == NULL || !take_settings (workbench, options, &error))
    return sl_cli_fail (NULL, error);

  append_all (typed, options->timestamp_at);
  append_all (typed, options->memento_at);
  append_all (typed, options->save_at);
  g_ptr_array_add (typed, NULL);
  request.typed = (const char *const *) typed->pdata;
  if (options->timestamp || options->memento || options->save)
    code = ask (workbench, &request, options);
  if (!sl_cli_close (g_steal_pointer (&workbench), &error))
    return sl_cli_fail (NULL, error);

  return code;
}

static int
run (int    argc,
     char **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "timestamp", 't', 0, G_OPTION_ARG_NONE, &options.timestamp, N_ ("Have captures and the history stamped with the time (RFC 3161)"), NULL },
    { "memento", 'm', 0, G_OPTION_ARG_NONE, &options.memento, N_ ("Ask archives for earlier copies (RFC 7089)"), NULL },
    { "save", 's', 0, G_OPTION_ARG_NONE, &options.save, N_ ("Ask archives to make a copy"), NULL },
    { "timestamp-at", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.timestamp_at, N_ ("Name a time-stamping authority"), N_ ("URL") },
    { "memento-at", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.memento_at, N_ ("Name a TimeMap, TimeGate or CDX; {url} stands for the address"), N_ ("URL") },
    { "save-at", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.save_at, N_ ("Name an archive that makes copies"), N_ ("URL") },
    { "trust", 0, 0, G_OPTION_ARG_FILENAME, &options.trust, N_ ("Trust the certificates in FILE for time-stamps, and no others"), N_ ("FILE") },
    { "off", 0, 0, G_OPTION_ARG_NONE, &options.off, N_ ("Forget who was named"), NULL },
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &options.dry_run, N_ ("Say what would be sent to whom, and send nothing"), NULL },
    { "json", 'j', 0, G_OPTION_ARG_NONE, &options.json, N_ ("Print one JSON object an answer"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GArray) captures = g_array_new (FALSE, FALSE, sizeof (SlId));
  g_autoptr (GError) error = NULL;

  if (!sl_cli_parse (&sl_cli_witness, entries, &argc, &argv))
    return SL_EXIT_USAGE;
  if (argc < 2)
    return sl_cli_usage (&sl_cli_witness, _ ("name a case, and what to ask for"));
  for (int i = 2; i < argc; i++)
    {
      SlId id;

      if (!sl_cli_parse_id (argv[i], &id, &error))
        return sl_cli_usage (&sl_cli_witness, error->message);
      g_array_append_val (captures, id);
    }

  return run_options (argv[1], &options, captures);
}

const SlCliCommand sl_cli_witness = { "witness", "CASE [--timestamp] [--memento] [--save] [--dry-run] [CAPTURE…]", N_ ("Have others bear captures out; off until somebody is named"), run };
