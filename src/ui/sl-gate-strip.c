/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-gate-strip.h"

#include <glib/gi18n-lib.h>

#include "workbench/sl-facts.h"
#include "workbench/sl-gate.h"

struct _SlGateStrip
{
  SlPane parent_instance;

  SlId document;  /* what it speaks of */

  /* Children of the template. */
  GtkImage  *icon;
  GtkLabel  *heading;
  GtkLabel  *reason;
  GtkWidget *buttons;
};

G_DEFINE_FINAL_TYPE (SlGateStrip, sl_gate_strip, SL_TYPE_PANE)

static char *
dup_reason_of_reader (SlCase           *from,
                      const SlDocument *document)
{
  g_autoptr (SlFacts) facts = document->facts_digest != NULL ? sl_facts_load (from, document, NULL) : NULL;

  if (facts != NULL && facts->reason != NULL)
    return g_strdup (facts->reason);
  return g_strdup (_ ("Nothing is pinned to it until you say why it may be quoted."));
}

static void
show_closed (SlGateStrip      *self,
             SlCase           *from,
             const SlDocument *document)
{
  /* Translators: %s is what was captured, e.g. "consent page". */
  g_autofree char *heading = g_strdup_printf (_ ("No article: %s"), sl_gate_describe (document->quality));
  g_autofree char *reason = dup_reason_of_reader (from, document);

  gtk_image_set_from_icon_name (self->icon, "dialog-warning-symbolic");
  gtk_label_set_text (self->heading, heading);
  gtk_label_set_text (self->reason, reason);
  gtk_widget_set_visible (self->buttons, TRUE);
}

static void
show_consent (SlGateStrip      *self,
              const SlDocument *document,
              const SlConsent  *consent)
{
  /* Translators: %s is what was captured, e.g. "consent page". */
  g_autofree char *heading = g_strdup_printf (_ ("Used although no article: %s"), sl_gate_describe (document->quality));
  /* Translators: a reason, then who gave it. */
  g_autofree char *reason = g_strdup_printf (C_ ("consent", "%s (%s)"), consent->reason, consent->by);

  gtk_image_set_from_icon_name (self->icon, "dialog-information-symbolic");
  gtk_label_set_text (self->heading, heading);
  gtk_label_set_text (self->reason, reason);
  gtk_widget_set_visible (self->buttons, FALSE);
}

static gboolean
can_capture (SlCase           *from,
             const SlDocument *document)
{
  g_autoptr (SlSource) source = sl_case_get_source (from, document->source_id, NULL);

  return source != NULL && source->url != NULL && g_str_has_prefix (source->url, "http");
}

static void
update (SlPane *pane)
{
  SlGateStrip *self = SL_GATE_STRIP (pane);
  SlSession *session = sl_pane_get_session (pane);
  SlCase *from = sl_pane_get_case (pane);
  const SlId id = session != NULL ? sl_session_get_selection (session)->document : SL_ID_NONE;
  g_autoptr (SlDocument) document = from != NULL && id != SL_ID_NONE ? sl_case_get_document (from, id, NULL) : NULL;
  g_autoptr (SlConsent) consent = document != NULL ? sl_case_find_consent (from, id) : NULL;
  const gboolean shown = document != NULL && !sl_gate_is_article (document);

  self->document = id;
  if (shown && consent != NULL)
    show_consent (self, document, consent);
  else if (shown)
    show_closed (self, from, document);
  if (shown)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "gate.capture-again", can_capture (from, document));
  gtk_widget_set_visible (GTK_WIDGET (self), shown);
}

static void
capture_again_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.capture-again", NULL);
}

static void
answered_cb (AdwAlertDialog *dialog,
             const char     *response,
             SlGateStrip    *self)
{
  GtkEditable *entry = GTK_EDITABLE (adw_alert_dialog_get_extra_child (dialog));
  const SlId document = *(const SlId *) g_object_get_data (G_OBJECT (dialog), "document");
  SlCommand *command = NULL;

  if (!g_str_equal (response, "apply"))
    return;
  command = sl_command_new (SL_COMMAND_CONSENT, document);
  command->reason = g_strstrip (g_strdup (gtk_editable_get_text (entry)));
  sl_session_do (sl_pane_get_session (SL_PANE (self)), command, _ ("The document may be quoted"));
}

static void
reason_changed_cb (GtkEditable    *entry,
                   AdwAlertDialog *dialog)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_alert_dialog_set_response_enabled (dialog, "apply", *reason != '\0');
}

static void
use_anyway_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  SlGateStrip *self = SL_GATE_STRIP (widget);
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Use It Anyway?"), gtk_label_get_text (self->reason)));
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Why it may be quoted"));
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Why it may be quoted"), -1);
  adw_alert_dialog_set_extra_child (dialog, entry);
  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "apply", _ ("_Use"), NULL);
  adw_alert_dialog_set_response_enabled (dialog, "apply", FALSE);
  adw_alert_dialog_set_default_response (dialog, "apply");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_dialog_set_focus (ADW_DIALOG (dialog), entry);
  g_object_set_data_full (G_OBJECT (dialog), "document", g_memdup2 (&self->document, sizeof self->document), g_free);
  g_signal_connect_object (entry, "changed", G_CALLBACK (reason_changed_cb), dialog, G_CONNECT_DEFAULT);
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, G_CONNECT_DEFAULT);
  adw_dialog_present (ADW_DIALOG (dialog), widget);
}

static void
sl_gate_strip_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SL_TYPE_GATE_STRIP);
  G_OBJECT_CLASS (sl_gate_strip_parent_class)->dispose (object);
}

static void
sl_gate_strip_class_init (SlGateStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_gate_strip_dispose;
  SL_PANE_CLASS (klass)->case_changed = update;
  SL_PANE_CLASS (klass)->selection_changed = update;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sourceline/Sourceline/ui/sl-gate-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, SlGateStrip, icon);
  gtk_widget_class_bind_template_child (widget_class, SlGateStrip, heading);
  gtk_widget_class_bind_template_child (widget_class, SlGateStrip, reason);
  gtk_widget_class_bind_template_child (widget_class, SlGateStrip, buttons);
  gtk_widget_class_install_action (widget_class, "gate.capture-again", NULL, capture_again_cb);
  gtk_widget_class_install_action (widget_class, "gate.use-anyway", NULL, use_anyway_cb);
}

static void
sl_gate_strip_init (SlGateStrip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
