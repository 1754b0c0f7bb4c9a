/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fetcher/sl-public-resolver.h"
#include "helper/sl-fetch-error.h"
#include "test-resolver.h"

typedef GList *(*Lookup) (GResolver *resolver,
                          const char *name,
                          GError **error);

static GList *
look_up (GResolver   *resolver,
         const char  *name,
         GError     **error)
{
  return g_resolver_lookup_by_name (resolver, name, NULL, error);
}

static GList *
look_up_with_flags (GResolver   *resolver,
                    const char  *name,
                    GError     **error)
{
  return g_resolver_lookup_by_name_with_flags (resolver, name, G_RESOLVER_NAME_LOOKUP_FLAGS_IPV4_ONLY, NULL, error);
}

static void
store_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GAsyncResult **slot = user_data;

  *slot = g_object_ref (result);
}

static GList *
look_up_async (GResolver   *resolver,
               const char  *name,
               GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  g_resolver_lookup_by_name_async (resolver, name, NULL, store_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return g_resolver_lookup_by_name_finish (resolver, result, error);
}

static GList *
look_up_with_flags_async (GResolver   *resolver,
                          const char  *name,
                          GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  g_resolver_lookup_by_name_with_flags_async (resolver, name, G_RESOLVER_NAME_LOOKUP_FLAGS_DEFAULT, NULL, store_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return g_resolver_lookup_by_name_with_flags_finish (resolver, result, error);
}

static const Lookup lookups[] = { look_up, look_up_with_flags, look_up_async, look_up_with_flags_async };

static char *
join (GList *addresses)
{
  GString *text = g_string_new (NULL);

  for (GList *l = addresses; l != NULL; l = l->next)
    {
      g_autofree char *address = g_inet_address_to_string (l->data);

      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", address);
    }
  g_resolver_free_addresses (addresses);
  return g_string_free_and_steal (text);
}

static SlPublicResolver *
make_resolver (void)
{
  g_autoptr (GResolver) base = test_resolver_new ();

  test_resolver_add (base, "public.example", "8.8.8.8 2606:4700::1111");
  test_resolver_add (base, "mixed.example", "10.0.0.1 8.8.8.8 ::1 8.8.4.4");
  test_resolver_add (base, "private.example", "192.168.1.1");
  test_resolver_add (base, "mapped.example", "::ffff:127.0.0.1");
  return sl_public_resolver_new (base);
}

static void
test_filter (void)
{
  static const struct
  {
    const char *name;
    const char *answer; /* NULL when it is refused */
  } cases[] = {
    { "public.example", "8.8.8.8 2606:4700::1111" },
    { "mixed.example", "8.8.8.8 8.8.4.4" },
    { "private.example", NULL },
    { "mapped.example", NULL },
  };
  g_autoptr (SlPublicResolver) resolver = make_resolver ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      for (gsize j = 0; j < G_N_ELEMENTS (lookups); j++)
        {
          g_autoptr (GError) error = NULL;
          g_autofree char *text = join (lookups[j](G_RESOLVER (resolver), cases[i].name, &error));

          g_test_message ("%s, way %u", cases[i].name, (unsigned) j);
          g_assert_cmpstr (text, ==, cases[i].answer != NULL ? cases[i].answer : "");
          if (cases[i].answer == NULL)
            g_assert_error (error, SL_FETCH_ERROR, SL_FETCH_ERROR_PRIVATE_ADDRESS);
        }
    }
}

static void
test_unknown (void)
{
  g_autoptr (SlPublicResolver) resolver = make_resolver ();

  for (gsize j = 0; j < G_N_ELEMENTS (lookups); j++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (lookups[j](G_RESOLVER (resolver), "unknown.example", &error));
      g_assert_error (error, G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND);
    }
}

static void
test_allowed (void)
{
  g_autoptr (SlPublicResolver) resolver = make_resolver ();
  g_autoptr (GError) error = NULL;
  g_autofree char *typed = NULL;

  sl_public_resolver_allow_host (resolver, "Private.example");
  typed = join (look_up (G_RESOLVER (resolver), "private.example", &error));
  g_assert_no_error (error);
  g_assert_cmpstr (typed, ==, "192.168.1.1");
  g_assert_true (sl_public_resolver_may_contact (resolver, "private.example", &error));
  g_assert_false (sl_public_resolver_may_contact (resolver, "127.0.0.1", &error));
  g_assert_error (error, SL_FETCH_ERROR, SL_FETCH_ERROR_PRIVATE_ADDRESS);
  g_clear_error (&error);

  sl_public_resolver_allow_host (resolver, NULL);
  g_assert_null (look_up (G_RESOLVER (resolver), "private.example", &error));
  g_assert_error (error, SL_FETCH_ERROR, SL_FETCH_ERROR_PRIVATE_ADDRESS);
}

/* A name that was harmless when it was first looked up. */
static void
test_rebinding (void)
{
  g_autoptr (GResolver) base = test_resolver_new ();
  g_autoptr (SlPublicResolver) resolver = sl_public_resolver_new (base);
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;

  test_resolver_add (base, "rebound.example", "8.8.8.8");
  test_resolver_add (base, "rebound.example", "127.0.0.1");
  first = join (look_up (G_RESOLVER (resolver), "rebound.example", &error));
  g_assert_cmpstr (first, ==, "8.8.8.8");
  g_assert_null (look_up (G_RESOLVER (resolver), "rebound.example", &error));
  g_assert_error (error, SL_FETCH_ERROR, SL_FETCH_ERROR_PRIVATE_ADDRESS);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/public-resolver/filter", test_filter);
  g_test_add_func ("/public-resolver/unknown", test_unknown);
  g_test_add_func ("/public-resolver/allowed", test_allowed);
  g_test_add_func ("/public-resolver/rebinding", test_rebinding);
  return g_test_run ();
}
