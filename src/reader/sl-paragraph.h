/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sl-text-map.h"

#include <glib.h>
#include <gumbo.h>

G_BEGIN_DECLS

/**
 * SlParagraph:
 * @node: (unowned) (nullable): its first text node in the page
 * @letters: letters and digits in it
 * @linked: those in links
 * @label: those before the first link
 * @bold: those in bold type
 * @heading: whether it stands in a heading
 * @item: whether it stands in a list or a table
 * @gap: whether links or the like were left out just after it
 *
 * How a paragraph of an article stands in the page.
 */
typedef struct
{
  const GumboNode *node;
  gsize letters;
  gsize linked;
  gsize label;
  gsize bold;
  gboolean heading;
  gboolean item;
  gboolean gap;
} SlParagraph;

void sl_paragraph_add (SlParagraph     *self,
                       const GumboNode *text);

void sl_paragraph_drop (char          **text,
                        SlTextMap     **map,
                        const gboolean *dropped);

G_END_DECLS
