/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reader/sl-evidence.h"

#include <glib.h>

G_BEGIN_DECLS

gboolean sl_dateline_is_apart (const GumboNode *node);

gboolean sl_dateline_is_past (const SlEvidence *evidence,
                              const GumboNode  *node);

gboolean sl_dateline_is_updated (const char *words);

char *sl_dateline_find_around (const SlEvidence *evidence,
                               const char       *language);

char *sl_dateline_find_alone (const SlEvidence *evidence,
                              const char       *language);

G_END_DECLS
