/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "export/sl-cdxj.h"

#include <stdlib.h>
#include <string.h>

#include "export/sl-json-text.h"

#define URI_FLAGS (G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_ENCODED)

/* "www.example.org" and "www2.example.org" are one place for whoever looks a page up. */
static const char *
skip_www (const char *host)
{
  const char *rest;

  if (!g_str_has_prefix (host, "www"))
    return host;
  for (rest = host + 3; g_ascii_isdigit (*rest); rest++)
    continue;
  return *rest == '.' && rest[1] != '\0' ? rest + 1 : host;
}

static void
append_host (GString    *key,
             const char *host)
{
  g_auto (GStrv) labels = g_strsplit (skip_www (host), ".", -1);

  for (guint i = g_strv_length (labels); i > 0; i--)
    g_string_append_printf (key, "%s%s", labels[i - 1], i > 1 ? "," : "");
}

static int
compare_strings (const void *a,
                 const void *b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static void
append_query (GString    *key,
              const char *query)
{
  g_auto (GStrv) arguments = NULL;
  g_autofree char *joined = NULL;

  if (query == NULL || *query == '\0')
    return;

  arguments = g_strsplit (query, "&", -1);
  qsort (arguments, g_strv_length (arguments), sizeof *arguments, compare_strings);
  joined = g_strjoinv ("&", arguments);
  g_string_append_printf (key, "?%s", joined);
}

/* A key is one word. */
static char *
escape_blanks (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      if ((guchar) *p <= ' ' || *p == 0x7f)
        g_string_append_printf (out, "%%%02X", (guint) (guchar) *p);
      else
        g_string_append_c (out, *p);
    }
  return g_string_free (out, FALSE);
}

/**
 * sl_cdxj_make_key:
 *
 * Makes the searchable form of an address (SURT), as CDXJ 0.1.0 describes it and the readers of WACZ compute it: lower case,
 * no scheme, host reversed and without "www", arguments sorted. What is no web address stays as it is.
 *
 * Returns: (transfer full): without blanks
 */
char *
sl_cdxj_make_key (const char *url)
{
  g_autofree char *lower = g_ascii_strdown (url, -1);
  g_autoptr (GUri) uri = g_uri_parse (lower, URI_FLAGS, NULL);
  g_autoptr (GString) key = NULL;
  const char *scheme = uri != NULL ? g_uri_get_scheme (uri) : NULL;
  const char *path;
  int port;

  if (uri == NULL || g_uri_get_host (uri) == NULL || (!g_str_equal (scheme, "http") && !g_str_equal (scheme, "https")))
    return escape_blanks (url);

  key = g_string_new (NULL);
  append_host (key, g_uri_get_host (uri));
  port = g_uri_get_port (uri);
  if (port > 0 && port != (g_str_equal (scheme, "https") ? 443 : 80))
    g_string_append_printf (key, ":%d", port);
  path = g_uri_get_path (uri);
  g_string_append_printf (key, ")%s", *path != '\0' ? path : "/");
  append_query (key, g_uri_get_query (uri));
  return escape_blanks (key->str);
}

/**
 * sl_cdxj_format_line:
 *
 * Writes a line of an index: key, time to the second, and a JSON object. Lines are to be sorted by their bytes.
 *
 * Returns: (transfer full): with a line feed at its end
 */
char *
sl_cdxj_format_line (const SlCdxjLine *line)
{
  g_autofree char *key = sl_cdxj_make_key (line->url);
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc_usec (line->date_usec);
  g_autofree char *stamp = moment != NULL ? g_date_time_format (moment, "%Y%m%d%H%M%S") : g_strdup ("19700101000000");
  SlJsonText *json = sl_json_text_new_line ();
  g_autoptr (GBytes) object = NULL;

  sl_json_text_open (json, NULL, '{');
  sl_json_text_add_string (json, "url", line->url);
  sl_json_text_add_string (json, "mime", line->mime);
  if (line->status != 0)
    sl_json_text_add_integer (json, "status", line->status);
  sl_json_text_add_string (json, "digest", line->digest);
  sl_json_text_add_integer (json, "length", (gint64) line->length);
  sl_json_text_add_integer (json, "offset", (gint64) line->offset);
  sl_json_text_add_string (json, "filename", line->filename);
  sl_json_text_close (json);
  object = sl_json_text_free_to_bytes (json);

  return g_strdup_printf ("%s %s %.*s", key, stamp, (int) g_bytes_get_size (object), (const char *) g_bytes_get_data (object, NULL));
}
