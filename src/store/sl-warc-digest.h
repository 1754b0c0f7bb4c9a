/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/sl-warc-record.h"

G_BEGIN_DECLS

typedef enum
{
  SL_WARC_DIGEST_NONE,     /* nothing is stated, or in a way that is not known */
  SL_WARC_DIGEST_MATCHES,
  SL_WARC_DIGEST_DIFFERS,
} SlWarcDigest;

SlWarcDigest sl_warc_digest_compare (const char *stated,
                                     GBytes *bytes);
SlWarcDigest sl_warc_digest_check_block (const SlWarcRecord *record);
SlWarcDigest sl_warc_digest_check_payload (const SlWarcRecord *record);

G_END_DECLS
