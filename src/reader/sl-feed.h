/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "helper/sl-unpacked.h"
#include "reader/sl-xml.h"

G_BEGIN_DECLS

gboolean sl_feed_read (SlUnpacked      *self,
                       const SlXmlNode *document);

G_END_DECLS
