/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdlib.h>

#include "sl-node-text.h"
#include "sl-ui-fixture.h"
#include "ui/sl-canvas-item.h"
#include "ui/sl-canvas.h"

#define WIDTH 800
#define HEIGHT 400

typedef struct
{
  SlUiFixture *fixture;
  GtkWidget   *window;
  GtkWidget   *canvas;
  SlId         events[4];
  guint        moved;
  guint        activated;
} Stage;

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
load (Stage      *stage,
      const char *words,
      SlGrouping  grouping)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlTimelineData) data = sl_timeline_data_new (sl_session_get_case (stage->fixture->session), words, grouping, &error);

  g_assert_no_error (error);
  sl_canvas_set_data (SL_CANVAS (stage->canvas), data);
}

/* A day, a vague stretch, an open begin, and nothing: the shapes that a date can have. */
static void
set_up (Stage         *stage,
        gconstpointer  data)
{
  stage->fixture = sl_ui_fixture_new (0);
  stage->events[0] = sl_ui_fixture_new_event (stage->fixture, "Ferry", "2025-05-03");
  stage->events[1] = sl_ui_fixture_new_event (stage->fixture, "Pier closed", "2025-06-01~/2025-06-20");
  stage->events[2] = sl_ui_fixture_new_event (stage->fixture, "Warned", "../2025-08-01");
  stage->events[3] = sl_ui_fixture_new_event (stage->fixture, "Rumour", NULL);

  stage->window = gtk_window_new ();
  stage->canvas = g_object_ref_sink (sl_canvas_new ());
  gtk_window_set_child (GTK_WINDOW (stage->window), stage->canvas);
  gtk_widget_allocate (stage->canvas, WIDTH, HEIGHT, -1, NULL);
  load (stage, NULL, SL_GROUPING_NONE);
  g_signal_connect_swapped (stage->canvas, "cursor-moved", G_CALLBACK (count_cb), &stage->moved);
  g_signal_connect_swapped (stage->canvas, "activated", G_CALLBACK (count_cb), &stage->activated);
}

static void
tear_down (Stage         *stage,
           gconstpointer  data)
{
  gtk_window_set_child (GTK_WINDOW (stage->window), NULL);
  gtk_window_destroy (GTK_WINDOW (stage->window));
  g_assert_finalize_object (stage->canvas);
  sl_ui_fixture_free (stage->fixture);
}

static void
act (Stage      *stage,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (stage->canvas, action, NULL));
}

static void
assert_cursor (Stage *stage,
               SlId   event)
{
  g_assert_cmpint (sl_canvas_get_cursor (SL_CANVAS (stage->canvas)), ==, event);
}

static void
test_keys (Stage         *stage,
           gconstpointer  data)
{
  act (stage, "timeline.first");
  assert_cursor (stage, stage->events[0]);
  act (stage, "timeline.next");
  assert_cursor (stage, stage->events[1]);
  act (stage, "timeline.next");
  assert_cursor (stage, stage->events[2]);
  act (stage, "timeline.next");
  assert_cursor (stage, stage->events[3]);
  act (stage, "timeline.next");
  assert_cursor (stage, stage->events[3]);
  act (stage, "timeline.previous");
  assert_cursor (stage, stage->events[2]);
  act (stage, "timeline.last");
  assert_cursor (stage, stage->events[3]);
  g_assert_cmpuint (stage->moved, ==, 6);
  act (stage, "timeline.open");
  g_assert_cmpuint (stage->activated, ==, 1);
}

static void
test_zoom (Stage         *stage,
           gconstpointer  data)
{
  SlCanvas *canvas = SL_CANVAS (stage->canvas);
  const double whole = sl_canvas_get_scale (canvas).s_per_px;

  act (stage, "timeline.zoom-in");
  g_assert_cmpfloat (sl_canvas_get_scale (canvas).s_per_px, <, whole);
  act (stage, "timeline.zoom-out");
  g_assert_cmpfloat_with_epsilon (sl_canvas_get_scale (canvas).s_per_px, whole, whole * 1e-6);
  act (stage, "timeline.zoom-in");
  act (stage, "timeline.fit");
  g_assert_cmpfloat_with_epsilon (sl_canvas_get_scale (canvas).s_per_px, whole, whole * 1e-6);
}

/* What the cursor stands on outlives a reload and a filter that keeps it, and goes with one that does not. */
static void
test_reload (Stage         *stage,
             gconstpointer  data)
{
  sl_canvas_set_cursor (SL_CANVAS (stage->canvas), stage->events[1]);
  g_assert_cmpuint (stage->moved, ==, 0);
  load (stage, NULL, SL_GROUPING_CONFIDENCE);
  assert_cursor (stage, stage->events[1]);
  load (stage, "pier", SL_GROUPING_NONE);
  assert_cursor (stage, stage->events[1]);
  load (stage, "rumour", SL_GROUPING_NONE);
  assert_cursor (stage, SL_ID_NONE);
}

static void
test_semantics (Stage         *stage,
                gconstpointer  data)
{
  g_autoptr (GtkAccessible) child = NULL;
  g_autoptr (GtkAccessible) parent = NULL;
  guint n_children = 0;
  int x, y, width, height;

  gtk_test_accessible_assert_role (stage->canvas, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (stage->canvas, GTK_ACCESSIBLE_PROPERTY_LABEL, "Timeline");
  act (stage, "timeline.first");
  child = gtk_accessible_get_first_accessible_child (GTK_ACCESSIBLE (stage->canvas));
  gtk_test_accessible_assert_role (child, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (child, GTK_ACCESSIBLE_PROPERTY_LABEL, "Ferry, 3 May 2025, Not judged");
  gtk_test_accessible_assert_state (child, GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  gtk_test_accessible_assert_relation (child, GTK_ACCESSIBLE_RELATION_POS_IN_SET, 1);
  gtk_test_accessible_assert_relation (child, GTK_ACCESSIBLE_RELATION_SET_SIZE, 4);
  parent = gtk_accessible_get_accessible_parent (child);
  g_assert_true (parent == GTK_ACCESSIBLE (stage->canvas));
  g_assert_true (gtk_accessible_get_bounds (child, &x, &y, &width, &height));
  g_assert_cmpint (x, >=, 0);
  g_assert_cmpint (width, >, 0);

  act (stage, "timeline.next");
  gtk_test_accessible_assert_state (child, GTK_ACCESSIBLE_STATE_SELECTED, FALSE);
  while (child != NULL)
    {
      GtkAccessible *next = gtk_accessible_get_next_accessible_sibling (child);

      n_children++;
      g_object_unref (child);
      child = next;
    }
  g_assert_cmpuint (n_children, ==, 4);
}

/* A line that differs tells what is drawn otherwise; SL_UPDATE_GOLDEN writes the file anew. */
static void
compare_with_golden (const char *name,
                     const char *drawn)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "ui", "golden", name, NULL);
  g_autofree char *golden = NULL;
  g_auto (GStrv) expected = NULL;
  g_auto (GStrv) found = NULL;

  if (getenv ("SL_UPDATE_GOLDEN") != NULL)
    g_assert_true (g_file_set_contents (path, drawn, -1, NULL));
  g_assert_true (g_file_get_contents (path, &golden, NULL, NULL));
  expected = g_strsplit (golden, "\n", -1);
  found = g_strsplit (drawn, "\n", -1);
  for (guint i = 0; expected[i] != NULL && found[i] != NULL; i++)
    g_assert_cmpstr (found[i], ==, expected[i]);
  g_assert_cmpuint (g_strv_length (found), ==, g_strv_length (expected));
}

static void
test_drawing (Stage         *stage,
              gconstpointer  data)
{
  g_autofree char *drawn = sl_node_text_describe (stage->canvas);

  compare_with_golden ("canvas.txt", drawn);
}

static void
test_empty (void)
{
  GtkWidget *canvas = g_object_ref_sink (sl_canvas_new ());

  gtk_widget_allocate (canvas, WIDTH, HEIGHT, -1, NULL);
  g_assert_cmpint (sl_canvas_get_cursor (SL_CANVAS (canvas)), ==, SL_ID_NONE);
  gtk_widget_activate_action (canvas, "timeline.next", NULL);
  gtk_widget_activate_action (canvas, "timeline.fit", NULL);
  gtk_widget_activate_action (canvas, "timeline.lane-down", NULL);
  g_assert_null (gtk_accessible_get_first_accessible_child (GTK_ACCESSIBLE (canvas)));
  g_assert_finalize_object (canvas);
}

int
main (int   argc,
      char *argv[])
{
  sl_ui_fixture_isolate ("canvas");
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/ui/canvas/keys", Stage, NULL, set_up, test_keys, tear_down);
  g_test_add ("/ui/canvas/zoom", Stage, NULL, set_up, test_zoom, tear_down);
  g_test_add ("/ui/canvas/reload", Stage, NULL, set_up, test_reload, tear_down);
  g_test_add ("/ui/canvas/semantics", Stage, NULL, set_up, test_semantics, tear_down);
  g_test_add ("/ui/canvas/drawing", Stage, NULL, set_up, test_drawing, tear_down);
  g_test_add_func ("/ui/canvas/empty", test_empty);
  return g_test_run ();
}
