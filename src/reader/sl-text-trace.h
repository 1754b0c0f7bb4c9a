/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <gumbo.h>

G_BEGIN_DECLS

/**
 * SlTextTrace:
 * @text: (unowned): what is left of the text node, zero-terminated
 * @raw: (unowned): what is left of the markup it came from
 * @raw_end: end of that markup
 * @misses: characters that could not be found in the markup
 *
 * Steps through a text node and the markup it was parsed from side by side.
 *
 * The parser decodes character references, unifies line ends, and drops tags that have no
 * effect, so that the two differ in places. Initialise with sl_text_trace_init().
 */
typedef struct
{
  const char *text;
  const char *raw;
  const char *raw_end;
  guint misses;
} SlTextTrace;

/**
 * SlTextStep:
 * @character: the character
 * @raw: (unowned) (nullable): where its bytes begin in the markup; %NULL when they were not found
 * @raw_length: number of its bytes in the markup
 *
 * One character of a text node.
 */
typedef struct
{
  gunichar character;
  const char *raw;
  gsize raw_length;
} SlTextStep;

void sl_text_trace_init (SlTextTrace     *self,
                         const GumboNode *node,
                         const char      *source,
                         gsize            source_length);

gboolean sl_text_trace_next (SlTextTrace *self,
                             SlTextStep  *step);

G_END_DECLS
