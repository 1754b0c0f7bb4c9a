/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "helper/sl-read-request.h"
#include "helper/sl-reading.h"

#include <glib.h>

G_BEGIN_DECLS

/** Largest page that is parsed; the fetcher lets more through. */
#define SL_READER_MAX_BYTES (8u * 1024 * 1024)

/**
 * SlReader:
 *
 * Reads captures in this very process. The window and the command line use sl_read_run(), which
 * has it done in a locked-down process. To be used from the thread that made it.
 */
typedef struct _SlReader SlReader;

SlReader *sl_reader_new (GError **error);

void sl_reader_free (SlReader *self);

SlReading *sl_reader_read (SlReader            *self,
                           const SlReadRequest *request,
                           GError             **error);

const char *sl_reader_get_extractor (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlReader, sl_reader_free)

G_END_DECLS
