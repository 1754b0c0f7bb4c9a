/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "sl-ui-fixture.h"

#include <string.h>

/* Nothing in a test may take longer; a condition that is not met by then will not be met. */
#define PATIENCE_S 20

const char sl_ui_fixture_text[] = "The ferry left the harbour on 3 May 2025. Nobody was hurt.\n\n"
                                  "The harbour master said on Sunday that the pier had been closed since April.";

/**
 * sl_ui_fixture_isolate:
 * @name: of the test
 *
 * Gives the test folders of its own. GTK's icons need the system's data folders, so those stay, unlike with
 * G_TEST_OPTION_ISOLATE_DIRS. To be called before anything else.
 */
void
sl_ui_fixture_isolate (const char *name)
{
  static const char *const variables[] = { "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME" };
  g_autofree char *pattern = g_strdup_printf ("sourceline-%s-XXXXXX", name);
  g_autofree char *home = g_dir_make_tmp (pattern, NULL);

  g_assert_nonnull (home);
  for (guint i = 0; i < G_N_ELEMENTS (variables); i++)
    {
      g_autofree char *folder = g_build_filename (home, variables[i], NULL);

      g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
      g_setenv (variables[i], folder, TRUE);
    }
}

static void
put_source (SlUiFixture *self,
            SlCase      *into)
{
  g_autoptr (SlOutlet) outlet = sl_outlet_new ();
  g_autoptr (SlSource) source = sl_source_new ();
  g_autoptr (GError) error = NULL;

  g_set_str (&outlet->name, "The Harbour Post");
  g_assert_true (sl_case_put_outlet (into, outlet, &error));
  source->outlet_id = outlet->id;
  g_set_str (&source->title, "Ferry <b>leaves</b> & returns");
  g_set_str (&source->url, "https://harbour-post.example/ferry");
  g_assert_true (sl_case_put_source (into, source, &error));
  g_assert_no_error (error);
  self->source = source->id;
}

static void
put_document (SlUiFixture *self,
              SlCase      *into)
{
  g_autoptr (SlCapture) capture = sl_capture_new ();
  g_autoptr (SlDocument) document = sl_document_new ();
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GError) error = NULL;

  capture->source_id = self->source;
  capture->captured_at = (gint64) SL_UI_FIXTURE_NOW * G_USEC_PER_SEC;
  g_set_str (&capture->url, "https://harbour-post.example/ferry");
  g_free (capture->payload_digest);
  capture->payload_digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, sl_ui_fixture_text, -1);
  capture->payload_bytes = strlen (sl_ui_fixture_text);
  g_assert_true (sl_case_add_capture (into, capture, members, &error));

  document->capture_id = capture->id;
  document->source_id = self->source;
  g_set_str (&document->extractor, "test");
  g_assert_true (sl_case_add_document (into, document, sl_ui_fixture_text, NULL, &error));
  g_assert_no_error (error);
  self->document = document->id;
}

static void
put_suggestion (SlUiFixture *self,
                SlCase      *into,
                guint        number)
{
  g_autoptr (SlSuggestion) suggestion = sl_suggestion_new ();
  g_autoptr (GError) error = NULL;

  suggestion->document_id = self->document;
  suggestion->source_id = self->source;
  g_free (suggestion->text);
  suggestion->text = g_strdup_printf ("Suggestion %u", number);
  g_clear_pointer (&suggestion->passage, sl_passage_free);
  suggestion->passage = sl_passage_new (sl_ui_fixture_text, 0, strlen ("The ferry left the harbour on 3 May 2025."));
  suggestion->passage->document_id = self->document;
  g_clear_pointer (&suggestion->when, sl_when_free);
  suggestion->when = sl_when_new ("2025-05-03", NULL, &error);
  g_ptr_array_add (suggestion->chain, sl_attribution_link_new ("The Harbour Post", SL_SPEAKER_OUTLET, "", 0, 0));
  g_assert_true (sl_case_put_suggestion (into, suggestion, &error));
  g_assert_no_error (error);
}

static void
prepare_case (SlUiFixture *self,
              guint        n_suggestions)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlCase) made = sl_case_create (self->path, "Ferry", SL_UI_FIXTURE_NOW, &error);

  g_assert_no_error (error);
  g_assert_true (sl_case_begin_act (made, SL_ACT_DO, "Prepare", "tester", SL_UI_FIXTURE_NOW, &error));
  put_source (self, made);
  put_document (self, made);
  for (guint i = 0; i < n_suggestions; i++)
    put_suggestion (self, made, i);
  g_assert_true (sl_case_commit_act (made, &error));
  g_assert_true (sl_case_close (made, &error));
  g_assert_no_error (error);
}

typedef struct
{
  gboolean done;
  gboolean opened;
} Opening;

static void
opened_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  Opening *opening = data;
  g_autoptr (GError) error = NULL;

  opening->opened = sl_session_open_finish (SL_SESSION (object), result, &error);
  g_assert_no_error (error);
  opening->done = TRUE;
}

static gboolean
is_true (gpointer flag)
{
  return *(gboolean *) flag;
}

/**
 * sl_ui_fixture_new:
 * @n_suggestions: how many open suggestions the source has
 *
 * Returns: (transfer full): a session with a case
 */
SlUiFixture *
sl_ui_fixture_new (guint n_suggestions)
{
  SlUiFixture *self = g_new0 (SlUiFixture, 1);
  g_autofree char *name = g_strdup_printf ("%08x.sourceline", g_random_int ());
  Opening opening = { FALSE, FALSE };

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  self->path = g_build_filename (g_get_user_data_dir (), name, NULL);
  self->session = sl_session_new ();
  prepare_case (self, n_suggestions);
  sl_session_open_async (self->session, SL_OPEN_PATH, self->path, "tester", opened_cb, &opening);
  sl_ui_fixture_wait (is_true, &opening.done);
  g_assert_true (opening.opened);
  return self;
}

/**
 * sl_ui_fixture_free:
 *
 * Closes the case; whatever was made with the session has to be gone.
 */
void
sl_ui_fixture_free (SlUiFixture *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sl_session_close (self->session, &error));
  g_assert_no_error (error);
  g_assert_finalize_object (self->session);
  g_free (self->path);
  g_free (self);
}

/**
 * sl_ui_fixture_do:
 * @command: (transfer full): what to do
 *
 * Does it and lets the widgets follow.
 *
 * Returns: the key of what it made or changed
 */
SlId
sl_ui_fixture_do (SlUiFixture *self,
                  SlCommand   *command)
{
  g_autoptr (SlCommand) owned = command;
  g_autoptr (GError) error = NULL;
  const SlId made = sl_workbench_do (sl_session_get_workbench (self->session), owned, &error);

  g_assert_no_error (error);
  sl_ui_fixture_settle ();
  return made;
}

/**
 * sl_ui_fixture_new_event:
 * @edtf: (nullable): when
 *
 * Returns: the event
 */
SlId
sl_ui_fixture_new_event (SlUiFixture *self,
                         const char  *title,
                         const char  *edtf)
{
  SlCommand *command = sl_command_new (SL_COMMAND_NEW_EVENT, SL_ID_NONE);

  command->text = g_strdup (title);
  command->when = g_strdup (edtf);
  return sl_ui_fixture_do (self, command);
}

/**
 * sl_ui_fixture_suggestion:
 *
 * Returns: the key of the open suggestion at @position
 */
SlId
sl_ui_fixture_suggestion (SlUiFixture *self,
                          guint        position)
{
  SlQuery query = SL_QUERY_ALL;
  g_autoptr (GPtrArray) rows = NULL;

  query.state = SL_SUGGESTION_OPEN;
  query.offset = position;
  query.limit = 1;
  rows = sl_case_list_suggestions (sl_session_get_case (self->session), &query, NULL);
  g_assert_cmpuint (rows->len, ==, 1);
  return ((const SlSuggestion *) g_ptr_array_index (rows, 0))->id;
}

/**
 * sl_ui_fixture_count:
 * @state: of suggestions, or -1
 *
 * Returns: how many rows the list has
 */
gint64
sl_ui_fixture_count (SlUiFixture *self,
                     SlList       list,
                     int          state)
{
  SlQuery query = SL_QUERY_ALL;

  query.state = state;
  return sl_case_count (sl_session_get_case (self->session), list, &query, NULL);
}

/**
 * sl_ui_fixture_wait:
 * @done: what is waited for
 *
 * Lets the main loop run until @done.
 */
void
sl_ui_fixture_wait (gboolean (*done) (gpointer data),
                    gpointer data)
{
  const gint64 end = g_get_monotonic_time () + PATIENCE_S * G_TIME_SPAN_SECOND;

  while (!done (data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }
}

/**
 * sl_ui_fixture_settle:
 *
 * Lets everything happen that is due now.
 */
void
sl_ui_fixture_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}
