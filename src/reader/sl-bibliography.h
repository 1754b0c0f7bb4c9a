/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "helper/sl-unpacked.h"
#include "reader/sl-xml.h"

G_BEGIN_DECLS

gboolean sl_bibliography_is_ris (const guint8 *bytes,
                                 gsize         size);

void sl_bibliography_read_ris (SlUnpacked *self,
                               const char *text,
                               gsize       length);

void sl_bibliography_read_csl (SlUnpacked *self,
                               const char *text,
                               gsize       length);

void sl_bibliography_read_rdf (SlUnpacked      *self,
                               const SlXmlNode *document);

char *sl_bibliography_dup_date (const char *text);

G_END_DECLS
