/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the capture queue consists of and needs neither a case nor the web for: addresses, patience, order. */

#include "config.h"

#include <gio/gio.h>
#include <string.h>

#include "helper/sl-fetch-error.h"
#include "helper/sl-helper-error.h"
#include "helper/sl-read-request.h"
#include "workbench/sl-queue-plan.h"
#include "workbench/sl-queue-policy.h"
#include "workbench/sl-web-address.h"

/* Addresses */

static void
test_keys (void)
{
  static const struct
  {
    const char *url;
    const char *key;  /* NULL for no address */
  } table[] = {
    { "https://times.example/a", "https://times.example/a" },
    { "HTTPS://Times.Example/A", "https://times.example/A" },
    { "https://times.example", "https://times.example/" },
    { "https://times.example:443/a", "https://times.example/a" },
    { "http://times.example:80/a", "http://times.example/a" },
    { "http://times.example:8080/a", "http://times.example:8080/a" },
    { "https://times.example/a#top", "https://times.example/a" },
    { "https://times.example/#!/story/7", "https://times.example/#!/story/7" },
    { "https://times.example/#/story/7", "https://times.example/#/story/7" },
    { "https://times.example/a?utm_source=mail&id=7&utm_medium=x", "https://times.example/a?id=7" },
    { "https://times.example/a?fbclid=abc", "https://times.example/a" },
    { "https://times.example/a?UTM_Source=x", "https://times.example/a" },
    { "https://times.example/a?utm_=x", "https://times.example/a?utm_=x" },
    { "https://times.example/a?gclids=1", "https://times.example/a?gclids=1" },
    { "https://times.example/a?b=2&a=1", "https://times.example/a?b=2&a=1" },
    { "https://times.example/a/", "https://times.example/a/" },
    { "https://www.times.example/a", "https://www.times.example/a" },
    { "https://times.example/%7Ea%2fb", "https://times.example/~a%2Fb" },
    { "https://[2001:db8::1]/a", "https://[2001:db8::1]/a" },
    { "ftp://times.example/a", NULL },
    { "javascript:alert(1)", NULL },
    { "times.example/a", NULL },
    { "https://", NULL },
    { "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *key = sl_web_address_dup_key (table[i].url);

      g_test_message ("%s", table[i].url);
      g_assert_cmpstr (key, ==, table[i].key);
    }
}

static void
test_find (void)
{
  static const struct
  {
    const char *text;
    const char *found;  /* joined by a blank */
  } table[] = {
    { "", "" },
    { "nothing here, http and https:// neither", "" },
    { "https://a.example/1\nhttps://a.example/2\r\n", "https://a.example/1 https://a.example/2" },
    { "See https://a.example/1, and (https://a.example/2).", "https://a.example/1 https://a.example/2" },
    { "[words](https://a.example/x_(y)) and <https://a.example/z>", "https://a.example/x_(y) https://a.example/z" },
    { "\"https://a.example/1\",\"title\",7", "https://a.example/1" },
    { "<a href='https://a.example/1?b=2&c=3'>", "https://a.example/1?b=2&c=3" },
    { "„https://a.example/ü“ und «http://b.example/»", "https://a.example/ü http://b.example/" },
    { "HTTPS://A.example/UP Http://b.example", "HTTPS://A.example/UP Http://b.example" },
    { "xhttps://a.example/1", "" },
    { "https://a.example/?u=https://b.example/", "https://a.example/?u=https://b.example/" },
    { "https://a.example/1https://a.example/2", "https://a.example/1https://a.example/2" },
    { "twice https://a.example/ https://a.example/", "https://a.example/ https://a.example/" },
    { "Is it https://a.example/what?!", "https://a.example/what" },
    { "https:///path http://<x> http://.", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GPtrArray) found = sl_web_address_find_all (table[i].text);
      g_autofree char *joined = NULL;

      g_ptr_array_add (found, NULL);
      joined = g_strjoinv (" ", (char **) found->pdata);
      g_assert_cmpstr (joined, ==, table[i].found);
    }
}

/* A text of nothing but beginnings must not take the square of its length. */
static void
test_find_hostile (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) found = NULL;

  while (text->len < 2000000)
    g_string_append (text, "http:// https://(((((");
  found = sl_web_address_find_all (text->str);
  g_assert_cmpuint (found->len, <, text->len);
}

/* Patience */

static void
test_wait (void)
{
  static const struct
  {
    SlFailure failure;
    guint attempts;
    gint64 retry_at;  /* seconds from now, 0 for not said */
    gint64 least;     /* seconds, both -1 for no other attempt */
    gint64 most;
  } table[] = {
    { SL_FAILURE_SERVER, 1, 0, 4, 8 },
    { SL_FAILURE_SERVER, 2, 0, 8, 16 },
    { SL_FAILURE_CONNECTION, 3, 0, 16, 32 },
    { SL_FAILURE_TIMEOUT, 4, 0, 20, 40 },
    { SL_FAILURE_LOOKUP, 5, 0, -1, -1 },
    { SL_FAILURE_BUSY, 1, 60, 60, 60 },
    { SL_FAILURE_BUSY, 1, 86400, 100, 100 },
    { SL_FAILURE_BUSY, 1, -60, 4, 8 },
    { SL_FAILURE_BUSY, 5, 60, -1, -1 },
    { SL_FAILURE_GONE, 1, 0, -1, -1 },
    { SL_FAILURE_REFUSED, 1, 60, -1, -1 },
    { SL_FAILURE_TLS, 1, 0, -1, -1 },
    { SL_FAILURE_NAME, 1, 0, -1, -1 },
    { SL_FAILURE_ADDRESS, 1, 0, -1, -1 },
    { SL_FAILURE_NONE, 1, 0, -1, -1 },
  };
  const SlQueuePolicy policy = { 4, 1, 0, 5, 8000, 40000, 100000, 7 };
  const gint64 now = G_GINT64_CONSTANT (1764000000) * G_USEC_PER_SEC;
  g_autoptr (GRand) chance = g_rand_new_with_seed (policy.seed);

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    for (int again = 0; again < 50; again++)
      {
        gint64 retry_at = table[i].retry_at != 0 ? now + table[i].retry_at * G_USEC_PER_SEC : 0;
        gint64 wait = sl_queue_policy_wait (&policy, chance, table[i].failure, table[i].attempts, retry_at, now);

        if (table[i].least < 0)
          {
            g_assert_cmpint (wait, ==, SL_QUEUE_STOP);
            continue;
          }
        g_assert_cmpint (wait, >=, table[i].least * G_USEC_PER_SEC);
        g_assert_cmpint (wait, <=, table[i].most * G_USEC_PER_SEC);
      }
}

static void
test_classify (void)
{
  const struct
  {
    GQuark domain;
    int code;
    SlFailure failure;
  } table[] = {
    { SL_FETCH_ERROR, SL_FETCH_ERROR_DNS_NOT_FOUND, SL_FAILURE_NAME },
    { SL_FETCH_ERROR, SL_FETCH_ERROR_TLS_EXPIRED, SL_FAILURE_TLS },
    { SL_FETCH_ERROR, SL_FETCH_ERROR_PRIVATE_ADDRESS, SL_FAILURE_ADDRESS },
    { SL_FETCH_ERROR, SL_FETCH_ERROR_TOO_LARGE_DECODED, SL_FAILURE_TOO_LARGE },
    { SL_FETCH_ERROR, SL_FETCH_ERROR_HTTP2, SL_FAILURE_BROKEN },
    { SL_FETCH_ERROR, 4711, SL_FAILURE_OTHER },
    { SL_HELPER_ERROR, SL_HELPER_ERROR_CRASHED, SL_FAILURE_HELPER },
    { SL_READ_ERROR, SL_READ_ERROR_NO_ARTICLE, SL_FAILURE_UNREADABLE },
    { G_IO_ERROR, G_IO_ERROR_FAILED, SL_FAILURE_OTHER },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GError) error = g_error_new_literal (table[i].domain, table[i].code, "x");

      g_assert_cmpint (sl_queue_policy_classify (error), ==, table[i].failure);
    }
}

/* Order */

static SlId
take (SlQueuePlan *plan,
      gint64       now,
      gint64       expected_next)
{
  gint64 next;
  SlId id = sl_queue_plan_take (plan, now, &next);

  if (id == SL_ID_NONE)
    g_assert_cmpint (next, ==, expected_next);
  return id;
}

/* Three of host a, two of b; two at once, one at a host, a pause of 10. */
static void
test_plan (void)
{
  g_autoptr (SlQueuePlan) plan = sl_queue_plan_new (2, 1, 10);

  for (SlId id = 1; id <= 5; id++)
    sl_queue_plan_put (plan, id, id <= 3 ? "a" : "b", id, 0);
  g_assert_cmpuint (sl_queue_plan_get_size (plan), ==, 5);

  g_assert_cmpint (take (plan, 100, 0), ==, 1);
  g_assert_cmpint (take (plan, 100, 0), ==, 4);
  g_assert_cmpint (take (plan, 100, SL_QUEUE_PLAN_NEVER), ==, SL_ID_NONE);
  sl_queue_plan_finish (plan, "a", 105);
  g_assert_cmpint (take (plan, 105, 115), ==, SL_ID_NONE);
  g_assert_cmpint (take (plan, 115, 0), ==, 2);
  sl_queue_plan_finish (plan, "b", 116);
  sl_queue_plan_finish (plan, "a", 117);
  g_assert_cmpint (take (plan, 120, 126), ==, SL_ID_NONE);
  g_assert_cmpint (take (plan, 130, 0), ==, 3);
  g_assert_cmpint (take (plan, 130, 0), ==, 5);
  g_assert_cmpuint (sl_queue_plan_get_size (plan), ==, 0);
}

/* What has to wait lets others of its host go first; a host that asked for a pause has it. */
static void
test_plan_later (void)
{
  g_autoptr (SlQueuePlan) plan = sl_queue_plan_new (4, 2, 0);

  sl_queue_plan_put (plan, 1, "a", 1, 500);
  sl_queue_plan_put (plan, 2, "a", 2, 0);
  g_assert_cmpint (take (plan, 100, 0), ==, 2);
  g_assert_cmpint (take (plan, 100, 500), ==, SL_ID_NONE);
  sl_queue_plan_hold (plan, "a", 700);
  sl_queue_plan_finish (plan, "a", 200);
  g_assert_cmpint (take (plan, 500, 700), ==, SL_ID_NONE);
  g_assert_cmpint (take (plan, 700, 0), ==, 1);
  sl_queue_plan_put (plan, 3, "a", 3, 0);
  sl_queue_plan_clear (plan);
  g_assert_cmpuint (sl_queue_plan_get_size (plan), ==, 0);
  g_assert_cmpint (take (plan, 900, SL_QUEUE_PLAN_NEVER), ==, SL_ID_NONE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/address/keys", test_keys);
  g_test_add_func ("/address/find", test_find);
  g_test_add_func ("/address/find-hostile", test_find_hostile);
  g_test_add_func ("/policy/wait", test_wait);
  g_test_add_func ("/policy/classify", test_classify);
  g_test_add_func ("/plan/order", test_plan);
  g_test_add_func ("/plan/later", test_plan_later);

  return g_test_run ();
}
