/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-web-address.h"

#include <string.h>

#define URI_FLAGS (G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_SCHEME_NORMALIZE | G_URI_FLAGS_ENCODED)

/* A longer one is no address of a page. */
#define MAX_URL_BYTES 8192u

/* Parameters by which a sender counts whom he sent; no page differs by them. Those that end in "_" are beginnings. */
static const char *const counting[] = { "utm_", "fbclid", "gclid", "gbraid", "wbraid", "dclid", "msclkid", "yclid", "igshid", "mc_cid", "mc_eid", "twclid", NULL };

static GUri *
parse (const char *url)
{
  g_autoptr (GUri) uri = strlen (url) <= MAX_URL_BYTES ? g_uri_parse (url, URI_FLAGS, NULL) : NULL;
  const char *scheme = uri != NULL ? g_uri_get_scheme (uri) : "";
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  if (host == NULL || *host == '\0' || (!g_str_equal (scheme, "http") && !g_str_equal (scheme, "https")))
    return NULL;

  return g_steal_pointer (&uri);
}

static char *
dup_host (GUri *uri)
{
  g_autofree char *lower = g_ascii_strdown (g_uri_get_host (uri), -1);
  g_autofree char *host = strchr (lower, ':') != NULL ? g_strdup_printf ("[%s]", lower) : g_strdup (lower);
  int port = g_uri_get_port (uri);
  int usual = g_str_equal (g_uri_get_scheme (uri), "http") ? 80 : 443;

  return port < 0 || port == usual ? g_steal_pointer (&host) : g_strdup_printf ("%s:%d", host, port);
}

/**
 * sl_web_address_dup_host:
 *
 * Returns: (transfer full) (nullable): host, and port where it is unusual; %NULL for what is no address of the web
 */
char *
sl_web_address_dup_host (const char *url)
{
  g_autoptr (GUri) uri = parse (url);

  return uri != NULL ? dup_host (uri) : NULL;
}

static gboolean
is_counting (const char *parameter)
{
  gsize name = strcspn (parameter, "=");

  for (gsize i = 0; counting[i] != NULL; i++)
    {
      gsize length = strlen (counting[i]);
      gboolean is_beginning = counting[i][length - 1] == '_';

      if ((is_beginning ? name > length : name == length) && g_ascii_strncasecmp (parameter, counting[i], length) == 0)
        return TRUE;
    }
  return FALSE;
}

/* The order of parameters can matter, so it stays. */
static void
append_query (GString    *key,
              const char *query)
{
  g_auto (GStrv) parameters = g_strsplit (query, "&", -1);
  char separator = '?';

  for (guint i = 0; parameters[i] != NULL; i++)
    {
      if (is_counting (parameters[i]))
        continue;
      g_string_append_c (key, separator);
      g_string_append (key, parameters[i]);
      separator = '&';
    }
}

/**
 * sl_web_address_dup_key:
 *
 * Makes what equal addresses have in common: case of scheme and host, the usual port, an empty path, a place within the page, and
 * the parameters by which senders count make no difference. Whatever might make one does: a fragment that scripts use as a path,
 * http and https, "www.", a slash at the end, the order of parameters.
 *
 * Returns: (transfer full) (nullable): the key; %NULL for what is no address of the web
 */
char *
sl_web_address_dup_key (const char *url)
{
  g_autoptr (GUri) uri = parse (url);
  g_autofree char *host = uri != NULL ? dup_host (uri) : NULL;
  const char *fragment;
  const char *path;
  GString *key;

  if (uri == NULL)
    return NULL;

  path = g_uri_get_path (uri);
  key = g_string_new (NULL);
  g_string_printf (key, "%s://%s%s", g_uri_get_scheme (uri), host, *path == '\0' ? "/" : path);
  if (g_uri_get_query (uri) != NULL)
    append_query (key, g_uri_get_query (uri));
  fragment = g_uri_get_fragment (uri);
  if (fragment != NULL && (*fragment == '!' || *fragment == '/'))
    g_string_append_printf (key, "#%s", fragment);

  return g_string_free_and_steal (key);
}

/* ---- finding ------------------------------------------------------------------------------------ */

/* White space, controls, and what may not stand in an address but stands around it (RFC 3986, appendix C). */
static gboolean
ends_address (gunichar c)
{
  return c <= ' ' || c == 0x7f || g_unichar_isspace (c) || (c < 0x80 && strchr ("<>\"`{}|\\^", (int) c) != NULL)
         || c == 0xab || c == 0xbb || (c >= 0x2018 && c <= 0x201f) || c == 0x2039 || c == 0x203a || c == 0xfffd;
}

static guint
count_byte (const char *text,
            gsize       length,
            char        byte)
{
  guint count = 0;

  for (gsize i = 0; i < length; i++)
    count += text[i] == byte;
  return count;
}

/* Punctuation of the sentence is no part of the address; a closing bracket is when it was opened inside. */
static gsize
trim (const char *url,
      gsize       length)
{
  while (length > 0)
    {
      char last = url[length - 1];
      gboolean is_open = (last == ')' && count_byte (url, length, '(') < count_byte (url, length, ')'))
                         || (last == ']' && count_byte (url, length, '[') < count_byte (url, length, ']'));

      if (!is_open && strchr (".,;:!?'*_", last) == NULL)
        break;
      length--;
    }
  return length;
}

static gsize
measure (const char *url)
{
  const char *end = url;

  while (*end != '\0' && (gsize) (end - url) <= MAX_URL_BYTES && !ends_address (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);

  return (gsize) (end - url) <= MAX_URL_BYTES ? trim (url, (gsize) (end - url)) : 0;
}

static gboolean
begins_address (const char *text)
{
  return g_ascii_strncasecmp (text, "http://", 7) == 0 || g_ascii_strncasecmp (text, "https://", 8) == 0;
}

/**
 * sl_web_address_find_all:
 * @text: any text, valid UTF-8
 *
 * Finds the addresses of the web that stand in a text: a list, a mail, a table, Markdown, the source of a page. Linear in
 * its length.
 *
 * Returns: (transfer full) (element-type utf8): the addresses in the order of the text, as often as they stand there
 */
GPtrArray *
sl_web_address_find_all (const char *text)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);

  for (const char *at = text; *at != '\0'; at++)
    {
      g_autofree char *url = NULL;
      g_autofree char *host = NULL;

      if ((*at != 'h' && *at != 'H') || (at > text && g_ascii_isalnum (at[-1])) || !begins_address (at))
        continue;
      url = g_strndup (at, measure (at));
      host = sl_web_address_dup_host (url);
      if (host == NULL)
        continue;
      at += strlen (url) - 1;
      g_ptr_array_add (found, g_steal_pointer (&url));
    }

  return found;
}
