/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "core/sl-day.h"

G_BEGIN_DECLS

#define SL_EDTF_ERROR (sl_edtf_error_quark ())
GQuark sl_edtf_error_quark (void);

/* Longer strings are refused: no time needs more, and a hostile one shall cost little. */
#define SL_EDTF_MAX_LENGTH 1024

typedef enum
{
  SL_EDTF_ERROR_SYNTAX,
  SL_EDTF_ERROR_RANGE,
} SlEdtfError;

/**
 * SlEdtf:
 * @level: 0, 1 or 2: the lowest level of ISO 8601-2 (EDTF, 2019) that the string needs
 * @earliest: first second, UTC; %SL_TIME_MIN when open or unknown
 * @latest: one past the last second, UTC; %SL_TIME_MAX when open or unknown
 * @open_start: nothing bounds it from below: it begins with `..`, which says more than that the beginning is unknown
 * @open_end: nothing bounds it from above
 * @uncertain: it bears `?` or `%`
 * @approximate: it bears `~` or `%`, or only some digits of its year are significant
 *
 * What an EDTF string says.
 *
 * A date or a time without a zone is taken in UTC. Neither qualifiers nor significant digits
 * widen the bounds, which are those of the time stated.
 */
typedef struct
{
  int      level;
  gint64   earliest;
  gint64   latest;
  gboolean open_start;
  gboolean open_end;
  gboolean uncertain;
  gboolean approximate;
} SlEdtf;

gboolean  sl_edtf_parse        (const char  *string,
                                SlEdtf      *edtf,
                                GError     **error);
char     *sl_edtf_format_year  (gint64       year);
char     *sl_edtf_format_month (gint64       year,
                                int          month);
char     *sl_edtf_format_day   (SlDay      day);

G_END_DECLS
