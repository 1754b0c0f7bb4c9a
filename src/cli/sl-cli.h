/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "workbench/sl-workbench.h"

G_BEGIN_DECLS

/* Exit codes, as the manual page documents them. */
typedef enum
{
  SL_EXIT_OK = 0,
  SL_EXIT_ERROR = 1,
  SL_EXIT_USAGE = 2,
  SL_EXIT_FINDINGS = 3, /* verification found problems */
} SlExit;

/**
 * SlCliCommand:
 * @name: how it is called
 * @arguments: what follows the name in the help
 * @summary: one line, marked for translation
 * @run: takes what follows the program's name, from the command's name on; returns an #SlExit
 *
 * One command of the command line; each lives in a file of its own.
 */
typedef struct
{
  const char *name;
  const char *arguments;
  const char *summary;
  int       (*run) (int    argc,
                    char **argv);
} SlCliCommand;

extern const SlCliCommand sl_cli_new;
extern const SlCliCommand sl_cli_add;
extern const SlCliCommand sl_cli_queue;
extern const SlCliCommand sl_cli_consent;
extern const SlCliCommand sl_cli_list;
extern const SlCliCommand sl_cli_show;
extern const SlCliCommand sl_cli_search;
extern const SlCliCommand sl_cli_accept;
extern const SlCliCommand sl_cli_reject;
extern const SlCliCommand sl_cli_grade;
extern const SlCliCommand sl_cli_recheck;
extern const SlCliCommand sl_cli_triage;
extern const SlCliCommand sl_cli_impact;
extern const SlCliCommand sl_cli_compare;
extern const SlCliCommand sl_cli_verify;
extern const SlCliCommand sl_cli_witness;
extern const SlCliCommand sl_cli_export;
extern const SlCliCommand sl_cli_import;
extern const SlCliCommand sl_cli_undo;
extern const SlCliCommand sl_cli_redo;
extern const SlCliCommand sl_cli_merge;
extern const SlCliCommand sl_cli_extract;
extern const SlCliCommand sl_cli_locate;
extern const SlCliCommand sl_cli_date;

/* What the commands share. */
gboolean      sl_cli_parse       (const SlCliCommand   *command,
                                  const GOptionEntry   *entries,
                                  int                  *argc,
                                  char               ***argv);
int           sl_cli_usage       (const SlCliCommand   *command,
                                  const char           *message);
int           sl_cli_fail        (const char           *about,
                                  const GError         *error);
int           sl_cli_not_yet     (const char           *what);
const char   *sl_cli_who         (void);
SlWorkbench  *sl_cli_open        (const char           *path,
                                  GError              **error);
gboolean      sl_cli_close       (SlWorkbench          *workbench,
                                  GError              **error);
gboolean      sl_cli_parse_id    (const char           *string,
                                  SlId                 *id,
                                  GError              **error);
GCancellable *sl_cli_interrupt   (void);
GBytes       *sl_cli_read_stdin  (gsize                 limit_bytes,
                                  GError              **error);

G_END_DECLS
