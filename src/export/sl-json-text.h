/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SlJsonText:
 *
 * Writes JSON by appending: commas, escapes and indentation are seen to, nesting is the caller's.
 */
typedef struct _SlJsonText SlJsonText;

SlJsonText *sl_json_text_new          (void);
SlJsonText *sl_json_text_new_line     (void);
void        sl_json_text_free         (SlJsonText *self);
GBytes     *sl_json_text_free_to_bytes (SlJsonText *self);
void        sl_json_text_open         (SlJsonText *self,
                                       const char *name,
                                       char        bracket);
void        sl_json_text_close        (SlJsonText *self);
void        sl_json_text_add_string   (SlJsonText *self,
                                       const char *name,
                                       const char *value);
void        sl_json_text_add_integer  (SlJsonText *self,
                                       const char *name,
                                       gint64      value);
void        sl_json_text_add_boolean  (SlJsonText *self,
                                       const char *name,
                                       gboolean    value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlJsonText, sl_json_text_free)

G_END_DECLS
