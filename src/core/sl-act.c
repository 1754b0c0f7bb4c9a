/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/sl-act.h"

#include "core/sl-word.h"

static const char *const kind_words[] = {
  "do",
  "undo",
  "redo",
  "record",
};

/**
 * sl_act_new:
 *
 * Makes an act without a key, all fields empty.
 *
 * Returns: (transfer full): the act
 */
SlAct *
sl_act_new (void)
{
  return g_new0 (SlAct, 1);
}

/**
 * sl_act_free:
 * @self: (nullable) (transfer full): an act
 *
 * Frees an act and what it owns.
 */
void
sl_act_free (SlAct *self)
{
  if (self == NULL)
    return;

  g_free (self->by);
  g_free (self->label);
  g_free (self->hash);
  g_free (self);
}

/**
 * sl_act_kind_to_string:
 *
 * Returns: (transfer none): the machine word for a kind of act
 */
const char *
sl_act_kind_to_string (SlActKind kind)
{
  return sl_word_get (kind_words, G_N_ELEMENTS (kind_words), (int) kind);
}

/**
 * sl_act_kind_parse:
 *
 * Returns: whether @string is the machine word for a kind of act
 */
gboolean
sl_act_kind_parse (const char *string,
                   SlActKind  *kind)
{
  int value;

  if (!sl_word_find (kind_words, G_N_ELEMENTS (kind_words), string, &value))
    return FALSE;

  *kind = (SlActKind) value;
  return TRUE;
}
