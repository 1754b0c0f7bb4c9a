/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-language.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unicode/udat.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

#include "extract/sl-compounds.h"
#include "extract/sl-endings.h"
#include "extract/sl-extract-error.h"

#define SUFFIX ".language"

G_DEFINE_QUARK (sl-extract-error-quark, sl_extract_error)

struct _SlLanguage
{
  char           *tag;               /* (owned) */
  SlLexicon      *lexicon;           /* (owned) */
  SlPatterns     *patterns;          /* (owned) */
  SlSignals      *signals;           /* (owned) */
  char           *unnamed;           /* (owned) (nullable): how to say that somebody has no name, "%s" standing for who */
  SlNumberStyle   style;
  gboolean        comma_clause;
  gboolean        capital_nouns;
  gboolean        verb_second;
  char           *adverb_ending;     /* (owned) (nullable) */
  char          **future_endings;    /* (owned) (nullable) */
  char          **past_endings;      /* (owned) (nullable) */
  char           *plural_ending;     /* (owned) (nullable) */
  char          **genitive_endings;  /* (owned) (nullable) */
  char          **negative_words;    /* (owned) (nullable) */
  char          **cautious_words;    /* (owned) (nullable) */
};

/* ---- reading a file ------------------------------------------------------------------------- */

typedef struct
{
  SlLanguage *language;
  GKeyFile   *file;
  GStrv       capital_names;  /* (unowned) (nullable): names of months and days that count only with a capital; "true" for all */
  gboolean    short_names;    /* their abbreviations are used in running text */
} Loading;

static gboolean
get_flag (GKeyFile   *file,
          const char *key)
{
  return g_key_file_get_boolean (file, "language", key, NULL);
}

static char *
to_utf8_lower (const UChar *name)
{
  char buffer[256];
  int32_t length = 0;
  UErrorCode status = U_ZERO_ERROR;

  u_strToUTF8 (buffer, sizeof buffer - 1, &length, name, -1, &status);
  if (U_FAILURE (status))
    return g_strdup ("");
  buffer[length] = '\0';
  return g_utf8_strdown (buffer, -1);
}

static gboolean
is_capital_name (const Loading *loading,
                 const char    *name)
{
  const char *const *names = (const char *const *) loading->capital_names;

  return names != NULL && (g_strv_contains (names, "true") || g_strv_contains (names, name));
}

static void
add_names (Loading               *loading,
           UDateFormat           *format,
           UDateFormatSymbolType  type,
           gboolean               short_form)
{
  gboolean weekdays = type == UDAT_WEEKDAYS || type == UDAT_STANDALONE_WEEKDAYS || type == UDAT_SHORT_WEEKDAYS;
  int32_t count = udat_countSymbols (format, type);

  for (int32_t i = 0; i < count; i++)
    {
      UChar name[64];
      UErrorCode status = U_ZERO_ERROR;
      g_autofree char *lower = NULL;
      g_autofree char *value = NULL;
      gboolean dotted;

      udat_getSymbols (format, type, i, name, G_N_ELEMENTS (name), &status);
      if (U_FAILURE (status))
        continue;
      lower = to_utf8_lower (name);
      dotted = g_str_has_suffix (lower, ".");
      if (dotted)
        lower[strlen (lower) - 1] = '\0';
      /* ICU counts weekdays from 1 for Sunday, with nothing at 0. */
      value = g_strdup_printf ("%d", weekdays ? (i == 1 ? 7 : i - 1) : i + 1);
      if (*lower != '\0' && !g_ascii_isdigit (*lower))
        sl_lexicon_add (loading->language->lexicon, lower, weekdays ? SL_CLASS_WEEKDAY : SL_CLASS_MONTH, value, is_capital_name (loading, lower), short_form || dotted);
    }
}

/* Roman numerals, which number centuries wherever Latin letters or those that look like them are written. */
static void
add_numerals (SlLexicon *lexicon)
{
  static const char *const units[] = { "", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix" };
  static const char *const tens[] = { "", "x", "xx" };

  for (guint number = 1; number < 30; number++)
    {
      g_autofree char *value = g_strdup_printf ("%u", number);
      g_autofree char *latin = g_strconcat (tens[number / 10], units[number % 10], NULL);
      g_autoptr (GString) cyrillic = g_string_new (latin);

      g_string_replace (cyrillic, "i", "\321\226", 0);
      g_string_replace (cyrillic, "x", "\321\205", 0);
      sl_lexicon_add (lexicon, latin, SL_CLASS_ROMAN, value, TRUE, FALSE);
      if (strcmp (cyrillic->str, latin) != 0)
        sl_lexicon_add (lexicon, cyrillic->str, SL_CLASS_ROMAN, value, TRUE, FALSE);
    }
}

static gboolean
is_known_to_icu (const char *tag)
{
  gsize length = strcspn (tag, "-_");

  for (int32_t i = 0; i < uloc_countAvailable (); i++)
    if (strlen (uloc_getAvailable (i)) == length && strncmp (uloc_getAvailable (i), tag, length) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
add_icu_names (Loading  *loading,
               GError  **error)
{
  g_autofree char *locale = g_strdup_printf ("%s@calendar=gregorian", loading->language->tag);
  UErrorCode status = U_ZERO_ERROR;
  UDateFormat *format = udat_open (UDAT_FULL, UDAT_FULL, locale, NULL, 0, NULL, 0, &status);

  if (U_FAILURE (status))
    {
      g_set_error (error, SL_EXTRACT_ERROR, SL_EXTRACT_ERROR_LANGUAGE, _ ("ICU has no names of months for “%s”: %s"), loading->language->tag, u_errorName (status));
      return FALSE;
    }
  /* ICU answers for every tag, in the language of the system when it does not know it. */
  if (!is_known_to_icu (loading->language->tag))
    {
      udat_close (format);
      return TRUE;
    }
  add_names (loading, format, UDAT_MONTHS, FALSE);
  add_names (loading, format, UDAT_STANDALONE_MONTHS, FALSE);
  add_names (loading, format, UDAT_WEEKDAYS, FALSE);
  add_names (loading, format, UDAT_STANDALONE_WEEKDAYS, FALSE);
  if (loading->short_names)
    {
      add_names (loading, format, UDAT_SHORT_MONTHS, TRUE);
      add_names (loading, format, UDAT_SHORT_WEEKDAYS, TRUE);
    }
  udat_close (format);
  return TRUE;
}

static void
add_form (Loading    *loading,
          char       *word,
          SlClass     class_,
          const char *value)
{
  gboolean names = class_ == SL_CLASS_MONTH || class_ == SL_CLASS_WEEKDAY;
  gboolean dotted = g_str_has_suffix (word, ".") && class_ != SL_CLASS_ABBREVIATION && class_ != SL_CLASS_MERIDIEM && class_ != SL_CLASS_OUTLET_NAME;
  g_autofree char *lower = NULL;

  if (dotted)
    word[strlen (word) - 1] = '\0';
  lower = g_utf8_strdown (word, -1);
  sl_lexicon_add (loading->language->lexicon, lower, class_, value != NULL ? value : "", names && is_capital_name (loading, lower), dotted);
}

/* A group of words: "said, says = said" gives two words one meaning, and so does "sa(id|ys) = said". */
static gboolean
add_words (Loading     *loading,
           const char  *group,
           SlClass      class_,
           GError     **error)
{
  g_auto (GStrv) keys = g_key_file_get_keys (loading->file, group, NULL, NULL);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      g_autofree char *value = g_key_file_get_string (loading->file, group, keys[i], NULL);
      g_auto (GStrv) words = g_strsplit (keys[i], ",", -1);

      for (guint k = 0; words[k] != NULL; k++)
        {
          g_auto (GStrv) forms = sl_endings_expand (g_strstrip (words[k]), loading->file, error);

          if (forms == NULL)
            return FALSE;
          for (guint f = 0; forms[f] != NULL; f++)
            add_form (loading, forms[f], class_, value);
        }
    }
  return TRUE;
}

static gboolean
add_patterns (Loading  *loading,
              GError  **error)
{
  g_auto (GStrv) parts = g_key_file_get_keys (loading->file, "parts", NULL, NULL);
  g_auto (GStrv) patterns = g_key_file_get_keys (loading->file, "patterns", NULL, NULL);

  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    {
      g_autofree char *pattern = g_key_file_get_value (loading->file, "parts", parts[i], NULL);

      sl_patterns_define (loading->language->patterns, parts[i], pattern);
    }
  for (guint i = 0; patterns != NULL && patterns[i] != NULL; i++)
    {
      g_autofree char *action = g_key_file_get_value (loading->file, "patterns", patterns[i], NULL);

      if (!sl_patterns_add (loading->language->patterns, patterns[i], action, error))
        {
          g_prefix_error (error, "%s: ", patterns[i]);
          return FALSE;
        }
    }
  sl_patterns_close (loading->language->patterns);
  loading->language->signals = sl_signals_new (loading->language->patterns);
  return TRUE;
}

static gboolean
add_compounds (Loading  *loading,
               GError  **error)
{
  g_auto (GStrv) lefts = g_key_file_get_keys (loading->file, "compound", NULL, NULL);
  g_autoptr (SlCompounds) compounds = sl_compounds_new (loading->language->lexicon);
  g_autofree char *head = g_key_file_get_string (loading->file, "language", "compound-head", NULL);

  if (lefts == NULL && head == NULL)
    return TRUE;
  if (head != NULL && !sl_compounds_set_head (compounds, head, error))
    return FALSE;
  for (guint i = 0; lefts != NULL && lefts[i] != NULL; i++)
    {
      g_autofree char *right = g_key_file_get_string (loading->file, "compound", lefts[i], NULL);

      if (!sl_compounds_add (compounds, lefts[i], right, error))
        return FALSE;
    }
  sl_compounds_close (compounds);
  sl_lexicon_take_compounds (loading->language->lexicon, g_steal_pointer (&compounds));
  return TRUE;
}

static gboolean
is_known_group (const char *group)
{
  static const char *const groups[] = { "language", "endings", "compound", "parts", "patterns", NULL };

  return g_strv_contains (groups, group);
}

static gboolean
add_groups (Loading  *loading,
            GError  **error)
{
  g_auto (GStrv) groups = g_key_file_get_groups (loading->file, NULL);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      SlClass class_ = sl_class_from_name (groups[i]);

      if (class_ > SL_CLASS_NONE && class_ < SL_N_CLASSES)
        {
          if (!add_words (loading, groups[i], class_, error))
            return FALSE;
        }
      else if (!is_known_group (groups[i]))
        {
          g_set_error (error, SL_EXTRACT_ERROR, SL_EXTRACT_ERROR_LANGUAGE, _ ("“%s” is no group of a language file"), groups[i]);
          return FALSE;
        }
    }
  return TRUE;
}

static void
read_style (Loading *loading)
{
  SlLanguage *language = loading->language;

  language->style.month_first = get_flag (loading->file, "month-first");
  language->style.ordinal_dot = get_flag (loading->file, "ordinal-dot");
  language->style.decimal_comma = get_flag (loading->file, "decimal-comma");
  language->style.clock_dot = get_flag (loading->file, "clock-dot");
  language->unnamed = g_key_file_get_string (loading->file, "language", "unnamed", NULL);
  language->capital_nouns = get_flag (loading->file, "nouns-capitalised");
  language->verb_second = get_flag (loading->file, "verb-second");
  language->adverb_ending = g_key_file_get_string (loading->file, "language", "adverb-ending", NULL);
  language->future_endings = g_key_file_get_string_list (loading->file, "language", "future-ending", NULL, NULL);
  language->past_endings = g_key_file_get_string_list (loading->file, "language", "past-ending", NULL, NULL);
  language->plural_ending = g_key_file_get_string (loading->file, "language", "plural-ending", NULL);
  language->genitive_endings = g_key_file_get_string_list (loading->file, "language", "genitive-ending", NULL, NULL);
  language->negative_words = g_key_file_get_string_list (loading->file, "language", "negative-words", NULL, NULL);
  language->cautious_words = g_key_file_get_string_list (loading->file, "language", "cautious-words", NULL, NULL);
  language->comma_clause = get_flag (loading->file, "comma-clause");
  loading->short_names = get_flag (loading->file, "short-names");
}

/**
 * sl_language_new:
 * @tag: BCP 47 tag, which tells ICU the names of months and days
 * @data: contents of a language file
 * @error: return location for a #GError
 *
 * Reads a language.
 *
 * Returns: (transfer full): the language, or %NULL with an error of #GKeyFile or
 *   with %SL_EXTRACT_ERROR_LANGUAGE when the file breaks the format
 */
SlLanguage *
sl_language_new (const char  *tag,
                 GBytes      *data,
                 GError     **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (SlLanguage) self = NULL;
  g_auto (GStrv) capital_names = NULL;
  Loading loading;

  g_return_val_if_fail (tag != NULL, NULL);
  g_return_val_if_fail (data != NULL, NULL);

  if (!g_key_file_load_from_bytes (file, data, G_KEY_FILE_NONE, error))
    {
      g_prefix_error (error, _ ("The data of the language “%s” cannot be read: "), tag);
      return NULL;
    }

  self = g_new0 (SlLanguage, 1);
  self->tag = g_strdup (tag);
  self->lexicon = sl_lexicon_new ();
  capital_names = g_key_file_get_string_list (file, "language", "names-capitalised", NULL, NULL);
  loading = (Loading) { .language = self, .file = file, .capital_names = capital_names };
  read_style (&loading);
  add_numerals (self->lexicon);
  self->patterns = sl_patterns_new (self->lexicon, &self->style);
  if (!add_groups (&loading, error) || !add_icu_names (&loading, error) || !add_patterns (&loading, error) || !add_compounds (&loading, error))
    {
      g_prefix_error (error, _ ("The data of the language “%s” cannot be used: "), tag);
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * sl_language_new_from_file:
 * @path: a language file whose name is its BCP 47 tag with ".language" behind it
 * @error: return location for a #GError
 *
 * Reads a language that is not built in, so that one can be tried before it is.
 *
 * Returns: (transfer full): the language, or %NULL with an error of #GFile or of sl_language_new()
 */
SlLanguage *
sl_language_new_from_file (const char  *path,
                           GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) data = g_file_load_bytes (file, NULL, NULL, error);
  g_autofree char *name = g_file_get_basename (file);

  if (data == NULL)
    return NULL;
  if (g_str_has_suffix (name, SUFFIX))
    name[strlen (name) - strlen (SUFFIX)] = '\0';
  return sl_language_new (name, data, error);
}

void
sl_language_free (SlLanguage *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->signals, sl_signals_free);
  g_clear_pointer (&self->patterns, sl_patterns_free);
  g_clear_pointer (&self->lexicon, sl_lexicon_free);
  g_free (self->unnamed);
  g_free (self->adverb_ending);
  g_strfreev (self->future_endings);
  g_strfreev (self->past_endings);
  g_strfreev (self->genitive_endings);
  g_strfreev (self->negative_words);
  g_strfreev (self->cautious_words);
  g_free (self->plural_ending);
  g_free (self->tag);
  g_free (self);
}

/**
 * sl_language_get_tag:
 *
 * Returns: (transfer none): BCP 47 tag
 */
const char *
sl_language_get_tag (const SlLanguage *self)
{
  return self->tag;
}

/**
 * sl_language_get_lexicon:
 *
 * Returns: (transfer none): its words
 */
const SlLexicon *
sl_language_get_lexicon (const SlLanguage *self)
{
  return self->lexicon;
}

/**
 * sl_language_get_patterns:
 *
 * Returns: (transfer none): its patterns of times
 */
const SlPatterns *
sl_language_get_patterns (const SlLanguage *self)
{
  return self->patterns;
}

/**
 * sl_language_get_signals:
 *
 * Returns: (transfer none): the words without one of which a sentence holds no time
 */
const SlSignals *
sl_language_get_signals (const SlLanguage *self)
{
  return self->signals;
}

/**
 * sl_language_has_comma_clauses:
 * @self: a language
 *
 * Whether what is said follows its verb after a comma: "er sagte, er komme".
 */
gboolean
sl_language_has_comma_clauses (const SlLanguage *self)
{
  return self->comma_clause;
}

/**
 * sl_language_has_verb_second:
 *
 * Whether the finite verb stands second in main clauses and last in others.
 */
gboolean
sl_language_has_verb_second (const SlLanguage *self)
{
  return self->verb_second;
}

/**
 * sl_language_has_capital_nouns:
 * @self: a language
 *
 * Whether all nouns begin with a capital letter.
 */
gboolean
sl_language_has_capital_nouns (const SlLanguage *self)
{
  return self->capital_nouns;
}

/**
 * sl_language_get_adverb_ending:
 * @self: a language
 *
 * Returns: (transfer none) (nullable): how adverbs end, "ly"
 */
const char *
sl_language_get_adverb_ending (const SlLanguage *self)
{
  return self->adverb_ending;
}

/**
 * sl_language_get_future_endings:
 * @self: a language
 *
 * Returns: (transfer none) (nullable): how verbs in the future tense end, "rá"
 */
const char *const *
sl_language_get_future_endings (const SlLanguage *self)
{
  return (const char *const *) self->future_endings;
}

/**
 * sl_language_get_genitive_endings:
 * @self: a language
 *
 * Returns: (transfer none) (nullable): how names end that tell whose something is, "и" in "України"
 */
const char *const *
sl_language_get_genitive_endings (const SlLanguage *self)
{
  return (const char *const *) self->genitive_endings;
}

/**
 * sl_language_get_negative_words:
 * @self: a language
 *
 * Returns: (transfer none) (nullable): words and phrases, beside those of the lexicon, whose coming or
 *   going turns a statement round, "without"
 */
const char *const *
sl_language_get_negative_words (const SlLanguage *self)
{
  return (const char *const *) self->negative_words;
}

/**
 * sl_language_get_cautious_words:
 * @self: a language
 *
 * Returns: (transfer none) (nullable): words and phrases, beside those of the lexicon, that make a
 *   statement less certain, "perhaps"
 */
const char *const *
sl_language_get_cautious_words (const SlLanguage *self)
{
  return (const char *const *) self->cautious_words;
}

/**
 * sl_language_get_past_endings:
 * @self: a language
 *
 * Returns: (transfer none) (nullable): how verbs in a past tense end, "aron"
 */
const char *const *
sl_language_get_past_endings (const SlLanguage *self)
{
  return (const char *const *) self->past_endings;
}

/**
 * sl_language_get_plural_ending:
 * @self: a language
 *
 * Returns: (nullable): how nouns in the plural end
 */
const char *
sl_language_get_plural_ending (const SlLanguage *self)
{
  return self->plural_ending;
}

/**
 * sl_language_name_unnamed:
 * @self: a language
 * @who: a word for people, "sources"
 *
 * Returns: (transfer full): words that say that they are not named, "unnamed sources"
 */
char *
sl_language_name_unnamed (const SlLanguage *self,
                          const char       *who)
{
  g_auto (GStrv) parts = self->unnamed != NULL ? g_strsplit (self->unnamed, "%s", 2) : NULL;

  return parts != NULL ? g_strjoinv (who, parts) : g_strdup (who);
}

/**
 * sl_language_get_style:
 *
 * Returns: (transfer none): how it writes numbers
 */
const SlNumberStyle *
sl_language_get_style (const SlLanguage *self)
{
  return &self->style;
}
