/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/sl-signature.h"

#include "reader/sl-authors.h"
#include "reader/sl-dateline.h"
#include "reader/sl-markup.h"
#include "reader/sl-node.h"
#include "reader/sl-title.h"

#include <string.h>

/* How far two links to authors may be from the element that holds both. */
#define MAX_LINK_DISTANCE 3

/* A name in bold type at the top of a text has so many bytes at most. */
#define MAX_BOLD_BYTES 60u

/* Metadata that name an author, best first. The page may have one meta element for each author. */
static const char *const author_metas[] = {
  "author", "article:author_name", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "citation_author", "byl", "authors",
  "article:author", "og:article:author", "cxenseparse:author", "dc.contributor", "twitter:creator:name"
};

static void
add_linked (GPtrArray      *authors,
            const SlJsonLd *linked)
{
  for (guint i = 0; i < linked->authors->len; i++)
    {
      g_autofree char *name = sl_markup_to_plain (g_ptr_array_index (linked->authors, i));

      if (name != NULL)
        sl_authors_add (authors, name, TRUE);
    }
}

static void
add_metas (GPtrArray        *authors,
           const SlPageScan *scan)
{
  for (gsize i = 0; i < G_N_ELEMENTS (author_metas) && authors->len == 0; i++)
    {
      for (guint k = 0; k < scan->metas->len; k++)
        {
          const SlPageFact *fact = g_ptr_array_index (scan->metas, k);

          if (g_str_equal (fact->name, author_metas[i]) && strstr (fact->value, "://") == NULL)
            sl_authors_add (authors, fact->value, TRUE);
        }
    }
}

static void
add_items (GPtrArray        *authors,
           const SlPageScan *scan)
{
  for (guint i = 0; i < scan->items->len; i++)
    {
      const SlPageFact *fact = g_ptr_array_index (scan->items, i);

      if (g_str_equal (fact->name, "author"))
        sl_authors_add (authors, fact->value, FALSE);
    }
}

/* Elements that by their class are bylines; the one with names nearest to the beginning. */
static void
add_bylines (GPtrArray        *authors,
             const SlPageScan *scan)
{
  for (guint i = 0; i < scan->bylines->len && authors->len == 0; i++)
    {
      const SlPageFact *fact = g_ptr_array_index (scan->bylines, i);

      sl_authors_add (authors, fact->value, FALSE);
    }
}

static gboolean
is_near (const GumboNode *a,
         const GumboNode *b)
{
  const GumboNode *up = a->parent;

  for (int i = 0; i < MAX_LINK_DISTANCE && up != NULL; i++, up = up->parent)
    {
      const GumboNode *other = b->parent;

      for (int k = 0; k < MAX_LINK_DISTANCE && other != NULL; k++, other = other->parent)
        {
          if (up == other)
            return TRUE;
        }
    }
  return FALSE;
}

/* Links to pages about authors, the first of them outside of navigation and those beside it. */
static void
add_links (GPtrArray        *authors,
           const SlEvidence *evidence)
{
  const GumboNode *first = NULL;

  for (guint i = 0; i < evidence->scan->author_links->len; i++)
    {
      const SlPageFact *fact = g_ptr_array_index (evidence->scan->author_links, i);

      if (sl_dateline_is_apart (fact->node) || sl_dateline_is_past (evidence, fact->node))
        continue;
      if (first != NULL && !is_near (first, fact->node))
        return;
      first = fact->node;
      sl_authors_add (authors, fact->value, FALSE);
    }
}

/* A name alone in bold type at the top of the text, as papers without a field for it have. */
static void
add_bold_opening (GPtrArray       *authors,
                  const SlArticle *article,
                  const SlPage    *page)
{
  const GumboNode *text = article->end_text > article->first_text ? sl_page_get_text (page, article->first_text) : NULL;
  const char *end = strstr (article->text, "\n\n");
  g_autofree char *line = end != NULL && (gsize) (end - article->text) < MAX_BOLD_BYTES ? g_strndup (article->text, (gsize) (end - article->text)) : NULL;

  if (line == NULL || text == NULL || strchr (g_strstrip (line), ' ') == NULL || !sl_authors_is_name (line) || strpbrk (line, ".,;") != NULL)
    return;
  if (sl_node_is (text->parent, GUMBO_TAG_STRONG) || sl_node_is (text->parent, GUMBO_TAG_B))
    sl_authors_add (authors, line, FALSE);
}

/* Whether a name is one of the site's and nobody's. */
static gboolean
is_site_name (const char        *name,
              const char *const *sites)
{
  g_autofree char *folded = sl_title_fold (name);

  for (; *sites != NULL; sites++)
    {
      g_autofree char *site = sl_title_fold (*sites);

      if (g_str_equal (folded, site)
          || (strlen (site) > 4 && strstr (folded, site) != NULL)
          || (strlen (folded) > 4 && strstr (site, folded) != NULL))
        return TRUE;
    }
  return FALSE;
}

/* Names that the page shows or declares outside of its linked data. */
static void
add_others (GPtrArray        *authors,
            const SlEvidence *evidence)
{
  add_metas (authors, evidence->scan);
  if (authors->len == 0)
    add_items (authors, evidence->scan);
  if (authors->len == 0 && evidence->article->byline != NULL)
    sl_authors_add (authors, evidence->article->byline, FALSE);
  if (authors->len == 0)
    add_bylines (authors, evidence->scan);
  if (authors->len == 0)
    add_links (authors, evidence);
}

static gboolean
names_people (const GPtrArray        *people,
              const char      *const *sites)
{
  return people->len > 0 && sl_authors_is_name (people->pdata[0]) && !is_site_name (people->pdata[0], sites);
}

/* Where only the outlet signs, another place may still name somebody. */
static void
prefer_people (GPtrArray               *authors,
               const SlEvidence        *evidence,
               const char       *const *sites)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_free);

  if (authors->len != 1 || !is_site_name (authors->pdata[0], sites))
    return;
  add_metas (people, evidence->scan);
  for (int place = 0; place < 4 && !names_people (people, sites); place++)
    {
      g_ptr_array_set_size (people, 0);
      if (place == 0)
        add_items (people, evidence->scan);
      if (place == 0 && evidence->article->byline != NULL)
        sl_authors_add (people, evidence->article->byline, FALSE);
      if (place == 1)
        add_bylines (people, evidence->scan);
      if (place == 2)
        add_links (people, evidence);
      if (place == 3)
        add_bold_opening (people, evidence->article, evidence->page);
    }
  if (!names_people (people, sites))
    return;
  g_ptr_array_set_size (authors, 0);
  while (people->len > 0)
    g_ptr_array_add (authors, g_ptr_array_steal_index (people, 0));
}

/* An outlet that stands behind a person is where the person works. */
static void
drop_affiliations (GPtrArray         *authors,
                   const char *const *sites)
{
  if (authors->len < 2 || !sl_authors_is_name (authors->pdata[0]) || is_site_name (authors->pdata[0], sites))
    return;
  for (guint i = authors->len - 1; i > 0; i--)
    {
      if (is_site_name (authors->pdata[i], sites))
        g_ptr_array_remove_index (authors, i);
    }
}

/**
 * sl_signature_find:
 * @evidence: what to conclude from
 * @sites: (array zero-terminated=1): names of the site
 *
 * Finds who signed the article: linked data first, then metadata, then what is visible. Where it is only the
 * outlet, bylines, links to pages about authors and a name in bold type above the text are asked for a person;
 * an outlet's name behind a person's is no author.
 *
 * Returns: (transfer full): the names, possibly none
 */
GStrv
sl_signature_find (const SlEvidence        *evidence,
                   const char       *const *sites)
{
  g_autoptr (GPtrArray) authors = g_ptr_array_new_null_terminated (1, g_free, TRUE);

  add_linked (authors, evidence->linked);
  if (authors->len == 0)
    add_others (authors, evidence);
  prefer_people (authors, evidence, sites);
  drop_affiliations (authors, sites);
  return g_strdupv ((char **) authors->pdata);
}
