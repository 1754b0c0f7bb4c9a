/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fetcher/sl-location.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "helper/sl-fetch-error.h"

#define KEEP_ENCODED (G_URI_FLAGS_ENCODED_PATH | G_URI_FLAGS_ENCODED_QUERY | G_URI_FLAGS_ENCODED_FRAGMENT)
#define URI_FLAGS (G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_HAS_PASSWORD | G_URI_FLAGS_SCHEME_NORMALIZE | KEEP_ENCODED)

/* Longer ones are attacks; servers give up at 8 kB. */
#define MAX_URL_BYTES 8192

/* What must not stand in a request line as it is: other scripts and what RFC 3986 has no place for. */
static char *
escape (const char *part)
{
  GString *escaped;

  if (part == NULL)
    return NULL;

  escaped = g_string_new (NULL);
  for (const char *p = part; *p != '\0'; p++)
    {
      guint8 byte = (guint8) *p;

      if (byte <= 0x20 || byte >= 0x7f || strchr ("\"<>\\^`{|}", byte) != NULL)
        g_string_append_printf (escaped, "%%%02X", byte);
      else
        g_string_append_c (escaped, (char) byte);
    }
  return g_string_free_and_steal (escaped);
}

/* GUri decodes what stands in percents, so a host could carry line breaks into the head of the request. */
static gboolean
is_host (const char *host)
{
  gboolean is_ipv6 = host != NULL && strchr (host, ':') != NULL;

  if (host == NULL || *host == '\0')
    return FALSE;

  for (const char *p = host; *p != '\0'; p++)
    {
      if (!g_ascii_isalnum (*p) && strchr (is_ipv6 ? ":.%" : "-._", *p) == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
check (GUri    *uri,
       GError **error)
{
  const char *scheme = g_uri_get_scheme (uri);
  const char *host = g_uri_get_host (uri);

  if (strcmp (scheme, "http") != 0 && strcmp (scheme, "https") != 0)
    {
      g_set_error (error, SL_FETCH_ERROR, SL_FETCH_ERROR_UNSUPPORTED_SCHEME,
                   _ ("Sourceline fetches addresses that begin with https:// or http://, not with %s:"), scheme);
      return FALSE;
    }

  if (!is_host (host))
    {
      g_set_error_literal (error, SL_FETCH_ERROR, SL_FETCH_ERROR_BAD_URL, _ ("The address names no host that there could be"));
      return FALSE;
    }

  if (*g_uri_get_path (uri) != '\0' && *g_uri_get_path (uri) != '/')
    {
      g_set_error_literal (error, SL_FETCH_ERROR, SL_FETCH_ERROR_BAD_URL, _ ("The address lacks a slash behind its host"));
      return FALSE;
    }

  if (g_uri_get_userinfo (uri) != NULL)
    {
      g_set_error_literal (error, SL_FETCH_ERROR, SL_FETCH_ERROR_BAD_URL,
                           _ ("The address holds a user name or password; they would end up in the case. Remove them."));
      return FALSE;
    }

  return TRUE;
}

/* The same address with everything escaped that has to be, and "/" for an empty path. */
static GUri *
normalise (GUri *uri)
{
  g_autofree char *path = escape (g_uri_get_path (uri));
  g_autofree char *query = escape (g_uri_get_query (uri));
  g_autofree char *fragment = escape (g_uri_get_fragment (uri));

  return g_uri_build (URI_FLAGS, g_uri_get_scheme (uri), NULL, g_uri_get_host (uri), g_uri_get_port (uri),
                      *path != '\0' ? path : "/", query, fragment);
}

static GUri *
parse_at (GUri        *base,
          const char  *url,
          GError     **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GUri) uri = NULL;

  if (strlen (url) > MAX_URL_BYTES || !g_utf8_validate (url, -1, NULL))
    {
      g_set_error_literal (error, SL_FETCH_ERROR, SL_FETCH_ERROR_BAD_URL, _ ("The address is too long or not valid text"));
      return NULL;
    }

  uri = g_uri_parse_relative (base, url, URI_FLAGS, &failure);
  if (uri == NULL)
    {
      g_set_error (error, SL_FETCH_ERROR, SL_FETCH_ERROR_BAD_URL, _ ("This is no web address: %s"), failure->message);
      return NULL;
    }

  return check (uri, error) ? normalise (uri) : NULL;
}

/**
 * sl_location_parse:
 * @url: an absolute address
 * @error: return location for a #GError
 *
 * Reads an address and brings it into the form in which it is asked for.
 *
 * Its host is in ASCII afterwards: names of other scripts in their IDNA form, full-width digits as digits.
 *
 * Returns: (transfer full): the address; %NULL with %SL_FETCH_ERROR_BAD_URL or %SL_FETCH_ERROR_UNSUPPORTED_SCHEME
 */
GUri *
sl_location_parse (const char  *url,
                   GError     **error)
{
  g_autofree char *stripped = NULL;

  g_return_val_if_fail (url != NULL, NULL);

  stripped = g_strstrip (g_strdup (url));
  return parse_at (NULL, stripped, error);
}

static GUri *
inherit_fragment (GUri *from,
                  GUri *to)
{
  return g_uri_build (URI_FLAGS, g_uri_get_scheme (to), NULL, g_uri_get_host (to), g_uri_get_port (to),
                      g_uri_get_path (to), g_uri_get_query (to), g_uri_get_fragment (from));
}

/**
 * sl_location_follow:
 * @from: address that redirected
 * @location: value of its Location header, absolute or relative
 * @error: return location for a #GError
 *
 * Finds where a redirect leads. The fragment stays unless the redirect names another (RFC 9110, 10.2.2).
 *
 * Returns: (transfer full): the address; %NULL with %SL_FETCH_ERROR_DOWNGRADE when it leads from https to
 *   http, %SL_FETCH_ERROR_BAD_REDIRECT when it leads to what cannot be fetched
 */
GUri *
sl_location_follow (GUri        *from,
                    const char  *location,
                    GError     **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GUri) to = NULL;

  g_return_val_if_fail (from != NULL && location != NULL, NULL);

  to = parse_at (from, location, &failure);
  if (to == NULL)
    {
      g_set_error (error, SL_FETCH_ERROR, SL_FETCH_ERROR_BAD_REDIRECT,
                   _ ("The page redirects to something that cannot be fetched: %s"), failure->message);
      return NULL;
    }

  if (sl_location_is_https (from) && !sl_location_is_https (to))
    {
      g_set_error (error, SL_FETCH_ERROR, SL_FETCH_ERROR_DOWNGRADE,
                   _ ("The page redirects from https to http on %s, where anybody on the way could change it"), g_uri_get_host (to));
      return NULL;
    }

  return g_uri_get_fragment (to) == NULL ? inherit_fragment (from, to) : g_steal_pointer (&to);
}

/**
 * sl_location_is_https:
 * @location: an address
 *
 * Says whether an address is asked over TLS.
 */
gboolean
sl_location_is_https (GUri *location)
{
  return strcmp (g_uri_get_scheme (location), "https") == 0;
}

/**
 * sl_location_get_port:
 * @location: an address
 *
 * Gets the port of an address, that of its scheme when it names none.
 */
guint16
sl_location_get_port (GUri *location)
{
  int port = g_uri_get_port (location);

  if (port > 0)
    return (guint16) port;
  return sl_location_is_https (location) ? 443 : 80;
}

/**
 * sl_location_get_host_header:
 * @location: an address
 *
 * Makes the value of the Host header: the port only where it is not that of the scheme (RFC 9110, 7.2).
 *
 * Returns: (transfer full): the value
 */
char *
sl_location_get_host_header (GUri *location)
{
  const char *host = g_uri_get_host (location);
  gboolean is_ipv6 = strchr (host, ':') != NULL;
  g_autofree char *bare = g_strndup (host, strcspn (host, "%"));
  g_autofree char *name = is_ipv6 ? g_strdup_printf ("[%s]", bare) : g_strdup (host);
  guint16 port = sl_location_get_port (location);

  if (port == (sl_location_is_https (location) ? 443 : 80))
    return g_steal_pointer (&name);
  return g_strdup_printf ("%s:%u", name, port);
}
