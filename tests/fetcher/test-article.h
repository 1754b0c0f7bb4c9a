/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** TestArticle: the bodies that test-site.c serves; its header says what they are. */
typedef enum
{
  TEST_ARTICLE_NOTHING,
  TEST_ARTICLE_SAME,
  TEST_ARTICLE_NOISE,
  TEST_ARTICLE_DIGIT,
  TEST_ARTICLE_MOVED,
  TEST_ARTICLE_REMOVED,
  TEST_ARTICLE_LIVELY,
  TEST_ARTICLE_LIVELY_DIGIT,
  TEST_ARTICLE_ELSEWHERE,
  TEST_ARTICLE_REFUSAL,
  TEST_ARTICLE_NOT_FOUND,
  TEST_ARTICLE_CONSENT,
  TEST_ARTICLE_PAYWALL,
  TEST_ARTICLE_BOT,
  TEST_ARTICLE_SCRIPT_ONLY,
} TestArticle;

char *test_article_make      (TestArticle  article);
char *test_article_make_long (const char  *number,
                              gsize        length);

G_END_DECLS
