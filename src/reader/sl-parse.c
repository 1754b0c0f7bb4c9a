/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/sl-parse.h"

/* A piece of markup while it is parsed. */
typedef struct
{
  const char  *text;     /* (unowned) */
  gsize        length;
  GumboTag     context;
  GumboOutput *output;   /* (unowned): in the arena */
} Piece;

static void *
alloc_cb (void   *arena,
          size_t  size)
{
  return sl_arena_alloc (arena, size);
}

static void
release_cb (void *arena,
            void *memory)
{
  sl_arena_release (arena, memory);
}

static void
parse_task (SlArena  *arena,
            gpointer  data)
{
  Piece *piece = data;
  GumboOptions options = kGumboDefaultOptions;

  options.allocator = alloc_cb;
  options.deallocator = release_cb;
  options.userdata = arena;
  options.max_errors = 0;
  options.fragment_context = piece->context;
  piece->output = gumbo_parse_with_options (&options, piece->text, piece->length);
}

/**
 * sl_parse:
 * @arena: where the tree will lie; its limits hold for the parse
 * @text: UTF-8
 * @length: in bytes
 * @context: the element that @text is the content of; %GUMBO_TAG_LAST for a whole page
 *
 * Parses HTML as a browser does.
 *
 * Returns: (transfer none) (nullable): the tree, which lives as long as the arena; %NULL when a
 *   limit was reached
 */
GumboOutput *
sl_parse (SlArena    *arena,
          const char *text,
          gsize       length,
          GumboTag    context)
{
  Piece piece = { text, length, context, NULL };

  return sl_arena_run (arena, parse_task, &piece) ? piece.output : NULL;
}
