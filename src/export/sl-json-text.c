/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "export/sl-json-text.h"

struct _SlJsonText
{
  GString  *out;       /* (owned) */
  GString  *brackets;  /* (owned) those that will close what is open */
  gboolean  begun;     /* something stands in what is open */
  gboolean  one_line;  /* nothing is indented */
};

SlJsonText *
sl_json_text_new (void)
{
  SlJsonText *self = g_new0 (SlJsonText, 1);

  self->out = g_string_new (NULL);
  self->brackets = g_string_new (NULL);
  return self;
}

/**
 * sl_json_text_new_line:
 *
 * Returns: (transfer full): a writer that puts all into one line, as files of JSON lines want it
 */
SlJsonText *
sl_json_text_new_line (void)
{
  SlJsonText *self = sl_json_text_new ();

  self->one_line = TRUE;
  return self;
}

void
sl_json_text_free (SlJsonText *self)
{
  if (self == NULL)
    return;
  if (self->out != NULL)
    g_string_free (self->out, TRUE);
  g_string_free (self->brackets, TRUE);
  g_free (self);
}

/**
 * sl_json_text_free_to_bytes:
 * @self: (transfer full): with nothing left open
 *
 * Returns: (transfer full): the text with a line feed at its end
 */
GBytes *
sl_json_text_free_to_bytes (SlJsonText *self)
{
  GBytes *bytes;

  g_assert (self->brackets->len == 0);
  g_string_append_c (self->out, '\n');
  bytes = g_string_free_to_bytes (g_steal_pointer (&self->out));
  sl_json_text_free (self);
  return bytes;
}

static void
append_quoted (GString    *out,
               const char *text)
{
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_printf (out, "\\%c", *p);
      else if (*p == '\n')
        g_string_append (out, "\\n");
      else if ((guchar) *p < ' ')
        g_string_append_printf (out, "\\u%04x", (guint) (guchar) *p);
      else
        g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

static void
break_line (SlJsonText *self)
{
  if (self->one_line)
    return;

  g_string_append_c (self->out, '\n');
  for (gsize i = 0; i < self->brackets->len; i++)
    g_string_append (self->out, "  ");
}

static void
begin_value (SlJsonText *self,
             const char *name)
{
  if (self->begun)
    g_string_append_c (self->out, ',');
  if (self->out->len > 0)
    break_line (self);
  if (name != NULL)
    {
      append_quoted (self->out, name);
      g_string_append (self->out, ": ");
    }
  self->begun = TRUE;
}

/**
 * sl_json_text_open:
 * @name: (nullable): member of an object; %NULL in an array
 * @bracket: '{' or '['
 */
void
sl_json_text_open (SlJsonText *self,
                   const char *name,
                   char        bracket)
{
  begin_value (self, name);
  g_string_append_c (self->out, bracket);
  g_string_append_c (self->brackets, bracket == '{' ? '}' : ']');
  self->begun = FALSE;
}

void
sl_json_text_close (SlJsonText *self)
{
  g_return_if_fail (self->brackets->len > 0);

  char bracket = self->brackets->str[self->brackets->len - 1];

  g_string_truncate (self->brackets, self->brackets->len - 1);
  if (self->begun)
    break_line (self);
  g_string_append_c (self->out, bracket);
  self->begun = TRUE;
}

/**
 * sl_json_text_add_string:
 * @value: (nullable): valid UTF-8; the member is left away for %NULL
 */
void
sl_json_text_add_string (SlJsonText *self,
                         const char *name,
                         const char *value)
{
  if (value == NULL)
    return;
  begin_value (self, name);
  append_quoted (self->out, value);
}

void
sl_json_text_add_integer (SlJsonText *self,
                          const char *name,
                          gint64      value)
{
  begin_value (self, name);
  g_string_append_printf (self->out, "%" G_GINT64_FORMAT, value);
}

void
sl_json_text_add_boolean (SlJsonText *self,
                          const char *name,
                          gboolean    value)
{
  begin_value (self, name);
  g_string_append (self->out, value ? "true" : "false");
}
