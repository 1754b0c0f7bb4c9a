/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <openssl/err.h>
#include <openssl/ts.h>

#include "verify/sl-timestamp.h"

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TS_REQ, TS_REQ_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TS_RESP, TS_RESP_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (X509_STORE, X509_STORE_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (X509_STORE_CTX, X509_STORE_CTX_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BIO, BIO_free_all)

/* Checks that @reply answers @request, is about @digest, and is signed by somebody whom @anchors vouch for. */
SlTimestamp *sl_timestamp_judge_reply (TS_REQ           *request,
                                       TS_RESP          *reply,
                                       const char       *digest,
                                       X509_STORE       *anchors,
                                       STACK_OF (X509) **chain,
                                       GError          **error);

G_END_DECLS
