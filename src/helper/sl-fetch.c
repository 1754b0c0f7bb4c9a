/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "helper/sl-fetch.h"

#include <glib/gi18n-lib.h>

/* The fetcher keeps its own deadline; beyond it and this it does not answer any more. */
#define GRACE_USEC (10 * G_USEC_PER_SEC)

typedef struct
{
  SlFetchProgressFunc function;
  gpointer            user_data;
} Progress;

static void
progress_cb (GVariant *report,
             gpointer  user_data)
{
  const Progress *progress = user_data;
  guint64 received_bytes = 0;
  guint64 expected_bytes = 0;

  g_variant_lookup (report, "received", "t", &received_bytes);
  g_variant_lookup (report, "expected", "t", &expected_bytes);
  progress->function (received_bytes, expected_bytes, progress->user_data);
}

static GVariant *
ask (SlHelperClient        *client,
     const SlFetchRequest  *request,
     Progress              *progress,
     GCancellable          *cancellable,
     GError               **error)
{
  guint io_seconds, total_seconds;
  gint64 deadline_usec;

  sl_fetch_request_get_timeouts (request, &io_seconds, &total_seconds);
  deadline_usec = g_get_monotonic_time () + total_seconds * G_USEC_PER_SEC + GRACE_USEC;
  return sl_helper_client_call (client, sl_fetch_request_to_variant (request),
                                progress->function != NULL ? progress_cb : NULL, progress,
                                deadline_usec, cancellable, error);
}

/* Whatever goes wrong comes out in one domain, so that verdicts can be given by one table. */
static void
translate_failure (GError *failure, /* (transfer full) */
                   GError **error)
{
  g_autoptr (GError) owned = failure;

  if (owned->domain == SL_FETCH_ERROR)
    g_propagate_error (error, g_steal_pointer (&owned));
  else if (g_error_matches (owned, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_set_error_literal (error, SL_FETCH_ERROR, SL_FETCH_ERROR_CANCELLED, _ ("The page was not fetched, because you stopped it"));
  else
    g_set_error (error, SL_FETCH_ERROR, SL_FETCH_ERROR_HELPER, _ ("The page was not fetched: %s"), owned->message);
}

static gboolean
read_hops (SlFetch   *self,
           GVariant  *variant,
           GError   **error)
{
  g_autoptr (GVariant) hops = g_variant_lookup_value (variant, "hops", G_VARIANT_TYPE ("aa{sv}"));
  gsize n = hops != NULL ? g_variant_n_children (hops) : 0;

  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (hops, i);
      SlFetchHop *hop = sl_fetch_hop_new_from_variant (child, error);

      if (hop == NULL)
        return FALSE;
      g_ptr_array_add (self->hops, hop);
    }

  return TRUE;
}

static void
read_failure (SlFetch  *self,
              GVariant *variant)
{
  const char *message = NULL;
  int code = SL_FETCH_ERROR_FAILED;

  if (!g_variant_lookup (variant, "failure", "(i&s)", &code, &message))
    return;
  if (code < SL_FETCH_ERROR_FAILED || code > SL_FETCH_ERROR_HTTP2)
    code = SL_FETCH_ERROR_FAILED;
  self->failure = g_error_new_literal (SL_FETCH_ERROR, code, message);
}

/* A body that is its payload did not travel a second time. */
static gboolean
read_body (SlFetch   *self,
           GVariant  *variant,
           GError   **error)
{
  g_autoptr (GVariant) value = g_variant_lookup_value (variant, "body", G_VARIANT_TYPE_BYTESTRING);
  const SlFetchHop *last = sl_fetch_get_last_hop (self);

  if (self->failure != NULL)
    return TRUE;

  if (value != NULL)
    self->body = g_variant_get_data_as_bytes (value);
  else if (last != NULL && last->payload != NULL)
    self->body = g_bytes_ref (last->payload);
  if (self->body != NULL && last != NULL && self->final_url != NULL)
    return TRUE;

  g_set_error_literal (error, SL_HELPER_ERROR, SL_HELPER_ERROR_PROTOCOL,
                       _ ("The helper process described a page without its bytes"));
  return FALSE;
}

/**
 * sl_fetch_client_new:
 *
 * Makes the client of the fetcher process, which starts with the first fetch.
 *
 * Returns: (transfer full): a client for sl_fetch_run()
 */
SlHelperClient *
sl_fetch_client_new (void)
{
  return sl_helper_client_new ("sourceline-fetcher", SL_FETCH_ERROR);
}

/**
 * sl_fetch_run:
 * @client: from sl_fetch_client_new()
 * @request: what to fetch
 * @progress: (nullable) (scope call): called while bytes arrive
 * @user_data: passed to @progress
 * @fetch: (out) (nullable) (transfer full): what was exchanged. Also set when %FALSE is returned but hosts
 *   were asked before the failure: their exchanges are evidence too
 * @cancellable: (nullable): to give up
 * @error: return location for a #GError
 *
 * Fetches a page in the locked-down fetcher process. Blocks; any thread may call.
 *
 * Returns: %TRUE when a host answered, whatever the status; %FALSE with an error of #SlFetchError
 */
gboolean
sl_fetch_run (SlHelperClient        *client,
              const SlFetchRequest  *request,
              SlFetchProgressFunc    progress,
              gpointer               user_data,
              SlFetch              **fetch,
              GCancellable          *cancellable,
              GError               **error)
{
  Progress reporter = { progress, user_data };
  g_autoptr (GVariant) reply = NULL;
  GError *failure = NULL;

  g_return_val_if_fail (SL_IS_HELPER_CLIENT (client), FALSE);
  g_return_val_if_fail (request != NULL && request->url != NULL, FALSE);
  g_return_val_if_fail (fetch != NULL, FALSE);

  *fetch = NULL;
  reply = ask (client, request, &reporter, cancellable, &failure);
  if (reply != NULL)
    *fetch = sl_fetch_new_from_variant (reply, &failure);
  if (*fetch != NULL && (*fetch)->failure != NULL)
    failure = g_error_copy ((*fetch)->failure);
  if (failure == NULL)
    return TRUE;

  translate_failure (failure, error);
  return FALSE;
}

/**
 * sl_fetch_new:
 *
 * Makes an empty result.
 *
 * Returns: (transfer full): a new result without hops
 */
SlFetch *
sl_fetch_new (void)
{
  SlFetch *self = g_new0 (SlFetch, 1);

  self->hops = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_fetch_hop_free);
  return self;
}

/**
 * sl_fetch_free:
 * @self: a result
 *
 * Frees a result with all its exchanges.
 */
void
sl_fetch_free (SlFetch *self)
{
  g_ptr_array_unref (self->hops);
  g_free (self->final_url);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_free (self->content_type);
  g_free (self->charset);
  g_clear_error (&self->failure);
  g_free (self);
}

/**
 * sl_fetch_get_last_hop:
 * @self: a result
 *
 * Gets the exchange that decided: the answer, or the one that failed.
 *
 * Returns: (transfer none) (nullable): %NULL when no host was asked
 */
const SlFetchHop *
sl_fetch_get_last_hop (const SlFetch *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->hops->len > 0 ? g_ptr_array_index (self->hops, self->hops->len - 1) : NULL;
}

/**
 * sl_fetch_is_not_modified:
 * @self: a result
 *
 * Says whether the host answered that the page is still the one whose ETag or Last-Modified the request named. There
 * is no body then.
 */
gboolean
sl_fetch_is_not_modified (const SlFetch *self)
{
  const SlFetchHop *last = sl_fetch_get_last_hop (self);

  return self->failure == NULL && last != NULL && last->conditional && last->status == 304;
}

static GVariant *
hops_to_variant (const SlFetch *self)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("aa{sv}"));

  for (guint i = 0; i < self->hops->len; i++)
    g_variant_builder_add_value (&builder, sl_fetch_hop_to_variant (g_ptr_array_index (self->hops, i)));
  return g_variant_builder_end (&builder);
}

/**
 * sl_fetch_to_variant:
 * @self: a result
 *
 * Puts a result into a frame's body.
 *
 * Returns: (transfer floating): a dictionary
 */
GVariant *
sl_fetch_to_variant (const SlFetch *self)
{
  const SlFetchHop *last = sl_fetch_get_last_hop (self);
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert_value (&dict, "hops", hops_to_variant (self));
  g_variant_dict_insert (&dict, "duration", "x", self->duration_usec);
  g_variant_dict_insert (&dict, "type", "s", sl_content_type_to_string (self->type));
  if (self->final_url != NULL)
    g_variant_dict_insert (&dict, "final-url", "s", self->final_url);
  if (self->content_type != NULL)
    g_variant_dict_insert (&dict, "content-type", "s", self->content_type);
  if (self->charset != NULL)
    g_variant_dict_insert (&dict, "charset", "s", self->charset);
  if (self->failure != NULL)
    g_variant_dict_insert (&dict, "failure", "(is)", self->failure->code, self->failure->message);
  if (self->body != NULL && (last == NULL || self->body != last->payload))
    g_variant_dict_insert_value (&dict, "body", g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, self->body, TRUE));
  return g_variant_dict_end (&dict);
}

/**
 * sl_fetch_new_from_variant:
 * @variant: a frame's body
 * @error: return location for a #GError
 *
 * Reads a result.
 *
 * Returns: (transfer full): a new result, also of a fetch that failed; %NULL with
 *   %SL_HELPER_ERROR_PROTOCOL when its parts do not fit together
 */
SlFetch *
sl_fetch_new_from_variant (GVariant  *variant,
                           GError   **error)
{
  g_autoptr (SlFetch) self = sl_fetch_new ();
  const char *type = "";

  g_return_val_if_fail (g_variant_is_of_type (variant, G_VARIANT_TYPE_VARDICT), NULL);

  g_variant_lookup (variant, "duration", "x", &self->duration_usec);
  g_variant_lookup (variant, "type", "&s", &type);
  g_variant_lookup (variant, "final-url", "s", &self->final_url);
  g_variant_lookup (variant, "content-type", "s", &self->content_type);
  g_variant_lookup (variant, "charset", "s", &self->charset);
  self->type = sl_content_type_from_string (type);
  read_failure (self, variant);
  if (!read_hops (self, variant, error) || !read_body (self, variant, error))
    return NULL;
  return g_steal_pointer (&self);
}
