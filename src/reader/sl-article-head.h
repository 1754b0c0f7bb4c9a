/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "helper/sl-reading.h"

#include <glib.h>

G_BEGIN_DECLS

void sl_article_head_cut (SlReading *reading);

G_END_DECLS
