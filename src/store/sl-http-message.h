/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SlHttpMessage:
 * @status: of a response, 0 for a request
 * @head_bytes: length of start line, headers and blank line
 * @headers: (owned) (element-type SlWarcHeader): in order; values valid UTF-8
 *
 * The head of an HTTP/1 message as it went over the wire, and what its body is.
 */
typedef struct
{
  int status;
  gsize head_bytes;
  GPtrArray *headers;
} SlHttpMessage;

SlHttpMessage *sl_http_message_parse (GBytes *message,
                                      GError **error);
void sl_http_message_free (SlHttpMessage *self);
const char *sl_http_message_get_header (const SlHttpMessage *self,
                                        const char *name);
gboolean sl_http_message_is_chunked (const SlHttpMessage *self,
                                     GBytes *message);
GBytes *sl_http_message_get_body (const SlHttpMessage *self,
                                  GBytes *message,
                                  gsize limit_bytes,
                                  GError **error);
GBytes *sl_http_decode (GBytes *body,
                        const char *encodings,
                        gsize limit_bytes,
                        GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlHttpMessage, sl_http_message_free)

G_END_DECLS
