/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "verify/sl-timestamp-private.h"

#include <glib/gi18n-lib.h>
#include <openssl/x509v3.h>
#include <string.h>

#include "core/sl-digest.h"

static gboolean
fail (SlTimestampError   code,
      const char        *what,
      GError           **error)
{
  unsigned long reason = ERR_peek_last_error ();
  const char *why = reason != 0 ? ERR_reason_error_string (reason) : NULL;

  if (why != NULL)
    g_set_error (error, SL_TIMESTAMP_ERROR, (int) code, "%s (%s)", what, why);
  else
    g_set_error_literal (error, SL_TIMESTAMP_ERROR, (int) code, what);
  ERR_clear_error ();
  return FALSE;
}

static gboolean
check_status (TS_RESP  *reply,
              GError  **error)
{
  TS_STATUS_INFO *info = TS_RESP_get_status_info (reply);
  long status = ASN1_INTEGER_get (TS_STATUS_INFO_get0_status (info));
  const STACK_OF (ASN1_UTF8STRING) *texts = TS_STATUS_INFO_get0_text (info);
  g_autofree char *why = NULL;

  if (status == TS_STATUS_GRANTED || status == TS_STATUS_GRANTED_WITH_MODS)
    return TRUE;

  if (texts != NULL && sk_ASN1_UTF8STRING_num (texts) > 0)
    {
      const ASN1_UTF8STRING *text = sk_ASN1_UTF8STRING_value (texts, 0);

      why = g_utf8_make_valid ((const char *) ASN1_STRING_get0_data (text), MIN (ASN1_STRING_length (text), 300));
    }
  g_set_error (error, SL_TIMESTAMP_ERROR, SL_TIMESTAMP_ERROR_REFUSED,
               _ ("The authority refuses to stamp: status %ld. %s"), status, why != NULL ? why : "");
  return FALSE;
}

static gboolean
check_imprint (TS_TST_INFO  *info,
               const char   *digest,
               GError      **error)
{
  TS_MSG_IMPRINT *imprint = TS_TST_INFO_get_msg_imprint (info);
  const X509_ALGOR *algorithm = TS_MSG_IMPRINT_get_algo (imprint);
  const ASN1_OCTET_STRING *message = TS_MSG_IMPRINT_get_msg (imprint);
  GString *hex = g_string_new (NULL);
  g_autofree char *stamped = NULL;

  for (int i = 0; i < ASN1_STRING_length (message); i++)
    g_string_append_printf (hex, "%02x", ASN1_STRING_get0_data (message)[i]);
  stamped = g_string_free (hex, FALSE);
  if (OBJ_obj2nid (algorithm->algorithm) == NID_sha256 && g_str_equal (stamped, digest))
    return TRUE;

  return fail (SL_TIMESTAMP_ERROR_MISMATCH, _ ("The time-stamp is about another content"), error);
}

static gboolean
check_nonce (TS_TST_INFO  *info,
             TS_REQ       *request,
             GError      **error)
{
  const ASN1_INTEGER *asked = TS_REQ_get_nonce (request);
  const ASN1_INTEGER *answered = TS_TST_INFO_get_nonce (info);

  if (asked != NULL && answered != NULL && ASN1_INTEGER_cmp (asked, answered) == 0)
    return TRUE;

  return fail (SL_TIMESTAMP_ERROR_MISMATCH, _ ("The time-stamp answers another question: its nonce is not the one that was sent"), error);
}

static gboolean
read_time (TS_TST_INFO  *info,
           gint64       *at,
           GError      **error)
{
  struct tm tm;
  g_autoptr (GDateTime) moment = NULL;

  if (ASN1_TIME_to_tm (TS_TST_INFO_get_time (info), &tm))
    moment = g_date_time_new_utc (tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday, tm.tm_hour, tm.tm_min, MIN (tm.tm_sec, 59));
  if (moment == NULL)
    return fail (SL_TIMESTAMP_ERROR_UNREADABLE, _ ("The time-stamp states no time"), error);

  *at = g_date_time_to_unix (moment);
  return TRUE;
}

static char *
dup_name (X509 *certificate)
{
  g_autoptr (BIO) out = BIO_new (BIO_s_mem ());
  char *data;
  long length;

  X509_NAME_print_ex (out, X509_get_subject_name (certificate), 0, XN_FLAG_RFC2253 & ~(unsigned long) ASN1_STRFLGS_ESC_MSB);
  length = BIO_get_mem_data (out, &data);
  return g_utf8_make_valid (data, length);
}

static char *
dup_certificate_digest (X509 *certificate)
{
  guint8 *der = NULL;
  int length = i2d_X509 (certificate, &der);
  char *digest = length > 0 ? sl_digest_data (der, (gsize) length) : NULL;

  OPENSSL_free (der);
  return digest;
}

/* The chain as it stood at the stated time: that a certificate has run out since then takes nothing from the stamp. */
static STACK_OF (X509) * build_chain (X509 *signer, STACK_OF (X509) * sent, X509_STORE *anchors, gint64 at, GError **error)
{
  g_autoptr (X509_STORE_CTX) context = X509_STORE_CTX_new ();
  STACK_OF (X509) *chain = NULL;

  if (X509_STORE_CTX_init (context, anchors, signer, sent))
    {
      X509_STORE_CTX_set_purpose (context, X509_PURPOSE_TIMESTAMP_SIGN);
      X509_VERIFY_PARAM_set_time (X509_STORE_CTX_get0_param (context), (time_t) at);
      if (X509_verify_cert (context) == 1)
        chain = X509_STORE_CTX_get1_chain (context);
    }
  if (chain == NULL)
    {
      g_autofree char *name = dup_name (signer);

      ERR_clear_error ();
      g_set_error (error, SL_TIMESTAMP_ERROR, SL_TIMESTAMP_ERROR_UNTRUSTED, _ ("The certificate of the signer, %s, is not trusted: %s"),
                   name, X509_verify_cert_error_string (X509_STORE_CTX_get_error (context)));
    }
  return chain;
}

/* The signature and the certificates of the token, at the stated time. */
static gboolean
check_signature (PKCS7 *token,
                 X509_STORE *anchors,
                 SlTimestamp *stamp,
                 STACK_OF (X509) * *chain,
                 GError **error)
{
  STACK_OF (X509) *sent = PKCS7_type_is_signed (token) ? token->d.sign->cert : NULL;
  STACK_OF (X509) *signers = PKCS7_get0_signers (token, NULL, 0);
  X509 *signer = signers != NULL && sk_X509_num (signers) == 1 ? sk_X509_value (signers, 0) : NULL;
  X509 *root;

  sk_X509_free (signers);
  if (signer == NULL)
    return fail (SL_TIMESTAMP_ERROR_UNTRUSTED, _ ("The time-stamp does not bring the certificate of its signer"), error);

  *chain = build_chain (signer, sent, anchors, stamp->at, error);
  if (*chain == NULL)
    return FALSE;

  X509_VERIFY_PARAM_set_time (X509_STORE_get0_param (anchors), (time_t) stamp->at);
  if (TS_RESP_verify_signature (token, NULL, anchors, NULL) != 1)
    return fail (SL_TIMESTAMP_ERROR_UNTRUSTED, _ ("The signature of the time-stamp does not hold"), error);

  root = sk_X509_value (*chain, sk_X509_num (*chain) - 1);
  stamp->signer = dup_name (signer);
  stamp->root = dup_name (root);
  stamp->root_digest = dup_certificate_digest (root);
  return TRUE;
}

/**
 * sl_timestamp_judge_reply:
 * @chain: (out): from the signer to the anchor
 *
 * Checks an answer as RFC 3161, 2.4.2 asks for: its status, that it is about @digest and answers @request, and its signature by
 * a certificate that is for time-stamping alone and was valid at the stated time.
 *
 * Fails with %SL_TIMESTAMP_ERROR.
 *
 * Returns: (transfer full) (nullable): what it says
 */
SlTimestamp *
sl_timestamp_judge_reply (TS_REQ *request,
                          TS_RESP *reply,
                          const char *digest,
                          X509_STORE *anchors,
                          STACK_OF (X509) * *chain,
                          GError **error)
{
  g_autoptr (SlTimestamp) stamp = g_new0 (SlTimestamp, 1);
  TS_TST_INFO *info = TS_RESP_get_tst_info (reply);

  if (!check_status (reply, error))
    return NULL;
  if (info == NULL || TS_RESP_get_token (reply) == NULL)
    {
      fail (SL_TIMESTAMP_ERROR_UNREADABLE, _ ("The answer has no time-stamp"), error);
      return NULL;
    }
  if (!check_imprint (info, digest, error)
      || !check_nonce (info, request, error)
      || !read_time (info, &stamp->at, error)
      || !check_signature (TS_RESP_get_token (reply), anchors, stamp, chain, error))
    return NULL;

  return g_steal_pointer (&stamp);
}
