/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * A render node in words: one line for each thing that is drawn, with where and in which colour. Text is left out,
 * for its glyphs depend on the fonts of the machine.
 */
char *sl_node_text_describe (GtkWidget *widget);

G_END_DECLS
