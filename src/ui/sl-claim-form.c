/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-claim-form.h"

#include <glib/gi18n-lib.h>

#include "ui/sl-when-row.h"

struct _SlClaimForm
{
  SlForm parent_instance;

  SlCommand *base;   /* (owned): what does not come from the fields */
  SlId       event;

  /* Children of the template. */
  GtkLabel     *quote;
  GtkTextView  *text;
  AdwComboRow  *modality;
  SlWhenRow    *when;
  AdwEntryRow  *note;
  AdwSwitchRow *join;
};

G_DEFINE_FINAL_TYPE (SlClaimForm, sl_claim_form, SL_TYPE_FORM)

static char *
dup_text (SlClaimForm *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static void
update_complete (SlClaimForm *self)
{
  g_autofree char *text = dup_text (self);

  sl_form_set_complete (SL_FORM (self), *text != '\0' && sl_when_row_get_valid (self->when));
}

static void
set_when (SlClaimForm *self,
          SlCommand   *command)
{
  g_free (command->when);
  command->when = sl_when_row_dup_edtf (self->when);
}

static SlCommand *
sl_claim_form_make_command (SlForm *form)
{
  SlClaimForm *self = SL_CLAIM_FORM (form);
  SlCommand *command = sl_command_copy (self->base);

  g_free (command->text);
  command->text = dup_text (self);
  command->modality = (SlModality) adw_combo_row_get_selected (self->modality);
  if (gtk_widget_get_visible (GTK_WIDGET (self->when)))
    set_when (self, command);
  if (gtk_widget_get_visible (GTK_WIDGET (self->note)))
    g_set_str (&command->note, gtk_editable_get_text (GTK_EDITABLE (self->note)));
  if (adw_switch_row_get_active (self->join))
    command->other = self->event;
  return command;
}

static void
sl_claim_form_dispose (GObject *object)
{
  SlClaimForm *self = SL_CLAIM_FORM (object);

  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SL_TYPE_CLAIM_FORM);
  g_clear_pointer (&self->base, sl_command_free);
  G_OBJECT_CLASS (sl_claim_form_parent_class)->dispose (object);
}

static void
sl_claim_form_class_init (SlClaimFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_claim_form_dispose;
  SL_FORM_CLASS (klass)->make_command = sl_claim_form_make_command;
  g_type_ensure (SL_TYPE_WHEN_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sourceline/Sourceline/ui/sl-claim-form.ui");
  gtk_widget_class_bind_template_child (widget_class, SlClaimForm, quote);
  gtk_widget_class_bind_template_child (widget_class, SlClaimForm, text);
  gtk_widget_class_bind_template_child (widget_class, SlClaimForm, modality);
  gtk_widget_class_bind_template_child (widget_class, SlClaimForm, when);
  gtk_widget_class_bind_template_child (widget_class, SlClaimForm, note);
  gtk_widget_class_bind_template_child (widget_class, SlClaimForm, join);
}

static void
sl_claim_form_init (SlClaimForm *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = SL_MODALITY_ASSERTED; i <= SL_MODALITY_CONDITIONAL; i++)
    gtk_string_list_append (kinds, sl_modality_describe ((SlModality) i));
  adw_combo_row_set_model (self->modality, G_LIST_MODEL (kinds));
  g_signal_connect_object (gtk_text_view_get_buffer (self->text), "changed", G_CALLBACK (update_complete), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->when, "notify::valid", G_CALLBACK (update_complete), self, G_CONNECT_SWAPPED);
}

static SlClaimForm *
make (SlCommand  *base,
      const char *text,
      SlModality  modality)
{
  SlClaimForm *self = g_object_new (SL_TYPE_CLAIM_FORM, NULL);

  self->base = base;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), text, -1);
  adw_combo_row_set_selected (self->modality, modality);
  update_complete (self);
  return self;
}

static void
show_quote (SlClaimForm *self,
            const char  *words)
{
  g_autofree char *quoted = g_strdup_printf (C_ ("quote", "“%s”"), words);

  gtk_label_set_text (self->quote, quoted);
  gtk_widget_set_visible (GTK_WIDGET (self->quote), TRUE);
}

/**
 * sl_claim_form_new_for_claim:
 *
 * Returns: (transfer floating): a form that edits @claim
 */
SlForm *
sl_claim_form_new_for_claim (const SlClaim *claim)
{
  SlClaimForm *self = make (sl_command_new (SL_COMMAND_EDIT_CLAIM, claim->id), claim->text, claim->modality);

  gtk_widget_set_visible (GTK_WIDGET (self->note), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->note), claim->note != NULL ? claim->note : "");
  return SL_FORM (self);
}

/**
 * sl_claim_form_new_for_words:
 * @document: where the words stand
 * @words: the words
 * @start_cp: first code point of them
 * @end_cp: one past the last
 *
 * Returns: (transfer floating): a form that makes a claim of words of a document
 */
SlForm *
sl_claim_form_new_for_words (SlId        document,
                             const char *words,
                             gsize       start_cp,
                             gsize       end_cp)
{
  SlCommand *command = sl_command_new (SL_COMMAND_NEW_CLAIM, document);
  SlClaimForm *self = NULL;

  command->start_cp = start_cp;
  command->end_cp = end_cp;
  self = make (command, words, SL_MODALITY_ASSERTED);
  show_quote (self, words);
  gtk_widget_set_visible (GTK_WIDGET (self->when), TRUE);
  return SL_FORM (self);
}

/**
 * sl_claim_form_new_for_suggestion:
 *
 * Returns: (transfer floating): a form that accepts @suggestion in other words
 */
SlForm *
sl_claim_form_new_for_suggestion (const SlSuggestion *suggestion)
{
  SlClaimForm *self = make (sl_command_new (SL_COMMAND_ACCEPT, suggestion->id), suggestion->text, suggestion->modality);

  show_quote (self, suggestion->passage->exact);
  gtk_widget_set_visible (GTK_WIDGET (self->when), TRUE);
  sl_when_row_set_edtf (self->when, suggestion->when->edtf);
  return SL_FORM (self);
}

/**
 * sl_claim_form_offer_event:
 * @event: an event that the claim may join
 * @title: its title
 */
void
sl_claim_form_offer_event (SlClaimForm *self,
                           SlId         event,
                           const char  *title)
{
  g_return_if_fail (SL_IS_CLAIM_FORM (self));
  self->event = event;
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->join), title);
  gtk_widget_set_visible (GTK_WIDGET (self->join), TRUE);
}
