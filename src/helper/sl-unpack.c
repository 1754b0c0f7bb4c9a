/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "helper/sl-unpack.h"

#include <glib/gi18n-lib.h>

/* By the clock, as for a page, and more of it: an archive is larger. */
#define DEADLINE_USEC (120 * G_USEC_PER_SEC)

/**
 * sl_unpack_is_web_archive:
 *
 * Returns: whether the file of this name is a web archive, by its ending
 */
gboolean
sl_unpack_is_web_archive (const char *path)
{
  static const char *const endings[] = { ".warc", ".warc.gz", ".arc", ".arc.gz" };
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      return TRUE;
  return FALSE;
}

/**
 * sl_unpack_request_to_variant:
 *
 * Writes the request as a dictionary for the way between processes. It differs from a request to read a page by its
 * key "unpack".
 *
 * Returns: (transfer floating): the dictionary
 */
GVariant *
sl_unpack_request_to_variant (const SlUnpackRequest *self)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  g_autofree char *name = self->name != NULL ? g_utf8_make_valid (self->name, -1) : g_strdup ("");

  g_variant_dict_insert (&dict, "name", "s", name);
  g_variant_dict_insert (&dict, "whole", "b", self->whole);
  g_variant_dict_insert_value (&dict, "unpack", g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, self->bytes, TRUE));
  if (self->outside != NULL)
    g_variant_dict_insert_value (&dict, "outside", self->outside);
  return g_variant_dict_end (&dict);
}

/**
 * sl_unpack_request_matches:
 *
 * Returns: whether @variant is a request to take a file apart rather than to read a page
 */
gboolean
sl_unpack_request_matches (GVariant *variant)
{
  g_autoptr (GVariant) bytes = NULL;

  if (!g_variant_is_of_type (variant, G_VARIANT_TYPE_VARDICT))
    return FALSE;
  bytes = g_variant_lookup_value (variant, "unpack", G_VARIANT_TYPE_BYTESTRING);
  return bytes != NULL;
}

/**
 * sl_unpack_request_from_variant:
 * @self: (out caller-allocates): the request; its name points into @variant, its bytes and what is outside are references
 *   that the caller releases
 *
 * Reads what sl_unpack_request_to_variant() made.
 *
 * Returns: %FALSE with %SL_READ_ERROR_INVALID when @variant is no such request
 */
gboolean
sl_unpack_request_from_variant (SlUnpackRequest  *self,
                                GVariant         *variant,
                                GError          **error)
{
  g_autoptr (GVariant) bytes = NULL;

  *self = (SlUnpackRequest) { 0 };
  if (g_variant_is_of_type (variant, G_VARIANT_TYPE_VARDICT))
    bytes = g_variant_lookup_value (variant, "unpack", G_VARIANT_TYPE_BYTESTRING);
  if (bytes == NULL)
    {
      g_set_error_literal (error, SL_READ_ERROR, SL_READ_ERROR_INVALID, _ ("The reader was asked to take nothing apart"));
      return FALSE;
    }

  g_variant_lookup (variant, "name", "&s", &self->name);
  g_variant_lookup (variant, "whole", "b", &self->whole);
  self->bytes = g_variant_get_data_as_bytes (bytes);
  self->outside = g_variant_lookup_value (variant, "outside", SL_UNPACK_OUTSIDE_TYPE);
  return TRUE;
}

/**
 * sl_unpack_run:
 * @client: what sl_read_client_new() gave
 *
 * Takes a file apart in the locked-down reader process. Blocks; any thread may call.
 *
 * Returns: (transfer full) (nullable): what is in it; %NULL with an error of %SL_READ_ERROR (too large, limits, a file
 *   that breaks its format), of %SL_HELPER_ERROR or %G_IO_ERROR_CANCELLED
 */
SlUnpacked *
sl_unpack_run (SlHelperClient         *client,
               const SlUnpackRequest  *request,
               GCancellable           *cancellable,
               GError                **error)
{
  g_autoptr (GVariant) asked = NULL;
  g_autoptr (GVariant) answer = NULL;

  g_return_val_if_fail (SL_IS_HELPER_CLIENT (client), NULL);
  g_return_val_if_fail (request != NULL && request->bytes != NULL, NULL);

  if (g_bytes_get_size (request->bytes) > SL_UNPACK_MAX_BYTES)
    {
      g_autofree char *may = g_format_size (SL_UNPACK_MAX_BYTES);

      g_set_error (error, SL_READ_ERROR, SL_READ_ERROR_TOO_LARGE,
                   _ ("The file is larger than %s. Unpack it, and import the .warc or .warc.gz files in it, which may be of any size."), may);
      return NULL;
    }

  asked = g_variant_ref_sink (sl_unpack_request_to_variant (request));
  answer = sl_helper_client_call (client, asked, NULL, NULL, g_get_monotonic_time () + DEADLINE_USEC, cancellable, error);
  return answer != NULL ? sl_unpacked_new_from_variant (answer, error) : NULL;
}
