/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "helper/sl-unpacked.h"

G_BEGIN_DECLS

gboolean sl_zip_unpack (SlUnpacked *self,
                        GBytes     *bytes,
                        GVariant   *outside,
                        gboolean    whole,
                        GError    **error);

G_END_DECLS
