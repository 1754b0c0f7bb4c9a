/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "helper/sl-helper-client.h"
#include "helper/sl-read-request.h"
#include "helper/sl-unpacked.h"

G_BEGIN_DECLS

/** What is sent to be taken apart at most; it has to fit a frame. */
#define SL_UNPACK_MAX_BYTES (96u * 1024 * 1024)

/** What comes out of it at most, however small it was packed. */
#define SL_UNPACK_MAX_OUT_BYTES (100u * 1024 * 1024)

/** The type of the list of files that stay outside. */
#define SL_UNPACK_OUTSIDE_TYPE G_VARIANT_TYPE ("a(sst)")

/**
 * SlUnpackRequest:
 * @bytes: a file as it came
 * @name: (nullable): its name, whose ending tells formats apart that look alike
 * @outside: (nullable): files of the archive that are not in @bytes: an array of (path, SHA-256 in hexadecimal, length)
 * @whole: every file that lies in an archive or a PDF file is wanted as it is, not only what can be imported
 *
 * What the reader is asked to take apart. The fields belong to the caller.
 */
typedef struct
{
  GBytes *bytes;
  const char *name;
  GVariant *outside;
  gboolean whole;
} SlUnpackRequest;

gboolean sl_unpack_is_web_archive (const char *path);

GVariant *sl_unpack_request_to_variant (const SlUnpackRequest *self);

gboolean sl_unpack_request_matches (GVariant *variant);

gboolean sl_unpack_request_from_variant (SlUnpackRequest *self,
                                         GVariant        *variant,
                                         GError         **error);

SlUnpacked *sl_unpack_run (SlHelperClient        *client,
                           const SlUnpackRequest *request,
                           GCancellable          *cancellable,
                           GError               **error);

G_END_DECLS
