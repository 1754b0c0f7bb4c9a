/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/sl-warc-record.h"

G_BEGIN_DECLS

/*
 * Reads WARC 1.0 and 1.1, plain or gzip by record. The bytes may come from anybody.
 */
typedef struct _SlWarcReader SlWarcReader;

SlWarcReader *sl_warc_reader_new (GBytes *bytes);
void sl_warc_reader_free (SlWarcReader *self);
SlWarcRecord *sl_warc_reader_next (SlWarcReader *self,
                                   GError **error);
gsize sl_warc_reader_get_offset (SlWarcReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlWarcReader, sl_warc_reader_free)

G_END_DECLS
