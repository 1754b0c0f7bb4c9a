/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/sl-grade.h"

#include <glib/gi18n-lib.h>

#include "core/sl-word.h"

/**
 * sl_grade_parse:
 * @string: (nullable): "B2", "B", "2" or "F6", upper or lower case
 * @grade: (out): the grade; untouched on failure
 *
 * Returns: whether @string is a grade on at least one axis
 */
gboolean
sl_grade_parse (const char *string,
                SlGrade    *grade)
{
  SlGrade parsed = { SL_RELIABILITY_NONE, SL_CREDIBILITY_NONE };
  char letter;

  if (string == NULL || *string == '\0')
    return FALSE;

  letter = g_ascii_toupper (*string);
  if (letter >= 'A' && letter <= 'F')
    {
      parsed.reliability = (SlReliability) (SL_RELIABILITY_A + (letter - 'A'));
      string++;
    }

  if (*string >= '1' && *string <= '6')
    {
      parsed.credibility = (SlCredibility) (SL_CREDIBILITY_CONFIRMED + (*string - '1'));
      string++;
    }

  if (*string != '\0')
    return FALSE;

  *grade = parsed;
  return TRUE;
}

/**
 * sl_grade_format:
 *
 * Returns: (transfer full): "B2", "B", "2", or "" when neither axis is judged
 */
char *
sl_grade_format (SlGrade grade)
{
  char text[3];
  int length = 0;

  if (grade.reliability >= SL_RELIABILITY_A && grade.reliability <= SL_RELIABILITY_F)
    text[length++] = (char) ('A' + (grade.reliability - SL_RELIABILITY_A));
  if (grade.credibility >= SL_CREDIBILITY_CONFIRMED && grade.credibility <= SL_CREDIBILITY_UNKNOWN)
    text[length++] = (char) ('1' + (grade.credibility - SL_CREDIBILITY_CONFIRMED));

  return g_strndup (text, (gsize) length);
}

/**
 * sl_reliability_describe:
 *
 * Returns: (transfer none): what the letter means, translated
 */
const char *
sl_reliability_describe (SlReliability reliability)
{
  static const char *const words[] = {
    N_ ("Not judged"),
    N_ ("Completely reliable"),
    N_ ("Usually reliable"),
    N_ ("Fairly reliable"),
    N_ ("Not usually reliable"),
    N_ ("Unreliable"),
    N_ ("Reliability cannot be judged"),
  };

  return _ (sl_word_get (words, G_N_ELEMENTS (words), (int) reliability));
}

/**
 * sl_credibility_describe:
 *
 * Returns: (transfer none): what the digit means, translated
 */
const char *
sl_credibility_describe (SlCredibility credibility)
{
  static const char *const words[] = {
    N_ ("Not judged"),
    N_ ("Confirmed by other sources"),
    N_ ("Probably true"),
    N_ ("Possibly true"),
    N_ ("Doubtful"),
    N_ ("Improbable"),
    N_ ("Truth cannot be judged"),
  };

  return _ (sl_word_get (words, G_N_ELEMENTS (words), (int) credibility));
}

/**
 * sl_credibility_to_confidence:
 *
 * Returns: the tag that stands for a credibility. 6 says that the truth cannot be judged,
 *   so its tag is the same as that of no grade at all
 */
SlConfidence
sl_credibility_to_confidence (SlCredibility credibility)
{
  switch (credibility)
    {
    case SL_CREDIBILITY_CONFIRMED:
      return SL_CONFIDENCE_CONFIRMED;
    case SL_CREDIBILITY_PROBABLE:
      return SL_CONFIDENCE_PROBABLE;
    case SL_CREDIBILITY_POSSIBLE:
      return SL_CONFIDENCE_POSSIBLE;
    case SL_CREDIBILITY_DOUBTFUL:
      return SL_CONFIDENCE_DOUBTFUL;
    case SL_CREDIBILITY_IMPROBABLE:
      return SL_CONFIDENCE_IMPROBABLE;
    case SL_CREDIBILITY_NONE:
    case SL_CREDIBILITY_UNKNOWN:
    default:
      return SL_CONFIDENCE_NOT_JUDGED;
    }
}

/**
 * sl_confidence_describe:
 *
 * Returns: (transfer none): the tag as the person sees it, translated
 */
const char *
sl_confidence_describe (SlConfidence confidence)
{
  static const char *const words[] = {
    N_ ("Not judged"),
    N_ ("Confirmed"),
    N_ ("Probable"),
    N_ ("Possible"),
    N_ ("Doubtful"),
    N_ ("Improbable"),
  };

  return _ (sl_word_get (words, G_N_ELEMENTS (words), (int) confidence));
}

/**
 * sl_confidence_to_string:
 *
 * Returns: (transfer none): the tag as machines read it, e.g. "not-judged"
 */
const char *
sl_confidence_to_string (SlConfidence confidence)
{
  static const char *const words[] = {
    "not-judged",
    "confirmed",
    "probable",
    "possible",
    "doubtful",
    "improbable",
  };

  return sl_word_get (words, G_N_ELEMENTS (words), (int) confidence);
}
