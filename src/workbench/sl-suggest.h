/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sl-document.h"
#include "store/sl-case.h"
#include "workbench/sl-study.h"

G_BEGIN_DECLS

GPtrArray *sl_suggest (SlCase            *a_case,
                       const SlStudy     *study,
                       const SlDocument  *document,
                       GError           **error);

G_END_DECLS
