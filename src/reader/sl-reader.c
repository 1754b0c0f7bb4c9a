/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/sl-reader.h"

#include "reader/sl-article-head.h"
#include "reader/sl-article.h"
#include "reader/sl-clutter-lines.h"
#include "reader/sl-decoded.h"
#include "reader/sl-fallback.h"
#include "reader/sl-notes.h"
#include "reader/sl-page.h"
#include "reader/sl-page-facts.h"
#include "reader/sl-pdf-text.h"
#include "reader/sl-plain-text.h"
#include "reader/sl-raw-text.h"
#include "reader/sl-script.h"

#include <glib/gi18n-lib.h>
#include <malloc.h>
#include <string.h>

/* To be raised with each change of what becomes text and what does not. */
#define RULES_VERSION "3"

/* Most that is kept between two pages. */
#define KEPT_BYTES (32 * 1024 * 1024)

struct _SlReader
{
  SlScript *script;  /* (owned) */
};

static SlContentType
type_of_request (const SlReadRequest *request,
                 const guint8        *bytes,
                 gsize                size)
{
  SlContentType type = request->type != NULL ? sl_content_type_from_string (request->type) : SL_CONTENT_TYPE_UNKNOWN;

  return type != SL_CONTENT_TYPE_UNKNOWN ? type : sl_sniff_type (bytes, size, request->content_type);
}

static gboolean
set_unsupported (SlContentType   type,
                 GError        **error)
{
  g_set_error (error, SL_READ_ERROR, SL_READ_ERROR_UNSUPPORTED,
               type == SL_CONTENT_TYPE_UNKNOWN
                   ? _ ("This is neither a web page nor a text (%s); it cannot be read")
                   : _ ("Documents of the type “%s” cannot be read yet; save the text and add that"),
               sl_content_type_to_string (type));
  return FALSE;
}

static gboolean
check_size (gsize    size,
            GError **error)
{
  g_autofree char *is = NULL;
  g_autofree char *may = NULL;

  if (size <= SL_READER_MAX_BYTES)
    return TRUE;
  is = g_format_size (size);
  may = g_format_size (SL_READER_MAX_BYTES);
  g_set_error (error, SL_READ_ERROR, SL_READ_ERROR_TOO_LARGE,
               _ ("The page has %s of markup; at most %s can be read"), is, may);
  return FALSE;
}

static gboolean
set_no_article (const char  *reason,
                GError     **error)
{
  g_set_error_literal (error, SL_READ_ERROR, SL_READ_ERROR_NO_ARTICLE, reason);
  return FALSE;
}

static gboolean
read_text (SlReading        *reading,
           const SlDecoded  *decoded,
           GError          **error)
{
  g_clear_pointer (&reading->map, sl_text_map_unref);
  g_free (reading->text);
  reading->text = sl_plain_text_read (decoded, &reading->map);
  if (*reading->text == '\0')
    return set_no_article (_ ("There is no text"), error);
  reading->title = sl_plain_text_dup_title (reading->text);
  return TRUE;
}

static gboolean
read_page (SlReader             *self,
           SlReading            *reading,
           const SlReadRequest  *request,
           const SlDecoded      *decoded,
           GError              **error)
{
  g_autoptr (SlPage) page = sl_page_new (decoded, error);
  g_autoptr (GBytes) found = NULL;
  g_autoptr (GBytes) records = NULL;
  g_autoptr (SlArticle) article = NULL;
  const char *method = NULL;

  if (page == NULL)
    return FALSE;
  found = sl_script_find_article (self->script, sl_page_get_steps (page), error);
  if (found == NULL)
    return FALSE;
  records = sl_fallback_find_article (page, found, &method);
  article = sl_article_new (page, records);
  sl_clutter_lines_drop (article);
  sl_notes_take (article, reading->notes);
  sl_page_facts_fill (reading, page, article, request->url);
  if (*article->text == '\0')
    return set_no_article (reading->reason, error);
  g_clear_pointer (&reading->map, sl_text_map_unref);
  g_free (reading->text);
  reading->method = g_strdup (method);
  reading->text = g_steal_pointer (&article->text);
  reading->map = g_steal_pointer (&article->map);
  sl_article_head_cut (reading);
  return TRUE;
}

/* A PDF file is no markup: it has neither a charset nor bytes that its text stands in. */
static gboolean
read_pdf (SlReading  *reading,
          GBytes     *bytes,
          GError    **error)
{
  g_set_str (&reading->extractor, "sourceline-reader " VERSION " rules " RULES_VERSION ", poppler " SL_POPPLER_VERSION);
  return sl_pdf_text_read (reading, bytes, error);
}

/* Each page takes and gives back the same dozens of megabytes: fetching them from the system each time costs a tenth of a page.
 * This counts for the whole process, and a reader has one of its own. */
static void
keep_memory (void)
{
  mallopt (M_MMAP_THRESHOLD, KEPT_BYTES);
  mallopt (M_TRIM_THRESHOLD, KEPT_BYTES);
}

/**
 * sl_reader_new:
 * @error: return location for an error
 *
 * Prepares everything that reading needs, so that nothing has to be loaded from disk later.
 *
 * Returns: (transfer full) (nullable): the reader, or %NULL with an error
 */
SlReader *
sl_reader_new (GError **error)
{
  g_autoptr (SlReader) self = g_new0 (SlReader, 1);

  keep_memory ();
  self->script = sl_script_new (error);
  return self->script != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * sl_reader_free:
 * @self: (transfer full): a reader
 *
 * Frees the reader.
 */
void
sl_reader_free (SlReader *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->script, sl_script_free);
  g_free (self);
}

/**
 * sl_reader_read:
 * @self: a reader
 * @request: what to read
 * @error: return location for an error
 *
 * Reads a capture: finds its type and charset, its article, and what the page says about itself.
 *
 * Returns: (transfer full) (nullable): the reading, or %NULL with %SL_READ_ERROR_NO_ARTICLE when there
 *   is no text, %SL_READ_ERROR_UNSUPPORTED for other types than HTML, PDF and plain text,
 *   %SL_READ_ERROR_TOO_LARGE above %SL_READER_MAX_BYTES and %SL_READ_ERROR_LIMIT for a page that would take
 *   too long
 */
SlReading *
sl_reader_read (SlReader             *self,
                const SlReadRequest  *request,
                GError              **error)
{
  g_autoptr (SlReading) reading = sl_reading_new ();
  g_autoptr (SlDecoded) decoded = NULL;
  const guint8 *bytes;
  gsize size;
  gboolean done;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (request != NULL && request->bytes != NULL, NULL);

  bytes = g_bytes_get_data (request->bytes, &size);
  reading->type = type_of_request (request, bytes, size);
  if (reading->type == SL_CONTENT_TYPE_PDF)
    return read_pdf (reading, request->bytes, error) ? g_steal_pointer (&reading) : NULL;
  if (!check_size (size, error))
    return NULL;
  g_set_str (&reading->extractor, sl_reader_get_extractor ());
  g_set_str (&reading->charset, sl_sniff_charset (bytes, size, request->content_type, request->language, &reading->charset_reason));
  decoded = sl_decoded_new (bytes, size, reading->charset, error);
  if (decoded == NULL)
    return NULL;
  if (reading->type == SL_CONTENT_TYPE_TEXT)
    done = read_text (reading, decoded, error);
  else if (reading->type == SL_CONTENT_TYPE_HTML || reading->type == SL_CONTENT_TYPE_XHTML)
    {
      sl_raw_text_cut (decoded);
      done = read_page (self, reading, request, decoded, error);
    }
  else
    done = set_unsupported (reading->type, error);
  return done ? g_steal_pointer (&reading) : NULL;
}

/**
 * sl_reader_get_extractor:
 *
 * Names what derives the text of a document, so that the same text can be derived again.
 *
 * Returns: (transfer none): names and versions
 */
const char *
sl_reader_get_extractor (void)
{
  return "sourceline-reader " VERSION " rules " RULES_VERSION ", " SL_SCRIPT_VERSION ", gumbo " SL_GUMBO_VERSION;
}
