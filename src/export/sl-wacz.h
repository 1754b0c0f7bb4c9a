/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "export/sl-cdxj.h"
#include "export/sl-zip-writer.h"

G_BEGIN_DECLS

#define SL_WACZ_WARC_NAME "data.warc.gz"

/**
 * SlWaczPage:
 * @url: its address
 * @date_usec: when it was captured, UTC microseconds
 * @id: (nullable): a key of its own
 * @title: (nullable)
 * @text: (nullable): readable text
 *
 * One page in the list of pages. All strings are borrowed.
 */
typedef struct
{
  const char *url;
  gint64 date_usec;
  const char *id;
  const char *title;
  const char *text;
} SlWaczPage;

/**
 * SlWaczDescription:
 * @title: of the collection
 * @description: (nullable): Markdown
 * @created: UTC seconds
 * @software: what made it
 * @case_id: identity of the case
 * @acts: number of acts of the case
 * @head_hash: (nullable): hash of the last of them
 *
 * What a WACZ says about itself. All strings are borrowed.
 */
typedef struct
{
  const char *title;
  const char *description;
  gint64 created;
  const char *software;
  const char *case_id;
  gint64 acts;
  const char *head_hash;
} SlWaczDescription;

/*
 * Writes a web archive in the WACZ format 1.1.1: the archive first, then index, pages, further files,
 * and the package file with a digest of everything.
 */
typedef struct _SlWacz SlWacz;

SlWacz      *sl_wacz_new      (const SlWaczDescription  *description,
                               GOutputStream            *output,
                               GCancellable             *cancellable,
                               GError                  **error);
void         sl_wacz_free     (SlWacz                   *self);
SlZipWriter *sl_wacz_get_zip  (SlWacz                   *self);
void         sl_wacz_index    (SlWacz                   *self,
                               const SlCdxjLine         *line);
void         sl_wacz_add_page (SlWacz                   *self,
                               const SlWaczPage         *page);
gboolean     sl_wacz_finish   (SlWacz                   *self,
                               GError                  **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlWacz, sl_wacz_free)

G_END_DECLS
