/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "helper/sl-unpacked.h"

G_BEGIN_DECLS

void sl_mhtml_unpack (SlUnpacked *self,
                      GBytes     *bytes);

G_END_DECLS
