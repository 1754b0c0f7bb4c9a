/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/sl-article-head.h"

#include "reader/sl-instant.h"
#include "reader/sl-title.h"

#include <string.h>

/* A line longer than this is part of the story. */
#define MAX_LINE_BYTES 200u

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
         && (strstr (other, folded) != NULL || (g_str_has_prefix (folded, other) && strlen (folded) < strlen (other) + MIN_TITLE_BYTES));
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

/* Length in bytes of the leading paragraphs that are head lines. */
static gsize
measure_head (const SlReading *reading)
{
  const char *at = reading->text;

  for (;;)
    {
      const char *end = strstr (at, "\n\n");
      g_autofree char *line = end != NULL ? g_strndup (at, (gsize) (end - at)) : NULL;

      if (line == NULL || !is_head_line (reading, line))
        return (gsize) (at - reading->text);
      at = end + 2;
    }
}

/* The part of a map from a text position on, which becomes the new beginning. */
static SlTextMap *
cut_map (const SlTextMap *map,
         guint32          from)
{
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (SlTextRun));
  gsize n_runs;
  const SlTextRun *runs = sl_text_map_get_runs (map, &n_runs);

  for (gsize i = 0; i < n_runs; i++)
    {
      SlTextRun run = runs[i];
      guint32 width = run.byte_length / run.text_length;
      guint32 lost = CLAMP (from, run.text_start, run.text_start + run.text_length) - run.text_start;

      run.text_start = run.text_start + lost - from;
      run.text_length -= lost;
      run.byte_start += lost * width;
      run.byte_length -= lost * width;
      sl_text_run_append (kept, &run);
    }
  return sl_text_map_new ((const SlTextRun *) (const void *) kept->data, kept->len);
}

/**
 * sl_article_head_cut:
 * @reading: an article with its title, authors and language
 *
 * Takes the lines off the beginning of the text that only repeat the headline, the authors or the date, which
 * the reading holds apart. The story itself, one paragraph at least, is left as it is.
 */
void
sl_article_head_cut (SlReading *reading)
{
  gsize head;
  SlTextMap *map;
  char *text;

  g_return_if_fail (reading != NULL);

  head = measure_head (reading);
  if (head == 0)
    return;
  map = cut_map (reading->map, (guint32) g_utf8_strlen (reading->text, (gssize) head));
  sl_text_map_unref (reading->map);
  reading->map = map;
  text = g_strdup (reading->text + head);
  g_free (reading->text);
  reading->text = text;
}
