/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "helper/sl-helper-client.h"

static SlHelperClient *
make_client (GQuark domain)
{
  g_autofree char *path = g_test_build_filename (G_TEST_BUILT, "helper", "helper-sample", NULL);

  return sl_helper_client_new_argv ((const char *const[]) { path, NULL }, domain);
}

static GVariant *
make_request (const char *deed)
{
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "do", "s", deed);
  return g_variant_dict_end (&dict);
}

static GVariant *
call (SlHelperClient  *client,
      const char      *deed,
      GError         **error)
{
  return sl_helper_client_call (client, make_request (deed), NULL, NULL, SL_HELPER_NO_DEADLINE, NULL, error);
}

static void
assert_answers (SlHelperClient *client)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = call (client, "echo", &error);
  const char *deed = NULL;

  g_assert_no_error (error);
  g_assert_true (g_variant_lookup (reply, "do", "&s", &deed));
  g_assert_cmpstr (deed, ==, "echo");
}

static void
test_echo (void)
{
  g_autoptr (SlHelperClient) client = make_client (0);
  g_autoptr (GVariant) hello = NULL;
  const char *version = NULL;

  g_assert_null (sl_helper_client_ref_hello (client));
  assert_answers (client);
  assert_answers (client);

  hello = sl_helper_client_ref_hello (client);
  g_assert_true (g_variant_lookup (hello, "version", "&s", &version));
  g_assert_cmpstr (version, ==, VERSION);
}

/* Each deed ends in its error, and the next call is answered all the same. */
static void
test_misbehaviour (void)
{
  static const struct
  {
    const char *deed;
    SlHelperError code;
  } cases[] = {
    { "crash", SL_HELPER_ERROR_CRASHED },
    { "exit", SL_HELPER_ERROR_CRASHED },
    { "burn", SL_HELPER_ERROR_LIMIT },
    { "garbage", SL_HELPER_ERROR_PROTOCOL },
    { "large", SL_HELPER_ERROR_TOO_LARGE },
  };
  g_autoptr (SlHelperClient) client = make_client (SL_HELPER_ERROR);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GVariant) reply = call (client, cases[i].deed, &error);

      g_test_message ("%s: %s", cases[i].deed, error != NULL ? error->message : "no error");
      g_assert_null (reply);
      g_assert_error (error, SL_HELPER_ERROR, (int) cases[i].code);
      assert_answers (client);
    }
}

static void
test_left_in_between (void)
{
  g_autoptr (SlHelperClient) client = make_client (0);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = NULL;

  /* A new process that leaves at once is asked once only. */
  g_assert_null (call (client, "leave", &error));
  g_assert_error (error, SL_HELPER_ERROR, SL_HELPER_ERROR_CLOSED);
  g_clear_error (&error);

  /* An old one that leaves has a successor that is asked instead. */
  assert_answers (client);
  reply = call (client, "leave-when-old", &error);
  g_assert_no_error (error);
  g_assert_nonnull (reply);
  assert_answers (client);
  sl_helper_client_stop (client);
  assert_answers (client);
}

static void
test_remote_error (void)
{
  g_autoptr (SlHelperClient) knowing = make_client (G_KEY_FILE_ERROR);
  g_autoptr (SlHelperClient) unknowing = make_client (0);
  g_autoptr (GError) error = NULL;

  g_assert_null (call (knowing, "fail", &error));
  g_assert_error (error, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_PARSE);
  g_assert_cmpstr (error->message, ==, "as told");
  g_clear_error (&error);

  g_assert_null (call (unknowing, "fail", &error));
  g_assert_error (error, SL_HELPER_ERROR, SL_HELPER_ERROR_FAILED);
  assert_answers (unknowing);
}

static void
count_steps_cb (GVariant *progress,
                gpointer  user_data)
{
  int *last = user_data;
  int step = 0;

  g_assert_true (g_variant_lookup (progress, "step", "i", &step));
  g_assert_cmpint (step, ==, *last + 1);
  *last = step;
}

static void
test_progress (void)
{
  g_autoptr (SlHelperClient) client = make_client (0);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = NULL;
  int last = 0;

  reply = sl_helper_client_call (client, make_request ("progress"), count_steps_cb, &last, SL_HELPER_NO_DEADLINE, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (reply);
  g_assert_cmpint (last, ==, 3);
}

static void
test_stray_print (void)
{
  g_autoptr (SlHelperClient) client = make_client (0);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = call (client, "print", &error);

  g_assert_no_error (error);
  g_assert_nonnull (reply);
  assert_answers (client);
}

static void
test_deadline (void)
{
  g_autoptr (SlHelperClient) client = make_client (0);
  g_autoptr (GError) error = NULL;
  GVariant *reply;

  assert_answers (client);
  reply = sl_helper_client_call (client, make_request ("hang"), NULL, NULL, g_get_monotonic_time () + 50000, NULL, &error);
  g_assert_null (reply);
  g_assert_error (error, SL_HELPER_ERROR, SL_HELPER_ERROR_TIMED_OUT);
  assert_answers (client);
}

typedef struct
{
  SlHelperClient *client;       /* (unowned) */
  GCancellable   *cancellable;  /* (unowned) */
} Caller;

static gpointer
hang_thread (gpointer data)
{
  Caller *caller = data;
  g_autoptr (GError) error = NULL;
  GVariant *reply = sl_helper_client_call (caller->client, make_request ("hang"), NULL, NULL,
                                           SL_HELPER_NO_DEADLINE, caller->cancellable, &error);

  g_assert_null (reply);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  return NULL;
}

/* Two calls at the same time: one hangs in the helper, the other waits for it. Both can be cancelled. */
static void
test_cancel (void)
{
  g_autoptr (SlHelperClient) client = make_client (0);
  g_autoptr (GCancellable) first = g_cancellable_new ();
  g_autoptr (GCancellable) second = g_cancellable_new ();
  Caller callers[] = { { client, first }, { client, second } };
  GThread *threads[2];

  assert_answers (client);
  for (int i = 0; i < 2; i++)
    threads[i] = g_thread_new ("hang", hang_thread, &callers[i]);
  g_usleep (20000);
  g_cancellable_cancel (second);
  g_thread_join (threads[1]);
  g_cancellable_cancel (first);
  g_thread_join (threads[0]);
  assert_answers (client);
}

static gpointer
echo_thread (gpointer data)
{
  for (int i = 0; i < 20; i++)
    assert_answers (data);
  return NULL;
}

static void
test_threads (void)
{
  g_autoptr (SlHelperClient) client = make_client (0);
  GThread *threads[4];

  for (int i = 0; i < 4; i++)
    threads[i] = g_thread_new ("echo", echo_thread, client);
  for (int i = 0; i < 4; i++)
    g_thread_join (threads[i]);
}

static void
test_no_start (void)
{
  g_autofree char *sample = g_test_build_filename (G_TEST_BUILT, "helper", "helper-sample", NULL);
  g_autoptr (SlHelperClient) missing = sl_helper_client_new_argv ((const char *const[]) { "/nowhere/helper", NULL }, 0);
  g_autoptr (SlHelperClient) silent = sl_helper_client_new_argv ((const char *const[]) { sample, "--silent", NULL }, 0);
  g_autoptr (GError) error = NULL;

  g_assert_false (sl_helper_client_start (missing, NULL, &error));
  g_assert_error (error, SL_HELPER_ERROR, SL_HELPER_ERROR_START);
  g_clear_error (&error);

  g_assert_null (call (silent, "echo", &error));
  g_assert_error (error, SL_HELPER_ERROR, SL_HELPER_ERROR_CLOSED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/helper-client/echo", test_echo);
  g_test_add_func ("/helper-client/misbehaviour", test_misbehaviour);
  g_test_add_func ("/helper-client/left-in-between", test_left_in_between);
  g_test_add_func ("/helper-client/remote-error", test_remote_error);
  g_test_add_func ("/helper-client/progress", test_progress);
  g_test_add_func ("/helper-client/stray-print", test_stray_print);
  g_test_add_func ("/helper-client/deadline", test_deadline);
  g_test_add_func ("/helper-client/cancel", test_cancel);
  g_test_add_func ("/helper-client/threads", test_threads);
  g_test_add_func ("/helper-client/no-start", test_no_start);
  return g_test_run ();
}
