/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "extract/sl-extraction.h"

#include <string.h>

/* A relay: one outlet repeats another, which quotes sources that it does not name. */
static const char relay[] = "Northland ready to hand over the lighthouse – The Harbour Herald\n"
                            "\n"
                            "Northland is ready to hand over the lighthouse to its neighbour. "
                            "\n"
                            "The Harbour Herald reported this, citing its sources, as relayed by Coast.NET.\n"
                            "The journalists note that the keeper left the island on Friday, 14 November.\n"
                            "One source said: \"Nobody asked the gulls.\"\n"
                            "Background\n"
                            "- On Sunday, 16 November, both harbour masters met on the pier.\n"
                            "- The ministry denied that the lamp had been sold.\n"
                            "- On 18 November, Northland allegedly sent a second keeper.\n"
                            "- Harbour master Ida Holm said on Wednesday that the fog horn would stay.\n";

typedef struct
{
  const char *begins;
  const char *chain;
  const char *edtf;      /* NULL: undated */
  SlModality  modality;
} Expected;

static const Expected expected[] = {
  { "Northland is ready", "unnamed sources ← The Harbour Herald ← Coast.NET", NULL, SL_MODALITY_PLANNED },
  { "The journalists note", "The Harbour Herald ← Coast.NET", "2025-11-14", SL_MODALITY_ASSERTED },
  { "One source said", "One source ← The Harbour Herald ← Coast.NET", NULL, SL_MODALITY_ASSERTED },
  { "On Sunday, 16", "", "2025-11-16", SL_MODALITY_ASSERTED },
  { "The ministry denied", "The ministry", NULL, SL_MODALITY_DENIED },
  { "On 18 November", "", "2025-11-18", SL_MODALITY_ALLEGED },
  { "Harbour master", "Harbour master Ida Holm", NULL, SL_MODALITY_PLANNED },
};

static SlExtraction *
extract (const char *text,
         const char *outlet)
{
  SlExtractOptions options = { "en", NULL, 1768435200, outlet };
  g_autoptr (GError) error = NULL;
  SlExtraction *found = sl_extract (text, strlen (text), &options, NULL, &error);

  g_assert_no_error (error);
  return found;
}

static const SlProposal *
find (const SlExtraction *found,
      const char         *begins)
{
  for (guint i = 0; i < found->proposals->len; i++)
    {
      const SlProposal *proposal = g_ptr_array_index (found->proposals, i);

      if (g_str_has_prefix (proposal->text, begins))
        return proposal;
    }
  g_error ("nothing proposed begins with “%s”", begins);
}

static void
test_relay (void)
{
  g_autoptr (SlExtraction) found = extract (relay, NULL);

  g_assert_cmpuint (found->proposals->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const SlProposal *proposal = find (found, expected[i].begins);
      const SlTimex *timex = proposal->timex >= 0 ? g_ptr_array_index (found->times, (guint) proposal->timex) : NULL;
      g_autofree char *chain = sl_attribution_chain_format (proposal->chain);

      g_test_message ("%s", proposal->text);
      g_assert_cmpstr (chain, ==, expected[i].chain);
      g_assert_cmpstr (timex != NULL ? timex->when->edtf : NULL, ==, expected[i].edtf);
      g_assert_cmpint (proposal->modality, ==, expected[i].modality);
    }
}

/* Each link shows the words that establish it, at their place. */
static void
test_words (void)
{
  static const char *const words[] = { "citing its sources", "The Harbour Herald reported", "as relayed by Coast.NET" };
  g_autoptr (SlExtraction) found = extract (relay, NULL);
  GPtrArray *chain = find (found, "Northland is ready")->chain;

  g_assert_cmpuint (chain->len, ==, G_N_ELEMENTS (words));
  for (guint i = 0; i < chain->len; i++)
    {
      const SlAttributionLink *link = g_ptr_array_index (chain, i);
      g_autofree char *there = g_utf8_substring (relay, (long) link->start_cp, (long) link->end_cp);

      g_assert_cmpstr (link->words, ==, words[i]);
      g_assert_cmpstr (there, ==, words[i]);
    }
}

/* Who publishes the text is not named as somebody who reports to himself. */
static void
test_outlet (void)
{
  g_autoptr (SlExtraction) found = extract (relay, "Coast.NET");
  g_autofree char *chain = sl_attribution_chain_format (find (found, "Northland is ready")->chain);

  g_assert_cmpstr (chain, ==, "unnamed sources ← The Harbour Herald");
}

static void
test_empty (void)
{
  static const char *const texts[] = { "", "\n\n", "Title only", "?!" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (SlExtraction) found = extract (texts[i], NULL);

      g_assert_cmpuint (found->proposals->len, ==, 0);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/proposals/relay", test_relay);
  g_test_add_func ("/proposals/words", test_words);
  g_test_add_func ("/proposals/outlet", test_outlet);
  g_test_add_func ("/proposals/empty", test_empty);
  return g_test_run ();
}
