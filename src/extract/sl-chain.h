/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sl-offsets.h"
#include "extract/sl-attribution.h"

G_BEGIN_DECLS

/**
 * SlChains:
 * @attributions: (element-type SlAttribution): those of the text, in order
 * @offsets: positions of the text
 * @outlet: (nullable): who publishes the text; it does not close a chain
 * @outlets: (owned) (element-type int): for each attribution that an outlet speaks in, the one
 *   which introduces that outlet as a reporter; else -1
 * @datelines: (owned) (element-type guint): the attributions that stand for all that follows
 * @credits: (owned) (element-type guint): those that stand for their line
 * @whole: (owned) (element-type guint): those that stand for the whole text
 *
 * What chains are made from.
 */
typedef struct
{
  const char       *text;
  const GPtrArray  *attributions;
  const SlOffsets  *offsets;
  const char       *outlet;
  GArray           *outlets;
  GArray           *datelines;
  GArray           *credits;
  GArray           *whole;
} SlChains;

void       sl_chains_init        (SlChains        *self,
                                  const char      *text,
                                  const GPtrArray *attributions,
                                  const SlOffsets *offsets,
                                  const char      *outlet);
void       sl_chains_clear       (SlChains        *self);
int        sl_chains_find_outlet (const SlChains *self,
                                  guint           index);
gboolean   sl_chains_is_relay    (const SlChains *self,
                                  guint           index);
guint      sl_chains_find_first  (const SlChains *self,
                                  gsize           start);
GArray *sl_chains_find_speakers (const SlChains *self,
                                  SlSpan          passage);
GPtrArray *sl_chains_make        (const SlChains *self,
                                  const GArray   *inner_first,
                                  int             focus,
                                  SlSpan          passage);

G_END_DECLS
