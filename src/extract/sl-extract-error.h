/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SL_EXTRACT_ERROR (sl_extract_error_quark ())
GQuark sl_extract_error_quark (void);

/* Longer texts are refused: the longest article has a thousandth of it. */
#define SL_EXTRACT_MAX_LENGTH (64u << 20)

/* A text with more times and attributions is refused, too: no article has a hundredth of them, no book of history as many. */
#define SL_EXTRACT_MAX_FOUND 50000u

typedef enum
{
  SL_EXTRACT_ERROR_TEXT,      /* not UTF-8, too long, or no article */
  SL_EXTRACT_ERROR_REFERENCE, /* the reference date is no EDTF date */
  SL_EXTRACT_ERROR_LANGUAGE,  /* a language file breaks the format */
} SlExtractError;

G_END_DECLS
