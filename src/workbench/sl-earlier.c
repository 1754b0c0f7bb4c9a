/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-earlier.h"

#include <string.h>

#include "store/sl-http-message.h"
#include "store/sl-warc-reader.h"

static SlWarcRecord *
load_record (SlCase     *a_case,
             const char *digest)
{
  g_autoptr (GBytes) member = sl_case_load_blob (a_case, digest, NULL);
  g_autoptr (SlWarcReader) reader = member != NULL ? sl_warc_reader_new (member) : NULL;

  return reader != NULL ? sl_warc_reader_next (reader, NULL) : NULL;
}

/* The last response, revisit or resource: what the capture ended with. */
static SlWarcRecord *
load_answer (SlCase          *a_case,
             const SlCapture *capture)
{
  g_auto (GStrv) digests = g_strsplit (capture->members, " ", -1);

  for (guint i = g_strv_length (digests); i > 0; i--)
    {
      g_autoptr (SlWarcRecord) record = load_record (a_case, digests[i - 1]);

      if (record != NULL && (record->type == SL_WARC_RESPONSE || record->type == SL_WARC_REVISIT || record->type == SL_WARC_RESOURCE))
        return g_steal_pointer (&record);
    }

  return NULL;
}

static SlWarcReference *
refer_to (const SlWarcRecord *answer)
{
  SlWarcReference *reference = g_new0 (SlWarcReference, 1);

  reference->id = g_strdup (answer->id);
  reference->uri = g_strdup (answer->uri);
  reference->date_usec = answer->date_usec;
  return reference;
}

/* A revisit holds nothing itself: what it refers to does. */
static SlWarcReference *
refer_through (const SlWarcRecord *revisit)
{
  const char *id = sl_warc_record_get_header (revisit, "WARC-Refers-To");
  const char *uri = sl_warc_record_get_header (revisit, "WARC-Refers-To-Target-URI");
  const char *date = sl_warc_record_get_header (revisit, "WARC-Refers-To-Date");
  SlWarcReference *reference;
  gint64 date_usec = 0;

  if (id == NULL || strlen (id) < 3 || uri == NULL || date == NULL || !sl_warc_parse_date (date, &date_usec))
    return NULL;

  reference = g_new0 (SlWarcReference, 1);
  reference->id = g_strndup (id + 1, strlen (id) - 2);
  reference->uri = g_strdup (uri);
  reference->date_usec = date_usec;
  return reference;
}

static SlWarcReference *
refer (const SlWarcRecord *answer)
{
  return answer->type == SL_WARC_REVISIT ? refer_through (answer) : refer_to (answer);
}

static SlEarlier *
read_answer (const SlWarcRecord *answer)
{
  g_autoptr (SlHttpMessage) message = sl_http_message_parse (answer->block, NULL);
  g_autoptr (SlEarlier) self = g_new0 (SlEarlier, 1);

  if (answer->type == SL_WARC_RESOURCE || message == NULL || (message->status != 200 && message->status != 304) || sl_warc_record_get_header (answer, "WARC-Truncated") != NULL)
    return NULL;

  self->url = g_strdup (answer->uri);
  self->etag = g_strdup (sl_http_message_get_header (message, "ETag"));
  self->last_modified = g_strdup (sl_http_message_get_header (message, "Last-Modified"));
  self->response = refer (answer);
  if (self->response == NULL || (self->etag == NULL && self->last_modified == NULL))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * sl_earlier_load:
 * @capture: a capture of the case
 *
 * Finds what @capture was told to ask with another time. A capture that is damaged serves for nothing here: then the
 * host is simply asked for everything.
 *
 * Returns: (transfer full) (nullable): %NULL when it is no whole answer 200 or 304, or was told nothing
 */
SlEarlier *
sl_earlier_load (SlCase          *a_case,
                 const SlCapture *capture)
{
  g_autoptr (SlWarcRecord) answer = load_answer (a_case, capture);
  g_autoptr (SlEarlier) self = answer != NULL ? read_answer (answer) : NULL;

  if (self == NULL)
    return NULL;

  self->content_type = g_strdup (capture->content_type);
  self->payload = sl_case_load_payload (a_case, capture->id, NULL);
  return self->payload != NULL ? g_steal_pointer (&self) : NULL;
}

/* Returns: microseconds since 1970 UTC; 0 when the record does not say */
static gint64
read_retry_time (const SlWarcRecord *record)
{
  static const char name[] = "\r\n" SL_EARLIER_RETRY_FIELD ": ";
  gsize size = 0;
  const char *block = g_bytes_get_data (record->block, &size);
  const char *found = record->type == SL_WARC_METADATA ? g_strstr_len (block, (gssize) size, name) : NULL;
  g_autofree char *line = NULL;
  gint64 at_usec = 0;

  if (found == NULL)
    return 0;

  found += strlen (name);
  line = g_strndup (found, size - (gsize) (found - block));
  line[strcspn (line, "\r\n")] = '\0';
  sl_warc_parse_date (line, &at_usec);
  return at_usec;
}

/**
 * sl_earlier_find_retry_time:
 *
 * Finds when the host that gave a capture wants to be asked again, by its Retry-After.
 *
 * Returns: microseconds since 1970 UTC; 0 when it did not say
 */
gint64
sl_earlier_find_retry_time (SlCase          *a_case,
                            const SlCapture *capture)
{
  g_auto (GStrv) digests = g_strsplit (capture->members, " ", -1);
  gint64 at_usec = 0;

  for (guint i = g_strv_length (digests); i > 0 && at_usec == 0; i--)
    {
      g_autoptr (SlWarcRecord) record = load_record (a_case, digests[i - 1]);

      at_usec = record != NULL ? read_retry_time (record) : 0;
    }

  return at_usec;
}

/**
 * sl_earlier_free:
 *
 * Frees it; %NULL is fine.
 */
void
sl_earlier_free (SlEarlier *self)
{
  if (self == NULL)
    return;

  g_free (self->url);
  g_free (self->etag);
  g_free (self->last_modified);
  g_free (self->content_type);
  g_clear_pointer (&self->payload, g_bytes_unref);
  g_clear_pointer (&self->response, sl_warc_reference_free);
  g_free (self);
}

/**
 * sl_earlier_ask:
 * @request: borrows the strings of @self
 *
 * Makes a request one on condition.
 */
void
sl_earlier_ask (const SlEarlier *self,
                SlFetchRequest  *request)
{
  request->if_none_match = self->etag;
  request->if_modified_since = self->last_modified;
  request->conditions_url = self->url;
}

/**
 * sl_earlier_find_content:
 *
 * Finds the record that holds the content of a capture, its own or that of an earlier one.
 *
 * Returns: (transfer full) (nullable): %NULL when there is none, or it is damaged
 */
SlWarcReference *
sl_earlier_find_content (SlCase          *a_case,
                         const SlCapture *capture)
{
  g_autoptr (SlWarcRecord) answer = load_answer (a_case, capture);

  return answer != NULL ? refer (answer) : NULL;
}
