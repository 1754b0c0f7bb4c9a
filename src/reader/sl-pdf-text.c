/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/sl-pdf-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <poppler.h>
#include <string.h>

#include "helper/sl-read-request.h"
#include "reader/sl-reader.h"

/* A report of a ministry, not a library. */
#define MAX_PAGES 2000
#define MAX_TEXT_CP (8 * 1024 * 1024)
#define MAX_SECONDS 10

/* A gap of this part of a line's height parts paragraphs; lines whose heights differ so much do not go on. */
#define PARAGRAPH_GAP 0.6
#define OTHER_HEIGHT 1.25

#define MAX_TITLE_CP 300

/* A line on a page: its text and the box around it. */
typedef struct
{
  const char *start;  /* (unowned) */
  const char *end;
  double x1, y1, x2, y2;
} Line;

typedef struct
{
  SlReading *reading;    /* (unowned) */
  GString   *text;       /* (owned) */
  gsize      length_cp;
  gint64     deadline;
  guint      page;
  Line       before;     /* the line before, with a height of 0 at first */
  double     largest;    /* height of the largest line on the first page */
  gsize title_start, title_end; /* bytes of it in @text */
} Walk;

static void
add_character (Line                   *line,
               const PopplerRectangle *box)
{
  line->x1 = MIN (line->x1, box->x1);
  line->x2 = MAX (line->x2, box->x2);
  line->y1 = MIN (line->y1, box->y1);
  line->y2 = MAX (line->y2, box->y2);
}

static double
height_of (const Line *line)
{
  return line->y2 - line->y1;
}

static gboolean
is_page_number (const Line *line)
{
  gsize length = (gsize) (line->end - line->start);

  return length > 0 && length <= 4 && strspn (line->start, "0123456789") >= length;
}

static gboolean
ends_sentence (const GString *text)
{
  return text->len > 0 && strchr (".!?:\"", text->str[text->len - 1]) != NULL;
}

/* On the same page the gap and the size of the letters tell; over the end of a page or a column, whether a sentence goes on. */
static gboolean
begins_paragraph (const Walk *walk,
                  const Line *line)
{
  double height = height_of (&walk->before);
  double own = height_of (line);

  if (height <= 0 || own > height * OTHER_HEIGHT || height > own * OTHER_HEIGHT)
    return TRUE;
  if (line->y1 < walk->before.y1)
    return ends_sentence (walk->text);
  return line->y1 - walk->before.y2 > height * PARAGRAPH_GAP;
}

/* A word that a line's end parts is one word again; a hyphen that might belong to it stays. */
static gboolean
joins_word (Walk       *walk,
            const Line *line)
{
  gsize length = walk->text->len;
  const char *text = walk->text->str;

  if (length >= 2 && memcmp (text + length - 2, "\xc2\xad", 2) == 0)
    {
      g_string_truncate (walk->text, length - 2);
      walk->length_cp--;
      return TRUE;
    }
  if (length < 2 || text[length - 1] != '-' || text[length - 2] == ' ' || !g_unichar_islower (g_utf8_get_char (line->start)))
    return FALSE;
  if (!g_unichar_islower (g_utf8_get_char (g_utf8_prev_char (text + length - 1))))
    return TRUE;

  g_string_truncate (walk->text, length - 1);
  walk->length_cp--;
  return TRUE;
}

static void
put_break (Walk       *walk,
           const Line *line)
{
  const char *separator = begins_paragraph (walk, line) ? "\n\n" : " ";

  if (walk->text->len == 0 || (*separator == ' ' && joins_word (walk, line)))
    return;
  g_string_append (walk->text, separator);
  walk->length_cp += strlen (separator);
}

/* The last place shrinks with a hyphen that was taken off its line. */
static void
fit_last_place (Walk *walk)
{
  GArray *places = walk->reading->places;
  SlReadingPlace *last = places->len > 0 ? &g_array_index (places, SlReadingPlace, places->len - 1) : NULL;

  if (last != NULL && last->text_start + last->text_length > walk->length_cp)
    last->text_length = (guint32) walk->length_cp - last->text_start;
}

static void
note_title (Walk   *walk,
            gsize   from,
            double  height)
{
  if (walk->page > 1 || height < walk->largest * 0.98)
    return;
  if (height > walk->largest * 1.02 || from > walk->title_end + 2)
    walk->title_start = from;
  walk->largest = MAX (walk->largest, height);
  walk->title_end = walk->text->len;
}

static void
put_line (Walk       *walk,
          const Line *line)
{
  SlReadingPlace place = { 0 };
  gsize from;

  put_break (walk, line);
  fit_last_place (walk);
  from = walk->text->len;
  place.text_start = (guint32) walk->length_cp;
  place.text_length = (guint32) g_utf8_strlen (line->start, line->end - line->start);
  place.page = walk->page;
  place.x = (gint32) lround (CLAMP (line->x1, -20000, 20000) * 100);
  place.y = (gint32) lround (CLAMP (line->y1, -20000, 20000) * 100);
  place.width = (gint32) lround (CLAMP (line->x2 - line->x1, 0, 20000) * 100);
  place.height = (gint32) lround (CLAMP (height_of (line), 0, 20000) * 100);
  g_string_append_len (walk->text, line->start, line->end - line->start);
  walk->length_cp += place.text_length;
  if (walk->reading->places->len < SL_READING_MAX_PLACES)
    g_array_append_val (walk->reading->places, place);
  note_title (walk, from, height_of (line));
  walk->before = *line;
}

static const Line no_line = { NULL, NULL, G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };

/* Blanks at both ends are none of the line's. */
static void
finish_line (GArray     *lines,
             Line        line,
             const char *end)
{
  line.end = end;
  while (line.end > line.start && (line.end[-1] == ' ' || line.end[-1] == '\t' || line.end[-1] == '\r'))
    line.end--;
  while (line.start < line.end && (*line.start == ' ' || *line.start == '\t'))
    line.start++;
  if (line.end > line.start)
    g_array_append_val (lines, line);
}

static GArray *
split_lines (const char             *text,
             const PopplerRectangle *boxes,
             guint                   n_boxes)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));
  Line line = no_line;
  guint i = 0;

  line.start = text;
  for (; *text != '\0'; text = g_utf8_next_char (text), i++)
    {
      if (*text == '\n' || *text == '\f')
        {
          finish_line (lines, line, text);
          line = no_line;
          line.start = text + 1;
        }
      else if (i < n_boxes && *text != ' ')
        add_character (&line, &boxes[i]);
    }
  finish_line (lines, line, text);
  return lines;
}

static void
put_page (Walk        *walk,
          PopplerPage *page)
{
  g_autofree char *raw = poppler_page_get_text (page);
  g_autofree char *text = g_utf8_make_valid (raw != NULL ? raw : "", -1);
  g_autofree PopplerRectangle *boxes = NULL;
  g_autoptr (GArray) lines = NULL;
  guint n_boxes = 0;

  if (!poppler_page_get_text_layout (page, &boxes, &n_boxes))
    n_boxes = 0;
  lines = split_lines (text, boxes, n_boxes);
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      if ((i > 0 && i + 1 < lines->len) || !is_page_number (line))
        put_line (walk, line);
    }
}

static gboolean
put_pages (Walk             *walk,
           PopplerDocument  *document,
           GError          **error)
{
  int n_pages = poppler_document_get_n_pages (document);

  for (int i = 0; i < MIN (n_pages, MAX_PAGES); i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);
      g_autoptr (GObject) owner = page != NULL ? G_OBJECT (page) : NULL;

      walk->page = (guint) i + 1;
      if (page != NULL)
        put_page (walk, page);
      if (g_get_monotonic_time () < walk->deadline && walk->length_cp <= MAX_TEXT_CP)
        continue;
      g_set_error (error, SL_READ_ERROR, SL_READ_ERROR_LIMIT,
                   _ ("The PDF takes too long to read: page %d of %d was reached. Split it, and add the part that you need."), i + 1, n_pages);
      return FALSE;
    }
  if (walk->length_cp > 0)
    return TRUE;
  g_set_error (error, SL_READ_ERROR, SL_READ_ERROR_NO_ARTICLE,
               ngettext ("There is no text in the PDF, only pictures or nothing (%d page). Recognise its text with another program, and add that.",
                         "There is no text in the PDF, only pictures or nothing (%d pages). Recognise its text with another program, and add that.", n_pages),
               n_pages);
  return FALSE;
}

static char *
dup_stated (char *value)
{
  g_autofree char *stated = value;
  g_autofree char *valid = stated != NULL ? g_strstrip (g_utf8_make_valid (stated, -1)) : NULL;

  return valid != NULL && *valid != '\0' ? g_steal_pointer (&valid) : NULL;
}

/* What programs put there by themselves is no title: the name of a file, or that there is none. */
static gboolean
is_title (const char *title)
{
  static const char *const endings[] = { ".doc", ".docx", ".odt", ".pdf", ".indd", ".qxd", ".tex", ".dvi", NULL };
  g_autofree char *lower = title != NULL ? g_utf8_strdown (title, -1) : NULL;

  if (lower == NULL || g_str_has_prefix (lower, "untitled") || g_str_has_prefix (lower, "microsoft word"))
    return FALSE;
  for (gsize i = 0; endings[i] != NULL; i++)
    if (g_str_has_suffix (lower, endings[i]))
      return FALSE;
  return TRUE;
}

/* The largest lines of the first page, when they are as short as a headline. */
static char *
dup_heading (const Walk *walk)
{
  g_autofree char *heading = g_strndup (walk->text->str + walk->title_start, walk->title_end - walk->title_start);

  g_strdelimit (heading, "\n", ' ');
  return *heading != '\0' && g_utf8_strlen (heading, -1) <= MAX_TITLE_CP ? g_steal_pointer (&heading) : NULL;
}

static char *
format_moment (GDateTime *moment)
{
  g_autoptr (GDateTime) owned = moment;

  return owned != NULL ? g_date_time_format (owned, "%Y-%m-%dT%H:%M:%S%:z") : NULL;
}

static void
take_facts (SlReading       *reading,
            PopplerDocument *document,
            const Walk      *walk)
{
  g_autofree char *title = dup_stated (poppler_document_get_title (document));
  g_autofree char *author = dup_stated (poppler_document_get_author (document));

  reading->title = is_title (title) ? g_steal_pointer (&title) : dup_heading (walk);
  reading->published = format_moment (poppler_document_get_creation_date_time (document));
  reading->updated = format_moment (poppler_document_get_modification_date_time (document));
  if (author == NULL)
    return;
  g_strfreev (reading->authors);
  reading->authors = g_strsplit (author, ";", 16);
  for (gsize i = 0; reading->authors[i] != NULL; i++)
    g_strstrip (reading->authors[i]);
  reading->byline = g_steal_pointer (&author);
}

static PopplerDocument *
open_document (GBytes  *bytes,
               GError **error)
{
  g_autoptr (GError) problem = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, &problem);

  if (document != NULL)
    return document;
  if (g_error_matches (problem, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    g_set_error_literal (error, SL_READ_ERROR, SL_READ_ERROR_UNSUPPORTED,
                         _ ("The PDF is locked with a password. Save it without one, and add that."));
  else
    g_set_error (error, SL_READ_ERROR, SL_READ_ERROR_UNSUPPORTED,
                 _ ("The PDF is damaged: %s. Get the file again."), problem != NULL ? problem->message : "?");
  return NULL;
}

/**
 * sl_pdf_text_read:
 * @reading: (inout): where text, places and facts go
 * @bytes: a PDF file
 *
 * Reads the text of a PDF file with Poppler, in the order of its pages, lines joined into paragraphs. Each line has its
 * place: page and box. The dates are those of the file, which programs write, not those of a publication that
 * somebody states.
 *
 * Fails with %SL_READ_ERROR_UNSUPPORTED for a locked or damaged file, %SL_READ_ERROR_NO_ARTICLE for one without text and
 * %SL_READ_ERROR_LIMIT when it takes too long.
 */
gboolean
sl_pdf_text_read (SlReading  *reading,
                  GBytes     *bytes,
                  GError    **error)
{
  PopplerDocument *document = open_document (bytes, error);
  g_autoptr (GObject) owner = document != NULL ? G_OBJECT (document) : NULL;
  Walk walk = { .reading = reading, .deadline = g_get_monotonic_time () + MAX_SECONDS * G_USEC_PER_SEC };
  gboolean done;

  if (document == NULL)
    return FALSE;

  walk.text = g_string_new (NULL);
  done = put_pages (&walk, document, error);
  if (done)
    {
      take_facts (reading, document, &walk);
      g_set_str (&reading->text, walk.text->str);
      reading->method = g_strdup ("pdf");
    }
  g_string_free (walk.text, TRUE);
  return done;
}
