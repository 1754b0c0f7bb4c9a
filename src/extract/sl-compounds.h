/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "extract/sl-lexicon.h"

G_BEGIN_DECLS

/* No longer compound is taken apart: a number such as "neunhundertneunundneunzig" has five words. */
#define SL_COMPOUND_MAX_PARTS 6

/**
 * SlCompoundPart:
 * @word: id in the lexicon
 * @end: one past its last byte in the compound
 *
 * One word of a compound.
 */
typedef struct
{
  guint32 word;
  guint32 end;
} SlCompoundPart;

SlCompounds *sl_compounds_new   (SlLexicon          *lexicon);
void         sl_compounds_free  (SlCompounds        *self);
gboolean     sl_compounds_add   (SlCompounds        *self,
                                 const char         *left,
                                 const char         *right,
                                 GError            **error);
gboolean     sl_compounds_set_head (SlCompounds     *self,
                                 const char         *name,
                                 GError            **error);
void         sl_compounds_close (SlCompounds        *self);
guint        sl_compounds_split (const SlCompounds  *self,
                                 const char         *word,
                                 gsize               length,
                                 SlCompoundPart     *parts);
guint32      sl_compounds_find_head (const SlCompounds *self,
                                 const char         *word,
                                 gsize               length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlCompounds, sl_compounds_free)

G_END_DECLS
