/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Reliability of a source, NATO Admiralty scale. F means unknown, not worst. 0 is "not judged". */
typedef enum
{
  SL_RELIABILITY_NONE,
  SL_RELIABILITY_A,
  SL_RELIABILITY_B,
  SL_RELIABILITY_C,
  SL_RELIABILITY_D,
  SL_RELIABILITY_E,
  SL_RELIABILITY_F,
} SlReliability;

/* Credibility of an information, NATO Admiralty scale. 6 means unknown, not worst. 0 is "not judged". */
typedef enum
{
  SL_CREDIBILITY_NONE,
  SL_CREDIBILITY_CONFIRMED,
  SL_CREDIBILITY_PROBABLE,
  SL_CREDIBILITY_POSSIBLE,
  SL_CREDIBILITY_DOUBTFUL,
  SL_CREDIBILITY_IMPROBABLE,
  SL_CREDIBILITY_UNKNOWN,
} SlCredibility;

/* What the timeline and the report show for a claim or an event; "contested" stands beside it. */
typedef enum
{
  SL_CONFIDENCE_NOT_JUDGED,
  SL_CONFIDENCE_CONFIRMED,
  SL_CONFIDENCE_PROBABLE,
  SL_CONFIDENCE_POSSIBLE,
  SL_CONFIDENCE_DOUBTFUL,
  SL_CONFIDENCE_IMPROBABLE,
} SlConfidence;

/**
 * SlGrade:
 *
 * The two axes of the Admiralty scale, judged apart and never averaged; each may be absent.
 */
typedef struct
{
  SlReliability reliability;
  SlCredibility credibility;
} SlGrade;

/* "B2", "B", "2", "F6"; anything else fails. Lower case is accepted. */
gboolean sl_grade_parse (const char *string,
                         SlGrade *grade);
char *sl_grade_format (SlGrade grade);
const char *sl_reliability_describe (SlReliability reliability);
const char *sl_credibility_describe (SlCredibility credibility);
SlConfidence sl_credibility_to_confidence (SlCredibility credibility);
const char *sl_confidence_describe (SlConfidence confidence);
const char *sl_confidence_to_string (SlConfidence confidence);

G_END_DECLS
