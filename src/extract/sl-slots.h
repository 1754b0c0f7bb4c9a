/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "extract/sl-patterns.h"
#include "extract/sl-period.h"

G_BEGIN_DECLS

/* A number that a match does not have. */
#define SL_SLOT_NONE G_MININT

/**
 * SlSlots:
 * @part: (nullable): "MO", "AF", … or "T24:00"
 * @reference: (nullable): "PRESENT_REF", …
 * @holiday: (nullable): rule of the holiday
 * @frequency: (nullable): TIMEX3 duration
 * @zone: (nullable): "+02:00"
 * @count: how many; -1 for some
 * @counted: whether a number states @count
 * @from_focus: @relative_day counts from the day spoken of before
 * @seconds: time of day, -1 for none
 * @past: minutes to be added to @seconds, negative for "a quarter to"
 *
 * What the captures of a match say, each at its place.
 */
typedef struct
{
  int         weekday;
  int         day;
  int         month;
  int         year;
  int         season;
  int         relative_day;
  gboolean    from_focus;
  int         direction;
  int         sign;
  int         ordinal;
  int         decade;
  gint64      count;
  gboolean    counted;
  int         tenths;
  int         seconds;
  int         past;
  gboolean    minutes_stated;
  SlUnit      unit;
  SlThird     third;
  const char *part;
  const char *reference;
  const char *holiday;
  const char *frequency;
  const char *zone;
  gboolean    before_era;
  gboolean    era_stated;
} SlSlots;

void sl_slots_read (SlSlots       *self,
                    const SlMatch *match);

G_END_DECLS
