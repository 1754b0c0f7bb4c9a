/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/sl-page-date.h"

#include "reader/sl-dateline.h"
#include "reader/sl-instant.h"

#include <string.h>

/* So many elements that may hold the date are read; a page about one article has few. */
#define MAX_LOOKS 60u

/* Lengths of a day and of an instant without its zone, as the finders give them. */
#define DAY_BYTES 10
#define SECOND_BYTES 19

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

/* The first time element that is said to be the date of publication, else the first that is not said to be another;
 * those near the article, or all that are not in a quotation or navigation. */
static char *
parse_times (const SlEvidence *evidence,
             gboolean          near,
             const char       *language)
{
  const SlPageScan *scan = evidence->scan;
  g_autofree char *any = NULL;
  guint n_looks = 0;

  for (guint i = 0; i < scan->times->len; i++)
    {
      const SlPageFact *fact = g_ptr_array_index (scan->times, i);
      gboolean said = has_word (fact->name, published_words);
      g_autofree char *parsed = NULL;

      if ((sl_dateline_is_updated (fact->name) && !said) || (any != NULL && !said))
        continue;
      if (sl_dateline_is_apart (fact->node) || (near && sl_dateline_is_past (evidence, fact->node)))
        continue;
      if (++n_looks > MAX_LOOKS)
        break;
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
      char *parsed = sl_dateline_is_updated (fact->name) ? parse_fact (fact, language) : NULL;

      if (parsed != NULL)
        return parsed;
    }
  return NULL;
}

static char *
parse_datelines (const SlEvidence *evidence,
                 gboolean          near,
                 const char       *language)
{
  const SlPageScan *scan = evidence->scan;
  guint n_looks = 0;

  for (guint i = 0; i < scan->datelines->len; i++)
    {
      const SlPageFact *fact = g_ptr_array_index (scan->datelines, i);
      char *parsed;

      if (sl_dateline_is_updated (fact->name) || sl_dateline_is_apart (fact->node) || (near && sl_dateline_is_past (evidence, fact->node)))
        continue;
      if (++n_looks > MAX_LOOKS)
        break;
      parsed = sl_instant_find (fact->value, language);
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
    found = parse_times (evidence, TRUE, language);
  if (found == NULL)
    found = sl_instant_find_in_url (evidence->url);
  if (found == NULL)
    found = parse_datelines (evidence, TRUE, language);
  if (found == NULL)
    found = sl_dateline_find_around (evidence, language);
  if (found == NULL)
    found = parse_times (evidence, FALSE, language);
  if (found == NULL)
    found = parse_datelines (evidence, FALSE, language);
  if (found == NULL)
    found = sl_dateline_find_alone (evidence, language);
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
        const SlEvidence *evidence)
{
  g_autofree char *meta = parse_metas (evidence->scan, published_metas, reading->language);
  g_autofree char *time = parse_times (evidence, TRUE, reading->language);

  if (refines (reading->published, meta))
    g_set_str (&reading->published, meta);
  else if (refines (reading->published, time))
    g_set_str (&reading->published, time);
}

static gboolean
same_day (const char *a,
          const char *b)
{
  return a != NULL && b != NULL && strncmp (a, b, DAY_BYTES) == 0;
}

/* What the page shows at the article as its date. */
static char *
find_shown (const SlEvidence *evidence,
            const char       *language)
{
  char *found = parse_times (evidence, TRUE, language);

  if (found == NULL)
    found = parse_datelines (evidence, TRUE, language);
  return found != NULL ? found : sl_dateline_find_around (evidence, language);
}

/* The instant @utc as it was where clocks showed @shown, which has no zone; NULL when no zone fits. */
static char *
place_in_zone (const char *utc,
               const char *shown)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GDateTime) there = g_date_time_new_from_iso8601 (shown, zone);
  g_autoptr (GDateTime) here = g_date_time_new_from_iso8601 (utc, zone);
  gint64 minutes;

  if (there == NULL || here == NULL)
    return NULL;
  minutes = (g_date_time_to_unix (there) - g_date_time_to_unix (here) + g_date_time_get_second (here)) / 60;
  if (minutes % 30 != 0 || minutes < -12 * 60 || minutes > 14 * 60)
    return NULL;
  return g_strdup_printf ("%.16s%s%c%02d:%02d", shown, utc + 16, minutes < 0 ? '-' : '+', (int) ABS (minutes) / 60, (int) ABS (minutes) % 60);
}

static gboolean
is_utc (const char *instant)
{
  return g_str_has_suffix (instant, "Z") || g_str_has_suffix (instant, "+00:00");
}

/* An instant declared in UTC falls on another day than the page shows where its readers are: it is told in their
 * zone, or, when it is but midnight there, as the day that it stands for. */
static char *
localise (const char *declared,
          const char *shown)
{
  g_autofree char *utc = NULL;

  if (!is_utc (declared) || strlen (declared) <= SECOND_BYTES)
    return NULL;
  utc = g_strndup (declared, SECOND_BYTES);
  if (strlen (shown) == SECOND_BYTES)
    return place_in_zone (utc, shown);
  return strlen (shown) == DAY_BYTES && g_str_has_suffix (utc, ":00:00") && strcmp (utc, shown) < 0 ? g_strdup (shown) : NULL;
}

/* Where what was found and what the page shows at the article are different days. */
static void
settle (SlReading        *reading,
        const SlEvidence *evidence)
{
  g_autofree char *meta = parse_metas (evidence->scan, published_metas, reading->language);
  g_autofree char *shown = NULL;
  char *better = NULL;

  if (reading->published == NULL || (same_day (meta, reading->published) && strlen (reading->published) > DAY_BYTES && !is_utc (reading->published)))
    return;
  shown = find_shown (evidence, reading->language);
  if (shown == NULL || same_day (shown, reading->published))
    return;
  if (same_day (meta, shown) && strlen (meta) > DAY_BYTES)
    better = g_strdup (meta);
  else
    better = localise (reading->published, shown);
  if (better == NULL && g_strcmp0 (reading->published, meta) == 0 && strlen (meta) == DAY_BYTES && !same_day (shown, reading->updated))
    better = g_strdup (shown);
  if (better != NULL)
    {
      g_free (reading->published);
      reading->published = better;
    }
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
  refine (reading, evidence);
  reading->updated = find_updated (evidence, reading->language);
  settle (reading, evidence);
  if (g_strcmp0 (reading->updated, reading->published) == 0)
    g_clear_pointer (&reading->updated, g_free);
}
