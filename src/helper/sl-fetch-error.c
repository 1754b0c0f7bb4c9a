/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "helper/sl-fetch-error.h"

G_DEFINE_QUARK (sl-fetch-error-quark, sl_fetch_error)
