/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/sl-plain-text.h"

#include <string.h>

/* A headline of more characters than this is a paragraph. */
#define MAX_TITLE_CP 200

/* The text, its map, and how far they have come. */
typedef struct
{
  const SlDecoded *decoded;    /* (unowned) */
  GString         *text;       /* (owned) */
  GArray          *runs;       /* (owned) (element-type SlTextRun) */
  guint32          length_cp;
} Copy;

static gboolean
is_line_space (char c)
{
  return c == ' ' || c == '\t' || c == '\f' || c == '\v' || c == '\r';
}

/* Copies the characters from @at to @end as they are. */
static void
copy (Copy       *self,
      const char *at,
      const char *end)
{
  const char *start = self->decoded->text;

  while (at < end)
    {
      const char *next = g_utf8_next_char (at);
      guint32 first = sl_decoded_to_capture (self->decoded, (gsize) (at - start));
      guint32 last = sl_decoded_to_capture (self->decoded, (gsize) (next - start));
      SlTextRun run = { self->length_cp, 1, first, last - first };

      g_string_append_len (self->text, at, next - at);
      sl_text_run_append (self->runs, &run);
      self->length_cp++;
      at = next;
    }
}

static const char *
line_end (const char *line,
          const char *end)
{
  while (line < end && *line != '\n' && !(*line == '\r' && (line + 1 == end || line[1] != '\n')))
    line++;
  return line;
}

/* The line end as one LF that leads back to however many bytes it has. */
static void
put_line_end (Copy       *self,
              const char *at,
              const char *end)
{
  const char *start = self->decoded->text;
  guint32 first = sl_decoded_to_capture (self->decoded, (gsize) (at - start));
  guint32 last = sl_decoded_to_capture (self->decoded, (gsize) (end - start));
  SlTextRun run = { self->length_cp, 1, first, last - first };

  g_string_append_c (self->text, '\n');
  sl_text_run_append (self->runs, &run);
  self->length_cp++;
}

static void
copy_lines (Copy *self)
{
  const char *at = self->decoded->text;
  const char *end = at + self->decoded->length;
  gboolean blank = TRUE;

  while (at < end)
    {
      const char *stop = line_end (at, end);
      const char *next = stop < end ? stop + 1 : stop;
      const char *last = stop;
      gboolean was_blank = blank;

      while (last > at && is_line_space (last[-1]))
        last--;
      blank = last == at;
      copy (self, at, last);
      if (next > stop && !(blank && was_blank))
        put_line_end (self, last, next);
      at = next;
    }
}

/**
 * sl_plain_text_read:
 * @decoded: a text
 * @map: (out) (transfer full): the map from the result to the capture
 *
 * Tidies plain text: LF line ends, no spaces at the end of lines, at most one blank line in a row, none at
 * the beginning or the end. Lines stay lines, and nothing else is touched.
 *
 * Returns: (transfer full): the text, valid UTF-8
 */
char *
sl_plain_text_read (const SlDecoded  *decoded,
                    SlTextMap       **map)
{
  Copy self = { decoded, NULL, NULL, 0 };

  g_return_val_if_fail (decoded != NULL && map != NULL, NULL);

  self.text = g_string_sized_new (decoded->length + 1);
  self.runs = g_array_new (FALSE, FALSE, sizeof (SlTextRun));
  copy_lines (&self);
  while (self.text->len > 0 && self.text->str[self.text->len - 1] == '\n')
    {
      SlTextRun *last = &g_array_index (self.runs, SlTextRun, self.runs->len - 1);

      g_string_truncate (self.text, self.text->len - 1);
      last->byte_length -= last->byte_length / last->text_length;
      if (--last->text_length == 0)
        g_array_set_size (self.runs, self.runs->len - 1);
    }
  *map = sl_text_map_new ((const SlTextRun *) (const void *) self.runs->data, self.runs->len);
  g_array_unref (self.runs);
  return g_string_free_and_steal (self.text);
}

/**
 * sl_plain_text_dup_title:
 * @text: what sl_plain_text_read() gave
 *
 * Takes the first line for a headline when it stands apart: short, without a full stop, and followed by
 * a blank line.
 *
 * Returns: (transfer full) (nullable): the headline
 */
char *
sl_plain_text_dup_title (const char *text)
{
  const char *end = strchr (text, '\n');

  g_return_val_if_fail (text != NULL, NULL);

  if (end == NULL || end == text || end[1] != '\n' || g_utf8_strlen (text, end - text) > MAX_TITLE_CP)
    return NULL;
  if (strchr (".,;", end[-1]) != NULL)
    return NULL;
  return g_strstrip (g_strndup (text, (gsize) (end - text)));
}
