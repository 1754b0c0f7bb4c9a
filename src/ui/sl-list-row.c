/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-list-row.h"

#include "ui/sl-confidence-tag.h"

struct _SlListRow
{
  AdwBin parent_instance;

  /* Children of the template. */
  SlConfidenceTag *tag;
  GtkImage        *icon;
  GtkLabel        *title;
  GtkLabel        *subtitle;
  GtkLabel        *note;
};

G_DEFINE_FINAL_TYPE (SlListRow, sl_list_row, ADW_TYPE_BIN)

static void
sl_list_row_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SL_TYPE_LIST_ROW);
  G_OBJECT_CLASS (sl_list_row_parent_class)->dispose (object);
}

static void
sl_list_row_class_init (SlListRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_list_row_dispose;
  g_type_ensure (SL_TYPE_CONFIDENCE_TAG);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sourceline/Sourceline/ui/sl-list-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SlListRow, tag);
  gtk_widget_class_bind_template_child (widget_class, SlListRow, icon);
  gtk_widget_class_bind_template_child (widget_class, SlListRow, title);
  gtk_widget_class_bind_template_child (widget_class, SlListRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, SlListRow, note);
  gtk_widget_class_set_css_name (widget_class, "listrow");
}

static void
sl_list_row_init (SlListRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sl_list_row_new:
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
sl_list_row_new (void)
{
  return g_object_new (SL_TYPE_LIST_ROW, NULL);
}

static void
set_line (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/**
 * sl_list_row_set_title:
 */
void
sl_list_row_set_title (SlListRow  *self,
                       const char *title)
{
  g_return_if_fail (SL_IS_LIST_ROW (self));
  set_line (self->title, title);
}

/**
 * sl_list_row_set_subtitle:
 * @subtitle: (nullable): the second line
 */
void
sl_list_row_set_subtitle (SlListRow  *self,
                          const char *subtitle)
{
  g_return_if_fail (SL_IS_LIST_ROW (self));
  set_line (self->subtitle, subtitle);
}

/**
 * sl_list_row_set_note:
 * @note: (nullable): a short note at the end
 */
void
sl_list_row_set_note (SlListRow  *self,
                      const char *note)
{
  g_return_if_fail (SL_IS_LIST_ROW (self));
  set_line (self->note, note);
}

/**
 * sl_list_row_set_icon:
 * @icon_name: (nullable): an icon at the start
 */
void
sl_list_row_set_icon (SlListRow  *self,
                      const char *icon_name)
{
  g_return_if_fail (SL_IS_LIST_ROW (self));
  gtk_image_set_from_icon_name (self->icon, icon_name);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), icon_name != NULL);
}

/**
 * sl_list_row_set_confidence:
 *
 * Shows the sign of a confidence tag at the start.
 */
void
sl_list_row_set_confidence (SlListRow    *self,
                            SlConfidence  confidence,
                            gboolean      contested)
{
  g_return_if_fail (SL_IS_LIST_ROW (self));
  sl_confidence_tag_set (self->tag, confidence, contested);
  gtk_widget_set_visible (GTK_WIDGET (self->tag), TRUE);
}
