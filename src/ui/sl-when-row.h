/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* An entry for an EDTF time that says in words what was understood. Property "valid": empty, or a time. */
#define SL_TYPE_WHEN_ROW (sl_when_row_get_type ())
G_DECLARE_FINAL_TYPE (SlWhenRow, sl_when_row, SL, WHEN_ROW, AdwEntryRow)

gboolean sl_when_row_get_valid (SlWhenRow  *self);
char    *sl_when_row_dup_edtf  (SlWhenRow  *self);
void     sl_when_row_set_edtf  (SlWhenRow  *self,
                                const char *edtf);

G_END_DECLS
