/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SL_READ_ERROR:
 *
 * Error domain of reading a capture, in the reader's process and outside.
 */
#define SL_READ_ERROR (sl_read_error_quark ())

/**
 * SlReadError:
 * @SL_READ_ERROR_NO_ARTICLE: the page holds no readable text; the message says why
 * @SL_READ_ERROR_UNSUPPORTED: bytes of a type that cannot be read
 * @SL_READ_ERROR_TOO_LARGE: more bytes or more nesting than the reader takes
 * @SL_READ_ERROR_LIMIT: the page used up its time or memory
 * @SL_READ_ERROR_INVALID: a request or an answer that breaks the protocol
 * @SL_READ_ERROR_FAILED: the reader itself does not work
 *
 * Why a capture could not be read.
 */
typedef enum
{
  SL_READ_ERROR_NO_ARTICLE,
  SL_READ_ERROR_UNSUPPORTED,
  SL_READ_ERROR_TOO_LARGE,
  SL_READ_ERROR_LIMIT,
  SL_READ_ERROR_INVALID,
  SL_READ_ERROR_FAILED
} SlReadError;

/**
 * SlReadRequest:
 * @bytes: the captured body, after content decoding
 * @url: (nullable): where it came from; tells relative from foreign links, and dates in paths
 * @content_type: (nullable): value of the Content-Type header
 * @type: (nullable): "html" or "text" to settle the type, %NULL to find it out
 * @language: (nullable): what the language is expected to be, as a BCP 47 tag
 *
 * What the reader is asked. The fields belong to the caller and must live as long as the call.
 */
typedef struct
{
  GBytes *bytes;
  const char *url;
  const char *content_type;
  const char *type;
  const char *language;
} SlReadRequest;

GQuark sl_read_error_quark (void);

GVariant *sl_read_request_to_variant (const SlReadRequest *self);

gboolean sl_read_request_from_variant (SlReadRequest *self,
                                       GVariant      *variant,
                                       GError       **error);

G_END_DECLS
