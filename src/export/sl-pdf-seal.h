/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  SL_PDF_SEAL_NONE,    /* the file states no digest of itself */
  SL_PDF_SEAL_HOLDS,
  SL_PDF_SEAL_BROKEN,  /* the file is not what it was when it was written */
} SlPdfSeal;

GBytes   *sl_pdf_seal_add   (GBytes *file);
SlPdfSeal sl_pdf_seal_check (GBytes *file);

G_END_DECLS
