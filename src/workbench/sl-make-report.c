/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-make-report.h"

#include "workbench/sl-last-check.h"

/* What is known half way: the report so far, and where in it a row of the case stands. */
typedef struct
{
  SlCase     *a_case;     /* (unowned) */
  SlReport   *report;     /* (unowned) */
  GHashTable *sources;    /* (owned): source id → index + 1 */
  GHashTable *documents;  /* (owned): document id → index + 1 */
  GHashTable *cited;      /* (owned): claim ids that stand under an event */
} Builder;

static gboolean
remember (GHashTable *table,
          SlId        id,
          guint       index)
{
  return g_hash_table_insert (table, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (index + 1));
}

static guint
recall (GHashTable *table,
        SlId        id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (table, &id));
}

static SlQuery
about (SlId id)
{
  SlQuery query = SL_QUERY_ALL;

  query.about = id;

  return query;
}

static void
reverse (GPtrArray *array)
{
  for (guint i = 0; i < array->len / 2; i++)
    {
      gpointer kept = array->pdata[i];

      array->pdata[i] = array->pdata[array->len - 1 - i];
      array->pdata[array->len - 1 - i] = kept;
    }
}

static gboolean
add_source (Builder         *builder,
            const SlSource  *source,
            GError         **error)
{
  SlReportSource *row = sl_report_source_new ();
  SlQuery query = about (source->id);
  GPtrArray *captures;

  g_ptr_array_add (builder->report->sources, row);
  row->id = source->id;
  row->title = g_strdup (source->title);
  row->outlet = g_strdup (source->outlet);
  row->outlet_assessment = source->outlet_id != SL_ID_NONE ? sl_case_get_grade (builder->a_case, source->outlet_id) : NULL;
  row->url = g_strdup (source->url);
  row->authors = source->authors != NULL && *source->authors != NULL ? g_strjoinv (", ", source->authors) : NULL;
  row->published = g_strdup (source->published);
  row->updated = g_strdup (source->updated);
  row->language = g_strdup (source->language);
  row->added_at = source->added_at;

  captures = sl_case_list_captures (builder->a_case, &query, error);
  if (captures == NULL)
    return FALSE;

  reverse (captures);
  g_clear_pointer (&row->captures, g_ptr_array_unref);
  row->captures = captures;

  return TRUE;
}

static gboolean
add_sources (Builder  *builder,
             GError  **error)
{
  SlQuery query = SL_QUERY_ALL;
  g_autoptr (GPtrArray) sources = sl_case_list_sources (builder->a_case, &query, error);

  if (sources == NULL)
    return FALSE;

  for (guint i = 0; i < sources->len; i++)
    {
      const SlSource *source = g_ptr_array_index (sources, sources->len - 1 - i);

      remember (builder->sources, source->id, i);
      if (!add_source (builder, source, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
fill_document (Builder           *builder,
               SlReportDocument  *row,
               const SlDocument  *document,
               GError           **error)
{
  g_autoptr (SlCapture) capture = sl_case_get_capture (builder->a_case, document->capture_id, error);

  if (capture == NULL)
    return FALSE;

  row->id = document->id;
  row->capture_id = capture->id;
  row->source = recall (builder->sources, document->source_id) - 1;
  row->captured_at = capture->captured_at;
  row->method = capture->method;
  row->final_url = g_strcmp0 (capture->url, capture->final_url) != 0 ? g_strdup (capture->final_url) : NULL;
  row->status = capture->status;
  row->payload_digest = g_strdup (capture->payload_digest);
  row->payload_bytes = capture->payload_bytes;
  row->text_digest = g_strdup (document->text_digest);
  row->extractor = g_strdup (document->extractor);
  row->text = sl_case_load_text (builder->a_case, document->id, error);

  return row->text != NULL;
}

/* Puts a document into the report when it is cited for the first time. */
static gboolean
cite_document (Builder  *builder,
               SlId      document_id,
               guint    *index,
               GError  **error)
{
  guint known = recall (builder->documents, document_id);
  g_autoptr (SlDocument) document = NULL;
  SlReportDocument *row;

  if (known != 0)
    {
      *index = known - 1;
      return TRUE;
    }

  document = sl_case_get_document (builder->a_case, document_id, error);
  if (document == NULL)
    return FALSE;

  *index = builder->report->documents->len;
  row = sl_report_document_new ();
  g_ptr_array_add (builder->report->documents, row);
  remember (builder->documents, document_id, *index);

  return fill_document (builder, row, document, error);
}

static gboolean
add_quote (Builder        *builder,
           SlReportClaim  *claim,
           const SlPin    *pin,
           GError        **error)
{
  g_autoptr (SlPassage) passage = sl_case_get_passage (builder->a_case, pin->passage_id, error);
  SlReportQuote *quote;
  SlReportDocument *document;
  SlReportSource *source;

  if (passage == NULL)
    return FALSE;

  quote = sl_report_quote_new ();
  g_ptr_array_add (claim->quotes, quote);
  quote->passage_id = passage->id;
  quote->exact = g_strdup (passage->exact);
  quote->start_cp = passage->start_cp;
  quote->end_cp = passage->end_cp;
  quote->stance = pin->stance;
  g_clear_pointer (&quote->chain, g_ptr_array_unref);
  quote->chain = pin->chain != NULL ? sl_attribution_chain_copy (pin->chain) : sl_attribution_chain_new ();
  quote->check = sl_last_check_find (builder->a_case, passage->id, NULL);

  if (!cite_document (builder, passage->document_id, &quote->document, error))
    return FALSE;

  document = g_ptr_array_index (builder->report->documents, quote->document);
  source = g_ptr_array_index (builder->report->sources, document->source);
  source->claims++;

  return TRUE;
}

static gboolean
add_claim (Builder        *builder,
           GPtrArray      *claims,
           const SlClaim  *claim,
           GError        **error)
{
  SlReportClaim *row = sl_report_claim_new ();
  SlQuery query = about (claim->id);
  g_autoptr (GPtrArray) pins = NULL;

  g_ptr_array_add (claims, row);
  row->id = claim->id;
  row->text = g_strdup (claim->text);
  row->modality = claim->modality;
  row->note = g_strdup (claim->note);
  row->assessment = sl_case_get_grade (builder->a_case, claim->id);
  row->contested = claim->contested;
  row->origins = claim->origins;
  remember (builder->cited, claim->id, 0);

  pins = sl_case_list_pins (builder->a_case, &query, error);
  for (guint i = 0; pins != NULL && i < pins->len; i++)
    if (!add_quote (builder, row, g_ptr_array_index (pins, i), error))
      return FALSE;

  return pins != NULL;
}

static gboolean
add_event (Builder        *builder,
           const SlEvent  *event,
           GError        **error)
{
  SlReportEvent *row = sl_report_event_new ();
  SlQuery query = about (event->id);
  g_autoptr (GPtrArray) claims = NULL;

  g_ptr_array_add (builder->report->events, row);
  row->id = event->id;
  row->title = g_strdup (event->title);
  g_clear_pointer (&row->when, sl_when_free);
  row->when = sl_when_copy (event->when);
  row->place = g_strdup (event->place);
  row->note = g_strdup (event->note);
  row->confidence = event->confidence;
  row->grade = event->grade;
  row->assessment = sl_case_get_grade (builder->a_case, event->id);
  row->contested = event->contested;

  claims = sl_case_list_claims (builder->a_case, &query, error);
  for (guint i = 0; claims != NULL && i < claims->len; i++)
    if (!add_claim (builder, row->claims, g_ptr_array_index (claims, i), error))
      return FALSE;

  return claims != NULL;
}

static gboolean
add_events (Builder       *builder,
            GCancellable  *cancellable,
            GError       **error)
{
  SlQuery query = SL_QUERY_ALL;
  g_autoptr (GPtrArray) events = sl_case_list_events (builder->a_case, &query, error);

  if (events == NULL)
    return FALSE;

  for (guint i = 0; i < events->len; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !add_event (builder, g_ptr_array_index (events, i), error))
      return FALSE;

  return TRUE;
}

/* What belongs to no event, in the order of the list of claims. */
static gboolean
add_claims (Builder  *builder,
            GError  **error)
{
  SlQuery query = SL_QUERY_ALL;
  g_autoptr (GPtrArray) claims = sl_case_list_claims (builder->a_case, &query, error);

  for (guint i = 0; claims != NULL && i < claims->len; i++)
    {
      const SlClaim *claim = g_ptr_array_index (claims, i);

      if (recall (builder->cited, claim->id) == 0 && !add_claim (builder, builder->report->claims, claim, error))
        return FALSE;
    }

  return claims != NULL;
}

static void
omit (Builder        *builder,
      SlOmissionKind  kind,
      guint           count,
      const char     *what,
      const char     *why)
{
  if (count > 0)
    g_ptr_array_add (builder->report->omissions, sl_report_omission_new (kind, count, what, why));
}

static void
omit_suggestions (Builder           *builder,
                  SlSuggestionState  state,
                  SlOmissionKind     kind)
{
  SlQuery query = SL_QUERY_ALL;
  gint64 count;

  query.state = (int) state;
  count = sl_case_count (builder->a_case, SL_LIST_SUGGESTIONS, &query, NULL);
  omit (builder, kind, (guint) MAX (count, 0), NULL, NULL);
}

static gboolean
omit_claims (Builder  *builder,
             GError  **error)
{
  SlQuery query = SL_QUERY_ALL;
  g_autoptr (GPtrArray) claims = sl_case_list_claims (builder->a_case, &query, error);

  for (guint i = 0; claims != NULL && i < claims->len; i++)
    {
      const SlClaim *claim = g_ptr_array_index (claims, i);

      if (recall (builder->cited, claim->id) == 0)
        omit (builder, SL_OMISSION_CLAIM_WITHOUT_EVENT, 1, claim->text, NULL);
    }

  return claims != NULL;
}

/* Whether a readable document was taken from any capture of the source. */
static gboolean
is_read (Builder              *builder,
         const SlReportSource *source)
{
  SlQuery query = about (source->id);

  return sl_case_count (builder->a_case, SL_LIST_DOCUMENTS, &query, NULL) > 0;
}

static void
omit_sources (Builder *builder)
{
  for (guint i = 0; i < builder->report->sources->len; i++)
    {
      const SlReportSource *source = g_ptr_array_index (builder->report->sources, i);

      if (source->claims > 0)
        continue;

      omit (builder, is_read (builder, source) ? SL_OMISSION_SOURCE_WITHOUT_CLAIM : SL_OMISSION_UNREADABLE_CAPTURE, 1, source->title, NULL);
    }
}

static void
omit_events (Builder *builder)
{
  for (guint i = 0; i < builder->report->events->len; i++)
    {
      const SlReportEvent *event = g_ptr_array_index (builder->report->events, i);

      if (event->claims->len == 0)
        omit (builder, SL_OMISSION_EVENT_WITHOUT_CLAIM, 1, event->title, NULL);
    }
}

static gboolean
add_omissions (Builder  *builder,
               GError  **error)
{
  omit_events (builder);
  omit_sources (builder);
  omit_suggestions (builder, SL_SUGGESTION_OPEN, SL_OMISSION_OPEN_SUGGESTION);
  omit_suggestions (builder, SL_SUGGESTION_REJECTED, SL_OMISSION_REJECTED_SUGGESTION);

  return omit_claims (builder, error);
}

static gboolean
add_history (Builder  *builder,
             GError  **error)
{
  SlQuery query = SL_QUERY_ALL;
  g_autoptr (GPtrArray) acts = NULL;

  query.limit = 1;
  acts = sl_case_list_acts (builder->a_case, &query, error);
  if (acts == NULL)
    return FALSE;

  if (acts->len > 0)
    {
      const SlAct *last = g_ptr_array_index (acts, 0);

      builder->report->head_hash = g_strdup (last->hash);
      builder->report->acts = last->sequence;
    }

  return TRUE;
}

static void
builder_clear (Builder *builder)
{
  g_clear_pointer (&builder->sources, g_hash_table_unref);
  g_clear_pointer (&builder->documents, g_hash_table_unref);
  g_clear_pointer (&builder->cited, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Builder, builder_clear)

static GHashTable *
id_table (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static SlReport *
make_report (SlCase        *a_case,
             const char    *author,
             gint64         now,
             gboolean       annotations,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autofree char *title = sl_case_dup_title (a_case);
  g_autoptr (SlReport) report = sl_report_new (title, now);
  g_auto (Builder) builder = { a_case, report, id_table (), id_table (), id_table () };

  report->case_id = g_strdup (sl_case_get_id (a_case));
  report->scope = sl_case_dup_scope (a_case);
  report->author = g_strdup (author);
  report->program = g_strdup ("Sourceline " VERSION);

  if (!add_history (&builder, error)
      || !add_sources (&builder, error)
      || !add_events (&builder, cancellable, error)
      || !(annotations ? add_claims (&builder, error) : add_omissions (&builder, error)))
    return NULL;

  return g_steal_pointer (&report);
}

/**
 * sl_make_report:
 * @author: who makes the report
 * @now: UTC seconds; the report's only time stamp
 *
 * Gathers all that a report says from a case: events in time order with their claims, quotes and
 * chains, the cited documents in the order of citation, all sources, and what is left out and why.
 *
 * Fails with SL_STORE_ERROR, and with G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full)
 */
SlReport *
sl_make_report (SlCase        *a_case,
                const char    *author,
                gint64         now,
                GCancellable  *cancellable,
                GError       **error)
{
  return make_report (a_case, author, now, FALSE, cancellable, error);
}

/**
 * sl_make_annotations:
 * @author: who makes them
 * @now: UTC seconds; their only time stamp
 *
 * As sl_make_report(), for exports that annotate the captures instead of telling what happened: with the claims that belong to
 * no event, and without a list of what is left out.
 *
 * Returns: (transfer full)
 */
SlReport *
sl_make_annotations (SlCase        *a_case,
                     const char    *author,
                     gint64         now,
                     GCancellable  *cancellable,
                     GError       **error)
{
  return make_report (a_case, author, now, TRUE, cancellable, error);
}
