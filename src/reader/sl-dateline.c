/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/sl-dateline.h"

#include "reader/sl-clutter.h"
#include "reader/sl-instant.h"
#include "reader/sl-node.h"

#include <string.h>

/* Where the lines about an article stand, in text nodes before its beginning, inside, and after its end. */
#define LINES_BEFORE 40u
#define LINES_INSIDE 4u
#define LINES_AFTER 20u

/* A date stands in a short line of its own; in a longer one it is part of the story or of a caption. */
#define MAX_DATELINE_BYTES 80u
#define MAX_DATELINE_LETTERS 48u

/* A line with hardly more than a date has so many letters and digits at most. */
#define MAX_LONE_LETTERS 28u

/* A page with more short lines with numbers than this is a table of something else. */
#define MAX_LOOKS 100u

/* How many paragraphs at the beginning of the text are looked at. */
#define MAX_OPENINGS 3u

/* How far up it is looked for what a date stands in. */
#define MAX_DEPTH 24

/* Length of a day as sl_instant_find() gives it. */
#define DAY_BYTES 10u

static const char *const apart_words[] = { "comment", "related", "teaser", "recommend", "tweet", NULL };
static const char *const updated_words[] = { "updat", "modif", "aktualis", NULL };

static gboolean
has_any (const char        *text,
         const char *const *words)
{
  for (; text != NULL && *words != NULL; words++)
    {
      if (strstr (text, *words) != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_apart_element (const GumboNode *node)
{
  static const GumboTag tags[] = { GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_NAV, GUMBO_TAG_ASIDE };
  const char *names = sl_node_get_attribute (node, "class");

  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      if (sl_node_is (node, tags[i]))
        return TRUE;
    }
  return names != NULL && (has_any (names, apart_words) || g_str_has_prefix (names, "nav"));
}

static gboolean
may_be_date (const char *text,
             gsize       max_letters)
{
  return strlen (text) < MAX_DATELINE_BYTES && strpbrk (text, "0123456789") != NULL && sl_clutter_count_letters (text) <= max_letters;
}

static char *
find_in_line (const char *text,
              gsize       max_letters,
              const char *language)
{
  g_autofree char *folded = NULL;

  if (!may_be_date (text, max_letters))
    return NULL;
  folded = g_ascii_strdown (text, -1);
  return sl_dateline_is_updated (folded) ? NULL : sl_instant_find (text, language);
}

/* "01.02.2022 The market …", below a heading or two: numbers only, for a story may well begin with the words of a day. */
static char *
find_opening (const char *text,
              const char *language)
{
  for (guint i = 0; i < MAX_OPENINGS && text != NULL; i++)
    {
      gsize length = strspn (text, "0123456789./");
      g_autofree char *start = length >= 8 && text[length] == ' ' ? g_strndup (text, length) : NULL;

      if (start != NULL)
        return sl_instant_find (start, language);
      text = strstr (text, "\n\n");
      text = text != NULL ? text + 2 : NULL;
    }
  return NULL;
}

/* "Ferry talks | 23.11.2025", "23.11.2025 | Ferry talks" */
static char *
find_in_title (const SlEvidence *evidence,
               const char       *language)
{
  const char *title = evidence->scan->title;
  const char *last = title != NULL ? strrchr (title, '|') : NULL;
  g_autofree char *first = last != NULL ? g_strndup (title, strcspn (title, "|")) : NULL;
  char *found = last != NULL ? find_in_line (last + 1, MAX_LONE_LETTERS, language) : NULL;

  return found == NULL && first != NULL ? find_in_line (first, MAX_LONE_LETTERS, language) : found;
}

static gboolean
is_linked (const GumboNode *text)
{
  const GumboNode *node = text->parent;

  for (int depth = 0; node != NULL && depth < MAX_DEPTH; depth++, node = node->parent)
    {
      if (sl_node_is (node, GUMBO_TAG_A))
        return TRUE;
    }
  return FALSE;
}

/* The only day that the page has in a line of its own. */
static char *
find_only (const SlEvidence *evidence,
           const char       *language)
{
  g_autofree char *only = NULL;
  guint n_looks = 0;

  for (guint i = 0; i < sl_page_get_n_texts (evidence->page); i++)
    {
      const GumboNode *text = sl_page_get_text (evidence->page, i);
      g_autofree char *found = NULL;

      if (!may_be_date (text->v.text.text, MAX_LONE_LETTERS))
        continue;
      if (++n_looks > MAX_LOOKS)
        return NULL;
      found = find_in_line (text->v.text.text, MAX_LONE_LETTERS, language);
      if (found == NULL || is_linked (text) || sl_dateline_is_apart (text->parent))
        continue;
      if (only != NULL && strncmp (only, found, DAY_BYTES) != 0)
        return NULL;
      if (only == NULL)
        only = g_steal_pointer (&found);
    }
  return g_steal_pointer (&only);
}

/* A date in a text node that stands alone, or nearly so where it is a link. */
static char *
find_in_text (const SlEvidence *evidence,
              guint             index,
              const char       *language)
{
  const GumboNode *text = sl_page_get_text (evidence->page, index);
  g_autofree char *found = find_in_line (text->v.text.text, MAX_DATELINE_LETTERS, language);

  if (found == NULL || sl_dateline_is_apart (text->parent)
      || (is_linked (text) && sl_clutter_count_letters (text->v.text.text) > MAX_LONE_LETTERS))
    return NULL;
  return g_steal_pointer (&found);
}

/**
 * sl_dateline_is_apart:
 * @node: an element
 *
 * Tells whether an element stands in navigation, in a quotation or among references to other pages, whose dates
 * are not the page's.
 *
 * Returns: whether it does
 */
gboolean
sl_dateline_is_apart (const GumboNode *node)
{
  for (int depth = 0; node != NULL && sl_node_is_element (node) && depth < MAX_DEPTH; depth++, node = node->parent)
    {
      if (sl_node_is (node, GUMBO_TAG_BODY) || sl_node_is (node, GUMBO_TAG_ARTICLE))
        return FALSE;
      if (is_apart_element (node))
        return TRUE;
    }
  return FALSE;
}

/**
 * sl_dateline_is_past:
 * @evidence: an article and its page
 * @node: an element of the page
 *
 * Tells whether an element comes after the article's last words.
 *
 * Returns: whether it does; %FALSE when there is no article
 */
gboolean
sl_dateline_is_past (const SlEvidence *evidence,
                     const GumboNode  *node)
{
  const SlArticle *article = evidence->article;

  return article->end_text > article->first_text
         && node->v.element.start_pos.offset > sl_page_get_text (evidence->page, article->end_text - 1)->v.text.start_pos.offset;
}

/**
 * sl_dateline_is_updated:
 * @words: lower case
 *
 * Tells words that go with the date of a change rather than that of publication.
 *
 * Returns: whether one of them is among @words
 */
gboolean
sl_dateline_is_updated (const char *words)
{
  return has_any (words, updated_words);
}

/**
 * sl_dateline_find_around:
 * @evidence: an article and its page
 * @language: (nullable): language of the page
 *
 * Finds a date in the lines about the article: the nearest before the text, at its beginning, or just after it.
 *
 * Returns: (transfer full) (nullable): the date as sl_instant_find() gives it
 */
char *
sl_dateline_find_around (const SlEvidence *evidence,
                         const char       *language)
{
  const SlArticle *article = evidence->article;
  guint n_texts = sl_page_get_n_texts (evidence->page);
  char *found = NULL;

  for (guint i = 0; i < MIN (LINES_BEFORE, article->first_text) && found == NULL; i++)
    found = find_in_text (evidence, article->first_text - 1 - i, language);
  for (guint i = article->first_text; i < MIN (article->first_text + LINES_INSIDE, n_texts) && found == NULL; i++)
    found = find_in_text (evidence, i, language);
  for (guint i = article->end_text; i < MIN (article->end_text + LINES_AFTER, n_texts) && found == NULL; i++)
    found = find_in_text (evidence, i, language);
  return found;
}

/**
 * sl_dateline_find_alone:
 * @evidence: an article and its page
 * @language: (nullable): language of the page
 *
 * Finds a date on a page that tells it nowhere near the article: at the end of the page's title, at the very
 * beginning of the text in numbers, or as the only day that stands in a line of its own.
 *
 * Returns: (transfer full) (nullable): the date as sl_instant_find() gives it
 */
char *
sl_dateline_find_alone (const SlEvidence *evidence,
                        const char       *language)
{
  char *found = find_in_title (evidence, language);

  if (found == NULL)
    found = find_opening (evidence->article->text, language);
  if (found == NULL)
    found = find_only (evidence, language);
  return found;
}
