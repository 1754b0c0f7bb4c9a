/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-persons.h"

#include <string.h>

#include "extract/sl-attribution.h"
#include "extract/sl-identity.h"

/* A phrase that names a speaker is read up to so many tokens. */
#define MAX_SOURCE 64

/* A role is told so many tokens around its word. */
#define MAX_BEFORE 6
#define MAX_AFTER 12
#define MAX_APPOSITION 24

/* A pronoun is one of the last that spoke, not so many tokens before. */
#define MAX_SPOKEN 8
#define MAX_DISTANCE 80

typedef struct
{
  char *name;         /* (owned): as full as it was told */
  char *role;         /* (owned) (nullable) */
  char *affiliation;  /* (owned) (nullable) */
} Person;

/* Somebody said something at a token. */
typedef struct
{
  Person *person;  /* (unowned) */
  guint   token;
} Spoken;

/* Who was named so far. */
typedef struct
{
  const SlClauses *clauses;
  const char *const *endings;
  GPtrArray  *all;         /* (owned) (element-type Person) */
  GHashTable *by_name;     /* (owned) (element-type utf8 Person): full names */
  GHashTable *by_last;     /* (owned) (element-type utf8 Person): last words of them; %NULL when several have it */
  GHashTable *by_speaker;  /* (owned) (element-type utf8 Person): as attributions call them; keys are theirs */
  GArray     *spoken;      /* (owned) (element-type Spoken) */
  guint       at;          /* token up to which the text was read */
} Persons;

static void
person_free (Person *self)
{
  g_free (self->name);
  g_free (self->role);
  g_free (self->affiliation);
  g_free (self);
}

static const SlToken *
token_at (const Persons *persons,
          guint          i)
{
  return &persons->clauses->tokens->items[i];
}

static char *
copy_words (const Persons *persons,
            SlRange        range)
{
  SlSpan span;

  if (range.first >= range.end)
    return NULL;
  span = sl_clauses_get_span (persons->clauses, range);
  return g_strndup (persons->clauses->tokens->text + span.start, sl_span_length (span));
}

/* ---- who is known --------------------------------------------------------------------------------------------- */

static const char *
last_word (const char *name)
{
  const char *space = strrchr (name, ' ');

  return space != NULL ? space + 1 : name;
}

static gboolean
is_short (const char *name)
{
  return last_word (name) == name;
}

/* Two full names with one last word: it names neither of them from now on. */
static Person *
add_person (Persons    *persons,
            const char *name)
{
  Person *person = g_new0 (Person, 1);
  const char *last = last_word (name);
  gboolean shared = g_hash_table_contains (persons->by_last, last);

  person->name = g_strdup (name);
  g_ptr_array_add (persons->all, person);
  g_hash_table_insert (persons->by_name, g_strdup (name), person);
  g_hash_table_insert (persons->by_last, g_strdup (last), shared ? NULL : person);
  return person;
}

/* "Prokop" is the Ana Prokop named before, and Ana Prokop the Prokop. */
static Person *
find_person (Persons    *persons,
             const char *name)
{
  Person *person = g_hash_table_lookup (persons->by_name, name);

  if (person != NULL && !is_short (name))
    return person;
  person = g_hash_table_lookup (persons->by_last, last_word (name));
  if (person == NULL || is_short (name))
    return person;
  if (!is_short (person->name))
    return NULL;
  g_free (person->name);
  person->name = g_strdup (name);
  g_hash_table_insert (persons->by_name, g_strdup (name), person);
  return person;
}

/* What is told first stays; a role and its affiliation belong together. */
static void
tell (Person     *person,
      const char *role,
      const char *affiliation)
{
  if (person->role == NULL && role != NULL)
    {
      person->role = g_strdup (role);
      if (affiliation != NULL)
        g_set_str (&person->affiliation, affiliation);
    }
  else if (person->affiliation == NULL && (role == NULL || strcmp (role, person->role) == 0))
    person->affiliation = g_strdup (affiliation);
}

/* ---- roles that the text tells ---------------------------------------------------------------------------------- */

static gboolean
is_capital (const Persons *persons,
            guint          i)
{
  return token_at (persons, i)->kind == SL_TOKEN_WORD && token_at (persons, i)->capital;
}

static gboolean
is_role (const Persons *persons,
         guint          i)
{
  return sl_tokens_match (persons->clauses->tokens, persons->clauses->lexicon, i, SL_CLASS_ROLE, NULL) > 0;
}

static gboolean
ends_phrase (const Persons *persons,
             guint          i)
{
  const SlClauses *clauses = persons->clauses;

  if (token_at (persons, i)->kind == SL_TOKEN_MARK)
    return token_at (persons, i)->spaced || i + 1 >= clauses->tokens->count || token_at (persons, i + 1)->spaced;
  if (token_at (persons, i)->kind != SL_TOKEN_WORD)
    return TRUE;
  return !token_at (persons, i)->capital
         && (sl_clauses_is_verb (clauses, i) || sl_clauses_is (clauses, i, SL_CLASS_PREPOSITION) || sl_clauses_is (clauses, i, SL_CLASS_CONJUNCTION)
             || sl_clauses_is (clauses, i, SL_CLASS_JOINER) || sl_clauses_is (clauses, i, SL_CLASS_RELATIVE));
}

static guint
begin_of_title (const Persons *persons,
                guint          role)
{
  guint i = role;

  while (i > 0 && role - i < MAX_BEFORE && !ends_phrase (persons, i - 1))
    if (sl_clauses_is (persons->clauses, --i, SL_CLASS_DETERMINER))
      break;
  return i;
}

/* "Ana Prokop, |mayor of Lund,": up to the mark that ends it; 0 when none does soon. */
static guint
end_of_apposition (const Persons *persons,
                   guint          i)
{
  const SlTokens *tokens = persons->clauses->tokens;

  for (guint k = i; k < tokens->count && k - i < MAX_APPOSITION; k++)
    if (token_at (persons, k)->kind == SL_TOKEN_NEWLINE || sl_tokens_is (tokens, k, ",") || (sl_tokens_is (tokens, k, ".") && !token_at (persons, k)->spaced))
      return k;
  return 0;
}

static gboolean
is_whose (const Persons *persons,
          guint          i)
{
  for (const char *const *ending = persons->endings; ending != NULL && *ending != NULL; ending++)
    if (token_at (persons, i)->end - token_at (persons, i)->start > strlen (*ending)
        && strncmp (persons->clauses->tokens->text + token_at (persons, i)->end - strlen (*ending), *ending, strlen (*ending)) == 0)
      return TRUE;
  return FALSE;
}

/* One past the name behind a title: the first capitalised words, unless they only tell whose it is. */
static guint
end_of_title (const Persons *persons,
              guint          role)
{
  guint i = role + 1, capitals = 0, end = role + 1, count = persons->clauses->tokens->count;

  if (i < count && sl_tokens_is (persons->clauses->tokens, i, ","))
    i++;
  for (; i < count && i - role < MAX_AFTER && !ends_phrase (persons, i); i++)
    {
      if (token_at (persons, i)->kind == SL_TOKEN_MARK)
        continue;
      if (is_capital (persons, i))
        {
          capitals++;
          end = i + 1;
        }
      else if (capitals > 1 || (capitals == 1 && !is_whose (persons, i - 1)))
        break;
      else
        capitals = 0;
    }
  return end;
}

/* Notes whom the role at token @i is told of, if he is called by more than one name. */
static void
learn_role (Persons *persons,
            guint    i)
{
  SlRange words = { begin_of_title (persons, i), 0 };
  guint name = words.first;
  SlIdentity identity;

  if (name > 1 && sl_tokens_is (persons->clauses->tokens, name - 1, ",") && is_capital (persons, name - 2))
    {
      for (name--; name > 0 && words.first - name < MAX_BEFORE && is_capital (persons, name - 1);)
        name--;
      words.first = name;
      words.end = end_of_apposition (persons, i);
    }
  else
    words.end = end_of_title (persons, i);
  if (words.end <= i)
    return;
  identity = sl_identity_read (persons->clauses, persons->endings, words);
  if (identity.name.end > identity.name.first + 1 && identity.role.first < identity.role.end)
    {
      g_autofree char *full = copy_words (persons, identity.name);
      g_autofree char *role = copy_words (persons, identity.role);
      g_autofree char *affiliation = copy_words (persons, identity.affiliation);
      Person *person = find_person (persons, full);

      if (person == NULL && !is_short (full))
        person = add_person (persons, full);
      if (person != NULL)
        tell (person, role, affiliation);
    }
}

static void
learn_until (Persons *persons,
             guint    end)
{
  for (; persons->at < end; persons->at++)
    if (is_role (persons, persons->at))
      learn_role (persons, persons->at);
}

/* ---- attributions ----------------------------------------------------------------------------------------------- */

static SlRange
get_source (const Persons       *persons,
            const SlAttribution *attribution)
{
  const SlTokens *tokens = persons->clauses->tokens;
  SlSpan span = g_array_index (attribution->source, SlSpan, 0);
  SlRange words = { sl_tokens_find (tokens, span.start), 0 };

  for (words.end = words.first; words.end < tokens->count && words.end - words.first < MAX_SOURCE && token_at (persons, words.end)->start < span.end;)
    words.end++;
  return words;
}

/* "Ana Prokop, |mayor of Lund,", "the mayor of Lund, |Ana Prokop,": whether what follows a comma tells what is missing. */
static gboolean
tells_more (const Persons    *persons,
            const SlIdentity *identity,
            SlRange           words,
            guint             comma)
{
  const SlClauses *clauses = persons->clauses;
  guint i = comma + 1;

  if (identity->role.first < identity->role.end)
    {
      while (i < words.end && is_capital (persons, i) && !sl_clauses_is (clauses, i, SL_CLASS_DETERMINER))
        i++;
      return identity->name.first >= identity->name.end && i == words.end && i > comma + 2;
    }
  if (i < words.end && sl_clauses_is (clauses, i, SL_CLASS_DETERMINER))
    i++;
  return identity->name.first < identity->name.end && i < words.end && is_role (persons, i);
}

/* Reads who speaks from the words of the source, and from what stands behind them up to the next comma. */
static SlIdentity
read_source (const Persons *persons,
             SlRange        words)
{
  const SlTokens *tokens = persons->clauses->tokens;
  SlIdentity identity = sl_identity_read (persons->clauses, persons->endings, words);
  guint comma = sl_tokens_is (tokens, words.end - 1, ",") ? words.end - 1 : words.end;
  SlRange more = { words.first, 0 };

  if (sl_tokens_is (tokens, comma, "("))
    {
      for (more.end = comma; more.end < tokens->count && more.end < comma + MAX_BEFORE && !sl_tokens_is (tokens, more.end, ")");)
        more.end++;
      more.end++;
      return more.end <= tokens->count && sl_tokens_is (tokens, more.end - 1, ")") ? sl_identity_read (persons->clauses, persons->endings, more) : identity;
    }
  if (!sl_tokens_is (tokens, comma, ","))
    return identity;
  more.end = end_of_apposition (persons, comma + 1);
  return more.end > comma && tells_more (persons, &identity, more, comma) ? sl_identity_read (persons->clauses, persons->endings, more) : identity;
}

/* "She" where all that spoke shortly before, after they were named, are one person. */
static Person *
find_antecedent (const Persons *persons,
                 SlRange        words)
{
  const SlLexEntry *entry = NULL;
  Person *found = NULL;

  if (words.end != words.first + 1 || sl_tokens_match (persons->clauses->tokens, persons->clauses->lexicon, words.first, SL_CLASS_PRONOUN, &entry) == 0
      || (strcmp (entry->text, "m") != 0 && strcmp (entry->text, "f") != 0))
    return NULL;
  for (guint i = persons->spoken->len; i-- > 0 && i + MAX_SPOKEN >= persons->spoken->len;)
    {
      const Spoken *spoken = &g_array_index (persons->spoken, Spoken, i);

      if (spoken->token + MAX_DISTANCE < words.first)
        break;
      if (found != NULL && found != spoken->person)
        return NULL;
      found = spoken->person;
    }
  return found;
}

/* "міністр Гай" rather than a minister of something: the text has named a Hai before. */
static void
correct (Persons    *persons,
         SlIdentity *identity)
{
  g_autofree char *word = copy_words (persons, identity->affiliation);

  if (word == NULL || identity->name.first < identity->name.end || persons->endings == NULL || !is_short (word)
      || g_hash_table_lookup (persons->by_last, word) == NULL)
    return;
  identity->name = identity->affiliation;
  identity->affiliation = (SlRange) { 0, 0 };
}

static Person *
find_speaker (Persons             *persons,
              const SlAttribution *attribution)
{
  Person *person = g_hash_table_lookup (persons->by_speaker, attribution->speaker);

  return person != NULL ? person : g_hash_table_lookup (persons->by_name, attribution->speaker);
}

/* What the mention itself does not tell, the mentions before do. */
static void
fill (SlAttribution *attribution,
      const Person  *person)
{
  g_set_str (&attribution->name, person->name);
  if (attribution->role == NULL)
    {
      attribution->role = g_strdup (person->role);
      if (attribution->affiliation == NULL)
        attribution->affiliation = g_strdup (person->affiliation);
    }
  else if (attribution->affiliation == NULL && g_strcmp0 (attribution->role, person->role) == 0)
    attribution->affiliation = g_strdup (person->affiliation);
}

static void
identify (Persons       *persons,
          SlAttribution *attribution)
{
  SlRange words = get_source (persons, attribution);
  SlIdentity identity;
  Person *person;
  Spoken spoken;

  learn_until (persons, words.first);
  identity = read_source (persons, words);
  correct (persons, &identity);
  attribution->role = copy_words (persons, identity.role);
  attribution->affiliation = copy_words (persons, identity.affiliation);
  attribution->name = copy_words (persons, identity.name);
  if (attribution->name != NULL)
    {
      person = find_person (persons, attribution->name);
      if (person == NULL)
        person = add_person (persons, attribution->name);
      tell (person, attribution->role, attribution->affiliation);
      g_hash_table_insert (persons->by_speaker, attribution->speaker, person);
    }
  else
    person = attribution->role == NULL ? find_speaker (persons, attribution) : NULL;
  if (person == NULL && attribution->role == NULL)
    person = find_antecedent (persons, words);
  if (person == NULL)
    return;
  fill (attribution, person);
  spoken = (Spoken) { person, words.first };
  g_array_append_val (persons->spoken, spoken);
}

/**
 * sl_persons_resolve:
 * @clauses: a text
 * @language: its language
 * @attributions: (element-type SlAttribution): what is filled in: name, role and affiliation; their speakers are known
 *
 * Tells who the speakers are, in the words of the text: what one mention of a person says holds for those behind it,
 * unless two persons share the short name. What the text does not say stays %NULL.
 */
void
sl_persons_resolve (const SlClauses  *clauses,
                    const SlLanguage *language,
                    GPtrArray        *attributions)
{
  Persons persons = {
    .clauses = clauses,
    .endings = sl_language_get_genitive_endings (language),
    .all = g_ptr_array_new_with_free_func ((GDestroyNotify) person_free),
    .by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .by_last = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .by_speaker = g_hash_table_new (g_str_hash, g_str_equal),
    .spoken = g_array_new (FALSE, FALSE, sizeof (Spoken)),
  };

  for (guint i = 0; i < attributions->len; i++)
    {
      SlAttribution *attribution = g_ptr_array_index (attributions, i);

      if (attribution->kind == SL_SPEAKER_OUTLET)
        attribution->name = g_strdup (attribution->speaker);
      else if (attribution->kind != SL_SPEAKER_DOCUMENT && attribution->source->len > 0 && attribution->speaker != NULL)
        identify (&persons, attribution);
    }
  g_array_unref (persons.spoken);
  g_hash_table_unref (persons.by_speaker);
  g_hash_table_unref (persons.by_last);
  g_hash_table_unref (persons.by_name);
  g_ptr_array_unref (persons.all);
}
