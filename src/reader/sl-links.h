/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reader/sl-evidence.h"

#include <glib.h>

G_BEGIN_DECLS

void sl_links_collect (const SlEvidence *evidence,
                       GPtrArray        *links);

char *sl_links_dup_canonical (const SlEvidence *evidence);

G_END_DECLS
