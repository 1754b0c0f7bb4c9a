/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-workbench-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/sl-edtf.h"
#include "helper/sl-fetch.h"
#include "workbench/sl-study.h"
#include "workbench/sl-arrival.h"
#include "workbench/sl-facts.h"
#include "workbench/sl-gate.h"
#include "workbench/sl-suggest.h"

static gboolean
check_request (const SlAddRequest  *request,
               GError             **error)
{
  g_autoptr (GError) cause = NULL;
  SlEdtf edtf;

  if (request->what == NULL && request->bytes == NULL)
    {
      g_set_error_literal (error, SL_WORKBENCH_ERROR, SL_WORKBENCH_ERROR_INVALID,
                           _ ("There is nothing to add. Give an address, a file or some text."));
      return FALSE;
    }

  if (request->published != NULL && !sl_edtf_parse (request->published, &edtf, &cause))
    {
      g_set_error (error, SL_WORKBENCH_ERROR, SL_WORKBENCH_ERROR_INVALID,
                   _ ("“%s” is not a publication date: %s. Write it as EDTF, for example 2025-11-23."),
                   request->published, cause->message);
      return FALSE;
    }

  return TRUE;
}

/**
 * sl_arrival_dup_domain:
 * @url: (nullable): an address
 *
 * Returns: (transfer full) (nullable): its host in lower case, without "www."
 */
char *
sl_arrival_dup_domain (const char *url)
{
  g_autoptr (GUri) uri = url != NULL ? g_uri_parse (url, SL_ARRIVAL_URI_FLAGS, NULL) : NULL;
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  if (host == NULL || *host == '\0')
    return NULL;

  return g_ascii_strdown (g_str_has_prefix (host, "www.") ? host + strlen ("www.") : host, -1);
}

/* Reads what arrived; a page without an article is no failure of the addition, but its trouble. */
static SlStudy *
study_arrival (SlWorkbench         *self,
               const SlAddRequest  *request,
               const SlArrival     *arrival,
               GCancellable        *cancellable,
               GError             **error)
{
  SlReadRequest read_request = {
    .bytes = arrival->payload,
    .url = arrival->capture->final_url != NULL ? arrival->capture->final_url : arrival->capture->url,
    .content_type = arrival->capture->content_type,
    .language = request->language,
  };
  SlStudyOptions options = { request->published, request->language, sl_workbench_now () };
  SlStudy *study;

  if (sl_arrival_get_failure (arrival) != NULL)
    {
      g_propagate_error (error, g_error_copy (sl_arrival_get_failure (arrival)));
      return NULL;
    }

  if (arrival->capture->status >= 400)
    {
      g_set_error (error, SL_WORKBENCH_ERROR, SL_WORKBENCH_ERROR_HTTP,
                   _ ("%s answered with status %d instead of the page. The answer is kept as a capture; check the address, or add the page again later."),
                   arrival->capture->url, arrival->capture->status);
      return NULL;
    }

  study = sl_study_read (sl_workbench_get_helpers (self), &read_request, &options, cancellable, error);

  /* Somebody publishes the page even where it does not say who: without a name, its host stands in the chain. */
  if (study != NULL && study->reading->outlet == NULL && sl_arrival_is_address (arrival->url))
    study->reading->outlet = sl_arrival_dup_domain (arrival->url);

  return study;
}

/**
 * sl_arrival_put_outlet:
 * @name: (nullable): of the outlet
 * @domain: (nullable): where it publishes
 *
 * Gives a source its outlet, which is made when the case has none of that name or domain. Without either, does nothing.
 */
gboolean
sl_arrival_put_outlet (SlCase      *a_case,
                       SlSource    *source,
                       const char  *name,
                       const char  *domain,
                       GError     **error)
{
  g_autoptr (SlOutlet) outlet = NULL;

  if (name == NULL && domain == NULL)
    return TRUE;

  outlet = sl_case_find_outlet (a_case, name, domain);
  if (outlet == NULL)
    {
      outlet = sl_outlet_new ();
      g_free (outlet->name);
      outlet->name = g_strdup (name != NULL ? name : domain);
      outlet->domain = g_strdup (domain);
      if (!sl_case_put_outlet (a_case, outlet, error))
        return FALSE;
    }

  source->outlet_id = outlet->id;

  return TRUE;
}

static void
take (char **field,
      char  *value)
{
  g_free (*field);
  *field = value;
}

static void
describe_source (SlSource           *source,
                 const SlArrival    *arrival,
                 const SlStudy      *study,
                 const SlAddRequest *request)
{
  const SlReading *reading = study != NULL ? study->reading : NULL;

  take (&source->title, g_strdup (reading != NULL && reading->title != NULL ? reading->title : arrival->name));
  take (&source->published, g_strdup (study != NULL ? study->published : request->published));
  take (&source->language, g_strdup (study != NULL ? study->extraction->language : request->language));
  if (reading == NULL)
    return;

  take (&source->byline, g_strdup (reading->byline));
  take (&source->updated, g_strdup (reading->updated));
  g_strfreev (source->authors);
  source->authors = g_strdupv (reading->authors);
}

static SlSource *
new_source (const SlArrival *arrival)
{
  SlSource *source = sl_source_new ();

  source->url = g_strdup (arrival->url);
  source->added_at = sl_workbench_now ();

  return source;
}

/* A second capture of an address joins the first. Two files of one name need not be the same document, but the
 * same bytes are. */
static SlSource *
find_source (SlCase          *a_case,
             const SlArrival *arrival)
{
  g_autoptr (SlCapture) capture = NULL;

  if (sl_arrival_is_address (arrival->url))
    return sl_case_find_source (a_case, arrival->url);

  capture = sl_case_find_payload (a_case, arrival->capture->payload_digest);

  return capture != NULL && !sl_arrival_is_address (capture->url) ? sl_case_get_source (a_case, capture->source_id, NULL) : NULL;
}

static gboolean
has_captures (SlCase         *a_case,
              const SlSource *source)
{
  SlQuery query = SL_QUERY_ALL;

  query.about = source->id;

  return sl_case_count (a_case, SL_LIST_CAPTURES, &query, NULL) > 0;
}

static void
fill (char       **field,
      const char  *value)
{
  if (*field == NULL)
    *field = g_strdup (value);
}

/* A list spoke of the document before it was captured: what it said stays, and the document says the rest. */
static gboolean
complete_source (SlCase         *a_case,
                 SlSource       *source,
                 const SlStudy  *study,
                 GError        **error)
{
  fill (&source->published, study->published);
  fill (&source->updated, study->reading->updated);
  fill (&source->language, study->extraction->language);
  fill (&source->byline, study->reading->byline);
  if (source->authors == NULL || source->authors[0] == NULL)
    {
      g_strfreev (source->authors);
      source->authors = g_strdupv (study->reading->authors);
    }

  return sl_case_put_source (a_case, source, error);
}

/* What could not be read before is described when it can. */
static SlSource *
store_source (SlCase              *a_case,
              const SlArrival     *arrival,
              const SlStudy       *study,
              const SlAddRequest  *request,
              GError             **error)
{
  g_autoptr (SlSource) source = find_source (a_case, arrival);
  g_autofree char *domain = sl_arrival_is_address (arrival->url) ? sl_arrival_dup_domain (arrival->url) : NULL;

  if (source != NULL && (study == NULL || g_strcmp0 (source->title, arrival->name) != 0))
    return study == NULL || has_captures (a_case, source) || complete_source (a_case, source, study, error) ? g_steal_pointer (&source) : NULL;

  if (source == NULL)
    source = new_source (arrival);
  describe_source (source, arrival, study, request);

  if (!sl_arrival_put_outlet (a_case, source, study != NULL ? study->reading->outlet : NULL, domain, error)
      || !sl_case_put_source (a_case, source, error))
    return NULL;

  return g_steal_pointer (&source);
}

static gboolean
store_document (SlCase           *a_case,
                const SlCapture  *capture,
                const SlStudy    *study,
                SlAddReport      *report,
                GPtrArray       **stored,
                GError          **error)
{
  g_autoptr (SlDocument) document = sl_document_new ();
  g_autoptr (GBytes) map = sl_text_map_to_bytes (study->reading->map);
  g_autoptr (GBytes) facts = sl_facts_write (study->reading);

  document->capture_id = capture->id;
  document->source_id = capture->source_id;
  document->extractor = g_strdup (study->reading->extractor);
  document->quality = g_strdup (sl_reading_kind_to_string (study->reading->kind));

  document->facts_digest = sl_case_add_blob (a_case, facts, error);

  if (document->facts_digest == NULL || !sl_case_add_document (a_case, document, study->reading->text, map, error))
    return FALSE;

  report->document_id = document->id;
  report->quality = g_strdup (document->quality);
  report->reason = g_strdup (study->reading->reason);
  if (!sl_gate_is_article (document))
    return TRUE;

  *stored = sl_suggest (a_case, study, document, error);
  report->suggestions = *stored != NULL ? (*stored)->len : 0;

  return *stored != NULL;
}

/* A source which was captured before with the very same bytes has its document and suggestions already. */
static gboolean
is_known (SlCase          *a_case,
          const SlSource  *source,
          const SlArrival *arrival)
{
  SlQuery query = SL_QUERY_ALL;
  g_autoptr (GPtrArray) captures = NULL;

  query.about = source->id;
  captures = sl_case_list_captures (a_case, &query, NULL);

  for (guint i = 0; captures != NULL && i < captures->len; i++)
    {
      const SlCapture *capture = g_ptr_array_index (captures, i);

      if (g_strcmp0 (capture->payload_digest, arrival->capture->payload_digest) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
store (SlWorkbench         *self,
       const SlAddRequest  *request,
       SlArrival           *arrival,
       const SlStudy       *study,
       SlAddReport         *report,
       GPtrArray          **suggestions,
       GError             **error)
{
  SlCase *a_case = sl_workbench_get_case (self);
  g_autoptr (SlSource) source = store_source (a_case, arrival, study, request, error);
  g_autoptr (GPtrArray) members = NULL;
  gboolean known;

  if (source == NULL)
    return FALSE;

  known = is_known (a_case, source, arrival);
  members = sl_arrival_make_members (arrival, a_case, error);
  if (members == NULL)
    return FALSE;

  arrival->capture->source_id = source->id;
  if (!sl_case_add_capture (a_case, arrival->capture, members, error))
    return FALSE;

  report->source_id = source->id;
  report->capture_id = arrival->capture->id;
  report->title = g_strdup (source->title);

  return study == NULL || known
         || store_document (a_case, arrival->capture, study, report, suggestions, error);
}

static gboolean
run_act (SlWorkbench         *self,
         const SlAddRequest  *request,
         SlArrival           *arrival,
         const SlStudy       *study,
         SlAddReport         *report,
         GPtrArray          **suggestions,
         GError             **error)
{
  SlCase *a_case = sl_workbench_get_case (self);
  g_autofree char *label = g_strdup_printf (C_ ("act", "Add “%s”"),
                                            study != NULL && study->reading->title != NULL ? study->reading->title : arrival->name);

  if (!sl_case_begin_act (a_case, SL_ACT_DO, label, sl_workbench_get_by (self), sl_workbench_now (), error))
    return FALSE;

  if (!store (self, request, arrival, study, report, suggestions, error)
      || (arrival->kept != NULL && !arrival->kept (report, arrival->kept_data, error)))
    {
      sl_case_abort_act (a_case);
      return FALSE;
    }

  return sl_case_commit_act (a_case, error);
}

static gboolean
accept_all (SlWorkbench   *self,
            GPtrArray     *suggestions,
            SlAddReport   *report,
            SlProgress    *progress,
            GCancellable  *cancellable,
            GError       **error)
{
  for (guint i = 0; suggestions != NULL && i < suggestions->len; i++)
    {
      const SlSuggestion *suggestion = g_ptr_array_index (suggestions, i);
      g_autoptr (SlCommand) command = sl_command_new (SL_COMMAND_ACCEPT, suggestion->id);

      sl_progress_report (progress, (double) i / suggestions->len, _ ("Accepting suggestions…"));
      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || sl_workbench_do (self, command, error) == SL_ID_NONE)
        return FALSE;
      report->accepted++;
    }

  return TRUE;
}

/* What went wrong after the capture was durable travels in the report, so that nobody thinks nothing was added. */
static void
settle (SlWorkbench        *self,
        const SlAddRequest *request,
        GPtrArray          *suggestions,
        SlAddReport        *report,
        SlProgress         *progress,
        GCancellable       *cancellable)
{
  sl_workbench_notify_changed (self);
  if (request->accept_all)
    accept_all (self, suggestions, report, progress, cancellable, report->trouble == NULL ? &report->trouble : NULL);
}

/**
 * sl_workbench_keep:
 * @request: how it is to be read; what it names has arrived already
 *
 * Keeps what arrived: its capture, the text that can be read from it, and what the extractor suggests; one act.
 * Fails as sl_workbench_add() does once something was got.
 *
 * Returns: (transfer full)
 */
SlAddReport *
sl_workbench_keep (SlWorkbench         *self,
                   const SlAddRequest  *request,
                   SlArrival           *arrival,
                   SlProgress          *progress,
                   GCancellable        *cancellable,
                   GError             **error)
{
  g_autoptr (SlAddReport) report = g_new0 (SlAddReport, 1);
  g_autoptr (SlStudy) study = NULL;
  g_autoptr (GPtrArray) suggestions = NULL;

  sl_progress_report (progress, -1, _ ("Reading…"));
  if (!arrival->unread)
    study = study_arrival (self, request, arrival, cancellable, &report->trouble);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  if (!run_act (self, request, arrival, study, report, &suggestions, error))
    return NULL;

  settle (self, request, suggestions, report, progress, cancellable);

  return g_steal_pointer (&report);
}

SlAddReport *
sl_workbench_run_add (SlWorkbench         *self,
                      const SlAddRequest  *request,
                      SlProgress          *progress,
                      GCancellable        *cancellable,
                      GError             **error)
{
  g_autoptr (SlArrival) arrival = NULL;

  if (!check_request (request, error))
    return NULL;

  arrival = sl_arrival_get (sl_workbench_get_helpers (self), request, progress, cancellable, error);

  return arrival != NULL ? sl_workbench_keep (self, request, arrival, progress, cancellable, error) : NULL;
}
