/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/sl-cli-document.h"
#include "cli/sl-cli.h"

static gboolean
consent (SlWorkbench  *workbench,
         SlId          id,
         const char   *reason,
         GError      **error)
{
  g_autoptr (SlDocument) document = sl_cli_document_find (sl_workbench_get_case (workbench), id, error);
  g_autoptr (SlCommand) command = NULL;
  char made[SL_ID_STRING_SIZE];

  if (document == NULL)
    return FALSE;

  command = sl_command_new (SL_COMMAND_CONSENT, document->id);
  command->reason = g_strdup (reason);
  if (sl_workbench_do (workbench, command, error) == SL_ID_NONE)
    return FALSE;

  g_print ("%s\n", sl_id_format (document->id, made));
  return TRUE;
}

static int
run (int    argc,
     char **argv)
{
  g_autofree char *reason = NULL;
  const GOptionEntry entries[] = {
    { "reason", 'r', 0, G_OPTION_ARG_STRING, &reason, N_ ("Why it may be quoted; required"), N_ ("TEXT") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  SlWorkbench *workbench;
  SlId id;
  int code;

  if (!sl_cli_parse (&sl_cli_consent, entries, &argc, &argv))
    return SL_EXIT_USAGE;
  if (argc != 3 || reason == NULL)
    return sl_cli_usage (&sl_cli_consent, _ ("name a case, the key of a document, capture or source, and a reason"));
  if (!sl_cli_parse_id (argv[2], &id, &error))
    return sl_cli_fail (NULL, error);

  workbench = sl_cli_open (argv[1], &error);
  if (workbench == NULL)
    return sl_cli_fail (NULL, error);

  code = consent (workbench, id, reason, &error) ? SL_EXIT_OK : sl_cli_fail (NULL, error);
  g_clear_error (&error);

  return sl_cli_close (workbench, &error) ? code : sl_cli_fail (NULL, error);
}

const SlCliCommand sl_cli_consent = { "consent", "CASE DOCUMENT --reason TEXT", N_ ("Allow quoting a document that is no article (a paywall stub, …)"), run };
