/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sl-document.h"
#include "core/sl-suggestion.h"
#include "workbench/sl-study.h"

G_BEGIN_DECLS

GPtrArray *sl_suggest (const SlStudy  *study,
                       const SlDocument *document);

G_END_DECLS
