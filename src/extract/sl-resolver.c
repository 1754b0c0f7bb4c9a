/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-resolver.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "extract/sl-work.h"

static void
resolve (SlWork   *work,
         SlAction  action)
{
  switch (action)
    {
    case SL_ACTION_DATE:
      sl_work_resolve_date (work);
      break;
    case SL_ACTION_RELATIVE:
      sl_work_resolve_relative (work);
      break;
    case SL_ACTION_SHIFT:
      sl_work_resolve_shift (work);
      break;
    case SL_ACTION_AHEAD:
      work->tense == SL_TENSE_FUTURE ? sl_work_resolve_shift (work) : sl_work_resolve_duration (work);
      break;
    case SL_ACTION_DISTANCE:
      sl_work_resolve_distance (work);
      break;
    case SL_ACTION_DURATION:
      sl_work_resolve_duration (work);
      break;
    case SL_ACTION_SPAN:
      sl_work_resolve_span (work);
      break;
    case SL_ACTION_SET:
      sl_work_resolve_set (work);
      break;
    case SL_ACTION_CLOCK:
      sl_work_resolve_clock (work);
      break;
    case SL_ACTION_PART:
      sl_work_resolve_part (work);
      break;
    case SL_ACTION_REFERENCE:
      sl_work_resolve_reference (work);
      break;
    case SL_ACTION_SAME:
      sl_work_resolve_same (work);
      break;
    case SL_ACTION_HOLIDAY:
      sl_work_resolve_holiday (work);
      break;
    case SL_ACTION_DECADE:
      sl_work_resolve_decade (work);
      break;
    case SL_ACTION_CENTURY:
      sl_work_resolve_century (work);
      break;
    case SL_ACTION_QUARTER:
      sl_work_resolve_fraction_of_year (work, SL_UNIT_QUARTER, 4);
      break;
    case SL_ACTION_HALF:
      sl_work_resolve_fraction_of_year (work, SL_UNIT_HALF, 2);
      break;
    case SL_ACTION_NONE:
    default:
      break;
    }
}

static SlWhen *
make_when (const SlWork *work)
{
  SlWhen *when = NULL;

  /* Years outside of four digits, and zones EDTF does not know, are told by the value alone. */
  if (work->edtf != NULL)
    when = sl_when_new (work->edtf, work->reason, NULL);
  if (when == NULL)
    {
      when = sl_when_new_undated ();
      when->reason = g_strdup (work->reason);
    }
  return when;
}

/* "2013-11-30" or "2013-11-30TEV", not "2013-W31-WE". */
static gboolean
is_on_day (const char *value)
{
  return strlen (value) >= 10 && g_ascii_isdigit (value[5]) && g_ascii_isdigit (value[8]);
}

/**
 * sl_resolver_resolve:
 * @self: what is known; the focus moves to the time found
 * @match: a match
 * @tense: which way the verb beside it points
 *
 * Places an expression on the calendar, as far as can be known. The rules are those
 * of TIMEX3 for the value; a time of which the year is not known stays without one.
 *
 * Returns: (transfer full) (nullable): the time, without its span; %NULL when the match is none
 */
SlTimex *
sl_resolver_resolve (SlResolver    *self,
                     const SlMatch *match,
                     SlTense        tense)
{
  SlSlots slots;
  SlWork work = { .known = self, .slots = &slots, .tense = tense, .type = SL_TIMEX_DATE };
  SlTimex *timex;

  sl_slots_read (&slots, match);
  self->since_quarter++;
  resolve (&work, match->action);
  if (work.value == NULL)
    {
      g_free (work.edtf);
      return NULL;
    }
  if (work.has_day && !work.compared && work.day.year > 0 && work.day.year < 10000)
    {
      self->has_focus = TRUE;
      self->focus = work.day;
      self->focus_unit = work.unit;
      if (is_on_day (work.value))
        {
          self->has_near = TRUE;
          self->near = work.day;
        }
    }
  timex = g_new0 (SlTimex, 1);
  timex->type = work.type;
  timex->value = g_steal_pointer (&work.value);
  timex->when = make_when (&work);
  timex->is_distance = match->action == SL_ACTION_DISTANCE;
  g_free (work.edtf);
  return timex;
}

/**
 * sl_resolver_is_fixed:
 * @self: what is known
 * @match: a match
 * @day: (out): the day
 *
 * Whether a match is a day whose weekday fixes its year: such a day can lend its year to others of the same text.
 */
gboolean
sl_resolver_is_fixed (SlResolver    *self,
                      const SlMatch *match,
                      SlDay         *day)
{
  SlSlots slots;

  if (match->action != SL_ACTION_DATE && match->action != SL_ACTION_CLOCK && match->action != SL_ACTION_PART)
    return FALSE;
  sl_slots_read (&slots, match);
  if (slots.weekday == 0 || slots.month == 0 || !sl_slot_is_set (slots.day))
    return FALSE;
  if (sl_slot_is_set (slots.year))
    {
      *day = (SlDay) { slots.year, slots.month, slots.day };
      return sl_work_weekday_fits (&slots, *day);
    }
  return sl_work_year_by_weekday (&slots, sl_day_from_seconds (self->now), sl_work_get_limit (self), day);
}
