#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SL_EDTF_ERROR (sl_edtf_error_quark ())
GQuark sl_edtf_error_quark (void);

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
 * @uncertain: it bears `?` or `%`
 * @approximate: it bears `~` or `%`
 *
 * What an EDTF string says.
 */
typedef struct
{
  int      level;
  gint64   earliest;
  gint64   latest;
  gboolean uncertain;
  gboolean approximate;
} SlEdtf;

gboolean sl_edtf_parse (const char  *string,
                        SlEdtf      *edtf,
                        GError     **error);

G_END_DECLS
