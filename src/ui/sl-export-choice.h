/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What somebody exports for. */
typedef enum
{
  SL_EXPORT_TO_READ,
  SL_EXPORT_AS_EVIDENCE,
  SL_EXPORT_AS_DATA,
} SlExportPurpose;

#define SL_N_EXPORT_PURPOSES (SL_EXPORT_AS_DATA + 1)

/**
 * SlExportChoice:
 * @format: as #SlExportRequest calls it
 * @suffix: of file names, without the first dot
 * @title: for people, translated
 * @use: what it is good for, translated
 * @of_sources: whether some of the sources can be exported alone
 *
 * A form that the window offers to export in.
 */
typedef struct
{
  const char *format;
  const char *suffix;
  SlExportPurpose purpose;
  gboolean of_sources;
  const char *title;
  const char *use;
} SlExportChoice;

const SlExportChoice *sl_export_choices      (guint           *n_choices);
const SlExportChoice *sl_export_choice_find  (const char      *format);
const char           *sl_export_purpose_name (SlExportPurpose  purpose);

G_END_DECLS
