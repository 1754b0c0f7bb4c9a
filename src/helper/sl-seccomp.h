/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "helper/sl-sandbox.h"

G_BEGIN_DECLS

gboolean sl_seccomp_load (SlSandboxProfile   profile,
                          gboolean          *loaded,
                          GError           **error);

G_END_DECLS
