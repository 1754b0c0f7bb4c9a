/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-row-factory.h"

/* How the items of one factory are made. */
typedef struct
{
  GtkWidget *(*make) (void);
  SlFillFunc fill;
} Recipe;

static const char recipe_key[] = "sl-recipe";
static const char handler_key[] = "sl-handler";

static void
refill (GtkListItem *item)
{
  const Recipe *recipe = g_object_get_data (G_OBJECT (item), recipe_key);
  SlRow *row = gtk_list_item_get_item (item);

  if (row != NULL)
    recipe->fill (gtk_list_item_get_child (item), row);
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item,
          Recipe             *recipe)
{
  g_object_set_data (G_OBJECT (item), recipe_key, recipe);
  gtk_list_item_set_child (item, recipe->make ());
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item,
         Recipe             *recipe)
{
  SlRow *row = gtk_list_item_get_item (item);
  const gulong handler = g_signal_connect_swapped (row, "changed", G_CALLBACK (refill), item);

  g_object_set_data (G_OBJECT (item), handler_key, GSIZE_TO_POINTER (handler));
  refill (item);
}

static void
unbind_cb (GtkListItemFactory *factory,
           GtkListItem        *item,
           Recipe             *recipe)
{
  const gulong handler = GPOINTER_TO_SIZE (g_object_steal_data (G_OBJECT (item), handler_key));

  if (handler != 0)
    g_signal_handler_disconnect (gtk_list_item_get_item (item), handler);
}

/**
 * sl_row_factory_new:
 * @make: makes the widget of an item
 * @fill: shows a row in it
 *
 * Makes items that follow what stands in the rows of a #SlPagedList.
 *
 * Returns: (transfer full): the factory
 */
GtkListItemFactory *
sl_row_factory_new (GtkWidget *(*make) (void),
                    SlFillFunc fill)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Recipe *recipe = g_new (Recipe, 1);

  *recipe = (Recipe) { make, fill };
  g_object_set_data_full (G_OBJECT (factory), recipe_key, recipe, g_free);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), recipe);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), recipe);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), recipe);
  return factory;
}
