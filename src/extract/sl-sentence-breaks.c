/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-sentence-breaks.h"

#include <string.h>
#include <unicode/uchar.h>

/* Property of what stands past the end. */
#define NOTHING 255

static gboolean
ends_paragraph (guint8 property)
{
  return property == U_SB_SEP || property == U_SB_CR || property == U_SB_LF;
}

static gboolean
ends_sentence (guint8 property)
{
  return property == U_SB_ATERM || property == U_SB_STERM;
}

static guint8
property_at (const SlSentenceBreaks *self,
             gsize                   at,
             gsize                  *length)
{
  *length = 0;
  return at < self->length ? sl_character_read (self->table, self->text + at, length).sentence : NOTHING;
}

/* Passes over characters of property @wanted, and over those that belong to the one before them (SB5). */
static gsize
skip (const SlSentenceBreaks *self,
      gsize                   at,
      guint8                  wanted)
{
  gsize length;

  for (;; at += length)
    {
      guint8 property = property_at (self, at, &length);

      if (property != wanted && property != U_SB_EXTEND && property != U_SB_FORMAT)
        return at;
    }
}

/* SB8: what follows the full stop goes on in small letters, maybe after digits and marks. */
static gboolean
goes_on_small (const SlSentenceBreaks *self,
               gsize                   at)
{
  gsize length;

  for (;; at += length)
    {
      guint8 property = property_at (self, at, &length);

      if (property == U_SB_LOWER)
        return TRUE;
      if (property == NOTHING || property == U_SB_OLETTER || property == U_SB_UPPER || ends_paragraph (property) || ends_sentence (property))
        return FALSE;
    }
}

/* SB6 and SB7: "3.5", "U.S". */
static gboolean
is_inside_word (guint8 before,
                guint8 after)
{
  return after == U_SB_NUMERIC || (after == U_SB_UPPER && (before == U_SB_UPPER || before == U_SB_LOWER));
}

/* Property of the character before @at, without those that belong to it. */
static guint8
property_before (const SlSentenceBreaks *self,
                 gsize                   at)
{
  gsize length;

  while (at > 0)
    {
      guint8 property;

      at = (gsize) (g_utf8_prev_char (self->text + at) - self->text);
      property = property_at (self, at, &length);
      if (property != U_SB_EXTEND && property != U_SB_FORMAT)
        return property;
    }
  return NOTHING;
}

/* Whether the sentence ends behind the terminator of property @terminator at @at; @end tells where what comes next begins. */
static gboolean
is_end (const SlSentenceBreaks *self,
        gsize                   at,
        gsize                   length,
        guint8                  terminator,
        gsize                  *end)
{
  gsize behind = skip (self, at + length, U_SB_EXTEND);
  guint8 after;

  *end = behind;
  if (terminator == U_SB_ATERM && is_inside_word (property_before (self, at), property_at (self, behind, &length)))
    return FALSE;
  *end = skip (self, skip (self, behind, U_SB_CLOSE), U_SB_SP);
  after = property_at (self, *end, &length);
  if (after == U_SB_SCONTINUE || ends_sentence (after) || ends_paragraph (after))
    return FALSE;
  return terminator != U_SB_ATERM || !goes_on_small (self, *end);
}

/* So many bytes are looked at in one go. */
typedef signed char Block __attribute__ ((vector_size (16)));

/* Whether a block of ASCII has no character behind which a sentence can end; other bytes are below all of ASCII. */
static inline gboolean
is_plain (const char *text)
{
  union
  {
    Block bytes;
    guint64 halves[2];
  } marks;
  Block block;

  memcpy (&block, text, sizeof block);
  marks.bytes = (Block) ((block < ' ') | (block == '.') | (block == '!') | (block == '?'));
  return (marks.halves[0] | marks.halves[1]) == 0;
}

/* Where the next character stands behind which a sentence can end. */
static gsize
find_candidate (const SlSentenceBreaks *self,
                gsize                   at)
{
  gsize length;

  while (at < self->length)
    {
      gsize stop = MIN (at + sizeof (Block), self->length);

      if (at + sizeof (Block) <= self->length && is_plain (self->text + at))
        {
          at = stop;
          continue;
        }
      for (; at < stop; at += length)
        if ((sl_character_read (self->table, self->text + at, &length).kind & SL_CHARACTER_BREAK) != 0)
          return at;
    }
  return at;
}

/* One past the line end of property @property that begins at @at: CR LF is one. */
static gsize
end_of_line (const SlSentenceBreaks *self,
             gsize                   at,
             gsize                   length,
             guint8                  property)
{
  gsize more;

  at += length;
  return property == U_SB_CR && property_at (self, at, &more) == U_SB_LF ? at + more : at;
}

/**
 * sl_sentence_breaks_init:
 * @self: (out): what is filled; nothing in it is to be freed
 * @text: valid UTF-8; outlives @self
 * @length: its length in bytes
 *
 * Begins at the beginning of @text.
 */
void
sl_sentence_breaks_init (SlSentenceBreaks *self,
                         const char       *text,
                         gsize             length)
{
  *self = (SlSentenceBreaks) { text, length, 0, sl_character_get_table () };
}

/**
 * sl_sentence_breaks_next:
 * @self: sentence breaks
 * @border: (out): byte behind the next sentence and the white space that follows it
 *
 * Finds the end of the next sentence by the rules SB1 to SB998 of Unicode Standard Annex #29. ICU's iterator finds the
 * same ones; this one looks at what stands around a terminator only, and costs a tenth of it.
 *
 * Returns: whether there is one
 */
gboolean
sl_sentence_breaks_next (SlSentenceBreaks *self,
                         gsize            *border)
{
  gsize at = self->at, length;

  if (at >= self->length)
    return FALSE;
  for (at = find_candidate (self, at); at < self->length; at = find_candidate (self, at))
    {
      guint8 property = property_at (self, at, &length);

      if (ends_paragraph (property))
        {
          at = end_of_line (self, at, length, property);
          break;
        }
      if (is_end (self, at, length, property, &at))
        break;
    }
  self->at = at;
  *border = at;
  return TRUE;
}
