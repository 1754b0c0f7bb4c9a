/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/sl-search-index.h"

#include <glib/gstdio.h>
#include <string.h>

#include "store/sl-db-private.h"

/* "SLIX" */
#define INDEX_APPLICATION_ID 0x534C4958
/* Raised whenever the tables or the tokenizer change: other versions are made anew. */
#define INDEX_VERSION 1
/* How many of the newest hits are ranked: what bm25 costs over all of them is no person's patience. */
#define RANKED_HITS 2000
/* What a snippet shows before the first word, and altogether. */
#define LEAD_CP 40
#define SNIPPET_CP 160

/* Marks around the words in what highlight() returns; no text that a reader made holds them. */
#define MARK_START '\002'
#define MARK_END '\003'

struct _SlSearchIndex
{
  SlDb *db;  /* (owned) */
};

static const char schema[] = "PRAGMA journal_mode = DELETE;"
                             "PRAGMA synchronous = OFF;"
                             "BEGIN IMMEDIATE;"
                             "CREATE TABLE about (case_id TEXT NOT NULL, revision INTEGER NOT NULL) STRICT;"
                             "CREATE TABLE doc (id INTEGER PRIMARY KEY, document_id INTEGER NOT NULL UNIQUE, source_id INTEGER NOT NULL,"
                             " title TEXT NOT NULL, text TEXT NOT NULL) STRICT;"
                             "CREATE VIRTUAL TABLE words USING fts5 (title, text, content = 'doc', content_rowid = 'id',"
                             " tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');"
                             "PRAGMA application_id = " G_STRINGIFY (INDEX_APPLICATION_ID) ";"
                                                                                           "PRAGMA user_version = " G_STRINGIFY (INDEX_VERSION) ";"
                                                                                                                                                "COMMIT;";

/**
 * sl_search_hit_free:
 * @self: (nullable) (transfer full): a hit
 *
 * Frees a hit.
 */
void
sl_search_hit_free (SlSearchHit *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self->snippet);
  g_free (self);
}

static void
free_hit (gpointer hit)
{
  sl_search_hit_free (hit);
}

/* Bringing the index up to date */

static gboolean
is_ours (SlDb   *db,
         SlCase *a_case)
{
  gint64 id = 0, version = 0, found = 0;

  return sl_db_get_int64 (db, &id, NULL, "PRAGMA application_id", "") && id == INDEX_APPLICATION_ID && sl_db_get_int64 (db, &version, NULL, "PRAGMA user_version", "") && version == INDEX_VERSION && sl_db_get_int64 (db, &found, NULL, "SELECT count (*) FROM about WHERE case_id = ?", "t", sl_case_get_id (a_case)) && found == 1;
}

static SlDb *
create (const char  *path,
        SlCase      *a_case,
        GError     **error)
{
  g_autoptr (SlDb) db = NULL;

  g_unlink (path);
  db = sl_db_open (path, path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
  if (db == NULL || !sl_db_exec (db, schema, error) || !sl_db_run (db, error, "INSERT INTO about (case_id, revision) VALUES (?, -1)", "t", sl_case_get_id (a_case)))
    return NULL;

  g_chmod (path, 0600);
  return g_steal_pointer (&db);
}

static SlDb *
open_existing (const char *path,
               SlCase     *a_case)
{
  g_autoptr (SlDb) db = sl_db_open (path, path, SQLITE_OPEN_READWRITE, NULL);

  if (db == NULL || !is_ours (db, a_case) || !sl_db_exec (db, "PRAGMA synchronous = OFF", NULL))
    return NULL;
  return g_steal_pointer (&db);
}

static gboolean
add_document (SlDb              *db,
              SlCase            *a_case,
              const SlDocument  *document,
              GError           **error)
{
  g_autoptr (SlSource) source = sl_case_get_source (a_case, document->source_id, error);
  g_autofree char *text = NULL;

  if (source == NULL)
    return FALSE;
  text = sl_case_load_text (a_case, document->id, error);
  return text != NULL && sl_db_run (db, error, "INSERT INTO doc (document_id, source_id, title, text) VALUES (?, ?, ?, ?)", "iitt", document->id, document->source_id, source->title, text) && sl_db_run (db, error, "INSERT INTO words (rowid, title, text) VALUES (last_insert_rowid (), ?, ?)", "tt", source->title, text);
}

static gboolean
remove_document (SlDb    *db,
                 SlId     document_id,
                 GError **error)
{
  return sl_db_run (db, error,
                    "INSERT INTO words (words, rowid, title, text)"
                    " SELECT 'delete', id, title, text FROM doc WHERE document_id = ?",
                    "i", document_id)
         && sl_db_run (db, error, "DELETE FROM doc WHERE document_id = ?", "i", document_id);
}

static void
free_id (gpointer id)
{
  g_free (id);
}

/* Keys of the documents that are in the index. */
static GHashTable *
list_indexed (SlDb    *db,
              GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, free_id, NULL);
  g_autoptr (SlDbCursor) rows = sl_db_query (db, error, "SELECT document_id FROM doc", "");
  SlDbStep step;

  if (rows == NULL)
    return NULL;

  while ((step = sl_db_step (db, rows, error)) == SL_DB_ROW)
    {
      SlId id = sqlite3_column_int64 (rows, 0);

      g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
    }

  return step == SL_DB_DONE ? g_steal_pointer (&ids) : NULL;
}

/* What stands in the case and not in the index goes in, oldest first, so that row ids rise with time; the rest goes out. */
static gboolean
exchange_documents (SlDb    *db,
                    SlCase  *a_case,
                    GError **error)
{
  g_autoptr (GPtrArray) documents = sl_case_list_documents (a_case, NULL, error);
  g_autoptr (GHashTable) indexed = documents == NULL ? NULL : list_indexed (db, error);
  GHashTableIter iter;
  gpointer gone;

  if (indexed == NULL)
    return FALSE;

  for (guint i = documents->len; i > 0; i--)
    {
      const SlDocument *document = g_ptr_array_index (documents, i - 1);

      if (!g_hash_table_remove (indexed, &document->id) && !add_document (db, a_case, document, error))
        return FALSE;
    }

  g_hash_table_iter_init (&iter, indexed);
  while (g_hash_table_iter_next (&iter, &gone, NULL))
    {
      if (!remove_document (db, *(const SlId *) gone, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
update (SlDb    *db,
        SlCase  *a_case,
        GError **error)
{
  gint64 indexed = -1;
  gint64 revision = sl_case_get_revision (a_case);

  if (!sl_db_get_int64 (db, &indexed, error, "SELECT revision FROM about", ""))
    return FALSE;
  if (indexed == revision)
    return TRUE;

  if (!sl_db_begin (db, error))
    return FALSE;
  if (exchange_documents (db, a_case, error) && sl_db_run (db, error, "UPDATE about SET revision = ?", "i", revision))
    return sl_db_commit (db, error);
  sl_db_rollback (db);
  return FALSE;
}

/**
 * sl_search_index_open:
 * @path: the index's file, in the user's cache; its folder is made
 *
 * Opens the index of a case and brings it up to date. An index that is missing, damaged, of
 * another version or of another case is made anew.
 *
 * Fails with SL_STORE_ERROR when a text cannot be read or the index cannot be written.
 *
 * Returns: (transfer full) (nullable): the index
 */
SlSearchIndex *
sl_search_index_open (const char  *path,
                      SlCase      *a_case,
                      GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (SlDb) db = NULL;
  SlSearchIndex *self;

  g_return_val_if_fail (path != NULL && SL_IS_CASE (a_case), NULL);

  g_mkdir_with_parents (folder, 0700);
  db = open_existing (path, a_case);
  if (db != NULL && !update (db, a_case, NULL))
    g_clear_pointer (&db, sl_db_free);
  if (db == NULL)
    {
      db = create (path, a_case, error);
      if (db == NULL || !update (db, a_case, error))
        return NULL;
    }

  self = g_new0 (SlSearchIndex, 1);
  self->db = g_steal_pointer (&db);
  return self;
}

/**
 * sl_search_index_free:
 * @self: (nullable) (transfer full): an index
 *
 * Closes an index.
 */
void
sl_search_index_free (SlSearchIndex *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->db, sl_db_free);
  g_free (self);
}

/* Searching */

static gboolean
has_letters (const char *word)
{
  for (; *word != '\0'; word = g_utf8_next_char (word))
    {
      if (g_unichar_isalnum (g_utf8_get_char (word)))
        return TRUE;
    }

  return FALSE;
}

/* Each word in quotation marks, so that nothing a person types is query syntax; the last may be unfinished. */
static char *
quote_words (const char *words)
{
  g_autofree char *valid = g_utf8_make_valid (words, -1);
  g_auto (GStrv) parts = g_strsplit_set (valid, " \t\r\n", -1);
  g_autoptr (GString) query = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) pieces = NULL;
      g_autofree char *doubled = NULL;

      if (!has_letters (parts[i]))
        continue;
      pieces = g_strsplit (parts[i], "\"", -1);
      doubled = g_strjoinv ("\"\"", pieces);
      g_string_append_printf (query, "%s\"%s\"", query->len > 0 ? " " : "", doubled);
    }

  if (query->len == 0)
    return NULL;
  g_string_append (query, " *");
  return g_string_free_and_steal (g_steal_pointer (&query));
}

/* The words of @marked from @from on, without marks, blanks collapsed, as much as a line bears. */
static char *
make_snippet (const char *marked,
              const char *from)
{
  GString *line = g_string_new (from > marked ? "…" : NULL);
  gboolean blank = FALSE;
  const char *at = from;

  for (int n = 0; *at != '\0' && n < SNIPPET_CP; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == MARK_START || c == MARK_END)
        continue;
      if (blank && !g_unichar_isspace (c) && n > 0)
        g_string_append_c (line, ' ');
      blank = g_unichar_isspace (c);
      if (!blank)
        g_string_append_unichar (line, c);
      n++;
    }

  if (*at != '\0')
    g_string_append (line, "…");
  return g_string_free_and_steal (line);
}

/* Where a snippet begins: at a word, some way before the hit. */
static const char *
find_lead (const char *marked,
           const char *hit)
{
  const char *from = hit;

  for (int i = 0; i < LEAD_CP && from > marked; i++)
    from = g_utf8_prev_char (from);
  if (from == marked)
    return from;

  for (const char *at = from; at < hit; at = g_utf8_next_char (at))
    {
      if (g_unichar_isspace (g_utf8_get_char (at)))
        return g_utf8_next_char (at);
    }
  return from;
}

static SlSearchHit *
read_hit (sqlite3_stmt *row)
{
  SlSearchHit *hit = g_new0 (SlSearchHit, 1);
  g_autofree char *marked = g_utf8_make_valid ((const char *) sqlite3_column_text (row, 3), sqlite3_column_bytes (row, 3));
  const char *mark = strchr (marked, MARK_START);

  hit->document_id = sqlite3_column_int64 (row, 0);
  hit->source_id = sqlite3_column_int64 (row, 1);
  hit->title = g_utf8_make_valid ((const char *) sqlite3_column_text (row, 2), sqlite3_column_bytes (row, 2));
  if (mark != NULL)
    hit->start_cp = (gsize) g_utf8_strlen (marked, mark - marked);
  hit->snippet = make_snippet (marked, mark == NULL ? marked : find_lead (marked, mark));
  return hit;
}

/* A source that was captured again has several documents: the first that is found stands for it. */
static GPtrArray *
collect (SlSearchIndex  *self,
         sqlite3_stmt   *rows,
         guint           limit,
         GError        **error)
{
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func (free_hit);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  SlDbStep step = SL_DB_DONE;

  while ((limit == 0 || hits->len < limit) && (step = sl_db_step (self->db, rows, error)) == SL_DB_ROW)
    {
      SlSearchHit *hit;
      gint64 source_id = sqlite3_column_int64 (rows, 1);

      if (g_hash_table_contains (seen, &source_id))
        continue;
      hit = read_hit (rows);
      g_ptr_array_add (hits, hit);
      g_hash_table_add (seen, &hit->source_id);
    }

  return step == SL_DB_FAILED ? NULL : g_steal_pointer (&hits);
}

static GPtrArray *
find (SlSearchIndex  *self,
      const char     *sql,
      const char     *words,
      guint           limit,
      GError        **error)
{
  g_autofree char *query = quote_words (words);
  g_autoptr (SlDbCursor) rows = NULL;

  if (query == NULL)
    return g_ptr_array_new_with_free_func (free_hit);

  rows = sl_db_query (self->db, error, sql, "t", query);
  return rows == NULL ? NULL : collect (self, rows, limit, error);
}

#define HIT "doc.document_id, doc.source_id, doc.title, highlight (words, 1, char (2), char (3))"

/**
 * sl_search_index_find:
 * @words: what the person typed; all words must occur, the last one may be unfinished
 * @limit: hits at most, 0 for all
 *
 * Finds the newest documents with the words, one for each source. Case and accents do not matter.
 *
 * Returns: (transfer full) (nullable) (element-type SlSearchHit): the hits, newest first
 */
GPtrArray *
sl_search_index_find (SlSearchIndex  *self,
                      const char     *words,
                      guint           limit,
                      GError        **error)
{
  g_return_val_if_fail (self != NULL && words != NULL, NULL);

  return find (self,
               "SELECT " HIT " FROM words JOIN doc ON doc.id = words.rowid"
               " WHERE words MATCH ? ORDER BY words.rowid DESC",
               words, limit, error);
}

/**
 * sl_search_index_find_best:
 * @words: as for sl_search_index_find()
 * @limit: hits at most, 0 for all
 *
 * Ranks the newest 2000 documents with the words by how much they are about them (bm25).
 *
 * Returns: (transfer full) (nullable) (element-type SlSearchHit): the hits, best first
 */
GPtrArray *
sl_search_index_find_best (SlSearchIndex  *self,
                           const char     *words,
                           guint           limit,
                           GError        **error)
{
  g_return_val_if_fail (self != NULL && words != NULL, NULL);

  return find (self,
               "SELECT " HIT " FROM (SELECT rowid AS id, bm25 (words) AS score FROM words WHERE words MATCH ?1"
               " ORDER BY rowid DESC LIMIT " G_STRINGIFY (RANKED_HITS) ") AS newest"
                                                                       " JOIN words ON words.rowid = newest.id JOIN doc ON doc.id = newest.id"
                                                                       " WHERE words MATCH ?1 ORDER BY newest.score, newest.id DESC",
               words, limit, error);
}
