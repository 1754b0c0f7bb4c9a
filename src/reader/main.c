/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <locale.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "helper/sl-helper-server.h"
#include "reader/sl-reader.h"
#include "reader/sl-unpacker.h"
#include "reader/sl-zip-directory.h"

/* Processor time of one page, after which the system ends the process. The reader's own limits are below it. */
#define CPU_SECONDS 15

/* Reading these before the process is locked down loads whatever is loaded late. */
static const struct
{
  const char *bytes;        /* (unowned) */
  const char *content_type; /* (unowned) */
} warm_up[] = {
  { "<!DOCTYPE html><html lang=\"en\"><head><title>Warm up</title><script type=\"application/ld+json\">{\"@type\": "
    "\"NewsArticle\", \"datePublished\": \"2020-01-02\"}</script></head><body><article><h1>Warm up</h1>"
    "<p>A paragraph with some words, commas, and an end.</p></article></body></html>",
    "text/html; charset=utf-8" },
  { "<p>Zeile \xfc</p>", "text/html; charset=iso-8859-1" },
  { "\x82\xa0", "text/plain; charset=shift_jis" },
  { "\xc4\xe3", "text/plain; charset=gb18030" },
  { "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj "
    "4 0 obj<</Length 34>>stream\nBT /F 12 Tf 72 200 Td (Words) Tj ET\nendstream endobj "
    "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj trailer<</Root 1 0 R>>\n",
    "application/pdf" },
};

static GVariant *
list_files (GBytes   *end,
            guint64   file_bytes,
            GError  **error)
{
  g_autoptr (GPtrArray) entries = sl_zip_directory_read (end, file_bytes, error);

  return entries != NULL ? sl_directory_to_variant (entries) : NULL;
}

static GVariant *
unpack (GVariant  *request,
        GError   **error)
{
  SlUnpackRequest asked;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GVariant) outside = NULL;
  g_autoptr (SlUnpacked) unpacked = NULL;

  if (!sl_unpack_request_from_variant (&asked, request, error))
    return NULL;
  bytes = asked.bytes;
  outside = asked.outside;
  unpacked = sl_unpacker_unpack (&asked, error);
  return unpacked != NULL ? sl_unpacked_to_variant (unpacked) : NULL;
}

static GVariant *
read_cb (SlHelperServer  *server,
         GVariant        *request,
         gpointer         user_data,
         GError         **error)
{
  SlReadRequest asked;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SlReading) reading = NULL;
  guint64 file_bytes = 0;

  if (sl_directory_request_from_variant (request, &bytes, &file_bytes))
    return list_files (bytes, file_bytes, error);
  if (sl_unpack_request_matches (request))
    return unpack (request, error);
  if (!sl_read_request_from_variant (&asked, request, error))
    return NULL;
  bytes = asked.bytes;
  reading = sl_reader_read (user_data, &asked, error);
  return reading != NULL ? sl_reading_to_variant (reading) : NULL;
}

static gboolean
serve (GError **error)
{
  g_autoptr (SlHelperServer) server = sl_helper_server_new_for_stdio (error);
  g_autoptr (SlReader) reader = NULL;
  SlSandboxLevel level;

  if (server == NULL)
    return FALSE;
  reader = sl_reader_new (error);
  if (reader == NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (warm_up); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (warm_up[i].bytes, strlen (warm_up[i].bytes));
      SlReadRequest request = { .bytes = bytes, .content_type = warm_up[i].content_type };
      g_autoptr (SlReading) reading = sl_reader_read (reader, &request, error);

      if (reading == NULL)
        return FALSE;
    }
  if (!sl_sandbox_enter (SL_SANDBOX_READER, NULL, &level, error))
    return FALSE;
  sl_helper_server_set_cpu_limit (server, CPU_SECONDS);
  return sl_helper_server_run (server, "sourceline-reader", &level, read_cb, reader, error);
}

int
main (void)
{
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  if (serve (&error))
    return 0;
  g_printerr ("sourceline-reader: %s\n", error->message);
  return 1;
}
