/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "extract/sl-extraction.h"
#include "extract/sl-likeness.h"

#include <string.h>

/* 15 January 2026: no text here is of a later day. */
#define NOW 1768435200

typedef struct
{
  const char *language;
  const char *text;
  const char *proposed;  /* one line each, best first: title|day|how many further passages */
} SuggestionCase;

static const SuggestionCase cases[] = {
  /* One assertion each: main clauses with subjects of their own are cut, lists and shared subjects are not. */
  { "en", "The mayor closed the harbour on 12 November, but the fishermen reopened the gate on 14 November.",
    "The mayor closed the harbour on 12 November|2025-11-12|0\n"
    "The fishermen reopened the gate on 14 November|2025-11-14|0\n" },
  { "en", "On 14 November, police arrested the captain, the cook, and the pilot who was steering.",
    "Police arrested the captain, the cook, and the pilot who was steering|2025-11-14|0\n" },
  { "en", "The ferry left Lund on 12 November and reached Harwick late.",
    "The ferry left Lund on 12 November and reached Harwick late|2025-11-12|0\n" },
  { "en", "The council approved the bridge (its third vote; the first two failed) on 12 November.",
    "The council approved the bridge (its third vote; the first two failed) on 12 November|2025-11-12|0\n" },

  /* The title: without what leads to it, cut behind its verb, quotations closed, the speaker kept. */
  { "en", "However, on 12 November, the council approved the bridge.",
    "The council approved the bridge|2025-11-12|0\n" },
  { "en", "Harbour master Ida Holm said on Friday that the fog horn was destroyed on 12 November.",
    "The fog horn was destroyed on 12 November – Harbour master Ida Holm|2025-11-12|0\n" },
  { "en", "When the storm had passed over the bay, the council closed the bridge on 12 November.",
    "The council closed the bridge on 12 November|2025-11-12|0\n" },
  { "en", "If the storm passes, the council will close the bridge on 12 December.",
    "If the storm passes, the council will close the bridge on 12 December|2025-12-12|0\n" },
  { "en", "In one newspaper interview, for which she was paid, Ida Holm closed the case on 12 November.",
    "Ida Holm closed the case on 12 November|2025-11-12|0\n" },
  { "en", "LUND (TRPA) — The council closed the bridge on 12 November.",
    "The council closed the bridge on 12 November|2025-11-12|0\n" },
  { "en", "The wave struck the village in the early hours of Friday.", "The wave struck the village in the early hours of Friday|2025-11-14|0\n" },
  { "en", "The committee published the report of 12 November.", "The committee published the report of 12 November||0\n" },
  { "en", "The ministry denied that the lamp was sold on 12 November.",
    "The ministry denied that the lamp was sold on 12 November|2025-11-12|0\n" },
  { "en", "On 12 November the council adopted \"a plan for the harbour that nobody in the town had ever asked for or seen before\" by one vote.",
    "On 12 November the council adopted \"a plan for the harbour that nobody in the town had…\"|2025-11-12|0\n" },

  /* What is said twice is proposed once; what differs in number, day or negation is not the same. */
  { "en", "The old lighthouse keeper left the island of Skarn on 12 November.\n\nOn 12 November the old keeper of the lighthouse left Skarn island.",
    "The old lighthouse keeper left the island of Skarn on 12 November|2025-11-12|1\n" },
  { "en", "Rescuers recovered 14 bodies from the river Varn on 12 November.\n\nRescuers recovered 17 bodies from the river Varn on 12 November.",
    "Rescuers recovered 14 bodies from the river Varn on 12 November|2025-11-12|0\n"
    "Rescuers recovered 17 bodies from the river Varn on 12 November|2025-11-12|0\n" },
  { "en", "The council approved the harbour bridge plan on 12 November.\n\nThe council approved the harbour bridge plan on 14 November.",
    "The council approved the harbour bridge plan on 12 November|2025-11-12|0\n"
    "The council approved the harbour bridge plan on 14 November|2025-11-14|0\n" },
  { "en", "The council approved the harbour bridge plan on 12 November.\n\nThe council has not approved the harbour bridge plan on 12 November.",
    "The council approved the harbour bridge plan on 12 November|2025-11-12|0\n"
    "The council has not approved the harbour bridge plan on 12 November|2025-11-12|0\n" },

  /* What is dated comes before what is not. */
  { "en", "The keeper resigned from his post at Skarn.\n\nThe harbour opened at Lund on 12 November.",
    "The harbour opened at Lund on 12 November|2025-11-12|0\n"
    "The keeper resigned from his post at Skarn||0\n" },

  /* No claim: what speaks to its reader, asks, or tells nothing. */
  { "en", "Sign up for our newsletter and read more about what happened on 12 November.", "" },
  { "en", "Who closed the harbour of Lund on 12 November?", "" },
  { "en", "The weather is a matter of taste.", "" },

  /* Other languages. */
  { "de", "Der Bürgermeister eröffnete am 12. November die Brücke, aber die Polizei sperrte sie am 14. November.",
    "Der Bürgermeister eröffnete am 12. November die Brücke|2025-11-12|0\n"
    "Die Polizei sperrte sie am 14. November|2025-11-14|0\n" },
  { "uk", "12 листопада рада ухвалила рішення про міст.",
    "12 листопада рада ухвалила рішення про міст|2025-11-12|0\n" },
  { "es", "El consejo aprobó el puente el 12 de noviembre.",
    "El consejo aprobó el puente el 12 de noviembre|2025-11-12|0\n" },
};

static char *
describe (const SlExtraction *found)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < found->proposals->len; i++)
    {
      const SlProposal *proposal = g_ptr_array_index (found->proposals, i);
      const SlTimex *timex = proposal->timex >= 0 ? g_ptr_array_index (found->times, (guint) proposal->timex) : NULL;

      g_string_append_printf (lines, "%s|%s|%u\n", proposal->title, timex != NULL ? timex->when->edtf : "", proposal->also->len);
    }
  return g_string_free_and_steal (lines);
}

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SlExtractOptions options = { cases[i].language, "2025-11-20", NOW, NULL };
      g_autoptr (GError) error = NULL;
      g_autoptr (SlExtraction) found = sl_extract (cases[i].text, strlen (cases[i].text), &options, NULL, &error);
      g_autofree char *proposed = NULL;

      g_assert_no_error (error);
      proposed = describe (found);
      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (proposed, ==, cases[i].proposed);
    }
}

/* Every passage's words are the words in the text, and the claim is made of them. */
static void
test_words (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SlExtractOptions options = { cases[i].language, "2025-11-20", NOW, NULL };
      g_autoptr (SlExtraction) found = sl_extract (cases[i].text, strlen (cases[i].text), &options, NULL, NULL);

      for (guint k = 0; k < found->proposals->len; k++)
        {
          const SlProposal *proposal = g_ptr_array_index (found->proposals, k);

          g_assert_cmpmem (proposal->text, strlen (proposal->text),
                           cases[i].text + proposal->span.start, sl_span_length (proposal->span));
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/suggestions/cases", test_cases);
  g_test_add_func ("/suggestions/words", test_words);
  return g_test_run ();
}
