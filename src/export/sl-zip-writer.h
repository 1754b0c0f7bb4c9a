/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SlZipEntry:
 * @name: (owned): path in the archive, with `/`
 * @bytes: its length
 * @digest: (owned): SHA-256, lower-case hexadecimal
 *
 * One file that was written.
 */
typedef struct
{
  char *name;
  guint64 bytes;
  char *digest;
} SlZipEntry;

/*
 * Writes a ZIP file whose entries are stored, not compressed, and bear no time and no owner: the same
 * content always gives the same bytes. What is written is digested on the way.
 */
typedef struct _SlZipWriter SlZipWriter;

SlZipWriter *sl_zip_writer_new         (GOutputStream  *output,
                                        GCancellable   *cancellable,
                                        GError        **error);
void         sl_zip_writer_free        (SlZipWriter    *self);
gboolean     sl_zip_writer_begin       (SlZipWriter    *self,
                                        const char     *name,
                                        guint64         bytes,
                                        GError        **error);
gboolean     sl_zip_writer_append      (SlZipWriter    *self,
                                        GBytes         *bytes,
                                        GError        **error);
gboolean     sl_zip_writer_end         (SlZipWriter    *self,
                                        GError        **error);
gboolean     sl_zip_writer_add         (SlZipWriter    *self,
                                        const char     *name,
                                        GBytes         *bytes,
                                        GError        **error);
GPtrArray   *sl_zip_writer_get_entries (SlZipWriter    *self);
gboolean     sl_zip_writer_finish      (SlZipWriter    *self,
                                        GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlZipWriter, sl_zip_writer_free)

G_END_DECLS
