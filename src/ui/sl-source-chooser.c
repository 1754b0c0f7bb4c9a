/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-source-chooser.h"

#include "ui/sl-format.h"
#include "ui/sl-list-row.h"
#include "ui/sl-paged-list.h"

struct _SlSourceChooser
{
  AdwBin parent_instance;

  SlPagedList *rows;    /* (owned) */
  GHashTable  *chosen;  /* (owned) (element-type SlId): a set */

  /* Children of the template. */
  GtkStack       *stack;
  GtkListView    *list;
  GtkSearchEntry *search;
};

enum
{
  PROP_N_CHOSEN = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SlSourceChooser, sl_source_chooser, ADW_TYPE_BIN)

/* The widgets of one item. */
static GtkWidget *
get_mark (GtkListItem *item)
{
  return gtk_widget_get_first_child (gtk_list_item_get_child (item));
}

static GtkWidget *
get_text (GtkListItem *item)
{
  return gtk_widget_get_last_child (gtk_list_item_get_child (item));
}

static gboolean
is_chosen (SlSourceChooser *self,
           SlId             source)
{
  return g_hash_table_contains (self->chosen, &source);
}

static void
fill (SlSourceChooser *self,
      GtkListItem     *item)
{
  const SlSource *source = sl_row_get_source (gtk_list_item_get_item (item));
  g_autofree char *subtitle = NULL;

  if (source == NULL)
    return;
  subtitle = sl_format_source (source);
  sl_list_row_set_title (SL_LIST_ROW (get_text (item)), source->title);
  sl_list_row_set_subtitle (SL_LIST_ROW (get_text (item)), subtitle);
  gtk_list_item_set_accessible_label (item, source->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (get_mark (item)), GTK_ACCESSIBLE_PROPERTY_LABEL, source->title, -1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (get_mark (item)), is_chosen (self, source->id));
}

static void
marked_cb (GtkListItem    *item,
           GParamSpec     *pspec,
           GtkCheckButton *mark)
{
  SlSourceChooser *self = SL_SOURCE_CHOOSER (gtk_widget_get_ancestor (GTK_WIDGET (mark), SL_TYPE_SOURCE_CHOOSER));
  SlRow *row = gtk_list_item_get_item (item);

  if (self != NULL && row != NULL && sl_row_get_id (row) != SL_ID_NONE)
    sl_source_chooser_choose (self, sl_row_get_id (row), gtk_check_button_get_active (mark));
}

static void
setup_cb (SlSourceChooser *self,
          GtkListItem     *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *mark = gtk_check_button_new ();
  GtkWidget *text = sl_list_row_new ();

  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), text);
  gtk_list_item_set_child (item, box);
  g_signal_connect_object (mark, "notify::active", G_CALLBACK (marked_cb), item, G_CONNECT_SWAPPED);
}

static void
refill_cb (SlRow       *row,
           GtkListItem *item)
{
  GtkWidget *self = gtk_widget_get_ancestor (gtk_list_item_get_child (item), SL_TYPE_SOURCE_CHOOSER);

  if (self != NULL)
    fill (SL_SOURCE_CHOOSER (self), item);
}

static void
bind_cb (SlSourceChooser *self,
         GtkListItem     *item)
{
  g_signal_connect (gtk_list_item_get_item (item), "changed", G_CALLBACK (refill_cb), item);
  fill (self, item);
}

static void
unbind_cb (SlSourceChooser *self,
           GtkListItem     *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), refill_cb, item);
}

static void
activate_cb (SlSourceChooser *self,
             guint            position)
{
  g_autoptr (SlRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);
  const SlId source = row != NULL ? sl_row_get_id (row) : SL_ID_NONE;

  if (source == SL_ID_NONE)
    return;
  sl_source_chooser_choose (self, source, !is_chosen (self, source));
  g_signal_emit_by_name (row, "changed");
}

static void
update_stack (SlSourceChooser *self)
{
  gtk_stack_set_visible_child_name (self->stack, g_list_model_get_n_items (G_LIST_MODEL (self->rows)) > 0 ? "list" : "none");
}

static void
search_changed_cb (SlSourceChooser *self)
{
  sl_paged_list_set_query (self->rows, gtk_editable_get_text (GTK_EDITABLE (self->search)), SL_ID_NONE, -1);
  update_stack (self);
}

static void
sl_source_chooser_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_N_CHOSEN:
      g_value_set_uint (value, sl_source_chooser_get_n_chosen (SL_SOURCE_CHOOSER (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sl_source_chooser_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SL_TYPE_SOURCE_CHOOSER);
  g_clear_object (&SL_SOURCE_CHOOSER (object)->rows);
  G_OBJECT_CLASS (sl_source_chooser_parent_class)->dispose (object);
}

static void
sl_source_chooser_finalize (GObject *object)
{
  g_hash_table_unref (SL_SOURCE_CHOOSER (object)->chosen);
  G_OBJECT_CLASS (sl_source_chooser_parent_class)->finalize (object);
}

static void
sl_source_chooser_class_init (SlSourceChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sl_source_chooser_dispose;
  object_class->finalize = sl_source_chooser_finalize;
  object_class->get_property = sl_source_chooser_get_property;
  properties[PROP_N_CHOSEN] = g_param_spec_uint ("n-chosen", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sourceline/Sourceline/ui/sl-source-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, SlSourceChooser, stack);
  gtk_widget_class_bind_template_child (widget_class, SlSourceChooser, list);
  gtk_widget_class_bind_template_child (widget_class, SlSourceChooser, search);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
sl_source_chooser_init (SlSourceChooser *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) model = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->chosen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->rows = sl_paged_list_new (SL_LIST_SOURCES);
  model = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (model));
}

/**
 * sl_source_chooser_set_case:
 * @from: whose sources are shown
 */
void
sl_source_chooser_set_case (SlSourceChooser *self,
                            SlCase          *from)
{
  g_return_if_fail (SL_IS_SOURCE_CHOOSER (self));
  sl_paged_list_set_case (self->rows, from);
  update_stack (self);
}

/**
 * sl_source_chooser_choose:
 *
 * Puts a mark or takes it away.
 */
void
sl_source_chooser_choose (SlSourceChooser *self,
                          SlId             source,
                          gboolean         chosen)
{
  g_return_if_fail (SL_IS_SOURCE_CHOOSER (self));
  if (is_chosen (self, source) == chosen)
    return;
  if (chosen)
    g_hash_table_add (self->chosen, g_memdup2 (&source, sizeof source));
  else
    g_hash_table_remove (self->chosen, &source);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_CHOSEN]);
}

/**
 * sl_source_chooser_get_n_chosen:
 *
 * Returns: how many sources have a mark
 */
guint
sl_source_chooser_get_n_chosen (SlSourceChooser *self)
{
  g_return_val_if_fail (SL_IS_SOURCE_CHOOSER (self), 0);
  return g_hash_table_size (self->chosen);
}

/**
 * sl_source_chooser_dup_chosen:
 *
 * Returns: (transfer full) (element-type SlId): the sources that have a mark
 */
GArray *
sl_source_chooser_dup_chosen (SlSourceChooser *self)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (SlId));
  GHashTableIter iter;
  gpointer key;

  g_return_val_if_fail (SL_IS_SOURCE_CHOOSER (self), keys);
  g_hash_table_iter_init (&iter, self->chosen);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_array_append_vals (keys, key, 1);
  return keys;
}
