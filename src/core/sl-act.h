/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sl-id.h"

G_BEGIN_DECLS

typedef enum
{
  SL_ACT_DO,      /* something the analyst did; can be undone */
  SL_ACT_UNDO,    /* takes @about back */
  SL_ACT_REDO,    /* does @about again */
  SL_ACT_RECORD,  /* a fact noted (a re-check, an export); cannot be undone */
} SlActKind;

/**
 * SlAct:
 * @sequence: 1 for the first act of the case
 * @about: the act that an undo or redo is about, else %SL_ID_NONE
 * @at: UTC seconds
 * @by: (owned): who
 * @label: (owned): what, one line, e.g. "Accept suggestion"
 * @hash: (owned): SHA-256 (previous hash ‖ header ‖ changeset), hexadecimal
 *
 * One thing the analyst did: the unit of undo, of the audit log and of exchange.
 */
typedef struct
{
  SlId id;
  gint64 sequence;
  SlActKind kind;
  SlId about;
  gint64 at;
  char *by;
  char *label;
  char *hash;
} SlAct;

SlAct *sl_act_new (void);
void sl_act_free (SlAct *self);
const char *sl_act_kind_to_string (SlActKind kind);
gboolean sl_act_kind_parse (const char *string,
                            SlActKind *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlAct, sl_act_free)

G_END_DECLS
