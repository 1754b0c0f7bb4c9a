/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SlMimePart:
 * @headers: (owned): header lines unfolded, "Name: value" each
 * @body: (unowned): the body, still encoded
 * @body_bytes: its length
 *
 * One entity of a MIME message: the message itself, or a part of it.
 */
typedef struct
{
  GStrv headers;
  const char *body;
  gsize body_bytes;
} SlMimePart;

/**
 * SlMimePartFunc:
 * @part: (transfer none): a part; its body lives as long as the message
 * @whole: whether its end was found
 *
 * Called for each part.
 *
 * Returns: whether to go on
 */
typedef gboolean (*SlMimePartFunc) (const SlMimePart *part,
                                    gboolean          whole,
                                    gpointer          user_data);

void sl_mime_part_parse (SlMimePart *self,
                         const char *bytes,
                         gsize       size);

void sl_mime_part_clear (SlMimePart *self);

char *sl_mime_part_dup_header (const SlMimePart *self,
                               const char       *name);

char *sl_mime_part_dup_parameter (const SlMimePart *self,
                                  const char       *name,
                                  const char       *parameter);

GBytes *sl_mime_part_decode (const SlMimePart *self);

gboolean sl_mime_part_foreach (const SlMimePart *self,
                               SlMimePartFunc    func,
                               gpointer          user_data);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SlMimePart, sl_mime_part_clear)

G_END_DECLS
