/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "extract/sl-extraction.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "core/sl-edtf.h"
#include "extract/sl-attributor.h"
#include "extract/sl-modality-finder.h"
#include "extract/sl-proposer.h"
#include "extract/sl-tagger.h"

void
sl_extraction_free (SlExtraction *self)
{
  if (self == NULL)
    return;

  g_free (self->language);
  g_clear_pointer (&self->times, g_ptr_array_unref);
  g_clear_pointer (&self->attributions, g_ptr_array_unref);
  g_clear_pointer (&self->proposals, g_ptr_array_unref);
  g_free (self);
}

static gboolean
check_text (const char  *text,
            gsize        length,
            GError     **error)
{
  if (length > SL_EXTRACT_MAX_LENGTH)
    g_set_error (error, SL_EXTRACT_ERROR, SL_EXTRACT_ERROR_TEXT, _ ("The text is longer than %u MiB."), SL_EXTRACT_MAX_LENGTH >> 20);
  else if (!g_utf8_validate_len (text, length, NULL))
    g_set_error_literal (error, SL_EXTRACT_ERROR, SL_EXTRACT_ERROR_TEXT, _ ("The text is not valid UTF-8."));
  else
    return TRUE;
  return FALSE;
}

/* The day and the time of day as the outlet's own clock showed them, whatever the zone. */
static void
read_instant (const char *reference,
              SlResolver *known)
{
  g_autofree char *day = g_strndup (reference, 10);
  int hours, minutes, seconds;
  SlEdtf local;

  if (strlen (reference) < 19 || sscanf (reference + 10, "T%2d:%2d:%2d", &hours, &minutes, &seconds) != 3 || !sl_edtf_parse (day, &local, NULL))
    return;
  known->reference = sl_day_from_seconds (local.earliest);
  known->has_instant = TRUE;
  known->instant = hours * 3600 + minutes * 60 + seconds;
}

/* What is cut off unseen would be a silent loss: better none of it. */
static gboolean
check_found (const GPtrArray  *found,
             gsize             length,
             GError          **error)
{
  if (found == NULL)
    g_set_error (error, SL_EXTRACT_ERROR, SL_EXTRACT_ERROR_TEXT, _ ("The text is no article: it has more than %u times or statements."), sl_extract_get_max_found (length));
  return found != NULL;
}

/* A day of publication dates everything; a month or a year only lends its year. */
static gboolean
read_reference (const char  *reference,
                SlResolver  *known,
                GError     **error)
{
  g_autoptr (GError) cause = NULL;
  SlEdtf said;
  SlDay day;

  if (reference == NULL || *reference == '\0')
    return TRUE;
  if (!sl_edtf_parse (reference, &said, &cause))
    {
      g_set_error (error, SL_EXTRACT_ERROR, SL_EXTRACT_ERROR_REFERENCE, _ ("The reference date cannot be used: %s"), cause->message);
      return FALSE;
    }
  if (said.earliest == SL_TIME_MIN || said.latest == SL_TIME_MAX)
    return TRUE;
  day = sl_day_from_seconds (said.earliest);
  if (day.year < 1 || day.year > 9998)
    return TRUE;
  if (said.latest - said.earliest <= SL_SECONDS_PER_DAY)
    {
      known->has_reference = TRUE;
      known->reference = day;
      read_instant (reference, known);
    }
  else if (said.latest - said.earliest <= 366 * (gint64) SL_SECONDS_PER_DAY)
    {
      known->has_carrier = TRUE;
      known->carrier = sl_day_from_seconds (said.earliest + (said.latest - said.earliest) / 2);
    }
  return TRUE;
}

static const SlLanguage *
choose_language (const char              *text,
                 gsize                    length,
                 const SlExtractOptions  *options,
                 GError                 **error)
{
  if (options->grammar != NULL)
    return options->grammar;
  if (options->language != NULL && *options->language != '\0')
    return sl_language_get (options->language, error);
  return sl_language_guess (text, length, error);
}

/**
 * sl_extract:
 * @text: the readable text of an article, UTF-8; lines are paragraphs
 * @length_bytes: its length
 * @options: what is known about it
 * @cancellable: (nullable): to stop early
 * @error: return location for a #GError
 *
 * Finds times, attributions and what is worth proposing as a claim.
 *
 * Returns: (transfer full): what was found, or %NULL with an error of
 *   %SL_EXTRACT_ERROR or %G_IO_ERROR_CANCELLED
 */
SlExtraction *
sl_extract (const char              *text,
            gsize                    length_bytes,
            const SlExtractOptions  *options,
            GCancellable            *cancellable,
            GError                 **error)
{
  g_autoptr (SlExtraction) self = g_new0 (SlExtraction, 1);
  g_autoptr (SlTokens) tokens = NULL;
  g_autoptr (GArray) sentences = NULL;
  g_autoptr (GArray) quotes = NULL;
  SlResolver known = { .now = options->now };
  const SlLanguage *language;

  if (!check_text (text, length_bytes, error) || !read_reference (options->reference, &known, error))
    return NULL;
  language = choose_language (text, length_bytes, options, error);
  if (language == NULL)
    return NULL;

  self->language = g_strdup (sl_language_get_tag (language));
  tokens = sl_tokens_new (text, length_bytes, sl_language_get_lexicon (language));
  sentences = sl_sentences_find (tokens, language);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  self->times = sl_tagger_find (tokens, sentences, language, &known);
  if (!check_found (self->times, length_bytes, error))
    return NULL;
  quotes = sl_quotes_find (tokens);
  self->attributions = sl_attributor_find (tokens, sentences, quotes, self->times, language);
  if (!check_found (self->attributions, length_bytes, error) || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  sl_modality_finder_mark (tokens, sl_language_get_lexicon (language), self->attributions);
  self->proposals = sl_proposer_find (tokens, sentences, quotes, self->times, self->attributions, language, options->outlet);
  return g_steal_pointer (&self);
}
