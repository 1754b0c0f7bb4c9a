/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SL_EXTRACT_ERROR (sl_extract_error_quark ())
GQuark sl_extract_error_quark (void);

/* Longer texts are refused: the longest article has a thousandth of it. */
#define SL_EXTRACT_MAX_LENGTH (64u << 20)

/* How many times and attributions any text may have, and from how many bytes on each a longer one may have more. */
#define SL_EXTRACT_MAX_FOUND 50000u
#define SL_EXTRACT_BYTES_EACH 100u

typedef enum
{
  SL_EXTRACT_ERROR_TEXT,      /* not UTF-8, too long, or no article */
  SL_EXTRACT_ERROR_REFERENCE, /* the reference date is no EDTF date */
  SL_EXTRACT_ERROR_LANGUAGE,  /* a language file breaks the format */
} SlExtractError;

/**
 * sl_extract_get_max_found:
 * @length: of a text, in bytes
 *
 * A text with more times and attributions is refused. News has one of them in about 130 bytes, however long it goes on.
 *
 * Returns: how many it may have
 */
static inline guint
sl_extract_get_max_found (gsize length)
{
  return (guint) MAX (SL_EXTRACT_MAX_FOUND, length / SL_EXTRACT_BYTES_EACH);
}

G_END_DECLS
