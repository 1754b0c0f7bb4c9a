/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-import-private.h"

#include "store/sl-warc-reader.h"

/* A page that was captured more often than this under one address is looked for among its latest captures. */
#define MAX_CAPTURES 200

/* Whether a capture has a record that states a digest for its payload. */
static gboolean
states_digest (SlCase          *a_case,
               const SlCapture *capture,
               const char      *payload_digest)
{
  g_auto (GStrv) digests = g_strsplit (capture->members, " ", -1);

  for (guint i = 0; digests[i] != NULL; i++)
    {
      g_autoptr (GBytes) member = sl_case_load_blob (a_case, digests[i], NULL);
      g_autoptr (SlWarcReader) reader = member != NULL ? sl_warc_reader_new (member) : NULL;
      g_autoptr (SlWarcRecord) record = reader != NULL ? sl_warc_reader_next (reader, NULL) : NULL;

      if (record != NULL && (record->type == SL_WARC_RESPONSE || record->type == SL_WARC_RESOURCE)
          && g_strcmp0 (sl_warc_record_get_header (record, "WARC-Payload-Digest"), payload_digest) == 0)
        return TRUE;
    }

  return FALSE;
}

static SlId
find_among_captures (SlCase     *a_case,
                     const char *url,
                     const char *payload_digest)
{
  g_autoptr (SlSource) source = url != NULL && sl_arrival_is_address (url) ? sl_case_find_source (a_case, url) : NULL;
  g_autoptr (GPtrArray) captures = NULL;
  SlQuery query = SL_QUERY_ALL;

  if (source == NULL)
    return SL_ID_NONE;

  query.about = source->id;
  query.limit = MAX_CAPTURES;
  captures = sl_case_list_captures (a_case, &query, NULL);
  for (guint i = 0; captures != NULL && i < captures->len; i++)
    {
      const SlCapture *capture = g_ptr_array_index (captures, i);

      if (states_digest (a_case, capture, payload_digest))
        return capture->id;
    }

  return SL_ID_NONE;
}

/* Digests are compared as they are stated: crawlers differ in what they take them of, and in how they write them. */
SlId
sl_import_find_payload (SlImport          *self,
                        const SlWarcEntry *revisit)
{
  SlCase *a_case = sl_workbench_get_case (self->workbench);
  const SlId *here;
  SlId there;

  if (revisit->payload_digest == NULL)
    return SL_ID_NONE;

  here = g_hash_table_lookup (self->payloads, revisit->payload_digest);
  if (here != NULL)
    return *here;

  there = find_among_captures (a_case, revisit->refers_to, revisit->payload_digest);
  return there != SL_ID_NONE ? there : find_among_captures (a_case, revisit->uri, revisit->payload_digest);
}
