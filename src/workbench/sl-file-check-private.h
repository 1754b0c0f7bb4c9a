/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "helper/sl-unpack.h"
#include "workbench/sl-helpers.h"
#include "workbench/sl-workbench-private.h"

G_BEGIN_DECLS

/**
 * SlFileCheck:
 * @helpers: (unowned)
 * @progress: (unowned)
 * @cancellable: (unowned) (nullable)
 * @findings: (unowned) (element-type SlFinding)
 * @inside: (unowned) (nullable): path of the archive that is looked at, in the file
 * @addresses: (owned): set of what there is a record of, without fragments
 * @contents: (owned): set of the SHA-256 of each content that was captured
 * @texts: (owned): SHA-256 → text, of each text that was read from a capture
 * @archives: (owned): path → (offset → SlCheckedRecord), of each web archive
 * @archive_bytes: (owned): path → #GBytes, of each web archive
 * @hashes: (owned) (element-type utf8): of the acts, in order
 * @ours: whether the file says that it is an export of a case
 *
 * A file on its way through verification. What a part says of another is looked up in what was seen of that.
 */
typedef struct
{
  SlHelpers    *helpers;
  SlProgress   *progress;
  GCancellable *cancellable;
  GPtrArray    *findings;
  const char   *inside;
  GHashTable   *addresses;
  GHashTable   *contents;
  GHashTable   *texts;
  GHashTable   *archives;
  GHashTable   *archive_bytes;
  GPtrArray    *hashes;
  gboolean      ours;
} SlFileCheck;

/**
 * SlCheckedRecord:
 * @uri: (owned) (nullable)
 * @stamp: (owned): its date, as an index writes it
 * @digest: (owned) (nullable): of the payload, or else of the block, as stated
 * @bytes: length in the file; 0 for the last one of a damaged file
 *
 * What an index may say about a record.
 */
typedef struct
{
  char    *uri;
  char    *stamp;
  char    *digest;
  guint64  bytes;
} SlCheckedRecord;

void          sl_file_check_begin       (SlFileCheck   *self);
void          sl_file_check_end         (SlFileCheck   *self);
void          sl_file_check_add         (SlFileCheck   *self,
                                         const char    *what,
                                         const char    *place,
                                         const char    *problem,
                                         const char    *format,
                                         ...) G_GNUC_PRINTF (5, 6);
const SlPart *sl_file_check_find_part   (GPtrArray     *parts,
                                         const char    *path);

/* Calls @func for each line of a part that is a JSON object after its first brace; others are findings. */
typedef void (*SlFileCheckLine) (SlFileCheck *self,
                                 const char  *place,
                                 const char  *before,
                                 JsonObject  *object,
                                 gpointer     data);
void          sl_file_check_foreach_line (SlFileCheck     *self,
                                          const SlPart    *part,
                                          SlFileCheckLine  func,
                                          gpointer         data);

guint         sl_file_check_warc        (SlFileCheck   *self,
                                         GBytes        *bytes,
                                         const char    *path);
void          sl_file_check_wacz        (SlFileCheck   *self,
                                         GPtrArray     *parts,
                                         GPtrArray     *notes);
gboolean      sl_file_check_pdf         (SlFileCheck      *self,
                                         GBytes           *bytes,
                                         const SlUnpacked *unpacked);
void          sl_file_check_annotations (SlFileCheck   *self,
                                         const SlPart  *part);
void          sl_file_check_history     (SlFileCheck   *self,
                                         GPtrArray     *parts,
                                         JsonObject    *about);
void          sl_file_check_witnesses   (SlFileCheck   *self,
                                         GPtrArray     *parts);

G_END_DECLS
