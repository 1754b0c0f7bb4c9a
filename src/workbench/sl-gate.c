/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-gate.h"

#include <glib/gi18n-lib.h>

/*
 * What was captured is not always what was wanted. A document that is no article is kept and shown as what it is, but
 * nothing rests on it until somebody has said in writing why it may.
 */

static const struct
{
  const char *quality;
  const char *words;
} kinds[] = {
  { "article", N_ ("article") },
  { "listing", N_ ("index page") },
  { "consent", N_ ("consent page") },
  { "paywall", N_ ("paywall stub") },
  { "blocked", N_ ("page for bots") },
  { "not-found", N_ ("error page") },
  { "script-only", N_ ("page of scripts only") },
  { "too-short", N_ ("too short") },
  { "empty", N_ ("empty") },
};

/**
 * sl_gate_is_article:
 *
 * Returns: whether nothing speaks against quoting the document
 */
gboolean
sl_gate_is_article (const SlDocument *document)
{
  return document->quality == NULL || *document->quality == '\0' || g_str_equal (document->quality, "article");
}

/**
 * sl_gate_describe:
 * @quality: (nullable): as a document has it
 *
 * Returns: (transfer none) (nullable): what the document is, in a few words, translated; @quality itself when it is no word
 *   of ours
 */
const char *
sl_gate_describe (const char *quality)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_strcmp0 (kinds[i].quality, quality) == 0)
        return _ (kinds[i].words);
    }

  return quality;
}

/**
 * sl_gate_may_be_quoted:
 *
 * Returns: whether passages may be pinned to the document: it is an article, or somebody gave his word
 */
gboolean
sl_gate_may_be_quoted (SlCase           *a_case,
                       const SlDocument *document)
{
  g_autoptr (SlConsent) consent = NULL;

  if (sl_gate_is_article (document))
    return TRUE;

  consent = sl_case_find_consent (a_case, document->id);

  return consent != NULL;
}

/**
 * sl_gate_check:
 *
 * Asks whether passages may be pinned to a document.
 *
 * Fails with SL_WORKBENCH_ERROR_NEEDS_CONSENT, saying what the document is.
 *
 * Returns: whether they may
 */
gboolean
sl_gate_check (SlCase  *a_case,
               SlId     document_id,
               GError **error)
{
  g_autoptr (SlDocument) document = sl_case_get_document (a_case, document_id, error);

  if (document == NULL)
    return FALSE;
  if (sl_gate_may_be_quoted (a_case, document))
    return TRUE;

  g_set_error (error, SL_WORKBENCH_ERROR, SL_WORKBENCH_ERROR_NEEDS_CONSENT,
               _ ("What was captured here is no article (%s), so nothing is pinned to it. Capture it again, or confirm with a reason that it may be quoted."),
               sl_gate_describe (document->quality));
  return FALSE;
}
