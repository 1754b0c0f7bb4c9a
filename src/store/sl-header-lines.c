/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/sl-header-lines-private.h"

#include <string.h>

/* What libsoup accepts, and the number of lines that no honest server reaches. */
#define MAX_BYTES (128 * 1024)
#define MAX_LINES 1000

static void
free_header (gpointer data)
{
  SlWarcHeader *header = data;

  g_free (header->name);
  g_free (header->value);
  g_free (header);
}

static void
take (GPtrArray *headers,
      char      *name,
      char      *value)
{
  SlWarcHeader *header = g_new (SlWarcHeader, 1);

  header->name = name;
  header->value = value;
  g_ptr_array_add (headers, header);
}

/**
 * sl_header_lines_new:
 *
 * Returns: (transfer full) (element-type SlWarcHeader): an empty list that owns its headers
 */
GPtrArray *
sl_header_lines_new (void)
{
  return g_ptr_array_new_with_free_func (free_header);
}

/**
 * sl_header_lines_add:
 *
 * Appends a header; the strings are copied.
 */
void
sl_header_lines_add (GPtrArray  *headers,
                     const char *name,
                     const char *value)
{
  take (headers, g_strdup (name), g_strdup (value));
}

/**
 * sl_header_lines_find:
 *
 * Returns: (transfer none) (nullable): value of the first header of that name, in whatever case
 */
const char *
sl_header_lines_find (GPtrArray  *headers,
                      const char *name)
{
  for (guint i = 0; i < headers->len; i++)
    {
      const SlWarcHeader *header = g_ptr_array_index (headers, i);

      if (g_ascii_strcasecmp (header->name, name) == 0)
        return header->value;
    }

  return NULL;
}

static char *
dup_trimmed (const char *from,
             const char *to)
{
  g_autofree char *text = g_utf8_make_valid (from, to - from);

  return g_strdup (g_strstrip (text));
}

/* A line that begins with a blank goes on with the value before it. */
static gboolean
read_continuation (GPtrArray  *headers,
                   const char *from,
                   const char *to)
{
  g_autofree char *more = dup_trimmed (from, to);
  SlWarcHeader *last;
  char *joined;

  if (headers->len == 0)
    return FALSE;

  last = g_ptr_array_index (headers, headers->len - 1);
  joined = g_strconcat (last->value, " ", more, NULL);
  g_free (last->value);
  last->value = joined;
  return TRUE;
}

static gboolean
read_line (GPtrArray  *headers,
           const char *from,
           const char *to)
{
  const char *colon;

  if (*from == ' ' || *from == '\t')
    return read_continuation (headers, from, to);

  colon = memchr (from, ':', (gsize) (to - from));
  if (colon == NULL || colon == from || headers->len >= MAX_LINES)
    return FALSE;

  take (headers, dup_trimmed (from, colon), dup_trimmed (colon + 1, to));
  return TRUE;
}

/**
 * sl_header_lines_read:
 * @headers: (element-type SlWarcHeader): where the headers are appended
 * @used_bytes: (out): how much of @data they take, with the blank line after them
 *
 * Reads header lines up to a blank line. Lines may end in CR LF or LF; values that are not UTF-8 are
 * mended.
 *
 * Returns: whether they were read
 */
SlHeaderLines
sl_header_lines_read (const char *data,
                      gsize       length_bytes,
                      GPtrArray  *headers,
                      gsize      *used_bytes)
{
  const char *end = data + MIN (length_bytes, MAX_BYTES);
  const char *line = data;

  while (line < end)
    {
      const char *feed = memchr (line, '\n', (gsize) (end - line));
      const char *stop = feed;

      if (feed == NULL)
        return SL_HEADER_LINES_UNFINISHED;
      if (stop > line && stop[-1] == '\r')
        stop--;
      if (stop == line)
        {
          *used_bytes = (gsize) (feed + 1 - data);
          return SL_HEADER_LINES_WHOLE;
        }
      if (!read_line (headers, line, stop))
        return SL_HEADER_LINES_MALFORMED;
      line = feed + 1;
    }

  return SL_HEADER_LINES_UNFINISHED;
}
