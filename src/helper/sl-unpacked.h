/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SlUnpackedKind:
 * @SL_UNPACKED_OTHER: nothing to take apart: to be read as it is, or not at all
 * @SL_UNPACKED_PAGE: a page that was saved, with where and when where it says so
 * @SL_UNPACKED_MHTML: a page saved as a MIME message
 * @SL_UNPACKED_ARCHIVE: a ZIP file with web archives, as WACZ is
 * @SL_UNPACKED_FEED: RSS or Atom
 * @SL_UNPACKED_RIS: a bibliography in the RIS format
 * @SL_UNPACKED_CSL: a bibliography in CSL JSON
 * @SL_UNPACKED_RDF: a bibliography in Zotero's RDF
 *
 * What a file turned out to be.
 */
typedef enum
{
  SL_UNPACKED_OTHER,
  SL_UNPACKED_PAGE,
  SL_UNPACKED_MHTML,
  SL_UNPACKED_ARCHIVE,
  SL_UNPACKED_FEED,
  SL_UNPACKED_RIS,
  SL_UNPACKED_CSL,
  SL_UNPACKED_RDF
} SlUnpackedKind;

/**
 * SlPart:
 * @name: (nullable): its path in the archive
 * @content_type: (nullable): as stated
 * @bytes: the part, decoded
 *
 * One file out of a file.
 */
typedef struct
{
  char *name;
  char *content_type;
  GBytes *bytes;
} SlPart;

/**
 * SlReference:
 * @url: (nullable): where it is, http or https
 * @title: (nullable): what it is called
 * @authors: (nullable): names, "; " between them
 * @outlet: (nullable): newspaper, site or publisher
 * @published: (nullable): when, as EDTF where the file allows to tell
 * @language: (nullable): as stated
 * @kind: (nullable): what the file calls it: "newspaperArticle", "NEWS", …
 *
 * A pointer to a document: an entry of a feed or of a bibliography, or a page listed in a WACZ file.
 */
typedef struct
{
  char *url;
  char *title;
  char *authors;
  char *outlet;
  char *published;
  char *language;
  char *kind;
} SlReference;

/**
 * SlUnpackNote:
 * @place: (nullable): path or line
 * @reason: what is wrong with it, why it was left out, or what was checked; translated
 * @broken: whether something is damaged, rather than left out on purpose
 */
typedef struct
{
  char *place;
  char *reason;
  gboolean broken;
} SlUnpackNote;

/**
 * SlUnpacked:
 * @kind: what the file is
 * @url: (nullable): the address that the file gives as its own
 * @saved: (nullable): when it was saved, ISO 8601 with a zone
 * @software: (nullable): what wrote it
 * @title: (nullable): what it calls itself
 * @parts: (element-type SlPart): what it holds
 * @references: (element-type SlReference): what it points to
 * @notes: (element-type SlUnpackNote): what was left out or is damaged
 *
 * A file taken apart. A plain record; everything is owned, and no list is %NULL.
 */
typedef struct
{
  SlUnpackedKind kind;
  char *url;
  char *saved;
  char *software;
  char *title;
  GPtrArray *parts;
  GPtrArray *references;
  GPtrArray *notes;
} SlUnpacked;

SlUnpacked *sl_unpacked_new (void);

void sl_unpacked_free (SlUnpacked *self);

void sl_unpacked_take_part (SlUnpacked *self,
                            const char *name,
                            const char *content_type,
                            GBytes     *bytes);

void sl_unpacked_add_note (SlUnpacked *self,
                           const char *place,
                           const char *reason,
                           gboolean    broken);

SlReference *sl_reference_new (void);

void sl_reference_free (SlReference *self);

GVariant *sl_unpacked_to_variant (const SlUnpacked *self);

SlUnpacked *sl_unpacked_new_from_variant (GVariant *variant,
                                          GError  **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlUnpacked, sl_unpacked_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlReference, sl_reference_free)

G_END_DECLS
