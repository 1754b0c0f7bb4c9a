/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-event-pane.h"

#include <glib/gi18n-lib.h>

#include "ui/sl-claim-card.h"
#include "ui/sl-confidence-tag.h"
#include "ui/sl-dialogs.h"
#include "ui/sl-format.h"

struct _SlEventPane
{
  SlPane parent_instance;

  SlEvent *event;  /* (owned) (nullable) */

  /* Children of the template. */
  GtkLabel        *title;
  GtkLabel        *when;
  GtkLabel        *edtf;
  SlConfidenceTag *tag;
  GtkButton       *grade;
  GtkLabel        *reason;
  GtkLabel        *place;
  GtkLabel        *note;
  GtkLabel        *heading;
  GtkBox          *claims;
};

G_DEFINE_FINAL_TYPE (SlEventPane, sl_event_pane, SL_TYPE_PANE)

static void
edit_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  SlEventPane *self = SL_EVENT_PANE (widget);

  if (self->event != NULL)
    sl_dialogs_edit_event (sl_pane_get_session (SL_PANE (self)), self->event, widget);
}

static void
grade_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  SlEventPane *self = SL_EVENT_PANE (widget);

  if (self->event != NULL)
    sl_dialogs_grade (sl_pane_get_session (SL_PANE (self)), self->event->id, self->event->title, widget);
}

static void
remove_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  SlEventPane *self = SL_EVENT_PANE (widget);
  SlSession *session = sl_pane_get_session (SL_PANE (self));
  SlCommand *command = NULL;

  if (self->event == NULL)
    return;
  command = sl_command_new (SL_COMMAND_REMOVE_EVENT, self->event->id);
  sl_session_select_event (session, SL_ID_NONE);
  sl_session_do (session, command, _ ("Event removed; its claims stay"));
}

static void
set_line (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
show_when (SlEventPane *self)
{
  const SlWhen *when = self->event->when;
  g_autofree char *words = sl_format_when (when);
  g_autofree char *small = NULL;

  if (when->edtf != NULL && when->reason != NULL && *when->reason != '\0')
    /* Translators: a time in the notation EDTF, then why it was resolved so. */
    small = g_strdup_printf (C_ ("time of an event", "%s · %s"), when->edtf, _ (when->reason));
  else
    small = g_strdup (when->edtf);
  set_line (self->when, words);
  set_line (self->edtf, small);
}

static void
show_grade (SlEventPane *self)
{
  g_autoptr (SlAssessment) in_force = sl_case_get_grade (sl_pane_get_case (SL_PANE (self)), self->event->id);
  g_autofree char *grade = sl_format_grade (self->event->grade);
  g_autofree char *reason = NULL;

  sl_confidence_tag_set (self->tag, self->event->confidence, self->event->contested);
  gtk_button_set_label (self->grade, grade);
  if (in_force != NULL)
    /* Translators: why a grade was given, then who gave it. */
    reason = g_strdup_printf (C_ ("grade", "%s – %s"), in_force->reason, in_force->by);
  set_line (self->reason, reason);
}

static void
show_claims (SlEventPane *self)
{
  SlSession *session = sl_pane_get_session (SL_PANE (self));
  SlQuery query = SL_QUERY_ALL;
  g_autoptr (GPtrArray) claims = NULL;
  g_autofree char *heading = NULL;
  GtkWidget *child = NULL;
  guint n_claims = 0;

  query.about = self->event->id;
  claims = sl_case_list_claims (sl_session_get_case (session), &query, NULL);
  n_claims = claims != NULL ? claims->len : 0;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->claims))) != NULL)
    gtk_box_remove (self->claims, child);
  for (guint i = 0; i < n_claims; i++)
    gtk_box_append (self->claims, sl_claim_card_new (session, g_ptr_array_index (claims, i), self->event->id));
  heading = n_claims == 0 ? g_strdup (_ ("Rests on no claim"))
                          : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Rests on %u claim", "Rests on %u claims", n_claims), n_claims);
  gtk_label_set_text (self->heading, heading);
}

static void
update (SlPane *pane)
{
  SlEventPane *self = SL_EVENT_PANE (pane);
  SlSession *session = sl_pane_get_session (pane);
  SlCase *from = sl_pane_get_case (pane);
  const SlId id = sl_session_get_selection (session)->event;

  g_clear_pointer (&self->event, sl_event_free);
  if (from != NULL && id != SL_ID_NONE)
    self->event = sl_case_get_event (from, id, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), self->event != NULL);
  if (self->event == NULL)
    return;
  set_line (self->title, self->event->title);
  show_when (self);
  show_grade (self);
  set_line (self->place, self->event->place);
  set_line (self->note, self->event->note);
  show_claims (self);
}

static void
sl_event_pane_selection_changed (SlPane *pane)
{
  const SlEventPane *self = SL_EVENT_PANE (pane);
  const SlId shown = self->event != NULL ? self->event->id : SL_ID_NONE;

  if (shown != sl_session_get_selection (sl_pane_get_session (pane))->event)
    update (pane);
}

static void
sl_event_pane_dispose (GObject *object)
{
  SlEventPane *self = SL_EVENT_PANE (object);

  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SL_TYPE_EVENT_PANE);
  g_clear_pointer (&self->event, sl_event_free);
  G_OBJECT_CLASS (sl_event_pane_parent_class)->dispose (object);
}

static void
sl_event_pane_class_init (SlEventPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SlPaneClass *pane_class = SL_PANE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_event_pane_dispose;
  pane_class->case_changed = update;
  pane_class->selection_changed = sl_event_pane_selection_changed;
  g_type_ensure (SL_TYPE_CONFIDENCE_TAG);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sourceline/Sourceline/ui/sl-event-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, SlEventPane, title);
  gtk_widget_class_bind_template_child (widget_class, SlEventPane, when);
  gtk_widget_class_bind_template_child (widget_class, SlEventPane, edtf);
  gtk_widget_class_bind_template_child (widget_class, SlEventPane, tag);
  gtk_widget_class_bind_template_child (widget_class, SlEventPane, grade);
  gtk_widget_class_bind_template_child (widget_class, SlEventPane, reason);
  gtk_widget_class_bind_template_child (widget_class, SlEventPane, place);
  gtk_widget_class_bind_template_child (widget_class, SlEventPane, note);
  gtk_widget_class_bind_template_child (widget_class, SlEventPane, heading);
  gtk_widget_class_bind_template_child (widget_class, SlEventPane, claims);
  gtk_widget_class_install_action (widget_class, "event.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "event.grade", NULL, grade_cb);
  gtk_widget_class_install_action (widget_class, "event.remove", NULL, remove_cb);
}

static void
sl_event_pane_init (SlEventPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
