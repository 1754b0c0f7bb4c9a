/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <qpdf/qpdf-c.h>

#include "export/sl-report.h"

G_BEGIN_DECLS

/**
 * SlPdfAttachment:
 * @name: a file name
 * @media_type: MIME type
 * @bytes: (owned): its content
 *
 * A file that lies in the PDF, for programs.
 */
typedef struct
{
  const char *name;
  const char *media_type;
  GBytes     *bytes;
} SlPdfAttachment;

GPtrArray *sl_pdf_attach_make (const SlReport  *report,
                               GCancellable    *cancellable,
                               GError         **error);
void       sl_pdf_attach_add  (qpdf_data        qpdf,
                               GPtrArray       *attachments,
                               const char      *date);

G_END_DECLS
