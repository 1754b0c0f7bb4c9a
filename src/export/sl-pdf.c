/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "export/sl-export-private.h"
#include "export/sl-pdf-attach.h"
#include "export/sl-pdf-finish.h"
#include "export/sl-pdf-parts.h"

#include <glib/gi18n-lib.h>

/* Page numbers that the text mentions are known after the first pass; they may move lines in the second. */
#define MAX_PASSES 4

static GPtrArray *
collect_citations (const SlReport *report)
{
  GPtrArray *citations = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < report->documents->len; i++)
    g_ptr_array_add (citations, g_array_new (FALSE, FALSE, sizeof (SlPdfCitation)));

  for (guint e = 0; e < report->events->len; e++)
    {
      const SlReportEvent *event = g_ptr_array_index (report->events, e);

      for (guint c = 0; c < event->claims->len; c++)
        {
          const SlReportClaim *claim = g_ptr_array_index (event->claims, c);

          for (guint q = 0; q < claim->quotes->len; q++)
            {
              const SlReportQuote *quote = g_ptr_array_index (claim->quotes, q);
              SlPdfCitation citation = { e, c, q };

              g_array_append_val (g_ptr_array_index (citations, quote->document), citation);
            }
        }
    }
  return citations;
}

typedef void (*PartFunc) (SlPdfParts *self);

static const PartFunc parts[] = {
  sl_pdf_cover_write,
  sl_pdf_contents_write,
  sl_pdf_figure_write,
  sl_pdf_events_write,
  sl_pdf_documents_write,
  sl_pdf_sources_write,
  sl_pdf_omissions_write,
  sl_pdf_method_write,
};

static GBytes *
draw_pages (const SlReport   *report,
            const SlPdfMeta  *meta,
            const SlPdfPlan  *before,
            SlPdfPlan       **plan,
            GCancellable     *cancellable,
            GError          **error)
{
  g_autoptr (SlPdfPen) pen = sl_pdf_pen_new (meta, before);
  g_autoptr (GPtrArray) citations = collect_citations (report);
  SlPdfParts self = { report, pen, citations };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      parts[i](&self);
    }
  return sl_pdf_pen_finish (pen, plan, error);
}

/* Draws until the page numbers printed are those of the pages drawn. */
static GBytes *
draw_until_stable (const SlReport   *report,
                   const SlPdfMeta  *meta,
                   SlPdfPlan       **plan,
                   GCancellable     *cancellable,
                   GError          **error)
{
  g_autoptr (SlPdfPlan) before = NULL;
  g_autoptr (GBytes) pages = NULL;

  for (guint pass = 0; pass < MAX_PASSES; pass++)
    {
      g_autoptr (SlPdfPlan) drawn = NULL;
      gboolean stable;

      g_clear_pointer (&pages, g_bytes_unref);
      pages = draw_pages (report, meta, before, &drawn, cancellable, error);
      if (pages == NULL)
        return NULL;
      stable = before != NULL && sl_pdf_plan_same_places (before, drawn);
      g_clear_pointer (&before, sl_pdf_plan_free);
      before = g_steal_pointer (&drawn);
      if (stable)
        break;
    }
  *plan = g_steal_pointer (&before);
  return g_steal_pointer (&pages);
}

/**
 * sl_pdf_write:
 *
 * Writes a report as an annotated PDF: cover, contents, timeline, events, the cited documents with
 * their passages highlighted, sources, omissions, and how to check it all. In it lie its quotations as annotations.
 */
GBytes *
sl_pdf_write (const SlReport  *report,
              GCancellable    *cancellable,
              GError         **error)
{
  g_autoptr (SlPdfPlan) plan = NULL;
  g_autofree char *keywords = g_strdup_printf ("case %s, act %s", report->case_id != NULL ? report->case_id : "–", report->head_hash != NULL ? report->head_hash : "–");
  SlPdfMeta meta = {
    .title = report->title != NULL && *report->title != '\0' ? report->title : _ ("Untitled case"),
    .author = report->author != NULL && *report->author != '\0' ? report->author : NULL,
    .subject = _ ("Annotated timeline with its sources"),
    .keywords = keywords,
    .program = report->program != NULL ? report->program : "Sourceline",
    .language = report->language != NULL ? report->language : "en",
    .generated_at = report->generated_at,
  };
  g_autoptr (GBytes) pages = draw_until_stable (report, &meta, &plan, cancellable, error);
  g_autoptr (GPtrArray) attachments = pages != NULL ? sl_pdf_attach_make (report, cancellable, error) : NULL;

  if (attachments == NULL)
    return NULL;
  return sl_pdf_finish (pages, plan, &meta, attachments, error);
}
