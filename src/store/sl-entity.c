/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/sl-entity-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static int
count_columns (SlFieldKind kind)
{
  switch (kind)
    {
    case SL_FIELD_WHEN:
      return 4;
    case SL_FIELD_WORDS:
      return 6;
    case SL_FIELD_ID:
    case SL_FIELD_INT64:
    case SL_FIELD_ENUM:
    case SL_FIELD_UINT:
    case SL_FIELD_SIZE:
    case SL_FIELD_INT:
    case SL_FIELD_GRADE:
    case SL_FIELD_TEXT:
    case SL_FIELD_TEXT_NULL:
    case SL_FIELD_LINES:
    case SL_FIELD_CHAIN:
    case SL_FIELD_FOLDED:
    case SL_FIELD_ORIGIN:
    default:
      return 1;
    }
}

static gboolean
is_write_only (SlFieldKind kind)
{
  return kind == SL_FIELD_FOLDED || kind == SL_FIELD_ORIGIN;
}

/* Column names are unique among the tables that a list joins only with the table in front of them. */
static void
append_qualified (const SlEntity *entity,
                  const char     *columns,
                  GString        *sql)
{
  g_auto (GStrv) names = g_strsplit (columns, ", ", -1);

  for (guint i = 0; names[i] != NULL; i++)
    g_string_append_printf (sql, "%s%s.%s", i > 0 ? ", " : "", entity->table, names[i]);
}

/**
 * sl_entity_append_columns:
 *
 * Appends the columns that sl_entity_read() expects, in its order, for a SELECT.
 */
void
sl_entity_append_columns (const SlEntity *entity,
                          GString        *sql)
{
  const char *comma = "";

  for (gsize i = 0; i < entity->n_fields; i++)
    {
      const SlField *field = &entity->fields[i];

      if (is_write_only (field->kind))
        continue;

      g_string_append (sql, comma);
      comma = ", ";
      if (field->derived != NULL)
        g_string_append (sql, field->derived);
      else
        append_qualified (entity, field->column, sql);
    }
}

/* Reading */

static gboolean
read_text (sqlite3_stmt  *row,
           int            column,
           char         **text)
{
  const char *value = (const char *) sqlite3_column_text (row, column);
  int length = sqlite3_column_bytes (row, column);

  if (value == NULL)
    return TRUE;
  if (!g_utf8_validate (value, length, NULL))
    return FALSE;

  *text = g_strndup (value, (gsize) length);
  return TRUE;
}

static gboolean
read_when (sqlite3_stmt  *row,
           int            column,
           SlWhen       **when)
{
  g_clear_pointer (when, sl_when_free);
  *when = sl_when_new_undated ();
  (*when)->earliest = sqlite3_column_int64 (row, column + 1);
  (*when)->latest = sqlite3_column_int64 (row, column + 2);
  return read_text (row, column, &(*when)->edtf) && read_text (row, column + 3, &(*when)->reason);
}

static gboolean
read_words (sqlite3_stmt  *row,
            int            column,
            SlPassage    **words)
{
  *words = g_new0 (SlPassage, 1);
  (*words)->id = sqlite3_column_int64 (row, column);
  (*words)->start_cp = (gsize) sqlite3_column_int64 (row, column + 4);
  (*words)->end_cp = (gsize) sqlite3_column_int64 (row, column + 5);
  return read_text (row, column + 1, &(*words)->exact) && read_text (row, column + 2, &(*words)->prefix) && read_text (row, column + 3, &(*words)->suffix);
}

static gboolean
read_lines (sqlite3_stmt   *row,
            int             column,
            char         ***lines)
{
  g_autofree char *text = NULL;

  if (!read_text (row, column, &text))
    return FALSE;
  if (text != NULL)
    *lines = g_strsplit (text, "\n", -1);
  return TRUE;
}

static gboolean
read_chain (sqlite3_stmt  *row,
            int            column,
            GPtrArray    **chain)
{
  g_autofree char *text = NULL;

  if (!read_text (row, column, &text) || text == NULL)
    return FALSE;

  g_clear_pointer (chain, g_ptr_array_unref);
  *chain = sl_chain_from_text (text);
  return *chain != NULL;
}

static gboolean
read_enum (sqlite3_stmt *row,
           int           column,
           int           limit,
           int          *value)
{
  gint64 number = sqlite3_column_int64 (row, column);

  if (number < 0 || number >= limit)
    return FALSE;

  *value = (int) number;
  return TRUE;
}

static gboolean
read_grade (sqlite3_stmt *row,
            int           column,
            SlGrade      *grade)
{
  int packed = sqlite3_column_int (row, column);

  grade->credibility = (SlCredibility) (packed / 10);
  grade->reliability = (SlReliability) (packed % 10);
  return packed >= 0 && grade->credibility <= SL_CREDIBILITY_UNKNOWN && grade->reliability <= SL_RELIABILITY_F;
}

/* Whether the column holds what the field can hold; a hostile file can hold anything. */
static gboolean
read_field (const SlField *field,
            sqlite3_stmt  *row,
            int            column,
            void          *at)
{
  switch (field->kind)
    {
    case SL_FIELD_ID:
    case SL_FIELD_INT64:
      *(gint64 *) at = sqlite3_column_int64 (row, column);
      return TRUE;
    case SL_FIELD_ENUM:
      return read_enum (row, column, field->limit, at);
    case SL_FIELD_UINT:
      *(guint *) at = (guint) sqlite3_column_int64 (row, column);
      return TRUE;
    case SL_FIELD_SIZE:
      *(gsize *) at = (gsize) sqlite3_column_int64 (row, column);
      return TRUE;
    case SL_FIELD_INT:
      *(int *) at = sqlite3_column_int (row, column);
      return TRUE;
    case SL_FIELD_GRADE:
      return read_grade (row, column, at);
    case SL_FIELD_TEXT:
    case SL_FIELD_TEXT_NULL:
      return read_text (row, column, at);
    case SL_FIELD_LINES:
      return read_lines (row, column, at);
    case SL_FIELD_CHAIN:
      return read_chain (row, column, at);
    case SL_FIELD_WHEN:
      return read_when (row, column, at);
    case SL_FIELD_WORDS:
      return read_words (row, column, at);
    case SL_FIELD_FOLDED:
    case SL_FIELD_ORIGIN:
    default:
      return TRUE;
    }
}

/**
 * sl_entity_read:
 * @row: a row of the columns of sl_entity_append_columns()
 *
 * Makes the struct of a row. Fails with %SL_STORE_ERROR_DAMAGED when a column holds what it cannot
 * (text that is not UTF-8, a number that is no value of its enum, a broken chain).
 *
 * Returns: (transfer full) (nullable): the struct
 */
gpointer
sl_entity_read (const SlEntity  *entity,
                SlDb            *db,
                sqlite3_stmt    *row,
                GError         **error)
{
  gpointer item = entity->make ();
  int column = 0;

  for (gsize i = 0; i < entity->n_fields; i++)
    {
      const SlField *field = &entity->fields[i];

      if (is_write_only (field->kind))
        continue;
      if (!read_field (field, row, column, (char *) item + field->offset))
        {
          g_set_error (error, SL_STORE_ERROR, SL_STORE_ERROR_DAMAGED,
                       _ ("“%s” is damaged: a row of %s holds what it cannot (%s). Verify the case, or restore it from a copy."),
                       sl_db_get_path (db), entity->table, field->column);
          entity->free (item);
          return NULL;
        }
      column += count_columns (field->kind);
    }

  if (entity->finish != NULL)
    entity->finish (item);
  return item;
}

/* Writing */

static void
bind_when (sqlite3_stmt *statement,
           int           parameter,
           const SlWhen *when)
{
  sl_db_bind_text (statement, parameter, when == NULL ? NULL : when->edtf);
  sqlite3_bind_int64 (statement, parameter + 1, when == NULL ? SL_TIME_MIN : when->earliest);
  sqlite3_bind_int64 (statement, parameter + 2, when == NULL ? SL_TIME_MAX : when->latest);
  sl_db_bind_text (statement, parameter + 3, when == NULL ? NULL : when->reason);
}

static void
bind_id (sqlite3_stmt *statement,
         int           parameter,
         SlId          id)
{
  if (id == SL_ID_NONE)
    sqlite3_bind_null (statement, parameter);
  else
    sqlite3_bind_int64 (statement, parameter, id);
}

/* Without words the NOT NULL rules of the table refuse the row. */
static void
bind_words (sqlite3_stmt    *statement,
            int              parameter,
            const SlPassage *words)
{
  if (words == NULL)
    return;

  bind_id (statement, parameter, words->id);
  sl_db_bind_text (statement, parameter + 1, words->exact);
  sl_db_bind_text (statement, parameter + 2, words->prefix);
  sl_db_bind_text (statement, parameter + 3, words->suffix);
  sqlite3_bind_int64 (statement, parameter + 4, (gint64) words->start_cp);
  sqlite3_bind_int64 (statement, parameter + 5, (gint64) words->end_cp);
}

static void
bind_owned_text (sqlite3_stmt *statement,
                 int           parameter,
                 char         *text)
{
  sl_db_bind_text (statement, parameter, text);
  g_free (text);
}

/* NULL when the chain names nobody: then it is the publisher, whom the row's document knows. */
static char *
dup_origin (GPtrArray *chain)
{
  g_autofree char *origin = sl_attribution_chain_origin (chain);

  return origin == NULL ? NULL : sl_attribution_chain_origin_key (chain, NULL);
}

static void
bind_field (const SlField *field,
            sqlite3_stmt  *statement,
            int            parameter,
            const void    *at)
{
  const char *text;
  char **lines;

  switch (field->kind)
    {
    case SL_FIELD_ID:
      bind_id (statement, parameter, *(const SlId *) at);
      break;
    case SL_FIELD_INT64:
      sqlite3_bind_int64 (statement, parameter, *(const gint64 *) at);
      break;
    case SL_FIELD_ENUM:
    case SL_FIELD_INT:
      sqlite3_bind_int (statement, parameter, *(const int *) at);
      break;
    case SL_FIELD_UINT:
      sqlite3_bind_int64 (statement, parameter, *(const guint *) at);
      break;
    case SL_FIELD_SIZE:
      sqlite3_bind_int64 (statement, parameter, (gint64) * (const gsize *) at);
      break;
    case SL_FIELD_TEXT:
      text = *(char *const *) at;
      sl_db_bind_text (statement, parameter, text == NULL ? "" : text);
      break;
    case SL_FIELD_TEXT_NULL:
      sl_db_bind_text (statement, parameter, *(char *const *) at);
      break;
    case SL_FIELD_LINES:
      lines = *(char **const *) at;
      bind_owned_text (statement, parameter, lines == NULL ? NULL : g_strjoinv ("\n", lines));
      break;
    case SL_FIELD_CHAIN:
      bind_owned_text (statement, parameter, sl_chain_to_text (*(GPtrArray *const *) at));
      break;
    case SL_FIELD_WHEN:
      bind_when (statement, parameter, *(SlWhen *const *) at);
      break;
    case SL_FIELD_WORDS:
      bind_words (statement, parameter, *(SlPassage *const *) at);
      break;
    case SL_FIELD_FOLDED:
      bind_owned_text (statement, parameter, sl_attribution_chain_origin_key (NULL, *(char *const *) at));
      break;
    case SL_FIELD_ORIGIN:
      bind_owned_text (statement, parameter, dup_origin (*(GPtrArray *const *) at));
      break;
    case SL_FIELD_GRADE:
    default:
      g_assert_not_reached ();
    }
}

static void
append_updates (const char *columns,
                GString    *sql)
{
  g_auto (GStrv) names = g_strsplit (columns, ", ", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (strcmp (names[i], "id") != 0)
        g_string_append_printf (sql, "%s = excluded.%s, ", names[i], names[i]);
    }
}

static char *
make_insert (const SlEntity *entity,
             gboolean        replace)
{
  g_autoptr (GString) columns = g_string_new (NULL);
  g_autoptr (GString) marks = g_string_new (NULL);
  g_autoptr (GString) updates = g_string_new (NULL);

  for (gsize i = 0; i < entity->n_fields; i++)
    {
      const SlField *field = &entity->fields[i];

      if (field->derived != NULL)
        continue;
      g_string_append_printf (columns, "%s, ", field->column);
      append_updates (field->column, updates);
      for (int n = count_columns (field->kind); n > 0; n--)
        g_string_append (marks, "?, ");
    }

  g_string_truncate (columns, columns->len - 2);
  g_string_truncate (marks, marks->len - 2);
  g_string_truncate (updates, updates->len - 2);
  return g_strdup_printf ("INSERT INTO %s (%s) VALUES (%s)%s%s", entity->table, columns->str, marks->str,
                          replace ? " ON CONFLICT (id) DO UPDATE SET " : "", replace ? updates->str : "");
}

/**
 * sl_entity_write:
 * @item: the struct, whose key stands first; a missing key is made up and written back
 * @replace: whether a row of this key may be there already, and is changed then
 *
 * Writes a struct as a row.
 *
 * Returns: whether it went well
 */
gboolean
sl_entity_write (const SlEntity  *entity,
                 SlDb            *db,
                 gpointer         item,
                 gboolean         replace,
                 GError         **error)
{
  g_autofree char *sql = make_insert (entity, replace);
  g_autoptr (SlDbCursor) statement = sl_db_prepare (db, sql, error);
  SlId *id = item;
  gboolean is_new = *id == SL_ID_NONE;
  int parameter = 1;

  if (statement == NULL)
    return FALSE;

  if (is_new)
    *id = sl_id_new ();
  for (gsize i = 0; i < entity->n_fields; i++)
    {
      const SlField *field = &entity->fields[i];

      if (field->derived != NULL)
        continue;
      bind_field (field, statement, parameter, (const char *) item + field->offset);
      parameter += count_columns (field->kind);
    }

  if (sl_db_step (db, statement, error) != SL_DB_FAILED)
    return TRUE;
  if (is_new)
    *id = SL_ID_NONE;
  return FALSE;
}

/**
 * sl_entity_find:
 * @where: what follows the name of the table
 * @format: as for sl_db_query()
 *
 * Reads the first row that fits.
 *
 * Returns: (transfer full) (nullable): the struct; %NULL without an error when there is none
 */
gpointer
sl_entity_find (const SlEntity *entity,
                SlDb *db,
                GError **error,
                const char *where,
                const char *format,
                ...)
{
  g_autoptr (GString) sql = g_string_new ("SELECT ");
  g_autoptr (SlDbCursor) row = NULL;
  va_list arguments;

  sl_entity_append_columns (entity, sql);
  g_string_append_printf (sql, " FROM %s %s", entity->table, where);
  va_start (arguments, format);
  row = sl_db_query_valist (db, error, sql->str, format, &arguments);
  va_end (arguments);

  if (row == NULL || sl_db_step (db, row, error) != SL_DB_ROW)
    return NULL;
  return sl_entity_read (entity, db, row, error);
}
