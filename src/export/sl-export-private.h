/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "export/sl-export.h"

G_BEGIN_DECLS

/* The writers of the table of formats. */
GBytes *sl_csv_write (const SlReport  *report,
                      GCancellable    *cancellable,
                      GError         **error);

GBytes *sl_html_write (const SlReport  *report,
                       GCancellable    *cancellable,
                       GError         **error);
GBytes *sl_jsonld_write (const SlReport  *report,
                         GCancellable    *cancellable,
                         GError         **error);
GBytes *sl_markdown_write (const SlReport  *report,
                           GCancellable    *cancellable,
                           GError         **error);
GBytes *sl_timelinejs_write (const SlReport  *report,
                             GCancellable    *cancellable,
                             GError         **error);
GBytes *sl_pdf_write (const SlReport  *report,
                      GCancellable    *cancellable,
                      GError         **error);

/* "2025-11-23 14:05 UTC" and "2025-11-23T14:05:07Z"; years outside of GLib's calendar give "". */
char   *sl_export_format_time     (gint64 seconds);
char   *sl_export_format_time_iso (gint64 seconds);

G_END_DECLS
