/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-when-row.h"

#include <glib/gi18n-lib.h>

#include "core/sl-when.h"

struct _SlWhenRow
{
  AdwEntryRow parent_instance;

  GtkWidget *words;  /* (unowned): a suffix */
  gboolean   valid;
};

enum
{
  PROP_VALID = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SlWhenRow, sl_when_row, ADW_TYPE_ENTRY_ROW)

static void
say (SlWhenRow  *self,
     const char *words,
     gboolean    valid)
{
  gtk_label_set_text (GTK_LABEL (self->words), words);
  if (valid)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               valid ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
  if (self->valid == valid)
    return;
  self->valid = valid;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALID]);
}

static void
changed_cb (SlWhenRow *self)
{
  g_autofree char *edtf = sl_when_row_dup_edtf (self);
  g_autoptr (SlWhen) when = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _ ("For example 2025-11-23, 2025-11, 2025-11~ (about), ../2025-11-25 (not later than)"));
  if (*edtf == '\0')
    {
      say (self, C_ ("time of an event", "Undated"), TRUE);
      return;
    }
  when = sl_when_new (edtf, NULL, &error);
  if (when == NULL)
    {
      gtk_widget_set_tooltip_text (GTK_WIDGET (self), error->message);
      say (self, _ ("Not a date"), FALSE);
      return;
    }
  words = sl_when_format (when);
  say (self, words, TRUE);
}

static void
sl_when_row_get_property (GObject    *object,
                          guint       property_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_VALID:
      g_value_set_boolean (value, SL_WHEN_ROW (object)->valid);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sl_when_row_class_init (SlWhenRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sl_when_row_get_property;
  properties[PROP_VALID] = g_param_spec_boolean ("valid", NULL, NULL, TRUE,
                                                 G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sl_when_row_init (SlWhenRow *self)
{
  self->valid = TRUE;
  self->words = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->words), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (self->words), 24);
  gtk_widget_add_css_class (self->words, "dim-label");
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), self->words);
  /* Translators: EDTF is the name of a standard, Extended Date/Time Format. */
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("When (EDTF)"));
  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
  changed_cb (self);
}

/**
 * sl_when_row_get_valid:
 *
 * Returns: whether nothing or an EDTF time stands there
 */
gboolean
sl_when_row_get_valid (SlWhenRow *self)
{
  g_return_val_if_fail (SL_IS_WHEN_ROW (self), FALSE);
  return self->valid;
}

/**
 * sl_when_row_dup_edtf:
 *
 * Returns: (transfer full): what was typed, without blanks around it
 */
char *
sl_when_row_dup_edtf (SlWhenRow *self)
{
  g_return_val_if_fail (SL_IS_WHEN_ROW (self), NULL);
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self))));
}

/**
 * sl_when_row_set_edtf:
 * @edtf: (nullable): a time; %NULL for undated
 */
void
sl_when_row_set_edtf (SlWhenRow  *self,
                      const char *edtf)
{
  g_return_if_fail (SL_IS_WHEN_ROW (self));
  gtk_editable_set_text (GTK_EDITABLE (self), edtf != NULL ? edtf : "");
}
