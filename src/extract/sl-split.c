/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-split.h"

#include <string.h>

/* Classes that say the same thing in other words have one kind. */
static SlClass
kind_of (SlClass class_)
{
  switch ((int) class_)
    {
    case SL_CLASS_CLOCK:
    case SL_CLASS_DOT_CLOCK:
    case SL_CLASS_MILITARY_CLOCK:
      return SL_CLASS_HOUR;
    case SL_CLASS_DAY_WORD:
      return SL_CLASS_DAY;
    case SL_CLASS_SHORT_DATE:
      return SL_CLASS_DAY_MONTH;
    case SL_CLASS_SHORT_YEAR:
    case SL_CLASS_SPOKEN_YEAR:
    case SL_CLASS_YEAR_END:
      return SL_CLASS_YEAR;
    case SL_CLASS_ROMAN:
      return SL_CLASS_ORDINAL;
    default:
      return class_;
    }
}

static const SlPatternCapture *
find (const SlMatch *part,
      SlClass        kind)
{
  for (guint i = 0; i < part->n_captures; i++)
    if (kind_of (part->captures[i].class_) == kind)
      return &part->captures[i];
  return NULL;
}

/* The match from its capture @first up to the next of a kind that has come before: "22 April - 25". */
static guint
cut (const SlMatch *match,
     guint          first,
     SlMatch       *part)
{
  guint next = first;

  part->action = match->action;
  part->join = match->join;
  part->rank = match->rank;
  part->first = first == 0 ? match->first : match->captures[first].first;
  part->n_captures = 0;
  while (next < match->n_captures && find (part, kind_of (match->captures[next].class_)) == NULL)
    part->captures[part->n_captures++] = match->captures[next++];
  part->end = next < match->n_captures ? match->captures[next - 1].first + match->captures[next - 1].count : match->end;
  return next;
}

/* What one part can borrow from another: "22-25 April 1951" is in April twice. A time of day also borrows its day. */
static gboolean
is_lent (SlClass  kind,
         gboolean clock)
{
  switch ((int) kind)
    {
    case SL_CLASS_MONTH:
    case SL_CLASS_YEAR:
    case SL_CLASS_SEASON:
    case SL_CLASS_UNIT:
    case SL_CLASS_DIRECTION:
    case SL_CLASS_ERA:
    case SL_CLASS_MERIDIEM:
    case SL_CLASS_ZONE:
      return TRUE;
    case SL_CLASS_DAY:
    case SL_CLASS_WEEKDAY:
    case SL_CLASS_RELATIVE_DAY:
    case SL_CLASS_PART:
    case SL_CLASS_ISO_DATE:
    case SL_CLASS_NUMERIC_DATE:
    case SL_CLASS_DAY_MONTH:
      return clock;
    default:
      return FALSE;
    }
}

static void
borrow (SlMatch       *part,
        const SlMatch *lender)
{
  gboolean clock = find (part, SL_CLASS_HOUR) != NULL;

  for (guint i = 0; i < lender->n_captures && part->n_captures < SL_MATCH_MAX_CAPTURES; i++)
    {
      SlClass kind = kind_of (lender->captures[i].class_);

      if (is_lent (kind, clock) && find (part, kind) == NULL)
        part->captures[part->n_captures++] = lender->captures[i];
    }
}

/* "1983-85": the last digits of a year, behind a year that has them all. */
static void
complete_year (SlMatch       *part,
               const SlMatch *before)
{
  SlPatternCapture *year = (SlPatternCapture *) find (part, SL_CLASS_YEAR);
  const SlPatternCapture *full = find (before, SL_CLASS_YEAR);

  if (year == NULL || full == NULL || year->class_ != SL_CLASS_YEAR_END)
    return;
  year->class_ = SL_CLASS_YEAR;
  year->number.value += full->number.value - full->number.value % 100;
  if (year->number.value < full->number.value)
    year->number.value += 100;
}

/* "November to February 1989" begins in the year before. */
static void
step_back (SlMatch       *part,
           const SlMatch *last)
{
  const SlPatternCapture *month = find (part, SL_CLASS_MONTH), *last_month = find (last, SL_CLASS_MONTH);
  SlPatternCapture *year = (SlPatternCapture *) find (part, SL_CLASS_YEAR);
  const SlPatternCapture *last_year = find (last, SL_CLASS_YEAR);

  if (month != NULL && last_month != NULL && year != NULL && last_year != NULL && month->entry != NULL && last_month->entry != NULL
      && year->first == last_year->first && year->first > month->first && month->entry->value > last_month->entry->value)
    year->number.value--;
}

/**
 * sl_split_match:
 * @match: a match
 * @parts: (out): the times that it tells of, each with its own words
 *
 * Takes "22-25 April 1951" and "1938 and 1939" apart. A new part begins where a kind of capture comes again; what is
 * said only once counts for all parts, such as the month behind two days.
 *
 * Returns: how many parts there are; 1 for most matches
 */
guint
sl_split_match (const SlMatch *match,
                SlMatch        parts[SL_SPLIT_MAX])
{
  guint count = 0, next = 0;

  if (match->join == SL_JOIN_NONE)
    {
      parts[0] = *match;
      return 1;
    }
  while (count < SL_SPLIT_MAX && (next < match->n_captures || count == 0))
    next = cut (match, next, &parts[count++]);
  for (guint i = 1; i < count; i++)
    complete_year (&parts[i], &parts[i - 1]);
  for (guint i = 0; i < count; i++)
    {
      for (guint k = i + 1; k < count; k++)
        borrow (&parts[i], &parts[k]);
      for (guint k = i; k > 0; k--)
        borrow (&parts[i], &parts[k - 1]);
    }
  for (guint i = 0; match->join == SL_JOIN_RANGE && i + 1 < count; i++)
    step_back (&parts[i], &parts[i + 1]);
  return count;
}
