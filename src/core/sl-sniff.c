/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/sl-sniff.h"

#include "core/sl-charset.h"

#include <string.h>

/* Browsers look at 1024 bytes first and start over for a later declaration; looking further at once comes to the same. */
#define PRESCAN_BYTES 65536
#define TYPE_BYTES 1024

/* So many letters in UTF-8 prove it against a declaration of something else. */
#define PROOF 8u

/* How much text the guess by letters looks at. */
#define GUESS_BYTES 262144

static const char *const type_names[] = {
  [SL_CONTENT_TYPE_UNKNOWN] = "unknown",
  [SL_CONTENT_TYPE_HTML] = "html",
  [SL_CONTENT_TYPE_XHTML] = "xhtml",
  [SL_CONTENT_TYPE_TEXT] = "text",
  [SL_CONTENT_TYPE_PDF] = "pdf",
  [SL_CONTENT_TYPE_JSON] = "json",
  [SL_CONTENT_TYPE_FEED] = "feed",
  [SL_CONTENT_TYPE_XML] = "xml",
  [SL_CONTENT_TYPE_WARC] = "warc",
  [SL_CONTENT_TYPE_GZIP] = "gzip",
  [SL_CONTENT_TYPE_ZIP] = "zip",
  [SL_CONTENT_TYPE_MHTML] = "mhtml",
};

G_DEFINE_ENUM_TYPE (SlContentType, sl_content_type,
                    G_DEFINE_ENUM_VALUE (SL_CONTENT_TYPE_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (SL_CONTENT_TYPE_HTML, "html"),
                    G_DEFINE_ENUM_VALUE (SL_CONTENT_TYPE_XHTML, "xhtml"),
                    G_DEFINE_ENUM_VALUE (SL_CONTENT_TYPE_TEXT, "text"),
                    G_DEFINE_ENUM_VALUE (SL_CONTENT_TYPE_PDF, "pdf"),
                    G_DEFINE_ENUM_VALUE (SL_CONTENT_TYPE_JSON, "json"),
                    G_DEFINE_ENUM_VALUE (SL_CONTENT_TYPE_FEED, "feed"),
                    G_DEFINE_ENUM_VALUE (SL_CONTENT_TYPE_XML, "xml"),
                    G_DEFINE_ENUM_VALUE (SL_CONTENT_TYPE_WARC, "warc"),
                    G_DEFINE_ENUM_VALUE (SL_CONTENT_TYPE_GZIP, "gzip"),
                    G_DEFINE_ENUM_VALUE (SL_CONTENT_TYPE_ZIP, "zip"),
                    G_DEFINE_ENUM_VALUE (SL_CONTENT_TYPE_MHTML, "mhtml"))

/* Bytes that settle the type whatever the header says. */
static const struct
{
  const char *magic; /* (unowned) */
  gsize length;
  SlContentType type;
} magics[] = {
  { "%PDF-", 5, SL_CONTENT_TYPE_PDF },
  { "\x1f\x8b", 2, SL_CONTENT_TYPE_GZIP },
  { "PK\x03\x04", 4, SL_CONTENT_TYPE_ZIP },
  { "PK\x05\x06", 4, SL_CONTENT_TYPE_ZIP },
  { "WARC/", 5, SL_CONTENT_TYPE_WARC },
};

/* Types that a header settles; the rest of the XML family and unknown ones are looked into. */
static const struct
{
  const char *essence; /* (unowned) */
  SlContentType type;
} essences[] = {
  { "text/html", SL_CONTENT_TYPE_HTML },
  { "application/xhtml+xml", SL_CONTENT_TYPE_XHTML },
  { "text/plain", SL_CONTENT_TYPE_TEXT },
  { "text/markdown", SL_CONTENT_TYPE_TEXT },
  { "application/pdf", SL_CONTENT_TYPE_PDF },
  { "application/json", SL_CONTENT_TYPE_JSON },
  { "application/ld+json", SL_CONTENT_TYPE_JSON },
  { "text/json", SL_CONTENT_TYPE_JSON },
  { "application/rss+xml", SL_CONTENT_TYPE_FEED },
  { "application/atom+xml", SL_CONTENT_TYPE_FEED },
  { "application/rdf+xml", SL_CONTENT_TYPE_FEED },
  { "application/warc", SL_CONTENT_TYPE_WARC },
  { "application/gzip", SL_CONTENT_TYPE_GZIP },
  { "application/zip", SL_CONTENT_TYPE_ZIP },
  { "multipart/related", SL_CONTENT_TYPE_MHTML },
  { "message/rfc822", SL_CONTENT_TYPE_MHTML },
};

/* A tag that begins a page without a header; one of these and then a space or '>'. */
static const char *const page_starts[] = {
  "<!doctype html", "<html", "<head", "<script", "<iframe", "<h1", "<div", "<font", "<table", "<a",
  "<style", "<title", "<b", "<body", "<br", "<p", "<meta", "<article", "<main", "<section", "<!--"
};

static gboolean
begins_with (const char *text,
             gsize       size,
             const char *word)
{
  gsize length = strlen (word);

  return size >= length && g_ascii_strncasecmp (text, word, length) == 0;
}

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static void
skip_blank (const char **text,
            gsize       *size)
{
  while (*size > 0 && is_blank (**text))
    {
      (*text)++;
      (*size)--;
    }
}

static SlContentType
type_of_essence (const char *content_type)
{
  gsize length;

  if (content_type == NULL)
    return SL_CONTENT_TYPE_UNKNOWN;
  content_type += strspn (content_type, " \t");
  length = strcspn (content_type, "; \t,");
  for (gsize i = 0; i < G_N_ELEMENTS (essences); i++)
    {
      if (strlen (essences[i].essence) == length
          && g_ascii_strncasecmp (essences[i].essence, content_type, length) == 0)
        return essences[i].type;
    }
  return SL_CONTENT_TYPE_UNKNOWN;
}

static SlContentType
type_of_magic (const guint8 *bytes,
               gsize         size)
{
  for (gsize i = 0; i < G_N_ELEMENTS (magics); i++)
    {
      if (size >= magics[i].length && memcmp (bytes, magics[i].magic, magics[i].length) == 0)
        return magics[i].type;
    }
  return SL_CONTENT_TYPE_UNKNOWN;
}

static gboolean
begins_page (const char *text,
             gsize       size)
{
  for (gsize i = 0; i < G_N_ELEMENTS (page_starts); i++)
    {
      gsize length = strlen (page_starts[i]);

      if (!begins_with (text, size, page_starts[i]))
        continue;
      if (g_str_equal (page_starts[i], "<!--") || size == length || text[length] == '>' || is_blank (text[length]))
        return TRUE;
    }
  return FALSE;
}

/* What the root element makes of XML. */
static SlContentType
type_of_root (const char *text,
              gsize       size)
{
  while (size > 0)
    {
      const char *open = memchr (text, '<', size);

      if (open == NULL)
        break;
      size -= (gsize) (open - text);
      text = open;
      if (begins_with (text, size, "<html") || begins_with (text, size, "<!doctype html"))
        return SL_CONTENT_TYPE_XHTML;
      if (begins_with (text, size, "<rss") || begins_with (text, size, "<feed") || begins_with (text, size, "<rdf:rdf"))
        return SL_CONTENT_TYPE_FEED;
      if (size > 1 && g_ascii_isalpha (text[1]))
        break;
      text++;
      size--;
    }
  return SL_CONTENT_TYPE_XML;
}

/* Control characters that no text has, as in the MIME Sniffing Standard. */
static gboolean
is_binary (const guint8 *bytes,
           gsize         size)
{
  for (gsize i = 0; i < MIN (size, TYPE_BYTES); i++)
    {
      guint8 b = bytes[i];

      if (b <= 0x08 || b == 0x0b || (b >= 0x0e && b <= 0x1a) || (b >= 0x1c && b <= 0x1f))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_json (const char *text,
         gsize       size)
{
  char open = size > 0 ? *text : '\0';

  if (open != '{' && open != '[')
    return FALSE;
  text++;
  size--;
  skip_blank (&text, &size);
  return size > 0 && strchr (open == '{' ? "\"}" : "[{\"]-0123456789tfn", *text) != NULL;
}

static gboolean
is_mime_message (const char *text,
                 gsize       size)
{
  gssize limit = (gssize) MIN (size, TYPE_BYTES);

  return (begins_with (text, size, "From:") || begins_with (text, size, "MIME-Version:")
          || begins_with (text, size, "Snapshot-Content-Location:"))
         && g_strstr_len (text, limit, "multipart/related") != NULL;
}

static SlContentType
type_of_text (const guint8 *bytes,
              gsize         size,
              gboolean      declared_text)
{
  gsize bom = sl_sniff_bom_size (bytes, size);
  const char *text = (const char *) bytes + bom;
  gsize left = MIN (size - bom, TYPE_BYTES);

  skip_blank (&text, &left);
  if (begins_with (text, left, "<?xml"))
    return type_of_root (text, left);
  if (declared_text)
    return SL_CONTENT_TYPE_TEXT;
  if (begins_page (text, left))
    return SL_CONTENT_TYPE_HTML;
  if (type_of_root (text, left) == SL_CONTENT_TYPE_FEED && left > 0 && *text == '<')
    return SL_CONTENT_TYPE_FEED;
  if (is_json (text, left))
    return SL_CONTENT_TYPE_JSON;
  if (is_mime_message (text, left))
    return SL_CONTENT_TYPE_MHTML;
  return bom == 0 && is_binary (bytes, size) ? SL_CONTENT_TYPE_UNKNOWN : SL_CONTENT_TYPE_TEXT;
}

/* The charset parameter of a Content-Type header. */
static const char *
charset_of_header (const char *content_type)
{
  const char *at = content_type;

  while (at != NULL && (at = strchr (at, ';')) != NULL)
    {
      at++;
      at += strspn (at, " \t");
      if (g_ascii_strncasecmp (at, "charset=", 8) == 0)
        {
          at += 8;
          at += strspn (at, "\"' ");
          return sl_charset_from_label (at, strcspn (at, "\"'; \t,"));
        }
    }
  return NULL;
}

/* Counts sequences above ASCII that are UTF-8 and bytes that are not. */
static void
count_utf8 (const guint8 *bytes,
            gsize         size,
            gsize        *good,
            gsize        *bad)
{
  const char *at = (const char *) bytes;
  const char *end = at + size;

  *good = 0;
  *bad = 0;
  while (at < end)
    {
      if ((guint8) *at < 0x80)
        {
          at++;
          continue;
        }
      gunichar c = g_utf8_get_char_validated (at, end - at);

      if (c == (gunichar) -1 || c == (gunichar) -2)
        {
          (*bad)++;
          at++;
          continue;
        }
      (*good)++;
      at = g_utf8_next_char (at);
    }
}

static const char *
charset_of_bom (const guint8 *bytes,
                gsize         size)
{
  if (size >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0)
    return "UTF-8";
  if (size >= 2 && memcmp (bytes, "\xff\xfe", 2) == 0)
    return "UTF-16LE";
  if (size >= 2 && memcmp (bytes, "\xfe\xff", 2) == 0)
    return "UTF-16BE";
  return NULL;
}

/* What the mark, the header or the page says, in this order. */
static const char *
charset_declared (const guint8     *bytes,
                  gsize             size,
                  const char       *content_type,
                  char            **language,
                  SlCharsetReason  *reason)
{
  const char *charset = charset_of_bom (bytes, size);

  *reason = SL_CHARSET_REASON_BOM;
  if (charset != NULL)
    return charset;
  *reason = SL_CHARSET_REASON_HEADER;
  charset = charset_of_header (content_type);
  if (charset != NULL)
    return charset;
  *reason = SL_CHARSET_REASON_META;
  return sl_charset_prescan (bytes, MIN (size, PRESCAN_BYTES), language);
}

/* What to read undeclared bytes as. */
static const char *
charset_of_text (const guint8    *bytes,
                 gsize            size,
                 const char      *language,
                 SlCharsetReason *reason)
{
  const char *habit = sl_charset_for_language (language);
  const char *guess = sl_charset_guess (bytes, MIN (size, GUESS_BYTES));

  /* Two charsets share the Cyrillic letters; only the letters tell which. */
  if (habit != NULL && !(g_str_equal (habit, "windows-1251") && g_strcmp0 (guess, "KOI8-R") == 0))
    {
      *reason = SL_CHARSET_REASON_LANGUAGE;
      return habit;
    }
  *reason = guess != NULL ? SL_CHARSET_REASON_LETTERS : SL_CHARSET_REASON_DEFAULT;
  return guess != NULL ? guess : "windows-1252";
}

/**
 * sl_content_type_to_string:
 * @type: a type
 *
 * Gives the word that stands for @type in files and machine-readable output.
 *
 * Returns: (transfer none): the word
 */
const char *
sl_content_type_to_string (SlContentType type)
{
  g_return_val_if_fail ((gsize) type < G_N_ELEMENTS (type_names), NULL);

  return type_names[type];
}

/**
 * sl_content_type_from_string:
 * @string: (nullable): a word
 *
 * Reads what sl_content_type_to_string() gives.
 *
 * Returns: the type; %SL_CONTENT_TYPE_UNKNOWN for any other word
 */
SlContentType
sl_content_type_from_string (const char *string)
{
  for (gsize i = 0; i < G_N_ELEMENTS (type_names); i++)
    {
      if (g_strcmp0 (string, type_names[i]) == 0)
        return (SlContentType) i;
    }
  return SL_CONTENT_TYPE_UNKNOWN;
}

/**
 * sl_sniff_type:
 * @bytes: (array length=size): a body, after content decoding
 * @size: number of bytes
 * @content_type: (nullable): value of the Content-Type header
 *
 * Finds out what a body is. The magic numbers of binary formats win over the
 * header, the header over the look of the text; XML is told apart by its root.
 *
 * Follows the WHATWG MIME Sniffing Standard as far as the types go that
 * Sourceline treats differently.
 *
 * Returns: the type
 */
SlContentType
sl_sniff_type (const guint8 *bytes,
               gsize         size,
               const char   *content_type)
{
  SlContentType declared = type_of_essence (content_type);
  SlContentType magic;

  g_return_val_if_fail (bytes != NULL || size == 0, SL_CONTENT_TYPE_UNKNOWN);

  magic = type_of_magic (bytes, size);
  if (magic != SL_CONTENT_TYPE_UNKNOWN)
    return magic;
  if (declared == SL_CONTENT_TYPE_TEXT && sl_sniff_bom_size (bytes, size) == 0 && is_binary (bytes, size))
    return SL_CONTENT_TYPE_UNKNOWN;
  if (declared == SL_CONTENT_TYPE_HTML && type_of_text (bytes, size, FALSE) == SL_CONTENT_TYPE_FEED)
    return SL_CONTENT_TYPE_FEED;
  if (declared != SL_CONTENT_TYPE_UNKNOWN)
    return declared;
  return type_of_text (bytes, size, FALSE);
}

/**
 * sl_sniff_bom_size:
 * @bytes: (array length=size): a body
 * @size: number of bytes
 *
 * Tells how many bytes the byte order mark at the beginning takes.
 *
 * Returns: 3 for UTF-8, 2 for UTF-16, 0 for none
 */
gsize
sl_sniff_bom_size (const guint8 *bytes,
                   gsize         size)
{
  const char *charset = charset_of_bom (bytes, size);

  if (charset == NULL)
    return 0;
  return g_str_equal (charset, "UTF-8") ? 3 : 2;
}

/**
 * sl_sniff_charset:
 * @bytes: (array length=size): a body of text or markup
 * @size: number of bytes
 * @content_type: (nullable): value of the Content-Type header
 * @language: (nullable): expected language as a BCP 47 tag
 * @reason: (out) (optional): what the charset was concluded from
 *
 * Finds the charset of a body: byte order mark, header, declaration in the
 * page, then what the bytes look like.
 *
 * Unlike a browser it believes the bytes against a wrong declaration: text that
 * is UTF-8 throughout, with letters that prove it, is never read as a legacy
 * charset, and text that is mostly not UTF-8 is not read as UTF-8.
 *
 * Returns: (transfer none): a charset name of the Encoding Standard
 */
const char *
sl_sniff_charset (const guint8    *bytes,
                  gsize            size,
                  const char      *content_type,
                  const char      *language,
                  SlCharsetReason *reason)
{
  g_autofree char *declared_language = g_strdup (language);
  SlCharsetReason because;
  const char *charset;
  gsize good;
  gsize bad;

  g_return_val_if_fail (bytes != NULL || size == 0, "UTF-8");

  reason = reason != NULL ? reason : &because;
  charset = charset_declared (bytes, size, content_type, &declared_language, reason);
  if (charset != NULL && (*reason == SL_CHARSET_REASON_BOM || g_str_has_prefix (charset, "UTF-16") || g_str_equal (charset, "ISO-2022-JP")))
    return charset;
  count_utf8 (bytes, size, &good, &bad);
  if (charset != NULL && (g_str_equal (charset, "UTF-8") ? bad <= good : bad > 0 || good < PROOF))
    return charset;
  if (bad * 8 <= good)
    {
      *reason = SL_CHARSET_REASON_UTF8;
      return "UTF-8";
    }
  return charset_of_text (bytes, size, declared_language, reason);
}
