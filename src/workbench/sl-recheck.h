/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workbench/sl-seen.h"

G_BEGIN_DECLS

/**
 * SlRecheck:
 * @a_case: (unowned)
 * @source: (owned)
 * @captures: (owned) (element-type SlCapture): newest first
 * @documents: (owned) (element-type SlDocument): those of the newest captures first
 * @passages: (owned) (element-type SlPassage): those that something is pinned to
 * @arrival: (unowned) (nullable): what came
 * @seen: (owned) (nullable): what that shows
 * @text: (owned) (nullable): what the passages are looked for in
 * @text_digest: (owned) (nullable): its SHA-256
 * @document_id: the document that has this text, or %SL_ID_NONE when the case has none yet
 *
 * One source that is checked: what the case has of it, and what is seen of it now.
 */
typedef struct
{
  SlCase     *a_case;
  SlSource   *source;
  GPtrArray  *captures;
  GPtrArray  *documents;
  GPtrArray  *passages;
  SlArrival  *arrival;
  SlSeen     *seen;
  char       *text;
  char       *text_digest;
  SlId        document_id;
} SlRecheck;

SlRecheck        *sl_recheck_new           (SlCase           *a_case,
                                            SlId              source_id,
                                            GError          **error);
void              sl_recheck_free          (SlRecheck        *self);
gboolean          sl_recheck_is_needed     (const SlRecheck  *self);
gboolean          sl_recheck_is_typed      (const SlRecheck  *self);
SlEarlier        *sl_recheck_load_earlier  (const SlRecheck  *self);
const SlCapture  *sl_recheck_find_capture  (const SlRecheck  *self,
                                            SlId              id);
const SlDocument *sl_recheck_find_document (const SlRecheck  *self,
                                            SlId              id);
void              sl_recheck_look          (SlRecheck        *self,
                                            SlHelpers        *helpers,
                                            SlArrival        *arrival,
                                            const GError     *failure,
                                            GCancellable     *cancellable);
void              sl_recheck_miss          (SlRecheck        *self,
                                            const char       *reason);
gboolean          sl_recheck_store         (SlRecheck        *self,
                                            gint64            now,
                                            GPtrArray        *checks,
                                            GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlRecheck, sl_recheck_free)

G_END_DECLS
