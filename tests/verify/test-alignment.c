/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "verify/sl-alignment.h"

typedef struct
{
  const char *name;
  const char *before;
  const char *after;
  const char *states;  /* "same changed(number) added …" */
} Row;

static const Row rows[] = {
  { "equal", "One two.\n\nThree four.", "One two.\n\nThree four.", "same same" },
  { "typography only", "The “bridge” – open.\nNext.", "The \"bridge\" - open.\n\n\nNext.", "same same" },
  { "empty", "", "", "" },
  { "all new", "", "One.\nTwo.", "added added" },
  { "all gone", "One.\nTwo.", " \n", "removed removed" },
  { "one digit", "Intro here.\nThe storm hurt 14 people in town.\nEnd here.", "Intro here.\nThe storm hurt 41 people in town.\nEnd here.",
    "same changed(number) same" },
  { "name", "Then the mayor met Anna Kowal at noon.", "Then the mayor met Olga Kowal at noon.", "changed(name)" },
  { "put in", "First one.\nLast one.", "First one.\nA quite different middle.\nLast one.", "same added same" },
  { "taken out", "First one.\nA quite different middle.\nLast one.", "First one.\nLast one.", "same removed same" },
  { "moved", "Alpha is first.\nBeta is second.\nGamma is third.", "Gamma is third.\nAlpha is first.\nBeta is second.", "moved same same" },
  { "moved and changed", "The ferry left the northern harbour at nine.\nBeta is second.\nGamma is third.",
    "Beta is second.\nGamma is third.\nThe ferry left the northern harbour at ten.", "same same moved(wording)" },
  { "replaced", "Start.\nRain fell on the hills.\nEnd.", "Start.\nNobody expects elections soon.\nEnd.", "same removed added same" },
  { "repeated", "Share\nOne.\nShare\nTwo.\nShare", "Share\nOne.\nShare\nShare\nTwo.", "same same same same moved" },
};

static char *
describe (GPtrArray *pairs)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < pairs->len; i++)
    {
      const SlAlignedPair *pair = g_ptr_array_index (pairs, i);
      g_autofree char *kinds = pair->difference != NULL ? sl_change_kinds_to_string (pair->difference->kinds) : NULL;

      g_string_append_printf (out, "%s%s", i > 0 ? " " : "", sl_aligned_state_to_string (pair->state));
      if (kinds != NULL)
        g_string_append_printf (out, "(%s)", kinds);
    }
  return g_string_free (out, FALSE);
}

static void
test_states (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) pairs = sl_alignment_compare (rows[i].before, rows[i].after, NULL, NULL, &error);
      g_autofree char *states = describe (pairs);

      g_assert_no_error (error);
      g_test_message ("%s", rows[i].name);
      g_assert_cmpstr (states, ==, rows[i].states);
    }
}

static void
test_positions (void)
{
  const char *before = "Überschrift\n\n  Es waren 14 Boote.";
  const char *after = "Neu davor\nÜberschrift\nEs waren 15 Boote.";
  g_autoptr (GPtrArray) pairs = sl_alignment_compare (before, after, NULL, NULL, NULL);
  const SlAlignedPair *pair = g_ptr_array_index (pairs, 2);
  const SlChange *change = &g_array_index (pair->difference->changes, SlChange, 0);

  g_assert_cmpint (pair->state, ==, SL_ALIGNED_CHANGED);
  g_assert_cmpuint (pair->before_start_cp, ==, 13);
  g_assert_cmpuint (pair->after_start_cp, ==, 22);
  g_assert_cmpuint (pair->before_start_cp + change->before_start_cp, ==, 24);
  g_assert_cmpuint (pair->before_start_cp + change->before_end_cp, ==, 26);
  g_assert_cmpuint (pair->after_start_cp + change->after_start_cp, ==, 31);
  g_assert_cmpuint (change->kinds, ==, SL_CHANGE_NUMBER);
}

/* A text of many paragraphs that share all their words takes no more than a moment; so does one without line ends. */
static void
test_bounds (void)
{
  GString *before = g_string_new (NULL);
  GString *after = g_string_new (NULL);
  g_autoptr (GPtrArray) pairs = NULL;

  for (guint i = 0; i < 20000; i++)
    {
      g_string_append_printf (before, "na na %u\n", i % 7);
      g_string_append_printf (after, "na %u na na ", i % 5);
    }
  pairs = sl_alignment_compare (before->str, after->str, NULL, NULL, NULL);
  g_assert_cmpuint (pairs->len, >=, 20000);
  g_string_free (before, TRUE);
  g_string_free (after, TRUE);
}

static void
test_cancel (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (sl_alignment_compare ("a", "b", NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/alignment/states", test_states);
  g_test_add_func ("/alignment/positions", test_positions);
  g_test_add_func ("/alignment/bounds", test_bounds);
  g_test_add_func ("/alignment/cancel", test_cancel);
  return g_test_run ();
}
