/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-identity.h"

#include <string.h>

/* A phrase has at most so many pieces; what stands behind tells nothing. */
#define MAX_PIECES 32

/* "von der", "de la": what stands inside a name has at most so many letters, and so many words. */
#define MAX_PARTICLE 3
#define MAX_PARTICLES 2

typedef enum
{
  PIECE_NAME,        /* with a capital letter */
  PIECE_SMALL,
  PIECE_ROLE,
  PIECE_ADDRESS,     /* "Mr" */
  PIECE_BODY,        /* who can speak and is no person */
  PIECE_UNNAMED,     /* "official" */
  PIECE_PREPOSITION,
  PIECE_DETERMINER,
  PIECE_OWNER,       /* "'s" */
  PIECE_BRACKET,     /* with all that stands in it */
  PIECE_COMMA,
  PIECE_OTHER,
} PieceKind;

/* A word with what is attached to it by hyphens and apostrophes, a phrase that is a role, a bracket. */
typedef struct
{
  SlRange   tokens;
  PieceKind kind;
  gboolean  capital;
} Piece;

typedef struct
{
  const SlClauses *clauses;
  const char *const *endings;  /* (unowned) (nullable): of names in the genitive */
  Piece      pieces[MAX_PIECES];
  guint      count;
  SlIdentity found;
} Reader;

static const SlToken *
token_at (const Reader *reader,
          guint         i)
{
  return &reader->clauses->tokens->items[i];
}

static gboolean
is_empty (SlRange range)
{
  return range.first >= range.end;
}

/* ---- pieces --------------------------------------------------------------------------------------------------- */

static gboolean
is_joint (const Reader *reader,
          guint         i)
{
  static const char *const marks[] = { "-", "'", "’", "‐", "‑", "–" };

  if (token_at (reader, i)->spaced)
    return FALSE;
  for (guint k = 0; k < G_N_ELEMENTS (marks); k++)
    if (sl_tokens_is (reader->clauses->tokens, i, marks[k]))
      return TRUE;
  return FALSE;
}

static gboolean
is_owner (const Reader *reader,
          guint         i)
{
  return token_at (reader, i)->kind == SL_TOKEN_MARK && sl_tokens_match (reader->clauses->tokens, reader->clauses->lexicon, i, SL_CLASS_POSSESSIVE, NULL) > 0;
}

/* One past the word at @i: "O'Neill", "Jean-Luc", "F." */
static guint
end_of_word (const Reader *reader,
             guint         i,
             guint         end)
{
  guint after = i + 1;

  while (after + 1 < end && is_joint (reader, after) && !is_owner (reader, after) && !token_at (reader, after + 1)->spaced
         && token_at (reader, after + 1)->kind == SL_TOKEN_WORD)
    after += 2;
  if (after < end && sl_tokens_is (reader->clauses->tokens, after, ".") && !token_at (reader, after)->spaced
      && (token_at (reader, after - 1)->end - token_at (reader, after - 1)->start <= 2 || sl_clauses_is (reader->clauses, after - 1, SL_CLASS_ABBREVIATION)))
    after++;
  return after;
}

static gboolean
is_small_word (const Reader *reader,
               guint         i,
               SlClass       class_)
{
  return sl_clauses_is (reader->clauses, i, class_) && !token_at (reader, i)->upper;
}

/* "president", "Vize-Präsident", "Secretary of State", "Gen."; 0 when it is no role. */
static guint
match_role (const Reader *reader,
            guint         i,
            guint         end,
            PieceKind    *kind)
{
  const SlLexEntry *entry = NULL;
  guint count = sl_tokens_match (reader->clauses->tokens, reader->clauses->lexicon, i, SL_CLASS_ROLE, &entry);
  guint word = end_of_word (reader, i, end);

  if (count == 0 && word > i + 2)
    count = sl_tokens_match (reader->clauses->tokens, reader->clauses->lexicon, word - 1, SL_CLASS_ROLE, &entry) > 0 ? word - i : 0;
  if (count == 0 || i + count > end)
    return 0;
  *kind = strcmp (entry->text, "address") == 0 ? PIECE_ADDRESS : PIECE_ROLE;
  return MAX (i + count, word) - i;
}

static PieceKind
classify_word (const Reader *reader,
               guint         i)
{
  const SlClauses *clauses = reader->clauses;

  if (is_small_word (reader, i, SL_CLASS_RELATIVE) || is_small_word (reader, i, SL_CLASS_PRONOUN) || is_small_word (reader, i, SL_CLASS_JOINER)
      || (clauses->places[i] & SL_PLACE_TIME) != 0)
    return PIECE_OTHER;
  if (is_small_word (reader, i, SL_CLASS_DETERMINER))
    return PIECE_DETERMINER;
  if (is_small_word (reader, i, SL_CLASS_PREPOSITION))
    return PIECE_PREPOSITION;
  if (sl_clauses_is (clauses, i, SL_CLASS_BODY) || sl_clauses_is (clauses, i, SL_CLASS_OUTLET_NOUN))
    return PIECE_BODY;
  if (sl_clauses_is (clauses, i, SL_CLASS_UNNAMED) && (clauses->capital_nouns || !token_at (reader, i)->capital || i == 0))
    return PIECE_UNNAMED;
  return token_at (reader, i)->capital ? PIECE_NAME : PIECE_SMALL;
}

static guint
skip_bracket (const Reader *reader,
              guint         i,
              guint         end)
{
  for (guint k = i + 1; k < end; k++)
    if (sl_tokens_is (reader->clauses->tokens, k, ")"))
      return k + 1;
  return i + 1;
}

static guint
read_mark (const Reader *reader,
           guint         i,
           guint         end,
           PieceKind    *kind)
{
  const SlTokens *tokens = reader->clauses->tokens;

  *kind = PIECE_OTHER;
  if (sl_tokens_is (tokens, i, "("))
    {
      *kind = PIECE_BRACKET;
      return skip_bracket (reader, i, end);
    }
  if (is_owner (reader, i))
    {
      *kind = PIECE_OWNER;
      return MIN (end, i + sl_tokens_match (tokens, reader->clauses->lexicon, i, SL_CLASS_POSSESSIVE, NULL));
    }
  if (sl_tokens_is (tokens, i, ",") || (token_at (reader, i)->spaced && (sl_tokens_is (tokens, i, "–") || sl_tokens_is (tokens, i, "—"))))
    *kind = PIECE_COMMA;
  return i + 1;
}

/* Reads the piece at @i; returns one past it. */
static guint
read_piece (const Reader *reader,
            guint         i,
            guint         end,
            Piece        *piece)
{
  guint count;

  piece->capital = token_at (reader, i)->capital;
  piece->kind = PIECE_OTHER;
  if (token_at (reader, i)->kind == SL_TOKEN_MARK)
    return read_mark (reader, i, end, &piece->kind);
  if (token_at (reader, i)->kind != SL_TOKEN_WORD)
    return i + 1;
  count = match_role (reader, i, end, &piece->kind);
  if (count > 0)
    return i + count;
  piece->kind = classify_word (reader, i);
  /* "d'Ukraine", "l'hôpital" */
  if (piece->kind == PIECE_DETERMINER || piece->kind == PIECE_PREPOSITION)
    return i + 1 < end && is_joint (reader, i + 1) ? i + 2 : i + 1;
  return end_of_word (reader, i, end);
}

static void
cut (Reader  *reader,
     SlRange  words)
{
  guint i = words.first;

  while (i < words.end && reader->count < MAX_PIECES)
    {
      Piece *piece = &reader->pieces[reader->count];

      piece->tokens.first = i;
      i = read_piece (reader, i, words.end, piece);
      piece->tokens.end = i;
      reader->count++;
    }
}

/* ---- parts between commas ------------------------------------------------------------------------------------- */

static gboolean
is_kind (const Reader *reader,
         guint         p,
         guint         end,
         PieceKind     kind)
{
  return p < end && reader->pieces[p].kind == kind;
}

static guint
find_kind (const Reader *reader,
           guint         p,
           guint         end,
           PieceKind     kind)
{
  while (p < end && reader->pieces[p].kind != kind)
    p++;
  return p;
}

static void
set (const Reader *reader,
     SlRange      *range,
     guint         first,
     guint         end)
{
  if (first < end && is_empty (*range))
    *range = (SlRange) { reader->pieces[first].tokens.first, reader->pieces[end - 1].tokens.end };
}

static gboolean
is_genitive (const Reader *reader,
             guint         p)
{
  guint end = token_at (reader, reader->pieces[p].tokens.end - 1)->end;
  const SlToken *first = token_at (reader, reader->pieces[p].tokens.first);

  for (const char *const *ending = reader->endings; ending != NULL && *ending != NULL; ending++)
    if (end - first->start > strlen (*ending) && strncmp (reader->clauses->tokens->text + end - strlen (*ending), *ending, strlen (*ending)) == 0)
      return TRUE;
  return reader->endings != NULL && first->upper;
}

static gboolean
is_particle (const Reader *reader,
             guint         p)
{
  const Piece *piece = &reader->pieces[p];
  SlSpan span = sl_clauses_get_span (reader->clauses, piece->tokens);

  return (piece->kind == PIECE_SMALL || piece->kind == PIECE_PREPOSITION || piece->kind == PIECE_DETERMINER) && !piece->capital
         && g_utf8_strlen (reader->clauses->tokens->text + span.start, (gssize) sl_span_length (span)) <= MAX_PARTICLE;
}

/* Where the capitalised words begin that the part ends in. */
static guint
begin_of_run (const Reader *reader,
              guint         first,
              guint         end)
{
  while (end > first && reader->pieces[end - 1].kind == PIECE_NAME)
    end--;
  return end;
}

/* One past the name that begins at @p: "Ursula von der Leyen", but no further than "Ana Prokop" in "Ana Prokop of Lund". */
static guint
end_of_run (const Reader *reader,
            guint         p,
            guint         end)
{
  guint first = p, next;

  while (p < end && reader->pieces[p].kind == PIECE_NAME)
    p++;
  next = p;
  while (p == first + 1 && next < end && next - p < MAX_PARTICLES && is_particle (reader, next))
    next++;
  if (next == p || next >= end || reader->pieces[next].kind != PIECE_NAME)
    return p;
  while (next < end && reader->pieces[next].kind == PIECE_NAME)
    next++;
  return next;
}

static gboolean
has_name_or_body (const Reader *reader,
                  guint         first,
                  guint         end)
{
  for (guint p = first; p < end; p++)
    if (reader->pieces[p].kind == PIECE_NAME || reader->pieces[p].kind == PIECE_BODY)
      return TRUE;
  return FALSE;
}

/* "on", "in": what follows tells where, no longer for whom. */
static gboolean
is_place (const Reader *reader,
          guint         p)
{
  const SlLexEntry *entry = NULL;

  return reader->pieces[p].kind == PIECE_PREPOSITION
         && sl_tokens_match (reader->clauses->tokens, reader->clauses->lexicon, reader->pieces[p].tokens.first, SL_CLASS_PREPOSITION, &entry) > 0
         && strcmp (entry->text, "when") == 0;
}

/* One past what a preposition before @p speaks of: up to a bracket, or to where it is. */
static guint
end_of_object (const Reader *reader,
               guint         p,
               guint         end)
{
  guint first = p;

  while (p < end && reader->pieces[p].kind != PIECE_BRACKET && reader->pieces[p].kind != PIECE_OTHER
         && !(p > first && is_place (reader, p) && has_name_or_body (reader, first, p)))
    p++;
  return p;
}

/* "Minister of Foreign Affairs Ana Prokop": a title that is a name's, with two words for the name. */
static guint
begin_of_titled_name (const Reader *reader,
                      guint         role,
                      guint         object,
                      guint         end,
                      gboolean      determined)
{
  guint run = begin_of_run (reader, object, end);

  if (determined || find_kind (reader, object, end, PIECE_ROLE) < end)
    return end;
  if (run > object)
    return end - run >= 2 && find_kind (reader, object, run, PIECE_PREPOSITION) == run ? MAX (run, end - 2) : end;
  return reader->pieces[role].capital && end - run >= 3 ? end - 2 : end;
}

/*
 * What follows a role behind a preposition or an article is for whom, or of what: "for the ministry", "der Polizei",
 * "of Lund". A small word without an article is part of the role itself: "head of sales".
 */
static void
read_object (Reader *reader,
             guint   role,
             guint   first,
             guint   end)
{
  guint object = first, after, name;
  gboolean determined = FALSE;

  while (object < end && (reader->pieces[object].kind == PIECE_PREPOSITION || reader->pieces[object].kind == PIECE_DETERMINER))
    determined |= reader->pieces[object++].kind == PIECE_DETERMINER;
  after = end_of_object (reader, object, end);
  name = begin_of_titled_name (reader, role, object, after, determined);
  if (determined || has_name_or_body (reader, object, name))
    set (reader, &reader->found.affiliation, object, name);
  else if (object < name)
    reader->found.role.end = reader->pieces[name - 1].tokens.end;
  set (reader, &reader->found.name, name, after);
}

/* "Міністр | закордонних справ | України | Андрій Гай": whose the role is stands in the genitive before the name. */
static void
read_after_role (Reader *reader,
                 guint   first,
                 guint   end)
{
  guint run, after;

  if (reader->endings == NULL && is_kind (reader, first, end, PIECE_NAME))
    {
      set (reader, &reader->found.name, first, end_of_run (reader, first, end));
      return;
    }
  end = end_of_object (reader, first, end);
  run = begin_of_run (reader, first, end);
  while (end - run > 2 && is_genitive (reader, run))
    run++;
  after = end - run == 1 && is_genitive (reader, run) ? end : run;
  set (reader, &reader->found.affiliation, first, after);
  set (reader, &reader->found.name, after, end_of_run (reader, after, end));
}

/* A capital that only begins the sentence: "Former President" where the word is one of the language's small ones. */
static gboolean
is_only_first (const Reader *reader,
               guint         p)
{
  const SlToken *token = token_at (reader, reader->pieces[p].tokens.first);

  return p == 0 && token->word != 0 && !token->upper;
}

/* "the Reed campaign's", "US": what stands before the role; returns where the role begins. */
static guint
read_before_role (Reader *reader,
                  guint   first,
                  guint   role)
{
  guint owner = find_kind (reader, first, role, PIECE_OWNER), p = first;

  if (owner < role)
    {
      set (reader, &reader->found.affiliation, first, owner);
      return owner + 1;
    }
  while (p < role && !is_only_first (reader, p) && (reader->pieces[p].kind == PIECE_NAME || reader->pieces[p].kind == PIECE_BODY))
    p++;
  set (reader, &reader->found.affiliation, first, p);
  return p;
}

static guint
end_of_role (const Reader *reader,
             guint         role,
             guint         end)
{
  guint after = role + 1;

  while (after < end && (reader->pieces[after].kind == PIECE_ROLE || reader->pieces[after].kind == PIECE_SMALL || reader->pieces[after].kind == PIECE_UNNAMED || (reader->pieces[after].kind == PIECE_NAME && is_kind (reader, after + 1, end, PIECE_ROLE))))
    after++;
  return after;
}

/* A part with a word for a role: "US Secretary of State Ana Prokop". */
static void
read_role (Reader *reader,
           guint   first,
           guint   role,
           guint   end)
{
  guint begin, after;

  /* "Ana King": a name that is such a word. */
  if (role > first && role + 1 == end && first == 0 && !reader->clauses->capital_nouns && reader->pieces[role].capital
      && find_kind (reader, first, role, PIECE_OWNER) == role && begin_of_run (reader, first, role) == first
      && !token_at (reader, reader->pieces[first].tokens.first)->upper)
    {
      set (reader, &reader->found.name, first, end);
      return;
    }
  begin = read_before_role (reader, first, role);
  after = end_of_role (reader, role, end);
  set (reader, &reader->found.role, begin, after);
  if (is_kind (reader, after, end, PIECE_ADDRESS))
    after++;
  if (is_kind (reader, after, end, PIECE_PREPOSITION) || is_kind (reader, after, end, PIECE_DETERMINER))
    read_object (reader, role, after, end);
  else
    read_after_role (reader, after, end);
}

/* "an engineer from Lund", "a senior official at the ministry": what somebody is in words that are no title. */
static void
read_description (Reader *reader,
                  guint   first,
                  guint   end)
{
  guint after = first;

  while (after < end && (reader->pieces[after].kind == PIECE_SMALL || reader->pieces[after].kind == PIECE_NAME || reader->pieces[after].kind == PIECE_UNNAMED))
    after++;
  /* "a D.C. …": names alone tell no role. */
  if (after == first || (!reader->clauses->capital_nouns && begin_of_run (reader, first, after) == first))
    return;
  set (reader, &reader->found.role, first, after);
  if (is_kind (reader, after, end, PIECE_PREPOSITION) || is_kind (reader, after, end, PIECE_DETERMINER))
    read_object (reader, first, after, end);
}

/* A part with a name and no title: "Ana Prokop of Lund", "harbour master Ana Prokop", "the Harbour Board". */
static void
read_name (Reader   *reader,
           guint     first,
           guint     end,
           gboolean  determined)
{
  guint run = begin_of_run (reader, first, end), after;

  if (reader->pieces[first].kind == PIECE_BODY)
    {
      set (reader, &reader->found.name, first, end_of_object (reader, first, end));
      return;
    }
  if (determined && reader->clauses->capital_nouns)
    {
      if (run == first && end - run >= 3)
        {
          set (reader, &reader->found.role, run, end - 2);
          set (reader, &reader->found.name, end - 2, end);
        }
      else if (run == first && token_at (reader, reader->pieces[first].tokens.first)->upper)
        set (reader, &reader->found.name, first, end);
      return;
    }
  /* "harbour master Ana Prokop" */
  if (end - run >= 2 && run > first && reader->pieces[run - 1].kind == PIECE_SMALL && !is_particle (reader, run - 1)
      && find_kind (reader, first, run, PIECE_PREPOSITION) == run && find_kind (reader, first, run, PIECE_OTHER) == run)
    {
      set (reader, &reader->found.role, first, run);
      set (reader, &reader->found.name, run, end);
      return;
    }
  after = end_of_run (reader, first, end);
  /* "Prokop's company" is not she. */
  if (after == first || (is_kind (reader, after, end, PIECE_OWNER) && after + 1 < end))
    return;
  set (reader, &reader->found.name, first, after);
  if (is_kind (reader, after, end, PIECE_PREPOSITION) && !determined && after > first + 1)
    {
      guint object = after + 1;

      while (is_kind (reader, object, end, PIECE_DETERMINER) || is_kind (reader, object, end, PIECE_PREPOSITION))
        object++;
      if (has_name_or_body (reader, object, end))
        set (reader, &reader->found.affiliation, object, end_of_object (reader, object, end));
    }
}

/* "(SPD)" */
static void
read_brackets (Reader *reader,
               guint   first,
               guint   end)
{
  guint bracket = find_kind (reader, first, end, PIECE_BRACKET);
  SlRange inside;

  if (bracket == end || is_empty (reader->found.name))
    return;
  inside = (SlRange) { reader->pieces[bracket].tokens.first + 1, reader->pieces[bracket].tokens.end - 1 };
  if (!is_empty (inside) && token_at (reader, inside.first)->capital && is_empty (reader->found.affiliation))
    reader->found.affiliation = inside;
}

/* "Mr", "M." */
static gboolean
is_address (const Reader *reader,
            guint         p,
            guint         end)
{
  SlRange tokens = reader->pieces[p].tokens;

  return reader->pieces[p].kind == PIECE_ADDRESS
         || (is_kind (reader, p, end, PIECE_NAME) && is_kind (reader, p + 1, end, PIECE_NAME) && tokens.end == tokens.first + 2
             && sl_tokens_is (reader->clauses->tokens, tokens.first + 1, ".") && sl_clauses_is (reader->clauses, tokens.first, SL_CLASS_ABBREVIATION));
}

/* One part between commas; @first is the first piece of it. */
static void
read_part (Reader *reader,
           guint   first,
           guint   end)
{
  guint role, border = find_kind (reader, first, end, PIECE_BRACKET);
  guint begin = first;
  gboolean determined;

  border = MIN (border, find_kind (reader, first, end, PIECE_OTHER));
  while (begin < border && (reader->pieces[begin].kind == PIECE_DETERMINER || is_address (reader, begin, border)))
    begin++;
  determined = is_kind (reader, first, border, PIECE_DETERMINER);
  role = find_kind (reader, begin, MIN (border, find_kind (reader, begin, border, PIECE_PREPOSITION)), PIECE_ROLE);
  if (begin == border)
    return;
  if (is_kind (reader, role, border, PIECE_ROLE))
    {
      if (is_empty (reader->found.role))
        read_role (reader, begin, role, border);
    }
  else if (find_kind (reader, begin, border, PIECE_UNNAMED) < border || (determined && first > 0 && !is_empty (reader->found.name)))
    {
      if (is_empty (reader->found.role))
        read_description (reader, begin, border);
    }
  else if (is_empty (reader->found.name))
    read_name (reader, begin, border, determined);
  read_brackets (reader, first, end);
}

/**
 * sl_identity_read:
 * @clauses: a text
 * @genitive_endings: (nullable): how names end in the genitive, when the language has one without a preposition
 * @words: a phrase that names somebody, with its appositions
 *
 * Tells name, role and affiliation apart: "US Secretary of State Ana Prokop", "Ana Prokop, the mayor of Lund",
 * "Lund's mayor, Ana Prokop", "a spokesman for the ministry". What the words do not tell stays empty.
 *
 * Returns: the parts
 */
SlIdentity
sl_identity_read (const SlClauses        *clauses,
                  const char      *const *genitive_endings,
                  SlRange                 words)
{
  Reader reader = { .clauses = clauses, .endings = genitive_endings };
  guint first = 0;

  cut (&reader, words);
  while (first < reader.count)
    {
      guint end = find_kind (&reader, first, reader.count, PIECE_COMMA);

      if (first < end && reader.pieces[first].kind != PIECE_OTHER)
        read_part (&reader, first, end);
      first = end + 1;
    }
  return reader.found;
}
