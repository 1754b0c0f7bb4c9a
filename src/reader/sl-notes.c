/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/sl-notes.h"

#include "helper/sl-reading-parts.h"
#include "reader/sl-node.h"
#include "reader/sl-paragraph.h"

#include <gio/gio.h>
#include <string.h>

#include "sl-reader-resources.h"

#define WORDS_PATH "/io/github/sourceline/Sourceline/reader/editor-notes.txt"

/* So many bytes of a paragraph tell what it is; between its first words and their colon stands a date at most. */
#define MAX_HEAD_BYTES 160u
#define MAX_BEFORE_COLON 48u

/* A paragraph of no more letters may be the heading of a note, which is in the next. */
#define MAX_LABEL_LETTERS 48u

/* A note is one paragraph, not the article. */
#define MAX_NOTE_SHARE 0.5

/* How far up it is looked for a name. */
#define MAX_DEPTH 4

/* What sites call the elements that hold notes. */
static const char *const names[] = { "correction", "clarification", "editors-note", "editor-note", "editorsnote", "editornote", "editorial-note" };

/* Whether @line begins with the words of an entry "kind words" that ends at @end. */
static gboolean
begins_with (const char *line,
             const char *words,
             const char *end)
{
  gsize length = (gsize) (end - words);
  gboolean open = length > strlen (" …") && strncmp (end - strlen (" …"), " …", strlen (" …")) == 0;
  const char *rest;
  gsize before;

  if (open)
    length -= strlen (" …");
  if (strncmp (line, words, length) != 0)
    return FALSE;
  rest = line + length;
  if (open || *rest == '\0')
    return TRUE;
  if (g_unichar_isalnum (g_utf8_get_char (rest)))
    return FALSE;
  before = strcspn (rest, ":.\n");
  return rest[before] != '\0' ? before <= MAX_BEFORE_COLON : strstr (rest, " – ") == rest || strstr (rest, " — ") == rest;
}

/* The kind of note that begins with @line, or NULL. */
static char *
find_kind (const char *line,
           const char *table)
{
  g_autofree char *head = g_utf8_substring (line, 0, MIN (g_utf8_strlen (line, -1), (long) MAX_HEAD_BYTES));
  g_autofree char *folded = g_utf8_casefold (head, -1);
  const char *start = folded + strspn (folded, "*[( ");

  for (const char *at = table; *at != '\0';)
    {
      const char *end = at + strcspn (at, "\n");
      const char *space = memchr (at, ' ', (gsize) (end - at));

      if (*at != '#' && space != NULL && begins_with (start, space + 1, end))
        return g_strndup (at, (gsize) (space - at));
      at = *end != '\0' ? end + 1 : end;
    }
  return NULL;
}

static gboolean
is_named (const SlParagraph *paragraph)
{
  const GumboNode *node = paragraph->node != NULL ? paragraph->node->parent : NULL;

  for (int depth = 0; node != NULL && sl_node_is_element (node) && depth < MAX_DEPTH; depth++, node = node->parent)
    {
      const char *class = sl_node_get_attribute (node, "class");

      for (gsize i = 0; class != NULL && i < G_N_ELEMENTS (names); i++)
        {
          if (strstr (class, names[i]) != NULL)
            return TRUE;
        }
    }
  return FALSE;
}

static void
add_note (GPtrArray       *notes,
          const char      *kind,
          const char      *line,
          guint32          start,
          const SlTextMap *map)
{
  guint32 byte_start = 0;
  guint32 byte_end = 0;

  if (!sl_text_map_to_capture (map, start, start + (guint32) g_utf8_strlen (line, -1), &byte_start, &byte_end))
    byte_start = byte_end = 0;
  g_ptr_array_add (notes, sl_reading_note_new (kind, line, byte_start, byte_end));
}

/* Marks the paragraphs that are notes; returns how many of the letters they have. */
static gsize
mark (const SlArticle  *article,
      char            **lines,
      const char       *table,
      GPtrArray        *kinds)
{
  gsize letters = 0;

  for (guint i = 0; i < article->paragraphs->len; i++)
    {
      const SlParagraph *paragraph = &g_array_index (article->paragraphs, SlParagraph, i);
      const char *above = i > 0 ? g_ptr_array_index (kinds, i - 1) : NULL;
      char *kind;

      if (above != NULL && paragraph[-1].letters < MAX_LABEL_LETTERS && strchr (lines[i - 1], '.') == NULL)
        kind = g_strdup (above);
      else
        kind = find_kind (lines[i], table);
      if (kind == NULL && is_named (paragraph))
        kind = g_strdup ("correction");
      letters += kind != NULL ? paragraph->letters : 0;
      g_ptr_array_add (kinds, kind);
    }
  return letters;
}

/**
 * sl_notes_take:
 * @article: an article; its text, map and paragraphs become shorter
 * @notes: (element-type SlReadingNote): new ones are appended
 *
 * Takes corrections and editors' notes out of an article: paragraphs that begin as such, by the words of
 * editor-notes.txt, or stand in an element that is called so. Each keeps its place in the capture.
 */
void
sl_notes_take (SlArticle *article,
               GPtrArray *notes)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (sl_reader_get_resource (), WORDS_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_auto (GStrv) lines = g_strsplit (article->text, "\n\n", 0);
  guint n_lines = g_strv_length (lines);
  g_autoptr (GPtrArray) kinds = g_ptr_array_new_with_free_func (g_free);
  g_autofree gboolean *dropped = g_new0 (gboolean, n_lines + 1);
  gsize all = 0;
  gsize letters;
  guint32 position = 0;

  if (bytes == NULL || n_lines != article->paragraphs->len)
    return;
  letters = mark (article, lines, g_bytes_get_data (bytes, NULL), kinds);
  for (guint i = 0; i < n_lines; i++)
    {
      all += g_array_index (article->paragraphs, SlParagraph, i).letters;
      dropped[i] = g_ptr_array_index (kinds, i) != NULL;
    }
  if (letters == 0 || (double) letters > MAX_NOTE_SHARE * (double) all)
    return;
  for (guint i = 0; i < n_lines; i++)
    {
      if (dropped[i])
        add_note (notes, g_ptr_array_index (kinds, i), lines[i], position, article->map);
      position += (guint32) g_utf8_strlen (lines[i], -1) + 2;
    }
  sl_article_drop (article, dropped);
}
