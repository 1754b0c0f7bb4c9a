/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "helper/sl-unpacked.h"

G_BEGIN_DECLS

gboolean sl_pdf_files_unpack (SlUnpacked *self,
                              GBytes     *bytes,
                              GError    **error);

G_END_DECLS
