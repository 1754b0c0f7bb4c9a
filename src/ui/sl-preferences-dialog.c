/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-preferences-dialog.h"

struct _SlPreferencesDialog
{
  AdwPreferencesDialog parent_instance;

  /* Children of the template. */
  AdwEntryRow *analyst_name;
  AdwComboRow *color_scheme;
  AdwSpinRow  *fetch_max;
  AdwSpinRow  *fetch_io;
  AdwSpinRow  *fetch_total;
};

G_DEFINE_FINAL_TYPE (SlPreferencesDialog, sl_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

static void
sl_preferences_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SL_TYPE_PREFERENCES_DIALOG);
  G_OBJECT_CLASS (sl_preferences_dialog_parent_class)->dispose (object);
}

static void
sl_preferences_dialog_class_init (SlPreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_preferences_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sourceline/Sourceline/ui/sl-preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SlPreferencesDialog, analyst_name);
  gtk_widget_class_bind_template_child (widget_class, SlPreferencesDialog, color_scheme);
  gtk_widget_class_bind_template_child (widget_class, SlPreferencesDialog, fetch_max);
  gtk_widget_class_bind_template_child (widget_class, SlPreferencesDialog, fetch_io);
  gtk_widget_class_bind_template_child (widget_class, SlPreferencesDialog, fetch_total);
}

static void
sl_preferences_dialog_init (SlPreferencesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The positions of the list are the values of the enumeration. */
static gboolean
get_scheme (GValue   *value,
            GVariant *variant,
            gpointer  settings)
{
  g_value_set_uint (value, (guint) g_settings_get_enum (settings, "color-scheme"));
  return TRUE;
}

static GVariant *
set_scheme (const GValue       *value,
            const GVariantType *type,
            gpointer            settings)
{
  static const char *const nicks[] = { "system", "light", "dark" };
  const guint selected = g_value_get_uint (value);

  return selected < G_N_ELEMENTS (nicks) ? g_variant_new_string (nicks[selected]) : NULL;
}

/**
 * sl_preferences_dialog_new:
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
sl_preferences_dialog_new (GSettings *settings)
{
  SlPreferencesDialog *self = g_object_new (SL_TYPE_PREFERENCES_DIALOG, NULL);

  g_settings_bind (settings, "analyst-name", self->analyst_name, "text", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "fetch-max-mebibytes", self->fetch_max, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "fetch-io-timeout", self->fetch_io, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "fetch-total-timeout", self->fetch_total, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind_with_mapping (settings, "color-scheme", self->color_scheme, "selected", G_SETTINGS_BIND_DEFAULT,
                                get_scheme, set_scheme, g_object_ref (settings), g_object_unref);
  return ADW_DIALOG (self);
}
