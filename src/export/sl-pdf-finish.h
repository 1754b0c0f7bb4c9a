/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "export/sl-pdf-pen.h"

G_BEGIN_DECLS

GBytes *sl_pdf_finish (GBytes           *pages,
                       const SlPdfPlan  *plan,
                       const SlPdfMeta  *meta,
                       GPtrArray        *attachments,
                       GError          **error);

G_END_DECLS
