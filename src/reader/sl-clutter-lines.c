/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/sl-clutter-lines.h"

#include "reader/sl-clutter.h"
#include "reader/sl-node.h"
#include "reader/sl-paragraph.h"

#include <string.h>

/* Where more of the text than this would go, the article is of another kind than these rules are made for. */
#define MAX_SHARE 0.3

/* A reference to another article: so much of it is a link, of so many letters at least. */
#define LINK_SHARE 0.9
#define MIN_LINK_LETTERS 12u

/* Letters before a colon or below a heading that only announce what was left out. */
#define MAX_LABEL_LETTERS 40u

/* Captions and credits of pictures are not longer. */
#define MAX_CREDIT_LETTERS 60u
#define MAX_CAPTION_LETTERS 150u

/* A picture with its caption stands in so many elements and wrappers at most. */
#define MAX_FIGURE_NODES 60
#define MAX_FIGURE_WRAPPERS 3
#define CAPTION_SLACK 30u

static const GumboTag pictures[] = { GUMBO_TAG_IMG, GUMBO_TAG_PICTURE, GUMBO_TAG_VIDEO, GUMBO_TAG_IFRAME, GUMBO_TAG_FIGURE };

static gboolean
ends_sentence (const char *line)
{
  const char *last = line + strlen (line);

  last = *line != '\0' ? g_utf8_prev_char (last) : last;
  switch (g_utf8_get_char (last))
    {
    case '.':
    case '!':
    case '?':
    case '"':
    case ')':
    case 0x2019: /* ’ */
    case 0x201c: /* “ */
    case 0x201d: /* ” */
    case 0x2026: /* … */
    case 0xbb:   /* » */
    case 0xab:   /* « */
    case 0x3002: /* 。 */
      return TRUE;
    default:
      return FALSE;
    }
}

/* "Read more: Fog closes the harbour", and links that are paragraphs of their own. */
static gboolean
is_reference (const SlParagraph *paragraph,
              const char        *line)
{
  const char *colon = strchr (line, ':');
  gsize rest = paragraph->letters - paragraph->linked;

  if (paragraph->item || paragraph->linked < MIN_LINK_LETTERS)
    return FALSE;
  if ((double) paragraph->linked >= LINK_SHARE * (double) paragraph->letters)
    return TRUE;
  if (colon == NULL || rest != paragraph->label || rest > MAX_LABEL_LETTERS)
    return FALSE;
  g_autofree char *label = g_strndup (line, (gsize) (colon - line));
  return sl_clutter_count_letters (label) == rest;
}

static gboolean
is_address (const char *line)
{
  return (g_str_has_prefix (line, "https://") || g_str_has_prefix (line, "http://")) && strchr (line, ' ') == NULL;
}

/* "© Ada Marsh", "Ada Marsh/Picture Shop" */
static gboolean
is_credit (const SlParagraph *paragraph,
           const char        *line)
{
  const char *slash = strchr (line, '/');

  if (g_str_has_prefix (line, "©"))
    return paragraph->letters <= 2 * MAX_CREDIT_LETTERS;
  return slash != NULL && slash > line && g_ascii_isalpha (slash[-1]) && g_ascii_isalpha (slash[1]) && strpbrk (line, "0123456789:\n") == NULL
         && paragraph->letters <= MAX_CREDIT_LETTERS && !paragraph->item && !paragraph->heading && !ends_sentence (line) && g_ascii_isupper (slash[1]);
}

/* Whether an element is hardly more than a picture and @letters letters. */
static gboolean
holds_picture (const GumboNode *root,
               gsize            letters)
{
  gsize seen = 0;
  gboolean picture = FALSE;
  int n_nodes = 0;

  for (const GumboNode *node = root; node != NULL; node = sl_node_next (node, root))
    {
      if (++n_nodes > MAX_FIGURE_NODES)
        return FALSE;
      if (sl_node_is_text (node))
        seen += sl_clutter_count_letters (node->v.text.text);
      if (seen > letters + CAPTION_SLACK)
        return FALSE;
      for (gsize i = 0; i < G_N_ELEMENTS (pictures); i++)
        picture = picture || sl_node_is (node, pictures[i]);
    }
  return picture;
}

/* A short text beside a picture, in a wrapper with nothing else. */
static gboolean
is_caption (const SlParagraph *paragraph)
{
  const GumboNode *node = paragraph->node != NULL ? paragraph->node->parent : NULL;

  if (node == NULL || paragraph->letters > MAX_CAPTION_LETTERS || paragraph->heading || paragraph->item)
    return FALSE;
  for (int i = 0; i < MAX_FIGURE_WRAPPERS && node != NULL && sl_node_is_element (node); node = node->parent)
    {
      if (!sl_clutter_is_block (node) && !sl_node_is (node, GUMBO_TAG_FIGURE) && !sl_node_is (node, GUMBO_TAG_TD) && !sl_node_is (node, GUMBO_TAG_A))
        continue;
      if (holds_picture (node, paragraph->letters))
        return TRUE;
      i++;
    }
  return FALSE;
}

static gboolean
is_clutter (const SlParagraph *paragraph,
            const char        *line)
{
  return is_reference (paragraph, line) || is_address (line) || is_credit (paragraph, line) || is_caption (paragraph);
}

/* Words that only make sense with something below them. */
static gboolean
is_label (const SlParagraph *paragraph,
          const char        *line)
{
  return !paragraph->item && paragraph->letters <= MAX_LABEL_LETTERS && (!ends_sentence (line) || paragraph->heading) && strchr (line, '\n') == NULL;
}

/* Labels of what was left out, and those at the end of all. */
static void
mark_labels (const GArray  *paragraphs,
             char         **lines,
             gboolean      *dropped)
{
  gboolean below = FALSE;  /* something is kept below */

  for (guint i = paragraphs->len; i > 0; i--)
    {
      const SlParagraph *paragraph = &g_array_index (paragraphs, SlParagraph, i - 1);
      gboolean label = is_label (paragraph, lines[i - 1]);
      gboolean colon = g_str_has_suffix (lines[i - 1], ":");
      gboolean empty = paragraph->gap || (i < paragraphs->len && dropped[i]);

      if (dropped[i - 1])
        continue;
      if (label && !below && (paragraph->heading || colon || paragraph->bold == paragraph->letters || empty))
        dropped[i - 1] = TRUE;
      else if (label && empty && !paragraph->heading)
        dropped[i - 1] = TRUE;
      else
        below = TRUE;
    }
}

/**
 * sl_clutter_lines_drop:
 * @article: an article; its text, map and paragraphs become shorter
 *
 * Takes out paragraphs that by their form are no part of the story: references to other articles, bare addresses,
 * captions and credits of pictures, and labels below which nothing is left. Where that were much of the text it
 * stays as it is.
 */
void
sl_clutter_lines_drop (SlArticle *article)
{
  g_auto (GStrv) lines = g_strsplit (article->text, "\n\n", 0);
  g_autofree gboolean *dropped = g_new0 (gboolean, article->paragraphs->len + 1);
  gsize all = 0;
  gsize lost = 0;

  if (g_strv_length (lines) != article->paragraphs->len)
    return;
  for (guint i = 0; i < article->paragraphs->len; i++)
    dropped[i] = is_clutter (&g_array_index (article->paragraphs, SlParagraph, i), lines[i]);
  mark_labels (article->paragraphs, lines, dropped);
  for (guint i = 0; i < article->paragraphs->len; i++)
    {
      gsize letters = g_array_index (article->paragraphs, SlParagraph, i).letters;

      all += letters;
      lost += dropped[i] ? letters : 0;
    }
  if (lost == 0 || (double) lost > MAX_SHARE * (double) all)
    return;
  sl_article_drop (article, dropped);
}
