/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/sl-text-trace.h"

#include <string.h>

/* Longest name of a character reference, and digits of a numeric one. */
#define MAX_REFERENCE_BYTES 40

/* How far a lost character is looked for, and how often, before the rest counts as not traceable. */
#define MAX_SEARCH_BYTES 65536
#define MAX_MISSES 16

static gsize
left (const SlTextTrace *self)
{
  return (gsize) (self->raw_end - self->raw);
}

/* Whether the markup from @raw on reads like @text for some characters; a reference may be anything. */
static gboolean
continues_like (const char *raw,
                const char *raw_end,
                const char *text)
{
  for (int i = 0; i < 8 && *text != '\0'; i++)
    {
      if (raw >= raw_end)
        return FALSE;
      if (*raw == '&' || *raw == '<' || *raw == '\r')
        return TRUE;
      if (*raw != *text)
        return FALSE;
      raw++;
      text++;
    }
  return TRUE;
}

/* Length of a numeric character reference, 0 when there is none. */
static gsize
numeric_length (const char *raw,
                gsize       size)
{
  gsize at = 2;
  gboolean hex;

  if (size < 3 || raw[1] != '#')
    return 0;
  hex = raw[2] == 'x' || raw[2] == 'X';
  at += hex ? 1 : 0;
  while (at < size && (hex ? g_ascii_isxdigit (raw[at]) : g_ascii_isdigit (raw[at])))
    at++;
  if (at == 2 + (gsize) hex)
    return 0;
  return at < size && raw[at] == ';' ? at + 1 : at;
}

/* Length of a named character reference which stands for the character before @rest. */
static gsize
named_length (const char *raw,
              gsize       size,
              gboolean    ampersand,
              const char *rest)
{
  gsize at = 1;

  while (at < MIN (size, MAX_REFERENCE_BYTES) && g_ascii_isalnum (raw[at]))
    at++;
  if (at < 3)
    return 0;
  if (ampersand)
    {
      if (at >= 4 && g_ascii_strncasecmp (raw, "&amp", 4) == 0 && continues_like (raw + 4 + (size > 4 && raw[4] == ';'), raw + size, rest))
        return 4 + (size > 4 && raw[4] == ';');
      return 0;
    }
  if (at < size && raw[at] == ';')
    return at + 1;
  /* Old names work without a semicolon, even with letters directly after them. */
  for (gsize length = 3; length <= at; length++)
    {
      if (continues_like (raw + length, raw + size, rest))
        return length;
    }
  return 0;
}

/* Length of a tag or comment that the parser dropped from the middle of the text, 0 for none. */
static gsize
markup_length (const char *raw,
               gsize       size)
{
  const char *end;

  if (size < 3 || raw[0] != '<' || !(g_ascii_isalpha (raw[1]) || strchr ("/!?", raw[1]) != NULL))
    return 0;
  if (size >= 4 && memcmp (raw, "<!--", 4) == 0)
    end = memmem (raw + 2, size - 2, "-->", 3);
  else
    end = memchr (raw, '>', size);
  if (end == NULL)
    return 0;
  return (gsize) (end - raw) + (*end == '-' ? 3 : 1);
}

/* Length of what stands for the character at the beginning of @text, 0 when something else does. */
static gsize
match_length (const char *raw,
              gsize       size,
              const char *text,
              gsize       width)
{
  if (*raw == '&')
    {
      gsize numeric = numeric_length (raw, size);
      gsize named;

      if (numeric > 0 && (*text != '&' || continues_like (raw + numeric, raw + size, text + width)))
        return numeric;
      named = named_length (raw, size, *text == '&', text + width);
      if (named > 0)
        return named;
    }
  if (size >= width && memcmp (raw, text, width) == 0)
    return width;
  if (*raw == '\r' && *text == '\n')
    return size > 1 && raw[1] == '\n' ? 2 : 1;
  return 0;
}

static void
miss (SlTextTrace *self)
{
  if (++self->misses >= MAX_MISSES)
    self->raw = self->raw_end;
}

/* Finds the next character in the markup, skipping what the parser skipped. */
static gsize
find (SlTextTrace *self,
      gsize        width)
{
  const char *start = self->raw;
  const char *limit = self->raw + MIN (left (self), MAX_SEARCH_BYTES);

  while (self->raw < limit)
    {
      gsize length = match_length (self->raw, left (self), self->text, width);
      gsize skipped;

      if (length > 0)
        return length;
      skipped = markup_length (self->raw, left (self));
      self->raw += skipped > 0 ? skipped : 1;
    }
  self->raw = start;
  miss (self);
  return 0;
}

/**
 * sl_text_trace_init:
 * @self: (out caller-allocates): the trace
 * @node: a text node
 * @source: the text that was parsed
 * @source_length: bytes of @source
 *
 * Begins at the start of a text node.
 */
void
sl_text_trace_init (SlTextTrace     *self,
                    const GumboNode *node,
                    const char      *source,
                    gsize            source_length)
{
  const GumboStringPiece *piece = &node->v.text.original_text;
  gboolean inside = piece->data != NULL
                    && piece->data >= source && piece->data <= source + source_length
                    && piece->length <= (gsize) (source + source_length - piece->data);

  *self = (SlTextTrace) { node->v.text.text, source, source, 0 };
  /* Text that the parser moved about has no one place in the source. */
  if (inside)
    {
      self->raw = piece->data;
      self->raw_end = piece->data + piece->length;
    }
}

/**
 * sl_text_trace_next:
 * @self: a trace
 * @step: (out caller-allocates): the next character
 *
 * Steps to the next character. The places of successive characters ascend and do not overlap.
 *
 * Returns: %FALSE at the end of the text node
 */
gboolean
sl_text_trace_next (SlTextTrace *self,
                    SlTextStep  *step)
{
  gsize width;
  gsize length;

  if (*self->text == '\0')
    return FALSE;
  width = (gsize) (g_utf8_next_char (self->text) - self->text);
  length = find (self, width);
  *step = (SlTextStep) { g_utf8_get_char (self->text), length > 0 ? self->raw : NULL, length };
  self->text += width;
  self->raw += length;
  return TRUE;
}
