/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "sl-ui-fixture.h"
#include "ui/sl-paged-list.h"

typedef struct
{
  guint emissions;
  guint position;
  guint removed;
  guint added;
} Changes;

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Changes    *changes)
{
  changes->emissions++;
  changes->position = position;
  changes->removed = removed;
  changes->added = added;
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static SlPagedList *
make_list (SlUiFixture *fixture,
           int          state)
{
  SlPagedList *list = sl_paged_list_new (SL_LIST_SUGGESTIONS);

  sl_paged_list_set_query (list, NULL, SL_ID_NONE, state);
  sl_paged_list_set_case (list, sl_session_get_case (fixture->session));
  return list;
}

/* However far one looks, only so many rows are kept. */
static void
test_memory (void)
{
  const guint n_rows = SL_PAGED_LIST_PAGE * (SL_PAGED_LIST_PAGES + 4) + 5;
  g_autoptr (SlUiFixture) fixture = sl_ui_fixture_new (n_rows);
  g_autoptr (SlPagedList) list = make_list (fixture, SL_SUGGESTION_OPEN);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, n_rows);
  g_assert_cmpuint (sl_paged_list_get_n_kept (list), ==, 0);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (SlRow) row = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_assert_nonnull (sl_row_get_suggestion (row));
      g_assert_cmpuint (sl_paged_list_get_n_kept (list), <=, SL_PAGED_LIST_PAGE * SL_PAGED_LIST_PAGES);
    }
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), n_rows));
}

/* A row is a place: after a change it holds what stands there now, and only the end of the list moves. */
static void
test_reload (void)
{
  g_autoptr (SlUiFixture) fixture = sl_ui_fixture_new (10);
  g_autoptr (SlPagedList) list = make_list (fixture, SL_SUGGESTION_OPEN);
  g_autoptr (SlRow) first = g_list_model_get_item (G_LIST_MODEL (list), 0);
  const SlId second = sl_ui_fixture_suggestion (fixture, 1);
  Changes changes = { 0 };
  guint refilled = 0;

  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), &changes);
  g_signal_connect_swapped (first, "changed", G_CALLBACK (count_cb), &refilled);
  sl_ui_fixture_do (fixture, sl_command_new (SL_COMMAND_REJECT, sl_row_get_id (first)));
  sl_paged_list_reload (list);

  g_assert_cmpint (sl_row_get_id (first), ==, second);
  g_assert_cmpuint (refilled, ==, 1);
  g_assert_cmpuint (changes.emissions, ==, 1);
  g_assert_cmpuint (changes.position, ==, 9);
  g_assert_cmpuint (changes.removed, ==, 1);
  g_assert_cmpuint (changes.added, ==, 0);
}

static void
test_filter (void)
{
  g_autoptr (SlUiFixture) fixture = sl_ui_fixture_new (12);
  g_autoptr (SlPagedList) list = make_list (fixture, SL_SUGGESTION_OPEN);
  Changes changes = { 0 };

  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), &changes);
  sl_paged_list_set_query (list, "11", SL_ID_NONE, SL_SUGGESTION_OPEN);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  sl_paged_list_set_query (list, "11", SL_ID_NONE, SL_SUGGESTION_OPEN);
  g_assert_cmpuint (changes.emissions, ==, 1);
  sl_paged_list_set_query (list, "", SL_ID_NONE, SL_SUGGESTION_OPEN);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 12);
  sl_paged_list_set_query (list, NULL, SL_ID_NONE, SL_SUGGESTION_REJECTED);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
}

static void
test_without_case (void)
{
  g_autoptr (SlUiFixture) fixture = sl_ui_fixture_new (3);
  g_autoptr (SlPagedList) list = make_list (fixture, -1);

  sl_paged_list_set_case (list, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  sl_paged_list_reload (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  sl_ui_fixture_isolate ("lists");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/lists/memory", test_memory);
  g_test_add_func ("/ui/lists/reload", test_reload);
  g_test_add_func ("/ui/lists/filter", test_filter);
  g_test_add_func ("/ui/lists/without-case", test_without_case);
  return g_test_run ();
}
