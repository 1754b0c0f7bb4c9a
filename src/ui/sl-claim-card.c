/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-claim-card.h"

#include <glib/gi18n-lib.h>

#include "ui/sl-confidence-tag.h"
#include "ui/sl-dialogs.h"
#include "ui/sl-pin-row.h"

struct _SlClaimCard
{
  AdwBin parent_instance;

  SlSession *session;  /* (owned) */
  SlClaim   *claim;    /* (owned) */
  SlId       event;

  /* Children of the template. */
  SlConfidenceTag *tag;
  GtkLabel        *modality;
  GtkLabel        *text;
  GtkLabel        *note;
  GtkBox          *pins;
};

G_DEFINE_FINAL_TYPE (SlClaimCard, sl_claim_card, ADW_TYPE_BIN)

static void
edit_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  SlClaimCard *self = SL_CLAIM_CARD (widget);

  sl_dialogs_edit_claim (self->session, self->claim, widget);
}

static void
grade_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  SlClaimCard *self = SL_CLAIM_CARD (widget);

  sl_dialogs_grade (self->session, self->claim->id, self->claim->text, widget);
}

static void
separate_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  SlClaimCard *self = SL_CLAIM_CARD (widget);
  SlCommand *command = sl_command_new (SL_COMMAND_SEPARATE, self->event);

  command->other = self->claim->id;
  sl_session_do (self->session, command, _ ("Claim taken off the event"));
}

static void
remove_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  SlClaimCard *self = SL_CLAIM_CARD (widget);

  sl_session_do (self->session, sl_command_new (SL_COMMAND_REMOVE_CLAIM, self->claim->id), _ ("Claim removed"));
}

static void
sl_claim_card_dispose (GObject *object)
{
  SlClaimCard *self = SL_CLAIM_CARD (object);

  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SL_TYPE_CLAIM_CARD);
  g_clear_object (&self->session);
  g_clear_pointer (&self->claim, sl_claim_free);
  G_OBJECT_CLASS (sl_claim_card_parent_class)->dispose (object);
}

static void
sl_claim_card_class_init (SlClaimCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_claim_card_dispose;
  g_type_ensure (SL_TYPE_CONFIDENCE_TAG);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sourceline/Sourceline/ui/sl-claim-card.ui");
  gtk_widget_class_bind_template_child (widget_class, SlClaimCard, tag);
  gtk_widget_class_bind_template_child (widget_class, SlClaimCard, modality);
  gtk_widget_class_bind_template_child (widget_class, SlClaimCard, text);
  gtk_widget_class_bind_template_child (widget_class, SlClaimCard, note);
  gtk_widget_class_bind_template_child (widget_class, SlClaimCard, pins);
  gtk_widget_class_install_action (widget_class, "claim.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "claim.grade", NULL, grade_cb);
  gtk_widget_class_install_action (widget_class, "claim.separate", NULL, separate_cb);
  gtk_widget_class_install_action (widget_class, "claim.remove", NULL, remove_cb);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sl_claim_card_init (SlClaimCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_pins (SlClaimCard *self)
{
  SlQuery query = SL_QUERY_ALL;
  g_autoptr (GPtrArray) pins = NULL;

  query.about = self->claim->id;
  pins = sl_case_list_pins (sl_session_get_case (self->session), &query, NULL);
  for (guint i = 0; pins != NULL && i < pins->len; i++)
    gtk_box_append (self->pins, sl_pin_row_new (self->session, g_ptr_array_index (pins, i)));
}

static void
show_claim (SlClaimCard *self)
{
  const SlClaim *claim = self->claim;
  const gboolean has_note = claim->note != NULL && *claim->note != '\0';

  sl_confidence_tag_set (self->tag, sl_credibility_to_confidence (claim->grade.credibility), claim->contested);
  gtk_label_set_text (self->modality, sl_modality_describe (claim->modality));
  gtk_label_set_text (self->text, claim->text);
  gtk_label_set_text (self->note, has_note ? claim->note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), has_note);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, claim->text, -1);
}

/**
 * sl_claim_card_new:
 * @session: with an open case
 * @claim: what to show
 * @event: the event that rests on it, or %SL_ID_NONE
 *
 * Returns: (transfer floating): the card
 */
GtkWidget *
sl_claim_card_new (SlSession     *session,
                   const SlClaim *claim,
                   SlId           event)
{
  SlClaimCard *self = g_object_new (SL_TYPE_CLAIM_CARD, NULL);

  self->session = g_object_ref (session);
  self->claim = sl_claim_copy (claim);
  self->event = event;
  show_claim (self);
  add_pins (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "claim.separate", event != SL_ID_NONE);
  return GTK_WIDGET (self);
}
