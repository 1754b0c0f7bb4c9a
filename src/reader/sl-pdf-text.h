/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "helper/sl-reading.h"

G_BEGIN_DECLS

gboolean sl_pdf_text_read (SlReading *reading,
                           GBytes    *bytes,
                           GError   **error);

G_END_DECLS
