/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/sl-warc-record.h"

G_BEGIN_DECLS

/**
 * SlArcLine:
 * @uri: (owned): what was archived
 * @ip_address: (owned): of the host
 * @date_usec: when, UTC microseconds
 * @content_type: (owned): of the document
 * @block_bytes: length of what follows the line
 * @line_bytes: length of the line itself
 *
 * The line that stands before each document of an ARC 1 file (Internet Archive, 1996).
 */
typedef struct
{
  char *uri;
  char *ip_address;
  gint64 date_usec;
  char *content_type;
  gsize block_bytes;
  gsize line_bytes;
} SlArcLine;

gboolean sl_arc_begins (const char *data,
                        gsize length_bytes);
SlArcLine *sl_arc_line_read (const char *data,
                             gsize length_bytes);
void sl_arc_line_free (SlArcLine *self);
SlWarcRecord *sl_arc_line_to_record (const SlArcLine *self,
                                     GBytes *block);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlArcLine, sl_arc_line_free)

G_END_DECLS
