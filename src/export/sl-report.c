/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "export/sl-report.h"

static GPtrArray *
new_array (GDestroyNotify free_element)
{
  return g_ptr_array_new_with_free_func (free_element);
}

/**
 * sl_report_new:
 * @title: title of the case
 * @generated_at: UTC seconds
 *
 * Makes an empty report.
 *
 * Returns: (transfer full): the report
 */
SlReport *
sl_report_new (const char *title,
               gint64      generated_at)
{
  SlReport *self = g_new0 (SlReport, 1);

  self->title = g_strdup (title);
  self->generated_at = generated_at;
  self->events = new_array ((GDestroyNotify) sl_report_event_free);
  self->claims = new_array ((GDestroyNotify) sl_report_claim_free);
  self->documents = new_array ((GDestroyNotify) sl_report_document_free);
  self->sources = new_array ((GDestroyNotify) sl_report_source_free);
  self->omissions = new_array ((GDestroyNotify) sl_report_omission_free);
  return self;
}

void
sl_report_free (SlReport *self)
{
  if (self == NULL)
    return;
  g_free (self->case_id);
  g_free (self->title);
  g_free (self->scope);
  g_free (self->author);
  g_free (self->program);
  g_free (self->head_hash);
  g_free (self->language);
  g_ptr_array_unref (self->events);
  g_ptr_array_unref (self->claims);
  g_ptr_array_unref (self->documents);
  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->omissions);
  g_free (self);
}

/**
 * sl_report_event_new:
 *
 * Returns: (transfer full): an undated event without claims
 */
SlReportEvent *
sl_report_event_new (void)
{
  SlReportEvent *self = g_new0 (SlReportEvent, 1);

  self->claims = new_array ((GDestroyNotify) sl_report_claim_free);
  return self;
}

void
sl_report_event_free (SlReportEvent *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_clear_pointer (&self->when, sl_when_free);
  g_free (self->place);
  g_free (self->note);
  g_clear_pointer (&self->assessment, sl_assessment_free);
  g_ptr_array_unref (self->claims);
  g_free (self);
}

/**
 * sl_report_event_is_dated:
 *
 * Returns: %TRUE if it can stand on a timeline
 */
gboolean
sl_report_event_is_dated (const SlReportEvent *self)
{
  return self->when != NULL && sl_when_is_dated (self->when);
}

/**
 * sl_report_claim_new:
 *
 * Returns: (transfer full): a claim without quotations
 */
SlReportClaim *
sl_report_claim_new (void)
{
  SlReportClaim *self = g_new0 (SlReportClaim, 1);

  self->quotes = new_array ((GDestroyNotify) sl_report_quote_free);
  return self;
}

void
sl_report_claim_free (SlReportClaim *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self->note);
  g_clear_pointer (&self->assessment, sl_assessment_free);
  g_ptr_array_unref (self->quotes);
  g_free (self);
}

/**
 * sl_report_quote_new:
 *
 * Returns: (transfer full): a quotation with an empty chain
 */
SlReportQuote *
sl_report_quote_new (void)
{
  SlReportQuote *self = g_new0 (SlReportQuote, 1);

  self->chain = sl_attribution_chain_new ();
  return self;
}

void
sl_report_quote_free (SlReportQuote *self)
{
  if (self == NULL)
    return;
  g_free (self->exact);
  g_clear_pointer (&self->chain, g_ptr_array_unref);
  g_clear_pointer (&self->check, sl_check_free);
  g_free (self);
}

SlReportDocument *
sl_report_document_new (void)
{
  return g_new0 (SlReportDocument, 1);
}

void
sl_report_document_free (SlReportDocument *self)
{
  if (self == NULL)
    return;
  g_free (self->final_url);
  g_free (self->payload_digest);
  g_free (self->text_digest);
  g_free (self->extractor);
  g_free (self->text);
  g_free (self);
}

/**
 * sl_report_source_new:
 *
 * Returns: (transfer full): a source without captures
 */
SlReportSource *
sl_report_source_new (void)
{
  SlReportSource *self = g_new0 (SlReportSource, 1);

  self->captures = new_array ((GDestroyNotify) sl_capture_free);
  return self;
}

void
sl_report_source_free (SlReportSource *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->outlet);
  g_clear_pointer (&self->outlet_assessment, sl_assessment_free);
  g_free (self->url);
  g_free (self->authors);
  g_free (self->published);
  g_free (self->updated);
  g_free (self->language);
  g_ptr_array_unref (self->captures);
  g_free (self);
}

/**
 * sl_report_omission_new:
 * @count: how many things; 1 when @what names one
 * @what: (nullable): name of the thing
 * @why: (nullable): why, if the kind alone does not say it
 *
 * Returns: (transfer full): the omission
 */
SlReportOmission *
sl_report_omission_new (SlOmissionKind  kind,
                        guint           count,
                        const char     *what,
                        const char     *why)
{
  SlReportOmission *self = g_new0 (SlReportOmission, 1);

  self->kind = kind;
  self->count = count;
  self->what = g_strdup (what);
  self->why = g_strdup (why);
  return self;
}

void
sl_report_omission_free (SlReportOmission *self)
{
  if (self == NULL)
    return;
  g_free (self->what);
  g_free (self->why);
  g_free (self);
}

static void
keep_quotes (SlReport   *self,
             GPtrArray  *claims,
             GHashTable *captures)
{
  for (guint c = 0; c < claims->len; c++)
    {
      GPtrArray *quotes = ((const SlReportClaim *) g_ptr_array_index (claims, c))->quotes;

      for (guint q = quotes->len; q > 0; q--)
        {
          const SlReportQuote *quote = g_ptr_array_index (quotes, q - 1);
          const SlReportDocument *document = g_ptr_array_index (self->documents, quote->document);

          if (!g_hash_table_contains (captures, &document->capture_id))
            g_ptr_array_remove_index (quotes, q - 1);
        }
    }
}

/**
 * sl_report_keep_captures:
 * @captures: (element-type SlId): keys of captures
 *
 * Takes the quotes of all other captures out.
 */
void
sl_report_keep_captures (SlReport   *self,
                         GHashTable *captures)
{
  for (guint e = 0; e < self->events->len; e++)
    keep_quotes (self, ((const SlReportEvent *) g_ptr_array_index (self->events, e))->claims, captures);
  keep_quotes (self, self->claims, captures);
}
