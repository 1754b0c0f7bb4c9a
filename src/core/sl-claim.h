/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sl-grade.h"
#include "core/sl-id.h"

G_BEGIN_DECLS

typedef enum
{
  SL_MODALITY_ASSERTED,
  SL_MODALITY_DENIED,
  SL_MODALITY_ALLEGED,
  SL_MODALITY_PLANNED,
  SL_MODALITY_PREDICTED,
  SL_MODALITY_CONDITIONAL,
} SlModality;

/* What a passage does to a claim. */
typedef enum
{
  SL_STANCE_SUPPORTS,
  SL_STANCE_DISPUTES,
  SL_STANCE_MENTIONS,
} SlStance;

/**
 * SlClaim:
 * @text: (owned): one assertion, never two, in the analyst's words or the source's
 * @note: (owned) (nullable): the analyst's note
 * @grade: the grade in force; filled when read from a case
 * @contested: a passage disputes it; filled when read from a case
 * @passages: how many passages it is pinned to; filled when read from a case
 * @origins: how many independent origins its supporting passages lead to; filled when read
 */
typedef struct
{
  SlId id;
  char *text;
  SlModality modality;
  char *note;
  gint64 created_at;
  SlGrade grade;
  gboolean contested;
  guint passages;
  guint origins;
} SlClaim;

/**
 * SlPin:
 * @chain: (owned) (element-type SlAttributionLink): who says so in this passage, origin first
 *
 * A claim pinned to one passage, with what the passage does to it and who says so there.
 */
typedef struct
{
  SlId id;
  SlId claim_id;
  SlId passage_id;
  SlStance stance;
  GPtrArray *chain;
} SlPin;

SlClaim *sl_claim_new (void);
SlClaim *sl_claim_copy (const SlClaim *self);
void sl_claim_free (SlClaim *self);
SlPin *sl_pin_new (void);
void sl_pin_free (SlPin *self);
const char *sl_modality_to_string (SlModality modality);
const char *sl_modality_describe (SlModality modality);
gboolean sl_modality_parse (const char *string,
                            SlModality *modality);
const char *sl_stance_to_string (SlStance stance);
gboolean sl_stance_parse (const char *string,
                          SlStance *stance);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlClaim, sl_claim_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlPin, sl_pin_free)

G_END_DECLS
