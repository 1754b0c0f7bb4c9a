/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sl-span.h"
#include "core/sl-when.h"

G_BEGIN_DECLS

typedef enum
{
  SL_TIMEX_DATE,
  SL_TIMEX_TIME,
  SL_TIMEX_DURATION,
  SL_TIMEX_SET,
} SlTimexType;

/**
 * SlTimex:
 * @span: where it stands, bytes
 * @value: (owned): TIMEX3 value ("2025-11-23", "P3D", "PRESENT_REF"); never %NULL
 * @when: (owned): EDTF, bounds and reason; undated for durations, sets and what cannot be placed
 * @is_distance: a duration that only tells how far away the time is that @when names: "vor drei Wochen"
 *
 * One temporal expression found in a text.
 */
typedef struct
{
  SlSpan       span;
  SlTimexType  type;
  char        *value;
  SlWhen      *when;
  gboolean     is_distance;
} SlTimex;

void        sl_timex_free           (SlTimex     *self);
const char *sl_timex_type_to_string (SlTimexType  type);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlTimex, sl_timex_free)

G_END_DECLS
