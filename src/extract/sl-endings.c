/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-endings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "extract/sl-extract-error.h"

/* A word with more forms, or endings within endings deeper than this, is a mistake in the file. */
#define MAX_FORMS 400
#define MAX_DEPTH 8
#define MAX_BYTES 65536

#define GROUP "endings"

static gboolean
fail (GError     **error,
      const char  *reason,
      const char  *phrase)
{
  g_set_error (error, SL_EXTRACT_ERROR, SL_EXTRACT_ERROR_LANGUAGE, _ ("%s: “%s”"), reason, phrase);
  return FALSE;
}

/* Replaces each "@name" by what the file says it stands for. */
static char *
replace_names (const char  *phrase,
               GKeyFile    *file,
               guint        depth,
               GError     **error)
{
  g_autoptr (GString) result = g_string_new (NULL);

  for (const char *at = phrase; *at != '\0';)
    {
      gsize plain = strcspn (at, "@"), length;
      g_autofree char *name = NULL;
      g_autofree char *endings = NULL;
      g_autofree char *inner = NULL;

      g_string_append_len (result, at, (gssize) plain);
      at += plain;
      if (*at == '\0')
        break;
      length = strspn (at + 1, "abcdefghijklmnopqrstuvwxyz0123456789-");
      name = g_strndup (at + 1, length);
      endings = g_key_file_get_string (file, GROUP, name, NULL);
      if (endings == NULL || depth == 0)
        {
          fail (error, _ ("There are no endings of this name"), phrase);
          return NULL;
        }
      inner = replace_names (endings, file, depth - 1, error);
      if (inner == NULL)
        return NULL;
      if (result->len + strlen (inner) > MAX_BYTES)
        {
          fail (error, _ ("The word has too many forms"), phrase);
          return NULL;
        }
      g_string_append_printf (result, "(%s)", inner);
      at += 1 + length;
    }
  return g_string_free_and_steal (g_steal_pointer (&result));
}

/* The bracket that closes the one at @open, %NULL when none does. */
static const char *
find_close (const char *open)
{
  guint depth = 0;

  for (const char *at = open; *at != '\0'; at++)
    {
      if (*at == '(')
        depth++;
      else if (*at == ')' && --depth == 0)
        return at;
    }
  return NULL;
}

static gboolean add_forms (GPtrArray   *forms,
                           const char  *phrase,
                           guint        depth,
                           GError     **error);

/* Puts each of the alternatives between @open and @close into its place. */
static gboolean
add_alternatives (GPtrArray   *forms,
                  const char  *phrase,
                  const char  *open,
                  const char  *close,
                  guint        depth,
                  GError     **error)
{
  guint brackets = 0;
  const char *start = open + 1;

  for (const char *at = start; at <= close; at++)
    {
      if (at == close || (*at == '|' && brackets == 0))
        {
          g_autofree char *form = g_strdup_printf ("%.*s%.*s%s", (int) (open - phrase), phrase, (int) (at - start), start, close + 1);

          if (!add_forms (forms, form, depth - 1, error))
            return FALSE;
          start = at + 1;
        }
      brackets += *at == '(' ? 1 : 0;
      brackets -= *at == ')' && at < close ? 1 : 0;
    }
  return TRUE;
}

static gboolean
add_forms (GPtrArray   *forms,
           const char  *phrase,
           guint        depth,
           GError     **error)
{
  const char *open = strchr (phrase, '('), *close;

  if (depth == 0 || forms->len > MAX_FORMS)
    return fail (error, _ ("The word has too many forms"), phrase);
  if (open == NULL)
    {
      if (strchr (phrase, ')') != NULL)
        return fail (error, _ ("A bracket is closed that was not opened"), phrase);
      g_ptr_array_add (forms, g_strdup (phrase));
      return TRUE;
    }
  close = find_close (open);
  return close != NULL ? add_alternatives (forms, phrase, open, close, depth, error) : fail (error, _ ("A bracket is not closed"), phrase);
}

/**
 * sl_endings_expand:
 * @phrase: a word or phrase as it is written in a language file
 * @file: the file, for the group of endings
 * @error: return location for a #GError
 *
 * Lists all forms of an inflected word: "last(ing|s)" are "lasting" and "lasts", and "@name" stands for the
 * endings that have been given a name.
 *
 * Returns: (transfer full): the forms, or %NULL with %SL_EXTRACT_ERROR_LANGUAGE when brackets or names do not fit
 *   or there are more than 400 forms
 */
char **
sl_endings_expand (const char  *phrase,
                   GKeyFile    *file,
                   GError     **error)
{
  g_autofree char *flat = replace_names (phrase, file, MAX_DEPTH, error);
  g_autoptr (GPtrArray) forms = g_ptr_array_new_null_terminated (8, g_free, TRUE);

  if (flat == NULL || !add_forms (forms, flat, MAX_DEPTH, error))
    return NULL;
  return (char **) g_ptr_array_steal (forms, NULL);
}
