/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "helper/sl-fetch-request.h"
#include "store/sl-case.h"
#include "store/sl-warc-writer.h"

G_BEGIN_DECLS

/**
 * SlEarlier:
 * @url: (owned): the address that gave the answer, behind all redirects
 * @etag: (owned) (nullable): its ETag
 * @last_modified: (owned) (nullable): its Last-Modified
 * @content_type: (owned) (nullable): its Content-Type
 * @payload: (owned): its content
 * @response: (owned): the record that holds the content
 *
 * What an earlier capture knows that lets a host be asked whether anything changed since.
 */
typedef struct
{
  char *url;
  char *etag;
  char *last_modified;
  char *content_type;
  GBytes *payload;
  SlWarcReference *response;
} SlEarlier;

/* The field of a metadata record that says when the host may be asked again; a date as records have them. */
#define SL_EARLIER_RETRY_FIELD "retry-at"

SlEarlier       *sl_earlier_load         (SlCase            *a_case,
                                          const SlCapture   *capture);
void             sl_earlier_free         (SlEarlier         *self);
void             sl_earlier_ask          (const SlEarlier   *self,
                                          SlFetchRequest    *request);
SlWarcReference *sl_earlier_find_content (SlCase            *a_case,
                                          const SlCapture   *capture);
gint64           sl_earlier_find_retry_time (SlCase          *a_case,
                                             const SlCapture *capture);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlEarlier, sl_earlier_free)

G_END_DECLS
