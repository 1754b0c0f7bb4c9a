/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ui/sl-session.h"

G_BEGIN_DECLS

/*
 * A part of the window that shows something of the session. Its property "session" is bound to that of
 * what it stands in; the virtual functions follow the session.
 */
#define SL_TYPE_PANE (sl_pane_get_type ())
G_DECLARE_DERIVABLE_TYPE (SlPane, sl_pane, SL, PANE, AdwBin)

/**
 * SlPaneClass:
 * @case_changed: an act was done, or another case was opened
 * @selection_changed: the window points at something else
 * @words_changed: the words of the filter are others
 */
struct _SlPaneClass
{
  AdwBinClass parent_class;

  void (*case_changed)      (SlPane *self);
  void (*selection_changed) (SlPane *self);
  void (*words_changed)     (SlPane *self);
};

SlSession *sl_pane_get_session (SlPane     *self);
void       sl_pane_set_session (SlPane     *self,
                                SlSession  *session);
SlCase    *sl_pane_get_case    (SlPane     *self);

G_END_DECLS
