/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A payload, and a block with room for its head: what the fetcher brings at most. */
#define SL_WARC_MAX_PAYLOAD_BYTES (32 * 1024 * 1024)
#define SL_WARC_MAX_BLOCK_BYTES (SL_WARC_MAX_PAYLOAD_BYTES + 4 * 1024 * 1024)

#define SL_WARC_PROFILE_IDENTICAL "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
#define SL_WARC_PROFILE_NOT_MODIFIED "http://netpreserve.org/warc/1.1/revisit/server-not-modified"

/* Of a metadata record that holds the certificates of a host. */
#define SL_WARC_CERTIFICATES_TYPE "application/pem-certificate-chain"

typedef enum
{
  SL_WARC_WARCINFO,
  SL_WARC_RESPONSE,
  SL_WARC_RESOURCE,
  SL_WARC_REQUEST,
  SL_WARC_METADATA,
  SL_WARC_REVISIT,
  SL_WARC_CONVERSION,
  SL_WARC_CONTINUATION,
  SL_WARC_OTHER,  /* a type that the standard does not know; to be passed over */
} SlWarcType;

/**
 * SlWarcHeader:
 * @name: (owned)
 * @value: (owned): valid UTF-8
 */
typedef struct
{
  char *name;
  char *value;
} SlWarcHeader;

/**
 * SlWarcRecord:
 * @id: (owned): like "urn:uuid:…", without the angle brackets that stand around it in the file
 * @uri: (owned) (nullable): what it is a record of
 * @date_usec: when the capture began, UTC microseconds
 * @content_type: (owned) (nullable): of the block
 * @headers: (owned) (element-type SlWarcHeader): the other named fields, in order
 * @block: (owned): the content
 *
 * One WARC 1.1 record (ISO 28500:2017).
 */
typedef struct
{
  SlWarcType type;
  char *id;
  char *uri;
  gint64 date_usec;
  char *content_type;
  GPtrArray *headers;
  GBytes *block;
} SlWarcRecord;

SlWarcRecord *sl_warc_record_new (SlWarcType type,
                                  const char *uri,
                                  gint64 date_usec,
                                  const char *content_type,
                                  GBytes *block);
void sl_warc_record_free (SlWarcRecord *self);
void sl_warc_record_add_header (SlWarcRecord *self,
                                const char *name,
                                const char *value);
const char *sl_warc_record_get_header (const SlWarcRecord *self,
                                       const char *name);
GBytes *sl_warc_record_get_wire_payload (const SlWarcRecord *self,
                                         GError **error);
GBytes *sl_warc_record_get_payload (const SlWarcRecord *self,
                                    GError **error);
const char *sl_warc_type_to_string (SlWarcType type);
SlWarcType sl_warc_type_parse (const char *string);
char *sl_warc_format_date (gint64 usec);
gboolean sl_warc_parse_date (const char *string,
                             gint64 *usec);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlWarcRecord, sl_warc_record_free)

G_END_DECLS
