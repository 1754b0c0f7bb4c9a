/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "extract/sl-clause.h"

G_BEGIN_DECLS

typedef enum
{
  SL_VERB_ANY,    /* the language file does not tell */
  SL_VERB_BASE,   /* "claim" */
  SL_VERB_THIRD,  /* "claims" */
  SL_VERB_PAST,   /* "claimed": past and participle */
  SL_VERB_GERUND, /* "claiming" */
  SL_VERB_MIND,   /* no verb but with an auxiliary: "confident" */
} SlVerbForm;

SlVerbForm sl_verb_use_get_form  (const char      *meaning);
gboolean sl_verb_use_is_statement (const char *meaning);
gboolean   sl_verb_use_is_verb   (const SlClauses *clauses,
                                  guint            i,
                                  guint            end,
                                  SlVerbForm       form);
gboolean   sl_verb_use_is_plural (const SlClauses *clauses,
                                  guint            i);
gboolean   sl_verb_use_is_phrase (const SlClauses *clauses,
                                  guint            i);
guint      sl_verb_use_skip_back (const SlClauses *clauses,
                                  guint            end,
                                  guint            limit);

G_END_DECLS
