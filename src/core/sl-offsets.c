/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/sl-offsets.h"

/* Both tables have one entry per block of this many positions. */
#define BLOCK 64

struct _SlOffsets
{
  const char *text;           /* (unowned): outlives this */
  gsize       length;         /* bytes */
  gsize       length_cp;
  gsize      *cp_of_block;    /* (owned): code points that begin before byte i * BLOCK */
  gsize      *byte_of_block;  /* (owned): byte at which code point i * BLOCK begins */
};

static inline gboolean
begins_character (char byte)
{
  return ((guchar) byte & 0xc0) != 0x80;
}

static void
fill_marks (SlOffsets *self)
{
  gsize cp = 0;

  for (gsize i = 0; i < self->length; i++)
    {
      if (i % BLOCK == 0)
        self->cp_of_block[i / BLOCK] = cp;
      if (!begins_character (self->text[i]))
        continue;
      if (cp % BLOCK == 0)
        self->byte_of_block[cp / BLOCK] = i;
      cp++;
    }
  self->length_cp = cp;
}

/**
 * sl_offsets_new:
 * @text: valid UTF-8, which must outlive the result
 * @length_bytes: length of @text
 *
 * Prepares conversion, in one pass over @text.
 */
SlOffsets *
sl_offsets_new (const char *text,
                gsize       length_bytes)
{
  SlOffsets *self;

  g_return_val_if_fail (text != NULL || length_bytes == 0, NULL);

  self = g_new0 (SlOffsets, 1);
  self->text = text;
  self->length = length_bytes;
  self->cp_of_block = g_new0 (gsize, length_bytes / BLOCK + 1);
  self->byte_of_block = g_new0 (gsize, length_bytes / BLOCK + 1);
  fill_marks (self);
  return self;
}

void
sl_offsets_free (SlOffsets *self)
{
  if (self == NULL)
    return;

  g_free (self->cp_of_block);
  g_free (self->byte_of_block);
  g_free (self);
}

/**
 * sl_offsets_to_cp:
 * @self: offsets
 * @byte: position in bytes
 *
 * Counts the code points that begin before @byte.
 *
 * Returns: position in code points; the text's length in code points when @byte lies past its end
 */
gsize
sl_offsets_to_cp (const SlOffsets *self,
                  gsize            byte)
{
  gsize cp;

  g_return_val_if_fail (self != NULL, 0);

  if (byte >= self->length)
    return self->length_cp;

  cp = self->cp_of_block[byte / BLOCK];
  for (gsize i = byte / BLOCK * BLOCK; i < byte; i++)
    cp += begins_character (self->text[i]) ? 1 : 0;
  return cp;
}

/**
 * sl_offsets_to_byte:
 * @self: offsets
 * @cp: position in code points
 *
 * Returns: the byte at which code point @cp begins; the text's length in bytes when @cp lies past its end
 */
gsize
sl_offsets_to_byte (const SlOffsets *self,
                    gsize            cp)
{
  gsize byte;

  g_return_val_if_fail (self != NULL, 0);

  if (cp >= self->length_cp)
    return self->length;

  byte = self->byte_of_block[cp / BLOCK];
  for (gsize rest = cp % BLOCK; rest > 0; rest--)
    do
      byte++;
    while (!begins_character (self->text[byte]));
  return byte;
}

/**
 * sl_offsets_get_length_cp:
 * @self: offsets
 *
 * Returns: length of the text in code points
 */
gsize
sl_offsets_get_length_cp (const SlOffsets *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->length_cp;
}
