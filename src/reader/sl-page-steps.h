/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SlPageSteps:
 *
 * A page on its way to the article finder: what to build, step by step, so that nothing is written as markup here and
 * parsed again there. readability-glue.js reads it.
 */
typedef struct _SlPageSteps SlPageSteps;

SlPageSteps *sl_page_steps_new           (void);
void         sl_page_steps_free          (SlPageSteps *self);
void         sl_page_steps_open          (SlPageSteps *self,
                                          const char  *name);
void         sl_page_steps_close         (SlPageSteps *self);
void         sl_page_steps_add_attribute (SlPageSteps *self,
                                          const char  *name,
                                          const char  *value,
                                          gsize        length);
void         sl_page_steps_add_text      (SlPageSteps *self,
                                          const char  *text);
GBytes      *sl_page_steps_get_steps     (SlPageSteps *self);
GBytes      *sl_page_steps_get_names     (SlPageSteps *self);
GBytes      *sl_page_steps_get_values    (SlPageSteps *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlPageSteps, sl_page_steps_free)

G_END_DECLS
