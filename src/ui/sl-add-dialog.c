/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-add-dialog.h"

#include <glib/gi18n-lib.h>

#include "core/sl-edtf.h"
#include "ui/sl-intake.h"

/* Height of the dialog with what can be said about a text, and with one switch. */
#define ARTICLE_PX 530
#define SWITCH_PX 410

struct _SlAddDialog
{
  AdwDialog parent_instance;

  SlCaptures *captures;  /* (owned) */

  /* Children of the template. */
  GtkTextView  *text;
  GtkLabel     *found;
  GtkWidget    *feed_group;
  AdwSwitchRow *feed;
  GtkWidget    *mixed_group;
  AdwSwitchRow *only_addresses;
  GtkWidget    *article_group;
  AdwEntryRow  *url;
  AdwEntryRow  *published;
  GtkLabel     *problem;
  GtkWidget    *apply;
};

G_DEFINE_FINAL_TYPE (SlAddDialog, sl_add_dialog, ADW_TYPE_DIALOG)

static char *
dup_text (SlAddDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static char *
dup_row (AdwEntryRow *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static char *
describe (const char *text,
          guint       n_addresses,
          gboolean    only_addresses)
{
  if (*text == '\0')
    return g_strdup (_ ("One web address a line, or the text of an article."));
  if (n_addresses > 0 || only_addresses)
    {
      const guint n_queued = n_addresses > 0 ? n_addresses : sl_intake_count_addresses_within (text);

      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u address will be fetched and archived.",
                                           "%u addresses will be fetched and archived.", n_queued),
                              n_queued);
    }
  return g_strdup (_ ("This is a text: it will be kept exactly as it stands here."));
}

/* What is wrong with what was said about a text, or NULL. */
static char *
dup_problem (SlAddDialog *self)
{
  g_autofree char *url = dup_row (self->url);
  g_autofree char *published = dup_row (self->published);
  SlEdtf edtf;

  if (url != NULL && sl_intake_count_addresses (url) != 1)
    return g_strdup (_ ("The address has to begin with https:// or http://."));
  if (published != NULL && !sl_edtf_parse (published, &edtf, NULL))
    return g_strdup (_ ("Write the date as year, month and day, for example 2025-11-23, or less where less is known."));
  return NULL;
}

static void
show_problem (SlAddDialog *self,
              const char  *problem)
{
  gtk_label_set_text (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
}

static void
changed_cb (SlAddDialog *self)
{
  g_autofree char *text = dup_text (self);
  const guint n_addresses = sl_intake_count_addresses (text);
  const gboolean ambiguous = sl_intake_is_ambiguous (text);
  const gboolean only_addresses = ambiguous && adw_switch_row_get_active (self->only_addresses);
  const gboolean article = *text != '\0' && n_addresses == 0 && !only_addresses;
  g_autofree char *found = describe (text, n_addresses, only_addresses);
  g_autofree char *problem = article ? dup_problem (self) : NULL;

  gtk_label_set_text (self->found, found);
  gtk_widget_set_visible (self->feed_group, n_addresses == 1);
  gtk_widget_set_visible (self->mixed_group, ambiguous);
  gtk_widget_set_visible (self->article_group, article);
  show_problem (self, problem);
  /* As high as what is asked; an open dialog does not follow its content by itself. */
  adw_dialog_set_content_height (ADW_DIALOG (self), article ? ARTICLE_PX : (n_addresses == 1 || ambiguous) ? SWITCH_PX
                                                                                                           : -1);
  gtk_widget_set_sensitive (self->apply, *text != '\0' && problem == NULL);
}

static void
apply_cb (SlAddDialog *self)
{
  g_autofree char *text = dup_text (self);
  g_autofree char *url = dup_row (self->url);
  g_autofree char *published = dup_row (self->published);
  const gboolean addresses = sl_intake_count_addresses (text) > 0
                             || (sl_intake_is_ambiguous (text) && adw_switch_row_get_active (self->only_addresses));

  if (sl_intake_count_addresses (text) == 1 && adw_switch_row_get_active (self->feed))
    sl_captures_add_feed (self->captures, text);
  else if (addresses)
    sl_intake_addresses (self->captures, text);
  else
    sl_intake_article (self->captures, text, url, published);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
import_cb (SlAddDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.import", NULL);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
sl_add_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SL_TYPE_ADD_DIALOG);
  g_clear_object (&SL_ADD_DIALOG (object)->captures);
  G_OBJECT_CLASS (sl_add_dialog_parent_class)->dispose (object);
}

static void
sl_add_dialog_class_init (SlAddDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_add_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sourceline/Sourceline/ui/sl-add-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SlAddDialog, text);
  gtk_widget_class_bind_template_child (widget_class, SlAddDialog, found);
  gtk_widget_class_bind_template_child (widget_class, SlAddDialog, feed_group);
  gtk_widget_class_bind_template_child (widget_class, SlAddDialog, feed);
  gtk_widget_class_bind_template_child (widget_class, SlAddDialog, mixed_group);
  gtk_widget_class_bind_template_child (widget_class, SlAddDialog, only_addresses);
  gtk_widget_class_bind_template_child (widget_class, SlAddDialog, article_group);
  gtk_widget_class_bind_template_child (widget_class, SlAddDialog, url);
  gtk_widget_class_bind_template_child (widget_class, SlAddDialog, published);
  gtk_widget_class_bind_template_child (widget_class, SlAddDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, SlAddDialog, apply);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
}

static void
sl_add_dialog_init (SlAddDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_dialog_set_default_widget (ADW_DIALOG (self), self->apply);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->text));
  g_signal_connect_object (gtk_text_view_get_buffer (self->text), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
}

/**
 * sl_add_dialog_new:
 * @captures: where additions go
 * @text: (nullable): what was entered before
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
sl_add_dialog_new (SlCaptures *captures,
                   const char *text)
{
  SlAddDialog *self = g_object_new (SL_TYPE_ADD_DIALOG, NULL);

  self->captures = g_object_ref (captures);
  if (text != NULL)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), text, -1);
  return ADW_DIALOG (self);
}
