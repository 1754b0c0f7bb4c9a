/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ui/sl-row.h"

G_BEGIN_DECLS

/*
 * A #GListModel of #SlRow over one list of a case. It reads pages as they are looked at and keeps a few,
 * so its memory does not grow with the case.
 */
#define SL_TYPE_PAGED_LIST (sl_paged_list_get_type ())
G_DECLARE_FINAL_TYPE (SlPagedList, sl_paged_list, SL, PAGED_LIST, GObject)

/* How many rows a page has, and how many pages are kept. */
#define SL_PAGED_LIST_PAGE 64
#define SL_PAGED_LIST_PAGES 8

SlPagedList *sl_paged_list_new        (SlList       list);
void         sl_paged_list_set_case   (SlPagedList *self,
                                       SlCase      *from);
void         sl_paged_list_set_query  (SlPagedList *self,
                                       const char  *words,
                                       SlId         about,
                                       int          state);
void         sl_paged_list_reload     (SlPagedList *self);
guint        sl_paged_list_get_n_kept (SlPagedList *self);

G_END_DECLS
