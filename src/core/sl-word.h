/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Tables of words for enums that count from 0 without a gap: one word for each value, in order. */

const char *sl_word_get (const char *const *words,
                         gsize n_words,
                         int value);
gboolean sl_word_find (const char *const *words,
                       gsize n_words,
                       const char *string,
                       int *value);

G_END_DECLS
