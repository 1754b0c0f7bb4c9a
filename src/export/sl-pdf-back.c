/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "export/sl-export-private.h"
#include "export/sl-omissions.h"
#include "export/sl-pdf-parts.h"

#include "core/sl-normal.h"

#include <inttypes.h>

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* Omissions of one kind that are named one by one. */
#define MAX_NAMED 200

static void
write_capture (SlPdfParts      *self,
               const SlCapture *capture)
{
  g_autoptr (SlPdfText) text = sl_pdf_text_new ();
  g_autofree char *time = sl_export_format_time (capture->captured_at / G_USEC_PER_SEC);

  sl_pdf_text_printf (text, SL_PDF_STYLE_SMALL, "%s %s, %s", _ ("Captured"), time, sl_capture_method_describe (capture->method));
  if (capture->status > 0)
    sl_pdf_text_printf (text, SL_PDF_STYLE_SMALL, ", HTTP %d", capture->status);
  sl_pdf_text_printf (text, SL_PDF_STYLE_SMALL, _ (", %" PRId64 " bytes"), capture->payload_bytes);
  if (capture->note != NULL && *capture->note != '\0')
    sl_pdf_text_printf (text, SL_PDF_STYLE_SMALL, ", %s", capture->note);
  sl_pdf_pen_write (self->pen, text, 14, 0);

  g_autoptr (SlPdfText) digest = sl_pdf_text_new ();
  sl_pdf_text_printf (digest, SL_PDF_STYLE_MONO, "SHA-256 %s", capture->payload_digest != NULL ? capture->payload_digest : "–");
  sl_pdf_pen_write (self->pen, digest, 14, 2);
}

/* The outlet with its grade, authors and clocks, in one line. */
static void
write_description (SlPdfParts           *self,
                   const SlReportSource *source)
{
  g_autoptr (SlPdfText) text = sl_pdf_text_new ();
  const SlAssessment *assessment = source->outlet_assessment;
  g_autofree char *published = sl_pdf_describe_date (source->published);
  g_autofree char *updated = sl_pdf_describe_date (source->updated);

  sl_pdf_text_add (text, SL_PDF_STYLE_SMALL_STRONG, source->outlet != NULL ? source->outlet : _ ("Outlet unknown"));
  if (assessment != NULL)
    sl_pdf_text_printf (text, SL_PDF_STYLE_SMALL, " (%s: %s)", sl_reliability_describe (assessment->grade.reliability), assessment->reason);
  if (source->authors != NULL && *source->authors != '\0')
    sl_pdf_text_printf (text, SL_PDF_STYLE_SMALL, " · %s", source->authors);
  sl_pdf_text_printf (text, SL_PDF_STYLE_SMALL, " · %s %s", _ ("published"), published != NULL ? published : _ ("not stated"));
  if (updated != NULL)
    sl_pdf_text_printf (text, SL_PDF_STYLE_SMALL, " · %s %s", _ ("updated"), updated);
  sl_pdf_text_printf (text, SL_PDF_STYLE_SMALL, " · ");
  sl_pdf_text_printf (text, SL_PDF_STYLE_SMALL, g_dngettext (GETTEXT_PACKAGE, "%u claim rests on it", "%u claims rest on it", source->claims), source->claims);
  sl_pdf_pen_write (self->pen, text, 14, 1);
}

static void
write_source (SlPdfParts           *self,
              const SlReportSource *source,
              guint                 index)
{
  g_autoptr (SlPdfText) title = sl_pdf_text_new ();
  g_autofree char *name = sl_pdf_name_source (index);

  sl_pdf_pen_need (self->pen, 52);
  sl_pdf_pen_place (self->pen, name);
  sl_pdf_text_printf (title, SL_PDF_STYLE_STRONG, "S%u  %s", index + 1, source->title);
  sl_pdf_pen_write (self->pen, title, 0, 1);
  write_description (self, source);
  if (source->url != NULL)
    {
      g_autoptr (SlPdfText) url = sl_pdf_text_new ();

      sl_pdf_text_add (url, SL_PDF_STYLE_MONO, source->url);
      sl_pdf_pen_write (self->pen, url, 14, 1);
    }
  for (guint i = 0; i < source->captures->len; i++)
    write_capture (self, g_ptr_array_index (source->captures, i));
  sl_pdf_pen_skip (self->pen, 7);
}

/**
 * sl_pdf_sources_write:
 *
 * Writes all sources of the case with the digests of their captures, whether cited or not.
 */
void
sl_pdf_sources_write (SlPdfParts *self)
{
  g_autoptr (SlPdfText) lead = sl_pdf_text_new ();

  sl_pdf_pen_begin_section (self->pen, _ ("Sources"));
  sl_pdf_pen_bookmark (self->pen, 0, _ ("Sources"), "sources");
  sl_pdf_text_add (lead, SL_PDF_STYLE_SMALL,
                   self->report->sources->len > 0
                       ? _ ("All sources of the case. Addresses are printed and not linked, so that opening this report contacts nobody.")
                       : _ ("The case holds no sources yet."));
  sl_pdf_pen_write (self->pen, lead, 0, 12);
  for (guint i = 0; i < self->report->sources->len; i++)
    write_source (self, g_ptr_array_index (self->report->sources, i), i);
}

static void
write_omission (SlPdfParts             *self,
                const SlReportOmission *omission)
{
  g_autoptr (SlPdfText) text = sl_pdf_text_new ();

  sl_pdf_text_printf (text, SL_PDF_STYLE_BODY, "–  %s", omission->what != NULL ? omission->what : "");
  if (omission->why != NULL && *omission->why != '\0')
    sl_pdf_text_printf (text, SL_PDF_STYLE_SMALL, "%s%s", omission->what != NULL ? "  " : "", omission->why);
  sl_pdf_pen_write (self->pen, text, 14, 1.5);
}

static void
write_named (SlPdfParts     *self,
             GPtrArray      *all,
             SlOmissionKind  kind)
{
  g_autoptr (SlPdfText) more = sl_pdf_text_new ();
  guint named = 0;
  guint unnamed = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const SlReportOmission *omission = g_ptr_array_index (all, i);

      if (omission->kind != kind || (omission->what == NULL && omission->why == NULL))
        continue;
      if (named++ < MAX_NAMED)
        write_omission (self, omission);
      else
        unnamed += omission->count;
    }
  if (unnamed == 0)
    return;
  sl_pdf_text_printf (more, SL_PDF_STYLE_SMALL, g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", unnamed), unnamed);
  sl_pdf_pen_write (self->pen, more, 14, 1.5);
}

static void
write_omissions_of (SlPdfParts     *self,
                    GPtrArray      *all,
                    SlOmissionKind  kind)
{
  g_autoptr (SlPdfText) title = sl_pdf_text_new ();
  g_autoptr (SlPdfText) why = sl_pdf_text_new ();
  guint count = sl_omissions_count (all, kind);

  if (count == 0)
    return;
  sl_pdf_pen_need (self->pen, 60);
  sl_pdf_text_printf (title, SL_PDF_STYLE_SUBHEADING, "%s: %u", sl_omissions_get_title (kind), count);
  sl_pdf_pen_write (self->pen, title, 0, 2);
  sl_pdf_text_add (why, SL_PDF_STYLE_SMALL, sl_omissions_get_why (kind));
  sl_pdf_pen_write (self->pen, why, 0, 4);
  write_named (self, all, kind);
  sl_pdf_pen_skip (self->pen, 12);
}

/**
 * sl_pdf_omissions_write:
 *
 * Writes what the report leaves out, and why; or that it leaves nothing out.
 */
void
sl_pdf_omissions_write (SlPdfParts *self)
{
  g_autoptr (GPtrArray) all = sl_omissions_collect (self->report);

  sl_pdf_pen_continue_section (self->pen, _ ("What was left out"));
  sl_pdf_pen_bookmark (self->pen, 0, _ ("What was left out"), "omissions");
  for (guint kind = 0; kind < SL_N_OMISSION_KINDS; kind++)
    write_omissions_of (self, all, (SlOmissionKind) kind);
  if (all->len == 0)
    {
      g_autoptr (SlPdfText) nothing = sl_pdf_text_new ();

      sl_pdf_text_add (nothing, SL_PDF_STYLE_BODY, _ ("Nothing: all events, claims and sources of the case are in this report."));
      sl_pdf_pen_write (self->pen, nothing, 0, 0);
    }
}

static void
write_step (SlPdfParts *self,
            const char *title,
            const char *body)
{
  g_autoptr (SlPdfText) text = sl_pdf_text_new ();

  sl_pdf_text_printf (text, SL_PDF_STYLE_STRONG, "%s  ", title);
  sl_pdf_text_add (text, SL_PDF_STYLE_BODY, body);
  sl_pdf_pen_write (self->pen, text, 0, 8);
}

/**
 * sl_pdf_method_write:
 *
 * Writes how what the report says can be checked by somebody else.
 */
void
sl_pdf_method_write (SlPdfParts *self)
{
  g_autofree char *normal = g_strdup_printf (_ ("Quoted words are called verbatim only if they equal the words of the document code point by code point after normalisation %d: "
                                                "soft hyphens and invisible characters removed, quotation marks, dashes and ligatures unified, Unicode form C, white space collapsed; nothing else. "
                                                "Anything less is called altered and shown with the difference."),
                                             SL_NORMAL_VERSION);

  sl_pdf_pen_continue_section (self->pen, _ ("How to check this report"));
  sl_pdf_pen_bookmark (self->pen, 0, _ ("How to check this report"), "method");
  write_step (self, _ ("Words."), normal);
  write_step (self, _ ("Captures."),
              _ ("Each cited document was read from an archived capture. Its SHA-256 digest stands on the page of the document and in the list of sources; "
                 "the case file holds the bytes, and any program that computes SHA-256 tells whether they are the same. "
                 "“sourceline-cli verify” checks digests, history and every passage of a case offline."));
  write_step (self, _ ("Dates."),
              _ ("When something happened, was published, was updated and was captured are four different times. Dates are written in EDTF (ISO 8601-2); "
                 "in the timeline a mark stands at the earliest moment the evidence allows, a full bar is certain, a pale one is not."));
  write_step (self, _ ("Origins."),
              _ ("Passages that lead back to the same origin count once. Credibility 1 needs two independent origins; where it was given with fewer, the reason is printed."));
  write_step (self, _ ("Absence."),
              _ ("A check says what was seen: words present in one capture and not found in another. It does not say who removed them."));
}
