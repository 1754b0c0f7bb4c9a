/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-speakers.h"

#include <string.h>

#include "extract/sl-outlets.h"
#include "extract/sl-persons.h"

/* A pronoun reaches back at most so many lines. */
#define PRONOUN_LINES 2
#define PRONOUN_REACH 64

/* A short name is looked up among so many speakers before. */
#define NAME_REACH 400

/* The phrase that "who" stands for has at most so many tokens. */
#define MAX_NOUN 28

/* And a person among so many tokens. */
#define NAME_TOKENS 120

typedef struct
{
  const SlClauses  *clauses;
  const SlLanguage *language;
  const GArray     *sentences;     /* (unowned) */
  GPtrArray        *attributions;  /* (unowned) */
  const char       *outlet;        /* (unowned) (nullable): the outlet spoken of last */
} Resolver;

static const SlToken *
token_at (const SlClauses *clauses,
          guint            i)
{
  return &clauses->tokens->items[i];
}

static SlRange
range_of (const SlClauses *clauses,
          SlSpan           span)
{
  SlRange range = { sl_tokens_find (clauses->tokens, span.start), 0 };

  range.end = range.first;
  while (range.end < clauses->tokens->count && token_at (clauses, range.end)->start < span.end)
    range.end++;
  return range;
}

/* The last word before the first preposition or comma: what the phrase is about. */
static guint
head_of (const SlClauses *clauses,
         SlRange          words)
{
  guint head = words.first;

  for (guint i = words.first; i < words.end; i++)
    {
      if (i > words.first && (sl_clauses_is (clauses, i, SL_CLASS_PREPOSITION) || sl_tokens_is (clauses->tokens, i, ",") || sl_clauses_is (clauses, i, SL_CLASS_CONJUNCTION) || sl_tokens_is (clauses->tokens, i, "(")))
        break;
      if (token_at (clauses, i)->kind == SL_TOKEN_WORD)
        head = i;
    }
  return head;
}

static gboolean
has_class (const SlClauses *clauses,
           SlRange          words,
           SlClass          class_)
{
  for (guint i = words.first; i < words.end; i++)
    if (sl_clauses_is (clauses, i, class_))
      return TRUE;
  return FALSE;
}

/* "I", "we", "you": whoever writes, speaks or is spoken to, not the one named before. */
static gboolean
is_speaking_person (const SlClauses *clauses,
                    SlRange          words)
{
  const SlLexEntry *entry = NULL;

  return words.end == words.first + 1 && sl_tokens_match (clauses->tokens, clauses->lexicon, words.first, SL_CLASS_PRONOUN, &entry) > 0
         && strcmp (entry->text, "s") == 0;
}

static SlSpeakerKind
classify (const SlClauses *clauses,
          SlRange          words)
{
  guint head = head_of (clauses, words);

  if (sl_outlets_is (clauses, words))
    return SL_SPEAKER_OUTLET;
  if (is_speaking_person (clauses, words))
    return SL_SPEAKER_UNNAMED;
  if (token_at (clauses, head)->capital && !sl_clauses_is (clauses, head, SL_CLASS_PRONOUN) && head > words.first)
    return SL_SPEAKER_NAMED;
  if (sl_clauses_is (clauses, head, SL_CLASS_UNNAMED))
    return SL_SPEAKER_UNNAMED;
  if (sl_clauses_is (clauses, head, SL_CLASS_OUTLET_NOUN))
    return SL_SPEAKER_OUTLET;
  if (sl_clauses_is (clauses, head, SL_CLASS_DOCUMENT_NOUN))
    return SL_SPEAKER_DOCUMENT;
  if (sl_clauses_is (clauses, head, SL_CLASS_BODY))
    return SL_SPEAKER_NAMED;
  return token_at (clauses, head)->capital || has_class (clauses, words, SL_CLASS_PRONOUN) ? SL_SPEAKER_NAMED : SL_SPEAKER_UNNAMED;
}

/**
 * sl_speakers_can_speak:
 * @clauses: a text
 * @words: tokens of a phrase
 *
 * Whether a phrase can name a speaker: it has a name, or a word for people, bodies, outlets or documents.
 */
gboolean
sl_speakers_can_speak (const SlClauses *clauses,
                       SlRange          words)
{
  for (guint i = words.first; i < words.end; i++)
    if (token_at (clauses, i)->capital || sl_clauses_is (clauses, i, SL_CLASS_UNNAMED) || sl_clauses_is (clauses, i, SL_CLASS_ROLE)
        || sl_clauses_is (clauses, i, SL_CLASS_BODY) || sl_clauses_is (clauses, i, SL_CLASS_OUTLET_NOUN)
        || sl_clauses_is (clauses, i, SL_CLASS_DOCUMENT_NOUN) || sl_clauses_is (clauses, i, SL_CLASS_PRONOUN))
      return TRUE;
  return FALSE;
}

static char *
copy_words (const SlClauses *clauses,
            SlRange          words)
{
  GString *copy = g_string_new (NULL);

  for (guint i = words.first; i < words.end; i++)
    {
      if (i > words.first && token_at (clauses, i)->spaced)
        g_string_append_c (copy, ' ');
      g_string_append_len (copy, clauses->tokens->text + token_at (clauses, i)->start, token_at (clauses, i)->end - token_at (clauses, i)->start);
    }
  return g_string_free_and_steal (copy);
}

static guint
line_of (const Resolver *resolver,
         gsize           byte)
{
  guint low = 0, high = resolver->sentences->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (resolver->sentences, SlSentence, middle).span.end <= byte)
        low = middle + 1;
      else
        high = middle;
    }
  return low < resolver->sentences->len ? g_array_index (resolver->sentences, SlSentence, low).line : 0;
}

static gsize
start_of (const SlAttribution *attribution)
{
  return sl_attribution_words (attribution).start;
}

static gboolean
is_pronoun (const SlClauses *clauses,
            SlRange          words)
{
  return words.end == words.first + 1
         && (sl_clauses_is (clauses, words.first, SL_CLASS_PRONOUN) || sl_clauses_is (clauses, words.first, SL_CLASS_POSSESSIVE));
}

/* "He said" after exactly one named speaker nearby: it is him. With two it could be either, so it stays "he". */
static const char *
find_antecedent (const Resolver *resolver,
                 guint           index)
{
  const SlAttribution *self = g_ptr_array_index (resolver->attributions, index);
  guint line = line_of (resolver, start_of (self));
  const char *found = NULL;

  for (guint i = index; i-- > 0 && i + PRONOUN_REACH > index;)
    {
      const SlAttribution *before = g_ptr_array_index (resolver->attributions, i);

      if (before->speaker == NULL || before->source->len == 0)
        continue;
      if (line_of (resolver, start_of (before)) + PRONOUN_LINES < line)
        break;
      if (before->kind != SL_SPEAKER_NAMED)
        continue;
      if (found != NULL && strcmp (found, before->speaker) != 0)
        return NULL;
      found = before->speaker;
    }
  return found;
}

/* "Rubio" is the "US Secretary of State Marco Rubio" named before. */
static const char *
find_full_name (const Resolver *resolver,
                guint           index,
                const char     *name)
{
  gsize length = strlen (name);

  for (guint i = index > NAME_REACH ? index - NAME_REACH : 0; i < index; i++)
    {
      const SlAttribution *before = g_ptr_array_index (resolver->attributions, i);
      gsize full = before->speaker != NULL ? strlen (before->speaker) : 0;

      if (before->kind == SL_SPEAKER_NAMED && full > length + 1 && g_str_has_suffix (before->speaker, name)
          && before->speaker[full - length - 1] == ' ')
        return before->speaker;
    }
  return NULL;
}

/* "It also says" after "The Harbour Post reports": the speaker before, when it is an outlet. */
static const char *
find_outlet_before (const Resolver *resolver,
                    guint           index)
{
  const SlAttribution *self = g_ptr_array_index (resolver->attributions, index);
  const SlAttribution *before = index > 0 ? g_ptr_array_index (resolver->attributions, index - 1) : NULL;

  if (before == NULL || before->kind != SL_SPEAKER_OUTLET || line_of (resolver, start_of (before)) + 1 < line_of (resolver, start_of (self)))
    return NULL;
  return before->speaker;
}

static gboolean
is_single_name (const SlClauses *clauses,
                SlRange          words)
{
  return words.end == words.first + 1 && token_at (clauses, words.first)->capital && !sl_clauses_is (clauses, words.first, SL_CLASS_PRONOUN);
}

/* "Sources" and "its sources" say no more than that they are not named. */
static gboolean
is_bare_unnamed (const SlClauses *clauses,
                 SlRange          words)
{
  guint count = words.end - words.first;

  return sl_clauses_is (clauses, words.end - 1, SL_CLASS_UNNAMED)
         && (count == 1 || (count == 2 && sl_clauses_is (clauses, words.first, SL_CLASS_POSSESSIVE)));
}

static gboolean
is_acronym (const char *name)
{
  return g_unichar_isupper (g_utf8_get_char (name)) && g_utf8_strlen (name, -1) > 1 && g_unichar_isupper (g_utf8_get_char (g_utf8_next_char (name)));
}

static char *
name_unnamed (const Resolver *resolver,
              SlRange         words)
{
  SlRange last = { words.end - 1, words.end };
  g_autofree char *who = copy_words (resolver->clauses, last);
  g_autofree char *lower = g_utf8_strdown (who, -1);
  const SlLexEntry *entry = NULL;
  const char *name = lower;

  if (sl_tokens_match (resolver->clauses->tokens, resolver->clauses->lexicon, last.first, SL_CLASS_UNNAMED, &entry) > 0 && *entry->text != '\0')
    name = entry->text;
  /* "СМИ", "ЗМІ": what is written in capitals is a name for all of them. */
  if (is_acronym (name))
    return g_strdup (name);
  return sl_language_name_unnamed (resolver->language, name);
}

static gboolean
is_name_word (const SlClauses *clauses,
              guint            i)
{
  return token_at (clauses, i)->kind == SL_TOKEN_WORD && token_at (clauses, i)->capital && clauses->places[i] == 0
         && !sl_clauses_is (clauses, i, SL_CLASS_ROLE) && !sl_clauses_is (clauses, i, SL_CLASS_DETERMINER)
         && !sl_clauses_is (clauses, i, SL_CLASS_PREPOSITION) && !sl_clauses_is (clauses, i, SL_CLASS_PRONOUN)
         && !sl_clauses_is (clauses, i, SL_CLASS_CONJUNCTION) && !sl_clauses_is (clauses, i, SL_CLASS_OUTLET_NAME);
}

/* A role, then a name of two or three words: "Mayor Tobin Kesk", "the mayor, Tobin Kesk". */
static SlRange
find_title_and_name (const SlClauses *clauses,
                     guint            i,
                     guint            end)
{
  SlRange name = { i + 1, i + 1 };

  if (name.first < end && sl_tokens_is (clauses->tokens, name.first, ","))
    name.first++;
  for (name.end = name.first; name.end < end && name.end < name.first + 3 && is_name_word (clauses, name.end);)
    name.end++;
  if (name.end < name.first + 2)
    name.end = name.first;
  return name;
}

/* The only person with a title and a name in the few lines before: "he" can be nobody else. */
static char *
find_person_before (const Resolver *resolver,
                    guint           end)
{
  const SlClauses *clauses = resolver->clauses;
  g_autofree char *found = NULL;
  guint lines = 0;

  for (guint i = end; i-- > 0 && i + NAME_TOKENS > end;)
    {
      SlRange name;

      if (token_at (clauses, i)->kind == SL_TOKEN_NEWLINE && ++lines > 1)
        break;
      if (!sl_clauses_is (clauses, i, SL_CLASS_ROLE) || clauses->places[i] != 0)
        continue;
      name = find_title_and_name (clauses, i, end);
      if (name.first == name.end)
        continue;
      if (found != NULL)
        {
          g_autofree char *other = copy_words (clauses, name);

          if (strcmp (found, other) != 0)
            return NULL;
          continue;
        }
      found = copy_words (clauses, name);
    }
  return g_steal_pointer (&found);
}

static char *
name_speaker (const Resolver *resolver,
              SlAttribution  *attribution,
              SlRange         words,
              guint           index)
{
  const SlClauses *clauses = resolver->clauses;
  g_autofree char *copy = copy_words (clauses, words);
  const char *other = NULL;

  if (attribution->kind == SL_SPEAKER_UNNAMED && is_bare_unnamed (clauses, words))
    return name_unnamed (resolver, words);
  if (attribution->kind == SL_SPEAKER_OUTLET && sl_outlets_is (clauses, words))
    return sl_outlets_name (clauses, words);
  if (is_speaking_person (clauses, words))
    return g_steal_pointer (&copy);
  if (is_pronoun (clauses, words))
    {
      g_autofree char *person = find_person_before (resolver, words.first);

      other = find_antecedent (resolver, index);
      if (other == NULL && person != NULL)
        return g_steal_pointer (&person);
      if (other == NULL)
        other = find_outlet_before (resolver, index);
    }
  else if (attribution->kind == SL_SPEAKER_OUTLET && !sl_outlets_is (clauses, words))
    other = resolver->outlet;
  else if (attribution->kind == SL_SPEAKER_NAMED && is_single_name (clauses, words))
    other = find_full_name (resolver, index, copy);
  return other != NULL ? g_strdup (other) : g_steal_pointer (&copy);
}

/* What names the speaker: without the comma or "'s" that ends it, and what "who" stands for. */
static SlRange
find_name (const SlClauses *clauses,
           SlRange          words)
{
  guint possessive = sl_clauses_match_back (clauses, words.end, words.first, SL_CLASS_POSSESSIVE);

  if (possessive > 0 && words.first + possessive < words.end)
    words.end -= possessive;
  while (words.end > words.first + 1 && token_at (clauses, words.end - 1)->kind == SL_TOKEN_MARK
         && !sl_tokens_is (clauses->tokens, words.end - 1, ")") && !sl_tokens_is (clauses->tokens, words.end - 1, "."))
    words.end--;
  if (words.end == words.first + 1 && words.first > 1 && sl_clauses_is (clauses, words.first, SL_CLASS_RELATIVE))
    {
      guint end = sl_tokens_is (clauses->tokens, words.first - 1, ",") ? words.first - 1 : words.first;
      SlRange noun = sl_clauses_noun_before (clauses, end, end > MAX_NOUN ? end - MAX_NOUN : 0);

      if (noun.first < noun.end)
        return noun;
    }
  return words;
}

/**
 * sl_speakers_resolve:
 * @clauses: a text
 * @language: its language
 * @sentences: (element-type SlSentence): its sentences
 * @attributions: (element-type SlAttribution): what is filled in: speaker and kind
 *
 * Says who the speakers are: full names for short ones, the person meant for a
 * pronoun where only one can be, the outlet last named for "the journalists"; and
 * what their names, roles and affiliations are.
 */
void
sl_speakers_resolve (const SlClauses  *clauses,
                     const SlLanguage *language,
                     const GArray     *sentences,
                     GPtrArray        *attributions)
{
  Resolver resolver = { clauses, language, sentences, attributions, NULL };

  for (guint i = 0; i < attributions->len; i++)
    {
      SlAttribution *attribution = g_ptr_array_index (attributions, i);
      SlRange words;

      if (attribution->source->len == 0)
        {
          attribution->kind = SL_SPEAKER_UNNAMED;
          continue;
        }
      words = find_name (clauses, range_of (clauses, g_array_index (attribution->source, SlSpan, 0)));
      if (attribution->kind == SL_SPEAKER_OUTLET)
        {
          attribution->speaker = sl_outlets_name (clauses, words);
          continue;
        }
      attribution->kind = classify (clauses, words);
      attribution->speaker = name_speaker (&resolver, attribution, words, i);
      if (attribution->kind == SL_SPEAKER_OUTLET && sl_outlets_is (clauses, words)
          && (attribution->relay_of < 0 || attribution->relay_of > (int) i))
        resolver.outlet = attribution->speaker;
    }
  sl_persons_resolve (clauses, language, attributions);
}
