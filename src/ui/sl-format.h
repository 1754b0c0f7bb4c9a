/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sl-event.h"
#include "core/sl-source.h"

G_BEGIN_DECLS

/* How the window writes things; the one place for it, so that nothing is put together elsewhere. */
char *sl_format_moment    (gint64          seconds);
char *sl_format_day       (gint64          seconds);
char *sl_format_when      (const SlWhen   *when);
char *sl_format_edtf      (const char     *edtf);
char *sl_format_grade     (SlGrade         grade);
char *sl_format_confidence(SlConfidence    confidence,
                           gboolean        contested);
char *sl_format_source    (const SlSource *source);
char *sl_format_event     (const SlEvent  *event);
void  sl_format_append_part (GString          *line,
                             char             *part);

G_END_DECLS
