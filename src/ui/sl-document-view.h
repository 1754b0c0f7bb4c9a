/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "workbench/sl-workbench.h"

G_BEGIN_DECLS

/* The archived text of a document, not to be edited, with its passages marked. */
#define SL_TYPE_DOCUMENT_VIEW (sl_document_view_get_type ())
G_DECLARE_FINAL_TYPE (SlDocumentView, sl_document_view, SL, DOCUMENT_VIEW, GtkTextView)

gboolean sl_document_view_show          (SlDocumentView  *self,
                                         SlCase          *from,
                                         SlId             document,
                                         GError         **error);
void     sl_document_view_clear         (SlDocumentView  *self);
void     sl_document_view_point_at      (SlDocumentView  *self,
                                         gsize            start_cp,
                                         gsize            end_cp);
gboolean sl_document_view_get_selection (SlDocumentView  *self,
                                         gsize           *start_cp,
                                         gsize           *end_cp);

G_END_DECLS
