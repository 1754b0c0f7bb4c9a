/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sl-sniff.h"
#include "store/sl-warc-reader.h"

G_BEGIN_DECLS

/**
 * SlWarcEntry:
 * @place: where the record is
 * @type: of the record
 * @id: (owned): of the record
 * @uri: (owned) (nullable): what it is about
 * @concurrent: (owned) (nullable): id of the record that it belongs to
 * @payload_digest: (owned) (nullable): as stated
 * @refers_to: (owned) (nullable): address of the record that a revisit refers to
 * @date_usec: UTC microseconds
 * @status: HTTP status of an answer, 0 without HTTP
 * @media_type: (owned) (nullable): of the payload, as stated
 * @content: what the payload is, as far as it matters
 * @location: (owned) (nullable): where a redirect leads, absolute
 * @destination: (owned) (nullable): what the browser loaded it as: "document", "iframe", "image", …
 *
 * One record of a web archive, without its content.
 */
typedef struct
{
  SlWarcPlace    place;
  SlWarcType     type;
  char          *id;
  char          *uri;
  char          *concurrent;
  char          *payload_digest;
  char          *refers_to;
  gint64         date_usec;
  int            status;
  char          *media_type;
  SlContentType  content;
  char          *location;
  char          *destination;
} SlWarcEntry;

/**
 * SlWarcDamage:
 * @place: where it begins
 * @message: (owned): what is wrong and what to do, translated
 */
typedef struct
{
  SlWarcPlace  place;
  char        *message;
} SlWarcDamage;

/**
 * SlWarcIndex:
 * @entries: (element-type SlWarcEntry): every record that can be read, in the file's order
 * @damages: (element-type SlWarcDamage): every place where none can be read
 *
 * What a web archive holds, found by reading it once from its beginning to its end.
 */
typedef struct
{
  GPtrArray  *entries;
  GPtrArray  *damages;
  GHashTable *companions;  /*< private >*/
  GHashTable *originals;   /*< private >*/
  GHashTable *redirects;   /*< private >*/
} SlWarcIndex;

SlWarcIndex *sl_warc_index_new (GBytes       *bytes,
                                GCancellable *cancellable);
gboolean sl_warc_entry_is_redirect (const SlWarcEntry *self);
void sl_warc_index_free (SlWarcIndex *self);
GPtrArray *sl_warc_index_list_companions (SlWarcIndex       *self,
                                          const SlWarcEntry *entry);
const SlWarcEntry *sl_warc_index_find_original (SlWarcIndex       *self,
                                                const SlWarcEntry *revisit);

const SlWarcEntry *sl_warc_index_find_redirect (SlWarcIndex       *self,
                                                const SlWarcEntry *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlWarcIndex, sl_warc_index_free)

G_END_DECLS
