/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-study.h"

#include <string.h>

#include "core/sl-edtf.h"
#include "extract/sl-language.h"

/* What a page says about its date may be anything; only what is a date counts. */
static char *
choose_published (const char *given,
                  const char *declared)
{
  SlEdtf edtf;

  if (given != NULL)
    return g_strdup (given);

  return declared != NULL && sl_edtf_parse (declared, &edtf, NULL) ? g_strdup (declared) : NULL;
}

/* A text of fewer bytes has too few small words to speak against what is declared. */
#define MIN_GUESS_BYTES 600u

static gboolean
has_rules (const char *tag)
{
  g_auto (GStrv) known = sl_language_list ();
  g_autofree char *primary = g_strndup (tag, strcspn (tag, "-_"));

  return g_strv_contains ((const char *const *) known, primary);
}

static SlExtraction *
extract (const SlStudy         *study,
         const SlStudyOptions  *options,
         GCancellable          *cancellable,
         GError               **error)
{
  const SlReading *reading = study->reading;
  SlExtractOptions extract_options = {
    .language = options->language != NULL ? options->language : reading->language,
    .reference = study->published,
    .now = options->now,
    .outlet = reading->outlet,
  };

  return sl_extract (reading->text, strlen (reading->text), &extract_options, cancellable, error);
}

/**
 * sl_study_read:
 *
 * Reads bytes into text in the reader process and finds times, speakers and suggestions in it.
 *
 * Fails with SL_READ_ERROR when no text could be read, SL_HELPER_ERROR when the process failed, and
 * with the errors of sl_extract().
 *
 * Returns: (transfer full)
 */
SlStudy *
sl_study_read (SlHelpers             *helpers,
               const SlReadRequest   *request,
               const SlStudyOptions  *options,
               GCancellable          *cancellable,
               GError               **error)
{
  g_autoptr (SlStudy) self = g_new0 (SlStudy, 1);
  g_autofree char *language = NULL;

  self->reading = sl_read_run (helpers->reader, request, cancellable, error);
  if (self->reading == NULL)
    return NULL;

  self->published = choose_published (options->published, self->reading->published);
  language = sl_study_dup_language (self->reading->language, self->reading->text);
  g_set_str (&self->reading->language, language);
  self->extraction = extract (self, options, cancellable, error);
  if (self->extraction == NULL)
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * sl_study_from_text:
 * @text: UTF-8, taken as it is: positions are positions in it
 *
 * Finds times, speakers and suggestions in a text that needs no reading.
 *
 * Fails with the errors of sl_extract().
 *
 * Returns: (transfer full)
 */
SlStudy *
sl_study_from_text (const char            *text,
                    const SlStudyOptions  *options,
                    GCancellable          *cancellable,
                    GError               **error)
{
  g_autoptr (SlStudy) self = g_new0 (SlStudy, 1);

  self->reading = sl_reading_new ();
  g_free (self->reading->text);
  self->reading->text = g_strdup (text);
  self->published = g_strdup (options->published);
  self->extraction = extract (self, options, cancellable, error);

  return self->extraction != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * sl_study_dup_language:
 * @declared: (nullable): the language that a page declares, as BCP 47 tag
 * @text: its text, valid UTF-8
 *
 * Tells the language of a text. Sites declare one language for all their pages; where both halves of a text have
 * most of their small words from another one, and there are rules for both, it is that.
 *
 * Returns: (transfer full) (nullable): the tag; @declared where nothing speaks against it
 */
char *
sl_study_dup_language (const char *declared,
                       const char *text)
{
  gsize length = strlen (text);
  const char *middle = g_utf8_find_next_char (text + length / 2, NULL);
  const SlLanguage *first;
  const SlLanguage *second;

  if (declared == NULL || length < MIN_GUESS_BYTES || !has_rules (declared))
    return g_strdup (declared);

  first = sl_language_guess (text, (gsize) (middle - text), NULL);
  if (first == NULL || first == sl_language_get (declared, NULL))
    return g_strdup (declared);

  second = sl_language_guess (middle, length - (gsize) (middle - text), NULL);

  return g_strdup (first == second ? sl_language_get_tag (first) : declared);
}

/**
 * sl_study_free:
 *
 * Frees a study; %NULL is fine.
 */
void
sl_study_free (SlStudy *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->reading, sl_reading_free);
  g_clear_pointer (&self->extraction, sl_extraction_free);
  g_free (self->published);
  g_free (self);
}
