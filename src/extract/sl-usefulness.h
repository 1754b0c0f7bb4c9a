/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "extract/sl-clause.h"
#include "extract/sl-timex.h"

G_BEGIN_DECLS

/**
 * SlUsefulnessFacts:
 * @timex: (nullable): what dates it
 * @speakers: how many speakers it has
 * @anonymous: nobody among them has a name
 * @in_title: how many words it has in common with the article's title
 * @leads: it is among the first that the article says
 *
 * What is known of an assertion beside its words.
 */
typedef struct
{
  const SlTimex *timex;
  guint          speakers;
  gboolean       anonymous;
  guint          in_title;
  gboolean       leads;
} SlUsefulnessFacts;

int sl_usefulness_rate (const SlClauses         *clauses,
                        SlRange                  words,
                        const SlUsefulnessFacts *facts);

G_END_DECLS
