/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "extract/sl-resolver.h"
#include "extract/sl-slots.h"

G_BEGIN_DECLS

/* One expression on its way to a result. */
typedef struct
{
  SlResolver    *known;
  const SlSlots *slots;
  SlTense        tense;
  SlTimexType    type;
  char          *value;  /* (owned) (nullable) */
  char          *edtf;   /* (owned) (nullable) */
  const char    *reason; /* (nullable) */
  gboolean       has_day;
  SlDay          day;    /* what it is about, for the focus */
  gboolean       compared; /* named only to compare with: the focus stays */
  SlUnit         unit;   /* what day is the first of */
} SlWork;

static inline gboolean
sl_slot_is_set (int slot)
{
  return slot != SL_SLOT_NONE;
}

const char *sl_work_tense_reason             (const SlWork      *work);
void        sl_work_set_day                  (SlWork            *work,
                                              SlDay              day,
                                              const char        *reason);
void        sl_work_set_period               (SlWork            *work,
                                              SlPeriod           period,
                                              const char        *reason);
void        sl_work_set_unplaced             (SlWork            *work,
                                              const char        *value,
                                              const char        *reason);
gboolean    sl_work_get_anchor               (const SlWork      *work,
                                              gboolean           from_focus,
                                              SlDay             *anchor,
                                              const char       **reason);
gboolean    sl_work_is_focus_exact           (const SlWork      *work,
                                              SlUnit             unit);
void        sl_work_set_near_focus           (SlWork            *work,
                                              SlUnit             unit);
gint64      sl_work_get_narrative_year       (const SlResolver  *known,
                                              int                month);
gint64      sl_work_distance                 (SlDay              a,
                                              SlDay              b);
SlDay       sl_work_nearest_year             (int                month,
                                              int                day,
                                              SlDay              anchor);
gboolean    sl_work_weekday_fits             (const SlSlots     *slots,
                                              SlDay              day);
gboolean    sl_work_year_by_weekday          (const SlSlots     *slots,
                                              SlDay              anchor,
                                              SlDay              limit,
                                              SlDay             *found);
SlDay       sl_work_get_limit                (const SlResolver  *known);
gboolean    sl_work_carry_year               (const SlWork      *work,
                                              int                month,
                                              int                day,
                                              SlDay             *found);
gboolean    sl_work_find_year                (SlWork            *work,
                                              int                month,
                                              gint64            *year,
                                              const char       **reason);
void        sl_work_resolve_date             (SlWork            *work);
void        sl_work_resolve_in_year          (SlWork            *work,
                                              gint64             year,
                                              const char        *reason);
void        sl_work_add_part                 (SlWork            *work);
void        sl_work_resolve_relative_day     (SlWork            *work);
int         sl_work_step_of                  (int                direction);
gboolean    sl_work_is_shorter_than_day      (SlUnit             unit);
void        sl_work_resolve_relative         (SlWork            *work);
void        sl_work_resolve_shift            (SlWork            *work);
void        sl_work_resolve_distance         (SlWork            *work);
void        sl_work_resolve_same             (SlWork            *work);
void        sl_work_resolve_duration         (SlWork            *work);
void        sl_work_resolve_span             (SlWork            *work);
void        sl_work_resolve_set              (SlWork            *work);
void        sl_work_resolve_part             (SlWork            *work);
void        sl_work_set_instant              (SlWork            *work,
                                              int                seconds,
                                              const char        *zone);
void        sl_work_resolve_clock            (SlWork            *work);
void        sl_work_resolve_holiday          (SlWork            *work);
void        sl_work_resolve_decade           (SlWork            *work);
void        sl_work_resolve_century          (SlWork            *work);
void        sl_work_resolve_fraction_of_year (SlWork            *work,
                                              SlUnit             unit,
                                              int                parts);
void        sl_work_resolve_reference        (SlWork            *work);

G_END_DECLS
