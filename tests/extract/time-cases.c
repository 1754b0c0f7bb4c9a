/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "time-cases.h"

#include "extract/sl-extraction.h"

#include <string.h>

/* 2026-01-15 */
#define NOW 1768435200

static char *
list_times (const TimeCase *expected)
{
  SlExtractOptions options = { expected->language, expected->reference, NOW, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (SlExtraction) found = sl_extract (expected->text, strlen (expected->text), &options, NULL, &error);
  GString *list = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < found->times->len; i++)
    {
      const SlTimex *timex = g_ptr_array_index (found->times, i);

      g_string_append_printf (list,
                              "%.*s|%s|%s\n",
                              (int) sl_span_length (timex->span),
                              expected->text + timex->span.start,
                              timex->value,
                              timex->when->edtf != NULL ? timex->when->edtf : "-");
    }
  return g_string_free_and_steal (list);
}

/* Reads each text and compares the times found in it with those expected. */
void
time_cases_check (const TimeCase *cases,
                  gsize           count)
{
  for (gsize i = 0; i < count; i++)
    {
      g_autofree char *times = list_times (&cases[i]);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (times, ==, cases[i].times);
    }
}
