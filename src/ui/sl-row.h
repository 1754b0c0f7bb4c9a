/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workbench/sl-workbench.h"

G_BEGIN_DECLS

/*
 * A place in a list of the case: it holds what stands there now, and emits "changed" when something else does.
 */
#define SL_TYPE_ROW (sl_row_get_type ())
G_DECLARE_FINAL_TYPE (SlRow, sl_row, SL, ROW, GObject)

SlRow              *sl_row_new            (SlList          list,
                                           SlCase         *from);
SlCase             *sl_row_get_case       (SlRow          *self);
SlList              sl_row_get_list       (SlRow          *self);
void                sl_row_take           (SlRow          *self,
                                           gpointer        value,
                                           GDestroyNotify  free_value);
SlId                sl_row_get_id         (SlRow          *self);

/* What it holds; %NULL when the list is of another kind. */
const SlSource     *sl_row_get_source     (SlRow          *self);
const SlClaim      *sl_row_get_claim      (SlRow          *self);
const SlEvent      *sl_row_get_event      (SlRow          *self);
const SlSuggestion *sl_row_get_suggestion (SlRow          *self);
const SlAct        *sl_row_get_act        (SlRow          *self);
const SlCheck      *sl_row_get_check      (SlRow          *self);
const SlTask       *sl_row_get_task       (SlRow          *self);

G_END_DECLS
