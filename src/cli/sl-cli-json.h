/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "core/sl-id.h"
#include "core/sl-when.h"

G_BEGIN_DECLS

void sl_cli_json_string  (JsonBuilder  *builder,
                          const char   *name,
                          const char   *value);
void sl_cli_json_strv    (JsonBuilder  *builder,
                          const char   *name,
                          char        **values);
void sl_cli_json_int     (JsonBuilder  *builder,
                          const char   *name,
                          gint64        value);
void sl_cli_json_boolean (JsonBuilder  *builder,
                          const char   *name,
                          gboolean      value);
void sl_cli_json_id      (JsonBuilder  *builder,
                          const char   *name,
                          SlId          id);
void sl_cli_json_time    (JsonBuilder  *builder,
                          const char   *name,
                          gint64        seconds);
void sl_cli_json_when    (JsonBuilder  *builder,
                          const SlWhen *when);
void sl_cli_json_chain   (JsonBuilder  *builder,
                          const char   *name,
                          GPtrArray    *chain);
void sl_cli_json_print   (JsonBuilder  *builder);

G_END_DECLS
