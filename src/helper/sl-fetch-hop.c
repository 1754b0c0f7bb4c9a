/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "helper/sl-fetch-hop.h"

#include <glib/gi18n-lib.h>

#include "helper/sl-helper-error.h"

/* The payload mostly is the tail of the response: then only the response travels. */

static gboolean
is_tail (const SlFetchHop *self)
{
  const guint8 *response = g_bytes_get_data (self->response, NULL);

  return g_bytes_get_size (self->payload) == g_bytes_get_size (self->response) - self->head_bytes
         && g_bytes_get_data (self->payload, NULL) == response + self->head_bytes;
}

static void
insert_string (GVariantDict *dict,
               const char   *key,
               const char   *value)
{
  if (value != NULL)
    g_variant_dict_insert (dict, key, "s", value);
}

static void
insert_strings (GVariantDict  *dict,
                const char    *key,
                char         **values)
{
  if (values != NULL)
    g_variant_dict_insert (dict, key, "^as", values);
}

static void
insert_bytes (GVariantDict *dict,
              const char   *key,
              GBytes       *bytes)
{
  if (bytes != NULL)
    g_variant_dict_insert_value (dict, key, g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, bytes, TRUE));
}

static GBytes *
lookup_bytes (GVariant   *variant,
              const char *key)
{
  g_autoptr (GVariant) value = g_variant_lookup_value (variant, key, G_VARIANT_TYPE_BYTESTRING);

  return value != NULL ? g_variant_get_data_as_bytes (value) : NULL;
}

static void
insert_tls (GVariantDict     *dict,
            const SlFetchHop *self)
{
  insert_string (dict, "tls-protocol", self->tls_protocol);
  insert_string (dict, "tls-cipher", self->tls_cipher);
  insert_strings (dict, "tls-chain-pem", self->tls_chain_pem);
  insert_strings (dict, "tls-chain-sha256", self->tls_chain_sha256);
  g_variant_dict_insert (dict, "tls-errors", "u", (guint32) self->tls_errors);
}

static void
lookup_tls (SlFetchHop *self,
            GVariant   *variant)
{
  guint32 errors = 0;

  g_variant_lookup (variant, "tls-protocol", "s", &self->tls_protocol);
  g_variant_lookup (variant, "tls-cipher", "s", &self->tls_cipher);
  g_variant_lookup (variant, "tls-chain-pem", "^as", &self->tls_chain_pem);
  g_variant_lookup (variant, "tls-chain-sha256", "^as", &self->tls_chain_sha256);
  g_variant_lookup (variant, "tls-errors", "u", &errors);
  self->tls_errors = (GTlsCertificateFlags) (errors & G_TLS_CERTIFICATE_VALIDATE_ALL);
}

static void
lookup_message (SlFetchHop *self,
                GVariant   *variant)
{
  guint64 head_bytes = 0;

  g_variant_lookup (variant, "head-bytes", "t", &head_bytes);
  g_variant_lookup (variant, "status", "u", &self->status);
  g_variant_lookup (variant, "reason", "s", &self->reason);
  g_variant_lookup (variant, "content-type", "s", &self->content_type);
  g_variant_lookup (variant, "content-encoding", "s", &self->content_encoding);
  g_variant_lookup (variant, "location", "s", &self->location);
  g_variant_lookup (variant, "date", "s", &self->date);
  g_variant_lookup (variant, "etag", "s", &self->etag);
  g_variant_lookup (variant, "last-modified", "s", &self->last_modified);
  g_variant_lookup (variant, "retry-at", "x", &self->retry_at_usec);
  g_variant_lookup (variant, "conditional", "b", &self->conditional);
  g_variant_lookup (variant, "chunked", "b", &self->chunked);
  g_variant_lookup (variant, "truncated", "b", &self->truncated);
  self->head_bytes = (gsize) head_bytes;
  self->request = lookup_bytes (variant, "request");
  self->response = lookup_bytes (variant, "response");
  self->payload = lookup_bytes (variant, "payload");
}

/* What follows from the sizes: nothing below may reach past the response. */
static gboolean
complete (SlFetchHop  *self,
          GError     **error)
{
  gsize size = self->response != NULL ? g_bytes_get_size (self->response) : 0;

  if (self->url == NULL || self->head_bytes > size || self->status > 999)
    {
      g_set_error_literal (error, SL_HELPER_ERROR, SL_HELPER_ERROR_PROTOCOL,
                           _ ("The helper process described an exchange that cannot be"));
      return FALSE;
    }

  if (self->payload == NULL && self->head_bytes > 0)
    self->payload = g_bytes_new_from_bytes (self->response, self->head_bytes, size - self->head_bytes);
  return TRUE;
}

/**
 * sl_fetch_hop_new:
 * @url: address that is asked
 *
 * Makes an exchange in which nothing has happened yet.
 *
 * Returns: (transfer full): a new hop
 */
SlFetchHop *
sl_fetch_hop_new (const char *url)
{
  SlFetchHop *self = g_new0 (SlFetchHop, 1);

  self->url = g_strdup (url);
  return self;
}

/**
 * sl_fetch_hop_free:
 * @self: a hop
 *
 * Frees an exchange.
 */
void
sl_fetch_hop_free (SlFetchHop *self)
{
  g_free (self->url);
  g_clear_pointer (&self->request, g_bytes_unref);
  g_clear_pointer (&self->response, g_bytes_unref);
  g_clear_pointer (&self->payload, g_bytes_unref);
  g_free (self->reason);
  g_free (self->content_type);
  g_free (self->content_encoding);
  g_free (self->location);
  g_free (self->date);
  g_free (self->etag);
  g_free (self->last_modified);
  g_free (self->remote_address);
  g_free (self->tls_protocol);
  g_free (self->tls_cipher);
  g_strfreev (self->tls_chain_pem);
  g_strfreev (self->tls_chain_sha256);
  g_free (self);
}

static void
insert_headers (GVariantDict     *dict,
                const SlFetchHop *self)
{
  insert_string (dict, "content-type", self->content_type);
  insert_string (dict, "content-encoding", self->content_encoding);
  insert_string (dict, "location", self->location);
  insert_string (dict, "date", self->date);
  insert_string (dict, "etag", self->etag);
  insert_string (dict, "last-modified", self->last_modified);
  g_variant_dict_insert (dict, "retry-at", "x", self->retry_at_usec);
}

/**
 * sl_fetch_hop_to_variant:
 * @self: a hop
 *
 * Puts an exchange into a frame's body.
 *
 * Returns: (transfer floating): a dictionary
 */
GVariant *
sl_fetch_hop_to_variant (const SlFetchHop *self)
{
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "url", "s", self->url);
  g_variant_dict_insert (&dict, "started", "x", self->started_usec);
  g_variant_dict_insert (&dict, "duration", "x", self->duration_usec);
  insert_bytes (&dict, "request", self->request);
  insert_bytes (&dict, "response", self->response);
  if (self->payload != NULL && !is_tail (self))
    insert_bytes (&dict, "payload", self->payload);
  g_variant_dict_insert (&dict, "head-bytes", "t", (guint64) self->head_bytes);
  g_variant_dict_insert (&dict, "status", "u", self->status);
  insert_string (&dict, "reason", self->reason);
  insert_headers (&dict, self);
  g_variant_dict_insert (&dict, "conditional", "b", self->conditional);
  g_variant_dict_insert (&dict, "chunked", "b", self->chunked);
  g_variant_dict_insert (&dict, "truncated", "b", self->truncated);
  insert_string (&dict, "remote-address", self->remote_address);
  g_variant_dict_insert (&dict, "remote-port", "q", self->remote_port);
  insert_tls (&dict, self);
  return g_variant_dict_end (&dict);
}

/**
 * sl_fetch_hop_new_from_variant:
 * @variant: a dictionary
 * @error: return location for a #GError
 *
 * Reads an exchange from a frame's body.
 *
 * Returns: (transfer full): a new hop; %NULL with %SL_HELPER_ERROR_PROTOCOL when its parts do not fit together
 */
SlFetchHop *
sl_fetch_hop_new_from_variant (GVariant  *variant,
                               GError   **error)
{
  g_autoptr (SlFetchHop) self = sl_fetch_hop_new (NULL);

  g_variant_lookup (variant, "url", "s", &self->url);
  g_variant_lookup (variant, "started", "x", &self->started_usec);
  g_variant_lookup (variant, "duration", "x", &self->duration_usec);
  g_variant_lookup (variant, "remote-address", "s", &self->remote_address);
  g_variant_lookup (variant, "remote-port", "q", &self->remote_port);
  lookup_message (self, variant);
  lookup_tls (self, variant);
  return complete (self, error) ? g_steal_pointer (&self) : NULL;
}
