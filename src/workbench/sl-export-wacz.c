/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-export-wacz.h"

#include <string.h>

#include "core/sl-digest.h"
#include "export/sl-export.h"
#include "export/sl-wacz.h"
#include "store/sl-http-message.h"
#include "store/sl-warc-reader.h"
#include "workbench/sl-export-history.h"
#include "workbench/sl-make-report.h"

typedef struct
{
  SlWacz     *wacz;    /* (unowned) */
  GHashTable *ranges;  /* (unowned): capture → SlMemberRange */
  guint64     offset;  /* bytes of the archive so far */
} Index;

/* Readers look for addresses without fragment. */
static char *
dup_address (const char *url)
{
  return g_strndup (url, strcspn (url, "#"));
}

static char *
dup_media_type (const char *content_type)
{
  g_autofree char *type = g_strndup (content_type != NULL ? content_type : "unk", content_type != NULL ? strcspn (content_type, "; \t") : 3);

  return g_ascii_strdown (type, -1);
}

static char *
dup_digest (const SlWarcRecord *record)
{
  const char *digest = sl_warc_record_get_header (record, "WARC-Payload-Digest");

  return g_strdup (digest != NULL ? digest : sl_warc_record_get_header (record, "WARC-Block-Digest"));
}

static void
index_record (Index              *index,
              const SlWarcRecord *record,
              guint64             length)
{
  g_autoptr (SlHttpMessage) message = record->type != SL_WARC_RESOURCE ? sl_http_message_parse (record->block, NULL) : NULL;
  g_autofree char *url = dup_address (record->uri);
  g_autofree char *mime = record->type == SL_WARC_REVISIT ? g_strdup ("warc/revisit")
                                                          : dup_media_type (message != NULL ? sl_http_message_get_header (message, "Content-Type") : record->content_type);
  g_autofree char *digest = dup_digest (record);
  SlCdxjLine line = {
    .url = url,
    .date_usec = record->date_usec,
    .mime = mime,
    .status = message != NULL ? message->status : record->type == SL_WARC_RESOURCE ? 200
                                                                                   : 0,
    .digest = digest,
    .filename = SL_WACZ_WARC_NAME,
    .offset = index->offset,
    .length = length,
  };

  sl_wacz_index (index->wacz, &line);
}

static void
extend_range (Index           *index,
              const SlCapture *capture,
              guint64          bytes)
{
  SlMemberRange *range = g_hash_table_lookup (index->ranges, &capture->id);

  if (range == NULL)
    {
      range = g_new0 (SlMemberRange, 1);
      range->offset = index->offset;
      g_hash_table_insert (index->ranges, g_memdup2 (&capture->id, sizeof capture->id), range);
    }
  range->bytes += bytes;
}

static gboolean
index_member (const SlCapture  *capture,
              GBytes           *member,
              gpointer          data,
              GError          **error)
{
  Index *index = data;
  g_autoptr (SlWarcReader) reader = sl_warc_reader_new (member);
  g_autoptr (SlWarcRecord) record = sl_warc_reader_next (reader, error);

  if (record == NULL)
    return FALSE;

  if (record->type != SL_WARC_CONVERSION)
    extend_range (index, capture, g_bytes_get_size (member));
  if (record->uri != NULL && (record->type == SL_WARC_RESPONSE || record->type == SL_WARC_RESOURCE || record->type == SL_WARC_REVISIT))
    index_record (index, record, g_bytes_get_size (member));
  index->offset += g_bytes_get_size (member);
  return TRUE;
}

static gboolean
append_member (const SlCapture  *capture,
               GBytes           *member,
               gpointer          data,
               GError          **error)
{
  (void) capture;
  return sl_zip_writer_append (data, member, error);
}

/* Twice over the captures: a ZIP entry has to say its length before its content. */
static gboolean
write_archive (const SlSelection  *selection,
               SlWacz             *wacz,
               GHashTable         *ranges,
               GCancellable       *cancellable,
               GError            **error)
{
  SlZipWriter *zip = sl_wacz_get_zip (wacz);
  g_autoptr (GBytes) info = sl_selection_make_warcinfo (selection, error);
  Index index = { wacz, ranges, 0 };

  if (info == NULL)
    return FALSE;

  index.offset = g_bytes_get_size (info);
  return sl_selection_foreach (selection, index_member, &index, cancellable, error)
         && sl_zip_writer_begin (zip, "archive/" SL_WACZ_WARC_NAME, index.offset, error)
         && sl_zip_writer_append (zip, info, error)
         && sl_selection_foreach (selection, append_member, zip, cancellable, error)
         && sl_zip_writer_end (zip, error);
}

static char *
load_text (SlCase *a_case,
           SlId    capture_id)
{
  SlQuery query = SL_QUERY_ALL;
  g_autoptr (GPtrArray) documents = NULL;

  query.about = capture_id;
  query.limit = 1;
  documents = sl_case_list_documents (a_case, &query, NULL);
  if (documents == NULL || documents->len == 0)
    return NULL;

  return sl_case_load_text (a_case, ((const SlDocument *) g_ptr_array_index (documents, 0))->id, NULL);
}

/* A capture that brought the same bytes as an earlier one was not read again. */
static char *
find_text (SlCase          *a_case,
           const SlCapture *capture)
{
  g_autoptr (SlCapture) original = NULL;
  char *text = load_text (a_case, capture->id);

  if (text != NULL)
    return text;
  original = sl_case_find_payload (a_case, capture->payload_digest);
  return original != NULL && original->id != capture->id ? load_text (a_case, original->id) : NULL;
}

static gboolean
add_page (SlWacz  *wacz,
          SlCase  *a_case,
          SlId     capture_id,
          GError **error)
{
  g_autoptr (SlCapture) capture = sl_case_get_capture (a_case, capture_id, error);
  g_autoptr (SlSource) source = capture != NULL ? sl_case_get_source (a_case, capture->source_id, error) : NULL;
  g_autofree char *url = NULL;
  g_autofree char *text = NULL;
  char id[SL_ID_STRING_SIZE];

  if (source == NULL)
    return FALSE;

  url = dup_address (capture->final_url != NULL ? capture->final_url : capture->url);
  text = find_text (a_case, capture);
  sl_wacz_add_page (wacz, &(SlWaczPage) { url, capture->captured_at, sl_id_format (capture->id, id), source->title, text });
  return TRUE;
}

/* Claims, passages and grades travel in a folder of their own, those only whose captures travel too. */
static gboolean
write_annotations (const SlSelection  *selection,
                   SlWacz             *wacz,
                   SlReport           *report,
                   GCancellable       *cancellable,
                   GError            **error)
{
  g_autoptr (GHashTable) captures = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GBytes) annotations = NULL;

  for (guint i = 0; i < selection->ids->len; i++)
    g_hash_table_add (captures, &g_array_index (selection->ids, SlId, i));
  sl_report_keep_captures (report, captures);

  annotations = sl_export_to_bytes (report, "jsonld", cancellable, error);
  return annotations != NULL && sl_zip_writer_add (sl_wacz_get_zip (wacz), "annotations/annotations.jsonld", annotations, error);
}

static gboolean
write_wacz (const SlSelection  *selection,
            SlWacz             *wacz,
            SlReport           *report,
            gboolean            with_changes,
            GCancellable       *cancellable,
            GError            **error)
{
  g_autoptr (GHashTable) ranges = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  if (!write_archive (selection, wacz, ranges, cancellable, error))
    return FALSE;

  for (guint i = 0; i < selection->ids->len; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !add_page (wacz, selection->a_case, g_array_index (selection->ids, SlId, i), error))
      return FALSE;

  return write_annotations (selection, wacz, report, cancellable, error)
         && sl_export_history (selection, with_changes, sl_wacz_get_zip (wacz), cancellable, error)
         && sl_export_witnesses (selection, ranges, sl_wacz_get_zip (wacz), cancellable, error)
         && sl_wacz_finish (wacz, error);
}

/**
 * sl_export_wacz:
 * @by: who exports
 * @with_changes: whether the history says what each act changed, which may be more than the captures show
 *
 * Writes captures as a web archive in the WACZ format 1.1.1, with the readable texts, with our annotations in the folder
 * `annotations`, the hash chain of the acts in `history`, and time-stamps and other answers in `witnesses`. An unchanged case gives the same bytes again: the only time in it is that of the last act.
 *
 * Fails with SL_STORE_ERROR, SL_EXPORT_ERROR, G_IO_ERROR.
 *
 * Returns: whether it was written
 */
gboolean
sl_export_wacz (const SlSelection  *selection,
                const char         *by,
                gboolean            with_changes,
                GOutputStream      *output,
                GCancellable       *cancellable,
                GError            **error)
{
  gint64 at = selection->head != NULL ? selection->head->at : 0;
  g_autoptr (SlReport) report = sl_make_annotations (selection->a_case, by, at, cancellable, error);
  g_autoptr (SlWacz) wacz = NULL;

  if (report == NULL)
    return FALSE;

  wacz = sl_wacz_new (&(SlWaczDescription) {
                          .title = report->title,
                          .description = report->scope,
                          .created = at,
                          .software = report->program,
                          .case_id = report->case_id,
                          .acts = report->acts,
                          .head_hash = report->head_hash,
                      },
                      output, cancellable, error);
  return wacz != NULL && write_wacz (selection, wacz, report, with_changes, cancellable, error);
}
