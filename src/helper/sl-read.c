/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "helper/sl-read.h"

/* By the clock; the process has a tighter limit of processor time of its own. A busy machine is no reason to give up a page. */
#define DEADLINE_USEC (60 * G_USEC_PER_SEC)

/**
 * sl_read_client_new:
 *
 * Creates the connection to the reader's process, which starts with the first page.
 *
 * Returns: (transfer full): the client
 */
SlHelperClient *
sl_read_client_new (void)
{
  return sl_helper_client_new ("sourceline-reader", SL_READ_ERROR);
}

/**
 * sl_read_run:
 * @client: what sl_read_client_new() gave
 * @request: what to read
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Reads a captured page in the locked-down reader process. Blocks; any thread may call.
 *
 * A page that shows something else than an article gives a reading whose kind and reason say
 * so, as long as there is some text. The process is started again after a page that broke it.
 *
 * Returns: (transfer full) (nullable): the reading; %NULL with an error of %SL_READ_ERROR
 *   (no text, a type that cannot be read, limits), of %SL_HELPER_ERROR (the process broke or
 *   used up its time) or %G_IO_ERROR_CANCELLED
 */
SlReading *
sl_read_run (SlHelperClient       *client,
             const SlReadRequest  *request,
             GCancellable         *cancellable,
             GError              **error)
{
  g_autoptr (GVariant) asked = NULL;
  g_autoptr (GVariant) answer = NULL;

  g_return_val_if_fail (SL_IS_HELPER_CLIENT (client), NULL);
  g_return_val_if_fail (request != NULL && request->bytes != NULL, NULL);

  asked = g_variant_ref_sink (sl_read_request_to_variant (request));
  answer = sl_helper_client_call (client, asked, NULL, NULL, g_get_monotonic_time () + DEADLINE_USEC, cancellable, error);
  if (answer == NULL)
    return NULL;
  return sl_reading_new_from_variant (answer, g_bytes_get_size (request->bytes), error);
}
