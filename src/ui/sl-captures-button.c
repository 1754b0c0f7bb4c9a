/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-captures-button.h"

#include <glib/gi18n-lib.h>

struct _SlCapturesButton
{
  SlPane parent_instance;

  GSignalGroup *signals;  /* (owned): of the session */
  GtkWidget    *image;    /* (unowned): in the child */
  GtkLabel     *number;   /* (unowned): in the child */
};

G_DEFINE_FINAL_TYPE (SlCapturesButton, sl_captures_button, SL_TYPE_PANE)

/* Failures are what the person has to look after; without any it shows what is still ahead. */
static char *
describe (guint n_failed,
          guint n_ahead)
{
  if (n_failed > 0)
    return g_strdup_printf (ngettext ("Captures: %u failed (Ctrl+J)", "Captures: %u failed (Ctrl+J)", n_failed), n_failed);
  if (n_ahead > 0)
    return g_strdup_printf (ngettext ("Captures: %u ahead (Ctrl+J)", "Captures: %u ahead (Ctrl+J)", n_ahead), n_ahead);
  return g_strdup (_ ("Captures (Ctrl+J)"));
}

static void
update (SlCapturesButton *self)
{
  SlCase *from = sl_pane_get_case (SL_PANE (self));
  GtkWidget *button = adw_bin_get_child (ADW_BIN (self));
  gint64 counts[SL_N_TASK_STATES] = { 0 };
  gint64 total = 0;
  guint n_failed = 0;
  guint n_ahead = 0;
  g_autofree char *words = NULL;
  g_autofree char *number = NULL;

  if (from != NULL)
    sl_case_count_tasks (from, counts, NULL);
  for (guint i = 0; i < SL_N_TASK_STATES; i++)
    total += counts[i];
  n_failed = (guint) counts[SL_TASK_FAILED];
  n_ahead = (guint) (counts[SL_TASK_WAITING] + counts[SL_TASK_RUNNING]);
  words = describe (n_failed, n_ahead);
  number = g_strdup_printf ("%u", n_failed > 0 ? n_failed : n_ahead);

  gtk_widget_set_visible (GTK_WIDGET (self), total > 0);
  gtk_label_set_text (self->number, number);
  gtk_widget_set_visible (GTK_WIDGET (self->number), n_failed + n_ahead > 0);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->image), n_failed > 0 ? "dialog-warning-symbolic" : "folder-download-symbolic");
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
session_changed_cb (SlCapturesButton *self)
{
  g_signal_group_set_target (self->signals, sl_pane_get_session (SL_PANE (self)));
}

static void
sl_captures_button_case_changed (SlPane *pane)
{
  update (SL_CAPTURES_BUTTON (pane));
}

static void
sl_captures_button_dispose (GObject *object)
{
  g_clear_object (&SL_CAPTURES_BUTTON (object)->signals);
  G_OBJECT_CLASS (sl_captures_button_parent_class)->dispose (object);
}

static void
sl_captures_button_class_init (SlCapturesButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_captures_button_dispose;
  SL_PANE_CLASS (klass)->case_changed = sl_captures_button_case_changed;
}

static void
sl_captures_button_init (SlCapturesButton *self)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  self->image = gtk_image_new ();
  self->number = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->number), "numeric");
  gtk_box_append (GTK_BOX (box), self->image);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->number));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.captures");
  gtk_widget_add_css_class (button, "flat");
  adw_bin_set_child (ADW_BIN (self), button);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);

  self->signals = g_signal_group_new (SL_TYPE_SESSION);
  g_signal_group_connect_swapped (self->signals, "queue-changed", G_CALLBACK (update), self);
  g_signal_connect (self, "notify::session", G_CALLBACK (session_changed_cb), NULL);
}
