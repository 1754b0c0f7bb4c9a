/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/sl-page-facts.h"

#include "reader/sl-headline.h"
#include "reader/sl-instant.h"
#include "reader/sl-json-ld.h"
#include "reader/sl-links.h"
#include "reader/sl-markup.h"
#include "reader/sl-node.h"
#include "reader/sl-page-date.h"
#include "reader/sl-page-scan.h"
#include "reader/sl-quality.h"
#include "reader/sl-signature.h"
#include "reader/sl-title.h"

#include <string.h>

/* A list of own strings. */
typedef GPtrArray Strings;

static const char *const site_metas[] = { "og:site_name", "application-name", "al:android:app_name", "twitter:app:name:iphone", "publisher", "dc.publisher", "dcterms.publisher", "citation_publisher", NULL };
static const char *const language_metas[] = { "og:locale", "content-language", "dc.language", "language", "dcterms.language", NULL };

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

static void
fill_authors (SlReading               *reading,
              const SlEvidence        *evidence,
              const char       *const *sites)
{
  g_strfreev (reading->authors);
  reading->authors = sl_signature_find (evidence, sites);
  g_clear_pointer (&reading->byline, g_free);
  if (reading->authors[0] != NULL)
    reading->byline = g_strjoinv (", ", reading->authors);
  else if (evidence->article->byline != NULL)
    reading->byline = sl_markup_to_plain (evidence->article->byline);
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

/* Whether the page declares that it is not for everybody. */
static gboolean
is_for_payers (const SlEvidence *evidence)
{
  static const char *const tier_metas[] = { "article:content_tier", NULL };
  const char *tier = sl_page_scan_get_meta (evidence->scan, tier_metas);

  return g_strcmp0 (evidence->linked->access, "false") == 0 || g_strcmp0 (tier, "locked") == 0 || g_strcmp0 (tier, "metered") == 0;
}

/**
 * sl_page_facts_fill:
 * @reading: what is filled: title, byline, authors, outlet, dates, language, canonical address, links, paywall, kind and reason
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
  for (gsize i = 0; site_metas[i] != NULL; i++)
    add_string (sites, sl_page_scan_get_meta (scan, (const char *[]) { site_metas[i], NULL }));
  add_string (sites, article->site_name);
  g_set_str (&reading->outlet, first_string (sites));
  add_host (sites, url);
  fill_language (reading, scan, linked, article);
  reading->title = sl_headline_choose (&evidence, (const char *const *) sites->pdata, reading->language);
  fill_authors (reading, &evidence, (const char *const *) sites->pdata);
  sl_page_date_fill (reading, &evidence);
  reading->canonical = sl_links_dup_canonical (&evidence);
  sl_links_collect (&evidence, reading->links);
  reading->kind = sl_quality_judge (&evidence);
  reading->paywall = reading->kind == SL_READING_PAYWALL || is_for_payers (&evidence);
  g_set_str (&reading->reason, sl_quality_explain (reading->kind));
}
