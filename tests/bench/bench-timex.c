/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The price of reading an article: times, speakers and proposals of a text as long as a long one. */

#include "extract/sl-extraction.h"

#include <string.h>

#define ROUNDS 40

/* News as it is: most sentences hold neither a time nor a speaker. */
static const char paragraph[] = "On Sunday, 16 November, the keepers of both lighthouses met on the pier, where a table had been set. "
                                "Nobody had brought a chair. The wind had turned in the night and the ropes were stiff with salt. "
                                "“We are not here to sell the lamp,” the harbour master, Ida Holm, said. “We are here to count the gulls.” "
                                "The ministry denied that the fog horn would be moved, and said that a report was due early next month.\n"
                                "The Harbour Herald reported last week, citing two people who had seen the ledger, that the old lamp had burned for 31 hours. "
                                "According to the paper, a third of the oil was never delivered. The island has a school, a chapel and a shop. "
                                "It was previously reported that the ferry would stop running in the winter of 2026. "
                                "The captain, who has sailed the strait since 1998, did not want to talk about it.\n";

int
main (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  SlExtractOptions options = { "en", "2025-11-20", 1768435200, NULL };
  g_autoptr (SlExtraction) found = NULL;

  for (guint i = 0; i < ROUNDS; i++)
    g_string_append (text, paragraph);
  found = sl_extract (text->str, text->len, &options, NULL, NULL);

  /* Printed, so that no compiler takes the work for useless. */
  g_print ("%zu bytes: %u times, %u attributions, %u proposals\n", text->len, found->times->len, found->attributions->len, found->proposals->len);
  return 0;
}
