/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "timeline/sl-timeline-item.h"

#include "core/sl-edtf.h"

#define DAY_S 86400

typedef struct
{
  gint64 start;
  gint64 end;
} Core;

/* A date to the day, or finer, and without doubt is as firm as dates in articles get. */
static gboolean
is_firm (const SlEdtf *edtf)
{
  return !edtf->uncertain && !edtf->approximate && edtf->earliest != SL_TIME_MIN && edtf->latest != SL_TIME_MAX
         && edtf->latest - edtf->earliest <= DAY_S;
}

static gboolean
parse_end (const char *string,
           SlEdtf     *edtf)
{
  return *string != '\0' && !g_str_equal (string, "..") && sl_edtf_parse (string, edtf, NULL);
}

/*
 * What lies between the latest begin and the earliest end is certain:
 *
 *   2025-11 / 2026-01-05      |··········|===============|
 *                             1 Nov      1 Dec           6 Jan
 *
 * An open side leaves only the other end.
 */
static Core
core_of_interval (const char *start,
                  const char *end)
{
  SlEdtf a = { 0 };
  SlEdtf b = { 0 };
  gboolean has_a = parse_end (start, &a);
  gboolean has_b = parse_end (end, &b);
  Core core = { 0, 0 };

  if (has_a && has_b)
    core = (Core) { is_firm (&a) ? a.earliest : a.latest, is_firm (&b) ? b.latest : b.earliest };
  else if (has_a && is_firm (&a))
    core = (Core) { a.earliest, a.latest };
  else if (has_b && is_firm (&b))
    core = (Core) { b.earliest, b.latest };

  return core.start < core.end ? core : (Core) { 0, 0 };
}

static Core
core_of (const SlWhen *when)
{
  SlEdtf edtf = { 0 };

  if (when->edtf == NULL || strpbrk (when->edtf, "[{") != NULL)
    return (Core) { 0, 0 };

  g_auto (GStrv) ends = g_strsplit (when->edtf, "/", 2);
  if (ends[0] != NULL && ends[1] != NULL)
    return core_of_interval (ends[0], ends[1]);

  if (sl_edtf_parse (when->edtf, &edtf, NULL) && is_firm (&edtf))
    return (Core) { edtf.earliest, edtf.latest };
  return (Core) { 0, 0 };
}

/**
 * sl_timeline_item_new:
 * @title: stays the caller's and has to outlive the item
 * @when: (nullable): %NULL for undated
 * @lane: index of the lane it stands in
 *
 * Makes an item from the time of an event, with what is certain of it as its core.
 */
SlTimelineItem
sl_timeline_item_new (SlId          id,
                      const char   *title,
                      const SlWhen *when,
                      SlConfidence  confidence,
                      gboolean      contested,
                      guint         lane)
{
  gboolean dated = when != NULL && sl_when_is_dated (when);
  Core core = dated ? core_of (when) : (Core) { 0, 0 };

  return (SlTimelineItem) {
    .id = id,
    .title = title,
    .earliest = when != NULL ? when->earliest : SL_TIME_MIN,
    .latest = when != NULL ? when->latest : SL_TIME_MAX,
    .core_start = core.start,
    .core_end = core.end,
    .lane = lane,
    .confidence = confidence,
    .contested = contested,
    .dated = dated,
  };
}

/**
 * sl_timeline_item_get_anchor:
 *
 * Gives the moment where the glyph of an item stands and by which items are sorted: its earliest
 * second, or the latest one if it has no known begin. Never the middle, which would be a date that
 * nobody has stated.
 *
 * Returns: UTC seconds
 */
gint64
sl_timeline_item_get_anchor (const SlTimelineItem *self)
{
  if (self->earliest != SL_TIME_MIN)
    return self->earliest;
  return self->latest != SL_TIME_MAX ? self->latest - 1 : 0;
}
