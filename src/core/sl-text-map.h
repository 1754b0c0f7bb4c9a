/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SL_TEXT_MAP_ERROR:
 *
 * Error domain of the reading back of a serialised #SlTextMap.
 */
#define SL_TEXT_MAP_ERROR (sl_text_map_error_quark ())

/**
 * SlTextMapError:
 * @SL_TEXT_MAP_ERROR_INVALID: the bytes are no text map, or break its rules
 *
 * Why a stored map cannot be read.
 */
typedef enum
{
  SL_TEXT_MAP_ERROR_INVALID
} SlTextMapError;

/**
 * SlTextRun:
 * @text_start: first code point of the run in the document's text
 * @text_length: number of code points, at least 1
 * @byte_start: first byte of the run in the capture
 * @byte_length: number of bytes in the capture, a multiple of @text_length
 *
 * A stretch of text whose code points all take the same number of bytes in the
 * capture, so that a position inside it can be computed.
 *
 * A character reference, or white space collapsed into one space, is a run of
 * one code point that takes as many bytes as its source.
 */
typedef struct
{
  guint32 text_start;
  guint32 text_length;
  guint32 byte_start;
  guint32 byte_length;
} SlTextRun;

/**
 * SlTextMap:
 *
 * Leads from code points of a document's text back to bytes of its capture.
 *
 * Immutable and atomically reference counted. Runs are sorted by their text
 * position and do not overlap there; in the capture they may stand in any order.
 * Code points between two runs (paragraph breaks, for instance) were put in by
 * the reader and have no bytes of their own.
 * All ranges are half-open.
 */
typedef struct _SlTextMap SlTextMap;

GQuark sl_text_map_error_quark (void);

SlTextMap *sl_text_map_new (const SlTextRun *runs,
                            gsize            n_runs);

SlTextMap *sl_text_map_new_from_bytes (GBytes  *bytes,
                                       GError **error);

SlTextMap *sl_text_map_ref (SlTextMap *self);

void sl_text_map_unref (SlTextMap *self);

GBytes *sl_text_map_to_bytes (const SlTextMap *self);

const SlTextRun *sl_text_map_get_runs (const SlTextMap *self,
                                       gsize           *n_runs);

gboolean sl_text_map_to_capture (const SlTextMap *self,
                                 guint32          text_start,
                                 guint32          text_end,
                                 guint32         *byte_start,
                                 guint32         *byte_end);

gboolean sl_text_map_to_text (const SlTextMap *self,
                              guint32          byte_start,
                              guint32          byte_end,
                              guint32         *text_start,
                              guint32         *text_end);

guint32 sl_text_map_get_text_end (const SlTextMap *self);

guint32 sl_text_map_get_byte_end (const SlTextMap *self);

gsize sl_text_map_count_mapped (const SlTextMap *self);

void sl_text_run_append (GArray          *runs,
                         const SlTextRun *run);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlTextMap, sl_text_map_unref)

G_END_DECLS
