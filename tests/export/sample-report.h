/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "export/sl-report.h"

G_BEGIN_DECLS

/* Invented reports to try exports on. */
SlReport *sample_report_empty   (void);
SlReport *sample_report_typical (void);
SlReport *sample_report_large   (guint n_events);

G_END_DECLS
