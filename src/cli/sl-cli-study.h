/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "workbench/sl-study.h"

G_BEGIN_DECLS

void sl_cli_study_to_json (JsonBuilder     *builder,
                             const SlStudy *study);

G_END_DECLS
