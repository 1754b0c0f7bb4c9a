/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-file-check-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "core/sl-digest.h"
#include "helper/sl-foreign-json.h"
#include "store/sl-act-hash.h"
#include "verify/sl-timestamp.h"

#define ACTS "history/acts.jsonl"
#define WITNESSES "witnesses/witnesses.jsonl"

static gint64
get_integer (JsonObject *object,
             const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_INT64 ? json_node_get_int (node) : -1;
}

static char *
dup_string (JsonObject *object,
            const char *member)
{
  const char *value = sl_foreign_json_get (object, member);

  return g_strdup (value != NULL ? value : "");
}

/* %NULL when it is no act. */
static SlAct *
read_act (JsonObject *line)
{
  g_autoptr (SlAct) act = sl_act_new ();
  const char *about = sl_foreign_json_get (line, "about");
  char none[SL_ID_STRING_SIZE];

  act->sequence = get_integer (line, "sequence");
  act->at = get_integer (line, "at");
  act->by = dup_string (line, "by");
  act->label = dup_string (line, "label");
  act->hash = dup_string (line, "hash");
  if (!sl_id_parse (sl_foreign_json_get (line, "id"), &act->id)
      || !sl_act_kind_parse (sl_foreign_json_get (line, "kind"), &act->kind)
      || (g_strcmp0 (about, sl_id_format (SL_ID_NONE, none)) != 0 && !sl_id_parse (about, &act->about)))
    return NULL;
  return g_steal_pointer (&act);
}

static GBytes *
decode_changeset (JsonObject *line)
{
  g_autofree char *text = dup_string (line, "changeset");
  gsize length = 0;
  guint8 *data = g_base64_decode (text, &length);

  return g_bytes_new_take (data, length);
}

/* Without what an act changed, its hash cannot be computed: then only its place in the chain is checked. */
static void
check_act (SlFileCheck *self,
           const char  *place,
           const char  *before,
           JsonObject  *line,
           gpointer     data)
{
  g_autoptr (SlAct) act = read_act (line);
  const char *previous = self->hashes->len > 0 ? g_ptr_array_index (self->hashes, self->hashes->len - 1) : SL_ACT_HASH_NONE;

  (void) before;
  (void) data;
  if (act == NULL)
    {
      sl_file_check_add (self, "act", place, "unreadable", _ ("The line is no act."));
      return;
    }

  if (act->sequence != (gint64) self->hashes->len + 1)
    sl_file_check_add (self, "act", place, "missing", _ ("Act %" PRId64 " is where act %u should be: acts are missing."), act->sequence, self->hashes->len + 1);
  if (json_object_has_member (line, "changeset"))
    {
      g_autoptr (GBytes) changeset = decode_changeset (line);
      g_autofree char *hash = sl_act_hash (act, previous, changeset);

      if (!g_str_equal (hash, act->hash))
        sl_file_check_add (self, "act", place, "hash-chain", _ ("Act %" PRId64 " (“%s”), or the one before it, was altered: its hash does not fit."),
                           act->sequence, act->label);
    }
  g_ptr_array_add (self->hashes, g_steal_pointer (&act->hash));
}

/**
 * sl_file_check_history:
 * @about: what the package says of the case
 *
 * Checks the chain of the acts, and that it leads to the act that the package names as the last one.
 */
void
sl_file_check_history (SlFileCheck *self,
                       GPtrArray   *parts,
                       JsonObject  *about)
{
  const SlPart *acts = sl_file_check_find_part (parts, ACTS);
  const char *head = sl_foreign_json_get (about, "headHash");

  if (acts == NULL)
    {
      sl_file_check_add (self, "file", ACTS, "missing", _ ("The history of the case is missing."));
      return;
    }

  sl_file_check_foreach_line (self, acts, check_act, NULL);
  if (get_integer (about, "acts") != (gint64) self->hashes->len
      || g_strcmp0 (head, self->hashes->len > 0 ? g_ptr_array_index (self->hashes, self->hashes->len - 1) : NULL) != 0)
    sl_file_check_add (self, "act", ACTS, "hash-chain", _ ("The history does not end with the act that the package names as the last one (%s)."), head != NULL ? head : "?");
}

/* SHA-256 of what was stamped; %NULL when it is not there. */
static char *
find_stamped (SlFileCheck *self,
              const char  *place,
              JsonObject  *line)
{
  gint64 act = get_integer (line, "act"), offset = get_integer (line, "offset"), length = get_integer (line, "length");
  const char *hash = sl_foreign_json_get (line, "hash");
  GHashTableIter archives;
  gpointer archive = NULL;
  gsize size;

  if (hash != NULL)
    {
      if (act < 1 || act > (gint64) self->hashes->len || !g_str_equal (hash, g_ptr_array_index (self->hashes, act - 1)))
        sl_file_check_add (self, "witness", place, "hash-chain", _ ("The act that was stamped is not in the history."));
      return sl_digest_is_valid (hash) ? g_strdup (hash) : NULL;
    }

  g_hash_table_iter_init (&archives, self->archive_bytes);
  if (!g_hash_table_iter_next (&archives, NULL, &archive))
    return NULL;
  size = g_bytes_get_size (archive);
  if (offset < 0 || length < 1 || (guint64) offset > size || (guint64) length > size - (gsize) offset)
    return NULL;
  return sl_digest_data ((const guint8 *) g_bytes_get_data (archive, NULL) + offset, (gsize) length);
}

static void
check_stamp (SlFileCheck  *self,
             const char   *place,
             JsonObject   *line,
             const SlPart *kept)
{
  g_autofree char *stamped = find_stamped (self, place, line);
  const char *authority = sl_foreign_json_get (line, "authority");
  g_autoptr (GError) error = NULL;
  g_autoptr (SlTimestamp) stamp = stamped != NULL ? sl_timestamp_check (kept->bytes, stamped, &error) : NULL;

  if (stamped == NULL)
    sl_file_check_add (self, "witness", place, "unreadable", _ ("It does not say what was stamped."));
  else if (stamp == NULL)
    sl_file_check_add (self, "witness", kept->name, "timestamp", _ ("The time-stamp of %s does not hold: %s."), authority != NULL ? authority : "?", error->message);
}

/* The bare answer is for other programs, and has to be the same one. */
static void
check_reply (SlFileCheck  *self,
             GPtrArray    *parts,
             const SlPart *kept,
             const char   *id)
{
  g_autofree char *name = g_strdup_printf ("witnesses/%s.tsr", id);
  const SlPart *bare = sl_file_check_find_part (parts, name);
  g_autoptr (GBytes) reply = sl_timestamp_get_reply (kept->bytes, NULL);

  if (bare == NULL)
    sl_file_check_add (self, "witness", name, "missing", _ ("The time-stamp is missing."));
  else if (reply != NULL && !g_bytes_equal (bare->bytes, reply))
    sl_file_check_add (self, "witness", name, "timestamp", _ ("The time-stamp is another one than that kept with its certificates."));
}

static void
check_witness (SlFileCheck *self,
               const char  *place,
               const char  *before,
               JsonObject  *line,
               gpointer     data)
{
  const char *file = sl_foreign_json_get (line, "file");
  const char *id = sl_foreign_json_get (line, "id");
  const SlPart *kept = file != NULL ? sl_file_check_find_part (data, file) : NULL;

  (void) before;
  if (file != NULL && kept == NULL)
    sl_file_check_add (self, "witness", file, "missing", _ ("The answer of %s is missing."), sl_foreign_json_get (line, "authority") != NULL ? sl_foreign_json_get (line, "authority") : "?");
  if (kept == NULL || g_strcmp0 (sl_foreign_json_get (line, "kind"), "timestamp") != 0 || g_strcmp0 (sl_foreign_json_get (line, "outcome"), "confirmed") != 0)
    return;

  check_stamp (self, place, line, kept);
  check_reply (self, data, kept, id != NULL ? id : "?");
}

/**
 * sl_file_check_witnesses:
 * @parts: (element-type SlPart): every file of the archive
 *
 * Checks the time-stamps: their signatures, with the certificates that came along, and that they are about the records or the
 * act that the list names. Needs sl_file_check_warc() and sl_file_check_history() before.
 */
void
sl_file_check_witnesses (SlFileCheck *self,
                         GPtrArray   *parts)
{
  const SlPart *witnesses = sl_file_check_find_part (parts, WITNESSES);

  if (witnesses != NULL)
    sl_file_check_foreach_line (self, witnesses, check_witness, parts);
}
