/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/sl-authors.h"

#include <string.h>

#define MAX_AUTHORS 30u
#define MAX_NAME_WORDS 6
#define MAX_NAME_CP 60
#define MAX_ACRONYM_CP 6

/* Words before the names in a byline, case-folded. */
static const char *const openers[] = {
  "by: ", "by ", "words by ", "written by ", "posted by ", "published by ", "reported by ", "story by ", "text by ", "von: ", "von ", "text: ",
  "ein beitrag von ", "eine analyse von ", "ein kommentar von ", "ein gastbeitrag von ", "ein interview von ", "kommentar von ",
  "analyse von ", "aus ", "par ", "por: ", "por ", "di ", "a cura di ", "door ", "av ", "af ", "tekst: ", "skrevet av ", "autor: ", "autor/in: ",
  "autorin: ", "autoren: ", "author: ", "authors: ", "autore: ", "auteur : ", "auteur: ", "автор: ", "автор ", "автори: ", "автори ", "авторы: ",
  "napisał: ", "opracował: ", "oprac. ", "yazan: ", "redaktion: ", "写真: ", "文: ", "记者 ", "记者：", "责编："
};

/* What parts one name from the next. */
static const char *const joints[] = {
  ", and ", " and ", " und ", " et ", " y ", " e ", " och ", " og ", " en ", " i ", " та ", " и ", " & ", "&", " / ", "/", ";", " | ", "|", " • ", " · ", ", ", "、", " with ", " mit "
};

/* Words that no name has, case-folded; the part with one of them is left out. */
static const char *const strangers[] = {
  "staff", "reporter", "editor", "correspondent", "writer", "redaktion", "newsroom", "editorial", "admin", "http", "www.", "@", "updated", "published",
  "posted", "min read", "minutes", "minuten", "uhr", "copyright", "all rights", "follow", "subscribe", "share", "comment", "view all", "read more",
  "mehr lesen", "korrespondent", "contributor", "journalist", "photograph", "getty", "istock", "image:", "images", "foto:", "photo:", "profile", "biography", "about the author",
  "more from", "articles by", "contact", "e-mail", "email", "twitter", "facebook", "stand:", "aktualisiert", "zuletzt", "veröffentlicht", "for the"
};

/* Words that name an office and nobody, when there are no others in a name; case-folded. */
static const char *const offices[] = {
  "a", "admin", "administrator", "correspondent", "desk", "digital", "editor", "editorial", "editors", "news", "newsroom", "online", "our", "reporter",
  "reporters", "staff", "team", "the", "web", "webdesk", "writer", "writers", "die", "redaktion", "onlineredaktion", "online-redaktion", "la", "de",
  "rédaction", "redacción", "redazione", "redactie", "redacção", "redação", "redakcja", "редакция", "редакція", NULL
};

static gsize
opener_length (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (openers); i++)
    {
      const char *rest = text;

      if (!g_str_has_prefix (folded, openers[i]))
        continue;
      /* Folding may change the number of bytes, not that of characters for these words. */
      for (long n = g_utf8_strlen (openers[i], -1); n > 0 && *rest != '\0'; n--)
        rest = g_utf8_next_char (rest);
      return (gsize) (rest - text);
    }
  return 0;
}

/* Finds the next joint of names; only commas and the like part what the page declares as one name. */
static const char *
find_joint (const char *text,
            gsize      *length)
{
  const char *best = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (joints); i++)
    {
      const char *found = strstr (text, joints[i]);

      if (found == NULL || (best != NULL && found >= best))
        continue;
      best = found;
      *length = strlen (joints[i]);
    }
  return best;
}

static gboolean
has_stranger (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (strangers); i++)
    {
      if (strstr (folded, strangers[i]) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Whether a declared name is only an office, like "Staff Reporter". */
static gboolean
is_office (const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  g_auto (GStrv) words = g_strsplit (folded, " ", 0);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (!g_strv_contains (offices, words[i]))
        return FALSE;
    }
  return words[0] != NULL;
}

static gboolean
has_letter (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      if (g_unichar_isalpha (g_utf8_get_char (text)))
        return TRUE;
    }
  return FALSE;
}

static int
count_words (const char *text)
{
  int words = 0;

  for (gboolean inside = FALSE; *text != '\0'; text++)
    {
      words += *text != ' ' && !inside;
      inside = *text != ' ';
    }
  return words;
}

static gboolean
contains_equal (const GPtrArray *authors,
                const char      *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  for (guint i = 0; i < authors->len; i++)
    {
      g_autofree char *other = g_utf8_casefold (g_ptr_array_index (authors, i), -1);

      if (g_str_equal (other, folded))
        return TRUE;
    }
  return FALSE;
}

/* Takes what stands in parentheses, and marks around a name, off. */
static char *
trim (const char *text,
      gsize       length)
{
  char *name = g_strndup (text, length);

  name[strcspn (name, "()")] = '\0';
  g_strstrip (name);
  while (*name != '\0' && strchr (",:;-*.", name[strlen (name) - 1]) != NULL && !(name[strlen (name) - 1] == '.' && strlen (name) > 2 && name[strlen (name) - 3] == ' '))
    name[strlen (name) - 1] = '\0';
  while (*name != '\0' && strchr (",:;-*@ ", *name) != NULL)
    memmove (name, name + 1, strlen (name));
  return g_strstrip (name);
}

static void
add_one (GPtrArray  *authors,
         const char *text,
         gsize       length,
         gboolean    declared)
{
  g_autofree char *name = trim (text, length);

  if (authors->len >= MAX_AUTHORS || contains_equal (authors, name) || *name == '\0')
    return;
  if (declared ? has_letter (name) && strstr (name, "://") == NULL && !is_office (name) : sl_authors_is_name (name))
    g_ptr_array_add (authors, g_steal_pointer (&name));
}

/* "TRPA", a newspaper's or agency's short name */
static gboolean
is_acronym (const char *text,
            gsize       length)
{
  g_autofree char *name = trim (text, length);

  if (*name == '\0' || g_utf8_strlen (name, -1) > MAX_ACRONYM_CP)
    return FALSE;
  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (!g_unichar_isupper (g_utf8_get_char (at)))
        return FALSE;
    }
  return TRUE;
}

/**
 * sl_authors_is_name:
 * @text: some words, valid UTF-8
 *
 * Judges whether words can be the name of a person: few, without digits, beginning with a capital
 * where the script has them, and none of the words that bylines have beside names.
 *
 * Returns: whether they can
 */
gboolean
sl_authors_is_name (const char *text)
{
  gunichar first = g_utf8_get_char (text);

  if (!g_unichar_isalpha (first) || g_unichar_islower (first) || g_utf8_strlen (text, -1) > MAX_NAME_CP
      || g_utf8_strlen (text, -1) < 2 || count_words (text) > MAX_NAME_WORDS || has_stranger (text))
    return FALSE;
  return strpbrk (text, "0123456789?!:<>{}[]\"") == NULL;
}

/**
 * sl_authors_add:
 * @authors: (element-type utf8): names so far; new ones are appended
 * @byline: a byline, or a name from the page's metadata
 * @declared: whether metadata say that it is the author, so that it need not look like a person's name
 *
 * Takes a byline apart into names. An acronym behind a comma is where somebody works, as in "Ada Marsh, TRPA".
 */
void
sl_authors_add (GPtrArray  *authors,
                const char *byline,
                gboolean    declared)
{
  const char *at;
  const char *joint;
  gsize length = 0;
  gboolean comma = FALSE;

  g_return_if_fail (authors != NULL && byline != NULL);

  at = byline + opener_length (byline);
  while ((joint = find_joint (at, &length)) != NULL)
    {
      if (!comma || !is_acronym (at, (gsize) (joint - at)))
        add_one (authors, at, (gsize) (joint - at), declared);
      comma = *joint == ',';
      at = joint + length;
      at += opener_length (at);
    }
  if (!comma || !is_acronym (at, strlen (at)))
    add_one (authors, at, strlen (at), declared);
}
