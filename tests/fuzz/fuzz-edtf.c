/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdint.h>

#include "core/sl-edtf.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

/* Whatever is accepted has a level, and bounds that hold at least a second. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *string = g_strndup ((const char *) data, size);
  g_autoptr (GError) error = NULL;
  SlEdtf edtf;

  if (!sl_edtf_parse (string, &edtf, &error))
    {
      g_assert_true (error != NULL && error->domain == SL_EDTF_ERROR);
      return 0;
    }
  g_assert_no_error (error);
  g_assert_cmpint (edtf.level, >=, 0);
  g_assert_cmpint (edtf.level, <=, 2);
  g_assert_cmpint (edtf.earliest, <, edtf.latest);
  return 0;
}
