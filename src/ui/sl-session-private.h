/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/sl-session.h"

G_BEGIN_DECLS

struct _SlSession
{
  GObject parent_instance;

  SlWorkbench *workbench; /* (owned) (nullable) */
  SlSelection selection;
  char *words; /* (owned) */
  char *view;  /* (owned) */
  SlGrouping grouping;
};

void sl_session_set_workbench (SlSession   *self,
                               SlWorkbench *workbench);

G_END_DECLS
