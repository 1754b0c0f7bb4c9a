/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "helper/sl-reading.h"
#include "reader/sl-json-ld.h"
#include "reader/sl-page-scan.h"

#include <glib.h>

G_BEGIN_DECLS

void sl_page_date_fill (SlReading        *reading,
                        const SlPageScan *scan,
                        const SlJsonLd   *linked,
                        const char       *url);

G_END_DECLS
