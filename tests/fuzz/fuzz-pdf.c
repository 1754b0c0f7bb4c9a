/* SPDX-License-Identifier: GPL-3.0-or-later */

/* PDF files through Poppler: the text is text, each line's place lies inside it and in order, and all of it survives the
 * way between processes. */

#include <stdint.h>

#include "helper/sl-read-request.h"
#include "reader/sl-pdf-text.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (SlReading) reading = sl_reading_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) variant = NULL;
  g_autoptr (SlReading) again = NULL;

  g_assert_true (sl_pdf_text_read (reading, bytes, &error) == (error == NULL));
  if (error != NULL)
    return 0;

  g_assert_true (g_utf8_validate (reading->text, -1, NULL));
  variant = g_variant_ref_sink (sl_reading_to_variant (reading));
  again = sl_reading_new_from_variant (variant, size, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again->text, ==, reading->text);
  g_assert_cmpuint (again->places->len, ==, reading->places->len);
  return 0;
}
