/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sl-id.h"

G_BEGIN_DECLS

/**
 * SlSelection:
 * @event: the selected event, or %SL_ID_NONE
 * @claim: the selected claim
 * @source: the source that the inspector shows
 * @document: the document of @source whose text is shown
 * @start_cp: first code point of the passage that is pointed at
 * @end_cp: one past its last code point; equal to @start_cp without a passage
 *
 * What the window points at. Any of the keys may be %SL_ID_NONE.
 */
typedef struct
{
  SlId  event;
  SlId  claim;
  SlId  source;
  SlId  document;
  gsize start_cp;
  gsize end_cp;
} SlSelection;

#define SL_SELECTION_NONE ((SlSelection) { SL_ID_NONE, SL_ID_NONE, SL_ID_NONE, SL_ID_NONE, 0, 0 })

G_END_DECLS
