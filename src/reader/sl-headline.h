/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reader/sl-evidence.h"

#include <glib.h>

G_BEGIN_DECLS

char *sl_headline_choose (const SlEvidence  *evidence,
                          const char *const *sites,
                          const char        *language);

G_END_DECLS
