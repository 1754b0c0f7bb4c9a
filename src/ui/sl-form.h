/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workbench/sl-command.h"

G_BEGIN_DECLS

/*
 * The fields of a dialog that does one thing to the case. Property "complete": what is needed is filled in.
 */
#define SL_TYPE_FORM (sl_form_get_type ())
G_DECLARE_DERIVABLE_TYPE (SlForm, sl_form, SL, FORM, AdwBin)

/**
 * SlFormClass:
 * @make_command: what to do with what is filled in
 * @refused: the command failed; may show fields that help
 */
struct _SlFormClass
{
  AdwBinClass parent_class;

  SlCommand *(*make_command) (SlForm       *self);
  void       (*refused)      (SlForm       *self,
                              const GError *error);
};

SlCommand *sl_form_make_command (SlForm       *self);
void       sl_form_refused      (SlForm       *self,
                                 const GError *error);
gboolean   sl_form_get_complete (SlForm       *self);
void       sl_form_set_complete (SlForm       *self,
                                 gboolean      complete);

G_END_DECLS
