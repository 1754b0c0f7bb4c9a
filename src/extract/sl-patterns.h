/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "extract/sl-numbers.h"

G_BEGIN_DECLS

/* What a match means. The names of the actions in a language file are in sl-patterns.c. */
typedef enum
{
  SL_ACTION_NONE,      /* no time, although it looks like one */
  SL_ACTION_DATE,      /* a calendar date, whole or in part */
  SL_ACTION_RELATIVE,  /* "last week", "next Monday" */
  SL_ACTION_SHIFT,     /* "two weeks ago", "three days later" */
  SL_ACTION_AHEAD,     /* a shift into the future beside a verb of the future, else a duration */
  SL_ACTION_DISTANCE,  /* as a shift, but what is not counted in days keeps the value of a length */
  SL_ACTION_DURATION,  /* "three days" */
  SL_ACTION_SPAN,      /* "the past three months" */
  SL_ACTION_SET,       /* "every Monday" */
  SL_ACTION_CLOCK,     /* a time of day, perhaps with its day */
  SL_ACTION_PART,      /* "Monday morning" */
  SL_ACTION_REFERENCE, /* "recently" */
  SL_ACTION_SAME,      /* "the same day" */
  SL_ACTION_HOLIDAY,
  SL_ACTION_DECADE,
  SL_ACTION_CENTURY,
  SL_ACTION_QUARTER,
  SL_ACTION_HALF,
} SlAction;

/* Whether a match tells of several times. */
typedef enum
{
  SL_JOIN_NONE,
  SL_JOIN_RANGE, /* "23-25 November" */
  SL_JOIN_LIST,  /* "23 and 25 November" */
} SlJoin;

/**
 * SlPatternCapture:
 * @entry: (unowned) (nullable): the meaning, of words
 * @number: the number, of numbers
 * @first: first token
 * @count: how many tokens
 *
 * What one braced item of a pattern matched.
 */
typedef struct
{
  SlClass           class_;
  const SlLexEntry *entry;
  SlNumber          number;
  guint             first;
  guint             count;
} SlPatternCapture;

#define SL_MATCH_MAX_CAPTURES 10
#define SL_MATCH_MAX_TOKENS 24

/**
 * SlMatch:
 * @join: whether it tells of several times, all of which mean @action
 * @first: first token
 * @end: one past the last token
 * @rank: the pattern's place in its file; earlier ones win among equally long
 *
 * Where a pattern matched.
 */
typedef struct
{
  SlAction  action;
  SlJoin    join;
  guint     first;
  guint     end;
  guint     rank;
  guint     n_captures;
  SlPatternCapture captures[SL_MATCH_MAX_CAPTURES];
} SlMatch;

/**
 * SlPatterns:
 *
 * All patterns of a language in one tree, so that common beginnings are matched once.
 * Patterns are sequences of items with alternatives and optional parts; see
 * data/languages/README.md for how they are written.
 */
typedef struct _SlPatterns SlPatterns;

SlPatterns *sl_patterns_new    (SlLexicon           *lexicon,
                                const SlNumberStyle *style);
void        sl_patterns_free   (SlPatterns          *self);
void        sl_patterns_define (SlPatterns          *self,
                                const char          *name,
                                const char          *pattern);
gboolean    sl_patterns_add    (SlPatterns          *self,
                                const char          *pattern,
                                const char          *action,
                                GError             **error);
void        sl_patterns_close  (SlPatterns          *self);
gboolean    sl_patterns_match  (const SlPatterns    *self,
                                const SlTokens      *tokens,
                                guint                i,
                                SlMatch             *match);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlPatterns, sl_patterns_free)

G_END_DECLS
