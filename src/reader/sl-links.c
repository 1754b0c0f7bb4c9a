/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/sl-links.h"

#include "helper/sl-reading-parts.h"
#include "reader/sl-node.h"

#include <string.h>

/* Links more than any article has, and the longest address that is one. */
#define MAX_LINKS 500u
#define MAX_URL_BYTES 4096u
#define MAX_WORDS_BYTES 400u

/* How far up a link is looked for. */
#define MAX_DEPTH 8

static const char *const url_metas[] = { "og:url", NULL };

/* An address on the web without its fragment; NULL for any other. */
static char *
resolve (const SlEvidence *evidence,
         const char       *href)
{
  const GUriFlags flags = G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_ENCODED;
  g_autofree char *base = NULL;
  g_autofree char *absolute = NULL;

  if (href == NULL || *href == '\0' || *href == '#' || strlen (href) > MAX_URL_BYTES)
    return NULL;
  if (evidence->scan->base != NULL)
    base = g_uri_resolve_relative (evidence->url, evidence->scan->base, flags, NULL);
  absolute = g_uri_resolve_relative (base != NULL ? base : evidence->url, href, flags, NULL);
  if (absolute == NULL || (!g_str_has_prefix (absolute, "https://") && !g_str_has_prefix (absolute, "http://")))
    return NULL;
  absolute[strcspn (absolute, "#")] = '\0';
  return g_steal_pointer (&absolute);
}

static const GumboNode *
find_anchor (const GumboNode *text)
{
  const GumboNode *node = text->parent;

  for (int depth = 0; node != NULL && depth < MAX_DEPTH; depth++, node = node->parent)
    {
      if (sl_node_is (node, GUMBO_TAG_A))
        return node;
    }
  return NULL;
}

static gboolean
is_same_page (const SlEvidence *evidence,
              const char       *url)
{
  return evidence->url != NULL && strncmp (evidence->url, url, strlen (url)) == 0
         && (evidence->url[strlen (url)] == '\0' || evidence->url[strlen (url)] == '#');
}

static void
add_link (const SlEvidence *evidence,
          const GumboNode  *anchor,
          GPtrArray        *links)
{
  g_autofree char *url = resolve (evidence, sl_node_get_attribute (anchor, "href"));
  g_autofree char *words = url != NULL && !is_same_page (evidence, url) ? sl_node_dup_text (anchor, MAX_WORDS_BYTES) : NULL;

  if (words == NULL || *words == '\0')
    return;
  for (guint i = 0; i < links->len; i++)
    {
      if (g_str_equal (((const SlReadingLink *) g_ptr_array_index (links, i))->url, url))
        return;
    }
  g_ptr_array_add (links, sl_reading_link_new (url, words));
}

/**
 * sl_links_collect:
 * @evidence: an article and its page
 * @links: (element-type SlReadingLink): links are appended
 *
 * Collects the links in the text that lead to other pages, each address once with the words that lead there
 * first. References to other articles that were left out of the text are among them; navigation is not.
 */
void
sl_links_collect (const SlEvidence *evidence,
                  GPtrArray        *links)
{
  const GumboNode *last = NULL;

  for (guint i = 0; i < evidence->article->texts->len; i++)
    {
      const GumboNode *text = sl_page_get_text (evidence->page, g_array_index (evidence->article->texts, guint, i));
      const GumboNode *anchor = find_anchor (text);

      if (anchor != NULL && anchor != last && links->len < MAX_LINKS)
        add_link (evidence, anchor, links);
      last = anchor;
    }
}

/**
 * sl_links_dup_canonical:
 * @evidence: a page
 *
 * Gives the address that a page has as its own.
 *
 * Returns: (transfer full) (nullable): an absolute address, or %NULL where the page gives none
 */
char *
sl_links_dup_canonical (const SlEvidence *evidence)
{
  char *url = resolve (evidence, evidence->scan->canonical);

  return url != NULL ? url : resolve (evidence, sl_page_scan_get_meta (evidence->scan, url_metas));
}
