/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/sl-title.h"

#include <string.h>

/* What sites put between a headline and their name. */
static const char *const separators[] = {
  " | ", " - ", " – ", " — ", " · ", " • ", " » ", " « ", " :: ", "ㅣ", " / ", "|", "_"
};

/* The last separator in @title, or NULL. */
static const char *
last_separator (const char  *title,
                const char **after)
{
  const char *best = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      const char *found = g_strrstr (title, separators[i]);

      if (found == NULL || found == title || (best != NULL && found <= best))
        continue;
      best = found;
      *after = found + strlen (separators[i]);
    }
  return best;
}

static const char *
first_separator (const char  *title,
                 const char **after)
{
  const char *best = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      const char *found = strstr (title, separators[i]);

      if (found == NULL || found == title || (best != NULL && found >= best))
        continue;
      best = found;
      *after = found + strlen (separators[i]);
    }
  return best;
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

/* A shorter form of the headline that the page has elsewhere, when only a separator and more follow it here. */
static char *
find_shorter (const char        *title,
              const char *const *others)
{
  for (; *others != NULL; others++)
    {
      gsize length = strlen (*others);

      if (length < 8 || strncmp (title, *others, length) != 0)
        continue;
      for (gsize i = 0; i < G_N_ELEMENTS (separators); i++)
        {
          if (g_str_has_prefix (title + length, separators[i]))
            return g_strndup (title, length);
        }
    }
  return NULL;
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
  while ((at = last_separator (left, &after)) != NULL && names_site (after, sites))
    left[at - left] = '\0';
  at = first_separator (left, &after);
  if (at != NULL)
    {
      g_autofree char *head = g_strndup (left, (gsize) (at - left));

      if (names_site (head, sites) && *after != '\0')
        return g_strstrip (g_strdup (after));
    }
  return g_strstrip (g_steal_pointer (&left));
}
