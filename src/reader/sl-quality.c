/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/sl-quality.h"

#include "reader/sl-node.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So much of a page's beginning is searched for the words that give it away. */
#define MAX_LOOK_BYTES 8000u

/* Below so many characters a page shows too little to be the page that was wanted. */
#define FEW_CP 250

/* A notice in place of a page is not longer than this; an article that mentions such words is. */
#define NOTICE_CP 2500

/* A piece of an article before a paywall is not longer than this. */
#define STUB_CP 2200

/* The shortest news there is has more. */
#define SHORT_CP 150

/* Share of link text from which on a text is a list of links. */
#define LISTING_SHARE 0.5

/* Words in a page that make it what it is, case-folded. They count only where there is little text beside them. */
static const struct
{
  SlReadingKind kind;
  const char *words; /* (unowned) */
} notices[] = {
  { SL_READING_BLOCKED, "verify you are human" },
  { SL_READING_BLOCKED, "verify that you are human" },
  { SL_READING_BLOCKED, "verifying you are human" },
  { SL_READING_BLOCKED, "are you a robot" },
  { SL_READING_BLOCKED, "not a robot" },
  { SL_READING_BLOCKED, "checking your browser" },
  { SL_READING_BLOCKED, "checking if the site connection is secure" },
  { SL_READING_BLOCKED, "just a moment..." },
  { SL_READING_BLOCKED, "attention required! | cloudflare" },
  { SL_READING_BLOCKED, "pardon our interruption" },
  { SL_READING_BLOCKED, "unusual traffic" },
  { SL_READING_BLOCKED, "automated access" },
  { SL_READING_BLOCKED, "access denied" },
  { SL_READING_BLOCKED, "access to this page has been denied" },
  { SL_READING_BLOCKED, "you have been blocked" },
  { SL_READING_BLOCKED, "request could not be satisfied" },
  { SL_READING_BLOCKED, "403 forbidden" },
  { SL_READING_BLOCKED, "complete the captcha" },
  { SL_READING_BLOCKED, "enable javascript and cookies to continue" },
  { SL_READING_BLOCKED, "zugriff verweigert" },
  { SL_READING_BLOCKED, "доступ запрещён" },
  { SL_READING_BLOCKED, "доступ заборонено" },
  { SL_READING_NOT_FOUND, "404 not found" },
  { SL_READING_NOT_FOUND, "error 404" },
  { SL_READING_NOT_FOUND, "page not found" },
  { SL_READING_NOT_FOUND, "page cannot be found" },
  { SL_READING_NOT_FOUND, "page can't be found" },
  { SL_READING_NOT_FOUND, "page you requested could not be found" },
  { SL_READING_NOT_FOUND, "page you are looking for" },
  { SL_READING_NOT_FOUND, "seite nicht gefunden" },
  { SL_READING_NOT_FOUND, "seite wurde nicht gefunden" },
  { SL_READING_NOT_FOUND, "page introuvable" },
  { SL_READING_NOT_FOUND, "página no encontrada" },
  { SL_READING_NOT_FOUND, "pagina non trovata" },
  { SL_READING_NOT_FOUND, "сторінку не знайдено" },
  { SL_READING_NOT_FOUND, "страница не найдена" },
  { SL_READING_CONSENT, "before you continue to" },
  { SL_READING_CONSENT, "we value your privacy" },
  { SL_READING_CONSENT, "your privacy choices" },
  { SL_READING_CONSENT, "consent to the use of" },
  { SL_READING_CONSENT, "accept all cookies" },
  { SL_READING_CONSENT, "accept and continue" },
  { SL_READING_CONSENT, "mit werbung weiterlesen" },
  { SL_READING_CONSENT, "mit werbung und cookies" },
  { SL_READING_CONSENT, "ihre zustimmung" },
  { SL_READING_CONSENT, "einwilligung zur datenverarbeitung" },
  { SL_READING_CONSENT, "accepter et continuer" },
  { SL_READING_CONSENT, "continuer sans accepter" },
  { SL_READING_CONSENT, "aceptar y continuar" },
  { SL_READING_PAYWALL, "subscribe to continue" },
  { SL_READING_PAYWALL, "subscribe to read" },
  { SL_READING_PAYWALL, "subscribe now to" },
  { SL_READING_PAYWALL, "to continue reading" },
  { SL_READING_PAYWALL, "to keep reading" },
  { SL_READING_PAYWALL, "to read the full" },
  { SL_READING_PAYWALL, "already a subscriber" },
  { SL_READING_PAYWALL, "for subscribers only" },
  { SL_READING_PAYWALL, "this article is for subscribers" },
  { SL_READING_PAYWALL, "exclusively for subscribers" },
  { SL_READING_PAYWALL, "jetzt weiterlesen" },
  { SL_READING_PAYWALL, "jetzt abonnieren" },
  { SL_READING_PAYWALL, "exklusiv für abonnenten" },
  { SL_READING_PAYWALL, "artikel weiterlesen" },
  { SL_READING_PAYWALL, "il vous reste" },
  { SL_READING_PAYWALL, "réservé aux abonnés" },
  { SL_READING_PAYWALL, "contenido exclusivo para suscriptores" },
  { SL_READING_PAYWALL, "лише для передплатників" },
  { SL_READING_PAYWALL, "только для подписчиков" },
  { SL_READING_SCRIPT_ONLY, "enable javascript" },
  { SL_READING_SCRIPT_ONLY, "javascript is disabled" },
  { SL_READING_SCRIPT_ONLY, "javascript is required" },
  { SL_READING_SCRIPT_ONLY, "requires javascript" },
  { SL_READING_SCRIPT_ONLY, "javascript aktivieren" },
  { SL_READING_SCRIPT_ONLY, "activer javascript" },
};

static const char *const reasons[] = {
  [SL_READING_ARTICLE] = NULL,
  [SL_READING_LISTING] = N_ ("The page is a list of links, not an article"),
  [SL_READING_CONSENT] = N_ ("The page asks for consent before it shows anything"),
  [SL_READING_PAYWALL] = N_ ("The page shows only the beginning of the article to those who have not paid"),
  [SL_READING_BLOCKED] = N_ ("The page shuts out automatic readers"),
  [SL_READING_NOT_FOUND] = N_ ("The page says that it was not found"),
  [SL_READING_SCRIPT_ONLY] = N_ ("The page shows nothing unless its scripts run"),
  [SL_READING_SHORT] = N_ ("The page has so little text that the article may be missing"),
  [SL_READING_EMPTY] = N_ ("The page has no readable text"),
};

static gboolean
is_inside_link (const GumboNode *node)
{
  int depth = 0;

  for (; node != NULL && depth < 16; node = node->parent, depth++)
    {
      if (sl_node_is (node, GUMBO_TAG_A))
        return TRUE;
    }
  return FALSE;
}

static gsize
count_letters (const char *text)
{
  gsize count = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    count += g_unichar_isalnum (g_utf8_get_char (text));
  return count;
}

/* Share of the article's letters that stand in links. */
static double
measure_link_share (const SlEvidence *evidence)
{
  gsize all = 0;
  gsize linked = 0;

  for (guint i = 0; i < evidence->article->texts->len; i++)
    {
      const GumboNode *node = sl_page_get_text (evidence->page, g_array_index (evidence->article->texts, guint, i));
      gsize letters = count_letters (node->v.text.text);

      all += letters;
      linked += is_inside_link (node) ? letters : 0;
    }
  return all > 0 ? (double) linked / (double) all : 0.0;
}

/* What the page shows, title first, case-folded. */
static char *
look (const SlEvidence *evidence,
      long             *shown_cp)
{
  g_autofree char *shown = sl_node_dup_text (sl_page_get_document (evidence->page), MAX_LOOK_BYTES);
  const char *title = evidence->scan->title != NULL ? evidence->scan->title : "";

  *shown_cp = MAX (0, g_utf8_strlen (shown, -1) - g_utf8_strlen (title, -1));
  return g_utf8_casefold (shown, -1);
}

/* The first kind in the order of the table whose words are in @text. */
static SlReadingKind
match_notice (const char    *text,
              SlReadingKind  from,
              SlReadingKind  to)
{
  for (gsize i = 0; i < G_N_ELEMENTS (notices); i++)
    {
      if (notices[i].kind >= from && notices[i].kind <= to && strstr (text, notices[i].words) != NULL)
        return notices[i].kind;
    }
  return SL_READING_ARTICLE;
}

static gboolean
is_front_page (const char *url)
{
  g_autoptr (GUri) uri = url != NULL ? g_uri_parse (url, G_URI_FLAGS_PARSE_RELAXED, NULL) : NULL;
  const char *path = uri != NULL ? g_uri_get_path (uri) : NULL;

  return path != NULL && (*path == '\0' || g_str_equal (path, "/")) && g_uri_get_query (uri) == NULL;
}

static gboolean
has_scripts (const SlEvidence *evidence)
{
  const GumboNode *document = sl_page_get_document (evidence->page);

  for (const GumboNode *node = document; node != NULL; node = sl_node_next (node, document))
    {
      if (sl_node_is (node, GUMBO_TAG_SCRIPT))
        return TRUE;
    }
  return FALSE;
}

static SlReadingKind
judge_without_text (const SlEvidence *evidence,
                    const char       *shown,
                    long              shown_cp)
{
  SlReadingKind notice = match_notice (shown, SL_READING_CONSENT, SL_READING_SCRIPT_ONLY);

  if (notice != SL_READING_ARTICLE)
    return notice;
  return shown_cp < FEW_CP && has_scripts (evidence) ? SL_READING_SCRIPT_ONLY : SL_READING_EMPTY;
}

static gboolean
is_stub (const SlEvidence *evidence,
         const char       *shown,
         long              text_cp)
{
  const char *access = evidence->linked->access;
  gboolean says_so = match_notice (shown, SL_READING_PAYWALL, SL_READING_PAYWALL) == SL_READING_PAYWALL;

  return text_cp < STUB_CP
         && (says_so || g_strcmp0 (access, "false") == 0 || evidence->linked->body_cp > 3 * text_cp);
}

/**
 * sl_quality_judge:
 * @evidence: what to judge by
 *
 * Judges whether a capture holds an article, or something that a site shows in its place.
 *
 * Words like “access denied” count only on pages with little else: articles about such things are articles.
 *
 * Returns: what the capture holds
 */
SlReadingKind
sl_quality_judge (const SlEvidence *evidence)
{
  long text_cp;
  long shown_cp;
  g_autofree char *shown = NULL;
  SlReadingKind notice = SL_READING_ARTICLE;

  g_return_val_if_fail (evidence != NULL, SL_READING_EMPTY);

  text_cp = g_utf8_strlen (evidence->article->text, -1);
  shown = look (evidence, &shown_cp);
  if (text_cp == 0)
    return judge_without_text (evidence, shown, shown_cp);
  if (shown_cp < NOTICE_CP && evidence->linked->rank < 2)
    notice = match_notice (shown, SL_READING_CONSENT, SL_READING_NOT_FOUND);
  if (notice != SL_READING_ARTICLE && notice != SL_READING_PAYWALL)
    return notice;
  if (shown_cp < FEW_CP && match_notice (shown, SL_READING_SCRIPT_ONLY, SL_READING_SCRIPT_ONLY) == SL_READING_SCRIPT_ONLY)
    return SL_READING_SCRIPT_ONLY;
  if (is_stub (evidence, shown, text_cp))
    return SL_READING_PAYWALL;
  if (evidence->linked->rank < 2 && (is_front_page (evidence->url) || measure_link_share (evidence) > LISTING_SHARE))
    return SL_READING_LISTING;
  return text_cp < SHORT_CP ? SL_READING_SHORT : SL_READING_ARTICLE;
}

/**
 * sl_quality_explain:
 * @kind: what a capture holds
 *
 * Says in a sentence why a capture is no article.
 *
 * Returns: (transfer none) (nullable): the sentence, translated; %NULL for an article
 */
const char *
sl_quality_explain (SlReadingKind kind)
{
  g_return_val_if_fail ((gsize) kind < G_N_ELEMENTS (reasons), NULL);

  return reasons[kind] != NULL ? _ (reasons[kind]) : NULL;
}
