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

/* How words in and beside a match are written. */
typedef enum
{
  SL_PATTERN_SMALL = 1 << 0,      /* the match begins with a small letter */
  SL_PATTERN_CAPITAL = 1 << 1,    /* … with a capital */
  SL_PATTERN_NEXT_SMALL = 1 << 2, /* no capital begins what follows */
  SL_PATTERN_FULL = 1 << 3,       /* no short name stands in the match without its full stop */
  SL_PATTERN_LINE = 1 << 4,       /* the match is all that its line has, but for marks */
} SlPatternLetters;

/* What stands around a match. */
typedef struct
{
  SlAction  action;
  guint     letters;    /* SlPatternLetters */
  SlJoin    join;
  guint     rank;
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
  guint64    next_classes; /* of the words that can come next */
  guint64    next_words;   /* a bit for each 64th word that can come next by itself */
  gboolean   next_numbers; /* a number can come next */
} SlPatternNode;

/* Where matches that begin with one word go on: most words that could begin one are not followed by any of this. */
typedef struct
{
  GPtrArray *nodes;         /* (owned) (element-type unowned Node): children of the root that can begin with the word */
  gboolean   any;           /* whatever follows */
  gboolean   next_numbers;  /* a number can follow */
  guint64    next_classes;  /* words of these classes */
  guint64    next_words[4]; /* a bit for each 256th word that can follow by itself */
} SlPatternStart;

struct _SlPatterns
{
  SlLexicon     *lexicon; /* (unowned): lives as long */
  SlNumberStyle  style;
  GHashTable    *macros;  /* (owned) (element-type utf8 utf8) */
  GPtrArray     *rules;   /* (owned) (element-type Rule) */
  SlPatternNode *root;    /* (owned) */
  SlPatternStart **by_word; /* (owned) (array length=size) (element-type nullable) */
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
