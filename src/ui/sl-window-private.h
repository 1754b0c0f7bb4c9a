/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/sl-captures.h"
#include "ui/sl-case-view.h"
#include "ui/sl-jobs.h"
#include "ui/sl-rechecker.h"
#include "ui/sl-session.h"
#include "ui/sl-start-page.h"
#include "ui/sl-window.h"

G_BEGIN_DECLS

struct _SlWindow
{
  AdwApplicationWindow parent_instance;

  SlSession *session;    /* (owned) */
  SlJobs *jobs;          /* (owned) */
  SlCaptures *captures;  /* (owned) */
  SlRechecker *rechecker; /* (owned) */
  char *path;            /* (owned) (nullable): the case that is open or being opened */
  GtkWidget *add_dialog; /* (unowned) (nullable): cleared when it is closed */

  /* Children of the template. */
  AdwToastOverlay *toasts;
  GtkStack *stack;
  SlStartPage *start;
  SlCaseView *case_view;
};

/* sl-window.c */
void sl_window_start_opening     (SlWindow       *self,
                                  SlOpen          what,
                                  const char     *path_or_title);
void sl_window_leave_case        (SlWindow       *self);
void sl_window_show_failure      (SlWindow       *self,
                                  const char     *heading,
                                  const char     *message);

/* sl-window-actions.c */
void sl_window_class_add_actions (GtkWidgetClass *widget_class);
void sl_window_update_actions    (SlWindow       *self);

/* sl-window-files.c */
void sl_window_choose_case       (SlWindow       *self);
void sl_window_choose_copy       (SlWindow       *self);
void sl_window_choose_pdf        (SlWindow       *self);
void sl_window_choose_imports    (SlWindow       *self);

/* sl-window-intake.c */
void sl_window_add_drop_target   (SlWindow       *self);
void sl_window_paste             (SlWindow       *self);

/* sl-window-captures.c */
void sl_window_follow_captures   (SlWindow       *self);
void sl_window_notify            (SlWindow       *self,
                                  const char     *id,
                                  const char     *title,
                                  const char     *body);

/* sl-window-recheck.c */
void sl_window_add_rechecker     (SlWindow       *self);

G_END_DECLS
