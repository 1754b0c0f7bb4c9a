/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * take-screenshots CASE FOLDER: the window on a case, wide, dark and narrow, as the README and the software
 * catalogue show it. Run it under build-aux/with-display.
 */

#include "config.h"

#include <stdlib.h>

#include "sl-ui-fixture.h"
#include "ui/sl-application.h"
#include "ui/sl-window.h"

/* One picture; @reveal: with the inspector over a narrow window. */
typedef struct
{
  const char     *name;
  const char     *view;
  int             width;
  int             height;
  AdwColorScheme  scheme;
  gboolean        reveal;
} Picture;

static const Picture pictures[] = {
  { "timeline.png", "timeline", 1400, 900, ADW_COLOR_SCHEME_FORCE_LIGHT, FALSE },
  { "timeline-dark.png", "timeline", 1400, 900, ADW_COLOR_SCHEME_FORCE_DARK, FALSE },
  { "review.png", "review", 1400, 900, ADW_COLOR_SCHEME_FORCE_LIGHT, FALSE },
  { "narrow.png", "timeline", 420, 800, ADW_COLOR_SCHEME_FORCE_LIGHT, FALSE },
  { "narrow-source.png", "timeline", 420, 800, ADW_COLOR_SCHEME_FORCE_LIGHT, TRUE },
};

static gboolean
has_case (gpointer session)
{
  return sl_session_get_workbench (session) != NULL;
}

static gboolean
is_past (gpointer time)
{
  return g_get_monotonic_time () >= *(const gint64 *) time;
}

/* Until animations of layouts and texts have come to rest. */
static void
rest (void)
{
  gint64 end = g_get_monotonic_time () + G_TIME_SPAN_SECOND;

  sl_ui_fixture_wait (is_past, &end);
}

static gboolean
is_bounded (const SlWhen *when)
{
  return when->earliest > SL_TIME_MIN && when->latest < SL_TIME_MAX;
}

/* The event with most claims has the most to show; of equal ones, one in the middle of what happened. */
static void
select_richest_event (SlSession *session)
{
  SlQuery query = SL_QUERY_ALL;
  g_autoptr (GPtrArray) events = sl_case_list_events (sl_session_get_case (session), &query, NULL);
  const SlEvent *richest = NULL;

  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      const SlEvent *event = g_ptr_array_index (events, (i + events->len * 2 / 3) % events->len);

      if (is_bounded (event->when) && (richest == NULL || event->claims > richest->claims))
        richest = event;
    }
  if (richest != NULL)
    sl_session_select_event (session, richest->id);
}

static void
save (GtkWindow  *window,
      const char *folder,
      const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (window));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  gdk_paintable_snapshot (paintable, snapshot, gdk_paintable_get_intrinsic_width (paintable), gdk_paintable_get_intrinsic_height (paintable));
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);
  if (!gdk_texture_save_to_png (texture, path))
    g_error ("cannot write %s", path);
}

static void
take (SlApplication *application,
      const char    *path,
      const char    *folder,
      const Picture *picture)
{
  SlWindow *window = sl_window_new (application);
  g_autoptr (SlSession) session = NULL;

  g_object_get (window, "session", &session, NULL);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), picture->scheme);
  gtk_window_set_default_size (GTK_WINDOW (window), picture->width, picture->height);
  gtk_window_present (GTK_WINDOW (window));
  sl_window_open_case (window, path);
  sl_ui_fixture_wait (has_case, session);
  sl_session_set_view (session, picture->view);
  rest ();
  if (g_str_equal (picture->view, "timeline"))
    select_richest_event (session);
  if (picture->reveal)
    sl_session_reveal (session);
  rest ();
  save (GTK_WINDOW (window), folder, picture->name);
  gtk_window_close (GTK_WINDOW (window));
  sl_ui_fixture_settle ();
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (SlApplication) application = NULL;

  if (argc != 3)
    {
      g_printerr ("Usage: %s CASE FOLDER\n", argv[0]);
      return 2;
    }
  sl_ui_fixture_isolate ("screenshots");
  application = g_object_new (SL_TYPE_APPLICATION, "resource-base-path", "/io/github/sourceline/Sourceline", "flags", G_APPLICATION_NON_UNIQUE, NULL);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    take (application, argv[1], argv[2], &pictures[i]);
  return EXIT_SUCCESS;
}
