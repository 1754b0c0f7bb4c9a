/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/sl-digest.h"
#include "core/sl-sniff.h"
#include "store/sl-warc-writer.h"
#include "workbench/sl-load.h"

/* The word that says how a capture came in. */
static const char *const format_words[] = {
  [SL_UNPACKED_OTHER] = "file",
  [SL_UNPACKED_PAGE] = "html",
  [SL_UNPACKED_MHTML] = "mhtml",
  [SL_UNPACKED_ARCHIVE] = "wacz",
  [SL_UNPACKED_FEED] = "feed",
  [SL_UNPACKED_RIS] = "ris",
  [SL_UNPACKED_CSL] = "csl-json",
  [SL_UNPACKED_RDF] = "zotero-rdf",
};

static const char *
format_of (const SlUnpacked *unpacked)
{
  return unpacked->kind == SL_UNPACKED_PAGE && unpacked->software != NULL ? "singlefile" : format_words[unpacked->kind];
}

void
sl_import_report_notes (SlImport         *self,
                        const SlUnpacked *unpacked)
{
  for (guint i = 0; !self->again && i < unpacked->notes->len; i++)
    {
      const SlUnpackNote *note = g_ptr_array_index (unpacked->notes, i);

      sl_import_add (self, note->broken ? SL_IMPORT_BROKEN : SL_IMPORT_NOTED, note->place, NULL, note->reason);
    }
}

/* What the file says about when it was saved, then what the person says, then now. */
static void
set_moment (SlImport         *self,
            SlArrival        *arrival,
            const SlUnpacked *unpacked)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) saved = unpacked->saved != NULL ? g_date_time_new_from_iso8601 (unpacked->saved, utc) : NULL;

  if (saved != NULL)
    arrival->capture->captured_at = g_date_time_to_unix_usec (saved);
  else if (self->captured_usec >= 0)
    arrival->capture->captured_at = self->captured_usec;
}

static SlCaptureMethod
method_of (const SlImport   *self,
           const SlUnpacked *unpacked,
           GBytes           *bytes)
{
  if (unpacked->kind == SL_UNPACKED_MHTML || (unpacked->kind == SL_UNPACKED_PAGE && unpacked->url != NULL))
    return SL_CAPTURE_SAVED_PAGE;

  return bytes == self->request->bytes ? SL_CAPTURE_PASTED : SL_CAPTURE_FILE;
}

static SlArrival *
make_arrival (SlImport         *self,
              const SlUnpacked *unpacked,
              GBytes           *payload,
              SlCaptureMethod   method)
{
  SlArrival *arrival = sl_arrival_new (method);
  const char *url = unpacked->url != NULL && sl_arrival_is_address (unpacked->url) ? unpacked->url : self->request->url;

  sl_arrival_set_payload (arrival, payload);
  sl_arrival_name_by_content (arrival);
  if (url != NULL)
    g_set_str (&arrival->capture->url, url);
  arrival->name = g_strdup (self->file);
  arrival->url = url != NULL ? g_strdup (url) : method == SL_CAPTURE_PASTED ? NULL
                                                                            : g_strdup (self->file);
  arrival->capture->came_as = g_strdup_printf ("%s %s", format_of (unpacked), self->file);
  set_moment (self, arrival, unpacked);

  return arrival;
}

/* The file as it came stands before the page out of it, so that both are kept and the page can be quoted byte by byte. */
static gboolean
set_members (SlArrival   *arrival,
             GBytes      *file,
             const char  *file_type,
             GError     **error)
{
  const SlCapture *capture = arrival->capture;
  g_autofree char *digest = sl_digest_bytes (file);
  g_autofree char *uri = g_strdup_printf ("urn:sha256:%s", digest);
  GBytes *whole = sl_warc_write_resource (uri, file_type, file, capture->captured_at, error);
  GBytes *page = whole != NULL ? sl_warc_write_resource (capture->url, capture->content_type, arrival->payload, capture->captured_at, error) : NULL;

  arrival->members = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  if (whole != NULL)
    g_ptr_array_add (arrival->members, whole);
  if (page != NULL)
    g_ptr_array_add (arrival->members, page);

  return page != NULL;
}

static void
import_mhtml (SlImport         *self,
              const SlUnpacked *unpacked,
              GBytes           *bytes)
{
  const SlPart *page = unpacked->parts->len > 0 ? g_ptr_array_index (unpacked->parts, 0) : NULL;
  g_autoptr (SlArrival) arrival = NULL;
  g_autoptr (GError) problem = NULL;

  if (page == NULL)
    return;

  arrival = make_arrival (self, unpacked, page->bytes, SL_CAPTURE_SAVED_PAGE);
  g_set_str (&arrival->capture->content_type, page->content_type);
  if (set_members (arrival, bytes, "multipart/related", &problem))
    sl_import_keep (self, arrival, NULL);
  else
    sl_import_add (self, SL_IMPORT_BROKEN, NULL, arrival->url, problem->message);
}

static void
import_whole (SlImport         *self,
              const SlUnpacked *unpacked,
              GBytes           *bytes)
{
  g_autoptr (SlArrival) arrival = make_arrival (self, unpacked, bytes, method_of (self, unpacked, bytes));

  sl_import_keep (self, arrival, NULL);
}

/* The list itself is kept as it came, too; there is no text of an article in it. */
static void
import_list (SlImport         *self,
             const SlUnpacked *unpacked,
             GBytes           *bytes)
{
  g_autoptr (SlArrival) arrival = make_arrival (self, unpacked, bytes, method_of (self, unpacked, bytes));

  arrival->unread = TRUE;
  sl_import_keep (self, arrival, NULL);
  sl_import_list (self, unpacked);
}

static void
import_unpacked (SlImport   *self,
                 SlUnpacked *unpacked,
                 GBytes     *bytes)
{
  switch (unpacked->kind)
    {
    case SL_UNPACKED_ARCHIVE:
      sl_import_archive (self, unpacked, NULL);
      break;
    case SL_UNPACKED_MHTML:
      import_mhtml (self, unpacked, bytes);
      break;
    case SL_UNPACKED_FEED:
    case SL_UNPACKED_RIS:
    case SL_UNPACKED_CSL:
    case SL_UNPACKED_RDF:
      import_list (self, unpacked, bytes);
      break;
    case SL_UNPACKED_PAGE:
    case SL_UNPACKED_OTHER:
    default:
      if (unpacked->notes->len == 0)
        import_whole (self, unpacked, bytes);
      break;
    }
}

/* What the file is mapped from may change while it is read; what is kept must not. */
static GBytes *
copy_bytes (SlImport *self,
            GBytes   *bytes)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  return bytes == self->request->bytes || size > SL_UNPACK_MAX_BYTES ? g_bytes_ref (bytes) : g_bytes_new (data, size);
}

static gboolean
is_package (GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  return sl_sniff_type (data, size, NULL) == SL_CONTENT_TYPE_ZIP;
}

static void
take_apart (SlImport *self,
            GBytes   *mapped)
{
  g_autoptr (GBytes) bytes = copy_bytes (self, mapped);
  const SlUnpackRequest request = { bytes, self->file, NULL };
  g_autoptr (GError) problem = NULL;
  g_autoptr (SlUnpacked) unpacked = sl_unpack_run (sl_workbench_get_helpers (self->workbench)->reader, &request, self->cancellable, &problem);

  if (sl_import_is_stopped (self))
    return;
  if (unpacked == NULL)
    {
      sl_import_add (self, SL_IMPORT_BROKEN, NULL, NULL, problem->message);
      return;
    }
  if (unpacked->kind != SL_UNPACKED_ARCHIVE && g_bytes_get_size (bytes) > SL_LOAD_MAX_BYTES)
    {
      sl_import_add (self, SL_IMPORT_BROKEN, NULL, NULL, _ ("The file is larger than an article ever is. Nothing was taken from it."));
      return;
    }

  sl_import_report_notes (self, unpacked);
  import_unpacked (self, unpacked, bytes);
}

void
sl_import_document (SlImport *self,
                    GBytes   *mapped)
{
  if (is_package (mapped) && sl_import_package (self, mapped))
    return;
  if (!self->again)
    take_apart (self, mapped);
}
