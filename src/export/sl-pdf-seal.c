/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "export/sl-pdf-seal.h"

#include <string.h>

#include "core/sl-digest.h"

/* A comment behind the end of the file, which readers pass over (ISO 32000-2, 7.2.4 and 7.5.5). */
#define PREFIX "%Sourceline-SHA-256 "
#define PREFIX_BYTES (sizeof PREFIX - 1)
#define DIGEST_BYTES 64
#define SEAL_BYTES (PREFIX_BYTES + DIGEST_BYTES + 1)

/**
 * sl_pdf_seal_add:
 * @file: a whole PDF file
 *
 * Adds a last line with the SHA-256 of everything before it.
 *
 * Returns: (transfer full): the file with its seal
 */
GBytes *
sl_pdf_seal_add (GBytes *file)
{
  g_autofree char *digest = sl_digest_bytes (file);
  GByteArray *sealed = g_byte_array_sized_new ((guint) (g_bytes_get_size (file) + SEAL_BYTES));

  g_byte_array_append (sealed, g_bytes_get_data (file, NULL), (guint) g_bytes_get_size (file));
  g_byte_array_append (sealed, (const guint8 *) PREFIX, PREFIX_BYTES);
  g_byte_array_append (sealed, (const guint8 *) digest, DIGEST_BYTES);
  g_byte_array_append (sealed, (const guint8 *) "\n", 1);
  return g_byte_array_free_to_bytes (sealed);
}

/**
 * sl_pdf_seal_check:
 * @file: a whole PDF file, from anywhere
 *
 * Returns: whether it is byte by byte what it was when its seal was added
 */
SlPdfSeal
sl_pdf_seal_check (GBytes *file)
{
  gsize size;
  const char *data = g_bytes_get_data (file, &size);
  const char *seal = size >= SEAL_BYTES ? data + size - SEAL_BYTES : NULL;
  g_autofree char *digest = NULL;

  if (seal == NULL || memcmp (seal, PREFIX, PREFIX_BYTES) != 0)
    return SL_PDF_SEAL_NONE;

  digest = sl_digest_data (data, size - SEAL_BYTES);
  return memcmp (seal + PREFIX_BYTES, digest, DIGEST_BYTES) == 0 && seal[SEAL_BYTES - 1] == '\n' ? SL_PDF_SEAL_HOLDS : SL_PDF_SEAL_BROKEN;
}
