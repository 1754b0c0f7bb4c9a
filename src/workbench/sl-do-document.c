/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-do-private.h"

#include <glib/gi18n-lib.h>

#include "workbench/sl-gate.h"
#include "workbench/sl-study.h"
#include "workbench/sl-suggest.h"

/* What would have been suggested on arrival, had it been an article. */
static gboolean
suggest (SlCase            *a_case,
         const SlDocument  *document,
         GError           **error)
{
  g_autoptr (SlSource) source = sl_case_get_source (a_case, document->source_id, error);
  g_autofree char *text = source != NULL ? sl_case_load_text (a_case, document->id, error) : NULL;
  g_autoptr (SlStudy) study = NULL;
  g_autoptr (GPtrArray) suggestions = NULL;
  SlStudyOptions options;

  if (text == NULL)
    return FALSE;

  options = (SlStudyOptions) { source->published, source->language, sl_workbench_now () };
  study = sl_study_from_text (text, &options, NULL, error);
  if (study == NULL)
    return FALSE;

  g_set_str (&study->reading->outlet, source->outlet);
  suggestions = sl_suggest (a_case, study, document, error);

  return suggestions != NULL;
}

static gboolean
may_consent (SlCase            *a_case,
             const SlDocument  *document,
             GError           **error)
{
  if (!sl_gate_may_be_quoted (a_case, document))
    return TRUE;

  g_set_error_literal (error, SL_WORKBENCH_ERROR, SL_WORKBENCH_ERROR_INVALID,
                       sl_gate_is_article (document) ? _ ("This document is an article; it may be quoted as it is.")
                                                     : _ ("That this document may be quoted was confirmed already."));
  return FALSE;
}

SlId
sl_do_consent (SlWorkbench      *self,
               const SlCommand  *command,
               GError          **error)
{
  SlCase *a_case = sl_workbench_get_case (self);
  g_autoptr (SlDocument) document = sl_case_get_document (a_case, command->id, error);
  g_autoptr (SlConsent) consent = sl_consent_new ();

  if (document == NULL || !may_consent (a_case, document, error)
      || !sl_do_require_text (command->reason, _ ("Say in a few words why a document that is no article may be quoted."), error))
    return SL_ID_NONE;

  consent->document_id = document->id;
  consent->reason = g_strdup (command->reason);
  consent->by = g_strdup (sl_workbench_get_by (self));
  consent->at = sl_workbench_now ();

  return sl_case_put_consent (a_case, consent, error) && suggest (a_case, document, error) ? document->id : SL_ID_NONE;
}
