/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-selection.h"

#include <glib/gi18n-lib.h>

#include "store/sl-warc-reader.h"
#include "store/sl-warc-writer.h"
#include "workbench/sl-conversions.h"
#include "workbench/sl-workbench.h"

#define PAGE_ROWS 256

/* A capture while the selection is put together. */
typedef struct
{
  gint64 captured_at;
  SlId   id;
} Chosen;

typedef struct
{
  SlCase     *a_case;  /* (unowned) */
  GHashTable *known;   /* (owned): capture ids */
  GArray     *chosen;  /* (owned) (element-type Chosen) */
} Choice;

static gboolean
is_revisit (SlCase          *a_case,
            const SlCapture *capture)
{
  g_auto (GStrv) digests = g_strsplit (capture->members, " ", -1);

  for (guint i = 0; digests[i] != NULL; i++)
    {
      g_autoptr (GBytes) member = sl_case_load_blob (a_case, digests[i], NULL);
      g_autoptr (SlWarcReader) reader = member != NULL ? sl_warc_reader_new (member) : NULL;
      g_autoptr (SlWarcRecord) record = reader != NULL ? sl_warc_reader_next (reader, NULL) : NULL;

      if (record != NULL && record->type == SL_WARC_REVISIT)
        return TRUE;
    }

  return FALSE;
}

static void choose (Choice          *self,
                    const SlCapture *capture);

/* A revisit says nothing without the capture that it refers to. */
static void
choose_original (Choice          *self,
                 const SlCapture *capture)
{
  g_autoptr (SlCapture) original = sl_case_find_payload (self->a_case, capture->payload_digest);

  if (original != NULL && !g_hash_table_contains (self->known, &original->id) && is_revisit (self->a_case, capture))
    choose (self, original);
}

static void
choose (Choice          *self,
        const SlCapture *capture)
{
  Chosen chosen = { capture->captured_at, capture->id };

  if (!g_hash_table_add (self->known, g_memdup2 (&capture->id, sizeof capture->id)))
    return;

  g_array_append_val (self->chosen, chosen);
  choose_original (self, capture);
}

static gboolean
choose_listed (Choice  *self,
               SlId     about,
               GError **error)
{
  SlQuery query = SL_QUERY_ALL;
  gint64 total;

  query.about = about;
  total = sl_case_count (self->a_case, SL_LIST_CAPTURES, &query, error);
  if (total < 0)
    return FALSE;

  query.limit = PAGE_ROWS;
  for (query.offset = 0; query.offset < total; query.offset += PAGE_ROWS)
    {
      g_autoptr (GPtrArray) captures = sl_case_list_captures (self->a_case, &query, error);

      if (captures == NULL)
        return FALSE;
      for (guint i = 0; i < captures->len; i++)
        choose (self, g_ptr_array_index (captures, i));
    }

  return TRUE;
}

static gboolean
choose_key (Choice  *self,
            SlId     key,
            GError **error)
{
  const char *what = sl_case_what_is (self->a_case, key);
  char id[SL_ID_STRING_SIZE];

  if (g_strcmp0 (what, "source") == 0)
    return choose_listed (self, key, error);

  if (g_strcmp0 (what, "capture") == 0)
    {
      g_autoptr (SlCapture) capture = sl_case_get_capture (self->a_case, key, error);

      if (capture != NULL)
        choose (self, capture);
      return capture != NULL;
    }

  g_set_error (error, SL_WORKBENCH_ERROR, SL_WORKBENCH_ERROR_INVALID,
               _ ("%s is neither a source nor a capture of this case. “list CASE sources” and “list CASE captures” show their keys."),
               sl_id_format (key, id));
  return FALSE;
}

static int
compare_chosen (gconstpointer a,
                gconstpointer b)
{
  const Chosen *one = a;
  const Chosen *other = b;

  if (one->captured_at != other->captured_at)
    return one->captured_at < other->captured_at ? -1 : 1;
  return (one->id > other->id) - (one->id < other->id);
}

static gboolean
fill (SlSelection  *self,
      const SlId   *keys,
      gsize         n_keys,
      GError      **error)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (Chosen));
  Choice choice = { self->a_case, known, chosen };

  if (n_keys == 0 && !choose_listed (&choice, SL_ID_NONE, error))
    return FALSE;
  for (gsize i = 0; i < n_keys; i++)
    if (!choose_key (&choice, keys[i], error))
      return FALSE;

  g_array_sort (chosen, compare_chosen);
  for (guint i = 0; i < chosen->len; i++)
    g_array_append_val (self->ids, g_array_index (chosen, Chosen, i).id);
  return TRUE;
}

/**
 * sl_selection_new:
 * @keys: (array length=n_keys): keys of sources, with all their captures, and of captures
 * @n_keys: 0 for all captures of the case
 *
 * Looks up what is to leave the case. Captures whose content stands in an earlier one bring that one along.
 *
 * Fails with %SL_WORKBENCH_ERROR_INVALID for a key of something else, and with SL_STORE_ERROR.
 *
 * Returns: (transfer full) (nullable): the selection
 */
SlSelection *
sl_selection_new (SlCase      *a_case,
                  const SlId  *keys,
                  gsize        n_keys,
                  GError     **error)
{
  g_autoptr (SlSelection) self = g_new0 (SlSelection, 1);
  SlQuery query = SL_QUERY_ALL;
  g_autoptr (GPtrArray) acts = NULL;

  self->a_case = g_object_ref (a_case);
  self->ids = g_array_new (FALSE, FALSE, sizeof (SlId));
  query.limit = 1;
  acts = sl_case_list_acts (a_case, &query, error);
  if (acts == NULL || !fill (self, keys, n_keys, error))
    return NULL;

  if (acts->len > 0)
    self->head = g_ptr_array_steal_index (acts, 0);
  return g_steal_pointer (&self);
}

/**
 * sl_selection_free:
 * @self: (nullable) (transfer full): a selection
 *
 * Frees a selection.
 */
void
sl_selection_free (SlSelection *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->a_case);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->head, sl_act_free);
  g_free (self);
}

/**
 * sl_selection_contains:
 *
 * Returns: whether the capture leaves the case
 */
gboolean
sl_selection_contains (const SlSelection *self,
                       SlId               capture_id)
{
  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, SlId, i) == capture_id)
      return TRUE;

  return FALSE;
}

/* The same selection of the same case has the same id: a name-based one (RFC 9562, version 8, from SHA-256). */
static char *
make_uuid (const SlSelection *self)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 sum[32];
  gsize length = sizeof sum;

  g_checksum_update (checksum, (const guchar *) sl_case_get_id (self->a_case), -1);
  if (self->head != NULL)
    g_checksum_update (checksum, (const guchar *) self->head->hash, -1);
  for (guint i = 0; i < self->ids->len; i++)
    {
      char id[SL_ID_STRING_SIZE];

      g_checksum_update (checksum, (const guchar *) sl_id_format (g_array_index (self->ids, SlId, i), id), -1);
    }
  g_checksum_get_digest (checksum, sum, &length);
  sum[6] = (guint8) ((sum[6] & 0x0f) | 0x80);
  sum[8] = (guint8) ((sum[8] & 0x3f) | 0x80);

  return g_strdup_printf ("urn:uuid:%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x",
                          sum[0], sum[1], sum[2], sum[3], sum[4], sum[5], sum[6], sum[7],
                          sum[8], sum[9], sum[10], sum[11], sum[12], sum[13], sum[14], sum[15]);
}

/**
 * sl_selection_make_warcinfo:
 *
 * Makes the record that stands first in the file. It bears the time of the last act, so that an unchanged case always gives
 * the same file.
 *
 * Returns: (transfer full) (nullable): a gzip member
 */
GBytes *
sl_selection_make_warcinfo (const SlSelection  *self,
                            GError            **error)
{
  g_autofree char *id = make_uuid (self);
  gint64 at = self->head != NULL ? self->head->at : 0;

  return sl_warc_write_warcinfo (id, "Sourceline " VERSION, at * G_USEC_PER_SEC, error);
}

static gboolean
visit (const SlSelection  *self,
       const SlCapture    *capture,
       GHashTable         *visited,
       SlMemberFunc        func,
       gpointer            data,
       GCancellable       *cancellable,
       GError            **error)
{
  g_auto (GStrv) digests = g_strsplit (capture->members, " ", -1);

  for (guint i = 0; digests[i] != NULL; i++)
    {
      g_autoptr (GBytes) member = NULL;

      if (*digests[i] == '\0' || !g_hash_table_add (visited, g_strdup (digests[i])))
        continue;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      member = sl_case_load_blob (self->a_case, digests[i], error);
      if (member == NULL || !func (capture, member, data, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * sl_selection_foreach:
 *
 * Walks over the parts of all captures, in the order in which they are exported; behind each capture stand the texts that
 * were read from it.
 *
 * Fails with SL_STORE_ERROR, %G_IO_ERROR_CANCELLED, and as @func does.
 */
gboolean
sl_selection_foreach (const SlSelection  *self,
                      SlMemberFunc        func,
                      gpointer            data,
                      GCancellable       *cancellable,
                      GError            **error)
{
  g_autoptr (GHashTable) visited = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->ids->len; i++)
    {
      g_autoptr (SlCapture) capture = sl_case_get_capture (self->a_case, g_array_index (self->ids, SlId, i), error);

      if (capture == NULL || !visit (self, capture, visited, func, data, cancellable, error)
          || !sl_conversions_foreach (self->a_case, capture, func, data, error))
        return FALSE;
    }

  return TRUE;
}
