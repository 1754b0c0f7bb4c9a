/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/sl-functions-private.h"

#include <string.h>

static char *
fold (sqlite3_value *value)
{
  const char *text = (const char *) sqlite3_value_text (value);
  g_autofree char *valid = text == NULL ? NULL : g_utf8_make_valid (text, sqlite3_value_bytes (value));

  return valid == NULL ? g_strdup ("") : g_utf8_casefold (valid, -1);
}

static void
free_words (gpointer words)
{
  g_strfreev (words);
}

/* The words looked for are the same in every row: they are folded once a statement. */
static char **
get_words (sqlite3_context *context,
           sqlite3_value   *value)
{
  char **words = sqlite3_get_auxdata (context, 0);
  g_autofree char *folded = NULL;

  if (words != NULL)
    return words;

  folded = fold (value);
  words = g_strsplit_set (folded, " \t\r\n", -1);
  sqlite3_set_auxdata (context, 0, words, free_words);
  return sqlite3_get_auxdata (context, 0);
}

static gboolean
occurs_in_any (const char  *word,
               char       **texts,
               int          n_texts)
{
  for (int i = 0; i < n_texts; i++)
    {
      if (strstr (texts[i], word) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* sl_matches (words, text…): every word occurs in one of the texts, in whatever case. */
static void
matches_cb (sqlite3_context  *context,
            int               n_values,
            sqlite3_value   **values)
{
  char **words = get_words (context, values[0]);
  char *texts[8];
  gboolean all = words != NULL;
  int n_texts = 0;

  for (int i = 1; i < n_values && n_texts < (int) G_N_ELEMENTS (texts); i++)
    texts[n_texts++] = fold (values[i]);
  for (int i = 0; all && words[i] != NULL; i++)
    all = *words[i] == '\0' || occurs_in_any (words[i], texts, n_texts);
  for (int i = 0; i < n_texts; i++)
    g_free (texts[i]);

  sqlite3_result_int (context, all);
}

/**
 * sl_functions_register:
 *
 * Makes our SQL functions known to a connection. They read their arguments only, so even a
 * hostile schema could do no harm with them.
 *
 * Returns: whether it went well
 */
gboolean
sl_functions_register (SlDb    *db,
                       GError **error)
{
  int code = sqlite3_create_function_v2 (sl_db_get_handle (db), "sl_matches", -1,
                                         SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
                                         NULL, matches_cb, NULL, NULL, NULL);

  if (code != SQLITE_OK)
    sl_db_set_error (db, code, error);
  return code == SQLITE_OK;
}
