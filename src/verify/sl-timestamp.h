/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define SL_TIMESTAMP_ERROR (sl_timestamp_error_quark ())
GQuark sl_timestamp_error_quark (void);

typedef enum
{
  SL_TIMESTAMP_ERROR_UNREADABLE,  /* not an answer of RFC 3161 at all */
  SL_TIMESTAMP_ERROR_REFUSED,     /* the authority says that it would not */
  SL_TIMESTAMP_ERROR_MISMATCH,    /* about another digest or another question */
  SL_TIMESTAMP_ERROR_UNTRUSTED,   /* the signature does not hold, or nobody who is trusted vouches for the signer */
} SlTimestampError;

/**
 * SlTimestamp:
 * @at: the time that the authority states, UTC seconds
 * @signer: (owned): who signed, as the certificate names it
 * @root: (owned): the certificate at the end of the chain, as it names itself
 * @root_digest: (owned): its SHA-256
 *
 * What a time-stamp says.
 */
typedef struct
{
  gint64 at;
  char *signer;
  char *root;
  char *root_digest;
} SlTimestamp;

GBytes      *sl_timestamp_make_request (const char   *digest,
                                        GError      **error);
GBytes      *sl_timestamp_take_reply   (GBytes       *request,
                                        GBytes       *reply,
                                        const char   *digest,
                                        const char   *trusted_pem,
                                        SlTimestamp **stamp,
                                        GError      **error);
GBytes      *sl_timestamp_get_reply    (GBytes       *kept,
                                        GError      **error);
SlTimestamp *sl_timestamp_check        (GBytes       *kept,
                                        const char   *digest,
                                        GError      **error);
void         sl_timestamp_free         (SlTimestamp  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlTimestamp, sl_timestamp_free)

G_END_DECLS
