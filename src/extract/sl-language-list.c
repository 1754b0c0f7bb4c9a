/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-language.h"

#include <gio/gio.h>
#include <string.h>

#include "sl-languages.h"

#define RESOURCE_FOLDER "/io/github/sourceline/languages"
#define SUFFIX ".language"

/* Enough of a text to tell its language by. */
#define GUESS_BYTES 6000

static char *
tag_of_file (const char *name)
{
  return g_str_has_suffix (name, SUFFIX) ? g_strndup (name, strlen (name) - strlen (SUFFIX)) : NULL;
}

/**
 * sl_language_list:
 *
 * Returns: (transfer full): tags of the languages that are built in, in order
 */
char **
sl_language_list (void)
{
  g_auto (GStrv) names = g_resource_enumerate_children (sl_languages_get_resource (), RESOURCE_FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GStrvBuilder) tags = g_strv_builder_new ();

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      char *tag = tag_of_file (names[i]);

      if (tag != NULL)
        g_strv_builder_take (tags, tag);
    }
  return g_strv_builder_end (tags);
}

static SlLanguage *
load (const char  *tag,
      GError     **error)
{
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER, "/", tag, SUFFIX, NULL);
  g_autoptr (GBytes) data = g_resource_lookup_data (sl_languages_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return data != NULL ? sl_language_new (tag, data, error) : NULL;
}

/* What reading one built-in language gave. It never changes afterwards. */
typedef struct
{
  GOnce       once;
  char       *tag;       /* (owned) */
  SlLanguage *language;  /* (owned) (nullable) */
  GError     *error;     /* (owned) (nullable) */
} Loaded;

static gpointer
load_once (gpointer data)
{
  Loaded *loaded = data;

  loaded->language = load (loaded->tag, &loaded->error);
  return loaded->language;
}

static gpointer
list_once (gpointer data)
{
  g_auto (GStrv) tags = sl_language_list ();
  GPtrArray *all = g_ptr_array_new ();

  for (guint i = 0; tags[i] != NULL; i++)
    {
      Loaded *loaded = g_new0 (Loaded, 1);

      loaded->tag = g_strdup (tags[i]);
      g_ptr_array_add (all, loaded);
    }
  return all;
}

/* Languages are read when first asked for and kept as long as the program runs: they are constants in the shape of files. */
static GPtrArray *
get_all (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, list_once, NULL);
}

static const SlLanguage *
get_loaded (Loaded  *loaded,
            GError **error)
{
  g_once (&loaded->once, load_once, loaded);
  if (loaded->language == NULL && error != NULL)
    *error = g_error_copy (loaded->error);
  return loaded->language;
}

/**
 * sl_language_get:
 * @tag: BCP 47 tag; what follows the first hyphen is ignored
 * @error: return location for a #GError
 *
 * Returns: (transfer none): the built-in language, English when there is none for
 *   @tag, or %NULL with an error of sl_language_new()
 */
const SlLanguage *
sl_language_get (const char  *tag,
                 GError     **error)
{
  GPtrArray *all = get_all ();
  gsize length = strcspn (tag, "-_");
  Loaded *english = NULL;

  for (guint i = 0; i < all->len; i++)
    {
      Loaded *loaded = g_ptr_array_index (all, i);

      if (strlen (loaded->tag) == length && g_ascii_strncasecmp (loaded->tag, tag, length) == 0)
        return get_loaded (loaded, error);
      if (strcmp (loaded->tag, "en") == 0)
        english = loaded;
    }
  return get_loaded (english, error);
}

static guint
count_stop_words (const SlLanguage *self,
                  const char       *text,
                  gsize             length)
{
  const SlLexicon *lexicon = sl_language_get_lexicon (self);
  g_autoptr (SlTokens) tokens = sl_tokens_new (text, length, lexicon);
  guint count = 0;

  for (guint i = 0; i < tokens->count; i++)
    if (sl_tokens_have (tokens, lexicon, i, SL_CLASS_STOP_WORD))
      count++;
  return count;
}

/**
 * sl_language_guess:
 * @text: valid UTF-8
 * @length: its length in bytes
 * @error: return location for a #GError
 *
 * Tells the language of a text by its most frequent small words.
 *
 * Returns: (transfer none): the built-in language most of whose stop words the text has, English when it has none
 */
const SlLanguage *
sl_language_guess (const char  *text,
                   gsize        length,
                   GError     **error)
{
  GPtrArray *all = get_all ();
  const SlLanguage *best = NULL;
  guint most = 0;

  if (length > GUESS_BYTES)
    length = (gsize) (g_utf8_find_prev_char (text, text + GUESS_BYTES) - text);
  for (guint i = 0; i < all->len; i++)
    {
      const SlLanguage *language = get_loaded (g_ptr_array_index (all, i), error);
      guint count;

      if (language == NULL)
        return NULL;
      count = count_stop_words (language, text, length);
      if (count > most)
        {
          most = count;
          best = language;
        }
    }
  return best != NULL ? best : sl_language_get ("en", error);
}
