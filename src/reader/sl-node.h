/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <gumbo.h>

G_BEGIN_DECLS

const GumboNode *sl_node_next (const GumboNode *node,
                               const GumboNode *root);

const GumboNode *sl_node_skip (const GumboNode *node,
                               const GumboNode *root);

gboolean sl_node_is_element (const GumboNode *node);

gboolean sl_node_is_text (const GumboNode *node);

gboolean sl_node_is (const GumboNode *node,
                     GumboTag         tag);

gboolean sl_node_holds_no_text (const GumboNode *node);

const char *sl_node_get_attribute (const GumboNode *node,
                                   const char      *name);

gboolean sl_node_has_word (const GumboNode *node,
                           const char      *attribute,
                           const char      *word);

char *sl_node_dup_name (const GumboNode *node);

char *sl_node_dup_text (const GumboNode *node,
                        gsize            max_bytes);

G_END_DECLS
