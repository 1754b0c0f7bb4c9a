/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SlHttpHead:
 * @start: byte at which the head of the final response begins, behind interim (1xx) ones
 * @end: byte behind its blank line
 * @status: its status
 *
 * Where the head of a response stands in the bytes that arrived.
 */
typedef struct
{
  gsize start;
  gsize end;
  guint status;
} SlHttpHead;

gboolean sl_http_head_find (const guint8 *bytes,
                            gsize         size,
                            SlHttpHead   *head);

G_END_DECLS
