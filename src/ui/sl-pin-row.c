/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-pin-row.h"

#include <glib/gi18n-lib.h>

#include "ui/sl-chain-view.h"
#include "ui/sl-format.h"

struct _SlPinRow
{
  AdwBin parent_instance;

  SlSession *session;   /* (owned) */
  SlId       document;
  gsize      start_cp;
  gsize      end_cp;

  /* Children of the template. */
  GtkLabel    *quote;
  GtkLabel    *stance;
  GtkLabel    *source;
  GtkLabel    *verdict;
  SlChainView *chain;
};

G_DEFINE_FINAL_TYPE (SlPinRow, sl_pin_row, ADW_TYPE_BIN)

static void
quote_clicked_cb (SlPinRow *self)
{
  sl_session_select_passage (self->session, self->document, self->start_cp, self->end_cp);
  sl_session_reveal (self->session);
}

static const char *
describe_stance (SlStance stance)
{
  switch (stance)
    {
    case SL_STANCE_DISPUTES:
      return C_ ("passage", "Disputes");
    case SL_STANCE_MENTIONS:
      return C_ ("passage", "Mentions");
    case SL_STANCE_SUPPORTS:
    default:
      return C_ ("passage", "Supports");
    }
}

static void
show_passage (SlPinRow        *self,
              const SlPassage *passage)
{
  /* Translators: %s are the exact words of a source. */
  g_autofree char *quoted = g_strdup_printf (C_ ("quote", "“%s”"), passage->exact);

  self->document = passage->document_id;
  self->start_cp = passage->start_cp;
  self->end_cp = passage->end_cp;
  gtk_label_set_text (self->quote, quoted);
}

static void
show_source (SlPinRow *self)
{
  SlCase *from = sl_session_get_case (self->session);
  g_autoptr (SlDocument) document = sl_case_get_document (from, self->document, NULL);
  g_autoptr (SlSource) source = document != NULL ? sl_case_get_source (from, document->source_id, NULL) : NULL;
  g_autofree char *words = source != NULL ? sl_format_source (source) : NULL;

  gtk_label_set_text (self->source, words != NULL ? words : "");
}

static void
show_verdict (SlPinRow *self,
              SlId      passage)
{
  SlQuery query = SL_QUERY_ALL;
  g_autoptr (GPtrArray) checks = NULL;
  const SlCheck *last = NULL;
  g_autofree char *when = NULL;

  query.about = passage;
  checks = sl_case_list_checks (sl_session_get_case (self->session), &query, NULL);
  for (guint i = 0; checks != NULL && i < checks->len; i++)
    {
      const SlCheck *check = g_ptr_array_index (checks, i);

      if (last == NULL || check->at >= last->at)
        last = check;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->verdict), last != NULL);
  if (last == NULL)
    return;
  when = sl_format_moment (last->at);
  gtk_label_set_text (self->verdict, sl_verdict_describe (last->verdict));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->verdict), when);
  if (last->verdict != SL_VERDICT_VERBATIM)
    gtk_widget_add_css_class (GTK_WIDGET (self->verdict), "warning");
}

static void
sl_pin_row_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SL_TYPE_PIN_ROW);
  g_clear_object (&SL_PIN_ROW (object)->session);
  G_OBJECT_CLASS (sl_pin_row_parent_class)->dispose (object);
}

static void
sl_pin_row_class_init (SlPinRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_pin_row_dispose;
  g_type_ensure (SL_TYPE_CHAIN_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sourceline/Sourceline/ui/sl-pin-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SlPinRow, quote);
  gtk_widget_class_bind_template_child (widget_class, SlPinRow, stance);
  gtk_widget_class_bind_template_child (widget_class, SlPinRow, source);
  gtk_widget_class_bind_template_child (widget_class, SlPinRow, verdict);
  gtk_widget_class_bind_template_child (widget_class, SlPinRow, chain);
  gtk_widget_class_bind_template_callback (widget_class, quote_clicked_cb);
  gtk_widget_class_set_css_name (widget_class, "pinrow");
}

static void
sl_pin_row_init (SlPinRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sl_pin_row_new:
 * @session: with an open case
 * @pin: what to show
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
sl_pin_row_new (SlSession   *session,
                const SlPin *pin)
{
  SlPinRow *self = g_object_new (SL_TYPE_PIN_ROW, NULL);
  g_autoptr (SlPassage) passage = sl_case_get_passage (sl_session_get_case (session), pin->passage_id, NULL);

  self->session = g_object_ref (session);
  gtk_label_set_text (self->stance, describe_stance (pin->stance));
  gtk_widget_add_css_class (GTK_WIDGET (self->stance), sl_stance_to_string (pin->stance));
  if (passage != NULL)
    {
      show_passage (self, passage);
      show_source (self);
      show_verdict (self, passage->id);
    }
  sl_chain_view_set (self->chain, session, pin->chain, self->document);
  return GTK_WIDGET (self);
}
