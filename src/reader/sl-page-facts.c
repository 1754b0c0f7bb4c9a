/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/sl-page-facts.h"

#include "reader/sl-authors.h"
#include "reader/sl-instant.h"
#include "reader/sl-json-ld.h"
#include "reader/sl-markup.h"
#include "reader/sl-node.h"
#include "reader/sl-page-date.h"
#include "reader/sl-page-scan.h"
#include "reader/sl-quality.h"
#include "reader/sl-title.h"

#include <string.h>

/* A list of own strings. */
typedef GPtrArray Strings;

static const char *const site_metas[] = { "og:site_name", "application-name", "al:android:app_name", "twitter:app:name:iphone", "publisher", "dc.publisher", "dcterms.publisher", "citation_publisher", NULL };
static const char *const language_metas[] = { "og:locale", "content-language", "dc.language", "language", "dcterms.language", NULL };
/* What is not longer than this occurs in other titles by chance. */
#define MIN_HEADLINE_BYTES 8

static const char *const title_metas[] = { "og:title", "twitter:title", NULL };
static const char *const spare_title_metas[] = { "parsely-title", "sailthru.title", "dc.title", "citation_title", NULL };

/* Metadata that name an author, best first. The page may have one meta element for each author. */
static const char *const author_metas[] = {
  "author", "article:author_name", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "citation_author", "byl", "authors",
  "article:author", "og:article:author", "cxenseparse:author", "dc.contributor", "twitter:creator:name"
};

static void
add_string (Strings    *strings,
            const char *text)
{
  char *plain = sl_markup_to_plain (text);

  if (plain != NULL)
    g_ptr_array_add (strings, plain);
}

static const char *
first_string (const Strings *strings)
{
  return strings->len > 0 ? g_ptr_array_index (strings, 0) : NULL;
}

/* The label of a host that names the site: the last one that is no suffix like "co.uk" or "com.au". */
static char *
dup_site_label (const char *host)
{
  static const char *const suffixes[] = { "com", "org", "net", "gov", "edu", "gob", "gouv", "www", NULL };
  g_auto (GStrv) labels = g_strsplit (host, ".", -1);
  guint n_labels = g_strv_length (labels);

  for (guint i = n_labels > 0 ? n_labels - 1 : 0; i > 0; i--)
    {
      if (strlen (labels[i - 1]) > 2 && !g_strv_contains (suffixes, labels[i - 1]))
        return g_strdup (labels[i - 1]);
    }
  return NULL;
}

/* "www.example.org" gives "example.org" and "example". */
static void
add_host (Strings    *sites,
          const char *url)
{
  g_autoptr (GUri) uri = url != NULL ? g_uri_parse (url, G_URI_FLAGS_PARSE_RELAXED, NULL) : NULL;
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;
  char *label = host != NULL ? dup_site_label (host) : NULL;

  if (host != NULL && *host != '\0')
    g_ptr_array_add (sites, g_strdup (g_str_has_prefix (host, "www.") ? host + 4 : host));
  if (label != NULL)
    g_ptr_array_add (sites, label);
}

/* Pages without a heading of the first rank: the one that the title names too, after or before the site. */
static const char *
choose_lesser_heading (const SlPageScan *scan)
{
  g_autofree char *title = scan->title != NULL ? sl_title_fold (scan->title) : NULL;

  for (guint i = 0; title != NULL && i < scan->lesser_headings->len; i++)
    {
      const SlPageFact *heading = g_ptr_array_index (scan->lesser_headings, i);
      g_autofree char *folded = sl_title_fold (heading->value);

      if (strlen (folded) > MIN_HEADLINE_BYTES && (g_str_has_suffix (title, folded) || g_str_has_prefix (title, folded)))
        return heading->value;
    }
  return NULL;
}

/* The heading that is the headline: the one most like another title of the page, else the only one. */
static const char *
choose_heading (const SlPageScan *scan,
                const Strings    *titles)
{
  for (guint i = 0; i < scan->headings->len; i++)
    {
      const SlPageFact *heading = g_ptr_array_index (scan->headings, i);
      g_autofree char *folded = sl_title_fold (heading->value);

      for (guint k = 0; k < titles->len && strlen (folded) > MIN_HEADLINE_BYTES; k++)
        {
          g_autofree char *other = sl_title_fold (g_ptr_array_index (titles, k));

          if (strstr (other, folded) != NULL || strstr (folded, other) != NULL)
            return heading->value;
        }
    }
  if (scan->headings->len == 0)
    return choose_lesser_heading (scan);
  return scan->headings->len == 1 ? ((const SlPageFact *) g_ptr_array_index (scan->headings, 0))->value : NULL;
}

static void
collect_titles (Strings          *titles,
                const SlPageScan *scan,
                const SlJsonLd   *linked,
                const SlArticle  *article)
{
  const char *og = sl_page_scan_get_meta (scan, title_metas);
  const char *heading;

  add_string (titles, og);
  if (linked->rank >= 2)
    add_string (titles, linked->headline);
  add_string (titles, sl_page_scan_get_meta (scan, spare_title_metas));
  heading = choose_heading (scan, titles);
  add_string (titles, heading);
  if (linked->rank >= 2)
    add_string (titles, linked->name);
  add_string (titles, scan->title);
  add_string (titles, article->title);
  if (heading == NULL && titles->len == 0 && scan->headings->len > 0)
    add_string (titles, ((const SlPageFact *) g_ptr_array_index (scan->headings, 0))->value);
}

/* What all pages of a site have for a title is none. */
static gboolean
is_site_only (const char    *title,
              const Strings *sites)
{
  g_autofree char *folded = sl_title_fold (title);

  for (guint i = 0; sites->pdata[i] != NULL; i++)
    {
      g_autofree char *site = sl_title_fold (sites->pdata[i]);

      if (g_str_equal (folded, site))
        return TRUE;
    }
  return *folded == '\0';
}

static void
fill_title (SlReading        *reading,
            const SlPageScan *scan,
            const SlJsonLd   *linked,
            const SlArticle  *article,
            const Strings    *sites)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new_null_terminated (1, g_free, TRUE);

  collect_titles (titles, scan, linked, article);
  for (guint i = 0; i < titles->len; i++)
    {
      g_autofree char *title = sl_title_clean (g_ptr_array_index (titles, i),
                                               (const char *const *) sites->pdata,
                                               (const char *const *) titles->pdata);

      if (is_site_only (title, sites) && i + 1 < titles->len)
        continue;
      g_set_str (&reading->title, title);
      return;
    }
}

static void
add_author_metas (GPtrArray        *authors,
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
add_author_items (GPtrArray        *authors,
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

/* Whether a name is one of the site's and nobody's. */
static gboolean
is_site_name (const char    *name,
              const Strings *sites)
{
  g_autofree char *folded = sl_title_fold (name);

  for (guint i = 0; sites->pdata[i] != NULL; i++)
    {
      g_autofree char *site = sl_title_fold (sites->pdata[i]);

      if (g_str_equal (folded, site)
          || (strlen (site) > 4 && strstr (folded, site) != NULL)
          || (strlen (folded) > 4 && strstr (site, folded) != NULL))
        return TRUE;
    }
  return FALSE;
}

/* Names that the page shows or declares outside of its linked data. */
static void
add_other_authors (GPtrArray        *authors,
                   const SlPageScan *scan,
                   const SlArticle  *article)
{
  add_author_metas (authors, scan);
  if (authors->len == 0)
    add_author_items (authors, scan);
  if (authors->len == 0 && article->byline != NULL)
    sl_authors_add (authors, article->byline, FALSE);
  if (authors->len == 0)
    add_bylines (authors, scan);
}

/* Where only the outlet signs, another place may still name somebody. */
static void
prefer_people (GPtrArray        *authors,
               const SlPageScan *scan,
               const SlArticle  *article,
               const Strings    *sites)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_free);

  if (authors->len != 1 || !is_site_name (authors->pdata[0], sites))
    return;
  add_author_metas (people, scan);
  if (people->len == 0 || !sl_authors_is_name (people->pdata[0]) || is_site_name (people->pdata[0], sites))
    {
      g_ptr_array_set_size (people, 0);
      add_author_items (people, scan);
      if (article->byline != NULL)
        sl_authors_add (people, article->byline, FALSE);
      if (people->len == 0)
        add_bylines (people, scan);
    }
  if (people->len == 0 || is_site_name (people->pdata[0], sites))
    return;
  g_ptr_array_set_size (authors, 0);
  while (people->len > 0)
    g_ptr_array_add (authors, g_ptr_array_steal_index (people, 0));
}

static void
fill_authors (SlReading        *reading,
              const SlPageScan *scan,
              const SlJsonLd   *linked,
              const SlArticle  *article,
              const Strings    *sites)
{
  g_autoptr (GPtrArray) authors = g_ptr_array_new_null_terminated (1, g_free, TRUE);

  for (guint i = 0; i < linked->authors->len; i++)
    {
      g_autofree char *name = sl_markup_to_plain (g_ptr_array_index (linked->authors, i));

      if (name != NULL)
        sl_authors_add (authors, name, TRUE);
    }
  if (authors->len == 0)
    add_other_authors (authors, scan, article);
  prefer_people (authors, scan, article, sites);
  g_strfreev (reading->authors);
  reading->authors = g_strdupv ((char **) authors->pdata);
  g_clear_pointer (&reading->byline, g_free);
  if (authors->len > 0)
    reading->byline = g_strjoinv (", ", reading->authors);
  else if (article->byline != NULL)
    reading->byline = sl_markup_to_plain (article->byline);
}

/* "de_DE" and "DE-de" are "de-DE"; anything else that is no language tag is dropped. */
static char *
normalise_language (const char *text)
{
  g_autofree char *tag = text != NULL ? g_strdelimit (g_strstrip (g_strdup (text)), "_", '-') : NULL;
  gsize primary = tag != NULL ? strspn (tag, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") : 0;
  GString *out;

  if (primary < 2 || primary > 3 || (tag[primary] != '-' && tag[primary] != '\0') || strlen (tag) > 20)
    return NULL;
  out = g_string_new (NULL);
  for (gsize i = 0; tag[i] != '\0'; i++)
    {
      gsize rest = strlen (tag + primary);

      if (!g_ascii_isalnum (tag[i]) && tag[i] != '-')
        break;
      g_string_append_c (out, i < primary ? g_ascii_tolower (tag[i]) : rest == 3 ? g_ascii_toupper (tag[i])
                                                                                 : tag[i]);
    }
  return g_string_free_and_steal (out);
}

static void
fill_language (SlReading        *reading,
               const SlPageScan *scan,
               const SlJsonLd   *linked,
               const SlArticle  *article)
{
  const char *said[] = {
    scan->language, article->language, linked->language, sl_page_scan_get_meta (scan, language_metas)
  };

  for (gsize i = 0; i < G_N_ELEMENTS (said) && reading->language == NULL; i++)
    reading->language = normalise_language (said[i]);
}

/**
 * sl_page_facts_fill:
 * @reading: what is filled: title, byline, authors, outlet, dates, language, kind and reason
 * @page: the page
 * @article: its article
 * @url: (nullable): where it came from
 *
 * Reads what the page says about itself: linked data first, then metadata, then what is visible. Judges
 * whether it holds an article at all.
 */
void
sl_page_facts_fill (SlReading       *reading,
                    const SlPage    *page,
                    const SlArticle *article,
                    const char      *url)
{
  g_autoptr (SlPageScan) scan = sl_page_scan_new (page);
  g_autoptr (SlJsonLd) linked = sl_json_ld_new ((const char *const *) scan->scripts->pdata);
  g_autoptr (GPtrArray) sites = g_ptr_array_new_null_terminated (1, g_free, TRUE);
  const SlEvidence evidence = { page, article, scan, linked, url };

  add_string (sites, linked->publisher);
  add_string (sites, sl_page_scan_get_meta (scan, site_metas));
  add_string (sites, article->site_name);
  g_set_str (&reading->outlet, first_string (sites));
  add_host (sites, url);
  fill_language (reading, scan, linked, article);
  fill_title (reading, scan, linked, article, sites);
  fill_authors (reading, scan, linked, article, sites);
  sl_page_date_fill (reading, &evidence);
  reading->kind = sl_quality_judge (&evidence);
  g_set_str (&reading->reason, sl_quality_explain (reading->kind));
}
