/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "core/sl-grade.h"

G_BEGIN_DECLS

/* A confidence tag: sign and words. With "compact" the words are only heard and shown as a tooltip. */
#define SL_TYPE_CONFIDENCE_TAG (sl_confidence_tag_get_type ())
G_DECLARE_FINAL_TYPE (SlConfidenceTag, sl_confidence_tag, SL, CONFIDENCE_TAG, GtkWidget)

GtkWidget *sl_confidence_tag_new         (void);
void       sl_confidence_tag_set         (SlConfidenceTag *self,
                                          SlConfidence     confidence,
                                          gboolean         contested);
void       sl_confidence_tag_set_compact (SlConfidenceTag *self,
                                          gboolean         compact);

G_END_DECLS
