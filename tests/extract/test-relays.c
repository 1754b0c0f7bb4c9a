/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "extract/sl-extraction.h"

#include <string.h>

#include "extract/sl-chain.h"

/* The least share of the chains that must be right. */
#define FLOOR 0.90

/* The words of a link may be so many characters longer than what is expected: adverbs, where it was said. */
#define MORE_WORDS 60

/* One case of relays.txt. */
typedef struct
{
  char      *language;
  char      *text;
  char      *asked;     /* (nullable) */
  GPtrArray *links;     /* (element-type utf8): "who = words" */
} Case;

static void
case_free (gpointer data)
{
  Case *self = data;

  g_free (self->language);
  g_free (self->text);
  g_free (self->asked);
  g_ptr_array_unref (self->links);
  g_free (self);
}

static void
add_line (GPtrArray  *cases,
          gboolean    begins,
          const char *line)
{
  Case *self = begins || cases->len == 0 ? g_new0 (Case, 1) : g_ptr_array_index (cases, cases->len - 1);

  if (begins)
    {
      self->language = g_strdup (line);
      self->links = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (cases, self);
    }
  else if (self->text == NULL)
    {
      g_auto (GStrv) lines = g_strsplit (line, "¶", -1);

      self->text = g_strjoinv ("\n", lines);
    }
  else if (g_str_has_prefix (line, "? "))
    self->asked = g_strdup (line + 2);
  else
    g_ptr_array_add (self->links, g_strdup (line));
}

static GPtrArray *
read_cases (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "extract", "relays.txt", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;
  GPtrArray *cases = g_ptr_array_new_with_free_func (case_free);
  gboolean begins = TRUE;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (content, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*lines[i] == '\0')
        begins = TRUE;
      else if (*lines[i] != '#')
        {
          add_line (cases, begins, lines[i]);
          begins = FALSE;
        }
    }
  return cases;
}

/* The bytes asked about: the words after the question mark, or the last line. */
static SlSpan
find_passage (const Case *self)
{
  const char *last = strrchr (self->text, '\n');
  const char *start = self->asked != NULL ? strstr (self->text, self->asked) : last != NULL ? last + 1
                                                                                            : self->text;
  gsize length;

  g_assert_nonnull (start);
  length = self->asked != NULL ? strlen (self->asked) : strlen (start);
  return (SlSpan) { (gsize) (start - self->text), (gsize) (start - self->text) + length };
}

/* The chain that is proposed with the passage; of a heading, which is never proposed, the one of its words. */
static GPtrArray *
find_chain (const Case         *self,
            const SlExtraction *found)
{
  SlSpan passage = find_passage (self);
  g_autoptr (SlOffsets) offsets = NULL;
  g_autoptr (GArray) speakers = NULL;
  GPtrArray *chain, *proposed = NULL;
  gsize most = 0;
  SlChains chains;

  for (guint i = 0; i < found->proposals->len; i++)
    {
      const SlProposal *proposal = g_ptr_array_index (found->proposals, i);
      gsize common = MIN (proposal->span.end, passage.end) - MIN (MIN (proposal->span.end, passage.end), MAX (proposal->span.start, passage.start));

      if (common > most)
        {
          most = common;
          proposed = proposal->chain;
        }
    }
  if (proposed != NULL)
    return g_ptr_array_ref (proposed);
  offsets = sl_offsets_new (self->text, strlen (self->text));
  sl_chains_init (&chains, self->text, found->attributions, offsets, NULL);
  speakers = sl_chains_find_speakers (&chains, passage);
  chain = sl_chains_make (&chains, speakers, -1, passage);
  sl_chains_clear (&chains);
  return chain;
}

/* Whether the pieces of @expected stand one after the other in @words. */
static gboolean
has_words (const char *words,
           const char *expected)
{
  g_auto (GStrv) pieces = g_strsplit (expected, " … ", -1);
  const char *at = words;

  for (guint i = 0; pieces[i] != NULL; i++)
    {
      at = strstr (at, pieces[i]);
      if (at == NULL)
        return FALSE;
      at += strlen (pieces[i]);
    }
  return g_utf8_strlen (words, -1) <= g_utf8_strlen (expected, -1) + MORE_WORDS;
}

static gboolean
is_link (const SlAttributionLink *link,
         const char              *expected,
         const char              *text)
{
  g_auto (GStrv) parts = g_strsplit (expected, " = ", 2);
  const char *start = g_utf8_offset_to_pointer (text, (long) link->start_cp);
  const char *end = g_utf8_offset_to_pointer (text, (long) link->end_cp);

  g_assert_cmpint (strncmp (start, link->words, (gsize) (end - start)), ==, 0);
  return g_strcmp0 (parts[0], link->speaker) == 0 && has_words (link->words, parts[1]);
}

static gboolean
is_right (const Case *self)
{
  SlExtractOptions options = { self->language, "2025-11-24", 1768435200, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (SlExtraction) found = sl_extract (self->text, strlen (self->text), &options, NULL, &error);
  g_autoptr (GPtrArray) chain = NULL;
  gboolean right;

  g_assert_no_error (error);
  chain = find_chain (self, found);
  right = chain->len == self->links->len;
  for (guint i = 0; right && i < chain->len; i++)
    right = is_link (g_ptr_array_index (chain, i), g_ptr_array_index (self->links, i), self->text);
  if (right)
    return TRUE;
  g_test_message ("%s: %s", self->language, self->text);
  for (guint i = 0; i < self->links->len; i++)
    g_test_message ("  expected %s", (const char *) g_ptr_array_index (self->links, i));
  for (guint i = 0; i < chain->len; i++)
    g_test_message ("  found %s = %s", ((SlAttributionLink *) g_ptr_array_index (chain, i))->speaker, ((SlAttributionLink *) g_ptr_array_index (chain, i))->words);
  return FALSE;
}

static void
test_accuracy (void)
{
  g_autoptr (GPtrArray) cases = read_cases ();
  const char *language = NULL;
  guint right = 0, of_language = 0, right_before = 0;

  g_assert_cmpuint (cases->len, >=, 200);
  for (guint i = 0; i < cases->len; i++)
    {
      const Case *self = g_ptr_array_index (cases, i);
      const Case *next = i + 1 < cases->len ? g_ptr_array_index (cases, i + 1) : NULL;

      language = self->language;
      of_language++;
      right += is_right (self) ? 1 : 0;
      if (next != NULL && g_str_equal (next->language, language))
        continue;
      g_test_message ("%s: %u of %u chains are right", language, right - right_before, of_language);
      right_before = right;
      of_language = 0;
    }
  g_test_message ("all: %u of %u chains are right, %.3f", right, cases->len, (double) right / cases->len);
  g_assert_cmpfloat (right, >=, FLOOR * cases->len);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/relays/accuracy", test_accuracy);
  return g_test_run ();
}
