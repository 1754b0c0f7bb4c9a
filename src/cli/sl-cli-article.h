/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "workbench/sl-article.h"

G_BEGIN_DECLS

void sl_cli_article_to_json (JsonBuilder     *builder,
                             const SlArticle *article);

G_END_DECLS
