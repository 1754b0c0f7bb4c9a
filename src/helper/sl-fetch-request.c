/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "helper/sl-fetch-request.h"

static void
insert_string (GVariantDict *dict,
               const char   *key,
               const char   *value)
{
  if (value != NULL)
    g_variant_dict_insert (dict, key, "s", value);
}

/**
 * sl_fetch_request_to_variant:
 * @request: what to fetch
 *
 * Puts a request into a frame's body.
 *
 * Returns: (transfer floating): a dictionary
 */
GVariant *
sl_fetch_request_to_variant (const SlFetchRequest *request)
{
  GVariantDict dict;

  g_return_val_if_fail (request != NULL && request->url != NULL, NULL);

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "url", "s", request->url);
  g_variant_dict_insert (&dict, "allow-private", "b", request->allow_private);
  insert_string (&dict, "user-agent", request->user_agent);
  insert_string (&dict, "accept-language", request->accept_language);
  insert_string (&dict, "if-none-match", request->if_none_match);
  insert_string (&dict, "if-modified-since", request->if_modified_since);
  insert_string (&dict, "conditions-url", request->conditions_url);
  insert_string (&dict, "accept-datetime", request->accept_datetime);
  insert_string (&dict, "body-type", request->body_type);
  if (request->body != NULL)
    g_variant_dict_insert_value (&dict, "body", g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, request->body, request->body_bytes, 1));
  g_variant_dict_insert (&dict, "io-timeout", "u", request->io_timeout_seconds);
  g_variant_dict_insert (&dict, "total-timeout", "u", request->total_timeout_seconds);
  g_variant_dict_insert (&dict, "max-bytes", "u", request->max_bytes);
  g_variant_dict_insert (&dict, "max-redirects", "i", request->max_redirects);
  return g_variant_dict_end (&dict);
}

/**
 * sl_fetch_request_from_variant:
 * @request: (out): what to fetch; its strings belong to @variant
 * @variant: a frame's body
 *
 * Reads a request. What is missing gets its default; a missing address is empty.
 */
void
sl_fetch_request_from_variant (SlFetchRequest *request,
                               GVariant       *variant)
{
  g_return_if_fail (request != NULL);
  g_return_if_fail (g_variant_is_of_type (variant, G_VARIANT_TYPE_VARDICT));

  g_autoptr (GVariant) posted = g_variant_lookup_value (variant, "body", G_VARIANT_TYPE_BYTESTRING);

  *request = (SlFetchRequest) SL_FETCH_REQUEST_INIT ("");
  if (posted != NULL)
    request->body = g_variant_get_fixed_array (posted, &request->body_bytes, 1);
  g_variant_lookup (variant, "url", "&s", &request->url);
  g_variant_lookup (variant, "allow-private", "b", &request->allow_private);
  g_variant_lookup (variant, "user-agent", "&s", &request->user_agent);
  g_variant_lookup (variant, "accept-language", "&s", &request->accept_language);
  g_variant_lookup (variant, "io-timeout", "u", &request->io_timeout_seconds);
  g_variant_lookup (variant, "total-timeout", "u", &request->total_timeout_seconds);
  g_variant_lookup (variant, "max-bytes", "u", &request->max_bytes);
  g_variant_lookup (variant, "max-redirects", "i", &request->max_redirects);
  g_variant_lookup (variant, "if-none-match", "&s", &request->if_none_match);
  g_variant_lookup (variant, "if-modified-since", "&s", &request->if_modified_since);
  g_variant_lookup (variant, "conditions-url", "&s", &request->conditions_url);
  g_variant_lookup (variant, "accept-datetime", "&s", &request->accept_datetime);
  g_variant_lookup (variant, "body-type", "&s", &request->body_type);
}

/**
 * sl_fetch_request_get_timeouts:
 * @request: a request
 * @io_timeout_seconds: (out): longest wait for the next bytes
 * @total_timeout_seconds: (out): longest duration of the whole fetch
 *
 * Gets the timeouts of a request with the defaults filled in.
 */
void
sl_fetch_request_get_timeouts (const SlFetchRequest *request,
                               guint                *io_timeout_seconds,
                               guint                *total_timeout_seconds)
{
  *io_timeout_seconds = request->io_timeout_seconds != 0 ? request->io_timeout_seconds : SL_FETCH_IO_TIMEOUT_SECONDS;
  *total_timeout_seconds = request->total_timeout_seconds != 0 ? request->total_timeout_seconds : SL_FETCH_TOTAL_TIMEOUT_SECONDS;
}
