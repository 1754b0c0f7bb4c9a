/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/sl-headline.h"

#include "reader/sl-markup.h"
#include "reader/sl-slug.h"
#include "reader/sl-title.h"

#include <string.h>

/* A list of own strings. */
typedef GPtrArray Strings;

/* What is not longer than this occurs in other titles by chance. */
#define MIN_HEADLINE_BYTES 8

/* Two headlines that end in so much of the same words differ in what stands above them only. */
#define MIN_TAIL_BYTES 24

/* How well the words of the address fit a headline that was the article's, and one that was not. */
#define GOOD_SLUG 0.8
#define FAIR_SLUG 0.5
#define POOR_SLUG 0.3

static const char *const title_metas[] = { "og:title", "twitter:title", NULL };
static const char *const spare_title_metas[] = { "parsely-title", "sailthru.title", "dc.title", "citation_title", NULL };

/* What stands between the words above a headline and the headline. */
static const char *const kicker_ends[] = { ": ", " - ", " – ", " — ", " | " };

static void
add_string (Strings    *strings,
            const char *text)
{
  char *plain = sl_markup_to_plain (text);

  if (plain != NULL)
    g_ptr_array_add (strings, plain);
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
is_site_only (const char        *title,
              const char *const *sites)
{
  g_autofree char *folded = sl_title_fold (title);

  for (; *sites != NULL; sites++)
    {
      g_autofree char *site = sl_title_fold (*sites);

      if (g_str_equal (folded, site))
        return TRUE;
    }
  return *folded == '\0';
}

/* Whether one of two headlines is the other with some words more. */
static gboolean
holds (const char *a,
       const char *b)
{
  return strstr (a, b) != NULL || strstr (b, a) != NULL;
}

/* The title element is made for search engines. A headline in the linked data that differs from it is the
 * editors' own where the other metadata only repeat the title element, unless the address speaks for these. */
static gboolean
prefers_linked (const SlEvidence *evidence,
                const char       *declared,
                const char       *linked,
                const char       *shown,
                const char       *language)
{
  g_autofree char *folded_declared = sl_title_fold (declared);
  g_autofree char *folded_linked = sl_title_fold (linked);
  g_autofree char *folded_shown = sl_title_fold (shown);
  double slug_declared;
  double slug_linked;

  if (strlen (folded_linked) < MIN_HEADLINE_BYTES || holds (folded_declared, folded_linked) || holds (folded_shown, folded_linked))
    return FALSE;
  slug_declared = sl_slug_match (evidence->url, declared, language);
  slug_linked = sl_slug_match (evidence->url, linked, language);
  if (g_str_has_prefix (folded_shown, folded_declared))
    return slug_declared < FAIR_SLUG || slug_declared < slug_linked;
  return slug_linked > GOOD_SLUG && slug_declared < POOR_SLUG;
}

static gboolean
shares_word (const char *a,
             gsize       a_length,
             const char *b,
             gsize       b_length)
{
  g_autofree char *one = g_strndup (a, a_length);
  g_autofree char *other = g_strndup (b, b_length);
  g_auto (GStrv) words = g_str_tokenize_and_fold (one, NULL, NULL);
  g_auto (GStrv) others = g_str_tokenize_and_fold (other, NULL, NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (g_strv_contains ((const char *const *) others, words[i]))
        return TRUE;
    }
  return FALSE;
}

/* What follows the words above a headline, or NULL; @length is that of these words. */
static const char *
find_after_kicker (const char *title,
                   gsize      *length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kicker_ends); i++)
    {
      const char *end = strstr (title, kicker_ends[i]);

      if (end == NULL)
        continue;
      *length = (gsize) (end - title);
      return end + strlen (kicker_ends[i]);
    }
  return NULL;
}

/* Where two forms of a headline differ only in the words above it, it is what they share. */
static const char *
find_common_tail (const char *a,
                  const char *b)
{
  gsize a_length = 0;
  gsize b_length = 0;
  const char *tail = find_after_kicker (a, &a_length);
  const char *other = find_after_kicker (b, &b_length);

  return tail != NULL && other != NULL && strlen (tail) >= MIN_TAIL_BYTES && g_str_equal (tail, other)
                 && !shares_word (a, a_length, b, b_length)
             ? tail
             : NULL;
}

/* The first title that is more than the site's name. */
static char *
choose_first (const Strings        *titles,
              const char    *const *sites)
{
  for (guint i = 0; i < titles->len; i++)
    {
      g_autofree char *title = sl_title_clean (g_ptr_array_index (titles, i), sites, (const char *const *) titles->pdata);

      if (!is_site_only (title, sites) || i + 1 == titles->len)
        return g_steal_pointer (&title);
    }
  return NULL;
}

/**
 * sl_headline_choose:
 * @evidence: what to conclude from
 * @sites: (array zero-terminated=1): names of the site
 * @language: (nullable): language of the page
 *
 * Finds the headline of the article: what the page declares for those who share it, then in linked data, in
 * other metadata, in headings, in its title. The site's name is taken off. Where these disagree, linked data
 * win over a declared title that is but the title element's; words above the headline that change from
 * place to place are no part of it.
 *
 * Returns: (transfer full) (nullable): the headline
 */
char *
sl_headline_choose (const SlEvidence        *evidence,
                    const char       *const *sites,
                    const char              *language)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new_null_terminated (1, g_free, TRUE);
  const SlPageScan *scan = evidence->scan;
  g_autofree char *chosen = NULL;
  g_autofree char *linked = NULL;
  g_autofree char *shown = NULL;

  collect_titles (titles, scan, evidence->linked, evidence->article);
  chosen = choose_first (titles, sites);
  if (chosen == NULL)
    return NULL;
  for (guint i = 0; i < scan->headings->len; i++)
    {
      const char *tail = find_common_tail (((const SlPageFact *) g_ptr_array_index (scan->headings, i))->value, chosen);

      if (tail != NULL)
        return g_strdup (tail);
    }
  if (evidence->linked->rank < 4 || evidence->linked->headline == NULL || scan->title == NULL || sl_page_scan_get_meta (scan, title_metas) == NULL)
    return g_steal_pointer (&chosen);
  linked = sl_markup_to_plain (evidence->linked->headline);
  shown = sl_markup_to_plain (scan->title);
  if (linked != NULL && shown != NULL && prefers_linked (evidence, chosen, linked, shown, language))
    return sl_title_clean (linked, sites, (const char *const *) titles->pdata);
  return g_steal_pointer (&chosen);
}
