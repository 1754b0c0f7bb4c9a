/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fetcher/sl-fetcher.h"

#include <glib/gi18n-lib.h>

#include "core/sl-sniff.h"
#include "fetcher/sl-address.h"
#include "fetcher/sl-decode.h"
#include "fetcher/sl-exchange.h"
#include "fetcher/sl-location.h"

/**
 * SlFetcher:
 *
 * Fetches a page: follows its redirects, keeps each exchange, decodes the last one.
 *
 * Works without a main loop running; one fetch after the other, in one thread.
 */
struct _SlFetcher
{
  GObject parent_instance;

  SlPublicResolver *resolver;  /* (owned) */
  GTlsDatabase     *database;  /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (SlFetcher, sl_fetcher, G_TYPE_OBJECT)

static void
sl_fetcher_dispose (GObject *object)
{
  SlFetcher *self = SL_FETCHER (object);

  g_clear_object (&self->resolver);
  g_clear_object (&self->database);

  G_OBJECT_CLASS (sl_fetcher_parent_class)->dispose (object);
}

static void
sl_fetcher_class_init (SlFetcherClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_fetcher_dispose;
}

static void
sl_fetcher_init (SlFetcher *self)
{
}

static gsize
get_max_bytes (const SlFetchRequest *request)
{
  return request->max_bytes != 0 ? MIN (request->max_bytes, SL_FETCH_MAX_BYTES) : SL_FETCH_MAX_BYTES;
}

static guint
get_max_redirects (const SlFetchRequest *request)
{
  return request->max_redirects >= 0 ? MIN ((guint) request->max_redirects, SL_FETCH_MAX_REDIRECTS) : SL_FETCH_MAX_REDIRECTS;
}

static SlFetchHop *
ask (SlFetcher         *self,
     const SlExchange  *exchange,
     SlFetch           *fetch,
     GError           **error)
{
  g_autofree char *url = g_uri_to_string (exchange->location);
  SlFetchHop *hop;

  if (!sl_public_resolver_may_contact (self->resolver, g_uri_get_host (exchange->location), error))
    return NULL;

  hop = sl_fetch_hop_new (url);
  g_ptr_array_add (fetch->hops, hop);
  return sl_exchange_run (exchange, hop, error) ? hop : NULL;
}

static gboolean
was_public (const SlFetchHop *hop)
{
  g_autoptr (GInetAddress) address = hop->remote_address != NULL ? g_inet_address_new_from_string (hop->remote_address) : NULL;

  return address != NULL && sl_address_classify (address) == SL_ADDRESS_PUBLIC;
}

/* Returns: (transfer full) (nullable): where the fetch ended. */
static GUri *
follow (SlFetcher   *self,
        SlExchange  *exchange,
        SlFetch     *fetch,
        GError     **error)
{
  guint max_redirects = get_max_redirects (exchange->request);
  g_autoptr (GUri) location = sl_location_parse (exchange->request->url, error);

  if (location == NULL)
    return NULL;

  sl_public_resolver_allow_host (self->resolver, exchange->request->allow_private ? g_uri_get_host (location) : NULL);
  for (guint i = 0; i <= max_redirects; i++)
    {
      const SlFetchHop *hop;
      GUri *next;

      exchange->location = location;
      hop = ask (self, exchange, fetch, error);
      if (hop == NULL)
        return NULL;
      if (!sl_exchange_is_redirect (hop))
        return g_steal_pointer (&location);

      /* A host that answered from the internet is not led home by its next name lookup, typed or not. */
      if (was_public (hop))
        sl_public_resolver_allow_host (self->resolver, NULL);
      next = sl_location_follow (location, hop->location, error);
      if (next == NULL)
        return NULL;
      g_uri_unref (location);
      location = next;
    }

  g_set_error (error, SL_FETCH_ERROR, SL_FETCH_ERROR_TOO_MANY_REDIRECTS,
               _ ("The page redirects more than %u times, most likely in a circle"), max_redirects);
  return NULL;
}

static gboolean
is_text (SlContentType type)
{
  return type == SL_CONTENT_TYPE_HTML || type == SL_CONTENT_TYPE_XHTML || type == SL_CONTENT_TYPE_TEXT
         || type == SL_CONTENT_TYPE_JSON || type == SL_CONTENT_TYPE_FEED || type == SL_CONTENT_TYPE_XML;
}

static gboolean
conclude (SlFetch  *fetch,
          GUri     *location,
          gsize     max_bytes,
          GError  **error)
{
  const SlFetchHop *last = sl_fetch_get_last_hop (fetch);
  const guint8 *bytes;
  gsize size;

  fetch->body = sl_decode (last->payload, last->content_encoding, max_bytes, error);
  if (fetch->body == NULL)
    return FALSE;

  bytes = g_bytes_get_data (fetch->body, &size);
  fetch->final_url = g_uri_to_string (location);
  fetch->content_type = g_strdup (last->content_type);
  fetch->type = sl_sniff_type (bytes, size, last->content_type);
  if (is_text (fetch->type))
    fetch->charset = g_strdup (sl_sniff_charset (bytes, size, last->content_type, NULL, NULL));
  return TRUE;
}

static gboolean
run (SlFetcher   *self,
     SlExchange  *exchange,
     SlFetch     *fetch,
     GError     **error)
{
  g_autoptr (GUri) location = follow (self, exchange, fetch, error);

  return location != NULL && conclude (fetch, location, exchange->max_bytes, error);
}

/**
 * sl_fetcher_new:
 * @resolver: the resolver, which is also this process's default one
 * @database: (nullable): whom to trust, %NULL for the system's list
 *
 * Makes a fetcher.
 *
 * Returns: (transfer full): a new fetcher
 */
SlFetcher *
sl_fetcher_new (SlPublicResolver *resolver,
                GTlsDatabase     *database)
{
  SlFetcher *self;

  g_return_val_if_fail (SL_IS_PUBLIC_RESOLVER (resolver), NULL);

  self = g_object_new (SL_TYPE_FETCHER, NULL);
  self->resolver = g_object_ref (resolver);
  g_set_object (&self->database, database);
  return self;
}

/**
 * sl_fetcher_run:
 * @self: a fetcher
 * @request: what to fetch
 * @progress: (nullable) (scope call): called while bytes arrive
 * @user_data: passed to @progress
 * @cancellable: (nullable): to give up
 *
 * Fetches a page. Blocks.
 *
 * Returns: (transfer full): what was exchanged; its failure is set, in %SL_FETCH_ERROR, when that did not
 *   end in an answer
 */
SlFetch *
sl_fetcher_run (SlFetcher            *self,
                const SlFetchRequest *request,
                SlFetchProgressFunc   progress,
                gpointer              user_data,
                GCancellable         *cancellable)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (SlWatch) watch = NULL;
  SlFetch *fetch = sl_fetch_new ();
  SlExchange exchange = { .context = context, .request = request, .database = self->database, .progress = progress, .user_data = user_data };
  gint64 start_usec = g_get_monotonic_time ();
  guint io_seconds, total_seconds;

  g_main_context_push_thread_default (context);
  sl_fetch_request_get_timeouts (request, &io_seconds, &total_seconds);
  watch = sl_watch_new (context, io_seconds, total_seconds, cancellable);
  exchange.watch = watch;
  exchange.max_bytes = get_max_bytes (request);
  run (self, &exchange, fetch, &fetch->failure);
  fetch->duration_usec = g_get_monotonic_time () - start_usec;
  g_main_context_pop_thread_default (context);
  return fetch;
}
