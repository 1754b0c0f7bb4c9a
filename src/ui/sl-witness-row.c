/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-witness-row.h"

#include <glib/gi18n-lib.h>

#include "workbench/sl-witness-plan.h"

struct _SlWitnessRow
{
  AdwExpanderRow parent_instance;

  SlSession     *session;    /* (owned) */
  SlWitnessKind  kind;
  GPtrArray     *addresses;  /* (owned) (element-type AdwEntryRow): the rows hold them too */
  GtkWidget     *add;        /* (unowned): the last row */
  gboolean       loading;    /* what is shown is made to follow the case */
};

G_DEFINE_FINAL_TYPE (SlWitnessRow, sl_witness_row, ADW_TYPE_EXPANDER_ROW)

/* What the person reads of each kind, and who is proposed when it is switched on. */
static const struct
{
  const char *name;
  const char *leaves;
  const char *address;
  const char *proposed;
} kinds[SL_N_WITNESS_KINDS] = {
  [SL_WITNESS_TIMESTAMP] = { N_ ("Time-Stamps"), N_ ("Sends a digest and a random number, nothing else, to the authorities named here"),
                             N_ ("Address of an Authority"), "http://timestamp.digicert.com" },
  [SL_WITNESS_MEMENTO] = { N_ ("Earlier Copies"), N_ ("Sends the address of a page, and when it was captured, to the archives named here"),
                           N_ ("Address of an Archive"), "https://web.archive.org/web/timemap/link/" },
  [SL_WITNESS_SAVED] = { N_ ("New Copies"), N_ ("Sends the address of a page to the archives named here, which fetch and may publish it"),
                         N_ ("Address of an Archive"), "https://web.archive.org/save/" },
};

/* The addresses that are shown and are addresses; empty lines are not there yet. */
static char *
join_addresses (SlWitnessRow *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < self->addresses->len; i++)
    {
      g_autofree char *address = g_strstrip (g_strdup (gtk_editable_get_text (g_ptr_array_index (self->addresses, i))));

      if (*address != '\0')
        g_strv_builder_add (builder, address);
    }
  list = g_strv_builder_end (builder);
  return g_strjoinv (" ", list);
}

static void
store (SlWitnessRow *self,
       const char   *addresses)
{
  SlCommand *command = sl_command_new (SL_COMMAND_SET_SETTING, SL_ID_NONE);

  command->text = g_strdup (sl_witness_setting_of (self->kind));
  command->note = g_strdup (addresses);
  sl_session_do (self->session, command, NULL);
}

static void
set_invalid (GtkWidget *entry,
             gboolean   invalid)
{
  if (invalid)
    gtk_widget_add_css_class (entry, "error");
  else
    gtk_widget_remove_css_class (entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               invalid ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
apply_cb (SlWitnessRow *self,
          GtkWidget    *entry)
{
  g_autofree char *address = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  g_autofree char *all = join_addresses (self);
  g_autoptr (GError) error = NULL;

  set_invalid (entry, *address != '\0' && !sl_witness_check_address (address, &error));
  if (error != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (entry), error->message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
  else
    store (self, *all != '\0' ? all : NULL);
}

static void
remove_cb (SlWitnessRow *self,
           GtkWidget    *button)
{
  GtkWidget *entry = gtk_widget_get_ancestor (button, ADW_TYPE_ENTRY_ROW);
  g_autofree char *all = NULL;

  adw_expander_row_remove (ADW_EXPANDER_ROW (self), entry);
  g_ptr_array_remove (self->addresses, entry);
  all = join_addresses (self);
  store (self, *all != '\0' ? all : NULL);
}

static GtkWidget *
add_address (SlWitnessRow *self,
             const char   *address)
{
  GtkWidget *entry = adw_entry_row_new ();
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _ (kinds[self->kind].address));
  gtk_editable_set_text (GTK_EDITABLE (entry), address);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (entry), TRUE);
  adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (entry), GTK_INPUT_PURPOSE_URL);
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_tooltip_text (remove, _ ("Remove this address"));
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (entry), remove);
  g_signal_connect_object (entry, "apply", G_CALLBACK (apply_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  /* The row to add one stays the last. */
  g_object_ref (self->add);
  adw_expander_row_remove (ADW_EXPANDER_ROW (self), self->add);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), entry);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->add);
  g_object_unref (self->add);
  g_ptr_array_add (self->addresses, entry);
  return entry;
}

static void
add_cb (SlWitnessRow *self)
{
  gtk_widget_grab_focus (add_address (self, ""));
}

static void
show (SlWitnessRow *self,
      const char   *addresses)
{
  g_auto (GStrv) list = g_strsplit (addresses != NULL ? addresses : "", " ", -1);

  while (self->addresses->len > 0)
    {
      adw_expander_row_remove (ADW_EXPANDER_ROW (self), g_ptr_array_index (self->addresses, 0));
      g_ptr_array_remove_index (self->addresses, 0);
    }
  for (guint i = 0; list[i] != NULL; i++)
    if (*list[i] != '\0')
      add_address (self, list[i]);
}

/* Who was named stays written here after switching off, so that switching on again brings them back. */
static void
reload (SlWitnessRow *self)
{
  SlCase *from = sl_session_get_case (self->session);
  g_autofree char *stored = from != NULL ? sl_witness_dup_addresses (from, self->kind) : NULL;
  g_autofree char *shown = join_addresses (self);

  self->loading = TRUE;
  if (stored != NULL && !g_str_equal (stored, shown))
    show (self, stored);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (self), stored != NULL);
  self->loading = FALSE;
}

static void
switched_cb (SlWitnessRow *self)
{
  g_autofree char *all = NULL;

  if (self->loading)
    return;
  if (!adw_expander_row_get_enable_expansion (ADW_EXPANDER_ROW (self)))
    {
      store (self, NULL);
      return;
    }
  all = join_addresses (self);
  if (*all == '\0')
    add_address (self, kinds[self->kind].proposed);
  store (self, *all != '\0' ? all : kinds[self->kind].proposed);
}

static void
sl_witness_row_dispose (GObject *object)
{
  g_clear_object (&SL_WITNESS_ROW (object)->session);
  G_OBJECT_CLASS (sl_witness_row_parent_class)->dispose (object);
}

static void
sl_witness_row_finalize (GObject *object)
{
  g_ptr_array_unref (SL_WITNESS_ROW (object)->addresses);
  G_OBJECT_CLASS (sl_witness_row_parent_class)->finalize (object);
}

static void
sl_witness_row_class_init (SlWitnessRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_witness_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = sl_witness_row_finalize;
}

static void
sl_witness_row_init (SlWitnessRow *self)
{
  self->addresses = g_ptr_array_new ();
  self->add = adw_button_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->add), _ ("Add an Address"));
  adw_button_row_set_start_icon_name (ADW_BUTTON_ROW (self->add), "list-add-symbolic");
  g_signal_connect_object (self->add, "activated", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->add);
  adw_expander_row_set_show_enable_switch (ADW_EXPANDER_ROW (self), TRUE);
}

/**
 * sl_witness_row_new:
 * @session: with an open case
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
sl_witness_row_new (SlSession     *session,
                    SlWitnessKind  kind)
{
  SlWitnessRow *self = NULL;

  g_return_val_if_fail (kind < SL_N_WITNESS_KINDS, NULL);
  self = g_object_new (SL_TYPE_WITNESS_ROW, "title", _ (kinds[kind].name), "subtitle", _ (kinds[kind].leaves), NULL);
  self->session = g_object_ref (session);
  self->kind = kind;
  reload (self);
  g_signal_connect_object (self, "notify::enable-expansion", G_CALLBACK (switched_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "case-changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * sl_witness_row_kind_name:
 *
 * Returns: (transfer none): what a kind of witness is called, translated
 */
const char *
sl_witness_row_kind_name (SlWitnessKind kind)
{
  g_return_val_if_fail (kind < SL_N_WITNESS_KINDS, NULL);
  return _ (kinds[kind].name);
}
