/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/sl-passage.h"

/* Enough to tell two occurrences of the same words apart, as the Web Annotation clients use it. */
#define CONTEXT_CP 32

static const char *
skip_forward (const char *text,
              gsize       n_cp)
{
  while (n_cp > 0 && *text != '\0')
    {
      text = g_utf8_next_char (text);
      n_cp--;
    }

  return n_cp == 0 ? text : NULL;
}

static char *
dup_before (const char *text,
            const char *at)
{
  const char *from = at;

  for (int i = 0; i < CONTEXT_CP && from > text; i++)
    from = g_utf8_prev_char (from);

  return g_strndup (from, (gsize) (at - from));
}

static char *
dup_after (const char *at)
{
  const char *to = at;

  for (int i = 0; i < CONTEXT_CP && *to != '\0'; i++)
    to = g_utf8_next_char (to);

  return g_strndup (at, (gsize) (to - at));
}

/**
 * sl_passage_new:
 * @text: the document's text, valid UTF-8
 * @start_cp: first code point
 * @end_cp: one past the last code point, not before @start_cp
 *
 * Makes a passage of the words between two positions, with their context. It has no key
 * and no document yet.
 *
 * Returns: (transfer full) (nullable): the passage; %NULL when the positions do not lie in @text
 */
SlPassage *
sl_passage_new (const char *text,
                gsize       start_cp,
                gsize       end_cp)
{
  const char *start, *end;
  SlPassage *self;

  g_return_val_if_fail (text != NULL, NULL);

  if (end_cp < start_cp)
    return NULL;
  start = skip_forward (text, start_cp);
  end = start == NULL ? NULL : skip_forward (start, end_cp - start_cp);
  if (end == NULL)
    return NULL;

  self = g_new0 (SlPassage, 1);
  self->exact = g_strndup (start, (gsize) (end - start));
  self->prefix = dup_before (text, start);
  self->suffix = dup_after (end);
  self->start_cp = start_cp;
  self->end_cp = end_cp;
  return self;
}

/**
 * sl_passage_copy:
 *
 * Returns: (transfer full): a copy, with the same key
 */
SlPassage *
sl_passage_copy (const SlPassage *self)
{
  SlPassage *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->exact = g_strdup (self->exact);
  copy->prefix = g_strdup (self->prefix);
  copy->suffix = g_strdup (self->suffix);
  return copy;
}

/**
 * sl_passage_free:
 * @self: (nullable) (transfer full): a passage
 *
 * Frees a passage.
 */
void
sl_passage_free (SlPassage *self)
{
  if (self == NULL)
    return;

  g_free (self->exact);
  g_free (self->prefix);
  g_free (self->suffix);
  g_free (self);
}
