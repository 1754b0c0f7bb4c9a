/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/sl-mime.h"

#include <string.h>

/* As much of MIME (RFC 2045, 2046, 2557) as browsers write into MHTML files. A mail library would bring addresses,
 * cryptography and character sets of mail, and run on the same foreign bytes, for these two encodings and one kind
 * of multipart. */

#define MAX_HEADERS 200
#define MAX_HEAD_BYTES (128u * 1024)
#define MAX_BOUNDARY 256
#define MAX_HEADER_BYTES 8192

/* The end of the line that begins at @at, behind its line feed. */
static const char *
line_end (const char *at,
          const char *end)
{
  const char *feed = memchr (at, '\n', (gsize) (end - at));

  return feed != NULL ? feed + 1 : end;
}

static gboolean
is_blank_line (const char *at,
               const char *next)
{
  return next - at <= 2 && (*at == '\n' || *at == '\r');
}

static void
take_line (GPtrArray  *headers,
           const char *at,
           const char *next)
{
  g_autofree char *line = g_utf8_make_valid (at, next - at);

  g_strchomp (line);
  if ((*at == ' ' || *at == '\t') && headers->len > 0)
    {
      char *last = headers->pdata[headers->len - 1];

      if (strlen (last) + strlen (line) > MAX_HEADER_BYTES)
        return;
      headers->pdata[headers->len - 1] = g_strconcat (last, " ", g_strchug (line), NULL);
      g_free (last);
    }
  else if (headers->len < MAX_HEADERS)
    g_ptr_array_add (headers, g_steal_pointer (&line));
}

/**
 * sl_mime_part_parse:
 * @self: (out caller-allocates): the entity
 * @bytes: where it begins; must outlive @self
 *
 * Parts head and body. What has no blank line is all head.
 */
void
sl_mime_part_parse (SlMimePart *self,
                    const char *bytes,
                    gsize       size)
{
  const char *end = bytes + size;
  const char *limit = bytes + MIN (size, MAX_HEAD_BYTES);
  const char *at = bytes;
  GPtrArray *headers = g_ptr_array_new ();

  while (at < limit)
    {
      const char *next = line_end (at, end);

      if (is_blank_line (at, next))
        {
          at = next;
          break;
        }
      take_line (headers, at, next);
      at = next;
    }

  g_ptr_array_add (headers, NULL);
  self->headers = (GStrv) g_ptr_array_free (headers, FALSE);
  self->body = at;
  self->body_bytes = (gsize) (end - at);
}

/**
 * sl_mime_part_clear:
 *
 * Frees what @self owns.
 */
void
sl_mime_part_clear (SlMimePart *self)
{
  g_clear_pointer (&self->headers, g_strfreev);
}

/**
 * sl_mime_part_dup_header:
 *
 * Returns: (transfer full) (nullable): value of the first header of that name, in whatever case
 */
char *
sl_mime_part_dup_header (const SlMimePart *self,
                         const char       *name)
{
  gsize length = strlen (name);

  for (gsize i = 0; self->headers[i] != NULL; i++)
    if (g_ascii_strncasecmp (self->headers[i], name, length) == 0 && self->headers[i][length] == ':')
      return g_strstrip (g_strdup (self->headers[i] + length + 1));
  return NULL;
}

/**
 * sl_mime_part_dup_parameter:
 *
 * Returns: (transfer full) (nullable): a parameter of a header, without quotation marks
 */
char *
sl_mime_part_dup_parameter (const SlMimePart *self,
                            const char       *name,
                            const char       *parameter)
{
  g_autofree char *value = sl_mime_part_dup_header (self, name);
  gsize length = strlen (parameter);

  for (const char *at = value; at != NULL && (at = strchr (at, ';')) != NULL;)
    {
      at++;
      at += strspn (at, " \t");
      if (g_ascii_strncasecmp (at, parameter, length) != 0 || at[length] != '=')
        continue;
      at += length + 1;
      return *at == '"' ? g_strndup (at + 1, strcspn (at + 1, "\"")) : g_strndup (at, strcspn (at, "; \t"));
    }
  return NULL;
}

/* RFC 2045, 6.7: "=XX" is a byte, "=" at the end of a line joins it with the next; blanks before a line's end are none. */
static GBytes *
decode_quoted_printable (const char *at,
                         gsize       size)
{
  const char *end = at + size;
  GByteArray *plain = g_byte_array_sized_new ((guint) size);

  while (at < end)
    {
      gsize gap = 1;

      if (*at != '=')
        {
          g_byte_array_append (plain, (const guint8 *) at++, 1);
          continue;
        }
      if (end - at >= 3 && g_ascii_isxdigit (at[1]) && g_ascii_isxdigit (at[2]))
        {
          guint8 byte = (guint8) (g_ascii_xdigit_value (at[1]) << 4 | g_ascii_xdigit_value (at[2]));

          g_byte_array_append (plain, &byte, 1);
          at += 3;
          continue;
        }
      while (at + gap < end && (at[gap] == ' ' || at[gap] == '\t'))
        gap++;
      if (at + gap < end && at[gap] == '\r')
        gap++;
      if (at + gap < end && at[gap] == '\n')
        at += gap + 1;
      else
        g_byte_array_append (plain, (const guint8 *) at++, 1);
    }
  return g_byte_array_free_to_bytes (plain);
}

static GBytes *
decode_base64 (const char *body,
               gsize       size)
{
  int state = 0;
  guint save = 0;
  guint8 *plain = g_malloc (size / 4 * 3 + 4);
  gsize length = g_base64_decode_step (body, size, plain, &state, &save);

  return g_bytes_new_take (plain, length);
}

/**
 * sl_mime_part_decode:
 *
 * Takes the Content-Transfer-Encoding off the body. What is no code in it is left as it is.
 *
 * Returns: (transfer full): the bytes below
 */
GBytes *
sl_mime_part_decode (const SlMimePart *self)
{
  g_autofree char *encoding = sl_mime_part_dup_header (self, "Content-Transfer-Encoding");

  if (encoding != NULL && g_ascii_strcasecmp (encoding, "quoted-printable") == 0)
    return decode_quoted_printable (self->body, self->body_bytes);
  if (encoding != NULL && g_ascii_strcasecmp (encoding, "base64") == 0)
    return decode_base64 (self->body, self->body_bytes);
  return g_bytes_new (self->body, self->body_bytes);
}

/* The next line that is a delimiter, or %NULL. */
static const char *
find_delimiter (const char *at,
                const char *end,
                const char *boundary,
                gboolean   *last)
{
  gsize length = strlen (boundary);

  for (; at < end; at = line_end (at, end))
    {
      gsize left = (gsize) (end - at);

      if (left < length + 2 || at[0] != '-' || at[1] != '-' || memcmp (at + 2, boundary, length) != 0)
        continue;
      *last = left >= length + 4 && at[length + 2] == '-' && at[length + 3] == '-';
      return at;
    }
  return NULL;
}

static gboolean
call (const char     *from,
      const char     *to,
      gboolean        whole,
      SlMimePartFunc  func,
      gpointer        user_data)
{
  g_auto (SlMimePart) part = { 0 };

  /* The line end before a delimiter belongs to the delimiter. */
  if (whole && to > from && to[-1] == '\n')
    to--;
  if (whole && to > from && to[-1] == '\r')
    to--;
  sl_mime_part_parse (&part, from, (gsize) (to - from));
  return func (&part, whole, user_data);
}

/**
 * sl_mime_part_foreach:
 * @self: a multipart entity
 *
 * Calls @func for each part, in order; for a last one without an end, too.
 *
 * Returns: whether @self is multipart and says what its parts are bounded by
 */
gboolean
sl_mime_part_foreach (const SlMimePart *self,
                      SlMimePartFunc    func,
                      gpointer          user_data)
{
  g_autofree char *boundary = sl_mime_part_dup_parameter (self, "Content-Type", "boundary");
  const char *end = self->body + self->body_bytes;
  const char *at;
  gboolean last = FALSE;

  if (boundary == NULL || *boundary == '\0' || strlen (boundary) > MAX_BOUNDARY)
    return FALSE;

  at = find_delimiter (self->body, end, boundary, &last);
  while (at != NULL && !last)
    {
      const char *from = line_end (at, end);
      const char *to = find_delimiter (from, end, boundary, &last);

      if (!call (from, to != NULL ? to : end, to != NULL, func, user_data))
        break;
      at = to;
    }
  return TRUE;
}
