/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sl-grade.h"
#include "core/sl-id.h"
#include "core/sl-when.h"

G_BEGIN_DECLS

/**
 * SlEvent:
 * @title: (owned): one line
 * @when: (owned): when it happened, as vague as the evidence
 * @place: (owned) (nullable)
 * @note: (owned) (nullable)
 * @confidence: derived from the grades; filled when read from a case
 * @grade: the grade that @confidence comes from; filled when read
 * @contested: a claim of it is disputed or denied by another passage; filled when read
 * @claims: how many claims it rests on; filled when read
 * @outlets: (owned) (nullable): names of outlets that report it, joined by ", "; filled when read
 *
 * Something that happened, will happen or is said to.
 */
typedef struct
{
  SlId id;
  char *title;
  SlWhen *when;
  char *place;
  char *note;
  SlConfidence confidence;
  SlGrade grade;
  gboolean contested;
  guint claims;
  char *outlets;
} SlEvent;

SlEvent *sl_event_new (void);
SlEvent *sl_event_copy (const SlEvent *self);
void sl_event_free (SlEvent *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlEvent, sl_event_free)

G_END_DECLS
