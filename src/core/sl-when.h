/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Open or unknown ends of a time. */
#define SL_TIME_MIN G_MININT64
#define SL_TIME_MAX G_MAXINT64

/**
 * SlWhen:
 * @edtf: (owned) (nullable): the time as an EDTF string; %NULL when undated
 * @earliest: first second it can be, UTC seconds since 1970; %SL_TIME_MIN when open
 * @latest: one past the last second it can be, UTC seconds; %SL_TIME_MAX when open
 * @reason: (owned) (nullable): why it was resolved so, e.g. "weekday fixes the year"; translatable text key
 *
 * When something happened, as vague as the evidence says it.
 *
 * An undated time has no @edtf and is open at both ends unless a bound is known
 * ("not later than publication"), which is a bound and not a date.
 */
typedef struct
{
  char   *edtf;
  gint64  earliest;
  gint64  latest;
  char   *reason;
} SlWhen;

SlWhen  *sl_when_new             (const char    *edtf,
                                  const char    *reason,
                                  GError       **error);
SlWhen  *sl_when_new_undated     (void);
SlWhen  *sl_when_copy            (const SlWhen  *self);
void     sl_when_free            (SlWhen        *self);
gboolean sl_when_is_dated        (const SlWhen  *self);
char    *sl_when_format          (const SlWhen  *self);
char    *sl_when_format_earliest (const SlWhen  *self);
char    *sl_when_format_latest   (const SlWhen  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlWhen, sl_when_free)

G_END_DECLS
