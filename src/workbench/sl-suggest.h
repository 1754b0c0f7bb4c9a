/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sl-document.h"
#include "core/sl-suggestion.h"
#include "workbench/sl-article.h"

G_BEGIN_DECLS

GPtrArray *sl_suggest (const SlArticle  *article,
                       const SlDocument *document);

G_END_DECLS
