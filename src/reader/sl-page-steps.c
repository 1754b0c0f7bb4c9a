/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/sl-page-steps.h"

#include <string.h>

/* Names are written as one character each; a page with more different ones than this is not one that anybody reads. */
#define MAX_NAMES 2000u

/* Stands for all names above. */
#define OTHER_NAME "span"

struct _SlPageSteps
{
  GString    *steps;      /* (owned) */
  GString    *names;      /* (owned): each ended by NUL */
  GString    *values;     /* (owned): each ended by NUL, which text of a page never has */
  GHashTable *numbers;    /* (owned) (element-type utf8 uint): of the names, from 1 on */
  gboolean    text_last;  /* text that follows text is the same text: what stood between them is left out */
};

/**
 * sl_page_steps_new:
 *
 * Begins an empty page.
 *
 * Returns: (transfer full): the steps
 */
SlPageSteps *
sl_page_steps_new (void)
{
  SlPageSteps *self = g_new0 (SlPageSteps, 1);

  self->steps = g_string_new (NULL);
  self->names = g_string_new (NULL);
  self->values = g_string_new (NULL);
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

/**
 * sl_page_steps_free:
 * @self: (transfer full): steps
 *
 * Frees the steps.
 */
void
sl_page_steps_free (SlPageSteps *self)
{
  g_return_if_fail (self != NULL);

  g_string_free (self->steps, TRUE);
  g_string_free (self->names, TRUE);
  g_string_free (self->values, TRUE);
  g_hash_table_unref (self->numbers);
  g_free (self);
}

static void
append_value (SlPageSteps *self,
              const char  *value,
              gsize        length)
{
  g_string_append_len (self->values, value, (gssize) length);
  g_string_append_c (self->values, '\0');
}

static void
append_name (SlPageSteps *self,
             const char  *name)
{
  gunichar number = (gunichar) GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, name));

  if (number == 0 && g_hash_table_size (self->numbers) >= MAX_NAMES && !g_str_equal (name, OTHER_NAME))
    {
      append_name (self, OTHER_NAME);
      return;
    }
  if (number == 0)
    {
      number = g_hash_table_size (self->numbers) + 1;
      g_hash_table_insert (self->numbers, g_strdup (name), GUINT_TO_POINTER (number));
      g_string_append_len (self->names, name, (gssize) strlen (name) + 1);
    }
  g_string_append_unichar (self->steps, number);
}

/**
 * sl_page_steps_open:
 * @self: steps
 * @name: name of an element
 *
 * Begins an element; its attributes are added next.
 */
void
sl_page_steps_open (SlPageSteps *self,
                    const char  *name)
{
  g_string_append_c (self->steps, 'E');
  append_name (self, name);
  self->text_last = FALSE;
}

/**
 * sl_page_steps_close:
 * @self: steps
 *
 * Ends the element that was begun last.
 */
void
sl_page_steps_close (SlPageSteps *self)
{
  g_string_append_c (self->steps, 'C');
  self->text_last = FALSE;
}

/**
 * sl_page_steps_add_attribute:
 * @self: steps
 * @name: name of an attribute
 * @value: its value
 * @length: bytes of @value
 *
 * Gives an attribute to the element that was just begun.
 */
void
sl_page_steps_add_attribute (SlPageSteps *self,
                             const char  *name,
                             const char  *value,
                             gsize        length)
{
  g_string_append_c (self->steps, 'A');
  append_name (self, name);
  append_value (self, value, length);
}

/**
 * sl_page_steps_add_text:
 * @self: steps
 * @text: text, as it reads
 *
 * Adds text.
 */
void
sl_page_steps_add_text (SlPageSteps *self,
                        const char  *text)
{
  if (*text == '\0')
    return;
  if (self->text_last)
    g_string_truncate (self->values, self->values->len - 1);
  else
    g_string_append_c (self->steps, 'T');
  append_value (self, text, strlen (text));
  self->text_last = TRUE;
}

static GBytes *
to_bytes (const GString *string)
{
  return g_bytes_new_static (string->str, string->len);
}

/**
 * sl_page_steps_get_steps:
 * @self: steps; must outlive the result
 *
 * Gives the steps: `E` with the number of a name begins an element, `A` with the number of a name an attribute that takes
 * the next value, `T` is text that is the next value, `C` ends an element.
 *
 * Returns: (transfer full): the steps, as UTF-8; the numbers are characters
 */
GBytes *
sl_page_steps_get_steps (SlPageSteps *self)
{
  return to_bytes (self->steps);
}

/**
 * sl_page_steps_get_names:
 * @self: steps; must outlive the result
 *
 * Returns: (transfer full): the names in the order of their numbers, from 1 on, each ended by NUL
 */
GBytes *
sl_page_steps_get_names (SlPageSteps *self)
{
  return to_bytes (self->names);
}

/**
 * sl_page_steps_get_values:
 * @self: steps; must outlive the result
 *
 * Returns: (transfer full): texts and values of attributes, in order, each ended by NUL
 */
GBytes *
sl_page_steps_get_values (SlPageSteps *self)
{
  return to_bytes (self->values);
}
