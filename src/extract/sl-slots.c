/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-slots.h"

#include <string.h>

static void
read_date_number (SlSlots *self,
                  gint64   number)
{
  self->year = (int) (number / 10000);
  self->month = (int) (number / 100 % 100);
  self->day = (int) (number % 100);
}

static void
read_number (SlSlots                *self,
             const SlPatternCapture *capture)
{
  switch ((int) capture->class_)
    {
    case SL_CLASS_DAY:
    case SL_CLASS_DAY_WORD:
      /* "The night from 29 to 30 August" is that of the first. */
      if (self->day == SL_SLOT_NONE)
        self->day = (int) capture->number.value;
      break;
    case SL_CLASS_YEAR:
    case SL_CLASS_SHORT_YEAR:
    case SL_CLASS_SPOKEN_YEAR:
    case SL_CLASS_YEAR_END:
      self->year = (int) capture->number.value;
      break;
    case SL_CLASS_ISO_DATE:
    case SL_CLASS_NUMERIC_DATE:
      read_date_number (self, capture->number.value);
      break;
    case SL_CLASS_ORDINAL:
    case SL_CLASS_INDEX:
      self->ordinal = (int) capture->number.value;
      break;
    case SL_CLASS_DECADE:
      self->decade = (int) capture->number.value;
      break;
    case SL_CLASS_CLOCK:
    case SL_CLASS_DOT_CLOCK:
    case SL_CLASS_MILITARY_CLOCK:
      self->seconds = (int) capture->number.value;
      self->minutes_stated = TRUE;
      break;
    case SL_CLASS_MINUTE:
      self->past += (int) capture->number.value;
      break;
    case SL_CLASS_MONTH_NUMBER:
      self->month = (int) capture->number.value;
      break;
    case SL_CLASS_DAY_MONTH:
    case SL_CLASS_SHORT_DATE:
      self->month = (int) (capture->number.value / 100);
      self->day = (int) (capture->number.value % 100);
      break;
    case SL_CLASS_HOUR:
      self->seconds = (int) capture->number.value * 3600;
      break;
    default:
      self->count = capture->number.value;
      self->counted = TRUE;
      self->tenths = capture->number.tenths;
    }
}

static void
read_meridiem (SlSlots *self,
               int      offset)
{
  if (self->seconds < 0 || self->seconds >= 13 * 3600)
    return;
  self->seconds = self->seconds % (12 * 3600) + offset * 3600;
}

static int
season_from_name (const char *name)
{
  static const char *const seasons[] = { "SP", "SU", "FA", "WI" };

  for (int i = 0; i < 4; i++)
    if (strcmp (seasons[i], name) == 0)
      return i;
  return SL_SLOT_NONE;
}

static void
read_third (SlSlots    *self,
            const char *name)
{
  if (strcmp (name, "START") == 0)
    self->third = SL_THIRD_EARLY;
  else if (strcmp (name, "MID") == 0)
    self->third = SL_THIRD_MIDDLE;
  else if (strcmp (name, "END") == 0)
    self->third = SL_THIRD_LATE;
}

/* "0NI" is tonight: a day and a part of it; "1F" is the day after the one spoken of before. */
static void
read_relative_day (SlSlots          *self,
                   const SlLexEntry *entry)
{
  gsize digits = strspn (entry->text, "+-0123456789");

  self->relative_day = (int) entry->value;
  self->from_focus = entry->text[digits] == 'F';
  if (self->from_focus)
    digits++;
  if (entry->text[digits] != '\0')
    self->part = entry->text + digits;
}

/* "-1 year" is last year. */
static void
read_relative_period (SlSlots          *self,
                      const SlLexEntry *entry)
{
  const char *unit = strchr (entry->text, ' ');

  self->direction = (int) entry->value;
  self->unit = unit != NULL ? sl_unit_from_name (unit + 1) : SL_UNIT_NONE;
}

static void
read_date_word (SlSlots          *self,
                SlClass           class_,
                const SlLexEntry *entry)
{
  switch ((int) class_)
    {
    case SL_CLASS_WEEKDAY:
      self->weekday = (int) entry->value;
      break;
    case SL_CLASS_MONTH:
    case SL_CLASS_MONTH_ADJECTIVE:
      if (self->month == 0)
        self->month = (int) entry->value;
      break;
    case SL_CLASS_SEASON:
      self->season = season_from_name (entry->text);
      break;
    case SL_CLASS_RELATIVE_PERIOD:
      read_relative_period (self, entry);
      break;
    case SL_CLASS_RELATIVE_DAY:
      read_relative_day (self, entry);
      break;
    case SL_CLASS_DIRECTION:
      self->direction = (int) entry->value;
      break;
    case SL_CLASS_SIGN:
      self->sign = (int) entry->value;
      break;
    case SL_CLASS_ROMAN:
      self->ordinal = (int) entry->value;
      break;
    case SL_CLASS_DECADE_NAME:
      self->decade = (int) entry->value;
      break;
    case SL_CLASS_ERA:
      self->before_era = entry->value < 0;
      self->era_stated = TRUE;
      break;
    case SL_CLASS_MODIFIER:
      read_third (self, entry->text);
      break;
    default:
      break;
    }
}

static void
read_word (SlSlots          *self,
           SlClass           class_,
           const SlLexEntry *entry)
{
  switch ((int) class_)
    {
    case SL_CLASS_UNIT:
    case SL_CLASS_UNIT_ADJECTIVE:
      self->unit = sl_unit_from_name (entry->text);
      break;
    case SL_CLASS_UNITS:
      self->unit = sl_unit_from_name (entry->text);
      if (!self->counted)
        self->count = -1;
      break;
    case SL_CLASS_VAGUE_NUMBER:
      self->count = -1;
      self->counted = TRUE;
      break;
    case SL_CLASS_PART:
      self->part = entry->text;
      break;
    case SL_CLASS_REFERENCE:
      self->reference = entry->text;
      break;
    case SL_CLASS_HOLIDAY:
      self->holiday = entry->text;
      break;
    case SL_CLASS_FREQUENCY:
    case SL_CLASS_LENGTH:
      self->frequency = entry->text;
      break;
    case SL_CLASS_ZONE:
      self->zone = entry->text;
      break;
    case SL_CLASS_FRACTION:
      self->tenths = (int) entry->value;
      break;
    case SL_CLASS_MINUTES:
      self->past += (int) entry->value;
      break;
    case SL_CLASS_MERIDIEM:
      read_meridiem (self, (int) entry->value);
      break;
    default:
      read_date_word (self, class_, entry);
    }
}

/**
 * sl_slots_read:
 * @self: (out): slots
 * @match: a match
 *
 * Sorts the captures of a match by what they say.
 */
void
sl_slots_read (SlSlots       *self,
               const SlMatch *match)
{
  *self = (SlSlots) {
    .day = SL_SLOT_NONE,
    .year = SL_SLOT_NONE,
    .season = SL_SLOT_NONE,
    .relative_day = SL_SLOT_NONE,
    .direction = SL_SLOT_NONE,
    .sign = SL_SLOT_NONE,
    .ordinal = SL_SLOT_NONE,
    .decade = SL_SLOT_NONE,
    .count = 1,
    .seconds = -1,
  };
  for (guint i = 0; i < match->n_captures; i++)
    {
      const SlPatternCapture *capture = &match->captures[i];

      if (capture->entry != NULL)
        read_word (self, capture->class_, capture->entry);
      else
        read_number (self, capture);
    }
  /* "October, 1st" */
  if (self->month > 0 && self->day == SL_SLOT_NONE && self->ordinal != SL_SLOT_NONE)
    self->day = self->ordinal;
  /* Any number is a year where its era is stated. */
  if (self->era_stated && self->year == SL_SLOT_NONE && self->counted && self->count > 0 && self->count < 10000)
    self->year = (int) self->count;
}
