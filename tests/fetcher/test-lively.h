/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands around and between the paragraphs of a page and is another thing with each visit. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void test_lively_begin   (GString    *html,
                          const char *title,
                          guint       visit);
void test_lively_between (GString    *html,
                          guint       paragraph,
                          guint       visit);
void test_lively_end     (GString    *html,
                          guint       visit);

G_END_DECLS
