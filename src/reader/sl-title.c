/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/sl-title.h"

#include <string.h>

/* What sites put between a headline and their name. */
static const char *const separators[] = {
  " | ", " - ", " – ", " — ", " · ", " • ", " » ", " « ", " :: ", "ㅣ", "｜", "：", " / ", "|", "_"
};

/* What may follow where the rest of the line is known to be a headline of its own. */
static const char *const loose_separators[] = { "-", "–", "—", ": ", " (" };

/* The first separator in @title, or NULL. */
static const char *
find_separator (const char  *title,
                const char **after)
{
  const char *best = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      const char *found = strstr (title, separators[i]);

      if (found == NULL || (best != NULL && found >= best))
        continue;
      best = found;
      *after = found + strlen (separators[i]);
    }
  return best;
}

static gboolean
begins_with_any (const char        *text,
                 const char *const *words,
                 gsize              n_words)
{
  for (gsize i = 0; i < n_words; i++)
    {
      if (g_str_has_prefix (text, words[i]))
        return TRUE;
    }
  return FALSE;
}

/* Whether @text is a name of the site: the same letters, or the site's name with something short about it. */
static gboolean
names_site (const char        *text,
            const char *const *sites)
{
  g_autofree char *folded = sl_title_fold (text);

  for (; *sites != NULL && *folded != '\0'; sites++)
    {
      g_autofree char *site = sl_title_fold (*sites);

      if (strlen (site) < 2)
        continue;
      if (g_str_equal (folded, site))
        return TRUE;
      if (strlen (folded) <= strlen (site) + 16 && strstr (folded, site) != NULL)
        return TRUE;
      if (strlen (folded) >= 4 && g_str_has_prefix (site, folded))
        return TRUE;
    }
  return FALSE;
}

/* A shorter form of the headline that the page has elsewhere, when only a separator and more stand beside it here. */
static char *
find_shorter (const char        *title,
              const char *const *others)
{
  for (; *others != NULL; others++)
    {
      gsize length = strlen (*others);
      const char *rest = title + length;

      if (length < 8 || length >= strlen (title))
        continue;
      if (strncmp (title, *others, length) == 0
          && (begins_with_any (rest, separators, G_N_ELEMENTS (separators))
              || begins_with_any (rest, loose_separators, G_N_ELEMENTS (loose_separators))))
        return g_strdup (*others);
      if (g_str_has_suffix (title, *others) && strlen (title) > length + 3
          && strncmp (title + strlen (title) - length - 3, " | ", 3) == 0)
        return g_strdup (*others);
    }
  return NULL;
}

/* Cuts the line at the separator before the first part that names the site, wherever that stands. */
static void
cut_site (char              *title,
          const char *const *sites)
{
  const char *after = NULL;
  const char *next_after = NULL;

  for (const char *at = find_separator (title, &after); at != NULL;)
    {
      const char *next = find_separator (after, &next_after);
      g_autofree char *part = g_strndup (after, next != NULL ? (gsize) (next - after) : strlen (after));

      if (at > title && names_site (part, sites))
        {
          title[at - title] = '\0';
          return;
        }
      at = next;
      after = next_after;
    }
}

/**
 * sl_title_fold:
 * @title: a text
 *
 * Reduces a text to its letters and digits, case-folded, for comparing.
 *
 * Returns: (transfer full): the reduced text
 */
char *
sl_title_fold (const char *title)
{
  g_autofree char *folded = g_utf8_casefold (title, -1);
  GString *out = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (g_unichar_isalnum (g_utf8_get_char (at)))
        g_string_append_len (out, at, g_utf8_next_char (at) - at);
    }
  return g_string_free_and_steal (out);
}

/**
 * sl_title_clean:
 * @title: a title with the site's name in it, perhaps
 * @sites: (array zero-terminated=1): names of the site
 * @others: (array zero-terminated=1): other forms of the headline in the page
 *
 * Takes the site's name off a headline, at the end or at the beginning.
 *
 * Returns: (transfer full): the headline
 */
char *
sl_title_clean (const char        *title,
                const char *const *sites,
                const char *const *others)
{
  g_autofree char *left = find_shorter (title, others);
  const char *after = NULL;
  const char *at;

  if (left == NULL)
    left = g_strdup (title);
  cut_site (left, sites);
  at = find_separator (left, &after);
  if (at != NULL && *after != '\0')
    {
      g_autofree char *head = g_strndup (left, (gsize) (at - left));

      if (names_site (head, sites))
        return g_strstrip (g_strdup (after));
    }
  return g_strstrip (g_steal_pointer (&left));
}
