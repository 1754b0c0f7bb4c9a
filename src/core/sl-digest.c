/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/sl-digest.h"

#include <string.h>

/**
 * sl_digest_bytes:
 *
 * Returns: (transfer full): SHA-256 of @bytes, 64 lower-case hexadecimal digits
 */
char *
sl_digest_bytes (GBytes *bytes)
{
  g_return_val_if_fail (bytes != NULL, NULL);

  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

/**
 * sl_digest_data:
 *
 * Returns: (transfer full): SHA-256 of @length_bytes bytes at @data, 64 lower-case hexadecimal digits
 */
char *
sl_digest_data (const void *data,
                gsize       length_bytes)
{
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, data, length_bytes);
}

/**
 * sl_digest_is_valid:
 * @digest: (nullable): what claims to be a digest
 *
 * Returns: whether @digest is 64 lower-case hexadecimal digits
 */
gboolean
sl_digest_is_valid (const char *digest)
{
  return digest != NULL && strspn (digest, "0123456789abcdef") == SL_DIGEST_STRING_SIZE - 1 && digest[SL_DIGEST_STRING_SIZE - 1] == '\0';
}
