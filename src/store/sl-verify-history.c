/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <inttypes.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/sl-entity-private.h"
#include "store/sl-schema-private.h"
#include "store/sl-verify-private.h"

/* The chain */

static int
filter_cb (void       *data,
           const char *name)
{
  const SlTable *table = sl_schema_find_table (name);

  (void) data;
  return table != NULL && sl_schema_is_recorded (table);
}

static int
conflict_cb (void                   *data,
             int                     reason,
             sqlite3_changeset_iter *iter)
{
  int *conflicts = data;

  (void) reason;
  (void) iter;
  (*conflicts)++;
  return SQLITE_CHANGESET_OMIT;
}

static gboolean
replay (SlVerifier   *self,
        const SlAct  *act,
        GBytes       *changeset,
        GError      **error)
{
  gsize length;
  void *data = (void *) g_bytes_get_data (changeset, &length);
  int conflicts = 0;
  int code = SQLITE_OK;

  if (length > 0)
    code = sqlite3changeset_apply (sl_db_get_handle (self->replay), (int) length, data, filter_cb, conflict_cb, &conflicts);
  if (code == SQLITE_INTERRUPT || (code & 0xff) == SQLITE_IOERR || code == SQLITE_FULL)
    {
      sl_db_set_error (self->replay, code, error);
      return FALSE;
    }

  if (code != SQLITE_OK || conflicts > 0)
    sl_verifier_add (self, "act", act->id, "does-not-apply",
                     _ ("Act %" PRId64 " (“%s”) does not fit the acts before it."), act->sequence, act->label);
  return TRUE;
}

static void
check_hash (SlVerifier  *self,
            const SlAct *act,
            const char  *previous,
            GBytes      *changeset)
{
  g_autofree char *hash = sl_act_hash (act, previous, changeset);

  if (!g_str_equal (hash, act->hash))
    sl_verifier_add (self, "act", act->id, "hash-chain",
                     _ ("Act %" PRId64 " (“%s”), or the one before it, was altered: its hash does not fit."),
                     act->sequence, act->label);
}

/* The columns of the act, and its changeset after them. */
static sqlite3_stmt *
query_acts (SlVerifier  *self,
            GError     **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT ");

  sl_entity_append_columns (&sl_entity_act, sql);
  g_string_append (sql, ", act.changeset FROM act ORDER BY act.sequence");
  return sl_db_query (self->db, error, sql->str, "");
}

static gboolean
check_act (SlVerifier    *self,
           sqlite3_stmt  *row,
           gint64         sequence,
           char         **previous,
           GError       **error)
{
  g_autoptr (SlAct) act = sl_entity_read (&sl_entity_act, self->db, row, error);
  g_autoptr (GBytes) changeset = NULL;

  if (act == NULL)
    return FALSE;
  changeset = sl_db_get_bytes (row, sqlite3_column_count (row) - 1);
  if (act->sequence != sequence)
    sl_verifier_add (self, "act", act->id, "missing",
                     _ ("Act %" PRId64 " is where act %" PRId64 " should be: acts are missing."),
                     act->sequence, sequence);

  check_hash (self, act, *previous, changeset);
  g_free (*previous);
  *previous = g_strdup (act->hash);
  return replay (self, act, changeset, error);
}

/**
 * sl_verifier_check_chain:
 *
 * Computes the hash of every act anew and replays their changesets.
 *
 * Returns: whether verification can go on
 */
gboolean
sl_verifier_check_chain (SlVerifier  *self,
                         GError     **error)
{
  g_autoptr (SlDbCursor) rows = query_acts (self, error);
  g_autofree char *previous = g_strdup (SL_ACT_HASH_NONE);
  gint64 sequence = 0;
  SlDbStep step;

  if (rows == NULL)
    return FALSE;

  while ((step = sl_db_step (self->db, rows, error)) == SL_DB_ROW)
    {
      if (!check_act (self, rows, ++sequence, &previous, error))
        return FALSE;
    }

  if (step == SL_DB_DONE && sequence == 0)
    sl_verifier_add (self, "case", SL_ID_NONE, "missing", _ ("The case has no acts: its history was taken away."));
  return step == SL_DB_DONE;
}

/* The rows */

typedef struct
{
  const char *table;
  const char *what;    /* as findings name it */
  int         n_keys;  /* columns of the key, which stand first */
} Compared;

static const Compared compared[] = {
  { "meta", "case", 1 },
  { "outlet", "outlet", 1 },
  { "source", "source", 1 },
  { "capture", "capture", 1 },
  { "document", "document", 1 },
  { "passage", "passage", 1 },
  { "in_case", "case", 1 },
  { "claim", "claim", 1 },
  { "pin", "pin", 1 },
  { "event", "event", 1 },
  { "event_claim", "event", 2 },
  { "suggestion", "suggestion", 1 },
  { "assessment", "assessment", 1 },
  { "grade_in_force", "assessment", 1 },
  { "passage_check", "check", 1 },
  { "check_decision", "check", 1 },
  { "quality_consent", "document", 1 },
  { "witness", "witness", 1 },
  { "setting", "case", 1 },
};

static int
compare_bytes (sqlite3_stmt *a,
               sqlite3_stmt *b,
               int           column)
{
  const void *first = sqlite3_column_blob (a, column);
  const void *second = sqlite3_column_blob (b, column);
  int first_length = sqlite3_column_bytes (a, column);
  int second_length = sqlite3_column_bytes (b, column);
  int shared = MIN (first_length, second_length);
  int order = shared == 0 ? 0 : memcmp (first, second, (gsize) shared);

  return order != 0 ? order : first_length - second_length;
}

/* The order of SQLite for what STRICT tables hold: NULL, integers, text by its bytes. */
static int
compare_column (sqlite3_stmt *a,
                sqlite3_stmt *b,
                int           column)
{
  int first = sqlite3_column_type (a, column);
  int second = sqlite3_column_type (b, column);
  gint64 x, y;

  if (first != second)
    return first == SQLITE_NULL || (first == SQLITE_INTEGER && second != SQLITE_NULL) ? -1 : 1;
  if (first == SQLITE_NULL)
    return 0;
  if (first != SQLITE_INTEGER)
    return compare_bytes (a, b, column);

  x = sqlite3_column_int64 (a, column);
  y = sqlite3_column_int64 (b, column);
  return (x > y) - (x < y);
}

static int
compare_keys (sqlite3_stmt *a,
              sqlite3_stmt *b,
              int           n_keys)
{
  for (int i = 0; i < n_keys; i++)
    {
      int order = compare_column (a, b, i);

      if (order != 0)
        return order;
    }

  return 0;
}

static SlId
get_key (sqlite3_stmt *row)
{
  return sqlite3_column_type (row, 0) == SQLITE_INTEGER ? sqlite3_column_int64 (row, 0) : SL_ID_NONE;
}

static void
check_columns (SlVerifier     *self,
               const Compared *compare,
               sqlite3_stmt   *actual,
               sqlite3_stmt   *expected)
{
  g_autoptr (GString) altered = g_string_new (NULL);

  for (int i = compare->n_keys; i < sqlite3_column_count (actual); i++)
    {
      if (compare_column (actual, expected, i) != 0)
        g_string_append_printf (altered, "%s%s", altered->len > 0 ? ", " : "", sqlite3_column_name (actual, i));
    }

  if (altered->len > 0)
    sl_verifier_add (self, compare->what, get_key (actual), "altered-row",
                     _ ("A row of %s differs from what the history says in: %s."), compare->table, altered->str);
}

static void
add_unpaired (SlVerifier     *self,
              const Compared *compare,
              sqlite3_stmt   *row,
              gboolean        is_extra)
{
  if (is_extra)
    sl_verifier_add (self, compare->what, get_key (row), "extra-row",
                     _ ("A row of %s was put in without an act."), compare->table);
  else
    sl_verifier_add (self, compare->what, get_key (row), "missing-row",
                     _ ("A row of %s was taken away without an act."), compare->table);
}

/* Walks both tables in the order of their keys, as a merge does. */
static gboolean
merge_rows (SlVerifier      *self,
            const Compared  *compare,
            sqlite3_stmt    *actual,
            sqlite3_stmt    *expected,
            GError         **error)
{
  SlDbStep left = sl_db_step (self->db, actual, error);
  SlDbStep right = left == SL_DB_FAILED ? SL_DB_FAILED : sl_db_step (self->replay, expected, error);

  while (left != SL_DB_FAILED && right != SL_DB_FAILED && (left == SL_DB_ROW || right == SL_DB_ROW))
    {
      int order = left != SL_DB_ROW ? 1 : right != SL_DB_ROW ? -1
                                                             : compare_keys (actual, expected, compare->n_keys);

      if (order == 0)
        check_columns (self, compare, actual, expected);
      else
        add_unpaired (self, compare, order < 0 ? actual : expected, order < 0);
      if (order <= 0)
        left = sl_db_step (self->db, actual, error);
      if (order >= 0 && left != SL_DB_FAILED)
        right = sl_db_step (self->replay, expected, error);
    }

  return left != SL_DB_FAILED && right != SL_DB_FAILED;
}

static gboolean
check_table (SlVerifier      *self,
             const Compared  *compare,
             GError         **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY %s", compare->table, compare->n_keys == 1 ? "1" : "1, 2");
  g_autoptr (SlDbCursor) actual = sl_db_query (self->db, error, sql, "");
  g_autoptr (SlDbCursor) expected = actual == NULL ? NULL : sl_db_query (self->replay, error, sql, "");

  return expected != NULL && merge_rows (self, compare, actual, expected, error);
}

/**
 * sl_verifier_check_rows:
 *
 * Compares every row of present and evidence with what the replayed history says. Needs
 * sl_verifier_check_chain() before.
 *
 * Returns: whether verification can go on
 */
gboolean
sl_verifier_check_rows (SlVerifier  *self,
                        GError     **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (compared); i++)
    {
      g_autoptr (GError) trouble = NULL;

      if (!check_table (self, &compared[i], &trouble) && !sl_verifier_note (self, compared[i].what, SL_ID_NONE, "structure", g_steal_pointer (&trouble), error))
        return FALSE;
    }

  return TRUE;
}
