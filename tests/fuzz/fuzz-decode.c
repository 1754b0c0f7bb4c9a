/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Compressed bodies. The first byte chooses the coding; the result never exceeds the limit. */

#include "config.h"

#include <stdint.h>

#include "fetcher/sl-decode.h"

#define LIMIT 100000u

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static const char *const codings[] = { "gzip", "deflate", "gzip, deflate", "identity" };
  g_autoptr (GBytes) payload = NULL;
  g_autoptr (GBytes) body = NULL;
  g_autoptr (GError) error = NULL;

  /* A broken contract counts as a finding. */
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING | G_LOG_FATAL_MASK);

  if (size == 0)
    return 0;

  payload = g_bytes_new (data + 1, size - 1);
  body = sl_decode (payload, codings[data[0] % G_N_ELEMENTS (codings)], LIMIT, &error);
  g_assert_true ((body != NULL) != (error != NULL));
  g_assert_true (body == NULL || body == payload || g_bytes_get_size (body) <= LIMIT);
  return 0;
}
