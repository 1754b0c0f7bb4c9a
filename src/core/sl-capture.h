/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sl-id.h"

G_BEGIN_DECLS

typedef enum
{
  SL_CAPTURE_FETCHED,
  SL_CAPTURE_FILE,
  SL_CAPTURE_PASTED,
  SL_CAPTURE_ARCHIVED,    /* a record of an archive that somebody else made (WARC, WACZ) */
  SL_CAPTURE_SAVED_PAGE,  /* a page as a browser saved it (MHTML, SingleFile) */
  SL_CAPTURE_ENTRY,       /* an entry of a feed or a bibliography: what it says about a document elsewhere */
} SlCaptureMethod;

#define SL_N_CAPTURE_METHODS (SL_CAPTURE_ENTRY + 1)

/**
 * SlCapture:
 * @captured_at: when the capture began, UTC microseconds
 * @method: how it was got
 * @url: (owned): the URI it was asked for under; `urn:sha256:…` for what has none
 * @final_url: (owned) (nullable): where redirects led
 * @status: HTTP status, or 0 without HTTP
 * @content_type: (owned) (nullable): as the server named it
 * @payload_digest: (owned): SHA-256 of the payload after removing transfer and content codings
 * @payload_bytes: its length
 * @members: (owned): digests of its gzip members, WARC records in order, joined by a blank
 * @note: (owned) (nullable): what is worth saying about how it was got (e.g. truncated)
 * @came_as: (owned) (nullable): for an import, a word for its format and the name of the file ("wacz crawl.wacz")
 *
 * The exact bytes of a source at one moment. Immutable.
 */
typedef struct
{
  SlId id;
  SlId source_id;
  gint64 captured_at;
  SlCaptureMethod method;
  char *url;
  char *final_url;
  int status;
  char *content_type;
  char *payload_digest;
  gint64 payload_bytes;
  char *members;
  char *note;
  char *came_as;
} SlCapture;

SlCapture *sl_capture_new (void);
void sl_capture_free (SlCapture *self);
const char *sl_capture_method_to_string (SlCaptureMethod method);
const char *sl_capture_method_describe (SlCaptureMethod method);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlCapture, sl_capture_free)

G_END_DECLS
