/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/sl-warc-digest.h"

#include <string.h>

#include "store/sl-http-message.h"

/* RFC 4648, upper case, no padding: how most programs write SHA-1 into WARC files. */
static char *
encode_base32 (const guint8 *bytes,
               gsize         length)
{
  static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  GString *text = g_string_new (NULL);
  guint32 bits = 0;
  int n_bits = 0;

  for (gsize i = 0; i < length; i++)
    {
      bits = bits << 8 | bytes[i];
      for (n_bits += 8; n_bits >= 5; n_bits -= 5)
        g_string_append_c (text, letters[bits >> (n_bits - 5) & 31]);
    }
  if (n_bits > 0)
    g_string_append_c (text, letters[bits << (5 - n_bits) & 31]);
  return g_string_free (text, FALSE);
}

static gboolean
find_checksum (const char    *stated,
               GChecksumType *type)
{
  static const struct
  {
    const char *name;
    GChecksumType type;
  } known[] = {
    { "sha1:", G_CHECKSUM_SHA1 },
    { "sha-1:", G_CHECKSUM_SHA1 },
    { "sha256:", G_CHECKSUM_SHA256 },
    { "sha-256:", G_CHECKSUM_SHA256 },
    { "sha512:", G_CHECKSUM_SHA512 },
    { "md5:", G_CHECKSUM_MD5 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_ascii_strncasecmp (stated, known[i].name, strlen (known[i].name)) == 0)
      {
        *type = known[i].type;
        return TRUE;
      }
  return FALSE;
}

/**
 * sl_warc_digest_compare:
 * @stated: (nullable): like "sha1:B2LTWW…" (Base32) or "sha256:9d63c3…" (hexadecimal)
 *
 * Compares bytes with a digest as WARC and WACZ files state it.
 */
SlWarcDigest
sl_warc_digest_compare (const char *stated,
                        GBytes     *bytes)
{
  g_autoptr (GChecksum) checksum = NULL;
  g_autofree char *base32 = NULL;
  guint8 digest[64];
  gsize length = sizeof digest;
  GChecksumType type;
  const char *value;

  if (stated == NULL || !find_checksum (stated, &type))
    return SL_WARC_DIGEST_NONE;

  checksum = g_checksum_new (type);
  g_checksum_update (checksum, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  value = strchr (stated, ':') + 1;
  if (g_ascii_strcasecmp (value, g_checksum_get_string (checksum)) == 0)
    return SL_WARC_DIGEST_MATCHES;

  g_checksum_get_digest (checksum, digest, &length);
  base32 = encode_base32 (digest, length);
  return g_ascii_strncasecmp (value, base32, strlen (base32)) == 0 ? SL_WARC_DIGEST_MATCHES : SL_WARC_DIGEST_DIFFERS;
}

/**
 * sl_warc_digest_check_block:
 *
 * Compares the block of a record with its WARC-Block-Digest.
 */
SlWarcDigest
sl_warc_digest_check_block (const SlWarcRecord *record)
{
  return sl_warc_digest_compare (sl_warc_record_get_header (record, "WARC-Block-Digest"), record->block);
}

/* Some programs count the transfer coding as part of the payload. */
static SlWarcDigest
check_body (const SlWarcRecord *record,
            const char         *stated)
{
  g_autoptr (SlHttpMessage) message = sl_http_message_parse (record->block, NULL);
  g_autoptr (GBytes) body = NULL;

  if (message == NULL)
    return SL_WARC_DIGEST_DIFFERS;

  body = g_bytes_new_from_bytes (record->block, message->head_bytes, g_bytes_get_size (record->block) - message->head_bytes);
  return sl_warc_digest_compare (stated, body);
}

/**
 * sl_warc_digest_check_payload:
 *
 * Compares the payload of a record with its WARC-Payload-Digest. A revisit has none of its own.
 */
SlWarcDigest
sl_warc_digest_check_payload (const SlWarcRecord *record)
{
  const char *stated = sl_warc_record_get_header (record, "WARC-Payload-Digest");
  g_autoptr (GBytes) payload = NULL;
  SlWarcDigest outcome = SL_WARC_DIGEST_DIFFERS;

  if (record->type == SL_WARC_REVISIT)
    return SL_WARC_DIGEST_NONE;

  payload = sl_warc_record_get_wire_payload (record, NULL);
  if (payload != NULL)
    outcome = sl_warc_digest_compare (stated, payload);
  return outcome == SL_WARC_DIGEST_DIFFERS ? check_body (record, stated) : outcome;
}
