/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/sl-markup.h"

#include "reader/sl-node.h"
#include "reader/sl-parse.h"

#include <string.h>

/* Metadata longer than this is cut; no headline or name is. */
#define MAX_BYTES 2000u
#define MAX_TREE_BYTES (4u * 1024 * 1024)
#define MAX_PARSE_USEC (100 * 1000)

static char *
collapse (const char *text)
{
  GString *out = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (!g_unichar_isspace (c) && c > 0x1f)
        g_string_append_unichar (out, c);
      else if (out->len > 0 && out->str[out->len - 1] != ' ')
        g_string_append_c (out, ' ');
    }
  return g_strchomp (g_string_free_and_steal (out));
}

/**
 * sl_markup_to_plain:
 * @text: (nullable): a value from a page's metadata, any bytes
 *
 * Makes one line of plain text: character references decoded, tags dropped, white space collapsed. Sites
 * put markup even where plain text is due.
 *
 * Returns: (transfer full) (nullable): valid UTF-8, not empty; %NULL when nothing is left
 */
char *
sl_markup_to_plain (const char *text)
{
  g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, (gssize) strnlen (text, MAX_BYTES)) : NULL;
  g_autofree char *line = NULL;

  if (valid == NULL)
    return NULL;
  if (strpbrk (valid, "&<") != NULL)
    {
      g_autoptr (SlArena) arena = sl_arena_new (MAX_TREE_BYTES, MAX_PARSE_USEC);
      GumboOutput *output = sl_parse (arena, valid, strlen (valid), GUMBO_TAG_BODY);

      if (output == NULL)
        return NULL;
      line = sl_node_dup_text (output->document, MAX_BYTES);
    }
  else
    line = collapse (valid);
  return *line != '\0' ? g_steal_pointer (&line) : NULL;
}
