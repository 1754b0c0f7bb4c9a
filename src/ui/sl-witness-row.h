/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "core/sl-witness.h"
#include "ui/sl-session.h"

G_BEGIN_DECLS

/*
 * One kind of witness of a case: a switch, and the addresses of those who are asked. Each change is an act.
 */
#define SL_TYPE_WITNESS_ROW (sl_witness_row_get_type ())
G_DECLARE_FINAL_TYPE (SlWitnessRow, sl_witness_row, SL, WITNESS_ROW, AdwExpanderRow)

GtkWidget  *sl_witness_row_new       (SlSession     *session,
                                      SlWitnessKind  kind);
const char *sl_witness_row_kind_name (SlWitnessKind  kind);

G_END_DECLS
