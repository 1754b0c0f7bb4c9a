/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  SL_SPEAKER_NAMED,      /* a person or body with a name */
  SL_SPEAKER_UNNAMED,    /* "sources", "a senior official" */
  SL_SPEAKER_OUTLET,     /* a medium or agency */
  SL_SPEAKER_DOCUMENT,   /* a plan, a report, a letter */
  SL_SPEAKER_AUTHOR,     /* the text's own voice */
} SlSpeakerKind;

/**
 * SlAttributionLink:
 * @speaker: (owned): who, in the words of the text or the outlet's name
 * @words: (owned): the words which establish the link, exactly as they stand; empty for the publisher itself
 * @start_cp: where @words stand in the document, code points; 0 with @end_cp 0 when @words are empty
 *
 * One node of the chain of who says so.
 *
 * A chain is a #GPtrArray of links from the origin (index 0) towards the reader
 * (last: the outlet that published the document):
 * unnamed sources ← The Example Times ← Relay.EX.
 */
typedef struct
{
  char *speaker;
  SlSpeakerKind kind;
  char *words;
  gsize start_cp;
  gsize end_cp;
} SlAttributionLink;

SlAttributionLink *sl_attribution_link_new (const char *speaker,
                                            SlSpeakerKind kind,
                                            const char *words,
                                            gsize start_cp,
                                            gsize end_cp);
SlAttributionLink *sl_attribution_link_copy (const SlAttributionLink *self);
void sl_attribution_link_free (SlAttributionLink *self);
const char *sl_speaker_kind_to_string (SlSpeakerKind kind);
gboolean sl_speaker_kind_parse (const char *string,
                                SlSpeakerKind *kind);

/* Chains: arrays of owned links, origin first. */
GPtrArray *sl_attribution_chain_new (void);
GPtrArray *sl_attribution_chain_copy (GPtrArray *chain);
char *sl_attribution_chain_format (GPtrArray *chain);
char *sl_attribution_chain_origin (GPtrArray *chain);
gboolean sl_attribution_same_speaker (const char *a,
                                      const char *b);
gboolean sl_attribution_chain_is_loop (GPtrArray  *chain,
                                       const char *publisher);
char *sl_attribution_chain_origin_key (GPtrArray *chain,
                                       const char *publisher);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlAttributionLink, sl_attribution_link_free)

G_END_DECLS
