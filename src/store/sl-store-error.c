/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/sl-case.h"

G_DEFINE_QUARK (sl - store - error - quark, sl_store_error)
