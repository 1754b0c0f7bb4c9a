/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sl-day.h"
#include "extract/sl-patterns.h"
#include "extract/sl-period.h"
#include "extract/sl-timex.h"

G_BEGIN_DECLS

/* Which way the verb beside a time points. */
typedef enum
{
  SL_TENSE_UNKNOWN,
  SL_TENSE_PAST,
  SL_TENSE_FUTURE,
} SlTense;

/**
 * SlResolver:
 * @has_reference: whether @reference, the day of publication, is known
 * @has_instant: whether the time of day of publication is known, too
 * @instant: it, in seconds since midnight; times of day are then told to the second, as it is
 * @now: no day later than this, but for a few weeks, is guessed
 * @has_carrier: whether @carrier, a day of this text whose year is certain, is known;
 *   it lends its year to the days beside it that name none
 * @has_focus: whether @focus, the day last spoken of, is known
 * @has_quarter: whether @quarter, the latest quarter reported on, is known
 * @since_quarter: how many times have been resolved since a quarter was named
 * @focus_unit: what @focus is the first day of
 * @has_near: whether @near, the day last spoken of in the same sentence, is known
 * @narrative: the text tells of another time than that of its publication, so that
 *   the time last spoken of counts more
 *
 * What is known when the expressions of a text are resolved one after the other.
 */
typedef struct
{
  gboolean has_reference;
  SlDay    reference;
  gboolean has_instant;
  int      instant;
  gint64   now;
  gboolean has_carrier;
  SlDay    carrier;
  gboolean has_focus;
  SlDay    focus;
  gboolean has_quarter;
  SlPeriod quarter;
  guint    since_quarter;
  SlUnit   focus_unit;
  gboolean narrative;
  gboolean has_near;
  SlDay    near;
} SlResolver;

SlTimex *sl_resolver_resolve  (SlResolver    *self,
                               const SlMatch *match,
                               SlTense        tense);
gboolean sl_resolver_is_fixed (SlResolver    *self,
                               const SlMatch *match,
                               SlDay         *day);

G_END_DECLS
