/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/sl-text-builder.h"

/* Marks without a width of their own that pages strew into words. */
#define SOFT_HYPHEN 0xadu
#define BYTE_ORDER_MARK 0xfeffu

struct _SlTextBuilder
{
  GString     *text;          /* (owned) */
  GArray      *runs;          /* (owned) (element-type SlTextRun) */
  guint32      length_cp;
  guint        n_paragraphs;  /* begun so far */
  SlTextBreak  pending;
  gunichar     space;         /* character to write for a pending space */
  guint32      space_start;   /* bytes of the capture that the pending space stands for */
  guint32      space_end;     /* equal to the start when it has none */
};

static void
append (SlTextBuilder *self,
        gunichar       character,
        guint32        byte_start,
        guint32        byte_length)
{
  SlTextRun run = { self->length_cp, 1, byte_start, byte_length };

  g_string_append_unichar (self->text, character);
  sl_text_run_append (self->runs, &run);
  self->length_cp++;
}

/* Writes what parts the text so far from the next character. */
static void
flush (SlTextBuilder *self)
{
  SlTextBreak pending = self->text->len > 0 ? self->pending : SL_TEXT_BREAK_NONE;

  if (pending == SL_TEXT_BREAK_SPACE)
    append (self, self->space, self->space_start, self->space_end - self->space_start);
  else if (pending >= SL_TEXT_BREAK_LINE)
    {
      append (self, '\n', 0, 0);
      if (pending == SL_TEXT_BREAK_PARAGRAPH)
        append (self, '\n', 0, 0);
    }
  self->n_paragraphs += self->text->len == 0 || pending == SL_TEXT_BREAK_PARAGRAPH;
  self->pending = SL_TEXT_BREAK_NONE;
  self->space_end = self->space_start;
}

static gboolean
is_space (gunichar character)
{
  return character <= 0x20 || (character >= 0x7f && character <= 0xa0) || character == 0x3000 || g_unichar_isspace (character);
}

static void
put_space (SlTextBuilder *self,
           gunichar       character,
           guint32        byte_start,
           guint32        byte_length)
{
  if (self->pending < SL_TEXT_BREAK_SPACE)
    {
      self->pending = SL_TEXT_BREAK_SPACE;
      /* A lone no-break space is kept as it is; two spaces of whatever kind are one. */
      self->space = character > 0x9f ? character : ' ';
      self->space_start = byte_start;
      self->space_end = byte_start + byte_length;
      return;
    }
  self->space = ' ';
  if (self->space_end == self->space_start)
    {
      self->space_start = byte_start;
      self->space_end = byte_start + byte_length;
    }
  else if (byte_length > 0 && byte_start == self->space_end)
    self->space_end += byte_length;
}

/**
 * sl_text_builder_new:
 *
 * Begins an empty text.
 *
 * Returns: (transfer full): the builder
 */
SlTextBuilder *
sl_text_builder_new (void)
{
  SlTextBuilder *self = g_new0 (SlTextBuilder, 1);

  self->text = g_string_new (NULL);
  self->runs = g_array_new (FALSE, FALSE, sizeof (SlTextRun));
  return self;
}

/**
 * sl_text_builder_free:
 * @self: (transfer full): a builder
 *
 * Frees the builder with its text.
 */
void
sl_text_builder_free (SlTextBuilder *self)
{
  g_return_if_fail (self != NULL);

  g_string_free (self->text, TRUE);
  g_array_unref (self->runs);
  g_free (self);
}

/**
 * sl_text_builder_break:
 * @self: a builder
 * @strength: what parts the text so far from what comes
 *
 * Puts a break, which shows only if text follows.
 */
void
sl_text_builder_break (SlTextBuilder *self,
                       SlTextBreak    strength)
{
  g_return_if_fail (self != NULL);

  if (strength == SL_TEXT_BREAK_SPACE)
    put_space (self, ' ', 0, 0);
  else
    self->pending = MAX (self->pending, strength);
}

/**
 * sl_text_builder_put:
 * @self: a builder
 * @character: a character; white space and control characters count as spaces, soft hyphens and byte order marks
 *   as nothing
 * @byte_start: where its bytes begin in the capture
 * @byte_length: how many there are; 0 when they are not known
 *
 * Puts a character.
 */
void
sl_text_builder_put (SlTextBuilder *self,
                     gunichar       character,
                     guint32        byte_start,
                     guint32        byte_length)
{
  g_return_if_fail (self != NULL);

  if (character == SOFT_HYPHEN || character == BYTE_ORDER_MARK)
    return;
  if (is_space (character))
    {
      put_space (self, character, byte_start, byte_length);
      return;
    }
  flush (self);
  append (self, character, byte_start, byte_length);
}

/**
 * sl_text_builder_get_n_paragraphs:
 * @self: a builder
 *
 * Counts the paragraphs.
 *
 * Returns: the number of paragraphs so far; that of the last character put, counted from 1
 */
guint
sl_text_builder_get_n_paragraphs (const SlTextBuilder *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_paragraphs;
}

/**
 * sl_text_builder_wants_space:
 * @self: a builder
 *
 * Tells whether the next white space would give a pending space its bytes.
 *
 * Returns: whether a space is pending for which no bytes are known yet
 */
gboolean
sl_text_builder_wants_space (const SlTextBuilder *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->pending == SL_TEXT_BREAK_SPACE && self->space_end == self->space_start;
}

/**
 * sl_text_builder_finish:
 * @self: a builder
 * @map: (out) (transfer full): the map from the text to the capture
 *
 * Ends the text. The builder is empty afterwards.
 *
 * Returns: (transfer full): the text, valid UTF-8
 */
char *
sl_text_builder_finish (SlTextBuilder  *self,
                        SlTextMap     **map)
{
  char *text;

  g_return_val_if_fail (self != NULL && map != NULL, NULL);

  *map = sl_text_map_new ((const SlTextRun *) (const void *) self->runs->data, self->runs->len);
  text = g_string_free_and_steal (g_steal_pointer (&self->text));
  self->text = g_string_new (NULL);
  g_array_set_size (self->runs, 0);
  self->length_cp = 0;
  self->n_paragraphs = 0;
  self->pending = SL_TEXT_BREAK_NONE;
  return text;
}
