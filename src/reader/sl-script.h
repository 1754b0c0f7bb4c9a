/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reader/sl-page-steps.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** Name and version of the script that finds articles, as build-aux pins it. */
#define SL_SCRIPT_VERSION "Readability.js 0.6.0"

/**
 * SlScript:
 *
 * Mozilla's Readability.js in a JavaScript engine of its own.
 *
 * The engine is kept from page to page, since setting it up takes longer than reading a page.
 * A page's content only ever enters it as a string. To be used from the thread that made it.
 */
typedef struct _SlScript SlScript;

SlScript *sl_script_new (GError **error);

void sl_script_free (SlScript *self);

GBytes *sl_script_find_article (SlScript    *self,
                                SlPageSteps *steps,
                                GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlScript, sl_script_free)

G_END_DECLS
