/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "helper/sl-helper-error.h"

G_DEFINE_QUARK (sl-helper-error-quark, sl_helper_error)
