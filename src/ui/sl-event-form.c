/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-event-form.h"

#include "ui/sl-when-row.h"

struct _SlEventForm
{
  SlForm parent_instance;

  SlId event;

  /* Children of the template. */
  AdwEntryRow *title;
  SlWhenRow   *when;
  AdwEntryRow *place;
  AdwEntryRow *note;
};

G_DEFINE_FINAL_TYPE (SlEventForm, sl_event_form, SL_TYPE_FORM)

static char *
dup_field (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static void
update_complete (SlEventForm *self)
{
  g_autofree char *title = dup_field (self->title);

  sl_form_set_complete (SL_FORM (self), *title != '\0' && sl_when_row_get_valid (self->when));
}

static SlCommand *
sl_event_form_make_command (SlForm *form)
{
  SlEventForm *self = SL_EVENT_FORM (form);
  SlCommand *command = sl_command_new (self->event != SL_ID_NONE ? SL_COMMAND_EDIT_EVENT : SL_COMMAND_NEW_EVENT, self->event);

  command->text = dup_field (self->title);
  command->when = sl_when_row_dup_edtf (self->when);
  command->place = dup_field (self->place);
  command->note = dup_field (self->note);
  return command;
}

static void
sl_event_form_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SL_TYPE_EVENT_FORM);
  G_OBJECT_CLASS (sl_event_form_parent_class)->dispose (object);
}

static void
sl_event_form_class_init (SlEventFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_event_form_dispose;
  SL_FORM_CLASS (klass)->make_command = sl_event_form_make_command;
  g_type_ensure (SL_TYPE_WHEN_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sourceline/Sourceline/ui/sl-event-form.ui");
  gtk_widget_class_bind_template_child (widget_class, SlEventForm, title);
  gtk_widget_class_bind_template_child (widget_class, SlEventForm, when);
  gtk_widget_class_bind_template_child (widget_class, SlEventForm, place);
  gtk_widget_class_bind_template_child (widget_class, SlEventForm, note);
}

static void
sl_event_form_init (SlEventForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->title, "changed", G_CALLBACK (update_complete), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->when, "notify::valid", G_CALLBACK (update_complete), self, G_CONNECT_SWAPPED);
}

static void
set_field (AdwEntryRow *row,
           const char  *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

/**
 * sl_event_form_new:
 * @event: (nullable): the event to edit; %NULL makes a new one
 *
 * Returns: (transfer floating): the form
 */
SlForm *
sl_event_form_new (const SlEvent *event)
{
  SlEventForm *self = g_object_new (SL_TYPE_EVENT_FORM, NULL);

  if (event != NULL)
    {
      self->event = event->id;
      set_field (self->title, event->title);
      set_field (self->place, event->place);
      set_field (self->note, event->note);
      sl_when_row_set_edtf (self->when, event->when->edtf);
    }
  update_complete (self);
  return SL_FORM (self);
}
