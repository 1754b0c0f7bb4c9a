/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-arrival.h"

#include <string.h>

/* A failed fetch has its failure in the last exchange. */
static const GError *
get_failure (const SlFetch *fetch,
             guint          number)
{
  return number + 1 == fetch->hops->len ? fetch->failure : NULL;
}

static char *
format_address (const SlFetchHop *hop)
{
  if (hop->remote_address == NULL)
    return NULL;
  return g_strdup_printf (strchr (hop->remote_address, ':') != NULL ? "[%s]:%u" : "%s:%u", hop->remote_address, hop->remote_port);
}

static void
add_way (GPtrArray     *fields,
         const SlFetch *fetch,
         guint          number)
{
  g_autofree char *hops = g_strnfill (number, 'R');

  if (number == 0)
    return;
  sl_warc_fields_add (fields, "via", ((const SlFetchHop *) g_ptr_array_index (fetch->hops, number - 1))->url);
  sl_warc_fields_add (fields, "hopsFromSeed", hops);
}

static void
add_clocks (GPtrArray        *fields,
            const SlFetchHop *hop)
{
  g_autofree char *begun = sl_warc_format_date (hop->started_usec);
  g_autofree char *retry = hop->retry_at_usec > 0 ? sl_warc_format_date (hop->retry_at_usec) : NULL;
  g_autofree char *milliseconds = g_strdup_printf ("%" G_GINT64_FORMAT, hop->duration_usec / 1000);

  sl_warc_fields_add (fields, "fetchTimeMs", milliseconds);
  sl_warc_fields_add (fields, "local-date", begun);
  sl_warc_fields_add (fields, "server-date", hop->date);
  sl_warc_fields_add (fields, SL_EARLIER_RETRY_FIELD, retry);
}

static void
add_tls (GPtrArray        *fields,
         const SlFetchHop *hop)
{
  g_autofree char *certificates = hop->tls_chain_sha256 != NULL ? g_strjoinv (" ", hop->tls_chain_sha256) : NULL;
  g_autofree char *errors = hop->tls_errors != 0 ? g_flags_to_string (G_TYPE_TLS_CERTIFICATE_FLAGS, hop->tls_errors) : NULL;

  sl_warc_fields_add (fields, "tls-protocol", hop->tls_protocol);
  sl_warc_fields_add (fields, "tls-cipher", hop->tls_cipher);
  sl_warc_fields_add (fields, "tls-certificates-sha256", certificates);
  sl_warc_fields_add (fields, "tls-errors", errors);
}

/**
 * sl_arrival_describe_hop:
 * @number: which exchange, from 0
 *
 * Says what an exchange showed beside its bytes, as fields of a metadata record: those of the standard (WARC 1.1, 6.6),
 * and ours: "software"; "server-address", with the port; "local-date", when the exchange began by this computer's clock,
 * beside "server-date", the header Date as it came; "retry-at", when the host may be asked again by its Retry-After; "tls-protocol", "tls-cipher", "tls-certificates-sha256" of each
 * DER, "tls-errors"; "failure", in words.
 *
 * Returns: (transfer full) (element-type SlWarcHeader)
 */
GPtrArray *
sl_arrival_describe_hop (const SlFetch *fetch,
                         guint          number)
{
  const SlFetchHop *hop = g_ptr_array_index (fetch->hops, number);
  const GError *failure = get_failure (fetch, number);
  g_autofree char *address = format_address (hop);
  GPtrArray *fields = sl_warc_fields_new ();

  sl_warc_fields_add (fields, "software", SL_ARRIVAL_SOFTWARE);
  add_way (fields, fetch, number);
  add_clocks (fields, hop);
  sl_warc_fields_add (fields, "server-address", address);
  add_tls (fields, hop);
  sl_warc_fields_add (fields, "failure", failure != NULL ? failure->message : NULL);
  return fields;
}

/**
 * sl_arrival_describe_cut:
 * @number: which exchange, from 0
 *
 * Says why a response is not whole, in the words of WARC-Truncated.
 *
 * Returns: (nullable): %NULL when it is whole
 */
const char *
sl_arrival_describe_cut (const SlFetch *fetch,
                         guint          number)
{
  const SlFetchHop *hop = g_ptr_array_index (fetch->hops, number);
  const GError *failure = get_failure (fetch, number);

  if (!hop->truncated)
    return NULL;
  if (failure == NULL)
    return "length"; /* no more of a redirect is kept than so much */

  switch (failure->code)
    {
    case SL_FETCH_ERROR_TOO_LARGE:
      return "length";
    case SL_FETCH_ERROR_TIMEOUT_IO:
    case SL_FETCH_ERROR_TIMEOUT_TOTAL:
      return "time";
    case SL_FETCH_ERROR_DISCONNECTED:
      return "disconnect";
    default:
      return "unspecified";
    }
}
