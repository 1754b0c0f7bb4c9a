/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "extract/sl-finder.h"

G_BEGIN_DECLS

void  sl_relays_prepare    (SlFinder        *finder,
                            guint            first,
                            guint            stop);
gboolean sl_relays_names_source (const SlFinder *finder,
                                 const char     *meaning,
                                 guint           next,
                                 guint           stop);
guint sl_relays_skip_back  (const SlFinder  *finder,
                            guint            end,
                            guint            limit);
guint sl_relays_skip_ahead (const SlFinder *finder,
 guint i,
 guint stop);
void  sl_relays_handle     (SlFinder        *finder,
                            SlCueCase       *work);
void sl_relays_find_hearer (const SlFinder *finder,
 SlCueCase *work);
void  sl_relays_add_hearer (SlFinder        *finder,
                            const SlCueCase *work,
                            guint            main_index);
void  sl_relays_link       (SlFinder        *finder,
                            const SlCueCase *work,
                            SlAttribution   *attribution);

G_END_DECLS
