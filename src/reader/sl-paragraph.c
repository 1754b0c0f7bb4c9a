/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/sl-paragraph.h"

#include "reader/sl-clutter.h"
#include "reader/sl-node.h"

#include <string.h>

/* How far up it is looked for what a text stands in. */
#define MAX_DEPTH 8

static gboolean
is_heading (const GumboNode *node)
{
  return node->v.element.tag >= GUMBO_TAG_H1 && node->v.element.tag <= GUMBO_TAG_H6;
}

static gboolean
is_item (const GumboNode *node)
{
  return sl_node_is (node, GUMBO_TAG_LI) || sl_node_is (node, GUMBO_TAG_TD) || sl_node_is (node, GUMBO_TAG_TH) || sl_node_is (node, GUMBO_TAG_DD);
}

/* The runs of @map inside of [@start, @end) of the text, moved so that @start becomes @to. Begins at run @next, which
 * it moves on. */
static void
copy_runs (GArray          *kept,
           const SlTextRun *runs,
           gsize            n_runs,
           gsize           *next,
           guint32          start,
           guint32          end,
           guint32          to)
{
  while (*next < n_runs && runs[*next].text_start + runs[*next].text_length <= start)
    (*next)++;
  for (; *next < n_runs && runs[*next].text_start < end; (*next)++)
    {
      SlTextRun run = runs[*next];
      guint32 width = run.byte_length / run.text_length;
      guint32 run_end = MIN (run.text_start + run.text_length, end);
      guint32 lost = MAX (run.text_start, start) - run.text_start;

      run.text_length = run_end - run.text_start - lost;
      run.text_start += lost;
      run.text_start = run.text_start - start + to;
      run.byte_start += lost * width;
      run.byte_length = run.text_length * width;
      sl_text_run_append (kept, &run);
      if (run_end < runs[*next].text_start + runs[*next].text_length)
        return;
    }
}

/**
 * sl_paragraph_add:
 * @self: a paragraph
 * @text: a text node that is in it
 *
 * Takes note of what a text node stands in.
 */
void
sl_paragraph_add (SlParagraph     *self,
                  const GumboNode *text)
{
  gsize letters = sl_clutter_count_letters (text->v.text.text);
  const GumboNode *node = text->parent;
  gboolean linked = FALSE;
  gboolean bold = FALSE;

  for (int depth = 0; node != NULL && sl_node_is_element (node) && depth < MAX_DEPTH; depth++, node = node->parent)
    {
      linked = linked || sl_node_is (node, GUMBO_TAG_A);
      bold = bold || sl_node_is (node, GUMBO_TAG_B) || sl_node_is (node, GUMBO_TAG_STRONG);
      self->heading = self->heading || is_heading (node);
      self->item = self->item || is_item (node);
    }
  if (self->node == NULL)
    self->node = text;
  if (!linked && self->linked == 0)
    self->label += letters;
  self->letters += letters;
  self->linked += linked ? letters : 0;
  self->bold += bold ? letters : 0;
}

/**
 * sl_paragraph_drop:
 * @text: (inout): paragraphs apart by blank lines
 * @map: (inout): the way from the text to its capture
 * @dropped: for each paragraph of the text, whether it goes
 *
 * Takes paragraphs out of a text and its map.
 */
void
sl_paragraph_drop (char           **text,
                   SlTextMap      **map,
                   const gboolean  *dropped)
{
  g_autoptr (GString) left = g_string_new (NULL);
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (SlTextRun));
  gsize n_runs;
  const SlTextRun *runs = sl_text_map_get_runs (*map, &n_runs);
  gsize next = 0;
  guint32 from = 0;
  guint32 to = 0;

  for (const char *at = *text; *at != '\0'; dropped++)
    {
      const char *end = strstr (at, "\n\n");
      gsize length = end != NULL ? (gsize) (end - at) : strlen (at);
      guint32 length_cp = (guint32) g_utf8_strlen (at, (gssize) length);

      if (!*dropped)
        {
          if (left->len > 0)
            g_string_append (left, "\n\n");
          to += left->len > 0 ? 2 : 0;
          g_string_append_len (left, at, (gssize) length);
          copy_runs (kept, runs, n_runs, &next, from, from + length_cp, to);
          to += length_cp;
        }
      from += length_cp + 2;
      at += length + (end != NULL ? 2 : 0);
    }
  sl_text_map_unref (*map);
  *map = sl_text_map_new ((const SlTextRun *) (const void *) kept->data, kept->len);
  g_free (*text);
  *text = g_string_free_and_steal (g_steal_pointer (&left));
}
