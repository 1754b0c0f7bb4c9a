/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-dialogs.h"

#include <glib/gi18n-lib.h>

#include "ui/sl-claim-form.h"
#include "ui/sl-edit-dialog.h"
#include "ui/sl-event-form.h"
#include "ui/sl-grade-form.h"

static void
present (SlSession  *session,
         SlForm     *form,
         const char *title,
         const char *apply,
         const char *told,
         GtkWidget  *parent)
{
  adw_dialog_present (sl_edit_dialog_new (session, form, title, apply, told), parent);
}

/* Lets a new claim join the event that is selected. */
static void
offer_selected_event (SlSession *session,
                      SlForm    *form)
{
  const SlId selected = sl_session_get_selection (session)->event;
  g_autoptr (SlEvent) event = NULL;

  if (selected != SL_ID_NONE)
    event = sl_case_get_event (sl_session_get_case (session), selected, NULL);
  if (event != NULL)
    sl_claim_form_offer_event (SL_CLAIM_FORM (form), event->id, event->title);
}

/**
 * sl_dialogs_edit_claim:
 */
void
sl_dialogs_edit_claim (SlSession     *session,
                       const SlClaim *claim,
                       GtkWidget     *parent)
{
  present (session, sl_claim_form_new_for_claim (claim), _ ("Edit Claim"), _ ("_Save"), NULL, parent);
}

/**
 * sl_dialogs_new_claim:
 * @words: the selected words of the document that the session shows
 * @start_cp: first code point of them
 * @end_cp: one past the last
 */
void
sl_dialogs_new_claim (SlSession  *session,
                      const char *words,
                      gsize       start_cp,
                      gsize       end_cp,
                      GtkWidget  *parent)
{
  const SlId document = sl_session_get_selection (session)->document;
  SlForm *form = sl_claim_form_new_for_words (document, words, start_cp, end_cp);

  offer_selected_event (session, form);
  present (session, form, _ ("New Claim"), _ ("_Add"), _ ("Claim added"), parent);
}

/**
 * sl_dialogs_accept_edited:
 */
void
sl_dialogs_accept_edited (SlSession          *session,
                          const SlSuggestion *suggestion,
                          GtkWidget          *parent)
{
  SlForm *form = sl_claim_form_new_for_suggestion (suggestion);

  offer_selected_event (session, form);
  present (session, form, _ ("Edit and Accept"), _ ("_Accept"), _ ("Suggestion accepted"), parent);
}

/**
 * sl_dialogs_edit_event:
 * @event: (nullable): the event to edit; %NULL makes a new one
 */
void
sl_dialogs_edit_event (SlSession     *session,
                       const SlEvent *event,
                       GtkWidget     *parent)
{
  if (event != NULL)
    present (session, sl_event_form_new (event), _ ("Edit Event"), _ ("_Save"), NULL, parent);
  else
    present (session, sl_event_form_new (NULL), _ ("New Event"), _ ("_Add"), _ ("Event added"), parent);
}

/**
 * sl_dialogs_grade:
 * @target: the outlet, source, claim or event
 * @title: what it is called
 */
void
sl_dialogs_grade (SlSession  *session,
                  SlId        target,
                  const char *title,
                  GtkWidget  *parent)
{
  g_autoptr (SlAssessment) in_force = sl_case_get_grade (sl_session_get_case (session), target);

  present (session, sl_grade_form_new (target, title, in_force), _ ("Grade"), _ ("_Grade"), NULL, parent);
}
