/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "extract/sl-language.h"

#include "extract/sl-extract-error.h"
#include "extract/sl-tagger.h"

#include <string.h>

/* Every file that is built in can be read. */
static void
test_built_in (void)
{
  g_auto (GStrv) tags = sl_language_list ();

  g_assert_cmpuint (g_strv_length (tags), >=, 3);
  for (guint i = 0; tags[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      const SlLanguage *language = sl_language_get (tags[i], &error);

      g_assert_no_error (error);
      g_assert_cmpstr (sl_language_get_tag (language), ==, tags[i]);
    }
}

/* Of two equal keys a key file keeps the last and says nothing: a pattern would be lost. */
static void
check_keys (const char *tag,
            const char *data)
{
  g_auto (GStrv) lines = g_strsplit (data, "\n", -1);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *group = "";

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *equals = strchr (lines[i], '=');
      char *key;

      if (lines[i][0] == '[')
        group = lines[i];
      if (lines[i][0] == '[' || lines[i][0] == '#' || equals == NULL)
        continue;
      key = g_strdup_printf ("%s%.*s", group, (int) (equals - lines[i]), lines[i]);
      if (!g_hash_table_add (seen, key))
        g_error ("%s.language, line %u: “%s” is written twice", tag, i + 1, lines[i]);
    }
}

static void
test_keys (void)
{
  g_auto (GStrv) tags = sl_language_list ();

  for (guint i = 0; tags[i] != NULL; i++)
    {
      g_autofree char *name = g_strconcat (tags[i], ".language", NULL);
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "languages", name, NULL);
      g_autofree char *data = NULL;
      g_autoptr (GError) error = NULL;

      g_file_get_contents (path, &data, NULL, &error);
      g_assert_no_error (error);
      check_keys (tags[i], data);
    }
}

static void
test_get (void)
{
  g_assert_cmpstr (sl_language_get_tag (sl_language_get ("de-AT", NULL)), ==, "de");
  g_assert_cmpstr (sl_language_get_tag (sl_language_get ("EN_gb", NULL)), ==, "en");
  g_assert_cmpstr (sl_language_get_tag (sl_language_get ("tlh", NULL)), ==, "en");
}

static void
test_guess (void)
{
  static const struct
  {
    const char *text;
    const char *tag;
  } cases[] = {
    { "The keeper of the lighthouse was on the island with his dog.", "en" },
    { "Der Wärter des Leuchtturms war mit dem Hund auf der Insel.", "de" },
    { "Доглядач маяка був на острові з собакою, і це було давно.", "uk" },
    { "12345", "en" },
    { "", "en" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (sl_language_get_tag (sl_language_guess (cases[i].text, strlen (cases[i].text), NULL)), ==, cases[i].tag);
}

/* A language is a file and nothing more: here is one. */
static void
test_toy (void)
{
  static const char data[] = "[language]\n"
                             "[relative-day]\n"
                             "gestro=-1\n"
                             "[unit]\n"
                             "lunon, lunons=month\n"
                             "[number-word]\n"
                             "dos=2\n"
                             "[sign]\n"
                             "retro=-1\n"
                             "[parts]\n"
                             "when={number} {unit}\n"
                             "[patterns]\n"
                             "{relative-day}=relative\n"
                             "@when {sign}=shift\n"
                             "lunon {number}=none;not-before:retro\n";
  static const char text[] = "La pon cade dos lunons retro, gestro la dom.";
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, strlen (data));
  g_autoptr (GError) error = NULL;
  g_autoptr (SlLanguage) language = sl_language_new ("eo", bytes, &error);
  g_autoptr (SlTokens) tokens = NULL;
  guint found = 0;

  g_assert_no_error (error);
  tokens = sl_tokens_new (text, strlen (text), sl_language_get_lexicon (language));
  for (guint i = 0; i < tokens->count; i++)
    {
      SlMatch match;

      if (!sl_patterns_match (sl_language_get_patterns (language), tokens, i, &match))
        continue;
      g_assert_cmpint (match.action, ==, found == 0 ? SL_ACTION_SHIFT : SL_ACTION_RELATIVE);
      g_assert_cmpuint (match.end - match.first, ==, found == 0 ? 3 : 1);
      found++;
      i = match.end - 1;
    }
  g_assert_cmpuint (found, ==, 2);
}

/* Words that are written together are found as if they stood apart, and only those that may. */
static void
test_compounds (void)
{
  static const char data[] = "[language]\n"
                             "short-names=true\n"
                             "[weekday]\n"
                             "lundo=1\n"
                             "su.=7\n"
                             "[part]\n"
                             "vespero=EV\n"
                             "[number-word]\n"
                             "tri=3\n"
                             "dudek=20\n"
                             "[joiner]\n"
                             "kaj=\n"
                             "[unit]\n"
                             "jaro=year\n"
                             "[compound]\n"
                             "{weekday}={part}\n"
                             "{number-word}=kaj\n"
                             "kaj={number-word:20}\n"
                             "pra={unit}\n"
                             "[patterns]\n"
                             "{weekday}=date;full\n"
                             "{weekday} {part}=part\n"
                             "{number} {unit}=duration\n"
                             "pra ~{unit}=relative;with:direction:-1\n";
  static const struct
  {
    const char *text;
    const char *value; /* NULL for none */
  } cases[] = {
    { "La Lundovespero venis.", "2025-11-17TEV" },
    { "La LUNDOVESPERO venis.", "2025-11-17TEV" },
    { "La lundo vespero venis.", "2025-11-17TEV" },
    { "Trikajdudek jaro pasis.", "P23Y" },
    { "En la prajaro.", "2024" },
    { "En la pra jaro.", NULL },
    { "La vesperolundo, trikajtri jaro, xlundovespero, lundovesperox.", NULL },
    { "Su venis.", NULL },
    { "Venis su. kaj dormis.", "2025-11-16" },
  };
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, strlen (data));
  g_autoptr (GError) error = NULL;
  g_autoptr (SlLanguage) language = sl_language_new ("eo", bytes, &error);
  SlResolver known = { .has_reference = TRUE, .reference = { 2025, 11, 20 } };

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SlTokens) tokens = sl_tokens_new (cases[i].text, strlen (cases[i].text), sl_language_get_lexicon (language));
      g_autoptr (GArray) sentences = g_array_new (FALSE, FALSE, sizeof (SlSentence));
      SlSentence whole = { .first = 0, .end = tokens->count };
      g_autoptr (GPtrArray) times = NULL;

      g_array_append_val (sentences, whole);
      times = sl_tagger_find (tokens, sentences, language, &known);
      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (times->len, ==, cases[i].value != NULL ? 1 : 0);
      if (cases[i].value != NULL)
        g_assert_cmpstr (((const SlTimex *) g_ptr_array_index (times, 0))->value, ==, cases[i].value);
    }
}

static void
test_broken (void)
{
  static const struct
  {
    const char *data;
    const char *says;
  } cases[] = {
    { "[colours]\nred=1\n", "colours" },
    { "[patterns]\n{colour}=date\n", "no such class" },
    { "[patterns]\n{day=date\n", "not closed" },
    { "[patterns]\n(a|b=date\n", "not closed" },
    { "[patterns]\na)=date\n", "not opened" },
    { "[patterns]\n@x=date\n", "no part of this name" },
    { "[parts]\nx=@x\n[patterns]\n@x=date\n", "no part of this name" },
    { "[patterns]\na=dated\n", "no action" },
    { "[month]\njan@x=1\n", "no endings of this name" },
    { "[month]\njan(a|b=1\n", "not closed" },
    { "[month]\njan)=1\n", "not opened" },
    { "[endings]\nx=a@x\n[month]\njan@x=1\n", "no endings of this name" },
    { "[endings]\nx=a|b|c|d|e|f|g|h\n[month]\n@x@x@x=1\n", "too many forms" },
    { "[patterns]\na=date;near:b\n", "no condition" },
    { "[patterns]\na=date;with:colour:1\n", "no condition" },
    { "[patterns]\na=date;with:month\n", "no condition" },
    { "[compound]\n{colour}=a\n", "no part of a compound" },
    { "[compound]\na=b,\n", "no part of a compound" },
    { "[patterns]\na? b? c? d? e? f? g? h? i? j? k? l? m? n? o? p?=date\n", "too many" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].data, strlen (cases[i].data));
      g_autoptr (GError) error = NULL;

      g_assert_null (sl_language_new ("en", bytes, &error));
      g_assert_error (error, SL_EXTRACT_ERROR, SL_EXTRACT_ERROR_LANGUAGE);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, cases[i].says));
    }
}

static void
test_no_key_file (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("words", 5);
  g_autoptr (GError) error = NULL;

  g_assert_null (sl_language_new ("en", bytes, &error));
  g_assert_true (error->domain == G_KEY_FILE_ERROR);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/languages/built-in", test_built_in);
  g_test_add_func ("/languages/keys", test_keys);
  g_test_add_func ("/languages/get", test_get);
  g_test_add_func ("/languages/guess", test_guess);
  g_test_add_func ("/languages/toy", test_toy);
  g_test_add_func ("/languages/compounds", test_compounds);
  g_test_add_func ("/languages/broken", test_broken);
  g_test_add_func ("/languages/no-key-file", test_no_key_file);
  return g_test_run ();
}
