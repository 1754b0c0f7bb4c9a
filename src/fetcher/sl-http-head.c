/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fetcher/sl-http-head.h"

#include <string.h>

static gsize
line_end (const guint8 *bytes,
          gsize         size,
          gsize         start)
{
  const guint8 *newline = memchr (bytes + start, '\n', size - start);

  return newline != NULL ? (gsize) (newline - bytes) + 1 : 0;
}

static gboolean
is_blank (const guint8 *bytes,
          gsize         start,
          gsize         end)
{
  return end - start == 1 || (end - start == 2 && bytes[start] == '\r');
}

static gboolean
read_status (const guint8 *bytes,
             gsize         start,
             gsize         end,
             guint        *status)
{
  const guint8 *line = bytes + start;
  gsize at = strlen ("HTTP/1.1 ");

  if (end - start < at + 3 || memcmp (line, "HTTP/1.", 7) != 0 || !g_ascii_isdigit (line[7]) || line[8] != ' ')
    return FALSE;

  *status = 0;
  for (gsize i = at; i < at + 3; i++)
    {
      if (!g_ascii_isdigit (line[i]))
        return FALSE;
      *status = *status * 10 + (guint) g_ascii_digit_value ((char) line[i]);
    }
  return TRUE;
}

static gsize
find_blank (const guint8 *bytes,
            gsize         size,
            gsize         start)
{
  for (gsize end = line_end (bytes, size, start); end != 0; end = start < size ? line_end (bytes, size, start) : 0)
    {
      if (is_blank (bytes, start, end))
        return end;
      start = end;
    }

  return 0;
}

/**
 * sl_http_head_find:
 * @bytes: what arrived over a connection
 * @size: number of bytes
 * @head: (out): where the head stands
 *
 * Finds the head of the final response: status line, headers and blank line. Lines may end
 * in a bare line feed, as RFC 9112 (2.2) lets a recipient accept.
 *
 * Returns: %FALSE when no whole head of HTTP/1 is there
 */
gboolean
sl_http_head_find (const guint8 *bytes,
                   gsize         size,
                   SlHttpHead   *head)
{
  gsize start = 0;

  g_return_val_if_fail (head != NULL, FALSE);

  while (start < size)
    {
      gsize first = line_end (bytes, size, start);
      gsize end = first != 0 && first < size ? find_blank (bytes, size, first) : 0;
      guint status = 0;

      if (end == 0 || !read_status (bytes, start, first, &status))
        return FALSE;
      if (status >= 200 || status < 100)
        {
          *head = (SlHttpHead) { .start = start, .end = end, .status = status };
          return TRUE;
        }
      start = end;
    }

  return FALSE;
}
