/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "helper/sl-unpack.h"

G_BEGIN_DECLS

SlUnpacked *sl_unpacker_unpack (const SlUnpackRequest *request,
                                GError               **error);

G_END_DECLS
