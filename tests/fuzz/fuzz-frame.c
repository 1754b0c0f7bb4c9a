/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a helper process in foreign hands may send: whatever is taken for a frame can be written again
 * and read as the same, and whatever is taken for a fetch has sizes that fit together.
 */

#include "config.h"

#include <stdint.h>

#include "helper/sl-fetch.h"
#include "helper/sl-frame.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

static void
check_round_trip (SlFrameKind  kind,
                  GVariant    *body)
{
  g_autoptr (GBytes) frame = sl_frame_encode (kind, body, NULL);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (frame);
  SlFrameKind again_kind = SL_FRAME_HELLO;
  g_autoptr (GVariant) again = sl_frame_read (stream, &again_kind, NULL, NULL);

  g_assert_cmpint (kind, ==, again_kind);
  g_assert_cmpvariant (body, again);
}

static void
check_hop (const SlFetchHop *hop)
{
  gsize size = hop->response != NULL ? g_bytes_get_size (hop->response) : 0;

  g_assert_nonnull (hop->url);
  g_assert_cmpuint (hop->head_bytes, <=, size);
  g_assert_true (hop->head_bytes == 0 || hop->payload != NULL);
}

static void
check_fetch (GVariant *body)
{
  g_autoptr (SlFetch) fetch = sl_fetch_new_from_variant (body, NULL);
  g_autoptr (GVariant) variant = NULL;

  if (fetch == NULL)
    return;

  for (guint i = 0; i < fetch->hops->len; i++)
    check_hop (g_ptr_array_index (fetch->hops, i));
  g_assert_true (fetch->failure != NULL || fetch->body != NULL);
  variant = g_variant_ref_sink (sl_fetch_to_variant (fetch));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (data, (gssize) size, NULL);
  SlFrameKind kind = SL_FRAME_HELLO;
  g_autoptr (GVariant) body = sl_frame_read (stream, &kind, NULL, NULL);
  SlFetchRequest request;

  /* A broken contract counts as a finding. */
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING | G_LOG_FATAL_MASK);

  if (body == NULL)
    return 0;

  check_round_trip (kind, body);
  check_fetch (body);
  sl_fetch_request_from_variant (&request, body);
  g_assert_nonnull (request.url);
  return 0;
}
