/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "export/sl-pdf-parts.h"

#include "export/sl-export-private.h"

#include <glib/gi18n-lib.h>

/* Where the values of a list of fields begin. */
#define FIELD_INDENT 92.0

char *
sl_pdf_name_event (guint event)
{
  return g_strdup_printf ("event-%u", event + 1);
}

char *
sl_pdf_name_quote (SlPdfCitation citation)
{
  return g_strdup_printf ("quote-%u-%u-%u", citation.event + 1, citation.claim + 1, citation.quote + 1);
}

char *
sl_pdf_name_passage (SlPdfCitation citation)
{
  return g_strdup_printf ("passage-%u-%u-%u", citation.event + 1, citation.claim + 1, citation.quote + 1);
}

char *
sl_pdf_name_document (guint document)
{
  return g_strdup_printf ("document-%u", document + 1);
}

char *
sl_pdf_name_source (guint source)
{
  return g_strdup_printf ("source-%u", source + 1);
}

/**
 * sl_pdf_label_claim:
 *
 * Returns: (transfer full): number of the event and letter of the claim: "12b"; after "12z" comes "12aa"
 */
char *
sl_pdf_label_claim (guint event,
                    guint claim)
{
  g_autoptr (GString) letters = g_string_new (NULL);

  for (guint rest = claim + 1; rest > 0; rest = (rest - 1) / 26)
    g_string_prepend_c (letters, (char) ('a' + (rest - 1) % 26));
  return g_strdup_printf ("%u%s", event + 1, letters->str);
}

/**
 * sl_pdf_describe_grade:
 *
 * Returns: (transfer full): "Grade B2 (Usually reliable; Probably true)"
 */
char *
sl_pdf_describe_grade (SlGrade grade)
{
  g_autofree char *code = sl_grade_format (grade);

  if (grade.reliability == SL_RELIABILITY_NONE && grade.credibility == SL_CREDIBILITY_NONE)
    return g_strdup (_ ("No grade has been given"));
  if (grade.reliability == SL_RELIABILITY_NONE)
    return g_strdup_printf (_ ("Grade %1$s (%2$s)"), code, sl_credibility_describe (grade.credibility));
  if (grade.credibility == SL_CREDIBILITY_NONE)
    return g_strdup_printf (_ ("Grade %1$s (%2$s)"), code, sl_reliability_describe (grade.reliability));
  return g_strdup_printf (_ ("Grade %1$s (%2$s; %3$s)"), code, sl_reliability_describe (grade.reliability), sl_credibility_describe (grade.credibility));
}

/**
 * sl_pdf_describe_date:
 * @edtf: (nullable)
 *
 * Returns: (transfer full) (nullable): a date in words; as it stands if it is none
 */
char *
sl_pdf_describe_date (const char *edtf)
{
  g_autoptr (SlWhen) when = edtf != NULL ? sl_when_new (edtf, NULL, NULL) : NULL;

  return when != NULL ? sl_when_format (when) : g_strdup (edtf);
}

char *
sl_pdf_describe_tag (SlConfidence confidence,
                     gboolean     contested)
{
  if (!contested)
    return g_strdup (sl_confidence_describe (confidence));
  /* Translators: a confidence tag ("Probable") beside which stands that somebody disputes it */
  return g_strdup_printf (_ ("%s, contested"), sl_confidence_describe (confidence));
}

/**
 * sl_pdf_describe_page:
 *
 * Returns: (transfer full): "page 12", with the width of three digits while it is not known
 */
char *
sl_pdf_describe_page (SlPdfParts *self,
                      const char *name)
{
  guint page = sl_pdf_pen_get_page_of (self->pen, name);

  return page > 0 ? g_strdup_printf (_ ("page %u"), page) : g_strdup_printf (_ ("page %u"), 100u);
}

char *
sl_pdf_describe_check (const SlCheck *check)
{
  g_autofree char *date = NULL;

  if (check == NULL)
    return g_strdup (_ ("not checked again since it was captured"));
  date = sl_export_format_time (check->at);
  /* Translators: verdict of a re-check ("verbatim"), and when */
  return g_strdup_printf (_ ("%1$s, checked %2$s"), sl_verdict_describe (check->verdict), date);
}

const char *
sl_pdf_describe_stance (SlStance stance)
{
  switch (stance)
    {
    case SL_STANCE_DISPUTES:
      return _ ("Disputes it");
    case SL_STANCE_MENTIONS:
      return _ ("Mentions it");
    case SL_STANCE_SUPPORTS:
    default:
      return _ ("Supports it");
    }
}

/**
 * sl_pdf_add_field:
 * @value: (nullable): nothing is written for %NULL and ""
 *
 * Writes a line of a list of fields: label, and value beside it.
 */
void
sl_pdf_add_field (SlPdfParts *self,
                  const char *label,
                  const char *value,
                  SlPdfStyle  style,
                  double      indent)
{
  g_autoptr (SlPdfText) name = sl_pdf_text_new ();
  g_autoptr (SlPdfText) text = sl_pdf_text_new ();
  double size = sl_pdf_style_get_size (style);

  if (value == NULL || *value == '\0')
    return;
  sl_pdf_text_add (name, SL_PDF_STYLE_LABEL, label);
  sl_pdf_text_add (text, style, value);
  sl_pdf_pen_need (self->pen, size * 2.6);

  /* Both on one base line, whatever the sizes. */
  sl_pdf_pen_write_at (self->pen, name, sl_pdf_pen_get_left (self->pen) + indent,
                       sl_pdf_pen_get_y (self->pen) + (size - sl_pdf_style_get_size (SL_PDF_STYLE_LABEL)) * 1.05, FIELD_INDENT - 8, PANGO_ALIGN_LEFT);
  sl_pdf_pen_write (self->pen, text, indent + FIELD_INDENT, 2.5);
}
