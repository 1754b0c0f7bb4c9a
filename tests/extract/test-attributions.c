/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "extract/sl-extraction.h"

#include <string.h>

/* What is expected of one text: "source|cue|content|speaker", one attribution a line; parts of a span list apart by " … ". */
typedef struct
{
  const char *language;
  const char *text;
  const char *attributions;
} Case;

static void
append_spans (GString      *list,
              const char   *text,
              const GArray *spans)
{
  for (guint i = 0; i < spans->len; i++)
    {
      SlSpan span = g_array_index (spans, SlSpan, i);

      g_string_append_printf (list, "%s%.*s", i > 0 ? " … " : "", (int) sl_span_length (span), text + span.start);
    }
  g_string_append_c (list, '|');
}

static char *
list_attributions (const Case *expected)
{
  SlExtractOptions options = { expected->language, NULL, 1768435200, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (SlExtraction) found = sl_extract (expected->text, strlen (expected->text), &options, NULL, &error);
  GString *list = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < found->attributions->len; i++)
    {
      const SlAttribution *attribution = g_ptr_array_index (found->attributions, i);

      append_spans (list, expected->text, attribution->source);
      append_spans (list, expected->text, attribution->cue);
      append_spans (list, expected->text, attribution->content);
      g_string_append_printf (list, "%s\n", attribution->speaker != NULL ? attribution->speaker : "-");
    }
  return g_string_free_and_steal (list);
}

static void
check (const Case *cases,
       gsize       count)
{
  for (gsize i = 0; i < count; i++)
    {
      g_autofree char *attributions = list_attributions (&cases[i]);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (attributions, ==, cases[i].attributions);
    }
}

static const Case direct[] = {
  { "en", "\"The dam will hold,\" the mayor said.", "the mayor|said|\"The dam will hold,\"|the mayor\n" },
  { "en", "“The dam will hold,” said Ana Prokop, the mayor.", "Ana Prokop, the mayor|said|“The dam will hold,”|Ana Prokop, the mayor\n" },
  { "en", "Ana Prokop said: “The dam will hold.”", "Ana Prokop|said|“The dam will hold.”|Ana Prokop\n" },
  { "en", "“The dam will hold,” Ana Prokop said. “Nobody has to leave.”", "Ana Prokop|said|“The dam will hold,” … “Nobody has to leave.”|Ana Prokop\n" },
  { "en", "“The dam will hold,” Ana Prokop said, “and nobody has to leave.”", "Ana Prokop|said|“The dam will hold,” … “and nobody has to leave.”|Ana Prokop\n" },
  { "en", "“First the road,\nthen the dam,” the engineers said.", "the engineers|said|“First the road,\nthen the dam,”|the engineers\n" },
  { "de", "„Der Damm hält“, sagte die Bürgermeisterin.", "die Bürgermeisterin|sagte|„Der Damm hält“|die Bürgermeisterin\n" },
};

static const Case reported[] = {
  { "en", "Ana Prokop said that the dam would hold.", "Ana Prokop|said|that the dam would hold|Ana Prokop\n" },
  { "en", "The ministry has repeatedly denied that the dam leaks.", "The ministry|has repeatedly denied|that the dam leaks|The ministry\n" },
  { "en", "According to the Harbour Post, the dam leaks.", "the Harbour Post|According to|the dam leaks|Harbour Post\n" },
  { "en", "The dam leaks, according to two officials.", "two officials|according to|The dam leaks|two officials\n" },
  { "en", "The dam leaks, officials said.", "officials|said|The dam leaks|unnamed officials\n" },
  { "en", "It was previously reported that the dam leaks.", "|It was previously reported|that the dam leaks|-\n" },
  { "en", "Ana Prokop, the mayor of Lund, said the dam would hold.", "Ana Prokop, the mayor of Lund,|said|the dam would hold|Ana Prokop, the mayor of Lund\n" },
  { "en", "Ana Prokop said the dam would hold, adding that nobody had to leave.",
    "Ana Prokop|said|the dam would hold|Ana Prokop\nAna Prokop|adding|that nobody had to leave|Ana Prokop\n" },
  { "de", "Laut Minister Otto Brand hält der Damm.", "Minister Otto Brand|Laut|hält der Damm|Minister Otto Brand\n" },
  { "uk", "Міністр Олег Гай заявив, що дамба встоїть.", "Міністр Олег Гай|заявив|що дамба встоїть|Міністр Олег Гай\n" },
};

static const Case verb_second[] = {
  { "de", "Das Ministerium teilte am Montag mit, dass der Damm halte.", "Das Ministerium|teilte … mit|dass der Damm halte|Das Ministerium\n" },
  { "de", "Der Damm hält, wie die Polizei mitteilte.", "die Polizei|mitteilte … wie|Der Damm hält|die Polizei\n" },
  { "de", "Der Damm halte, so Otto Brand.", "Otto Brand|so|Der Damm halte|Otto Brand\n" },
  { "de", "Am Montag hat Otto Brand angekündigt, den Damm zu erhöhen.", "Otto Brand|angekündigt … hat|den Damm zu erhöhen|Otto Brand\n" },
  { "de", "Otto Brand sagte, der Damm halte. Niemand müsse gehen.",
    "Otto Brand|sagte|der Damm halte|Otto Brand\nOtto Brand|sagte|Niemand müsse gehen|Otto Brand\n" },
  { "de", "Er teilte das Brot mit den Kindern.", "" },
};

static const Case resolved[] = {
  { "en", "Ana Prokop said the dam would hold. She said nobody had to leave.",
    "Ana Prokop|said|the dam would hold|Ana Prokop\nShe|said|nobody had to leave|Ana Prokop\n" },
  { "en", "Mayor Ana Prokop said the dam would hold. Later Prokop said nobody had to leave.",
    "Mayor Ana Prokop|said|the dam would hold|Mayor Ana Prokop\nProkop|said|nobody had to leave|Mayor Ana Prokop\n" },
  { "en", "The Lund Herald writes that the dam leaks. The journalists note that it is old.",
    "The Lund Herald|writes|that the dam leaks|The Lund Herald\nThe journalists|note|that it is old|The Lund Herald\n" },
};

static const Case nothing[] = {
  { "en", "The United States sent a report to the mayor.", "" },
  { "en", "It is too early to say.", "" },
  { "en", "The dam was built in 1931.", "" },
};

static void
test_direct (void)
{
  check (direct, G_N_ELEMENTS (direct));
}

static void
test_reported (void)
{
  check (reported, G_N_ELEMENTS (reported));
}

static void
test_verb_second (void)
{
  check (verb_second, G_N_ELEMENTS (verb_second));
}

static void
test_resolved (void)
{
  check (resolved, G_N_ELEMENTS (resolved));
}

static void
test_nothing (void)
{
  check (nothing, G_N_ELEMENTS (nothing));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/attributions/direct", test_direct);
  g_test_add_func ("/attributions/reported", test_reported);
  g_test_add_func ("/attributions/verb-second", test_verb_second);
  g_test_add_func ("/attributions/resolved", test_resolved);
  g_test_add_func ("/attributions/nothing", test_nothing);
  return g_test_run ();
}
