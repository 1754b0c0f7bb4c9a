/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reader/sl-evidence.h"

#include <glib.h>

G_BEGIN_DECLS

GStrv sl_signature_find (const SlEvidence  *evidence,
                         const char *const *sites);

G_END_DECLS
