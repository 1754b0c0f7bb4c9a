/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/sl-article-head.h"

#include "reader/sl-instant.h"
#include "reader/sl-paragraph.h"
#include "reader/sl-title.h"

#include <string.h>

/* A line longer than this is part of the story. */
#define MAX_LINE_BYTES 200u

/* The head is among so many paragraphs, and ends with the first that is longer than a lead. */
#define MAX_HEAD_LINES 8u
#define MAX_LEAD_BYTES 500u

/* So many short lines may stand above a headline. */
#define MAX_ABOVE 4u
#define MAX_ABOVE_BYTES 80u

/* Length of a day as sl_instant_find() gives it. */
#define DAY_BYTES 10

/* So many letters may stand beside a name in a byline. */
#define MAX_BESIDE_NAME 60u

/* A title that a line is part of says nothing when the line is a word or two. */
#define MIN_TITLE_BYTES 12u

static gboolean
repeats_title (const char *folded,
               const char *title)
{
  g_autofree char *other = title != NULL ? sl_title_fold (title) : NULL;

  return other != NULL && strlen (folded) >= MIN_TITLE_BYTES
         && (strstr (other, folded) != NULL || (g_str_has_prefix (folded, other) && strlen (folded) < strlen (other) + MIN_TITLE_BYTES)
             || (strlen (other) >= MIN_TITLE_BYTES && g_str_has_suffix (folded, other)));
}

static gboolean
names_author (const char        *folded,
              const char *const *authors)
{
  for (; *authors != NULL; authors++)
    {
      g_autofree char *author = sl_title_fold (*authors);

      if (*author != '\0' && strstr (folded, author) != NULL && strlen (folded) <= strlen (author) + MAX_BESIDE_NAME)
        return TRUE;
    }
  return FALSE;
}

/* "Published 23 November 2025, 10:00", but no sentence with a date in it. */
static gboolean
is_dateline (const char *line,
             const char *language)
{
  g_autofree char *date = NULL;

  if (strpbrk (line, ".!?,;") != NULL && g_utf8_strlen (line, -1) > 80)
    return FALSE;
  date = sl_instant_find (line, language);
  return date != NULL;
}

/* Whether @line is one of those that stand between a headline and its story. */
static gboolean
is_head_line (const SlReading *reading,
              const char      *line)
{
  g_autofree char *folded = strlen (line) <= MAX_LINE_BYTES ? sl_title_fold (line) : NULL;
  gboolean sentence = g_str_has_suffix (line, ".") || g_str_has_suffix (line, "”") || g_str_has_suffix (line, "\"");

  if (folded == NULL)
    return FALSE;
  if (*folded == '\0' || repeats_title (folded, reading->title))
    return TRUE;
  return !sentence
         && (names_author (folded, (const char *const *) reading->authors) || is_dateline (line, reading->language));
}

static gboolean
is_same_day (const char *a,
             const char *b)
{
  return a != NULL && b != NULL && strncmp (a, b, DAY_BYTES) == 0;
}

/* Whether @line, which comes after others that stay, still is one of the head's: dates there may be of the story. */
static gboolean
is_late_head_line (const SlReading *reading,
                   const char      *line)
{
  g_autofree char *date = strlen (line) <= MAX_LINE_BYTES ? sl_instant_find (line, reading->language) : NULL;

  return is_head_line (reading, line)
         && (date == NULL || is_same_day (date, reading->published) || is_same_day (date, reading->updated));
}

/* How many short lines stand above a repeated headline: the section, the words above the headline. */
static guint
count_above_title (const SlReading  *reading,
                   char            **lines)
{
  g_autofree char *title = reading->title != NULL ? sl_title_fold (reading->title) : NULL;

  for (guint i = 0; title != NULL && strlen (title) >= MIN_TITLE_BYTES && i < MAX_ABOVE && lines[i] != NULL; i++)
    {
      g_autofree char *folded = strlen (lines[i]) <= MAX_LINE_BYTES ? sl_title_fold (lines[i]) : NULL;

      if (folded == NULL)
        return 0;
      if (g_str_has_suffix (folded, title))
        return i;
      if (strlen (lines[i]) > MAX_ABOVE_BYTES || g_str_has_suffix (lines[i], "."))
        return 0;
    }
  return 0;
}

/* Marks the lines of the head; returns their number. The last paragraph of a text is left as it is. */
static guint
mark_head (const SlReading  *reading,
           char            **lines,
           gboolean         *dropped)
{
  guint above = count_above_title (reading, lines);
  guint n_dropped = 0;
  gboolean leading = TRUE;

  for (guint i = 0; i < MAX_HEAD_LINES && lines[i] != NULL && lines[i + 1] != NULL && strlen (lines[i]) <= MAX_LEAD_BYTES; i++)
    {
      dropped[i] = i < above || (leading ? is_head_line (reading, lines[i]) : is_late_head_line (reading, lines[i]));
      leading = leading && dropped[i];
      n_dropped += dropped[i];
    }
  return n_dropped;
}

/**
 * sl_article_head_cut:
 * @reading: an article with its title, authors, dates and language
 *
 * Takes the lines off the beginning of the text that only repeat the headline, the authors or the date, which
 * the reading holds apart, and short ones above the headline. A lead between them stays, as does the story
 * itself, one paragraph at least.
 */
void
sl_article_head_cut (SlReading *reading)
{
  g_auto (GStrv) lines = NULL;
  g_autofree gboolean *dropped = NULL;

  g_return_if_fail (reading != NULL);

  lines = g_strsplit (reading->text, "\n\n", 0);
  dropped = g_new0 (gboolean, g_strv_length (lines) + 1);
  if (mark_head (reading, lines, dropped) > 0)
    sl_paragraph_drop (&reading->text, &reading->map, dropped);
}
