/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/sl-digest.h"
#include "store/sl-http-message.h"
#include "store/sl-warc-digest.h"
#include "store/sl-warc-writer.h"
#include "workbench/sl-warc-index.h"

/* Redirects from a listed page to what it showed in the end. */
#define MAX_REDIRECTS 10

typedef struct
{
  SlImport     *import;  /* (unowned) */
  SlWarcIndex  *index;   /* (unowned) */
  SlWarcReader *reader;  /* (owned) */
  GHashTable   *pages;   /* (owned) (nullable): addresses listed as pages; %NULL when nothing is listed */
  GHashTable   *kept;    /* (owned): entries (unowned) that were taken in, and redirects that went with them */
  const char   *format;  /* (unowned) */
  const char   *inside;  /* (unowned) (nullable) */
} Archive;

static char *
describe_place (const char        *inside,
                const SlWarcPlace *place)
{
  g_autofree char *byte = place->within == 0 ? g_strdup_printf (_ ("byte %zu"), place->offset)
                                             : g_strdup_printf (_ ("byte %zu, %zu bytes into what is packed there"), place->offset, place->within);

  return inside != NULL ? g_strdup_printf ("%s, %s", inside, byte) : g_steal_pointer (&byte);
}

static char *
dup_bare_address (const char *url)
{
  return g_strndup (url, strcspn (url, "#"));
}

/* Pages that are listed, and what they redirect to. */
static GHashTable *
list_pages (const SlWarcIndex *index,
            GPtrArray         *pages)
{
  g_autoptr (GHashTable) listed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean any = FALSE;

  for (guint i = 0; i < pages->len; i++)
    {
      const SlReference *page = g_ptr_array_index (pages, i);

      if (page->url != NULL)
        g_hash_table_add (listed, dup_bare_address (page->url));
    }
  for (guint round = 0, before = 0; round < MAX_REDIRECTS && before != g_hash_table_size (listed); round++)
    {
      before = g_hash_table_size (listed);
      for (guint i = 0; i < index->entries->len; i++)
        {
          const SlWarcEntry *entry = g_ptr_array_index (index->entries, i);

          if (entry->uri == NULL || !g_hash_table_contains (listed, entry->uri))
            continue;
          any = any || entry->status == 200;
          if (sl_warc_entry_is_redirect (entry))
            g_hash_table_add (listed, dup_bare_address (entry->location));
        }
    }

  /* Several archives may lie in one package, and the list need not speak of this one. */
  return any ? g_steal_pointer (&listed) : NULL;
}

static gboolean
is_article_type (SlContentType content)
{
  return content == SL_CONTENT_TYPE_HTML || content == SL_CONTENT_TYPE_XHTML || content == SL_CONTENT_TYPE_PDF || content == SL_CONTENT_TYPE_TEXT;
}

/* Text that was pasted: what has no address is named by its content, here and in other archives. */
static gboolean
is_named_by_content (const SlWarcEntry *entry)
{
  return entry->type == SL_WARC_RESOURCE && entry->uri != NULL && g_str_has_prefix (entry->uri, "urn:sha256:");
}

static char *
why_not_answer (const SlWarcEntry *entry)
{
  if (entry->uri == NULL || (!sl_arrival_is_address (entry->uri) && !is_named_by_content (entry)))
    return g_strdup (_ ("It is no document of the web, but something that the crawler wrote down."));
  if (entry->type != SL_WARC_RESOURCE && entry->status == 0)
    return g_strdup (_ ("It is no answer over HTTP."));
  if (entry->status != 0 && entry->status != 200)
    return g_strdup_printf (_ ("The server answered with status %d instead of a document."), entry->status);
  if (!is_article_type (entry->content))
    return g_strdup_printf (_ ("It is of the type %s, which holds no article."), entry->media_type != NULL ? entry->media_type : "?");
  if (g_str_has_suffix (entry->uri, "/robots.txt"))
    return g_strdup (_ ("It is the site’s rules for crawlers."));

  return NULL;
}

static const char *
find_destination (const Archive     *self,
                  const SlWarcEntry *entry)
{
  g_autoptr (GPtrArray) companions = sl_warc_index_list_companions (self->index, entry);

  for (guint i = 0; entry->destination == NULL && i < companions->len; i++)
    {
      const SlWarcEntry *companion = g_ptr_array_index (companions, i);

      if (companion->destination != NULL)
        return companion->destination;
    }

  return entry->destination;
}

/* What an archive lists as pages are its documents; without a list, what was not loaded as a part of a page. */
static char *
why_no_page (const Archive     *self,
             const SlWarcEntry *entry)
{
  const char *destination = find_destination (self, entry);

  if (self->pages != NULL)
    return g_hash_table_contains (self->pages, entry->uri) ? NULL : g_strdup (_ ("It is not listed as a page of the archive, but was loaded by one."));
  if (destination != NULL && g_ascii_strcasecmp (destination, "document") != 0)
    return g_strdup_printf (_ ("It was loaded as a part of a page (%s)."), destination);

  return NULL;
}

static char *
why_not (const Archive     *self,
         const SlWarcEntry *entry)
{
  char *reason = why_not_answer (entry);

  return reason != NULL ? reason : why_no_page (self, entry);
}

static SlWarcRecord *
read_entry (Archive            *self,
            const SlWarcEntry  *entry,
            GError            **error)
{
  if (!sl_warc_reader_seek (self->reader, entry->place, error))
    return NULL;

  return sl_warc_reader_next (self->reader, error);
}

/* A record as it stands in the file, as a gzip member of its own; one of an ARC file as the WARC record that it would be. */
static gboolean
append_member (Archive             *self,
               const SlWarcRecord  *record,
               GPtrArray           *members,
               GError             **error)
{
  g_autoptr (GBytes) raw = sl_warc_reader_dup_raw (self->reader);
  GBytes *member = raw != NULL ? sl_warc_write_raw (raw, error) : sl_warc_write (record, error);

  if (member != NULL)
    g_ptr_array_add (members, member);

  return member != NULL;
}

static gboolean
append_companions (Archive            *self,
                   const SlWarcEntry  *entry,
                   GPtrArray          *members,
                   GError            **error)
{
  g_autoptr (GPtrArray) companions = sl_warc_index_list_companions (self->index, entry);

  for (guint i = 0; i < companions->len; i++)
    {
      g_autoptr (SlWarcRecord) record = read_entry (self, g_ptr_array_index (companions, i), error);

      if (record == NULL || !append_member (self, record, members, error))
        return FALSE;
    }

  return TRUE;
}

/* Redirects that led to an answer, the first one first. */
static GPtrArray *
list_redirects (const Archive     *self,
                const SlWarcEntry *entry)
{
  g_autoptr (GPtrArray) redirects = g_ptr_array_new ();

  while (redirects->len < MAX_REDIRECTS && (entry = sl_warc_index_find_redirect (self->index, entry)) != NULL
         && !g_ptr_array_find (redirects, entry, NULL))
    g_ptr_array_insert (redirects, 0, (gpointer) entry);

  return g_steal_pointer (&redirects);
}

/* What led to the page is evidence, too: each exchange as it stands in the file. */
static gboolean
append_redirects (Archive    *self,
                  GPtrArray  *redirects,
                  SlArrival  *arrival,
                  GError    **error)
{
  for (guint i = 0; i < redirects->len; i++)
    {
      const SlWarcEntry *redirect = g_ptr_array_index (redirects, i);
      g_autoptr (SlWarcRecord) record = read_entry (self, redirect, error);

      if (record == NULL || !append_member (self, record, arrival->members, error) || !append_companions (self, redirect, arrival->members, error))
        return FALSE;
    }
  if (redirects->len == 0)
    return TRUE;

  arrival->capture->final_url = g_steal_pointer (&arrival->capture->url);
  arrival->capture->url = g_strdup (((const SlWarcEntry *) g_ptr_array_index (redirects, 0))->uri);

  return TRUE;
}

static GBytes *
read_content (const SlWarcRecord  *record,
              GError             **error)
{
  GBytes *content = sl_warc_record_get_payload (record, NULL);

  /* Many crawlers store what the browser had decoded and leave the header that says it was not. */
  return content != NULL ? content : sl_warc_record_get_wire_payload (record, error);
}

static gboolean
is_dechunked (const SlWarcRecord *record)
{
  g_autoptr (SlHttpMessage) message = record->type == SL_WARC_RESPONSE ? sl_http_message_parse (record->block, NULL) : NULL;
  const char *coding = message != NULL ? sl_http_message_get_header (message, "Transfer-Encoding") : NULL;

  return coding != NULL && g_ascii_strcasecmp (coding, "chunked") == 0 && message->head_bytes < g_bytes_get_size (record->block)
         && !sl_http_message_is_chunked (message, record->block);
}

static char *
describe_record (const SlWarcRecord *record)
{
  gboolean block = sl_warc_digest_check_block (record) == SL_WARC_DIGEST_DIFFERS;
  gboolean payload = sl_warc_digest_check_payload (record) == SL_WARC_DIGEST_DIFFERS;

  if (block || payload)
    return g_strdup (_ ("The bytes are not those that the archive states a digest of: the record was changed or damaged after it was written."));
  if (is_dechunked (record))
    return g_strdup (_ ("The header says that the body is in chunks, but whatever wrote the archive has joined them; the body was read as it stands."));

  return NULL;
}

static void
describe_exchange (SlArrival          *arrival,
                   const SlWarcRecord *record)
{
  g_autoptr (SlHttpMessage) message = NULL;

  if (record->content_type == NULL || g_ascii_strncasecmp (record->content_type, "application/http", 16) != 0)
    {
      arrival->capture->content_type = g_strdup (record->content_type);
      return;
    }

  message = sl_http_message_parse (record->block, NULL);
  if (message == NULL)
    return;
  arrival->capture->status = message->status;
  arrival->capture->content_type = g_strdup (sl_http_message_get_header (message, "Content-Type"));
}

static SlArrival *
make_arrival (Archive            *self,
              const SlWarcEntry  *entry,
              const SlWarcRecord *record,
              const char         *place)
{
  SlArrival *arrival = sl_arrival_new (SL_CAPTURE_ARCHIVED);

  arrival->url = is_named_by_content (entry) ? NULL : g_strdup (entry->uri);
  arrival->name = g_strdup (entry->uri);
  arrival->capture->url = g_strdup (entry->uri);
  arrival->capture->captured_at = entry->date_usec;
  arrival->capture->came_as = g_strdup_printf ("%s %s, %s", self->format, self->import->file, place);
  arrival->members = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  for (guint i = 0; self->import->description != NULL && i < self->import->description->len; i++)
    g_ptr_array_add (arrival->members, g_bytes_ref (g_ptr_array_index (self->import->description, i)));
  describe_exchange (arrival, record);

  return arrival;
}

/* The content of a revisit stands in the record that it refers to, which was taken in before it, from this file or another. */
static GBytes *
find_content (Archive             *self,
              const SlWarcEntry   *entry,
              const SlWarcRecord  *record,
              GError             **error)
{
  const SlWarcEntry *original = entry->type == SL_WARC_REVISIT ? sl_warc_index_find_original (self->index, entry) : NULL;
  g_autoptr (SlWarcRecord) there = NULL;

  if (entry->type == SL_WARC_REVISIT && (original == NULL || !g_hash_table_contains (self->kept, original)))
    return sl_case_load_payload (sl_workbench_get_case (self->import->workbench), sl_import_find_payload (self->import, entry), error);
  if (original == NULL)
    return read_content (record, error);

  there = read_entry (self, original, error);

  return there != NULL ? read_content (there, error) : NULL;
}

static SlArrival *
read_arrival (Archive            *self,
              const SlWarcEntry  *entry,
              GPtrArray          *redirects,
              const char         *place,
              GError            **error)
{
  g_autoptr (SlWarcRecord) record = read_entry (self, entry, error);
  g_autoptr (SlArrival) arrival = record != NULL ? make_arrival (self, entry, record, place) : NULL;
  g_autoptr (GBytes) content = NULL;

  if (arrival == NULL || !append_redirects (self, redirects, arrival, error))
    return NULL;

  /* Reading those has moved the reader on. */
  g_clear_pointer (&record, sl_warc_record_free);
  record = read_entry (self, entry, error);
  if (record == NULL || !append_member (self, record, arrival->members, error) || !append_companions (self, entry, arrival->members, error))
    return NULL;

  content = find_content (self, entry, record, error);
  if (content == NULL)
    return NULL;
  sl_arrival_set_payload (arrival, content);
  if (arrival->url == NULL)
    {
      g_free (arrival->name);
      arrival->name = sl_arrival_dup_beginning (content);
    }
  arrival->capture->note = describe_record (record);

  return g_steal_pointer (&arrival);
}

static void
keep_entry (Archive           *self,
            const SlWarcEntry *entry,
            const char        *place)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (GPtrArray) redirects = list_redirects (self, entry);
  g_autoptr (SlArrival) arrival = read_arrival (self, entry, redirects, place, &problem);
  SlId capture_id;

  if (arrival == NULL)
    {
      sl_import_add (self->import, SL_IMPORT_BROKEN, place, entry->uri, problem->message);
      return;
    }

  if (arrival->capture->note != NULL && !self->import->again)
    sl_import_add (self->import, SL_IMPORT_NOTED, place, entry->uri, arrival->capture->note);
  capture_id = sl_import_keep (self->import, arrival, place);
  if (capture_id == SL_ID_NONE)
    return;

  g_hash_table_add (self->kept, (gpointer) entry);
  for (guint i = 0; i < redirects->len; i++)
    g_hash_table_add (self->kept, g_ptr_array_index (redirects, i));
  if (entry->payload_digest != NULL)
    g_hash_table_insert (self->import->payloads, g_strdup (entry->payload_digest), g_memdup2 (&capture_id, sizeof capture_id));
}

/* A record whose content is in another file may come before that one: all files are gone through first. */
static char *
why_not_revisit (Archive           *self,
                 const SlWarcEntry *entry)
{
  const SlWarcEntry *original = sl_warc_index_find_original (self->index, entry);

  if ((original != NULL && g_hash_table_contains (self->kept, original)) || sl_import_find_payload (self->import, entry) != SL_ID_NONE)
    return NULL;

  self->import->revisits_left = TRUE;
  return g_strdup (_ ("It says that the content was the same as in another record, which is neither in what was imported nor in the case."));
}

static void
import_entry (Archive           *self,
              const SlWarcEntry *entry)
{
  g_autofree char *place = describe_place (self->inside, &entry->place);
  g_autofree char *reason = NULL;

  reason = entry->type == SL_WARC_REVISIT ? why_not_revisit (self, entry) : why_not (self, entry);
  if (reason == NULL)
    keep_entry (self, entry, place);
  else if (entry->type != SL_WARC_REVISIT || self->import->again || !sl_import_is_one_of_several (self->import))
    sl_import_add (self->import, SL_IMPORT_SKIPPED, place, entry->uri, reason);
}

static gboolean
is_answer (const SlWarcEntry *entry)
{
  return entry->type == SL_WARC_RESPONSE || entry->type == SL_WARC_RESOURCE || entry->type == SL_WARC_CONVERSION || entry->type == SL_WARC_CONTINUATION;
}

/* Records that describe others are not left out: they go with them, or speak of the file as a whole. */
static void
import_entries (Archive  *self,
                gboolean  revisits)
{
  GPtrArray *entries = self->index->entries;

  for (guint i = 0; i < entries->len && !sl_import_is_stopped (self->import); i++)
    {
      const SlWarcEntry *entry = g_ptr_array_index (entries, i);

      if (revisits ? entry->type != SL_WARC_REVISIT : !is_answer (entry) || sl_warc_entry_is_redirect (entry))
        continue;
      sl_progress_report (self->import->progress, (double) i / entries->len, entry->uri != NULL ? entry->uri : "");
      import_entry (self, entry);
    }
}

static void
report_redirects (Archive *self)
{
  for (guint i = 0; i < self->index->entries->len; i++)
    {
      const SlWarcEntry *entry = g_ptr_array_index (self->index->entries, i);
      gboolean kept = g_hash_table_contains (self->kept, entry);
      g_autofree char *place = describe_place (self->inside, &entry->place);
      g_autofree char *reason = NULL;

      if (!sl_warc_entry_is_redirect (entry))
        continue;
      reason = g_strdup_printf (kept ? _ ("It redirects to %s (status %d), and is kept with the capture of that page.")
                                     : _ ("It redirects to %s (status %d)."),
                                entry->location, entry->status);
      sl_import_add (self->import, kept ? SL_IMPORT_NOTED : SL_IMPORT_SKIPPED, place, entry->uri, reason);
    }
}

static void
report_damages (Archive *self)
{
  for (guint i = 0; i < self->index->damages->len; i++)
    {
      const SlWarcDamage *damage = g_ptr_array_index (self->index->damages, i);
      g_autofree char *place = describe_place (self->inside, &damage->place);

      sl_import_add (self->import, SL_IMPORT_BROKEN, place, NULL, damage->message);
    }
}

void
sl_import_warc (SlImport   *import,
                GBytes     *bytes,
                const char *format,
                const char *inside,
                GPtrArray  *pages)
{
  g_autoptr (SlWarcIndex) index = sl_warc_index_new (bytes, import->cancellable);
  Archive self = { .import = import, .index = index, .format = format, .inside = inside };

  if (!import->again && index->entries->len == 0 && index->damages->len == 0 && !sl_import_is_stopped (import))
    sl_import_add (import, SL_IMPORT_BROKEN, inside, NULL, _ ("There is no record in the file."));

  self.reader = sl_warc_reader_new_large (bytes);
  self.kept = g_hash_table_new (NULL, NULL);
  self.pages = pages != NULL && pages->len > 0 ? list_pages (index, pages) : NULL;
  if (!import->again)
    import_entries (&self, FALSE);
  import_entries (&self, TRUE);
  if (!import->again)
    {
      report_redirects (&self);
      report_damages (&self);
    }

  g_clear_pointer (&self.reader, sl_warc_reader_free);
  g_clear_pointer (&self.kept, g_hash_table_unref);
  g_clear_pointer (&self.pages, g_hash_table_unref);
}
