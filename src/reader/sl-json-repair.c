/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/sl-json-repair.h"

#include <string.h>

/* Strict JSON as it is being written. */
typedef struct
{
  const char *at;     /* (unowned): what is left of the input */
  GString    *out;    /* (owned) */
  int         depth;
} Repair;

static void
skip_blank_and_comments (Repair *self)
{
  for (;;)
    {
      self->at += strspn (self->at, " \t\r\n\f\v");
      if (g_str_has_prefix (self->at, "//") || g_str_has_prefix (self->at, "<!--"))
        self->at += strcspn (self->at, "\r\n");
      else if (g_str_has_prefix (self->at, "/*"))
        {
          const char *end = strstr (self->at + 2, "*/");

          self->at = end != NULL ? end + 2 : self->at + strlen (self->at);
        }
      else
        return;
    }
}

/* Escapes that JSON does not know stand for the character after the backslash. */
static void
repair_escape (Repair *self)
{
  char next = self->at[1];

  if (next == '\0')
    self->at++;
  else if (strchr ("\"\\/bfnrtu", next) != NULL)
    {
      g_string_append_len (self->out, self->at, 2);
      self->at += 2;
    }
  else
    self->at++;
}

static void
repair_string (Repair *self)
{
  g_string_append_c (self->out, '"');
  self->at++;
  while (*self->at != '\0' && *self->at != '"')
    {
      if (*self->at == '\\')
        repair_escape (self);
      else
        {
          /* Line ends inside of a string are not allowed, but met. */
          g_string_append_c (self->out, (guint8) *self->at < 0x20 ? ' ' : *self->at);
          self->at++;
        }
    }
  if (*self->at == '"')
    self->at++;
  g_string_append_c (self->out, '"');
}

static void
repair_close (Repair *self)
{
  if (self->out->len > 0 && self->out->str[self->out->len - 1] == ',')
    g_string_truncate (self->out, self->out->len - 1);
  g_string_append_c (self->out, *self->at++);
  self->depth--;
}

/**
 * sl_json_repair:
 * @text: almost JSON, valid UTF-8
 *
 * Mends what sites get wrong in their linked data: comments and CDATA marks, line ends in strings,
 * unknown escapes, commas before closing brackets, and anything after the end.
 *
 * Returns: (transfer full): JSON if it could be mended
 */
char *
sl_json_repair (const char *text)
{
  Repair self = { text, g_string_new (NULL), 0 };

  self.at += strcspn (self.at, "{[");
  if (g_str_has_prefix (self.at, "[CDATA["))
    self.at += 7 + strcspn (self.at + 7, "{[");
  do
    {
      skip_blank_and_comments (&self);
      if (*self.at == '"')
        repair_string (&self);
      else if (*self.at == '}' || *self.at == ']')
        repair_close (&self);
      else if (*self.at != '\0')
        {
          self.depth += *self.at == '{' || *self.at == '[' ? 1 : 0;
          g_string_append_c (self.out, *self.at++);
        }
    }
  while (*self.at != '\0' && self.depth > 0);
  return g_string_free_and_steal (self.out);
}
