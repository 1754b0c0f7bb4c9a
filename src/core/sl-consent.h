/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sl-id.h"

G_BEGIN_DECLS

/**
 * SlConsent:
 * @document_id: a document that is no article
 * @reason: (owned): why passages may be pinned to it all the same; never empty
 * @by: (owned): who says so
 * @at: when, UTC seconds
 *
 * Somebody's word that a document may be quoted although its quality speaks against it.
 */
typedef struct
{
  SlId id;
  SlId document_id;
  char *reason;
  char *by;
  gint64 at;
} SlConsent;

SlConsent *sl_consent_new (void);
void sl_consent_free (SlConsent *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlConsent, sl_consent_free)

G_END_DECLS
