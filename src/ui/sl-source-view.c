/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-source-view.h"

#include <glib/gi18n-lib.h>

#include "ui/sl-compare-dialog.h"
#include "ui/sl-dialogs.h"
#include "ui/sl-document-view.h"
#include "ui/sl-format.h"
#include "ui/sl-gate-strip.h"
#include "ui/sl-source-captures-dialog.h"
#include "workbench/sl-gate.h"

struct _SlSourceView
{
  SlPane parent_instance;

  SlSource *source;    /* (owned) (nullable) */
  SlId      document;
  SlId      capture;   /* of the document */

  /* Children of the template. */
  GtkLabel       *title;
  GtkLabel       *subtitle;
  GtkLabel       *captured;
  SlDocumentView *text;
  GtkRevealer    *offer;
  GtkWidget      *new_claim;
  GtkMenuButton  *pin_menu;
};

G_DEFINE_FINAL_TYPE (SlSourceView, sl_source_view, SL_TYPE_PANE)

static char *
dup_selected_words (SlSourceView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
new_claim_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  SlSourceView *self = SL_SOURCE_VIEW (widget);
  g_autofree char *words = NULL;
  gsize start_cp;
  gsize end_cp;

  if (!sl_document_view_get_selection (self->text, &start_cp, &end_cp))
    return;
  words = dup_selected_words (self);
  sl_dialogs_new_claim (sl_pane_get_session (SL_PANE (self)), words, start_cp, end_cp, widget);
}

static void
pin_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  SlSourceView *self = SL_SOURCE_VIEW (widget);
  SlSession *session = sl_pane_get_session (SL_PANE (self));
  g_autoptr (SlCommand) command = sl_command_new (SL_COMMAND_PIN, sl_session_get_selection (session)->claim);

  if (command->id == SL_ID_NONE
      || !sl_document_view_get_selection (self->text, &command->start_cp, &command->end_cp)
      || !sl_stance_parse (g_variant_get_string (parameter, NULL), &command->stance))
    return;
  command->other = self->document;
  sl_session_do (session, g_steal_pointer (&command), _ ("Words pinned to the claim"));
}

static gboolean
has_web_address (SlSourceView *self)
{
  const char *scheme = self->source != NULL && self->source->url != NULL ? g_uri_peek_scheme (self->source->url) : NULL;

  return g_strcmp0 (scheme, "http") == 0 || g_strcmp0 (scheme, "https") == 0;
}

static void
open_url_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  SlSourceView *self = SL_SOURCE_VIEW (widget);
  g_autoptr (GtkUriLauncher) launcher = NULL;

  if (!has_web_address (self))
    return;
  launcher = gtk_uri_launcher_new (self->source->url);
  gtk_uri_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, NULL, NULL);
}

static void
copy_url_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  SlSourceView *self = SL_SOURCE_VIEW (widget);

  if (self->source != NULL && self->source->url != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), self->source->url);
}

static void
capture_again_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.capture-again", NULL);
}

static void
links_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.links", NULL);
}

static void
grade_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  SlSourceView *self = SL_SOURCE_VIEW (widget);

  if (self->source != NULL)
    sl_dialogs_grade (sl_pane_get_session (SL_PANE (self)), self->source->id, self->source->title, widget);
}

static void
details_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.capture-details", "x", SL_SOURCE_VIEW (widget)->capture);
}

static void
witness_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.witness-capture", "x", SL_SOURCE_VIEW (widget)->capture);
}

static void
export_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  SlSourceView *self = SL_SOURCE_VIEW (widget);

  if (self->source != NULL)
    gtk_widget_activate_action (widget, "win.export-source", "x", self->source->id);
}

static void
remove_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  SlSourceView *self = SL_SOURCE_VIEW (widget);
  SlSession *session = sl_pane_get_session (SL_PANE (self));

  if (self->source != NULL)
    sl_session_do (session, sl_command_new (SL_COMMAND_REMOVE_SOURCE, self->source->id), _ ("Source removed; its captures are kept"));
}

/* Why nothing may be pinned to the document, or NULL. */
static char *
dup_reason_against (SlSourceView *self)
{
  SlCase *from = sl_pane_get_case (SL_PANE (self));
  g_autoptr (GError) error = NULL;

  if (from == NULL || self->document == SL_ID_NONE || sl_gate_check (from, self->document, &error))
    return NULL;
  return g_strdup (error->message);
}

static void
compare_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  SlSourceView *self = SL_SOURCE_VIEW (widget);

  if (self->source != NULL)
    sl_compare_dialog_open (sl_pane_get_session (SL_PANE (self)), self->source->id, SL_ID_NONE, SL_ID_NONE, widget);
}

static void
captures_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  SlSourceView *self = SL_SOURCE_VIEW (widget);

  if (self->source != NULL)
    adw_dialog_present (sl_source_captures_dialog_new (sl_pane_get_session (SL_PANE (self)), self->source->id), widget);
}

static void
update_offer (SlSourceView *self)
{
  SlSession *session = sl_pane_get_session (SL_PANE (self));
  const gboolean has_claim = session != NULL && sl_session_get_selection (session)->claim != SL_ID_NONE;
  g_autofree char *against = dup_reason_against (self);
  gboolean has_selection = FALSE;

  g_object_get (self->text, "has-selection", &has_selection, NULL);
  gtk_revealer_set_reveal_child (self->offer, has_selection);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "source.new-claim", has_selection && against == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "source.pin", has_selection && has_claim && against == NULL);
  gtk_widget_set_tooltip_text (self->new_claim, against);
  gtk_widget_set_visible (GTK_WIDGET (self->pin_menu), has_claim);
}

static void
selection_changed_cb (SlSourceView *self)
{
  update_offer (self);
}

static char *
describe_capture (SlSourceView *self,
                  SlCase       *from)
{
  g_autoptr (SlDocument) document = sl_case_get_document (from, self->document, NULL);
  g_autoptr (SlCapture) capture = document != NULL ? sl_case_get_capture (from, document->capture_id, NULL) : NULL;
  g_autofree char *moment = NULL;
  g_autofree char *digest = NULL;

  self->capture = capture != NULL ? capture->id : SL_ID_NONE;
  if (capture == NULL)
    return g_strdup (_ ("No readable capture"));
  moment = sl_format_moment (capture->captured_at / G_USEC_PER_SEC);
  digest = g_strndup (capture->payload_digest, 12);
  /* Translators: when an article was captured, then the beginning of the SHA-256 digest of its bytes. */
  return g_strdup_printf (_ ("Captured %s · SHA-256 %s…"), moment, digest);
}

static void
show_source (SlSourceView *self,
             SlCase       *from)
{
  g_autofree char *subtitle = sl_format_source (self->source);
  g_autofree char *captured = describe_capture (self, from);

  gtk_label_set_text (self->title, self->source->title);
  gtk_label_set_text (self->subtitle, subtitle);
  gtk_label_set_text (self->captured, captured);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), self->source->url);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "source.open-url", has_web_address (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "source.copy-url", self->source->url != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "source.capture-again", has_web_address (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "source.links", self->document != SL_ID_NONE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "source.details", self->capture != SL_ID_NONE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "source.witness", self->capture != SL_ID_NONE);
}

static void
show_text (SlSourceView      *self,
           SlCase            *from,
           const SlSelection *selection)
{
  g_autoptr (GError) error = NULL;

  if (selection->document == SL_ID_NONE)
    {
      sl_document_view_clear (self->text);
      return;
    }
  if (sl_document_view_show (self->text, from, selection->document, &error))
    sl_document_view_point_at (self->text, selection->start_cp, selection->end_cp);
  else
    sl_session_fail (sl_pane_get_session (SL_PANE (self)), _ ("The text of this source could not be read"), error);
}

static void
update (SlPane *pane)
{
  SlSourceView *self = SL_SOURCE_VIEW (pane);
  const SlSelection selection = *sl_session_get_selection (sl_pane_get_session (pane));
  SlCase *from = sl_pane_get_case (pane);

  g_clear_pointer (&self->source, sl_source_free);
  if (from != NULL && selection.source != SL_ID_NONE)
    self->source = sl_case_get_source (from, selection.source, NULL);
  self->document = self->source != NULL ? selection.document : SL_ID_NONE;
  gtk_widget_set_visible (GTK_WIDGET (self), self->source != NULL);
  if (self->source != NULL)
    {
      show_source (self, from);
      show_text (self, from, &selection);
    }
  update_offer (self);
}

static void
sl_source_view_case_changed (SlPane *pane)
{
  SlSourceView *self = SL_SOURCE_VIEW (pane);
  SlCase *from = sl_pane_get_case (pane);

  /* The place in the text stays where the person reads: only the marks are made anew. */
  if (from != NULL && self->document != SL_ID_NONE && self->document == sl_session_get_selection (sl_pane_get_session (pane))->document)
    {
      sl_document_view_show (self->text, from, self->document, NULL);
      update_offer (self);
    }
  else
    update (pane);
}

static void
sl_source_view_dispose (GObject *object)
{
  SlSourceView *self = SL_SOURCE_VIEW (object);

  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SL_TYPE_SOURCE_VIEW);
  g_clear_pointer (&self->source, sl_source_free);
  G_OBJECT_CLASS (sl_source_view_parent_class)->dispose (object);
}

static void
sl_source_view_class_init (SlSourceViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SlPaneClass *pane_class = SL_PANE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_source_view_dispose;
  pane_class->case_changed = sl_source_view_case_changed;
  pane_class->selection_changed = update;
  g_type_ensure (SL_TYPE_DOCUMENT_VIEW);
  g_type_ensure (SL_TYPE_GATE_STRIP);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sourceline/Sourceline/ui/sl-source-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SlSourceView, title);
  gtk_widget_class_bind_template_child (widget_class, SlSourceView, subtitle);
  gtk_widget_class_bind_template_child (widget_class, SlSourceView, captured);
  gtk_widget_class_bind_template_child (widget_class, SlSourceView, text);
  gtk_widget_class_bind_template_child (widget_class, SlSourceView, offer);
  gtk_widget_class_bind_template_child (widget_class, SlSourceView, new_claim);
  gtk_widget_class_bind_template_child (widget_class, SlSourceView, pin_menu);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
  gtk_widget_class_install_action (widget_class, "source.new-claim", NULL, new_claim_cb);
  gtk_widget_class_install_action (widget_class, "source.pin", "s", pin_cb);
  gtk_widget_class_install_action (widget_class, "source.open-url", NULL, open_url_cb);
  gtk_widget_class_install_action (widget_class, "source.copy-url", NULL, copy_url_cb);
  gtk_widget_class_install_action (widget_class, "source.capture-again", NULL, capture_again_cb);
  gtk_widget_class_install_action (widget_class, "source.links", NULL, links_cb);
  gtk_widget_class_install_action (widget_class, "source.compare", NULL, compare_cb);
  gtk_widget_class_install_action (widget_class, "source.captures", NULL, captures_cb);
  gtk_widget_class_install_action (widget_class, "source.grade", NULL, grade_cb);
  gtk_widget_class_install_action (widget_class, "source.details", NULL, details_cb);
  gtk_widget_class_install_action (widget_class, "source.witness", NULL, witness_cb);
  gtk_widget_class_install_action (widget_class, "source.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "source.remove", NULL, remove_cb);
}

static void
sl_source_view_init (SlSourceView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
