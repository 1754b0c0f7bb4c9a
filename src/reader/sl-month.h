/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SlMonthNames:
 *
 * Names of the Gregorian months in one language and in English.
 */
typedef struct _SlMonthNames SlMonthNames;

SlMonthNames *sl_month_names_new (const char *language);

void sl_month_names_free (SlMonthNames *self);

int sl_month_names_match (const SlMonthNames *self,
                          const char        **at);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlMonthNames, sl_month_names_free)

G_END_DECLS
