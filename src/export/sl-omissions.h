/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "export/sl-report.h"

G_BEGIN_DECLS

/* The number of kinds; they are written in the order of the enumeration. */
#define SL_N_OMISSION_KINDS (SL_OMISSION_LEFT_OUT + 1)

GPtrArray  *sl_omissions_collect   (const SlReport *report);
guint       sl_omissions_count     (GPtrArray      *omissions,
                                    SlOmissionKind  kind);
const char *sl_omissions_get_title (SlOmissionKind  kind);
const char *sl_omissions_get_why   (SlOmissionKind  kind);

G_END_DECLS
