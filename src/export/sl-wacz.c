/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "export/sl-wacz.h"

#include <string.h>

#include "core/sl-digest.h"
#include "export/sl-export-private.h"
#include "export/sl-json-text.h"

struct _SlWacz
{
  SlWaczDescription  about;      /* strings borrowed */
  SlZipWriter       *zip;        /* (owned) */
  GPtrArray         *lines;      /* (owned) (element-type utf8) */
  GString           *pages;      /* (owned) */
  char              *main_page;  /* (owned) (nullable) */
  char              *main_date;  /* (owned) (nullable) */
};

static void
append_json (GString    *text,
             SlJsonText *json)
{
  g_autoptr (GBytes) line = sl_json_text_free_to_bytes (json);

  g_string_append_len (text, g_bytes_get_data (line, NULL), (gssize) g_bytes_get_size (line));
}

static void
begin_pages (SlWacz *self)
{
  SlJsonText *json = sl_json_text_new_line ();

  sl_json_text_open (json, NULL, '{');
  sl_json_text_add_string (json, "format", "json-pages-1.0");
  sl_json_text_add_string (json, "id", "pages");
  sl_json_text_add_string (json, "title", self->about.title);
  sl_json_text_add_boolean (json, "hasText", TRUE);
  sl_json_text_close (json);
  append_json (self->pages, json);
}

/**
 * sl_wacz_new:
 * @description: what it says about itself; must outlive the writer
 * @output: where it is written; it is not closed
 *
 * Begins a WACZ. The caller then writes `archive/` %SL_WACZ_WARC_NAME into sl_wacz_get_zip(), lists what stands in it with
 * sl_wacz_index() and sl_wacz_add_page(), adds files of other folders, and ends with sl_wacz_finish().
 *
 * Fails with %SL_EXPORT_ERROR_WRITE.
 *
 * Returns: (transfer full) (nullable): the writer
 */
SlWacz *
sl_wacz_new (const SlWaczDescription  *description,
             GOutputStream            *output,
             GCancellable             *cancellable,
             GError                  **error)
{
  SlZipWriter *zip = sl_zip_writer_new (output, cancellable, error);
  SlWacz *self;

  if (zip == NULL)
    return NULL;

  self = g_new0 (SlWacz, 1);
  self->about = *description;
  self->zip = zip;
  self->lines = g_ptr_array_new_with_free_func (g_free);
  self->pages = g_string_new (NULL);
  begin_pages (self);
  return self;
}

/**
 * sl_wacz_free:
 * @self: (nullable) (transfer full): a writer
 *
 * Frees a writer.
 */
void
sl_wacz_free (SlWacz *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->zip, sl_zip_writer_free);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_string_free (self->pages, TRUE);
  g_free (self->main_page);
  g_free (self->main_date);
  g_free (self);
}

/**
 * sl_wacz_get_zip:
 *
 * Returns: (transfer none): where files are added
 */
SlZipWriter *
sl_wacz_get_zip (SlWacz *self)
{
  return self->zip;
}

/**
 * sl_wacz_index:
 *
 * Lists a record of the archive.
 */
void
sl_wacz_index (SlWacz           *self,
               const SlCdxjLine *line)
{
  g_ptr_array_add (self->lines, sl_cdxj_format_line (line));
}

/**
 * sl_wacz_add_page:
 *
 * Lists a page; the first one is what a reader opens with.
 */
void
sl_wacz_add_page (SlWacz           *self,
                  const SlWaczPage *page)
{
  SlJsonText *json = sl_json_text_new_line ();
  g_autofree char *date = sl_export_format_time_iso (page->date_usec / G_USEC_PER_SEC);

  sl_json_text_open (json, NULL, '{');
  sl_json_text_add_string (json, "id", page->id);
  sl_json_text_add_string (json, "url", page->url);
  sl_json_text_add_string (json, "ts", date);
  sl_json_text_add_string (json, "title", page->title);
  sl_json_text_add_string (json, "text", page->text);
  sl_json_text_close (json);
  append_json (self->pages, json);

  if (self->main_page != NULL)
    return;
  self->main_page = g_strdup (page->url);
  self->main_date = g_steal_pointer (&date);
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static GBytes *
make_index (SlWacz *self)
{
  GString *text = g_string_new (NULL);

  g_ptr_array_sort (self->lines, compare_lines);
  for (guint i = 0; i < self->lines->len; i++)
    g_string_append (text, g_ptr_array_index (self->lines, i));
  return g_string_free_to_bytes (text);
}

static void
add_resources (SlWacz     *self,
               SlJsonText *json)
{
  GPtrArray *entries = sl_zip_writer_get_entries (self->zip);

  sl_json_text_open (json, "resources", '[');
  for (guint i = 0; i < entries->len; i++)
    {
      const SlZipEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *name = g_path_get_basename (entry->name);
      g_autofree char *hash = g_strconcat ("sha256:", entry->digest, NULL);

      sl_json_text_open (json, NULL, '{');
      sl_json_text_add_string (json, "name", name);
      sl_json_text_add_string (json, "path", entry->name);
      sl_json_text_add_string (json, "hash", hash);
      sl_json_text_add_integer (json, "bytes", (gint64) entry->bytes);
      sl_json_text_close (json);
    }
  sl_json_text_close (json);
}

static GBytes *
make_package (SlWacz *self)
{
  SlJsonText *json = sl_json_text_new ();
  g_autofree char *created = sl_export_format_time_iso (self->about.created);

  sl_json_text_open (json, NULL, '{');
  sl_json_text_add_string (json, "profile", "data-package");
  sl_json_text_add_string (json, "wacz_version", "1.1.1");
  sl_json_text_add_string (json, "title", self->about.title);
  sl_json_text_add_string (json, "description", self->about.description);
  sl_json_text_add_string (json, "created", created);
  sl_json_text_add_string (json, "modified", created);
  sl_json_text_add_string (json, "software", self->about.software);
  sl_json_text_add_string (json, "mainPageUrl", self->main_page);
  sl_json_text_add_string (json, "mainPageDate", self->main_date);
  sl_json_text_open (json, "case", '{');
  sl_json_text_add_string (json, "id", self->about.case_id);
  sl_json_text_add_integer (json, "acts", self->about.acts);
  sl_json_text_add_string (json, "headHash", self->about.head_hash);
  sl_json_text_close (json);
  add_resources (self, json);
  sl_json_text_close (json);
  return sl_json_text_free_to_bytes (json);
}

static GBytes *
make_package_digest (GBytes *package)
{
  SlJsonText *json = sl_json_text_new ();
  g_autofree char *digest = sl_digest_bytes (package);
  g_autofree char *hash = g_strconcat ("sha256:", digest, NULL);

  sl_json_text_open (json, NULL, '{');
  sl_json_text_add_string (json, "path", "datapackage.json");
  sl_json_text_add_string (json, "hash", hash);
  sl_json_text_close (json);
  return sl_json_text_free_to_bytes (json);
}

/**
 * sl_wacz_finish:
 *
 * Writes index, pages and package file. Fails with %SL_EXPORT_ERROR_WRITE and %G_IO_ERROR.
 */
gboolean
sl_wacz_finish (SlWacz  *self,
                GError **error)
{
  g_autoptr (GBytes) index = make_index (self);
  g_autoptr (GBytes) pages = g_bytes_new (self->pages->str, self->pages->len);
  g_autoptr (GBytes) package = NULL;
  g_autoptr (GBytes) package_digest = NULL;

  /* Not compressed: readers load a compressed index only together with a second-level one. */
  if (!sl_zip_writer_add (self->zip, "indexes/index.cdx", index, error) || !sl_zip_writer_add (self->zip, "pages/pages.jsonl", pages, error))
    return FALSE;

  package = make_package (self);
  package_digest = make_package_digest (package);
  return sl_zip_writer_add (self->zip, "datapackage.json", package, error)
         && sl_zip_writer_add (self->zip, "datapackage-digest.json", package_digest, error)
         && sl_zip_writer_finish (self->zip, error);
}
