/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "extract/sl-attributor.h"

G_BEGIN_DECLS

typedef struct
{
  SlClauses         clauses;
  const SlTokens   *tokens;
  const GArray     *sentences; /* (unowned) (element-type SlSentence) */
  const GArray     *quotes;    /* (unowned) (element-type SlQuote) */
  GArray           *relays;    /* (unowned) (element-type SlRange): phrases like "citing X" in the current sentence */
  GPtrArray        *found;     /* (unowned) (element-type SlAttribution) */
  gboolean          comma_clauses; /* what is said follows after a comma */
  guint             dateline;    /* token behind the dateline found last, which may reach over several sentences */
  gboolean          verb_second; /* the finite verb is second in main clauses */
  guint             last_spoken; /* line of the sentence in which somebody spoke last */
  gboolean          nested;      /* looking inside a quotation */
  guint             in_sentence; /* index in @found of the first of the current sentence */
} SlFinder;

/* A verb or phrase that says that something is said, with what stands around it. */
typedef struct
{
  const SlSentence *sentence;
  guint             index;   /* of the sentence */
  guint             limit;   /* first token of the part looked at */
  guint             stop;    /* one past its last token */
  SlRange           cue;
  SlRange           source;
  const char       *meaning;
  guint             next;    /* token behind the cue, and the object if there is one */
  gboolean          inverted;
  gboolean          taken_over; /* the subject is that of the clause before */
  gboolean          relayed;   /* "citing X" stands between the verb and what is said */
  gboolean          topic;     /* what stands before the verb is what is spoken about */
  SlRange           hearer;    /* the outlet that was told it, taken out of @source; empty when there is none */
  guint             verb_end;  /* token behind the verb */
  gboolean          anaphoric; /* what stands before the verb is what was said before */
} SlCueCase;

void           sl_finder_add_range              (const SlFinder  *finder,
                                                 GArray          *spans,
                                                 SlRange          range);
SlAttribution *sl_finder_add_attribution        (SlFinder        *finder,
                                                 SlRange          source,
                                                 SlRange          cue);
gboolean       sl_finder_is                     (const SlFinder  *finder,
                                                 guint            i,
                                                 SlClass          class_);
gboolean       sl_finder_is_text                (const SlFinder  *finder,
                                                 guint            i,
                                                 const char      *text);
gboolean       sl_finder_in_quote               (const SlFinder  *finder,
                                                 guint            i);
gboolean       sl_finder_is_comma               (const SlFinder  *finder,
                                                 guint            i);
const SlQuote *sl_finder_quote_after            (const SlFinder  *finder,
                                                 guint            i);
const SlQuote *sl_finder_quote_ending_at        (const SlFinder  *finder,
                                                 guint            i);
const SlQuote *sl_finder_quote_starting_at      (const SlFinder  *finder,
                                                 guint            i);
guint          sl_finder_trim_end               (const SlFinder  *finder,
                                                 guint            first,
                                                 guint            end);
guint          sl_finder_add_following_quotes   (const SlFinder  *finder,
                                                 guint            index,
                                                 guint            from,
                                                 SlAttribution   *attribution);
guint          sl_finder_strip_start            (const SlFinder  *finder,
                                                 guint            first,
                                                 guint            end);
gboolean       sl_finder_add_content_before     (const SlFinder  *finder,
                                                 const SlCueCase *work,
                                                 guint            border,
                                                 SlAttribution   *attribution);
gboolean       sl_finder_add_content_after      (const SlFinder  *finder,
                                                 const SlCueCase *work,
                                                 SlAttribution   *attribution);
gboolean       sl_finder_add_content_of_anaphor (const SlFinder  *finder,
                                                 const SlCueCase *work,
                                                 SlAttribution   *attribution);
gboolean       sl_finder_is_anaphor             (const SlFinder  *finder,
                                                 guint            first,
                                                 guint            end);

G_END_DECLS
