/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "core/sl-when.h"
#include "sl-ui-fixture.h"
#include "ui/sl-claim-form.h"
#include "ui/sl-event-form.h"
#include "ui/sl-grade-form.h"
#include "ui/sl-intake.h"
#include "ui/sl-when-row.h"
#include "workbench/sl-workbench.h"

#define assert_finalize(widget)        \
  G_STMT_START                         \
  {                                    \
    g_object_ref_sink (widget);        \
    g_assert_finalize_object (widget); \
  }                                    \
  G_STMT_END

/* What is typed is addresses only when every line is one. */
static void
test_addresses (void)
{
  static const struct
  {
    const char *text;
    guint n_addresses;
  } cases[] = {
    { "", 0 },
    { "https://harbour-post.example/ferry", 1 },
    { "  https://harbour-post.example/ferry \r\n\r\nhttp://relay.example/1\n", 2 },
    { "https://harbour-post.example/ferry\nand a word", 0 },
    { "See https://harbour-post.example/ferry", 0 },
    { "https://harbour-post.example/ferry and a word", 0 },
    { "https://", 0 },
    { "ftp://harbour-post.example/ferry", 0 },
    { "javascript:alert(1)", 0 },
    { "The ferry left.", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (sl_intake_count_addresses (cases[i].text), ==, cases[i].n_addresses);
}

static void
test_when (void)
{
  static const struct
  {
    const char *typed;
    gboolean valid;
  } cases[] = {
    { "", TRUE },
    { "2025-11-23", TRUE },
    { " 2025-11~ ", TRUE },
    { "../2025-11-25", TRUE },
    { "23 November", FALSE },
    { "2025-13", FALSE },
  };
  GtkWidget *row = g_object_new (SL_TYPE_WHEN_ROW, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *edtf = NULL;

      sl_when_row_set_edtf (SL_WHEN_ROW (row), cases[i].typed);
      edtf = sl_when_row_dup_edtf (SL_WHEN_ROW (row));
      g_assert_true (sl_when_row_get_valid (SL_WHEN_ROW (row)) == cases[i].valid);
      g_assert_false (g_str_has_prefix (edtf, " ") || g_str_has_suffix (edtf, " "));
    }
  gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  assert_finalize (row);
}

static void
test_event_form (void)
{
  g_autoptr (SlEvent) event = sl_event_new ();
  g_autoptr (SlCommand) command = NULL;
  SlForm *form = sl_event_form_new (NULL);

  g_assert_false (sl_form_get_complete (form));
  assert_finalize (form);

  event->id = 7;
  g_set_str (&event->title, "The ferry left");
  g_set_str (&event->place, "Harbour");
  g_clear_pointer (&event->when, sl_when_free);
  event->when = sl_when_new ("2025-05-03", NULL, NULL);
  form = sl_event_form_new (event);
  g_assert_true (sl_form_get_complete (form));
  command = sl_form_make_command (form);
  g_assert_cmpint (command->kind, ==, SL_COMMAND_EDIT_EVENT);
  g_assert_cmpint (command->id, ==, 7);
  g_assert_cmpstr (command->text, ==, "The ferry left");
  g_assert_cmpstr (command->when, ==, "2025-05-03");
  g_assert_cmpstr (command->place, ==, "Harbour");
  assert_finalize (form);
}

static void
test_claim_form (void)
{
  g_autoptr (SlCommand) command = NULL;
  SlForm *form = sl_claim_form_new_for_words (5, "Nobody was hurt.", 42, 58);

  sl_claim_form_offer_event (SL_CLAIM_FORM (form), 9, "The <ferry> & co");
  g_assert_true (sl_form_get_complete (form));
  command = sl_form_make_command (form);
  g_assert_cmpint (command->kind, ==, SL_COMMAND_NEW_CLAIM);
  g_assert_cmpint (command->id, ==, 5);
  g_assert_cmpint (command->other, ==, SL_ID_NONE);
  g_assert_cmpstr (command->text, ==, "Nobody was hurt.");
  g_assert_cmpuint (command->start_cp, ==, 42);
  g_assert_cmpuint (command->end_cp, ==, 58);
  g_assert_cmpstr (command->when, ==, "");
  assert_finalize (form);
}

/* Without a reason there is no grade; an override is only offered when the rule has refused. */
static void
test_grade_form (void)
{
  g_autoptr (SlAssessment) in_force = sl_assessment_new ();
  g_autoptr (SlCommand) command = NULL;
  g_autoptr (GError) error = g_error_new_literal (SL_WORKBENCH_ERROR, SL_WORKBENCH_ERROR_NEEDS_ORIGINS, "one origin only");
  SlForm *form = NULL;

  in_force->grade = (SlGrade) { SL_RELIABILITY_B, SL_CREDIBILITY_CONFIRMED };
  form = sl_grade_form_new (3, "The ferry <left>", in_force);
  g_assert_false (sl_form_get_complete (form));
  sl_form_refused (form, error);
  command = sl_form_make_command (form);
  g_assert_cmpint (command->kind, ==, SL_COMMAND_GRADE);
  g_assert_cmpint (command->id, ==, 3);
  g_assert_cmpstr (command->text, ==, "B1");
  assert_finalize (form);
}

int
main (int   argc,
      char *argv[])
{
  sl_ui_fixture_isolate ("forms");
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/forms/addresses", test_addresses);
  g_test_add_func ("/ui/forms/when", test_when);
  g_test_add_func ("/ui/forms/event", test_event_form);
  g_test_add_func ("/ui/forms/claim", test_claim_form);
  g_test_add_func ("/ui/forms/grade", test_grade_form);
  return g_test_run ();
}
