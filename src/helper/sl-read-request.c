/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "helper/sl-read-request.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (sl-read-error-quark, sl_read_error)

static void
insert_string (GVariantDict *dict,
               const char   *key,
               const char   *value)
{
  g_autofree char *valid = NULL;

  if (value == NULL)
    return;
  /* Headers and addresses come from the web and need not be text that a GVariant takes. */
  valid = g_utf8_make_valid (value, -1);
  g_variant_dict_insert (dict, key, "s", valid);
}

/**
 * sl_read_request_to_variant:
 * @self: a request
 *
 * Writes the request as a dictionary of type `a{sv}` for the way between processes.
 *
 * Returns: (transfer floating): the dictionary
 */
GVariant *
sl_read_request_to_variant (const SlReadRequest *self)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  g_return_val_if_fail (self != NULL && self->bytes != NULL, NULL);

  insert_string (&dict, "url", self->url);
  insert_string (&dict, "content-type", self->content_type);
  insert_string (&dict, "type", self->type);
  insert_string (&dict, "language", self->language);
  g_variant_dict_insert_value (&dict, "bytes", g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, self->bytes, TRUE));
  return g_variant_dict_end (&dict);
}

/**
 * sl_read_request_from_variant:
 * @self: (out caller-allocates): the request; its strings point into @variant,
 *   and @self->bytes is a reference that the caller releases
 * @variant: what came in, of any type
 * @error: return location for an error
 *
 * Reads what sl_read_request_to_variant() made.
 *
 * Returns: %FALSE with %SL_READ_ERROR_INVALID when @variant is no request
 */
gboolean
sl_read_request_from_variant (SlReadRequest  *self,
                              GVariant       *variant,
                              GError        **error)
{
  g_autoptr (GVariant) bytes = NULL;

  g_return_val_if_fail (self != NULL && variant != NULL, FALSE);

  *self = (SlReadRequest) { 0 };
  if (g_variant_is_of_type (variant, G_VARIANT_TYPE_VARDICT))
    bytes = g_variant_lookup_value (variant, "bytes", G_VARIANT_TYPE_BYTESTRING);
  if (bytes == NULL)
    {
      g_set_error_literal (error, SL_READ_ERROR, SL_READ_ERROR_INVALID,
                           _ ("The reader was asked to read nothing"));
      return FALSE;
    }
  g_variant_lookup (variant, "url", "&s", &self->url);
  g_variant_lookup (variant, "content-type", "&s", &self->content_type);
  g_variant_lookup (variant, "type", "&s", &self->type);
  g_variant_lookup (variant, "language", "&s", &self->language);
  self->bytes = g_variant_get_data_as_bytes (bytes);
  return TRUE;
}
