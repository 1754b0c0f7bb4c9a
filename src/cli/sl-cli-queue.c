/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "cli/sl-cli-json.h"
#include "cli/sl-cli-rows.h"
#include "cli/sl-cli.h"
#include "workbench/sl-queue.h"

/* A list of a hundred thousand addresses is shorter. */
#define STDIN_MAX_BYTES (32u * 1024 * 1024)

typedef struct
{
  char     *links;             /* (owned) (nullable): key of a source */
  char     *feed;              /* (owned) (nullable): address */
  int       at_once;
  int       per_host;
  int       pause_msec;
  int       attempts;
  int       backoff_msec;
  int       retry_after_msec;
  gboolean  json;
} Options;

/* ---- add ---------------------------------------------------------------------------------------- */

static gboolean
add_stdin (SlWorkbench   *workbench,
           SlQueueAdded  *added,
           GError       **error)
{
  g_autoptr (GBytes) bytes = sl_cli_read_stdin (STDIN_MAX_BYTES, error);
  g_autofree char *text = bytes != NULL ? g_utf8_make_valid (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) : NULL;

  return text != NULL && sl_queue_add_text (workbench, text, added, error);
}

static gboolean
add_links (SlWorkbench   *workbench,
           const char    *key,
           SlQueueAdded  *added,
           GError       **error)
{
  SlId id;

  return sl_cli_parse_id (key, &id, error) && sl_queue_add_links (workbench, id, added, error);
}

static gboolean
add (SlWorkbench    *workbench,
     const Options  *options,
     char          **urls,
     SlQueueAdded   *added,
     GCancellable   *cancellable,
     GError        **error)
{
  if (options->links != NULL)
    return add_links (workbench, options->links, added, error);
  if (options->feed != NULL)
    return sl_queue_add_feed (workbench, options->feed, added, cancellable, error);
  if (g_strcmp0 (urls[0], "-") == 0)
    return add_stdin (workbench, added, error);

  return sl_queue_add (workbench, (const char *const *) urls, SL_TASK_TYPED, SL_ID_NONE, added, error);
}

static void
print_added (const SlQueueAdded *added,
             gboolean            json)
{
  g_autoptr (JsonBuilder) builder = NULL;

  if (!json)
    {
      g_print (_ ("%u added, %u known already, %u no addresses\n"), added->added, added->known, added->invalid);
      return;
    }

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  sl_cli_json_id (builder, "batch", added->added > 0 ? added->batch : SL_ID_NONE);
  sl_cli_json_int (builder, "added", added->added);
  sl_cli_json_int (builder, "known", added->known);
  sl_cli_json_int (builder, "invalid", added->invalid);
  json_builder_end_object (builder);
  sl_cli_json_print (builder);
}

static int
run_add (SlWorkbench    *workbench,
         const Options  *options,
         char          **arguments,
         GCancellable   *cancellable)
{
  SlQueueAdded added = { 0 };
  g_autoptr (GError) error = NULL;

  if (arguments[0] == NULL && options->links == NULL && options->feed == NULL)
    return sl_cli_usage (&sl_cli_queue, _ ("name addresses, “-” for a text with addresses, --feed or --links"));
  if (!add (workbench, options, arguments, &added, cancellable, &error))
    return sl_cli_fail (NULL, error);

  print_added (&added, options->json);
  return added.invalid > 0 ? SL_EXIT_ERROR : SL_EXIT_OK;
}

/* ---- run ---------------------------------------------------------------------------------------- */

/* On a terminal one line that changes, elsewhere a line for each change. */
static void
progress_cb (double      fraction,
             const char *what,
             gpointer    data)
{
  char **last = data;

  if (g_strcmp0 (*last, what) == 0)
    return;

  g_set_str (last, what);
  if (isatty (STDERR_FILENO))
    g_printerr ("\r\033[K%3.0f %%  %s", 100 * fraction, what);
  else
    g_printerr ("%3.0f %%  %s\n", 100 * fraction, what);
}

static void
print_counts (const SlQueueCounts *counts,
              gboolean             json)
{
  g_autoptr (JsonBuilder) builder = NULL;

  if (!json)
    {
      g_print (_ ("%u captured, %u failed\n"), counts->captured, counts->failed);
      return;
    }

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  sl_cli_json_int (builder, "captured", counts->captured);
  sl_cli_json_int (builder, "failed_now", counts->failed);
  for (int state = 0; state < SL_N_TASK_STATES; state++)
    sl_cli_json_int (builder, sl_task_state_to_string ((SlTaskState) state), counts->tasks[state]);
  json_builder_end_object (builder);
  sl_cli_json_print (builder);
}

static SlQueuePolicy
make_policy (const Options *options)
{
  SlQueuePolicy policy = SL_QUEUE_POLICY_DEFAULT;

  policy.at_once = (guint) CLAMP (options->at_once, 1, 16);
  policy.per_host = (guint) CLAMP (options->per_host, 1, 16);
  policy.pause_msec = (guint) MAX (options->pause_msec, 0);
  policy.max_attempts = (guint) MAX (options->attempts, 1);
  policy.backoff_msec = (guint) MAX (options->backoff_msec, 0);
  policy.retry_after_max_msec = (guint) MAX (options->retry_after_msec, 0);

  return policy;
}

static int
run_run (SlWorkbench    *workbench,
         const Options  *options,
         char          **arguments,
         GCancellable   *cancellable)
{
  SlQueuePolicy policy = make_policy (options);
  g_autofree char *last = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree SlQueueCounts *counts = sl_queue_run (workbench, &policy, progress_cb, &last, cancellable, &error);

  if (last != NULL && isatty (STDERR_FILENO))
    g_printerr ("\n");
  if (counts == NULL)
    return sl_cli_fail (NULL, error);

  print_counts (counts, options->json);
  return counts->failed > 0 ? SL_EXIT_ERROR : SL_EXIT_OK;
}

/* ---- list, cancel, retry, clear ------------------------------------------------------------------------ */

static int
run_list (SlWorkbench    *workbench,
          const Options  *options,
          char          **arguments,
          GCancellable   *cancellable)
{
  SlCase *a_case = sl_workbench_get_case (workbench);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) tasks = sl_case_list_tasks (a_case, NULL, &error);

  if (tasks == NULL)
    return sl_cli_fail (NULL, error);

  for (guint i = 0; i < tasks->len; i++)
    sl_cli_rows_print (sl_cli_rows_find ("tasks"), g_ptr_array_index (tasks, i), options->json);
  return SL_EXIT_OK;
}

typedef gboolean (*ChangeFunc) (SlWorkbench *workbench,
                                SlId id,
                                guint *changed,
                                GError **error);

static int
change (SlWorkbench    *workbench,
        ChangeFunc      func,
        const Options  *options,
        char          **keys)
{
  g_autoptr (GError) error = NULL;
  guint all = 0;

  for (guint i = 0; i == 0 || keys[i] != NULL; i++)
    {
      SlId id = SL_ID_NONE;
      guint changed = 0;

      if ((keys[i] != NULL && !sl_cli_parse_id (keys[i], &id, &error)) || !func (workbench, id, &changed, &error))
        return sl_cli_fail (keys[i], error);
      all += changed;
      if (keys[i] == NULL)
        break;
    }

  g_print (options->json ? "{\"changed\":%u}\n" : "%u\n", all);
  return SL_EXIT_OK;
}

static int
run_cancel (SlWorkbench    *workbench,
            const Options  *options,
            char          **arguments,
            GCancellable   *cancellable)
{
  return change (workbench, sl_queue_cancel, options, arguments);
}

static int
run_retry (SlWorkbench    *workbench,
           const Options  *options,
           char          **arguments,
           GCancellable   *cancellable)
{
  return change (workbench, sl_queue_retry, options, arguments);
}

static int
run_clear (SlWorkbench    *workbench,
           const Options  *options,
           char          **arguments,
           GCancellable   *cancellable)
{
  return change (workbench, sl_queue_clear, options, arguments);
}

static const struct
{
  const char *name;
  int (*run) (SlWorkbench *workbench,
              const Options *options,
              char **arguments,
              GCancellable *cancellable);
} verbs[] = {
  { "add", run_add },
  { "run", run_run },
  { "list", run_list },
  { "cancel", run_cancel },
  { "retry", run_retry },
  { "clear", run_clear },
};

static int
dispatch (char          **argv,
          const Options  *options,
          GCancellable   *cancellable)
{
  g_autoptr (GError) error = NULL;
  SlWorkbench *workbench = NULL;
  int code = SL_EXIT_USAGE;

  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      if (!g_str_equal (argv[2], verbs[i].name))
        continue;
      workbench = sl_cli_open (argv[1], &error);
      if (workbench == NULL)
        return sl_cli_fail (NULL, error);
      code = verbs[i].run (workbench, options, argv + 3, cancellable);
    }
  if (workbench == NULL)
    return sl_cli_usage (&sl_cli_queue, _ ("name a case, and add, run, list, cancel, retry or clear"));

  return sl_cli_close (workbench, &error) ? code : sl_cli_fail (NULL, error);
}

static int
run (int    argc,
     char **argv)
{
  const SlQueuePolicy usual = SL_QUEUE_POLICY_DEFAULT;
  g_autofree char *links = NULL;
  g_autofree char *feed = NULL;
  Options options = { NULL, NULL, (int) usual.at_once, (int) usual.per_host, (int) usual.pause_msec, (int) usual.max_attempts,
                      (int) usual.backoff_msec, (int) usual.retry_after_max_msec, FALSE };
  const GOptionEntry entries[] = {
    { "feed", 0, 0, G_OPTION_ARG_STRING, &feed, N_ ("add: the items of a feed"), N_ ("URL") },
    { "links", 0, 0, G_OPTION_ARG_STRING, &links, N_ ("add: the links in the text of a source"), N_ ("SOURCE") },
    { "at-once", 0, 0, G_OPTION_ARG_INT, &options.at_once, N_ ("run: how many are fetched at the same time (4)"), N_ ("NUMBER") },
    { "per-host", 0, 0, G_OPTION_ARG_INT, &options.per_host, N_ ("run: how many of them from one host (1)"), N_ ("NUMBER") },
    { "pause", 0, 0, G_OPTION_ARG_INT, &options.pause_msec, N_ ("run: how long a host is left alone after an answer (1000)"), N_ ("MILLISECONDS") },
    { "attempts", 0, 0, G_OPTION_ARG_INT, &options.attempts, N_ ("run: how often an address is tried (4)"), N_ ("NUMBER") },
    { "backoff", 0, 0, G_OPTION_ARG_INT, &options.backoff_msec, N_ ("run: how long the second attempt waits, each further one twice as long (5000)"), N_ ("MILLISECONDS") },
    { "obey", 0, 0, G_OPTION_ARG_INT, &options.retry_after_msec, N_ ("run: how long a host may ask us to wait (3600000)"), N_ ("MILLISECONDS") },
    { "json", 'j', 0, G_OPTION_ARG_NONE, &options.json, N_ ("Print one JSON object a line"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GCancellable) cancellable = sl_cli_interrupt ();

  if (!sl_cli_parse (&sl_cli_queue, entries, &argc, &argv))
    return SL_EXIT_USAGE;
  if (argc < 3)
    return sl_cli_usage (&sl_cli_queue, _ ("name a case, and add, run, list, cancel or retry"));

  options.links = links;
  options.feed = feed;

  return dispatch (argv, &options, cancellable);
}

const SlCliCommand sl_cli_queue = { "queue", "CASE add URL…|- | run | list | cancel [ID…] | retry [ID…] | clear [ID…]", N_ ("Capture many addresses, politely"), run };
