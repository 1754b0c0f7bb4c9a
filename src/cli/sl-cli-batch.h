/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * SlCliBatchFunc:
 * @row: one line of the input
 * @builder: an open object that has the row's id already
 *
 * Answers one row; says what went wrong in a member `error`.
 */
typedef void (*SlCliBatchFunc) (JsonObject  *row,
                                JsonBuilder *builder,
                                gpointer     data);

int sl_cli_batch_run (SlCliBatchFunc  func,
                      gpointer        data,
                      GCancellable   *cancellable);

G_END_DECLS
