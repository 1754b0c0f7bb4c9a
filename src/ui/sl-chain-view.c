/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-chain-view.h"

#include <glib/gi18n-lib.h>

struct _SlChainView
{
  AdwBin parent_instance;

  GtkWidget *box;       /* (unowned): the child */
  SlSession *session;   /* (owned) (nullable) */
  GPtrArray *chain;     /* (owned) (nullable) (element-type SlAttributionLink) */
  SlId       document;
};

G_DEFINE_FINAL_TYPE (SlChainView, sl_chain_view, ADW_TYPE_BIN)

static void
link_clicked_cb (GtkButton   *button,
                 SlChainView *self)
{
  const guint at = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "sl-link"));
  const SlAttributionLink *link = g_ptr_array_index (self->chain, at);

  sl_session_select_passage (self->session, self->document, link->start_cp, link->end_cp);
  sl_session_reveal (self->session);
}

static const char *
describe_kind (SlSpeakerKind kind)
{
  switch (kind)
    {
    case SL_SPEAKER_NAMED:
      return C_ ("speaker", "Named speaker");
    case SL_SPEAKER_UNNAMED:
      return C_ ("speaker", "Unnamed source");
    case SL_SPEAKER_OUTLET:
      return C_ ("speaker", "Outlet");
    case SL_SPEAKER_DOCUMENT:
      return C_ ("speaker", "Document");
    case SL_SPEAKER_AUTHOR:
      return C_ ("speaker", "The author’s own voice");
    default:
      return "";
    }
}

static GtkWidget *
make_link (SlChainView *self,
           guint        at)
{
  const SlAttributionLink *link = g_ptr_array_index (self->chain, at);
  const gboolean leads = link->start_cp < link->end_cp && self->document != SL_ID_NONE;
  GtkWidget *label = gtk_label_new (link->speaker);
  GtkWidget *widget = leads ? gtk_button_new () : label;
  g_autofree char *tooltip = NULL;

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  gtk_widget_add_css_class (widget, "chain-link");
  if (link->kind == SL_SPEAKER_UNNAMED)
    gtk_widget_add_css_class (widget, "unnamed");
  /* Translators: what kind of speaker it is, then the words of the text that establish the link. */
  tooltip = leads ? g_strdup_printf (C_ ("chain", "%s: “%s”"), describe_kind (link->kind), link->words)
                  : g_strdup (describe_kind (link->kind));
  gtk_widget_set_tooltip_text (widget, tooltip);
  if (!leads)
    return widget;
  gtk_button_set_child (GTK_BUTTON (widget), label);
  gtk_widget_add_css_class (widget, "flat");
  g_object_set_data (G_OBJECT (widget), "sl-link", GUINT_TO_POINTER (at));
  g_signal_connect_object (widget, "clicked", G_CALLBACK (link_clicked_cb), self, G_CONNECT_DEFAULT);
  return widget;
}

static GtkWidget *
make_arrow (void)
{
  GtkWidget *arrow = gtk_label_new ("←");

  gtk_widget_add_css_class (arrow, "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_PROPERTY_LABEL, C_ ("chain", "relayed by"), -1);
  return arrow;
}

static void
rebuild (SlChainView *self)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    adw_wrap_box_remove (ADW_WRAP_BOX (self->box), child);
  for (guint i = 0; self->chain != NULL && i < self->chain->len; i++)
    {
      if (i > 0)
        adw_wrap_box_append (ADW_WRAP_BOX (self->box), make_arrow ());
      adw_wrap_box_append (ADW_WRAP_BOX (self->box), make_link (self, i));
    }
}

static void
sl_chain_view_dispose (GObject *object)
{
  SlChainView *self = SL_CHAIN_VIEW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->chain, g_ptr_array_unref);
  G_OBJECT_CLASS (sl_chain_view_parent_class)->dispose (object);
}

static void
sl_chain_view_class_init (SlChainViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_chain_view_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sl_chain_view_init (SlChainView *self)
{
  self->box = adw_wrap_box_new ();
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (self->box), 4);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (self->box), 2);
  adw_bin_set_child (ADW_BIN (self), self->box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "chain");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Who says so"), -1);
}

/**
 * sl_chain_view_new:
 *
 * Returns: (transfer floating): an empty chain
 */
GtkWidget *
sl_chain_view_new (void)
{
  return g_object_new (SL_TYPE_CHAIN_VIEW, NULL);
}

/**
 * sl_chain_view_set:
 * @session: (nullable): where a link points the window when it is clicked
 * @chain: (nullable) (element-type SlAttributionLink): origin first
 * @document: where the words of the links stand, or %SL_ID_NONE
 */
void
sl_chain_view_set (SlChainView *self,
                   SlSession   *session,
                   GPtrArray   *chain,
                   SlId         document)
{
  g_return_if_fail (SL_IS_CHAIN_VIEW (self));

  g_set_object (&self->session, session);
  g_clear_pointer (&self->chain, g_ptr_array_unref);
  self->chain = chain != NULL ? sl_attribution_chain_copy (chain) : NULL;
  self->document = session != NULL ? document : SL_ID_NONE;
  rebuild (self);
}
