/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ui/sl-captures.h"

G_BEGIN_DECLS

/* What was typed, pasted or dropped becomes captures and imports here. */
guint    sl_intake_count_addresses        (const char *text);
guint    sl_intake_count_addresses_within (const char *text);
gboolean sl_intake_is_ambiguous           (const char *text);
void     sl_intake_addresses              (SlCaptures *captures,
                                           const char *text);
void     sl_intake_article                (SlCaptures *captures,
                                           const char *text,
                                           const char *url,
                                           const char *published);
void     sl_intake_text                   (SlCaptures *captures,
                                           const char *text);
void     sl_intake_files                  (SlCaptures *captures,
                                           GListModel *files);

G_END_DECLS
