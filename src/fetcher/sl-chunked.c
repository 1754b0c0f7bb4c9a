/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fetcher/sl-chunked.h"

#include <string.h>

/* Returns: the byte behind the next line feed, 0 when there is none. */
static gsize
next_line (const guint8 *bytes,
           gsize         size,
           gsize         at)
{
  const guint8 *newline = at < size ? memchr (bytes + at, '\n', size - at) : NULL;

  return newline != NULL ? (gsize) (newline - bytes) + 1 : 0;
}

/* Hexadecimal digits up to an extension or the end of the line. */
static gboolean
read_length (const guint8 *bytes,
             gsize         start,
             gsize         end,
             gsize        *length)
{
  gsize at = start;

  *length = 0;
  for (; at < end && g_ascii_isxdigit (bytes[at]); at++)
    {
      if (*length > G_MAXSIZE / 32)
        return FALSE;
      *length = *length * 16 + (gsize) g_ascii_xdigit_value ((char) bytes[at]);
    }
  return at > start;
}

/* Returns: the byte behind the blank line, 0 when there is none. */
static gsize
skip_trailers (const guint8 *bytes,
               gsize         size,
               gsize         at)
{
  gsize end;

  while ((end = next_line (bytes, size, at)) != 0)
    {
      gboolean blank = end - at == 1 || (end - at == 2 && bytes[at] == '\r');

      if (blank)
        return end;
      at = end;
    }

  return 0;
}

/* @at: (inout): the beginning of the content, then the byte behind its line. */
static SlChunkedResult
skip_content (const guint8 *bytes,
              gsize         size,
              gsize        *at,
              gsize         length)
{
  gsize after;

  if (length >= size - *at)
    return SL_CHUNKED_CUT;
  after = next_line (bytes, size, *at + length);
  if (after == 0)
    return size - *at - length > 2 ? SL_CHUNKED_BROKEN : SL_CHUNKED_CUT;
  if (after - *at - length > 2)
    return SL_CHUNKED_BROKEN;

  *at = after;
  return SL_CHUNKED_WHOLE;
}

/**
 * sl_chunked_find_end:
 * @bytes: what follows the head of a response whose transfer coding is "chunked"
 * @size: number of bytes
 * @payload_bytes: (out): length of the chunks' contents
 * @end: (out): byte behind the body's last line, when it is whole
 *
 * Finds the end of a chunked body (RFC 9112, 7.1). libsoup takes one that breaks off, or breaks
 * the rules, for a whole one.
 *
 * Returns: whether it is whole
 */
SlChunkedResult
sl_chunked_find_end (const guint8 *bytes,
                     gsize         size,
                     gsize        *payload_bytes,
                     gsize        *end)
{
  gsize at = 0;

  g_return_val_if_fail (payload_bytes != NULL && end != NULL, SL_CHUNKED_BROKEN);

  *payload_bytes = *end = 0;
  while (TRUE)
    {
      gsize line = next_line (bytes, size, at);
      SlChunkedResult result;
      gsize length;

      if (line == 0)
        return SL_CHUNKED_CUT;
      if (!read_length (bytes, at, line, &length))
        return SL_CHUNKED_BROKEN;
      if (length == 0)
        {
          *end = skip_trailers (bytes, size, line);
          return *end != 0 ? SL_CHUNKED_WHOLE : SL_CHUNKED_CUT;
        }

      result = skip_content (bytes, size, &line, length);
      if (result != SL_CHUNKED_WHOLE)
        return result;
      *payload_bytes += length;
      at = line;
    }
}
