/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-warc-index.h"

#include <string.h>

#include "store/sl-http-message.h"
#include "workbench/sl-arrival.h"

/* A file with more damage than this is no web archive any more; the rest of it is one damage. */
#define MAX_DAMAGES 1000

/* The type of a content shows in its beginning. */
#define SNIFF_BYTES 65536

/* A redirect and what it leads to are fetched after each other. */
#define REDIRECT_MAX_USEC (10 * 60 * G_USEC_PER_SEC)

static void
entry_free (gpointer data)
{
  SlWarcEntry *self = data;

  g_free (self->id);
  g_free (self->uri);
  g_free (self->concurrent);
  g_free (self->payload_digest);
  g_free (self->refers_to);
  g_free (self->media_type);
  g_free (self->location);
  g_free (self->destination);
  g_free (self);
}

static void
damage_free (gpointer data)
{
  SlWarcDamage *self = data;

  g_free (self->message);
  g_free (self);
}

/**
 * sl_warc_index_free:
 *
 * Frees an index; %NULL is fine.
 */
void
sl_warc_index_free (SlWarcIndex *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->damages);
  g_hash_table_unref (self->companions);
  g_hash_table_unref (self->originals);
  g_hash_table_unref (self->redirects);
  g_free (self);
}

static char *
dup_bare (const char *id)
{
  gsize length = id != NULL ? strlen (id) : 0;

  return length > 2 && id[0] == '<' && id[length - 1] == '>' ? g_strndup (id + 1, length - 2) : g_strdup (id);
}

static char *
dup_media_type (const char *value)
{
  return value != NULL ? g_ascii_strdown (value, (gssize) strcspn (value, "; \t")) : NULL;
}

static void
describe_content (SlWarcEntry        *entry,
                  const SlWarcRecord *record,
                  const char         *content_type)
{
  g_autoptr (GBytes) payload = record->type != SL_WARC_REVISIT ? sl_warc_record_get_payload (record, NULL) : NULL;
  gsize size = 0;
  const guint8 *data = payload != NULL ? g_bytes_get_data (payload, &size) : NULL;

  entry->media_type = dup_media_type (content_type);
  entry->content = sl_sniff_type (data, MIN (size, SNIFF_BYTES), content_type);
  /* Style sheets and scripts are text too, but say what they are. */
  if (entry->content == SL_CONTENT_TYPE_TEXT && entry->media_type != NULL && !g_str_equal (entry->media_type, "text/plain"))
    entry->content = SL_CONTENT_TYPE_UNKNOWN;
}

static void
describe_answer (SlWarcEntry        *entry,
                 const SlWarcRecord *record)
{
  g_autoptr (SlHttpMessage) message = NULL;
  const char *location;

  if (record->content_type == NULL || g_ascii_strncasecmp (record->content_type, "application/http", 16) != 0)
    {
      describe_content (entry, record, record->content_type);
      return;
    }

  message = sl_http_message_parse (record->block, NULL);
  if (message == NULL)
    return;
  entry->status = message->status;
  location = sl_http_message_get_header (message, "Location");
  if (location != NULL && entry->uri != NULL)
    entry->location = g_uri_resolve_relative (entry->uri, location, SL_ARRIVAL_URI_FLAGS, NULL);
  if (message->status == 200)
    describe_content (entry, record, sl_http_message_get_header (message, "Content-Type"));
}

static void
describe_request (SlWarcEntry        *entry,
                  const SlWarcRecord *record)
{
  g_autoptr (SlHttpMessage) message = sl_http_message_parse (record->block, NULL);

  if (message != NULL)
    entry->destination = g_strdup (sl_http_message_get_header (message, "Sec-Fetch-Dest"));
}

static SlWarcEntry *
entry_new (const SlWarcRecord *record,
           SlWarcPlace         place)
{
  SlWarcEntry *entry = g_new0 (SlWarcEntry, 1);

  entry->place = place;
  entry->type = record->type;
  entry->id = g_strdup (record->id);
  entry->uri = g_strdup (record->uri);
  entry->concurrent = dup_bare (sl_warc_record_get_header (record, "WARC-Concurrent-To"));
  entry->payload_digest = g_strdup (sl_warc_record_get_header (record, "WARC-Payload-Digest"));
  entry->refers_to = dup_bare (sl_warc_record_get_header (record, "WARC-Refers-To-Target-URI"));
  entry->destination = g_strdup (sl_warc_record_get_header (record, "WARC-Resource-Type"));
  entry->date_usec = record->date_usec;
  if (record->type == SL_WARC_REQUEST)
    describe_request (entry, record);
  else if (record->type == SL_WARC_RESPONSE || record->type == SL_WARC_RESOURCE || record->type == SL_WARC_REVISIT)
    describe_answer (entry, record);

  return entry;
}

static char *
dup_event_key (const SlWarcEntry *entry)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %s", entry->date_usec, entry->uri != NULL ? entry->uri : "");
}

static char *
dup_page_address (const char *url)
{
  return g_strndup (url, strcspn (url, "#"));
}

/**
 * sl_warc_entry_is_redirect:
 *
 * Returns: whether it is an answer that leads to another address
 */
gboolean
sl_warc_entry_is_redirect (const SlWarcEntry *self)
{
  return self->type == SL_WARC_RESPONSE && self->status >= 300 && self->status < 400 && self->location != NULL;
}

static void
add_to_list (GHashTable *lists,
             char *key, /* (transfer full) */
             SlWarcEntry *entry)
{
  GPtrArray *list = g_hash_table_lookup (lists, key);

  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (lists, g_strdup (key), list);
    }
  g_ptr_array_add (list, entry);
  g_free (key);
}

/* Requests and metadata belong to the answer that they name; without a name, to that of the same address and moment. */
static void
file_entry (SlWarcIndex *self,
            SlWarcEntry *entry)
{
  g_ptr_array_add (self->entries, entry);
  if (entry->type == SL_WARC_REQUEST || entry->type == SL_WARC_METADATA)
    add_to_list (self->companions, entry->concurrent != NULL ? g_strdup (entry->concurrent) : dup_event_key (entry), entry);
  if (entry->type == SL_WARC_REQUEST)
    add_to_list (self->companions, g_strdup (entry->id), entry);
  if (sl_warc_entry_is_redirect (entry))
    add_to_list (self->redirects, dup_page_address (entry->location), entry);
  if ((entry->type == SL_WARC_RESPONSE || entry->type == SL_WARC_RESOURCE) && entry->payload_digest != NULL
      && !g_hash_table_contains (self->originals, entry->payload_digest))
    g_hash_table_insert (self->originals, entry->payload_digest, entry);
}

static void
add_damage (SlWarcIndex  *self,
            SlWarcReader *reader,
            const GError *problem)
{
  SlWarcDamage *damage = g_new0 (SlWarcDamage, 1);

  damage->place = sl_warc_reader_get_place (reader);
  damage->message = g_strdup (problem->message);
  g_ptr_array_add (self->damages, damage);
}

/**
 * sl_warc_index_new:
 * @bytes: a whole .warc, .warc.gz or .arc.gz
 *
 * Reads through a web archive. Where it is damaged, goes on with the next record that can be read. Stops early when
 * cancelled.
 *
 * Returns: (transfer full): the index
 */
SlWarcIndex *
sl_warc_index_new (GBytes       *bytes,
                   GCancellable *cancellable)
{
  SlWarcIndex *self = g_new0 (SlWarcIndex, 1);
  g_autoptr (SlWarcReader) reader = sl_warc_reader_new_large (bytes);

  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->damages = g_ptr_array_new_with_free_func (damage_free);
  self->companions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->originals = g_hash_table_new (g_str_hash, g_str_equal);
  self->redirects = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  while (!g_cancellable_is_cancelled (cancellable))
    {
      g_autoptr (GError) problem = NULL;
      g_autoptr (SlWarcRecord) record = sl_warc_reader_next (reader, &problem);

      if (record != NULL)
        file_entry (self, entry_new (record, sl_warc_reader_get_place (reader)));
      else if (problem == NULL)
        break;
      else
        {
          add_damage (self, reader, problem);
          if (self->damages->len >= MAX_DAMAGES || !sl_warc_reader_recover (reader))
            break;
        }
    }

  return self;
}

static void
take_new (GPtrArray         *list,
          GPtrArray         *more,
          const SlWarcEntry *except)
{
  for (guint i = 0; more != NULL && i < more->len; i++)
    if (more->pdata[i] != except && !g_ptr_array_find (list, more->pdata[i], NULL) && list->len < 16)
      g_ptr_array_add (list, more->pdata[i]);
}

/**
 * sl_warc_index_list_companions:
 * @entry: an answer
 *
 * Lists the request that was answered, and what was written down about the exchange.
 *
 * Returns: (transfer container) (element-type SlWarcEntry)
 */
GPtrArray *
sl_warc_index_list_companions (SlWarcIndex       *self,
                               const SlWarcEntry *entry)
{
  GPtrArray *list = g_ptr_array_new ();
  g_autofree char *key = dup_event_key (entry);

  take_new (list, g_hash_table_lookup (self->companions, entry->id), entry);
  if (entry->concurrent != NULL)
    take_new (list, g_hash_table_lookup (self->companions, entry->concurrent), entry);
  if (list->len == 0)
    take_new (list, g_hash_table_lookup (self->companions, key), entry);

  return list;
}

/**
 * sl_warc_index_find_original:
 * @revisit: a record that says that the payload was seen before
 *
 * Returns: (transfer none) (nullable): the record of the same file that has the payload
 */
const SlWarcEntry *
sl_warc_index_find_original (SlWarcIndex       *self,
                             const SlWarcEntry *revisit)
{
  return revisit->payload_digest != NULL ? g_hash_table_lookup (self->originals, revisit->payload_digest) : NULL;
}

/**
 * sl_warc_index_find_redirect:
 * @entry: an answer
 *
 * Returns: (transfer none) (nullable): the answer that led to it: the latest redirect to its address that came before it,
 *   and not long before
 */
const SlWarcEntry *
sl_warc_index_find_redirect (SlWarcIndex       *self,
                             const SlWarcEntry *entry)
{
  g_autofree char *address = entry->uri != NULL ? dup_page_address (entry->uri) : NULL;
  const GPtrArray *list = address != NULL ? g_hash_table_lookup (self->redirects, address) : NULL;
  const SlWarcEntry *latest = NULL;

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const SlWarcEntry *redirect = g_ptr_array_index (list, i);

      if (redirect != entry && redirect->date_usec <= entry->date_usec && entry->date_usec - redirect->date_usec <= REDIRECT_MAX_USEC
          && (latest == NULL || redirect->date_usec >= latest->date_usec))
        latest = redirect;
    }

  return latest;
}
