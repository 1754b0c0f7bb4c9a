/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/sl-schema-private.h"

#include <glib/gi18n-lib.h>

#include "sl-store-resources.h"
#include "store/sl-case.h"

#define RESOURCE_PREFIX "/io/github/sourceline/Sourceline/store/sql/"

/* One SQL file for each table, in the order of creation. */
static const SlTable tables[] = {
  { "meta", SL_TABLE_PRESENT, 1 },
  { "outlet", SL_TABLE_PRESENT, 1 },
  { "source", SL_TABLE_PRESENT, 1 },
  { "capture", SL_TABLE_EVIDENCE, 1 },
  { "document", SL_TABLE_EVIDENCE, 1 },
  { "passage", SL_TABLE_EVIDENCE, 1 },
  { "in_case", SL_TABLE_PRESENT, 1 },
  { "claim", SL_TABLE_PRESENT, 1 },
  { "pin", SL_TABLE_PRESENT, 1 },
  { "event", SL_TABLE_PRESENT, 1 },
  { "event_claim", SL_TABLE_PRESENT, 1 },
  { "suggestion", SL_TABLE_PRESENT, 1 },
  { "assessment", SL_TABLE_EVIDENCE, 1 },
  { "grade_in_force", SL_TABLE_PRESENT, 1 },
  { "passage_check", SL_TABLE_EVIDENCE, 1 },
  { "check_decision", SL_TABLE_PRESENT, 3 },
  { "quality_consent", SL_TABLE_PRESENT, 3 },
  { "witness", SL_TABLE_EVIDENCE, 3 },
  { "setting", SL_TABLE_PRESENT, 3 },
  { "task", SL_TABLE_WORK, 3 },
  { "blob", SL_TABLE_GROUND, 1 },
  { "act", SL_TABLE_GROUND, 1 },
};

/*
 * What changed tables that were there before: a case of version n is brought up by running, in order, the files of all
 * tables and then of all changes with a higher version; a new case runs them all.
 */
static const struct
{
  const char *name;
  int version;
} changes[] = {
  { "suggestion-2", 2 },
  { "suggestion-3", 3 },
  { "capture-3", 3 },
  { "document-3", 3 },
  { "passage_check-3", 3 },
};

/**
 * sl_schema_get_tables:
 *
 * Returns: (transfer none) (array length=n_tables): all tables, in an order in which each refers only to earlier ones
 */
const SlTable *
sl_schema_get_tables (gsize *n_tables)
{
  *n_tables = G_N_ELEMENTS (tables);
  return tables;
}

/**
 * sl_schema_find_table:
 *
 * Returns: (transfer none) (nullable): the table of that name
 */
const SlTable *
sl_schema_find_table (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      if (g_strcmp0 (tables[i].name, name) == 0)
        return &tables[i];
    }

  return NULL;
}

/**
 * sl_schema_is_recorded:
 *
 * Returns: whether changes of the table are part of the history
 */
gboolean
sl_schema_is_recorded (const SlTable *table)
{
  return table->kind == SL_TABLE_PRESENT || table->kind == SL_TABLE_EVIDENCE;
}

static gboolean
run_file (SlDb        *db,
          const char  *name,
          GError     **error)
{
  g_autofree char *path = g_strconcat (RESOURCE_PREFIX, name, ".sql", NULL);
  g_autoptr (GBytes) sql = g_resource_lookup_data (sl_store_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  /* Resources end in a NUL that is not counted. */
  return sql != NULL && sl_db_exec (db, g_bytes_get_data (sql, NULL), error);
}

/**
 * sl_schema_install:
 * @from_version: the version that @db has, 0 for an empty database
 * @to_version: the version that it gets
 *
 * Brings a database to a later version. The caller wraps it in a transaction.
 *
 * Returns: whether it went well
 */
gboolean
sl_schema_install (SlDb    *db,
                   int      from_version,
                   int      to_version,
                   GError **error)
{
  g_autofree char *set_version = g_strdup_printf ("PRAGMA user_version = %d", to_version);

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      if (tables[i].since > from_version && tables[i].since <= to_version && !run_file (db, tables[i].name, error))
        return FALSE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      if (changes[i].version > from_version && changes[i].version <= to_version && !run_file (db, changes[i].name, error))
        return FALSE;
    }

  return sl_db_exec (db, set_version, error);
}

static char *
dump_schema (SlDb    *db,
             GError **error)
{
  g_autoptr (SlDbCursor) rows = NULL;
  g_autoptr (GString) dump = g_string_new (NULL);
  SlDbStep step;

  rows = sl_db_query (db, error, "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name", "");
  if (rows == NULL)
    return NULL;

  while ((step = sl_db_step (db, rows, error)) == SL_DB_ROW)
    {
      for (int i = 0; i < 4; i++)
        {
          const char *cell = (const char *) sqlite3_column_text (rows, i);

          g_string_append (dump, cell == NULL ? "" : cell);
          g_string_append_c (dump, '\n');
        }
    }

  return step == SL_DB_FAILED ? NULL : g_string_free_and_steal (g_steal_pointer (&dump));
}

/**
 * sl_schema_is_known:
 * @version: the version that it says it has
 * @known: (out): whether the schema is, byte for byte, the one that we make in that version
 *
 * Compares the schema of a database with that of a new one.
 *
 * Returns: whether it could be compared
 */
gboolean
sl_schema_is_known (SlDb      *db,
                    int        version,
                    gboolean  *known,
                    GError   **error)
{
  g_autoptr (SlDb) model = sl_db_open (":memory:", ":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY, error);
  g_autofree char *expected = NULL;
  g_autofree char *actual = NULL;

  if (model == NULL || !sl_schema_install (model, 0, version, error))
    return FALSE;
  expected = dump_schema (model, error);
  if (expected == NULL)
    return FALSE;
  actual = dump_schema (db, error);
  if (actual == NULL)
    return FALSE;

  *known = g_strcmp0 (expected, actual) == 0;
  return TRUE;
}
