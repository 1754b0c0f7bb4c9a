/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Addresses and redirects: what is accepted is plain ASCII without a user, reads the same again,
 * and never leads from https to http.
 */

#include "config.h"

#include <stdint.h>
#include <string.h>

#include "fetcher/sl-address.h"
#include "fetcher/sl-location.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

static void
check (GUri *uri)
{
  g_autofree char *text = g_uri_to_string (uri);
  g_autofree char *host = sl_location_get_host_header (uri);
  g_autoptr (GUri) again = sl_location_parse (text, NULL);
  g_autofree char *again_text = again != NULL ? g_uri_to_string (again) : NULL;

  g_assert_null (g_uri_get_userinfo (uri));
  g_assert_true (g_str_is_ascii (g_uri_get_path (uri)));
  g_assert_null (strpbrk (g_uri_get_path (uri), " \r\n"));
  g_assert_null (strpbrk (host, " /@\\\r\n"));
  g_assert_cmpuint (sl_location_get_port (uri), >, 0);
  g_assert_true (again == NULL || g_str_equal (text, again_text));
  sl_address_is_local_name (g_uri_get_host (uri));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (GUri) uri = NULL;
  g_autoptr (GUri) base = NULL;
  g_autoptr (GUri) followed = NULL;

  /* A broken contract counts as a finding. */
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING | G_LOG_FATAL_MASK);

  uri = sl_location_parse (text, NULL);
  base = sl_location_parse ("https://example.org/a/b?c#d", NULL);
  followed = sl_location_follow (base, text, NULL);
  if (uri != NULL)
    check (uri);
  if (followed != NULL)
    {
      g_assert_true (sl_location_is_https (followed));
      check (followed);
    }
  return 0;
}
