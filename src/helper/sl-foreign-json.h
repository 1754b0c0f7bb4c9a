/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonNode *sl_foreign_json_parse (const char *text,
                              gsize       length);

const char *sl_foreign_json_get (JsonObject *object,
                              const char *member);

JsonArray *sl_foreign_json_get_array (JsonObject *object,
                                   const char *member);

G_END_DECLS
