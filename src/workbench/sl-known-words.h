/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "verify/sl-word-kinds.h"

G_BEGIN_DECLS

const SlWordKinds *sl_known_words_get   (const char *tag);
const SlWordKinds *sl_known_words_guess (const char *text);

G_END_DECLS
