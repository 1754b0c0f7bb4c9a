/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an archive or a time-stamping authority answers, and what was kept of it. */

#include "config.h"

#include <string.h>

#include "verify/sl-memento.h"
#include "verify/sl-timestamp.h"

static const char digest[] = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) input = g_bytes_new (data, size);
  g_autoptr (GPtrArray) mementos = sl_memento_parse ((const char *) data, size);
  g_autoptr (GBytes) request = sl_timestamp_make_request (digest, NULL);
  g_autoptr (SlTimestamp) taken = NULL;
  g_autoptr (SlTimestamp) checked = sl_timestamp_check (input, digest, NULL);
  g_autoptr (GBytes) kept = sl_timestamp_take_reply (request, input, digest, "", &taken, NULL);

  for (guint i = 0; i < mementos->len; i++)
    g_assert_true (g_utf8_validate (((const SlMemento *) g_ptr_array_index (mementos, i))->url, -1, NULL));

  /* Nobody is trusted here. */
  g_assert_null (kept);
  if (checked != NULL)
    g_assert_nonnull (checked->root_digest);
  return 0;
}
