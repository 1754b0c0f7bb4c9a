/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fetcher/sl-public-resolver.h"

#include <glib/gi18n-lib.h>

#include "fetcher/sl-address.h"
#include "helper/sl-fetch-error.h"

/**
 * SlPublicResolver:
 *
 * Looks names up as another resolver does, and keeps the addresses that are not public to itself.
 *
 * A connection goes to nothing but what the resolver returned, so a name that resolves to another address
 * each time cannot lead anybody into the local network. One host may be exempt: the one
 * that the person typed.
 *
 * To be used by one thread; the other resolver may use more.
 */
struct _SlPublicResolver
{
  GResolver parent_instance;

  GResolver *base;          /* (owned) */
  char      *allowed_host;  /* (owned) (nullable): lower case */
};

G_DEFINE_FINAL_TYPE (SlPublicResolver, sl_public_resolver, G_TYPE_RESOLVER)

static gboolean
is_allowed (SlPublicResolver *self,
            const char       *host)
{
  return self->allowed_host != NULL && g_ascii_strcasecmp (self->allowed_host, host) == 0;
}

static void
set_private_error (GError     **error,
                   const char  *host)
{
  g_set_error (error, SL_FETCH_ERROR, SL_FETCH_ERROR_PRIVATE_ADDRESS,
               _ ("%s is this computer or lies in a private network. Sourceline goes there only when you type the address yourself."),
               host);
}

/* (transfer full) for @addresses and for the result. */
static GList *
filter (SlPublicResolver  *self,
        const char        *host,
        GList             *addresses,
        GError           **error)
{
  GList *public_ones = NULL;

  if (addresses == NULL)
    return NULL;

  for (GList *l = addresses; l != NULL; l = l->next)
    {
      if (sl_address_classify (l->data) == SL_ADDRESS_PUBLIC)
        public_ones = g_list_prepend (public_ones, g_object_ref (l->data));
    }

  /* The name that the person typed may lead to a private network, but one that is public has no business there. */
  if (public_ones == NULL && is_allowed (self, host))
    return addresses;

  g_resolver_free_addresses (addresses);
  if (public_ones == NULL)
    set_private_error (error, host);
  return g_list_reverse (public_ones);
}

static GList *
lookup_by_name_with_flags (GResolver                 *resolver,
                           const char                *host,
                           GResolverNameLookupFlags   flags,
                           GCancellable              *cancellable,
                           GError                   **error)
{
  SlPublicResolver *self = SL_PUBLIC_RESOLVER (resolver);

  return filter (self, host, g_resolver_lookup_by_name_with_flags (self->base, host, flags, cancellable, error), error);
}

static GList *
lookup_by_name (GResolver     *resolver,
                const char    *host,
                GCancellable  *cancellable,
                GError       **error)
{
  return lookup_by_name_with_flags (resolver, host, G_RESOLVER_NAME_LOOKUP_FLAGS_DEFAULT, cancellable, error);
}

static void
lookup_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  SlPublicResolver *self = g_task_get_source_object (task);
  GError *error = NULL;
  GList *addresses = g_resolver_lookup_by_name_with_flags_finish (G_RESOLVER (source), result, &error);

  addresses = filter (self, g_task_get_task_data (task), addresses, &error);
  if (addresses != NULL)
    g_task_return_pointer (task, addresses, (GDestroyNotify) g_resolver_free_addresses);
  else
    g_task_return_error (task, error);
}

static void
lookup_by_name_with_flags_async (GResolver                *resolver,
                                 const char               *host,
                                 GResolverNameLookupFlags  flags,
                                 GCancellable             *cancellable,
                                 GAsyncReadyCallback       callback,
                                 gpointer                  user_data)
{
  SlPublicResolver *self = SL_PUBLIC_RESOLVER (resolver);
  GTask *task = g_task_new (resolver, cancellable, callback, user_data);

  g_task_set_source_tag (task, lookup_by_name_with_flags_async);
  g_task_set_task_data (task, g_strdup (host), g_free);
  g_resolver_lookup_by_name_with_flags_async (self->base, host, flags, cancellable, lookup_cb, task);
}

static void
lookup_by_name_async (GResolver           *resolver,
                      const char          *host,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  lookup_by_name_with_flags_async (resolver, host, G_RESOLVER_NAME_LOOKUP_FLAGS_DEFAULT, cancellable, callback, user_data);
}

static GList *
lookup_finish (GResolver     *resolver,
               GAsyncResult  *result,
               GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
sl_public_resolver_finalize (GObject *object)
{
  SlPublicResolver *self = SL_PUBLIC_RESOLVER (object);

  g_clear_object (&self->base);
  g_free (self->allowed_host);

  G_OBJECT_CLASS (sl_public_resolver_parent_class)->finalize (object);
}

static void
sl_public_resolver_class_init (SlPublicResolverClass *klass)
{
  GResolverClass *resolver_class = G_RESOLVER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sl_public_resolver_finalize;

  resolver_class->lookup_by_name = lookup_by_name;
  resolver_class->lookup_by_name_async = lookup_by_name_async;
  resolver_class->lookup_by_name_finish = lookup_finish;
  resolver_class->lookup_by_name_with_flags = lookup_by_name_with_flags;
  resolver_class->lookup_by_name_with_flags_async = lookup_by_name_with_flags_async;
  resolver_class->lookup_by_name_with_flags_finish = lookup_finish;
}

static void
sl_public_resolver_init (SlPublicResolver *self)
{
}

/**
 * sl_public_resolver_new:
 * @base: the resolver that looks names up
 *
 * Makes a resolver that answers with public addresses only.
 *
 * Returns: (transfer full): a new resolver, to be installed with g_resolver_set_default()
 */
SlPublicResolver *
sl_public_resolver_new (GResolver *base)
{
  SlPublicResolver *self;

  g_return_val_if_fail (G_IS_RESOLVER (base), NULL);

  self = g_object_new (SL_TYPE_PUBLIC_RESOLVER, NULL);
  self->base = g_object_ref (base);
  return self;
}

/**
 * sl_public_resolver_allow_host:
 * @self: a resolver
 * @host: (nullable): host as #GUri gives it, %NULL for none
 *
 * Exempts the one host that the person typed, as long as none of its addresses is public. It replaces the one exempt
 * before.
 */
void
sl_public_resolver_allow_host (SlPublicResolver *self,
                               const char       *host)
{
  g_return_if_fail (SL_IS_PUBLIC_RESOLVER (self));

  g_set_str (&self->allowed_host, host);
}

/**
 * sl_public_resolver_may_contact:
 * @self: a resolver
 * @host: host as #GUri gives it
 * @error: return location for a #GError
 *
 * Judges hosts that no resolver is asked for: numeric addresses and the names of this machine.
 *
 * Returns: %FALSE with %SL_FETCH_ERROR_PRIVATE_ADDRESS when @host must not be contacted; %TRUE leaves the
 *   decision to the lookup of the name
 */
gboolean
sl_public_resolver_may_contact (SlPublicResolver  *self,
                                const char        *host,
                                GError           **error)
{
  g_return_val_if_fail (SL_IS_PUBLIC_RESOLVER (self), FALSE);
  g_return_val_if_fail (host != NULL, FALSE);

  if (is_allowed (self, host) || !sl_address_is_local_name (host))
    return TRUE;

  set_private_error (error, host);
  return FALSE;
}
