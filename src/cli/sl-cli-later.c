/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/sl-cli.h"

/* Commands of the design whose use cases a later version brings. */
static int
run (int    argc,
     char **argv)
{
  (void) argc;

  return sl_cli_not_yet (argv[0]);
}

const SlCliCommand sl_cli_merge = { "merge", "CASE OTHER", N_ ("Take in another analyst’s acts"), run };
