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

/* The names that an aggregate has seen, each once, in the order of their bytes. */
typedef struct
{
  GPtrArray *names;  /* (owned) (nullable) (element-type utf8): NULL before the first */
} Names;

static void
names_step_cb (sqlite3_context  *context,
               int               n_values,
               sqlite3_value   **values)
{
  Names *names = sqlite3_aggregate_context (context, sizeof (Names));
  const char *name = (const char *) sqlite3_value_text (values[0]);
  guint at = 0;

  (void) n_values;
  if (names == NULL || name == NULL)
    return;

  if (names->names == NULL)
    names->names = g_ptr_array_new_with_free_func (g_free);
  while (at < names->names->len && strcmp (g_ptr_array_index (names->names, at), name) < 0)
    at++;
  if (at == names->names->len || strcmp (g_ptr_array_index (names->names, at), name) != 0)
    g_ptr_array_insert (names->names, (int) at, g_strdup (name));
}

/* sl_names (name): distinct names joined by ", "; an aggregate, since DISTINCT would make a table for each row. */
static void
names_final_cb (sqlite3_context *context)
{
  Names *names = sqlite3_aggregate_context (context, 0);
  char *joined;

  if (names == NULL || names->names == NULL)
    {
      sqlite3_result_null (context);
      return;
    }

  g_ptr_array_add (names->names, NULL);
  joined = g_strjoinv (", ", (char **) names->names->pdata);
  sqlite3_result_text (context, joined, -1, g_free);
  g_clear_pointer (&names->names, g_ptr_array_unref);
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
  const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
  sqlite3 *handle = sl_db_get_handle (db);
  int code = sqlite3_create_function_v2 (handle, "sl_matches", -1, flags, NULL, matches_cb, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    code = sqlite3_create_function_v2 (handle, "sl_names", 1, flags, NULL, NULL, names_step_cb, names_final_cb, NULL);
  if (code != SQLITE_OK)
    sl_db_set_error (db, code, error);
  return code == SQLITE_OK;
}
