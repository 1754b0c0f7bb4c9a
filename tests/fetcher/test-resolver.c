/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "test-resolver.h"

struct _TestResolver
{
  GResolver parent_instance;

  GHashTable *names;  /* (owned): name to GQueue of answers, each a string of addresses */
};

G_DEFINE_FINAL_TYPE (TestResolver, test_resolver, G_TYPE_RESOLVER)

static GList *
make_addresses (const char *answer)
{
  g_auto (GStrv) texts = g_strsplit (answer, " ", -1);
  GList *addresses = NULL;

  for (gsize i = 0; texts[i] != NULL; i++)
    addresses = g_list_append (addresses, g_inet_address_new_from_string (texts[i]));
  return addresses;
}

/* Each question gets the next answer, the last one for ever: that is how a name is bound anew. */
static GList *
answer (TestResolver  *self,
        const char    *name,
        GError       **error)
{
  GQueue *answers = g_hash_table_lookup (self->names, name);
  g_autofree char *next = NULL;

  if (answers == NULL)
    {
      g_set_error (error, G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND, "no such name");
      return NULL;
    }

  next = answers->length > 1 ? g_queue_pop_head (answers) : g_strdup (g_queue_peek_head (answers));
  return make_addresses (next);
}

static GList *
lookup (GResolver                 *resolver,
        const char                *name,
        GResolverNameLookupFlags   flags,
        GCancellable              *cancellable,
        GError                   **error)
{
  return answer (TEST_RESOLVER (resolver), name, error);
}

static GList *
lookup_plainly (GResolver     *resolver,
                const char    *name,
                GCancellable  *cancellable,
                GError       **error)
{
  return answer (TEST_RESOLVER (resolver), name, error);
}

static void
lookup_async (GResolver                *resolver,
              const char               *name,
              GResolverNameLookupFlags  flags,
              GCancellable             *cancellable,
              GAsyncReadyCallback       callback,
              gpointer                  user_data)
{
  g_autoptr (GTask) task = g_task_new (resolver, cancellable, callback, user_data);
  GError *error = NULL;
  GList *addresses = answer (TEST_RESOLVER (resolver), name, &error);

  if (addresses != NULL)
    g_task_return_pointer (task, addresses, (GDestroyNotify) g_resolver_free_addresses);
  else
    g_task_return_error (task, error);
}

static void
lookup_plainly_async (GResolver           *resolver,
                      const char          *name,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  lookup_async (resolver, name, G_RESOLVER_NAME_LOOKUP_FLAGS_DEFAULT, cancellable, callback, user_data);
}

static GList *
lookup_finish (GResolver     *resolver,
               GAsyncResult  *result,
               GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
test_resolver_finalize (GObject *object)
{
  g_hash_table_unref (TEST_RESOLVER (object)->names);

  G_OBJECT_CLASS (test_resolver_parent_class)->finalize (object);
}

static void
test_resolver_class_init (TestResolverClass *klass)
{
  GResolverClass *resolver_class = G_RESOLVER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = test_resolver_finalize;
  resolver_class->lookup_by_name = lookup_plainly;
  resolver_class->lookup_by_name_async = lookup_plainly_async;
  resolver_class->lookup_by_name_finish = lookup_finish;
  resolver_class->lookup_by_name_with_flags = lookup;
  resolver_class->lookup_by_name_with_flags_async = lookup_async;
  resolver_class->lookup_by_name_with_flags_finish = lookup_finish;
}

static void
free_answers (gpointer data)
{
  g_queue_free_full (data, g_free);
}

static void
test_resolver_init (TestResolver *self)
{
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_answers);
}

GResolver *
test_resolver_new (void)
{
  return g_object_new (TEST_TYPE_RESOLVER, NULL);
}

void
test_resolver_add (GResolver  *resolver,
                   const char *name,
                   const char *answers)
{
  TestResolver *self = TEST_RESOLVER (resolver);
  GQueue *queue = g_hash_table_lookup (self->names, name);

  if (queue == NULL)
    {
      queue = g_queue_new ();
      g_hash_table_insert (self->names, g_strdup (name), queue);
    }
  g_queue_push_tail (queue, g_strdup (answers));
}
