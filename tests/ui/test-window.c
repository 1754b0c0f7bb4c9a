/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "sl-ui-fixture.h"
#include "ui/sl-application.h"
#include "ui/sl-window.h"
#include "workbench/sl-triage.h"

/* The application of this test; windows need one. */
static SlApplication *application;

typedef struct
{
  SlUiFixture *fixture;
  SlWindow    *window;
  SlSession   *session;  /* (owned): of the window */
} Stage;

static gboolean
has_case (gpointer session)
{
  return sl_session_get_workbench (session) != NULL;
}

/* Whether the window has been told of an act that begins so; the file has it a moment earlier. */
static gboolean
is_told_of (gpointer    session,
            const char *act)
{
  g_autofree char *label = NULL;

  g_object_get (sl_session_get_workbench (session), "undo-label", &label, NULL);
  return label != NULL && g_str_has_prefix (label, act);
}

static gboolean
has_nothing_open (gpointer session)
{
  SlQuery query = SL_QUERY_ALL;

  query.state = SL_SUGGESTION_OPEN;
  return sl_case_count (sl_session_get_case (session), SL_LIST_SUGGESTIONS, &query, NULL) == 0 && is_told_of (session, "Reject");
}

static gboolean
has_two_open (gpointer session)
{
  SlQuery query = SL_QUERY_ALL;

  query.state = SL_SUGGESTION_OPEN;
  return sl_case_count (sl_session_get_case (session), SL_LIST_SUGGESTIONS, &query, NULL) == 2 && is_told_of (session, "Accept");
}

static GtkWidget *
find (GtkWidget  *within,
      const char *type)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (within), type))
    return within;
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
set_up (Stage         *stage,
        gconstpointer  data)
{
  g_autofree char *path = NULL;

  stage->fixture = sl_ui_fixture_new (3);
  path = g_strdup (stage->fixture->path);
  g_assert_true (sl_session_close (stage->fixture->session, NULL));
  stage->window = sl_window_new (application);
  g_object_get (stage->window, "session", &stage->session, NULL);
  gtk_window_present (GTK_WINDOW (stage->window));
  sl_window_open_case (stage->window, path);
  sl_ui_fixture_wait (has_case, stage->session);
  sl_ui_fixture_settle ();
}

static gboolean
is_gone (gpointer pointer)
{
  return *(gpointer *) pointer == NULL;
}

/*
 * After its window nothing of a session is left: no widget holds on to it. An animation may, until it ends.
 * Where @data says so, this is not looked at: libadwaita 1.7 keeps a content that has been in several layouts.
 */
static void
tear_down (Stage         *stage,
           gconstpointer  data)
{
  gpointer window = stage->window;
  gpointer session = stage->session;

  g_object_add_weak_pointer (window, &window);
  g_object_add_weak_pointer (session, &session);
  gtk_window_close (GTK_WINDOW (stage->window));
  g_object_unref (stage->session);
  sl_ui_fixture_wait (is_gone, &window);
  if (data == NULL)
    sl_ui_fixture_wait (is_gone, &session);
  if (session != NULL)
    g_object_remove_weak_pointer (session, &session);
  sl_ui_fixture_free (stage->fixture);
}

static void
act (Stage      *stage,
     const char *type,
     const char *action)
{
  GtkWidget *widget = find (GTK_WIDGET (stage->window), type);

  g_assert_nonnull (widget);
  g_assert_true (gtk_widget_activate_action (widget, action, NULL));
}

/* Each key of the review leads on, undo brings back what it did. */
static void
test_review (Stage         *stage,
             gconstpointer  data)
{
  sl_session_set_view (stage->session, "review");
  sl_ui_fixture_settle ();
  act (stage, "SlReviewView", "review.accept");
  sl_ui_fixture_wait (has_two_open, stage->session);
  act (stage, "SlReviewView", "review.next");
  act (stage, "SlReviewView", "review.reject-source");
  sl_ui_fixture_wait (has_nothing_open, stage->session);
  sl_ui_fixture_settle ();
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (stage->window), "win.undo", NULL));
  sl_ui_fixture_settle ();
}

static SlId
put_document (SlCase     *into,
              SlId        source,
              const char *quality)
{
  static const char text[] = "We and our partners value your privacy.";
  g_autoptr (SlCapture) capture = sl_capture_new ();
  g_autoptr (SlDocument) document = sl_document_new ();
  g_autoptr (GPtrArray) members = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  capture->source_id = source;
  capture->captured_at = (gint64) (SL_UI_FIXTURE_NOW + 60) * G_USEC_PER_SEC;
  g_set_str (&capture->url, "https://harbour-post.example/ferry");
  g_free (capture->payload_digest);
  capture->payload_digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  capture->payload_bytes = strlen (text);
  g_assert_true (sl_case_begin_act (into, SL_ACT_DO, "Capture", "tester", SL_UI_FIXTURE_NOW + 60, &error));
  g_assert_true (sl_case_add_capture (into, capture, members, &error));
  document->capture_id = capture->id;
  document->source_id = source;
  g_set_str (&document->extractor, "test");
  g_set_str (&document->quality, quality);
  g_assert_true (sl_case_add_document (into, document, text, NULL, &error));
  g_assert_true (sl_case_commit_act (into, &error));
  g_assert_no_error (error);
  return document->id;
}

/* What is no article says so, until somebody says why it may be quoted; undo closes it again. */
static void
test_gate (Stage         *stage,
           gconstpointer  data)
{
  SlWorkbench *workbench = sl_session_get_workbench (stage->session);
  const SlId document = put_document (sl_workbench_get_case (workbench), stage->fixture->source, "consent");
  GtkWidget *strip = find (GTK_WIDGET (stage->window), "SlGateStrip");
  g_autoptr (SlCommand) consent = sl_command_new (SL_COMMAND_CONSENT, document);
  g_autoptr (SlCommand) undo = sl_command_new (SL_COMMAND_UNDO, SL_ID_NONE);

  g_assert_false (gtk_widget_get_visible (strip));
  sl_session_select_source (stage->session, stage->fixture->source);
  g_assert_cmpint (sl_session_get_selection (stage->session)->document, ==, document);
  g_assert_true (gtk_widget_get_visible (strip));
  g_assert_true (gtk_widget_get_visible (find (strip, "AdwWrapBox")));

  consent->reason = g_strdup ("The notice itself is what the case is about");
  g_assert_cmpint (sl_workbench_do (workbench, consent, NULL), ==, document);
  sl_ui_fixture_settle ();
  g_assert_true (gtk_widget_get_visible (strip));
  g_assert_false (gtk_widget_get_visible (find (strip, "AdwWrapBox")));

  sl_workbench_do (workbench, undo, NULL);
  sl_ui_fixture_settle ();
  g_assert_true (gtk_widget_get_visible (find (strip, "AdwWrapBox")));
}

/* Tasks that ended stand in their list; the newest failure asks for attention beside the sources. */
static void
test_captures (Stage         *stage,
               gconstpointer  data)
{
  SlCase *into = sl_session_get_case (stage->session);
  g_autoptr (SlTask) task = sl_task_new ();
  GtkWidget *button = find (GTK_WIDGET (stage->window), "SlCapturesButton");
  GtkWidget *dialog = NULL;
  GtkWidget *row = NULL;

  g_assert_false (gtk_widget_get_visible (button));
  task->url = g_strdup ("https://harbour-post.example/gone");
  task->url_key = g_strdup ("harbour-post.example/gone");
  task->host = g_strdup ("harbour-post.example");
  task->batch = sl_id_new ();
  task->state = SL_TASK_FAILED;
  task->failure = SL_FAILURE_GONE;
  g_assert_true (sl_case_put_task (into, task, NULL));
  g_signal_emit_by_name (stage->session, "queue-changed");
  g_assert_true (gtk_widget_get_visible (button));
  gtk_test_accessible_assert_property (adw_bin_get_child (ADW_BIN (button)), GTK_ACCESSIBLE_PROPERTY_LABEL, "Captures: 1 failed (Ctrl+J)");

  act (stage, "SlWindow", "win.captures");
  sl_ui_fixture_settle ();
  dialog = GTK_WIDGET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (stage->window)));
  row = find (dialog, "SlTaskRow");
  g_assert_nonnull (row);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (row), ==, task->url);
  adw_dialog_force_close (ADW_DIALOG (dialog));
  sl_ui_fixture_settle ();
}

static gboolean
has_event (gpointer session)
{
  SlQuery query = SL_QUERY_ALL;

  return sl_case_count (sl_session_get_case (session), SL_LIST_EVENTS, &query, NULL) == 1 && is_told_of (session, "Accept");
}

/* The words that the only claim quotes are no longer on the net. */
static void
put_check (SlCase *into)
{
  SlQuery query = SL_QUERY_ALL;
  g_autoptr (SlCheck) check = sl_check_new ();
  g_autoptr (GPtrArray) passages = sl_case_list_passages (into, &query, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (passages->len, ==, 1);
  check->passage_id = ((const SlPassage *) g_ptr_array_index (passages, 0))->id;
  check->verdict = SL_VERDICT_GONE;
  check->at = SL_UI_FIXTURE_NOW + 60;
  g_assert_true (sl_case_begin_act (into, SL_ACT_RECORD, "Check", "tester", SL_UI_FIXTURE_NOW + 60, &error));
  g_assert_true (sl_case_add_check (into, check, &error));
  g_assert_true (sl_case_commit_act (into, &error));
  g_assert_no_error (error);
}

static guint
count_waiting (gpointer view)
{
  guint waiting = 0;

  g_object_get (view, "waiting", &waiting, NULL);
  return waiting;
}

static gboolean
has_waiting (gpointer view)
{
  return count_waiting (view) == 1;
}

static gboolean
has_none_waiting (gpointer view)
{
  return count_waiting (view) == 0;
}

static gboolean
is_decided (gpointer session)
{
  g_autoptr (GPtrArray) items = sl_triage_list (sl_session_get_case (session), NULL);

  return items->len == 0;
}

/* What is decided no longer waits, in the window and in the case; undo brings it back. */
static void
test_checks (Stage         *stage,
             gconstpointer  data)
{
  GtkWidget *view = NULL;

  sl_session_set_view (stage->session, "review");
  sl_ui_fixture_settle ();
  act (stage, "SlReviewView", "review.accept");
  sl_ui_fixture_wait (has_event, stage->session);
  put_check (sl_session_get_case (stage->session));
  g_signal_emit_by_name (stage->session, "case-changed");
  sl_session_set_view (stage->session, "checks");
  view = find (GTK_WIDGET (stage->window), "SlChecksView");
  sl_ui_fixture_wait (has_waiting, view);
  act (stage, "SlChecksView", "checks.next");
  act (stage, "SlChecksView", "checks.keep");
  sl_ui_fixture_wait (is_decided, stage->session);
  sl_ui_fixture_wait (has_none_waiting, view);
  sl_ui_fixture_settle ();
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (stage->window), "win.undo", NULL));
  sl_ui_fixture_wait (has_waiting, view);
  sl_ui_fixture_settle ();
}

/* From a mark to the words: the timeline points the inspector at the passage. */
static void
test_from_mark_to_words (Stage         *stage,
                         gconstpointer  data)
{
  const SlSelection *selection = NULL;
  GtkWidget *text = NULL;

  sl_session_set_view (stage->session, "review");
  sl_ui_fixture_settle ();
  act (stage, "SlReviewView", "review.accept");
  sl_ui_fixture_wait (has_event, stage->session);
  sl_session_set_view (stage->session, "timeline");
  sl_ui_fixture_settle ();
  act (stage, "SlCanvas", "timeline.first");
  selection = sl_session_get_selection (stage->session);
  g_assert_cmpint (selection->event, !=, SL_ID_NONE);
  g_assert_cmpint (selection->claim, !=, SL_ID_NONE);
  g_assert_cmpint (selection->document, ==, stage->fixture->document);
  g_assert_cmpuint (selection->end_cp - selection->start_cp, ==, strlen ("The ferry left the harbour on 3 May 2025."));

  text = find (GTK_WIDGET (stage->window), "SlDocumentView");
  g_assert_nonnull (text);
  gtk_test_accessible_assert_property (text, GTK_ACCESSIBLE_PROPERTY_LABEL, "Archived text");
  sl_ui_fixture_settle ();
}

/* Each dialog can be opened on a real event and closed again. */
static void
test_dialogs (Stage         *stage,
              gconstpointer  data)
{
  static const struct
  {
    const char *type;
    const char *action;
  } dialogs[] = {
    { "SlEventPane", "event.edit" },
    { "SlEventPane", "event.grade" },
    { "SlClaimCard", "claim.edit" },
    { "SlClaimCard", "claim.grade" },
    { "SlSourceView", "source.grade" },
    { "SlSourceView", "source.details" },
    { "SlSourceView", "source.witness" },
    { "SlSourceView", "source.export" },
    { "SlWindow", "win.add" },
    { "SlWindow", "win.captures" },
    { "SlWindow", "win.links" },
    { "SlWindow", "win.new-event" },
    { "SlWindow", "win.case-settings" },
    { "SlWindow", "win.export" },
    { "SlWindow", "win.witness" },
    { "SlWindow", "win.new-case" },
  };

  sl_session_set_view (stage->session, "review");
  sl_ui_fixture_settle ();
  act (stage, "SlReviewView", "review.accept");
  sl_ui_fixture_wait (has_event, stage->session);
  sl_session_set_view (stage->session, "timeline");
  sl_ui_fixture_settle ();
  act (stage, "SlCanvas", "timeline.first");
  sl_ui_fixture_settle ();
  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      AdwDialog *dialog = NULL;

      act (stage, dialogs[i].type, dialogs[i].action);
      sl_ui_fixture_settle ();
      dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (stage->window));
      g_assert_nonnull (dialog);
      adw_dialog_force_close (dialog);
      sl_ui_fixture_settle ();
    }
}

static gboolean
frame_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       n_frames)
{
  return --*(int *) n_frames > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static gboolean
is_over (gpointer n_frames)
{
  return *(int *) n_frames <= 0;
}

/* A breakpoint takes some frames to be applied. */
static void
let_frames_pass (GtkWidget *widget)
{
  int n_frames = 10;

  gtk_widget_add_tick_callback (widget, frame_cb, &n_frames, NULL);
  sl_ui_fixture_wait (is_over, &n_frames);
  sl_ui_fixture_settle ();
}

/* Every view can be shown in a wide, a medium and a narrow window. */
static void
test_layouts (Stage         *stage,
              gconstpointer  data)
{
  static const char *const views[] = { "timeline", "review", "checks", "claims", "history" };
  static const int widths[] = { 1400, 900, 360 };

  for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
    {
      gtk_window_set_default_size (GTK_WINDOW (stage->window), widths[w], 700);
      let_frames_pass (GTK_WIDGET (stage->window));
      for (guint v = 0; v < G_N_ELEMENTS (views); v++)
        {
          sl_session_set_view (stage->session, views[v]);
          sl_session_select_source (stage->session, stage->fixture->source);
          sl_session_reveal (stage->session);
          let_frames_pass (GTK_WIDGET (stage->window));
        }
    }
}

static gboolean
is_closed (gpointer session)
{
  return sl_session_get_workbench (session) == NULL;
}

static void
test_leave (Stage         *stage,
            gconstpointer  data)
{
  g_autofree char *wal = g_strconcat (stage->fixture->path, "-wal", NULL);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (stage->window), "win.close-case", NULL));
  sl_ui_fixture_wait (is_closed, stage->session);
  g_assert_null (sl_window_get_path (stage->window));
  g_assert_true (g_file_test (stage->fixture->path, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
  g_assert_false (gtk_widget_activate_action (GTK_WIDGET (stage->window), "win.undo", NULL) && sl_session_get_workbench (stage->session) != NULL);
}

/* A dialog does not keep the program from ending; the case is one file afterwards. */
static void
test_quit (Stage         *stage,
           gconstpointer  data)
{
  g_autofree char *wal = g_strconcat (stage->fixture->path, "-wal", NULL);
  gpointer window = stage->window;

  act (stage, "SlWindow", "win.add");
  sl_ui_fixture_settle ();
  g_assert_nonnull (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (stage->window)));
  g_object_add_weak_pointer (window, &window);
  g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
  sl_ui_fixture_wait (is_gone, &window);
  g_assert_null (gtk_application_get_windows (GTK_APPLICATION (application)));
  g_assert_null (sl_session_get_workbench (stage->session));
  g_assert_true (g_file_test (stage->fixture->path, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
}

static void
tear_down_ended (Stage         *stage,
                 gconstpointer  data)
{
  g_assert_finalize_object (stage->session);
  sl_ui_fixture_free (stage->fixture);
}

static gboolean
has_path_no_more (gpointer window)
{
  return sl_window_get_path (window) == NULL;
}

/* What is no case is refused with words, and the start page stays usable. */
static void
test_not_a_case (Stage         *stage,
                 gconstpointer  data)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "letter.sourceline", NULL);

  g_assert_true (g_file_set_contents (path, "Dear Sir or Madam", -1, NULL));
  sl_window_open_case (stage->window, path);
  sl_ui_fixture_wait (has_path_no_more, stage->window);
  g_assert_null (sl_session_get_workbench (stage->session));
  sl_ui_fixture_settle ();
}

/* Hands @value to the window as the toolkit does when something is dropped on it. */
static gboolean
drop (Stage        *stage,
      const GValue *value)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (stage->window));
  gboolean taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", value, 1.0, 1.0, &taken);
    }
  return taken;
}

static gboolean
has_three_sources (gpointer session)
{
  SlQuery query = SL_QUERY_ALL;

  return sl_case_count (sl_session_get_case (session), SL_LIST_SOURCES, &query, NULL) == 3 && is_told_of (session, "Add");
}

static void
test_drop (Stage         *stage,
           gconstpointer  data)
{
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "ferry.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_auto (GValue) text = G_VALUE_INIT;
  g_auto (GValue) files = G_VALUE_INIT;

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_cache_dir (), 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "The ferry\n\nThe ferry sank on 5 May 2024, the harbour master said.\n", -1, NULL));
  g_value_init (&text, G_TYPE_STRING);
  g_value_set_static_string (&text, "The bridge\n\nThe bridge was closed on 3 March 2024, the council said.\n");
  g_value_init (&files, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&files, gdk_file_list_new_from_array (&file, 1));

  g_assert_true (drop (stage, &text));
  g_assert_true (drop (stage, &files));
  sl_ui_fixture_wait (has_three_sources, stage->session);
  g_assert_true (sl_session_close (stage->session, NULL));
  g_assert_false (drop (stage, &text));
}

/* Views are named without the sign of their mnemonic. */
static void
test_names (Stage         *stage,
            gconstpointer  data)
{
  AdwViewStack *views = ADW_VIEW_STACK (find (GTK_WIDGET (stage->window), "AdwViewStack"));
  g_autoptr (AdwViewStackPage) page = NULL;
  g_autoptr (GtkSelectionModel) pages = adw_view_stack_get_pages (views);

  page = g_list_model_get_item (G_LIST_MODEL (pages), 0);
  g_assert_cmpstr (adw_view_stack_page_get_title (page), ==, "_Timeline");
  gtk_test_accessible_assert_property (page, GTK_ACCESSIBLE_PROPERTY_LABEL, "Timeline");
}

int
main (int   argc,
      char *argv[])
{
  int status;

  sl_ui_fixture_isolate ("window");
  g_test_init (&argc, &argv, NULL);
  application = g_object_new (SL_TYPE_APPLICATION, "resource-base-path", "/io/github/sourceline/Sourceline", "flags", G_APPLICATION_NON_UNIQUE, NULL);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_test_add ("/ui/window/review", Stage, NULL, set_up, test_review, tear_down);
  g_test_add ("/ui/window/from-mark-to-words", Stage, NULL, set_up, test_from_mark_to_words, tear_down);
  g_test_add ("/ui/window/dialogs", Stage, NULL, set_up, test_dialogs, tear_down);
  g_test_add ("/ui/window/layouts", Stage, "several layouts", set_up, test_layouts, tear_down);
  g_test_add ("/ui/window/names", Stage, NULL, set_up, test_names, tear_down);
  g_test_add ("/ui/window/drop", Stage, NULL, set_up, test_drop, tear_down);
  g_test_add ("/ui/window/gate", Stage, NULL, set_up, test_gate, tear_down);
  g_test_add ("/ui/window/captures", Stage, NULL, set_up, test_captures, tear_down);
  g_test_add ("/ui/window/leave", Stage, NULL, set_up, test_leave, tear_down);
  g_test_add ("/ui/window/checks", Stage, NULL, set_up, test_checks, tear_down);
  g_test_add ("/ui/window/quit", Stage, NULL, set_up, test_quit, tear_down_ended);
  g_test_add ("/ui/window/not-a-case", Stage, NULL, set_up, test_not_a_case, tear_down);
  status = g_test_run ();
  g_object_unref (application);
  return status;
}
