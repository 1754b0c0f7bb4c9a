/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/sl-case.h"

G_BEGIN_DECLS

/**
 * SlSelection:
 * @a_case: (owned)
 * @ids: (owned) (element-type SlId): keys of captures, oldest capture first
 * @head: (owned) (nullable): the last act of the case
 *
 * Captures that leave the case together.
 */
typedef struct
{
  SlCase *a_case;
  GArray *ids;
  SlAct  *head;
} SlSelection;

/**
 * SlMemberFunc:
 * @member: one WARC record as a gzip member
 *
 * Is given one part of a capture; %FALSE with @error ends the walk.
 */
typedef gboolean (*SlMemberFunc) (const SlCapture  *capture,
                                  GBytes           *member,
                                  gpointer          data,
                                  GError          **error);

SlSelection *sl_selection_new           (SlCase             *a_case,
                                         const SlId         *keys,
                                         gsize               n_keys,
                                         GError            **error);
void         sl_selection_free          (SlSelection        *self);
gboolean     sl_selection_contains      (const SlSelection  *self,
                                         SlId                capture_id);
GBytes      *sl_selection_make_warcinfo (const SlSelection  *self,
                                         GError            **error);
gboolean     sl_selection_foreach       (const SlSelection  *self,
                                         SlMemberFunc        func,
                                         gpointer            data,
                                         GCancellable       *cancellable,
                                         GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlSelection, sl_selection_free)

G_END_DECLS
