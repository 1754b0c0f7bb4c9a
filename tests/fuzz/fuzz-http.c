/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The bytes of a response: what is found in them lies in them, and a body that is whole stays so
 * whatever follows it.
 */

#include "config.h"

#include <stdint.h>

#include "fetcher/sl-chunked.h"
#include "fetcher/sl-http-head.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

static void
check_chunked (const uint8_t *bytes,
               size_t         size)
{
  gsize payload = 0, end = 0, again_payload = 0, again_end = 0;

  if (sl_chunked_find_end (bytes, size, &payload, &end) != SL_CHUNKED_WHOLE)
    return;

  g_assert_cmpuint (end, <=, size);
  g_assert_cmpuint (payload, <, end);
  g_assert_cmpint (sl_chunked_find_end (bytes, end, &again_payload, &again_end), ==, SL_CHUNKED_WHOLE);
  g_assert_cmpuint (again_end, ==, end);
  g_assert_cmpuint (again_payload, ==, payload);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  SlHttpHead head;

  /* A broken contract counts as a finding. */
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING | G_LOG_FATAL_MASK);

  check_chunked (data, size);
  if (!sl_http_head_find (data, size, &head))
    return 0;

  g_assert_cmpuint (head.start, <, head.end);
  g_assert_cmpuint (head.end, <=, size);
  g_assert_cmpuint (head.status, <=, 999);
  check_chunked (data + head.end, size - head.end);
  return 0;
}
