/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "verify/sl-timestamp-private.h"

#include <glib/gi18n-lib.h>
#include <openssl/pem.h>
#include <openssl/rand.h>

/* A nonce of 64 bits, as RFC 3161 advises at least. */
#define NONCE_BYTES 8

/* Answers are some kilobytes; a chain more of them. */
#define MAX_KEPT_BYTES (1024 * 1024)

/* What is kept is text of PEM blocks, so that anybody can take it apart and check it with other programs. */
#define REQUEST_BLOCK "TIMESTAMP REQUEST"
#define REPLY_BLOCK "TIMESTAMP REPLY"

G_DEFINE_QUARK (sl-timestamp-error-quark, sl_timestamp_error)

/**
 * sl_timestamp_free:
 * @self: (nullable) (transfer full): a time-stamp
 *
 * Frees a time-stamp.
 */
void
sl_timestamp_free (SlTimestamp *self)
{
  if (self == NULL)
    return;

  g_free (self->signer);
  g_free (self->root);
  g_free (self->root_digest);
  g_free (self);
}

static void
fail (const char  *what,
      GError     **error)
{
  ERR_clear_error ();
  g_set_error_literal (error, SL_TIMESTAMP_ERROR, SL_TIMESTAMP_ERROR_UNREADABLE, what);
}

static gboolean
set_imprint (TS_REQ     *request,
             const char *digest)
{
  TS_MSG_IMPRINT *imprint = TS_MSG_IMPRINT_new ();
  X509_ALGOR *algorithm = X509_ALGOR_new ();
  guint8 bytes[32];
  gboolean set;

  for (gsize i = 0; i < sizeof bytes; i++)
    bytes[i] = (guint8) (g_ascii_xdigit_value (digest[2 * i]) << 4 | g_ascii_xdigit_value (digest[2 * i + 1]));
  set = X509_ALGOR_set0 (algorithm, OBJ_nid2obj (NID_sha256), V_ASN1_NULL, NULL)
        && TS_MSG_IMPRINT_set_algo (imprint, algorithm)
        && TS_MSG_IMPRINT_set_msg (imprint, bytes, sizeof bytes)
        && TS_REQ_set_msg_imprint (request, imprint);
  X509_ALGOR_free (algorithm);
  TS_MSG_IMPRINT_free (imprint);
  return set;
}

static gboolean
set_nonce (TS_REQ *request)
{
  guint8 bytes[NONCE_BYTES];
  BIGNUM *number;
  ASN1_INTEGER *nonce;
  gboolean set;

  if (RAND_bytes (bytes, sizeof bytes) != 1)
    return FALSE;

  number = BN_bin2bn (bytes, sizeof bytes, NULL);
  nonce = BN_to_ASN1_INTEGER (number, NULL);
  set = TS_REQ_set_nonce (request, nonce);
  ASN1_INTEGER_free (nonce);
  BN_free (number);
  return set;
}

/**
 * sl_timestamp_make_request:
 * @digest: SHA-256, 64 hexadecimal digits
 *
 * Makes a request of RFC 3161 for a time-stamp over a digest, with a nonce, asking for the certificates. Nothing but the digest
 * and the nonce stands in it.
 *
 * Fails with %SL_TIMESTAMP_ERROR_UNREADABLE when OpenSSL has no random numbers.
 *
 * Returns: (transfer full) (nullable): DER, to be posted as application/timestamp-query
 */
GBytes *
sl_timestamp_make_request (const char  *digest,
                           GError     **error)
{
  g_autoptr (TS_REQ) request = TS_REQ_new ();
  guint8 *der = NULL;
  int length = -1;
  GBytes *bytes;

  if (TS_REQ_set_version (request, 1) && set_imprint (request, digest) && set_nonce (request) && TS_REQ_set_cert_req (request, 1))
    length = i2d_TS_REQ (request, &der);
  if (length <= 0)
    {
      fail (_ ("No request for a time-stamp could be made"), error);
      return NULL;
    }

  bytes = g_bytes_new (der, (gsize) length);
  OPENSSL_free (der);
  return bytes;
}

static TS_REQ *
parse_request (GBytes *bytes)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  return d2i_TS_REQ (NULL, &data, (long) length);
}

static TS_RESP *
parse_reply (GBytes *bytes)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  return length > 0 && length <= MAX_KEPT_BYTES ? d2i_TS_RESP (NULL, &data, (long) length) : NULL;
}

static void
trust_pem (X509_STORE *anchors,
           const char *pem)
{
  g_autoptr (BIO) in = BIO_new_mem_buf (pem, -1);
  X509 *certificate;

  while ((certificate = PEM_read_bio_X509 (in, NULL, NULL, NULL)) != NULL)
    {
      X509_STORE_add_cert (anchors, certificate);
      X509_free (certificate);
    }
  ERR_clear_error ();
}

static GBytes *
keep (GBytes *request,
      GBytes *reply,
      const STACK_OF (X509) * chain)
{
  g_autoptr (BIO) out = BIO_new (BIO_s_mem ());
  char *data;
  long length;

  PEM_write_bio (out, REQUEST_BLOCK, "", g_bytes_get_data (request, NULL), (long) g_bytes_get_size (request));
  PEM_write_bio (out, REPLY_BLOCK, "", g_bytes_get_data (reply, NULL), (long) g_bytes_get_size (reply));
  for (int i = 0; i < sk_X509_num (chain); i++)
    PEM_write_bio_X509 (out, sk_X509_value (chain, i));
  length = BIO_get_mem_data (out, &data);
  return g_bytes_new (data, (gsize) length);
}

/**
 * sl_timestamp_take_reply:
 * @request: what was sent
 * @reply: what came: anything at all
 * @digest: what @request is about
 * @trusted_pem: (nullable): certificates that are trusted; %NULL for those that the system trusts
 * @stamp: (out) (nullable) (transfer full): what it says
 *
 * Checks the answer of a time-stamping authority, and makes of it what is kept: request, answer and chain of certificates.
 *
 * Fails with %SL_TIMESTAMP_ERROR.
 *
 * Returns: (transfer full) (nullable): what is kept, PEM
 */
GBytes *
sl_timestamp_take_reply (GBytes       *request,
                         GBytes       *reply,
                         const char   *digest,
                         const char   *trusted_pem,
                         SlTimestamp **stamp,
                         GError      **error)
{
  g_autoptr (TS_REQ) asked = parse_request (request);
  g_autoptr (TS_RESP) answer = parse_reply (reply);
  g_autoptr (X509_STORE) anchors = X509_STORE_new ();
  STACK_OF (X509) *chain = NULL;
  GBytes *kept = NULL;

  if (asked == NULL || answer == NULL)
    {
      fail (_ ("The answer is no time-stamp"), error);
      return NULL;
    }

  if (trusted_pem != NULL)
    trust_pem (anchors, trusted_pem);
  else
    X509_STORE_set_default_paths (anchors);
  *stamp = sl_timestamp_judge_reply (asked, answer, digest, anchors, &chain, error);
  if (*stamp != NULL)
    kept = keep (request, reply, chain);
  sk_X509_pop_free (chain, X509_free);
  return kept;
}

/* Takes what was kept apart. The last certificate is what was trusted when the stamp came. */
static gboolean
take_apart (GBytes      *kept,
            TS_REQ     **request,
            TS_RESP    **reply,
            X509_STORE  *anchors)
{
  gsize size;
  const char *text = g_bytes_get_data (kept, &size);
  g_autoptr (BIO) in = size <= MAX_KEPT_BYTES ? BIO_new_mem_buf (text, (int) size) : NULL;
  char *name, *header;
  guint8 *der;
  long length;
  X509 *last = NULL;

  while (in != NULL && PEM_read_bio (in, &name, &header, &der, &length))
    {
      const guint8 *at = der;

      if (g_str_equal (name, REQUEST_BLOCK) && *request == NULL)
        *request = d2i_TS_REQ (NULL, &at, length);
      else if (g_str_equal (name, REPLY_BLOCK) && *reply == NULL)
        *reply = d2i_TS_RESP (NULL, &at, length);
      else if (g_str_equal (name, PEM_STRING_X509))
        {
          X509_free (last);
          last = d2i_X509 (NULL, &at, length);
        }
      OPENSSL_free (name);
      OPENSSL_free (header);
      OPENSSL_free (der);
    }
  ERR_clear_error ();
  if (last != NULL)
    X509_STORE_add_cert (anchors, last);
  X509_free (last);
  return *request != NULL && *reply != NULL;
}

/**
 * sl_timestamp_get_reply:
 * @kept: what sl_timestamp_take_reply() made
 *
 * Takes the answer out as it came, in the encoding that other programs read (`.tsr`).
 *
 * Fails with %SL_TIMESTAMP_ERROR_UNREADABLE.
 *
 * Returns: (transfer full) (nullable): the answer, DER
 */
GBytes *
sl_timestamp_get_reply (GBytes  *kept,
                        GError **error)
{
  gsize size;
  const char *text = g_bytes_get_data (kept, &size);
  g_autoptr (BIO) in = size <= MAX_KEPT_BYTES ? BIO_new_mem_buf (text, (int) size) : NULL;
  char *name, *header;
  guint8 *der;
  long length;
  GBytes *reply = NULL;

  while (in != NULL && reply == NULL && PEM_read_bio (in, &name, &header, &der, &length))
    {
      if (g_str_equal (name, REPLY_BLOCK))
        reply = g_bytes_new (der, (gsize) length);
      OPENSSL_free (name);
      OPENSSL_free (header);
      OPENSSL_free (der);
    }
  if (reply == NULL)
    fail (_ ("What was kept of a time-stamp cannot be read"), error);
  return reply;
}

/**
 * sl_timestamp_check:
 * @kept: what sl_timestamp_take_reply() made
 * @digest: what it has to be about
 *
 * Checks a time-stamp again, offline, against the chain that was kept with it.
 *
 * Fails with %SL_TIMESTAMP_ERROR.
 *
 * Returns: (transfer full) (nullable): what it says
 */
SlTimestamp *
sl_timestamp_check (GBytes      *kept,
                    const char  *digest,
                    GError     **error)
{
  g_autoptr (TS_REQ) request = NULL;
  g_autoptr (TS_RESP) reply = NULL;
  g_autoptr (X509_STORE) anchors = X509_STORE_new ();
  STACK_OF (X509) *chain = NULL;
  SlTimestamp *stamp;

  if (!take_apart (kept, &request, &reply, anchors))
    {
      fail (_ ("What was kept of a time-stamp cannot be read"), error);
      return NULL;
    }

  stamp = sl_timestamp_judge_reply (request, reply, digest, anchors, &chain, error);
  sk_X509_pop_free (chain, X509_free);
  return stamp;
}
