/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files of other programs, taken apart: saved pages, archives, feeds, bibliographies. What comes out fits its limits
 * and survives the way between processes. */

#include <stdint.h>
#include <string.h>

#include "reader/sl-unpacker.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

static void
check_text (const char *text)
{
  g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));
}

static void
check_references (const SlUnpacked *self)
{
  for (guint i = 0; i < self->references->len; i++)
    {
      const SlReference *reference = g_ptr_array_index (self->references, i);

      check_text (reference->url);
      check_text (reference->title);
      check_text (reference->authors);
      check_text (reference->published);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  const SlUnpackRequest request = { bytes, NULL, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (SlUnpacked) unpacked = sl_unpacker_unpack (&request, &error);
  g_autoptr (GVariant) variant = NULL;
  g_autoptr (SlUnpacked) again = NULL;

  g_assert_true ((unpacked == NULL) == (error != NULL));
  if (unpacked == NULL)
    return 0;

  check_references (unpacked);
  variant = g_variant_ref_sink (sl_unpacked_to_variant (unpacked));
  again = sl_unpacked_new_from_variant (variant, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (again->parts->len, ==, unpacked->parts->len);
  g_assert_cmpuint (again->references->len, ==, unpacked->references->len);
  g_assert_cmpuint (again->notes->len, ==, unpacked->notes->len);
  return 0;
}
