/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ui/sl-row.h"

G_BEGIN_DECLS

/**
 * SlFillFunc:
 * @widget: a widget that @make made
 * @row: what to show in it
 *
 * Shows a row; called again whenever something else stands in its place.
 */
typedef void (*SlFillFunc) (GtkWidget *widget,
                            SlRow     *row);

GtkListItemFactory *sl_row_factory_new (GtkWidget  *(*make) (void),
                                        SlFillFunc    fill);

G_END_DECLS
