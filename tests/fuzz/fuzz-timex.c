/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdint.h>

#include "core/sl-edtf.h"
#include "extract/sl-extraction.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

static void
check_span (const char *text,
            size_t      length,
            SlSpan      span)
{
  g_assert_true (span.start < span.end && span.end <= length);
  g_assert_true ((text[span.start] & 0xc0) != 0x80);
  g_assert_true (span.end == length || (text[span.end] & 0xc0) != 0x80);
}

static void
check_times (const char         *text,
             size_t              length,
             const SlExtraction *found)
{
  gsize end = 0;

  for (guint i = 0; i < found->times->len; i++)
    {
      const SlTimex *timex = g_ptr_array_index (found->times, i);
      SlEdtf edtf;

      check_span (text, length, timex->span);
      g_assert_true (timex->span.start >= end);
      g_assert_true (timex->value != NULL && timex->when->earliest < timex->when->latest);
      g_assert_true (timex->when->edtf == NULL || sl_edtf_parse (timex->when->edtf, &edtf, NULL));
      end = timex->span.end;
    }
}

static void
check_spans (const char   *text,
             size_t        length,
             const GArray *spans)
{
  for (guint i = 0; i < spans->len; i++)
    check_span (text, length, g_array_index (spans, SlSpan, i));
}

/* All spans lie in the text, on borders of characters; times do not overlap and their EDTF can be read again. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = size > 0 ? g_strndup ((const char *) data, size) : g_strdup ("");
  size_t length = strlen (text);
  SlExtractOptions options = { NULL, length % 2 == 0 ? "2025-11-20" : NULL, 1768435200, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (SlExtraction) found = sl_extract (text, length, &options, NULL, &error);

  if (found == NULL)
    {
      g_assert_true (error->domain == SL_EXTRACT_ERROR);
      return 0;
    }
  check_times (text, length, found);
  for (guint i = 0; i < found->attributions->len; i++)
    {
      const SlAttribution *attribution = g_ptr_array_index (found->attributions, i);

      check_spans (text, length, attribution->source);
      check_spans (text, length, attribution->cue);
      check_spans (text, length, attribution->content);
      g_assert_cmpint (attribution->relay_of, <, (int) found->attributions->len);
    }
  for (guint i = 0; i < found->proposals->len; i++)
    check_span (text, length, ((SlProposal *) g_ptr_array_index (found->proposals, i))->span);
  return 0;
}
