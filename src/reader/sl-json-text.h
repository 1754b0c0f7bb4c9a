/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonNode *sl_json_text_parse (const char *text,
                              gsize       length);

const char *sl_json_text_get (JsonObject *object,
                              const char *member);

JsonArray *sl_json_text_get_array (JsonObject *object,
                                   const char *member);

G_END_DECLS
