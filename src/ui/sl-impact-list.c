/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-impact-list.h"

#include <glib/gi18n-lib.h>

#include "ui/sl-confidence-tag.h"
#include "ui/sl-format.h"
#include "workbench/sl-impact.h"

/* More than anybody reads here; the list of claims has them all. */
#define MAX_ROWS 12

struct _SlImpactList
{
  AdwBin parent_instance;

  SlSession *session;  /* (owned) (nullable) */
  GtkBox    *box;      /* (unowned): the child */
};

G_DEFINE_FINAL_TYPE (SlImpactList, sl_impact_list, ADW_TYPE_BIN)

static const char claim_key[] = "sl-claim";
static const char event_key[] = "sl-event";

static void
clicked_cb (GtkButton    *button,
            SlImpactList *self)
{
  const SlId *claim = g_object_get_data (G_OBJECT (button), claim_key);
  const SlId *event = g_object_get_data (G_OBJECT (button), event_key);

  if (claim != NULL)
    sl_session_select_claim (self->session, *claim);
  else if (event != NULL)
    sl_session_select_event (self->session, *event);
  sl_session_reveal (self->session);
}

static GtkWidget *
make_texts (const char *title,
            const char *note)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *caption = gtk_label_new (note);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_label_set_wrap (GTK_LABEL (caption), TRUE);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), caption);
  return box;
}

static GtkWidget *
append_link (SlImpactList *self,
             const char   *title,
             const char   *note,
             SlConfidence  confidence,
             gboolean      contested)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *tag = sl_confidence_tag_new ();

  sl_confidence_tag_set_compact (SL_CONFIDENCE_TAG (tag), TRUE);
  sl_confidence_tag_set (SL_CONFIDENCE_TAG (tag), confidence, contested);
  gtk_widget_set_valign (tag, GTK_ALIGN_START);
  gtk_widget_set_margin_top (tag, 3);
  gtk_box_append (GTK_BOX (box), tag);
  gtk_box_append (GTK_BOX (box), make_texts (title, note));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "impact");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, note,
                                  -1);
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_box_append (self->box, button);
  return button;
}

static char *
note_for (const char         *kind,
          const SlAssessment *grade,
          gboolean            only)
{
  g_autofree char *graded = grade != NULL ? sl_format_grade (grade->grade) : g_strdup (_ ("Not graded"));

  if (only)
    /* Translators: "Claim" or "Event", then its grade. */
    return g_strdup_printf (C_ ("impact", "%s · %s · rests on nothing else"), kind, graded);
  return g_strdup_printf (C_ ("impact", "%s · %s"), kind, graded);
}

static void
append_claim (SlImpactList        *self,
              const SlImpactClaim *impact)
{
  const SlClaim *claim = impact->claim;
  g_autofree char *note = note_for (C_ ("impact", "Claim"), impact->grade, impact->only);
  GtkWidget *link = append_link (self, claim->text, note, sl_credibility_to_confidence (claim->grade.credibility), claim->contested);

  g_object_set_data_full (G_OBJECT (link), claim_key, g_memdup2 (&claim->id, sizeof claim->id), g_free);
}

static void
append_event (SlImpactList        *self,
              const SlImpactEvent *impact)
{
  const SlEvent *event = impact->event;
  g_autofree char *note = note_for (C_ ("impact", "Event"), impact->grade, impact->only);
  GtkWidget *link = append_link (self, event->title, note, event->confidence, event->contested);

  g_object_set_data_full (G_OBJECT (link), event_key, g_memdup2 (&event->id, sizeof event->id), g_free);
}

static void
append_rest (SlImpactList *self,
             guint         rest)
{
  g_autofree char *words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", rest), rest);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (self->box, label);
}

static void
sl_impact_list_dispose (GObject *object)
{
  g_clear_object (&SL_IMPACT_LIST (object)->session);
  G_OBJECT_CLASS (sl_impact_list_parent_class)->dispose (object);
}

static void
sl_impact_list_class_init (SlImpactListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_impact_list_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sl_impact_list_init (SlImpactList *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What rests on it"), -1);
}

/**
 * sl_impact_list_new:
 *
 * Returns: (transfer floating): an empty list
 */
GtkWidget *
sl_impact_list_new (void)
{
  return g_object_new (SL_TYPE_IMPACT_LIST, NULL);
}

/**
 * sl_impact_list_show:
 * @session: with an open case
 * @about: a passage or source
 *
 * Shows what leans on it.
 */
void
sl_impact_list_show (SlImpactList *self,
                     SlSession    *session,
                     SlId          about)
{
  g_autoptr (SlImpact) impact = NULL;
  GtkWidget *child = NULL;
  guint n_items = 0;

  g_return_if_fail (SL_IS_IMPACT_LIST (self));

  g_set_object (&self->session, session);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  impact = sl_impact_new (sl_session_get_case (session), about, NULL);
  if (impact == NULL)
    return;
  n_items = impact->claims->len + impact->events->len;
  for (guint i = 0; i < MIN (impact->claims->len, MAX_ROWS); i++)
    append_claim (self, g_ptr_array_index (impact->claims, i));
  for (guint i = 0; i < MIN (impact->events->len, MAX_ROWS); i++)
    append_event (self, g_ptr_array_index (impact->events, i));
  if (impact->claims->len > MAX_ROWS || impact->events->len > MAX_ROWS)
    append_rest (self, n_items - MIN (impact->claims->len, MAX_ROWS) - MIN (impact->events->len, MAX_ROWS));
}
