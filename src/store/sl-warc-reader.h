/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/sl-warc-record.h"

G_BEGIN_DECLS

/*
 * Reads WARC 1.0 and 1.1 and ARC 1, plain or gzip by record. The bytes may come from anybody.
 */
typedef struct _SlWarcReader SlWarcReader;

/**
 * SlWarcPlace:
 * @offset: where the record begins in the file, or its gzip member, in bytes
 * @within: where it begins in that member once decompressed; 0 without gzip
 */
typedef struct
{
  gsize offset;
  gsize within;
} SlWarcPlace;

SlWarcReader *sl_warc_reader_new (GBytes *bytes);
SlWarcReader *sl_warc_reader_new_large (GBytes *bytes);
void sl_warc_reader_free (SlWarcReader *self);
SlWarcRecord *sl_warc_reader_next (SlWarcReader *self,
                                   GError **error);
gboolean sl_warc_reader_recover (SlWarcReader *self);
gsize sl_warc_reader_get_offset (SlWarcReader *self);
SlWarcPlace sl_warc_reader_get_place (SlWarcReader *self);
GBytes *sl_warc_reader_dup_raw (SlWarcReader *self);
gboolean sl_warc_reader_seek (SlWarcReader *self,
                              SlWarcPlace place,
                              GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlWarcReader, sl_warc_reader_free)

G_END_DECLS
