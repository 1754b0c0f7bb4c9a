/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sl-claim.h"
#include "core/sl-event.h"
#include "core/sl-id.h"

G_BEGIN_DECLS

typedef enum
{
  SL_COMMAND_UNDO,
  SL_COMMAND_REDO,
  SL_COMMAND_ACCEPT,            /* id: suggestion; makes claim, pin and event; @other: event to join instead of a new one;
                                 * text: the claim in other words, then with modality and when of the command */
  SL_COMMAND_REJECT,            /* id: suggestion */
  SL_COMMAND_REOPEN,            /* id: suggestion that was rejected */
  SL_COMMAND_GRADE,             /* id: outlet, source, claim or event; text: grade "B2"; reason */
  SL_COMMAND_OVERRIDE_GRADE,    /* the same, although credibility 1 lacks independent origins; reason prints in the report */
  SL_COMMAND_NEW_CLAIM,         /* id: document; start_cp, end_cp; text: the claim; modality; @other: event or none; when */
  SL_COMMAND_EDIT_CLAIM,        /* id: claim; text; modality; note */
  SL_COMMAND_REMOVE_CLAIM,      /* id: claim */
  SL_COMMAND_PIN,               /* id: claim; @other: document; start_cp, end_cp; stance */
  SL_COMMAND_SET_STANCE,        /* id: pin; stance */
  SL_COMMAND_UNPIN,             /* id: pin */
  SL_COMMAND_NEW_EVENT,         /* text: title; when; place; note */
  SL_COMMAND_EDIT_EVENT,        /* id: event; text: title; when; place; note */
  SL_COMMAND_REMOVE_EVENT,      /* id: event; its claims stay */
  SL_COMMAND_JOIN,              /* id: event; @other: claim that it shall rest on too */
  SL_COMMAND_SEPARATE,          /* id: event; @other: claim to take off */
  SL_COMMAND_MERGE_EVENTS,      /* id: event that stays; @other: event whose claims it takes over */
  SL_COMMAND_REMOVE_SOURCE,     /* id: source; captures are kept */
  SL_COMMAND_RENAME_CASE,       /* text: title */
  SL_COMMAND_SET_SCOPE,         /* text: what the case is about, printed on the cover */
  SL_COMMAND_CONSENT,           /* id: document that is no article; reason: why it may be quoted all the same */
  SL_COMMAND_SET_SETTING,       /* text: name of a setting of the case; note: its value, nothing for the program's own */
} SlCommandKind;

/**
 * SlCommand:
 * @text: (owned) (nullable): see the kinds
 * @reason: (owned) (nullable): why, for grades
 * @when: (owned) (nullable): EDTF; %NULL or "" for undated
 *
 * One thing the analyst wants done. Fields a kind does not name are ignored.
 */
typedef struct
{
  SlCommandKind  kind;
  SlId           id;
  SlId           other;
  char          *text;
  char          *reason;
  char          *when;
  char          *place;
  char          *note;
  SlModality     modality;
  SlStance       stance;
  gsize          start_cp;
  gsize          end_cp;
} SlCommand;

SlCommand *sl_command_new  (SlCommandKind    kind,
                            SlId             id);
SlCommand *sl_command_copy (const SlCommand *self);
void       sl_command_free (SlCommand       *self);
/* One line for menus and the audit log, e.g. "Accept suggestion"; translated. */
const char *sl_command_describe (SlCommandKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlCommand, sl_command_free)

G_END_DECLS
