/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "sl-ui-fixture.h"
#include "ui/sl-capture-dialog.h"
#include "ui/sl-case-settings-dialog.h"
#include "ui/sl-witness-dialog.h"
#include "ui/sl-witness-row.h"
#include "ui/sl-witnessing.h"
#include "workbench/sl-witness-plan.h"

/* What a case has set, waited for. */
typedef struct
{
  SlCase     *from;
  const char *name;
  const char *value;
} Wanted;

static gboolean
is_set (gpointer data)
{
  const Wanted *wanted = data;
  g_autofree char *value = sl_case_dup_setting (wanted->from, wanted->name);

  return g_strcmp0 (value, wanted->value) == 0;
}

static void
verified_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (GPtrArray) findings = sl_workbench_verify_finish (SL_WORKBENCH (object), result, NULL);

  *(gboolean *) data = TRUE;
}

static gboolean
is_true (gpointer flag)
{
  return *(gboolean *) flag;
}

/* The workbench does one thing after the other: after a verification, all before it has been told of. */
static void
drain (SlUiFixture *fixture)
{
  gboolean done = FALSE;

  sl_workbench_verify_async (sl_session_get_workbench (fixture->session), NULL, NULL, NULL, verified_cb, &done);
  sl_ui_fixture_wait (is_true, &done);
  sl_ui_fixture_settle ();
}

static void
wait_for_setting (SlUiFixture *fixture,
                  const char  *name,
                  const char  *value)
{
  Wanted wanted = { sl_session_get_case (fixture->session), name, value };

  sl_ui_fixture_wait (is_set, &wanted);
  drain (fixture);
}

static void
set (SlUiFixture *fixture,
     const char  *name,
     const char  *value)
{
  SlCommand *command = sl_command_new (SL_COMMAND_SET_SETTING, SL_ID_NONE);

  command->text = g_strdup (name);
  command->note = g_strdup (value);
  sl_ui_fixture_do (fixture, command);
}

/* Finds the first widget of a type whose row has the title; of any title when it is NULL. */
static GtkWidget *
find (GtkWidget  *within,
      GType       type,
      const char *title)
{
  if (g_type_is_a (G_OBJECT_TYPE (within), type)
      && (title == NULL || g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (within)), title) == 0))
    return within;
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_gone (gpointer pointer)
{
  return *(gpointer *) pointer == NULL;
}

/* Nothing holds on to what is let go of here; an act that is under way may, until it has been told of. */
static void
let_go (gpointer object)
{
  gpointer pointer = object;

  g_object_add_weak_pointer (object, &pointer);
  g_object_unref (object);
  sl_ui_fixture_wait (is_gone, &pointer);
}

static SlId
get_capture (SlUiFixture *fixture)
{
  g_autoptr (SlDocument) document = sl_case_get_document (sl_session_get_case (fixture->session), fixture->document, NULL);

  return document->capture_id;
}

/* A switch names the proposed authority, an address that is none is refused, and switching off forgets. */
static void
test_row (void)
{
  g_autoptr (SlUiFixture) fixture = sl_ui_fixture_new (0);
  GtkWidget *row = g_object_ref_sink (sl_witness_row_new (fixture->session, SL_WITNESS_MEMENTO));
  const char *setting = sl_witness_setting_of (SL_WITNESS_MEMENTO);
  GtkWidget *entry = NULL;

  g_assert_false (adw_expander_row_get_enable_expansion (ADW_EXPANDER_ROW (row)));
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (row), TRUE);
  wait_for_setting (fixture, setting, "https://web.archive.org/web/timemap/link/");

  entry = find (row, ADW_TYPE_ENTRY_ROW, NULL);
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "archive");
  g_signal_emit_by_name (entry, "apply");
  gtk_test_accessible_assert_state (entry, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  gtk_editable_set_text (GTK_EDITABLE (entry), " https://archive.example/{url} ");
  g_signal_emit_by_name (entry, "apply");
  gtk_test_accessible_assert_state (entry, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_FALSE);
  wait_for_setting (fixture, setting, "https://archive.example/{url}");

  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (row), FALSE);
  wait_for_setting (fixture, setting, NULL);
  let_go (row);
}

static void
test_schedule (void)
{
  static const struct
  {
    const char *stored;
    guint selected;
    double every;
  } cases[] = {
    { NULL, 0, 0 },
    { "24", 1, 0 },
    { "168", 2, 0 },
    { "6", 3, 6 },
    { "72", 4, 3 },
    { "nonsense", 0, 0 },
  };
  g_autoptr (SlUiFixture) fixture = sl_ui_fixture_new (0);
  AdwDialog *dialog = g_object_ref_sink (sl_case_settings_dialog_new (fixture->session));
  AdwComboRow *schedule = ADW_COMBO_ROW (find (adw_dialog_get_child (dialog), ADW_TYPE_COMBO_ROW, NULL));
  AdwSpinRow *every = ADW_SPIN_ROW (find (adw_dialog_get_child (dialog), ADW_TYPE_SPIN_ROW, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      set (fixture, "recheck-every", cases[i].stored);
      g_assert_cmpuint (adw_combo_row_get_selected (schedule), ==, cases[i].selected);
      g_assert_true (gtk_widget_get_visible (GTK_WIDGET (every)) == (cases[i].every > 0));
      if (cases[i].every > 0)
        g_assert_cmpfloat (adw_spin_row_get_value (every), ==, cases[i].every);
    }
  adw_combo_row_set_selected (schedule, 2);
  wait_for_setting (fixture, "recheck-every", "168");
  let_go (dialog);
}

/* Nothing is offered while nobody is named; then every message that would leave is in the list. */
static void
test_dialog (void)
{
  g_autoptr (SlUiFixture) fixture = sl_ui_fixture_new (0);
  SlJobs *jobs = sl_jobs_new (fixture->session);
  AdwDialog *dialog = g_object_ref_sink (sl_witness_dialog_new (fixture->session, jobs, SL_ID_NONE));

  g_assert_cmpuint (sl_witness_dialog_n_steps (SL_WITNESS_DIALOG (dialog)), ==, 0);
  let_go (dialog);

  set (fixture, "witness.timestamp", "https://tsa.example/ https://tsa2.example/");
  set (fixture, "witness.save", "https://archive.example/save/");
  dialog = g_object_ref_sink (sl_witness_dialog_new (fixture->session, jobs, get_capture (fixture)));
  g_assert_cmpuint (sl_witness_dialog_n_steps (SL_WITNESS_DIALOG (dialog)), ==, 4);
  g_assert_nonnull (find (adw_dialog_get_child (dialog), ADW_TYPE_ACTION_ROW, "https://tsa2.example/"));
  g_assert_null (find (adw_dialog_get_child (dialog), ADW_TYPE_ACTION_ROW, "https://archive.example/save/https://harbour-post.example/ferry"));
  adw_switch_row_set_active (ADW_SWITCH_ROW (find (adw_dialog_get_child (dialog), ADW_TYPE_SWITCH_ROW, "New Copies")), TRUE);
  g_assert_cmpuint (sl_witness_dialog_n_steps (SL_WITNESS_DIALOG (dialog)), ==, 5);
  g_assert_nonnull (find (adw_dialog_get_child (dialog), ADW_TYPE_ACTION_ROW, "https://archive.example/save/https://harbour-post.example/ferry"));
  let_go (dialog);
  g_assert_finalize_object (jobs);
}

static void
add_answer (SlUiFixture *fixture,
            const char  *answer)
{
  SlCase *into = sl_session_get_case (fixture->session);
  g_autoptr (SlWitness) witness = sl_witness_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (answer, strlen (answer));
  g_autoptr (GError) error = NULL;

  witness->capture_id = get_capture (fixture);
  witness->kind = SL_WITNESS_MEMENTO;
  witness->outcome = SL_WITNESS_CONFIRMED;
  witness->authority = g_strdup ("https://archive.example/timemap/");
  witness->detail = g_strdup ("2 <copies>");
  witness->at = SL_UI_FIXTURE_NOW;
  g_assert_true (sl_case_begin_act (into, SL_ACT_RECORD, "Ask", "tester", SL_UI_FIXTURE_NOW, &error));
  witness->digest = sl_case_add_blob (into, bytes, &error);
  g_assert_nonnull (witness->digest);
  g_assert_true (sl_case_add_witness (into, witness, &error));
  g_assert_true (sl_case_commit_act (into, &error));
  g_assert_no_error (error);
}

/* What an archive answered is read again from the bytes that were kept, earliest copy first; each can be fetched. */
static void
test_capture (void)
{
  g_autoptr (SlUiFixture) fixture = sl_ui_fixture_new (0);
  AdwDialog *dialog = NULL;
  GtkWidget *row = NULL;
  GtkWidget *fetch = NULL;

  add_answer (fixture, "HTTP/1.1 200 OK\r\nContent-Type: application/link-format\r\n\r\n"
                       "<https://archive.example/2/https://harbour-post.example/ferry>; rel=\"memento\"; datetime=\"Mon, 05 May 2025 10:00:00 GMT\",\n"
                       "<https://archive.example/1/https://harbour-post.example/ferry>; rel=\"first memento\"; datetime=\"Sun, 04 May 2025 10:00:00 GMT\"\n");
  dialog = g_object_ref_sink (sl_capture_dialog_new (fixture->session, get_capture (fixture)));
  g_assert_nonnull (find (adw_dialog_get_child (dialog), ADW_TYPE_ACTION_ROW, "Earlier Copies · https://archive.example/timemap/"));
  row = find (adw_dialog_get_child (dialog), ADW_TYPE_ACTION_ROW, "4 May 2025, 10:00");
  g_assert_nonnull (row);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "https://archive.example/1/https://harbour-post.example/ferry");
  fetch = find (row, GTK_TYPE_BUTTON, NULL);
  gtk_test_accessible_assert_property (fetch, GTK_ACCESSIBLE_PROPERTY_LABEL, "Fetch the copy of 4 May 2025, 10:00");
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (fetch)), ==, "win.capture-copy");
  let_go (dialog);
}

static void
test_summary (void)
{
  g_autoptr (GPtrArray) witnesses = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_witness_free);
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;
  SlWitness *refused = sl_witness_new ();

  g_ptr_array_add (witnesses, sl_witness_new ());
  one = sl_witnessing_summarize (witnesses);
  g_assert_cmpstr (one, ==, "1 question asked, 1 confirmed");
  refused->outcome = SL_WITNESS_REFUSED;
  g_ptr_array_add (witnesses, refused);
  two = sl_witnessing_summarize (witnesses);
  g_assert_cmpstr (two, ==, "2 questions asked, 1 confirmed");
}

int
main (int   argc,
      char *argv[])
{
  sl_ui_fixture_isolate ("witness");
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/witness/row", test_row);
  g_test_add_func ("/ui/witness/schedule", test_schedule);
  g_test_add_func ("/ui/witness/dialog", test_dialog);
  g_test_add_func ("/ui/witness/capture", test_capture);
  g_test_add_func ("/ui/witness/summary", test_summary);
  return g_test_run ();
}
