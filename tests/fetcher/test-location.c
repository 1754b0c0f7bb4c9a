/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fetcher/sl-location.h"
#include "helper/sl-fetch-error.h"

static void
test_parse (void)
{
  static const struct
  {
    const char *url;
    const char *result; /* NULL when it is refused */
    const char *host_header;
    SlFetchError code;
  } cases[] = {
    { "https://example.org", "https://example.org/", "example.org", 0 },
    { "  https://example.org/a \n", "https://example.org/a", "example.org", 0 },
    { "HTTPS://Example.ORG:443/A?b=c#d", "https://Example.ORG/A?b=c#d", "Example.ORG", 0 },
    { "http://example.org:8080/", "http://example.org:8080/", "example.org:8080", 0 },
    { "http://example.org:443/", "http://example.org:443/", "example.org:443", 0 },
    { "http://[2001:db8::1]:8080/", "http://[2001:db8::1]:8080/", "[2001:db8::1]:8080", 0 },
    { "https://приклад.example/новина?я=1", "https://xn--80aikifvh.example/%D0%BD%D0%BE%D0%B2%D0%B8%D0%BD%D0%B0?%D1%8F=1", "xn--80aikifvh.example", 0 },
    { "https://example.org/a%20b?c=%2F", "https://example.org/a%20b?c=%2F", "example.org", 0 },
    { "https://example.org/a b", "https://example.org/a%20b", "example.org", 0 },
    { "http://①②⑦.⓪.⓪.①/", "http://127.0.0.1/", "127.0.0.1", 0 },
    { "ftp://example.org/", NULL, NULL, SL_FETCH_ERROR_UNSUPPORTED_SCHEME },
    { "file:///etc/passwd", NULL, NULL, SL_FETCH_ERROR_UNSUPPORTED_SCHEME },
    { "data:text/html,x", NULL, NULL, SL_FETCH_ERROR_UNSUPPORTED_SCHEME },
    { "javascript:alert(1)", NULL, NULL, SL_FETCH_ERROR_UNSUPPORTED_SCHEME },
    { "https:///a", NULL, NULL, SL_FETCH_ERROR_BAD_URL },
    { "https://user:password@example.org/", NULL, NULL, SL_FETCH_ERROR_BAD_URL },
    { "https://127.0.0.1:1@example.org/", NULL, NULL, SL_FETCH_ERROR_BAD_URL },
    { "https://example.org:99999/", NULL, NULL, SL_FETCH_ERROR_BAD_URL },
    { "https://exa mple.org/", NULL, NULL, SL_FETCH_ERROR_BAD_URL },
    { "https://example.org%0D%0AX-Header:%20a/", NULL, NULL, SL_FETCH_ERROR_BAD_URL },
    { "https://example.org%2F@other/", NULL, NULL, SL_FETCH_ERROR_BAD_URL },
    { "https://exa_mple.org/", "https://exa_mple.org/", "exa_mple.org", 0 },
    { "http://[fe80::1%25eth0]/", "http://[fe80::1%25eth0]/", "[fe80::1]", 0 },
    { "example.org/a", NULL, NULL, SL_FETCH_ERROR_BAD_URL },
    { "", NULL, NULL, SL_FETCH_ERROR_BAD_URL },
    { "https://\xff/", NULL, NULL, SL_FETCH_ERROR_BAD_URL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GUri) uri = sl_location_parse (cases[i].url, &error);
      g_autofree char *text = uri != NULL ? g_uri_to_string (uri) : NULL;
      g_autofree char *header = uri != NULL ? sl_location_get_host_header (uri) : NULL;

      g_test_message ("case %u: %s", (unsigned) i, error != NULL ? error->message : text);
      g_assert_cmpstr (text, ==, cases[i].result);
      g_assert_cmpstr (header, ==, cases[i].host_header);
      if (cases[i].result == NULL)
        g_assert_error (error, SL_FETCH_ERROR, (int) cases[i].code);
    }
}

static void
test_follow (void)
{
  static const struct
  {
    const char *from;
    const char *location;
    const char *to; /* NULL when it is refused */
    SlFetchError code;
  } cases[] = {
    { "https://example.org/a/b", "c", "https://example.org/a/c", 0 },
    { "https://example.org/a/b", "/c?d", "https://example.org/c?d", 0 },
    { "https://example.org/a/b", "../c", "https://example.org/c", 0 },
    { "https://example.org/a", "//other.example/b", "https://other.example/b", 0 },
    { "https://example.org/a#part", "/b", "https://example.org/b#part", 0 },
    { "https://example.org/a#part", "/b#other", "https://example.org/b#other", 0 },
    { "http://example.org/a", "https://example.org/a", "https://example.org/a", 0 },
    { "http://example.org/a", "http://other.example/", "http://other.example/", 0 },
    { "https://example.org/a", "http://example.org/a", NULL, SL_FETCH_ERROR_DOWNGRADE },
    { "https://example.org/a", "HTTP://example.org/a", NULL, SL_FETCH_ERROR_DOWNGRADE },
    { "https://example.org/a", "file:///etc/passwd", NULL, SL_FETCH_ERROR_BAD_REDIRECT },
    { "https://example.org/a", "mailto:a@example.org", NULL, SL_FETCH_ERROR_BAD_REDIRECT },
    { "https://example.org/a", "https://", NULL, SL_FETCH_ERROR_BAD_REDIRECT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GUri) from = sl_location_parse (cases[i].from, &error);
      g_autoptr (GUri) to = sl_location_follow (from, cases[i].location, &error);
      g_autofree char *text = to != NULL ? g_uri_to_string (to) : NULL;

      g_test_message ("%s: %s", cases[i].location, error != NULL ? error->message : text);
      g_assert_cmpstr (text, ==, cases[i].to);
      if (cases[i].to == NULL)
        g_assert_error (error, SL_FETCH_ERROR, (int) cases[i].code);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/location/parse", test_parse);
  g_test_add_func ("/location/follow", test_follow);
  return g_test_run ();
}
