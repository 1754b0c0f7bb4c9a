/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/sl-page-date.h"

#include "reader/sl-instant.h"

#include <string.h>

/* Where the lines about an article stand, in text nodes before its beginning, inside, and after its end. */
#define LINES_BEFORE 40u
#define LINES_INSIDE 4u
#define LINES_AFTER 20u

/* A date stands in a short line of its own; in a longer one it is part of the story. */
#define MAX_DATELINE_BYTES 80u

static const char *const published_metas[] = {
  "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "article:published", "parsely-pub-date", "sailthru.date",
  "rnews:datepublished", "originalpublicationdate", "article_date_original", "publishdate", "publish-date", "publish_date", "published_date",
  "publication_date", "published-date", "pubdate", "bt:pubdate", "cxenseparse:recs:publishtime", "citation_publication_date", "citation_online_date",
  "citation_date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "dcterms.available", "date",
  "created", "datecreated", "article.created", "article.published", "displaydate", "release_date", "ptime", "og:pubdate", "date_published",
  "prism.publicationdate", "last-published", "timestamp", "time", "article:post_date", NULL
};

static const char *const updated_metas[] = {
  "article:modified_time", "og:updated_time", "article:modified", "datemodified", "dcterms.modified", "dc.date.modified", "lastmod",
  "last-modified", "lastmodified", "modified", "og:modified_time", "article.updated", "revised", NULL
};

static const char *const published_words[] = { "publish", "pubdate", "posted", "entry-date", "created", "dateline", "release", "date-created", NULL };
static const char *const updated_words[] = { "updat", "modif", "aktualis", NULL };

static gboolean
has_word (const char        *text,
          const char *const *words)
{
  for (; *words != NULL; words++)
    {
      if (strstr (text, *words) != NULL)
        return TRUE;
    }
  return FALSE;
}

static char *
parse_metas (const SlPageScan        *scan,
             const char       *const *names,
             const char              *language)
{
  for (; *names != NULL; names++)
    {
      const char *one[] = { *names, NULL };
      char *parsed = sl_instant_parse (sl_page_scan_get_meta (scan, one), language);

      if (parsed != NULL)
        return parsed;
    }
  return NULL;
}

static char *
parse_fact (const SlPageFact *fact,
            const char       *language)
{
  char *parsed = fact->exact != NULL ? sl_instant_parse (fact->exact, language) : NULL;

  return parsed != NULL ? parsed : sl_instant_find (fact->value, language);
}

static char *
parse_items (const SlPageScan *scan,
             const char       *name,
             const char       *language)
{
  for (guint i = 0; i < scan->items->len; i++)
    {
      const SlPageFact *fact = g_ptr_array_index (scan->items, i);
      char *parsed = g_str_equal (fact->name, name) ? parse_fact (fact, language) : NULL;

      if (parsed != NULL)
        return parsed;
    }
  return NULL;
}

/* The first time element that is said to be the date of publication, else the first that is not said to be another. */
static char *
parse_times (const SlPageScan *scan,
             const char       *language)
{
  g_autofree char *any = NULL;

  for (guint i = 0; i < scan->times->len; i++)
    {
      const SlPageFact *fact = g_ptr_array_index (scan->times, i);
      gboolean said = has_word (fact->name, published_words);
      g_autofree char *parsed = NULL;

      if (has_word (fact->name, updated_words) && !said)
        continue;
      if (any != NULL && !said)
        continue;
      parsed = parse_fact (fact, language);
      if (parsed != NULL && said)
        return g_steal_pointer (&parsed);
      if (any == NULL)
        any = g_steal_pointer (&parsed);
    }
  return g_steal_pointer (&any);
}

static char *
parse_updated_times (const SlPageScan *scan,
                     const char       *language)
{
  for (guint i = 0; i < scan->times->len; i++)
    {
      const SlPageFact *fact = g_ptr_array_index (scan->times, i);
      char *parsed = has_word (fact->name, updated_words) ? parse_fact (fact, language) : NULL;

      if (parsed != NULL)
        return parsed;
    }
  return NULL;
}

static char *
parse_datelines (const SlPageScan *scan,
                 const char       *language)
{
  for (guint i = 0; i < scan->datelines->len; i++)
    {
      const SlPageFact *fact = g_ptr_array_index (scan->datelines, i);
      char *parsed = has_word (fact->name, updated_words) ? NULL : sl_instant_find (fact->value, language);

      if (parsed != NULL)
        return parsed;
    }
  return NULL;
}

/* Whether @a is a day and @b an instant on it, so that @b says more. */
static gboolean
refines (const char *a,
         const char *b)
{
  return a != NULL && b != NULL && strlen (a) == 10 && strlen (b) > 10 && strncmp (a, b, 10) == 0;
}

/* A date in the lines about the article: between the headline and the text, or just after it. */
static char *
parse_surroundings (const SlEvidence *evidence,
                    const char       *language)
{
  const guint windows[2][2] = {
    { MAX (evidence->article->first_text, LINES_BEFORE) - LINES_BEFORE, evidence->article->first_text + LINES_INSIDE },
    { evidence->article->end_text, evidence->article->end_text + LINES_AFTER },
  };
  guint n_texts = sl_page_get_n_texts (evidence->page);

  for (gsize window = 0; window < G_N_ELEMENTS (windows); window++)
    {
      for (guint i = windows[window][0]; i < MIN (windows[window][1], n_texts); i++)
        {
          const char *text = sl_page_get_text (evidence->page, i)->v.text.text;
          g_autofree char *folded = strlen (text) < MAX_DATELINE_BYTES ? g_ascii_strdown (text, -1) : NULL;
          char *found = folded == NULL || has_word (folded, updated_words) ? NULL : sl_instant_find (text, language);

          if (found != NULL)
            return found;
        }
    }
  return NULL;
}

static char *
find_published (const SlEvidence *evidence,
                const char       *language)
{
  const SlPageScan *scan = evidence->scan;
  char *found = sl_instant_parse (evidence->linked->published, language);

  if (found == NULL)
    found = parse_metas (scan, published_metas, language);
  if (found == NULL)
    found = parse_items (scan, "datepublished", language);
  if (found == NULL)
    found = parse_items (scan, "datecreated", language);
  if (found == NULL)
    found = parse_times (scan, language);
  if (found == NULL)
    found = sl_instant_find_in_url (evidence->url);
  if (found == NULL)
    found = parse_datelines (scan, language);
  if (found == NULL)
    found = parse_surroundings (evidence, language);
  return found;
}

static char *
find_updated (const SlEvidence *evidence,
              const char       *language)
{
  char *found = sl_instant_parse (evidence->linked->modified, language);

  if (found == NULL)
    found = parse_metas (evidence->scan, updated_metas, language);
  if (found == NULL)
    found = parse_items (evidence->scan, "datemodified", language);
  if (found == NULL)
    found = parse_updated_times (evidence->scan, language);
  return found;
}

/* An instant on the day that is known, from wherever the page tells it. */
static void
refine (SlReading        *reading,
        const SlPageScan *scan)
{
  g_autofree char *meta = parse_metas (scan, published_metas, reading->language);
  g_autofree char *time = parse_times (scan, reading->language);

  if (refines (reading->published, meta))
    g_set_str (&reading->published, meta);
  else if (refines (reading->published, time))
    g_set_str (&reading->published, time);
}

/**
 * sl_page_date_fill:
 * @reading: what is filled: published and updated; its language is read
 * @evidence: what to conclude from
 *
 * Finds when the page was published and when it was changed. What it declares wins over what its address
 * and its visible lines show. A date of change never stands in for that of publication.
 */
void
sl_page_date_fill (SlReading        *reading,
                   const SlEvidence *evidence)
{
  reading->published = find_published (evidence, reading->language);
  refine (reading, evidence->scan);
  reading->updated = find_updated (evidence, reading->language);
  if (g_strcmp0 (reading->updated, reading->published) == 0)
    g_clear_pointer (&reading->updated, g_free);
}
