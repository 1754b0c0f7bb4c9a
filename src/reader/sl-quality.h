/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "helper/sl-reading.h"
#include "reader/sl-evidence.h"

#include <glib.h>

G_BEGIN_DECLS

SlReadingKind sl_quality_judge (const SlEvidence *evidence);

const char *sl_quality_explain (SlReadingKind kind);

G_END_DECLS
