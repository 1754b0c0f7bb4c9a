/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-do-private.h"

#include <glib/gi18n-lib.h>

#include "workbench/sl-gate.h"

/* An event's title is one line on the timeline; the claim keeps every word. */
#define TITLE_MAX_CP 140

gboolean
sl_do_require_text (const char  *text,
                    const char  *message,
                    GError     **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));

  if (*stripped != '\0')
    return TRUE;

  g_set_error_literal (error, SL_WORKBENCH_ERROR, SL_WORKBENCH_ERROR_INVALID, message);
  return FALSE;
}

void
sl_do_replace (char       **field,
               const char  *value)
{
  g_free (*field);
  *field = value != NULL && *value != '\0' ? g_strdup (value) : NULL;
}

SlWhen *
sl_do_parse_when (const char  *edtf,
                  GError     **error)
{
  g_autoptr (GError) cause = NULL;
  SlWhen *when;

  if (edtf == NULL || *edtf == '\0')
    return sl_when_new_undated ();

  when = sl_when_new (edtf, _ ("entered by hand"), &cause);
  if (when == NULL)
    g_set_error (error, SL_WORKBENCH_ERROR, SL_WORKBENCH_ERROR_INVALID,
                 _ ("“%s” is not a date that Sourceline understands: %s. Write it as EDTF, for example 2025-11-23, 2025-11 or 2025-11-20/2025-11-25; leave it empty when the date is not known."),
                 edtf, cause->message);

  return when;
}

/* The first line of @text, cut at a word border when it is too long for a title. */
char *
sl_do_make_title (const char *text)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\n\r\t", ' ');
  const char *cut;

  if (g_utf8_strlen (line, -1) <= TITLE_MAX_CP)
    return g_steal_pointer (&line);

  cut = g_utf8_offset_to_pointer (line, TITLE_MAX_CP - 1);
  while (cut > line && *cut != ' ')
    cut = g_utf8_prev_char (cut);
  if (cut == line)
    cut = g_utf8_offset_to_pointer (line, TITLE_MAX_CP - 1);

  return g_strdup_printf ("%.*s…", (int) (cut - line), line);
}

/* Joins the claim to @event_id, or to a new event at @when with @title, or the claim's own words where that is %NULL. */
gboolean
sl_do_place_claim (SlWorkbench    *self,
                   SlId            event_id,
                   const SlClaim  *claim,
                   const char     *title,
                   const SlWhen   *when,
                   GError        **error)
{
  g_autoptr (SlEvent) event = NULL;

  if (event_id != SL_ID_NONE)
    return sl_case_link_claim (sl_workbench_get_case (self), event_id, claim->id, error);

  event = sl_event_new ();
  g_free (event->title);
  event->title = sl_do_make_title (title != NULL && *title != '\0' ? title : claim->text);
  g_clear_pointer (&event->when, sl_when_free);
  event->when = sl_when_copy (when);

  return sl_case_put_event (sl_workbench_get_case (self), event, error)
         && sl_case_link_claim (sl_workbench_get_case (self), event->id, claim->id, error);
}

gboolean
sl_do_pin_claim (SlWorkbench  *self,
                 SlId          claim_id,
                 SlPassage    *passage,
                 SlStance      stance,
                 GPtrArray    *chain,
                 GError      **error)
{
  g_autoptr (SlPin) pin = sl_pin_new ();

  if (!sl_gate_check (sl_workbench_get_case (self), passage->document_id, error))
    return FALSE;
  if (passage->id == SL_ID_NONE && !sl_case_add_passage (sl_workbench_get_case (self), passage, error))
    return FALSE;

  pin->claim_id = claim_id;
  pin->passage_id = passage->id;
  pin->stance = stance;
  if (chain != NULL)
    {
      g_clear_pointer (&pin->chain, g_ptr_array_unref);
      pin->chain = sl_attribution_chain_copy (chain);
    }

  return sl_case_add_pin (sl_workbench_get_case (self), pin, error);
}
