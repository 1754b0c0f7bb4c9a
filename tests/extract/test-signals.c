/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The first pass of the tagger must let through each sentence in which the grammar finds a time. */

#include "extract/sl-language.h"

#include <string.h>

#include "extract/sl-sentences.h"

/* Tokens of generated text for each language. */
#define GENERATED 60000

/* Every match must hold a signal of its own, whatever stands around it: more than the tagger asks for. */
static guint
check_text (const SlLanguage *language,
            const char       *text)
{
  g_autoptr (SlTokens) tokens = sl_tokens_new (text, strlen (text), sl_language_get_lexicon (language));
  guint matches = 0;

  for (guint i = 0; i < tokens->count; i++)
    {
      SlMatch match;

      if (!sl_patterns_match (sl_language_get_patterns (language), tokens, i, &match) || match.action == SL_ACTION_NONE)
        continue;
      matches++;
      if (sl_signals_find (sl_language_get_signals (language), tokens, match.first, match.end) == match.end)
        g_error ("%s: the first pass misses “%.*s”", sl_language_get_tag (language),
                 (int) (tokens->items[match.end - 1].end - tokens->items[match.first].start), text + tokens->items[match.first].start);
    }
  return matches;
}

/* A word of the language, two times of three one that belongs to times; now and then with a capital letter. */
static void
append_word (GString         *text,
             const SlLexicon *lexicon,
             GRand           *random)
{
  guint32 size = sl_lexicon_get_size (lexicon);
  guint32 word = (guint32) g_rand_int_range (random, 1, (int) size);

  for (guint i = 0; i < 40 && g_rand_int_range (random, 0, 3) > 0; i++)
    {
      const GPtrArray *entries = sl_lexicon_get_entries (lexicon, word);

      if (entries != NULL && ((const SlLexEntry *) g_ptr_array_index (entries, 0))->class_ < SL_CLASS_CUE_VERB)
        break;
      word = (guint32) g_rand_int_range (random, 1, (int) size);
    }
  if (g_rand_int_range (random, 0, 4) == 0)
    {
      const char *string = sl_lexicon_get_word (lexicon, word);

      g_string_append_unichar (text, g_unichar_toupper (g_utf8_get_char (string)));
      g_string_append (text, g_utf8_next_char (string));
    }
  else
    g_string_append (text, sl_lexicon_get_word (lexicon, word));
}

static void
test_generated (gconstpointer data)
{
  static const char *const between[] = { " ", " ", " ", " ", " ", " - ", "-", ", ", ". ", "'", ": ", "/", " \n" };
  const SlLanguage *language = sl_language_get (data, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (20251123);

  for (guint i = 0; i < GENERATED; i++)
    {
      if (g_rand_int_range (random, 0, 12) == 0)
        g_string_append_printf (text, "%d", g_rand_int_range (random, 0, g_rand_boolean (random) ? 32 : 2100));
      else
        append_word (text, sl_language_get_lexicon (language), random);
      g_string_append (text, between[g_rand_int_range (random, 0, G_N_ELEMENTS (between))]);
    }
  g_assert_cmpuint (check_text (language, text->str), >, GENERATED / 60);
}

static void
test_sentences (void)
{
  static const struct
  {
    const char *tag;
    const char *text;
    guint times;
  } cases[] = {
    { "en", "The day before yesterday nobody came. We meet in May, a week from now, at noon or at half past nine. It may rain.", 4 },
    { "en", "On the third of the month, twice a week, every other day, in the early nineties, these days.", 3 },
    { "de", "Vorgestern kam niemand. Am Montag in einer Woche, Anfang Mai, um Mitternacht, vor drei Tagen, täglich.", 5 },
    { "uk", "Позавчора ніхто не прийшов. Минулого тижня, у середу, на початку травня, три дні тому, щодня.", 5 },
    { "ru", "Позавчера никто не пришёл. На прошлой неделе, в среду, в начале мая, три дня назад, ежедневно.", 5 },
    { "fr", "Avant-hier personne n’est venu. La semaine dernière, mercredi, début mai, il y a trois jours, à midi.", 4 },
    { "es", "Anteayer no vino nadie. La semana pasada, el miércoles, a principios de mayo, hace tres días, a medianoche.", 4 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (check_text (sl_language_get (cases[i].tag, NULL), cases[i].text), >=, cases[i].times);
}

/* Most sentences must not get through: what the first pass is for. */
static void
test_silence (void)
{
  static const char *const silent[] = {
    "The keepers of both lighthouses met on the pier, where a table had been set.",
    "Nobody had brought a chair, but this is what they have and it may not be enough for all of them.",
    "“We are not here to sell the lamp,” the harbour master said of the plan by the council.",
    "She would have to march with the others, as one of the few who can.",
  };
  const SlLanguage *english = sl_language_get ("en", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (silent); i++)
    {
      g_autoptr (SlTokens) tokens = sl_tokens_new (silent[i], strlen (silent[i]), sl_language_get_lexicon (english));

      g_test_message ("%s", silent[i]);
      g_assert_cmpuint (sl_signals_find (sl_language_get_signals (english), tokens, 0, tokens->count), ==, tokens->count);
    }
}

int
main (int    argc,
      char **argv)
{
  g_auto (GStrv) tags = sl_language_list ();

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; tags[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat ("/extract/signals/generated/", tags[i], NULL);

      g_test_add_data_func (path, tags[i], test_generated);
    }
  g_test_add_func ("/extract/signals/sentences", test_sentences);
  g_test_add_func ("/extract/signals/silence", test_silence);
  return g_test_run ();
}
