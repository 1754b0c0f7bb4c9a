/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "export/sl-report.h"

G_BEGIN_DECLS

/* Escaped text: the only way in which words from outside come into the page. */
void sl_html_text_add      (GString        *html,
                            const char     *text);
void sl_html_text_add_len  (GString        *html,
                            const char     *text,
                            gsize           length_bytes);
void sl_html_text_wrap     (GString        *html,
                            const char     *before,
                            const char     *text,
                            const char     *after);
void sl_html_document_add  (GString        *html,
                            const SlReport *report,
                            guint           document);

G_END_DECLS
