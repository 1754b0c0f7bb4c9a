/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SlCdxjLine:
 * @url: what the record is of
 * @date_usec: its date, UTC microseconds
 * @mime: media type of the payload, "warc/revisit" for a revisit
 * @status: HTTP status, 0 without HTTP
 * @digest: (nullable): of the payload, with its algorithm in front
 * @filename: name of the WARC file, without folder
 * @offset: where the record's gzip member begins in it
 * @length: length of the member
 *
 * One record in an index of a web archive. All strings are borrowed.
 */
typedef struct
{
  const char *url;
  gint64 date_usec;
  const char *mime;
  int status;
  const char *digest;
  const char *filename;
  guint64 offset;
  guint64 length;
} SlCdxjLine;

char *sl_cdxj_make_key    (const char       *url);
char *sl_cdxj_format_line (const SlCdxjLine *line);

G_END_DECLS
