/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-patterns-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "extract/sl-extract-error.h"

/* A pattern with more variants or deeper brackets is a mistake in the file. */
#define MAX_VARIANTS 20000
#define MAX_DEPTH 16

static const struct
{
  const char *name;
  SlAction action;
} actions[] = {
  { "none", SL_ACTION_NONE },
  { "date", SL_ACTION_DATE },
  { "relative", SL_ACTION_RELATIVE },
  { "shift", SL_ACTION_SHIFT },
  { "distance", SL_ACTION_DISTANCE },
  { "ahead", SL_ACTION_AHEAD },
  { "duration", SL_ACTION_DURATION },
  { "span", SL_ACTION_SPAN },
  { "set", SL_ACTION_SET },
  { "clock", SL_ACTION_CLOCK },
  { "part", SL_ACTION_PART },
  { "reference", SL_ACTION_REFERENCE },
  { "same", SL_ACTION_SAME },
  { "holiday", SL_ACTION_HOLIDAY },
  { "decade", SL_ACTION_DECADE },
  { "century", SL_ACTION_CENTURY },
  { "quarter", SL_ACTION_QUARTER },
  { "half", SL_ACTION_HALF },
};

/* ---- reading a pattern --------------------------------------------------------------------- */

/*
 * A pattern is read into all its variants: flat sequences of items without
 * alternatives or optional parts. They share their beginnings in the tree.
 */
typedef struct
{
  SlPatterns  *patterns;
  const char  *at;
  guint        depth;
  GError     **error;
} Reader;

static SlPatternVariants *read_alternatives (Reader *reader);

static SlPatternVariants *
new_variants (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
}

static GArray *
new_sequence (const GArray *first,
              const GArray *second)
{
  GArray *sequence = g_array_new (FALSE, FALSE, sizeof (SlPatternItem));

  if (first != NULL)
    g_array_append_vals (sequence, first->data, first->len);
  if (second != NULL)
    g_array_append_vals (sequence, second->data, second->len);
  return sequence;
}

static SlPatternVariants *
fail (Reader     *reader,
      const char *reason)
{
  g_set_error (reader->error, SL_EXTRACT_ERROR, SL_EXTRACT_ERROR_LANGUAGE, _ ("%s, before “%s”"), reason, reader->at);
  return NULL;
}

static SlPatternVariants *
multiply (Reader            *reader,
          SlPatternVariants *left,
          SlPatternVariants *right)
{
  SlPatternVariants *product;

  if (left->len * right->len > MAX_VARIANTS)
    return fail (reader, _ ("The pattern has too many variants"));

  product = new_variants ();
  for (guint i = 0; i < left->len; i++)
    for (guint k = 0; k < right->len; k++)
      g_ptr_array_add (product, new_sequence (g_ptr_array_index (left, i), g_ptr_array_index (right, k)));
  return product;
}

static void
skip_blanks (Reader *reader)
{
  while (*reader->at == ' ' || *reader->at == '\t')
    reader->at++;
}

static SlPatternVariants *
single (GArray *sequence)
{
  SlPatternVariants *variants = new_variants ();

  g_ptr_array_add (variants, sequence);
  return variants;
}

/* {class} or {class:meaning} */
static SlPatternVariants *
read_class (Reader   *reader,
            gboolean  glued)
{
  const char *end = strchr (reader->at, '}');
  g_autofree char *inner = NULL;
  char *colon;
  SlPatternItem item = { .glued = glued };
  GArray *sequence;

  if (end == NULL)
    return fail (reader, _ ("A brace is not closed"));
  inner = g_strndup (reader->at + 1, (gsize) (end - reader->at - 1));
  colon = strchr (inner, ':');
  if (colon != NULL)
    {
      *colon = '\0';
      item.only = g_quark_from_string (colon + 1);
    }
  item.class_ = sl_class_from_name (inner);
  if (item.class_ == SL_CLASS_NONE)
    return fail (reader, _ ("There is no such class of words"));
  reader->at = end + 1;
  sequence = new_sequence (NULL, NULL);
  g_array_append_val (sequence, item);
  return single (sequence);
}

static SlPatternVariants *
read_macro (Reader *reader)
{
  const char *start = ++reader->at;
  g_autofree char *name = NULL;
  const char *pattern;
  Reader inner = *reader;
  SlPatternVariants *variants;

  while (g_ascii_isalnum (*reader->at) || *reader->at == '-')
    reader->at++;
  name = g_strndup (start, (gsize) (reader->at - start));
  pattern = g_hash_table_lookup (reader->patterns->macros, name);
  if (pattern == NULL || reader->depth >= MAX_DEPTH)
    return fail (reader, _ ("There is no part of this name"));
  inner.at = pattern;
  inner.depth = reader->depth + 1;
  variants = read_alternatives (&inner);
  if (variants == NULL || *inner.at == '\0')
    return variants;
  g_ptr_array_unref (variants);
  return fail (&inner, _ ("A bracket is closed that was not opened"));
}

static SlPatternVariants *
read_literal (Reader   *reader,
              gboolean  glued)
{
  gboolean escaped = *reader->at == '\\' && reader->at[1] != '\0';
  gsize length = escaped ? 1 : strcspn (reader->at, " \t()|?{}@");
  g_autofree char *word = g_strndup (reader->at + (escaped ? 1 : 0), length);
  g_autoptr (SlTokens) cut = sl_tokens_new (word, length, NULL);
  GArray *sequence;

  if (length == 0)
    return fail (reader, _ ("A word is missing"));
  sequence = new_sequence (NULL, NULL);
  for (guint i = 0; i < cut->count; i++)
    {
      g_autofree char *lower = g_utf8_strdown (word + cut->items[i].start, cut->items[i].end - cut->items[i].start);
      SlPatternItem item = { sl_lexicon_intern (reader->patterns->lexicon, lower, strlen (lower)), SL_CLASS_NONE, 0, i > 0 || glued };

      g_array_append_val (sequence, item);
    }
  reader->at += length + (escaped ? 1 : 0);
  return single (sequence);
}

static SlPatternVariants *
read_group (Reader *reader)
{
  SlPatternVariants *variants;

  if (reader->depth >= MAX_DEPTH)
    return fail (reader, _ ("The brackets are too deep"));
  reader->at++;
  reader->depth++;
  variants = read_alternatives (reader);
  reader->depth--;
  if (variants == NULL)
    return NULL;
  if (*reader->at != ')')
    {
      g_ptr_array_unref (variants);
      return fail (reader, _ ("A bracket is not closed"));
    }
  reader->at++;
  return variants;
}

static SlPatternVariants *
read_atom (Reader *reader)
{
  SlPatternVariants *variants;
  gboolean glued = *reader->at == '~';

  if (glued)
    reader->at++;
  if (*reader->at == '(')
    variants = read_group (reader);
  else if (*reader->at == '{')
    variants = read_class (reader, glued);
  else if (*reader->at == '@')
    variants = read_macro (reader);
  else
    variants = read_literal (reader, glued);

  if (variants != NULL && *reader->at == '?')
    {
      reader->at++;
      g_ptr_array_add (variants, new_sequence (NULL, NULL));
    }
  return variants;
}

static SlPatternVariants *
read_sequence (Reader *reader)
{
  g_autoptr (GPtrArray) variants = single (new_sequence (NULL, NULL));

  skip_blanks (reader);
  while (*reader->at != '\0' && *reader->at != ')' && *reader->at != '|')
    {
      g_autoptr (GPtrArray) atom = read_atom (reader);
      g_autoptr (GPtrArray) product = NULL;

      if (atom == NULL)
        return NULL;
      product = multiply (reader, variants, atom);
      if (product == NULL)
        return NULL;
      g_ptr_array_unref (variants);
      variants = g_steal_pointer (&product);
      skip_blanks (reader);
    }
  return g_steal_pointer (&variants);
}

static SlPatternVariants *
read_alternatives (Reader *reader)
{
  g_autoptr (GPtrArray) all = read_sequence (reader);

  while (all != NULL && *reader->at == '|')
    {
      g_autoptr (GPtrArray) more = NULL;

      reader->at++;
      more = read_sequence (reader);
      if (more == NULL)
        return NULL;
      g_ptr_array_extend_and_steal (all, g_steal_pointer (&more));
    }
  return g_steal_pointer (&all);
}

/* Reads a pattern into all its variants; NULL with SL_EXTRACT_ERROR_LANGUAGE. */
SlPatternVariants *
sl_patterns_read_variants (SlPatterns *self, const char *pattern, GError **error)
{
  Reader reader = { self, pattern, 0, error };
  g_autoptr (GPtrArray) variants = read_alternatives (&reader);

  if (variants != NULL && *reader.at != '\0')
    return fail (&reader, _ ("A bracket is closed that was not opened"));
  return g_steal_pointer (&variants);
}

/* ---- the action ------------------------------------------------------------------------------ */

static GArray *
read_words (SlPatterns *self,
            const char *list)
{
  g_auto (GStrv) words = g_strsplit (list, "|", -1);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *word = g_strstrip (words[i]);
      guint32 id = sl_lexicon_intern (self->lexicon, word, strlen (word));

      g_array_append_val (ids, id);
    }
  return ids;
}

static gboolean
fail_condition (const char  *condition,
                GError     **error)
{
  g_set_error (error, SL_EXTRACT_ERROR, SL_EXTRACT_ERROR_LANGUAGE, _ ("“%s” is no condition of a pattern"), condition);
  return FALSE;
}

/* "direction:-1|unit:month": what the words mean although no word of that class stands there. */
static gboolean
read_with (SlPatternRule  *rule,
           const char     *list,
           GError        **error)
{
  g_auto (GStrv) texts = g_strsplit (list, "|", -1);

  rule->with = g_array_new (FALSE, TRUE, sizeof (SlPatternCapture));
  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_auto (GStrv) sides = g_strsplit (g_strstrip (texts[i]), ":", 2);
      SlPatternCapture capture = { .class_ = sl_class_from_name (sides[0]) };

      if (capture.class_ == SL_CLASS_NONE || sides[1] == NULL)
        return fail_condition (texts[i], error);
      if (capture.class_ < SL_N_CLASSES)
        capture.entry = sl_lex_entry_new (capture.class_, sides[1]);
      else
        capture.number.value = g_ascii_strtoll (sides[1], NULL, 10);
      g_array_append_val (rule->with, capture);
    }
  return TRUE;
}

static gboolean
read_letters (SlPatternRule *rule,
              const char    *condition)
{
  static const struct
  {
    const char *text;
    SlPatternLetters letters;
  } known[] = {
    { "letter:small", SL_PATTERN_SMALL },
    { "letter:capital", SL_PATTERN_CAPITAL },
    { "next:small", SL_PATTERN_NEXT_SMALL },
    { "full", SL_PATTERN_FULL },
    { "line", SL_PATTERN_LINE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (strcmp (known[i].text, condition) == 0)
      {
        rule->letters |= known[i].letters;
        return TRUE;
      }
  return FALSE;
}

static gboolean
read_condition (SlPatterns     *self,
                SlPatternRule  *rule,
                const char     *condition,
                GError        **error)
{
  g_auto (GStrv) sides = g_strsplit (condition, ":", 2);
  const char *name = g_strstrip (sides[0]);
  GArray **place = NULL;

  if (read_letters (rule, condition))
    return TRUE;
  if (strcmp (name, "with") == 0 && rule->with == NULL && sides[1] != NULL)
    return read_with (rule, sides[1], error);
  if (strcmp (name, "after") == 0)
    place = &rule->after;
  else if (strcmp (name, "not-after") == 0)
    place = &rule->not_after;
  else if (strcmp (name, "before") == 0)
    place = &rule->before;
  else if (strcmp (name, "not-before") == 0)
    place = &rule->not_before;

  if (place == NULL || *place != NULL || sides[1] == NULL)
    return fail_condition (condition, error);
  *place = read_words (self, sides[1]);
  return TRUE;
}

/* "range", "range clock", "list decade" or an action alone. */
static gboolean
read_action (SlPatternRule *rule,
             const char    *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", 2);
  const char *name = words[0];

  rule->join = g_strcmp0 (name, "range") == 0 ? SL_JOIN_RANGE : g_strcmp0 (name, "list") == 0 ? SL_JOIN_LIST
                                                                                              : SL_JOIN_NONE;
  if (rule->join != SL_JOIN_NONE)
    name = words[1] != NULL ? g_strstrip (words[1]) : "date";
  for (gsize i = 0; name != NULL && i < G_N_ELEMENTS (actions); i++)
    if (strcmp (actions[i].name, name) == 0)
      {
        rule->action = actions[i].action;
        return TRUE;
      }
  return FALSE;
}

/* Reads what a pattern means, with its conditions; NULL with SL_EXTRACT_ERROR_LANGUAGE. */
SlPatternRule *
sl_patterns_read_rule (SlPatterns  *self,
                       const char  *text,
                       GError     **error)
{
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);
  SlPatternRule *rule = g_new0 (SlPatternRule, 1);

  g_ptr_array_add (self->rules, rule);
  rule->rank = self->rules->len;
  if (parts[0] == NULL || !read_action (rule, g_strstrip (parts[0])))
    {
      g_set_error (error, SL_EXTRACT_ERROR, SL_EXTRACT_ERROR_LANGUAGE, _ ("“%s” is no action of a pattern"), text);
      return NULL;
    }
  for (guint i = 1; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0' && !read_condition (self, rule, parts[i], error))
      return NULL;
  return rule;
}
