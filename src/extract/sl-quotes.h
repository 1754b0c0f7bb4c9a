/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sl-span.h"
#include "extract/sl-tokens.h"

G_BEGIN_DECLS

/**
 * SlQuote:
 * @first: token of the opening mark
 * @end: one past the token of the closing mark
 *
 * Words between quotation marks, with the marks.
 */
typedef struct
{
  guint first;
  guint end;
} SlQuote;

GArray *sl_quotes_find (const SlTokens *tokens);

G_END_DECLS
