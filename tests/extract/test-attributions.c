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
  { "en", "Ana Prokop said: “The dam will hold.”", "Ana Prokop|said:|“The dam will hold.”|Ana Prokop\n" },
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

static const Case frames[] = {
  { "en", "Ana Prokop criticised the plan for the dam.", "Ana Prokop|criticised|the plan for the dam|Ana Prokop\n" },
  { "en", "The mayor wants to close the road.", "The mayor|wants|to close the road|The mayor\n" },
  { "en", "Two engineers urged the town to close the road.", "Two engineers|urged|to close the road|Two engineers\n" },
  { "en", "Residents oppose the dam.", "Residents|oppose|the dam|unnamed residents\n" },
  { "en", "The company refused to comment.", "The company|refused|to comment|The company\n" },
  { "en", "The report shows cracks in the dam.", "The report|shows|cracks in the dam|The report\n" },
  { "en", "Some say the dam leaks.", "Some|say|the dam leaks|Some\n" },
  { "en", "The mayor is confident that the dam will hold.", "The mayor|is confident|that the dam will hold|The mayor\n" },
  { "en", "The dam is expected to hold.", "|is expected|The dam … to hold|-\n" },
  { "en", "The dam seems to leak.", "|seems|The dam … to leak|-\n" },
  { "en", "The plan was criticised by residents.", "residents|was criticised|The plan|unnamed residents\n" },
  { "en", "The mayor called it an “old dam.” She said the new one would hold.",
    "The mayor|called|it an “old dam.”|The mayor\nShe|said|the new one would hold|She\n" },
  { "en", "There are questions about the dam.", "|questions about|the dam|-\n" },
  { "en", "Opposition to the dam is growing.", "|Opposition to|the dam|-\n" },
  { "en", "The mayor is open to the plan.", "The mayor|is open to|the plan|The mayor\n" },
  { "en", "The mayor said it's unclear.", "The mayor|said|it's unclear|The mayor\n" },
  { "en", "The council ignored the report.", "The council|ignored|the report|The council\n" },
  { "en", "They doubted the residents' claim that the dam leaks.", "They|doubted|the residents' claim that the dam leaks|They\nthe residents'|claim|that the dam leaks|the residents\n" },
  { "en", "The mayor said the engineers want to leave.", "The mayor|said|the engineers want to leave|The mayor\n" },
};

static const Case subjects[] = {
  { "en", "Ana Prokop, 63, an engineer from Lund, said the dam would hold.",
    "Ana Prokop, 63, an engineer from Lund,|said|the dam would hold|Ana Prokop, 63, an engineer from Lund\n" },
  { "en", "Ana Prokop (L-Lund) said the dam would hold.", "Ana Prokop (L-Lund)|said|the dam would hold|Ana Prokop (L-Lund)\n" },
  { "en", "Ana Prokop — who leads the town — said the dam would hold.",
    "Ana Prokop — who leads the town —|said|the dam would hold|Ana Prokop — who leads the town\n" },
  { "en", "The dam, the mayor said, leaks.", "the mayor|said|The dam … leaks|the mayor\n" },
  { "en", "As the Lund Herald reported, the dam leaks.", "the Lund Herald|reported|the dam leaks|Lund Herald\n" },
  { "en", "The mayor on Wednesday said the dam leaks.", "The mayor|said|the dam leaks|The mayor\n" },
  { "en", "The mayor spoke on Wednesday, saying the dam leaks.", "The mayor|saying|the dam leaks|The mayor\n" },
  { "en", "The mayor praised the engineers but criticised the company.",
    "The mayor|praised|the engineers|The mayor\nThe mayor|criticised|the company|The mayor\n" },
  { "en", "After announcing the plan, the mayor said the dam leaks.",
    "the mayor|announcing|the plan|the mayor\nthe mayor|said|the dam leaks|the mayor\n" },
};

/* Who is asked, what relative clauses speak of, and what is put in between. */
static const Case around[] = {
  { "en", "“Does it leak? So, well, let's look,” the mayor said.", "the mayor|said|“Does it leak? So, well, let's look,”|the mayor\n" },
  { "en", "The dam leaks, the Lund Herald reported. “It is old.”", "the Lund Herald|reported|The dam leaks|Lund Herald\n" },
  { "en", "The mayor said, twice, that the dam leaks.", "The mayor|said|that the dam leaks|The mayor\n" },
  { "en", "The mayor said:\n\n“The dam is old. It leaks.”", "The mayor|said:|“The dam is old. It leaks.”|The mayor\n" },
  { "en", "For some, the dam is too old, said Prokop.", "Prokop|said|For some, the dam is too old|Prokop\n" },
  { "en", "The dam, as one engineer pointed out, leaks often.", "one engineer|pointed out|The dam … leaks often|one engineer\n" },
  { "en", "Asked whether it was an “old dam,” two engineers said yes.",
    "|Asked|whether it was an “old dam,”|-\ntwo engineers|said|yes|two engineers\n" },
  { "en", "When pressed by Prokop about the dam, the engineer left.", "Prokop|pressed|about the dam|Prokop\n" },
  { "en", "The man who Prokop praises was early.", "Prokop|praises|The man|Prokop\n" },
  { "en", "The plan, which she has promoted as new, failed.", "she|has promoted|The plan|she\n" },
  { "en", "They got everything they wanted.", "they|wanted|everything|they\n" },
  { "en", "Voters surveyed support the law.", "Voters surveyed|support|the law|Voters surveyed\n" },
  { "en", "Experts in Lund and around the lake said it leaks.", "Experts in Lund and around the lake|said|it leaks|Experts in Lund and around the lake\n" },
  { "en", "She's claiming that the dam leaks.", "She|'s claiming|that the dam leaks|She\n" },
  { "en", "The engineers weren’t too concerned about the dam.", "The engineers|weren’t too concerned about|the dam|The engineers\n" },
  { "en", "The mayor called Friday's decision a mistake.", "The mayor|called|Friday's decision a mistake|The mayor\n" },
  { "en", "The mayor faces criticism from residents that the dam leaks.", "residents|criticism|that the dam leaks|unnamed residents\n" },
  { "en", "“It leaks,” Prokop said, referring to the two dams.",
    "Prokop|said|“It leaks,”|Prokop\nProkop|referring to|the two dams|Prokop\n" },
  { "en", "The system is “old,” Prokop said. I said it was new.",
    "Prokop|said|The system is “old,”|Prokop\nI|said|it was new|I\n" },
};

/* Who speaks in what others like or give out, and who only would. */
static const Case within[] = {
  { "en", "The company released a statement saying that the dam leaks.", "a statement|saying|that the dam leaks|a statement\n" },
  { "en", "Residents criticised the mayor's claim that the dam holds.", "the mayor's|claim|that the dam holds|the mayor\n" },
  { "en", "The mayor said the engineers reported that the dam leaks.",
    "The mayor|said|the engineers reported that the dam leaks|The mayor\nthe engineers|reported|that the dam leaks|the engineers\n" },
  { "en", "The mayor said the engineers believe that the dam leaks.", "The mayor|said|the engineers believe that the dam leaks|The mayor\n" },
  { "en", "The mayor said residents would say that the dam leaks.", "The mayor|said|residents would say that the dam leaks|The mayor\n" },
  { "en", "LUND (TRPA) — The dam leaks, Prokop said.", "TRPA|LUND (TRPA)||TRPA\nProkop|said|The dam leaks|Prokop\n" },
};

static const Case layouts[] = {
  { "en", "Prokop: The dam will hold", "Prokop|:|The dam will hold|Prokop\n" },
  { "en", "Update: The dam will hold", "" },
  { "en", "Mayor Says Dam Will Hold For Years", "Mayor|Says|Dam Will Hold For Years|Mayor\n" },
  { "en", "“The dam will hold.” — Ana Prokop", "Ana Prokop|—|“The dam will hold.”|Ana Prokop\n" },
  { "en", "''The dam will hold,'' Ana Prokop said.", "Ana Prokop|said|''The dam will hold,''|Ana Prokop\n" },
  { "en", "“The dam will hold,\" Ana Prokop said.", "Ana Prokop|said|“The dam will hold,\"|Ana Prokop\n" },
};

static const Case nothing[] = {
  { "en", "The so-called summer dam leaks.", "" },
  { "en", "Their support group met in Lund.", "" },
  { "en", "The town has plans to close the road.", "" },
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
test_frames (void)
{
  check (frames, G_N_ELEMENTS (frames));
}

static void
test_subjects (void)
{
  check (subjects, G_N_ELEMENTS (subjects));
}

static void
test_around (void)
{
  check (around, G_N_ELEMENTS (around));
}

static void
test_within (void)
{
  check (within, G_N_ELEMENTS (within));
}

static void
test_layouts (void)
{
  check (layouts, G_N_ELEMENTS (layouts));
}

/* What somebody wants or praises is no claim of his. */
static void
test_statements (void)
{
  static const struct
  {
    const char *text;
    gboolean statement;
  } cases[] = {
    { "The mayor said the dam leaks.", TRUE },
    { "The mayor promised to mend the dam.", TRUE },
    { "The mayor wants to mend the dam.", FALSE },
    { "The mayor praised the engineers.", FALSE },
    { "The dam seems to leak.", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SlExtractOptions options = { "en", NULL, 1768435200, NULL };
      g_autoptr (GError) error = NULL;
      g_autoptr (SlExtraction) found = sl_extract (cases[i].text, strlen (cases[i].text), &options, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (found->attributions->len, ==, 1);
      g_assert_true (((const SlAttribution *) g_ptr_array_index (found->attributions, 0))->statement == cases[i].statement);
    }
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
  g_test_add_func ("/attributions/frames", test_frames);
  g_test_add_func ("/attributions/subjects", test_subjects);
  g_test_add_func ("/attributions/around", test_around);
  g_test_add_func ("/attributions/within", test_within);
  g_test_add_func ("/attributions/layouts", test_layouts);
  g_test_add_func ("/attributions/statements", test_statements);
  g_test_add_func ("/attributions/nothing", test_nothing);
  return g_test_run ();
}
