/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workbench/sl-workbench.h"

G_BEGIN_DECLS

gboolean    sl_gate_is_article     (const SlDocument  *document);
const char *sl_gate_describe       (const char        *quality);
gboolean    sl_gate_may_be_quoted  (SlCase            *a_case,
                                    const SlDocument  *document);
gboolean    sl_gate_check          (SlCase            *a_case,
                                    SlId               document_id,
                                    GError           **error);

G_END_DECLS
