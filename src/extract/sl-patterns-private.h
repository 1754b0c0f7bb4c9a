/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "extract/sl-patterns.h"

G_BEGIN_DECLS

/* One step of a pattern: a word, or a class of words or numbers. */
typedef struct
{
  guint32  word;   /* of a literal */
  SlClass  class_; /* SL_CLASS_NONE: literal */
  guint32  only;   /* quark of the meaning the class must have, 0 for any */
  gboolean glued;  /* nothing stands before it */
} SlPatternItem;

typedef enum
{
  SL_PATTERN_LETTER_ANY,
  SL_PATTERN_LETTER_SMALL,
  SL_PATTERN_LETTER_CAPITAL,
} SlPatternLetter;

/* What stands around a match. */
typedef struct
{
  SlAction  action;
  SlPatternLetter letter; /* how the match begins */
  SlJoin    join;
  guint     rank;
  gboolean  full;       /* no short name stands in the match without its full stop */
  GArray   *with;       /* (owned) (nullable) (element-type SlPatternCapture): what the match says without a word for it; entries owned */
  GArray   *after;      /* (owned) (nullable) (element-type guint32): one of these words stands before */
  GArray   *not_after;  /* (owned) (nullable) */
  GArray   *before;     /* (owned) (nullable) */
  GArray   *not_before; /* (owned) (nullable) */
} SlPatternRule;

typedef struct
{
  SlPatternItem item;
  GPtrArray *children; /* (owned) (nullable) (element-type Node) */
  GPtrArray *rules;    /* (owned) (nullable) (element-type unowned Rule): those that end here */
} SlPatternNode;

struct _SlPatterns
{
  SlLexicon     *lexicon; /* (unowned): lives as long */
  SlNumberStyle  style;
  GHashTable    *macros;  /* (owned) (element-type utf8 utf8) */
  GPtrArray     *rules;   /* (owned) (element-type Rule) */
  SlPatternNode *root;    /* (owned) */
  GPtrArray    **by_word; /* (owned) (array length=size): children of the root that can begin with a word; NULL for none */
  GPtrArray     *by_number; /* (owned): those that can begin with a number */
  guint64       *classes; /* (owned) (array length=size): of the words, as bits */
  guint32        size;
  guint32        full_stop; /* its word */
};

typedef GPtrArray SlPatternVariants; /* (element-type GArray of SlPatternItem) */

SlPatternVariants *sl_patterns_read_variants (SlPatterns  *self,
                                              const char  *pattern,
                                              GError     **error);
SlPatternRule     *sl_patterns_read_rule     (SlPatterns  *self,
                                              const char  *text,
                                              GError     **error);

G_END_DECLS
