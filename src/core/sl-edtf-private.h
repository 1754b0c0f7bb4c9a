/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sl-edtf.h"

G_BEGIN_DECLS

typedef enum
{
  SL_EDTF_PRECISION_CENTURY,
  SL_EDTF_PRECISION_DECADE,
  SL_EDTF_PRECISION_YEAR,
  SL_EDTF_PRECISION_SEASON,
  SL_EDTF_PRECISION_MONTH,
  SL_EDTF_PRECISION_DAY,
  SL_EDTF_PRECISION_TIME,
} SlEdtfPrecision;

/**
 * SlEdtfDate:
 * @said: what the date says by itself
 * @precision: its smallest component
 * @unspecified: it bears an `X`
 *
 * One date inside an EDTF string.
 */
typedef struct
{
  SlEdtf          said;
  SlEdtfPrecision precision;
  gboolean        unspecified;
} SlEdtfDate;

/**
 * SlEdtfReader:
 * @string: (unowned): the whole string, for messages
 * @at: next byte to read
 * @end: one past the last byte that belongs to the part being read
 *
 * Where reading stands.
 */
typedef struct
{
  const char *string;
  gsize       at;
  gsize       end;
} SlEdtfReader;

gboolean sl_edtf_read_date (SlEdtfReader        *reader,
                            SlEdtfDate          *date,
                            GError             **error);
gboolean sl_edtf_fail      (const SlEdtfReader  *reader,
                            gsize                at,
                            SlEdtfError          code,
                            const char          *reason,
                            GError             **error);

static inline char
sl_edtf_peek (const SlEdtfReader *reader)
{
  return reader->at < reader->end ? reader->string[reader->at] : '\0';
}

static inline gboolean
sl_edtf_take (SlEdtfReader *reader,
              char          byte)
{
  if (sl_edtf_peek (reader) != byte || reader->at >= reader->end)
    return FALSE;
  reader->at++;
  return TRUE;
}

G_END_DECLS
