/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/sl-warc-record.h"

G_BEGIN_DECLS

/* The "name: value" lines that WARC and HTTP have in common. */

typedef enum
{
  SL_HEADER_LINES_WHOLE,
  SL_HEADER_LINES_UNFINISHED,  /* no blank line within the limit */
  SL_HEADER_LINES_MALFORMED,   /* a line without a colon, or too many */
} SlHeaderLines;

GPtrArray *sl_header_lines_new (void);
SlHeaderLines sl_header_lines_read (const char *data,
                                    gsize length_bytes,
                                    GPtrArray *headers,
                                    gsize *used_bytes);
const char *sl_header_lines_find (GPtrArray *headers,
                                  const char *name);
void sl_header_lines_add (GPtrArray *headers,
                          const char *name,
                          const char *value);

G_END_DECLS
