/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/sl-slug.h"

#include <string.h>

/* Fewer words than this in a path say nothing about a title. */
#define MIN_WORDS 4u

/* Adds the words of @text in lower case without marks; an apostrophe parts no words. */
static void
add_words (GHashTable *words,
           const char *text,
           const char *locale)
{
  g_autofree char *folded = g_utf8_strdown (text, -1);
  g_autofree char *ascii = g_str_to_ascii (folded, locale);
  g_autoptr (GString) word = g_string_new (NULL);

  for (const char *at = ascii;; at++)
    {
      if (g_ascii_isalnum (*at))
        g_string_append_c (word, g_ascii_tolower (*at));
      else if (*at != '\'' && word->len > 0)
        {
          g_hash_table_add (words, g_strndup (word->str, word->len));
          g_string_truncate (word, 0);
        }
      if (*at == '\0')
        return;
    }
}

static double
compare (GHashTable *slug,
         const char *title,
         const char *locale)
{
  g_autoptr (GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer word;
  guint common = 0;

  add_words (words, title, locale);
  if (g_hash_table_size (words) == 0)
    return 0.0;
  g_hash_table_iter_init (&iter, slug);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    common += g_hash_table_contains (words, word);
  return (double) common / g_hash_table_size (slug) * common / g_hash_table_size (words);
}

/**
 * sl_slug_match:
 * @url: (nullable): address of an article
 * @title: a headline
 * @language: (nullable): its language, for the spelling without marks
 *
 * Tells how well a headline agrees with the words in the path of an address, which sites make from the
 * headline that the article was first published under.
 *
 * Returns: between 0.0 for no word in common, or no words in the path, and 1.0 for the same words
 */
double
sl_slug_match (const char *url,
               const char *title,
               const char *language)
{
  g_autoptr (GUri) uri = url != NULL ? g_uri_parse (url, G_URI_FLAGS_PARSE_RELAXED, NULL) : NULL;
  g_auto (GStrv) parts = uri != NULL ? g_strsplit (g_uri_get_path (uri), "/", 32) : NULL;
  g_autofree char *locale = language != NULL ? g_strndup (language, strcspn (language, "-_")) : NULL;
  double best = 0.0;

  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    {
      g_autoptr (GHashTable) slug = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      add_words (slug, parts[i], "C");
      if (g_hash_table_size (slug) < MIN_WORDS)
        continue;
      best = MAX (best, compare (slug, title, "C"));
      if (locale != NULL)
        best = MAX (best, compare (slug, title, locale));
    }
  return best;
}
