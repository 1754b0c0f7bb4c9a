/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "helper/sl-reading.h"
#include "reader/sl-evidence.h"

#include <glib.h>

G_BEGIN_DECLS

void sl_page_date_fill (SlReading        *reading,
                        const SlEvidence *evidence);

G_END_DECLS
