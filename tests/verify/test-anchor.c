/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "verify/sl-anchor.h"

static const char article[] = "The harbour was closed on Monday.\n\n"
                              "“At least 14 people were hurt when the crane fell,” the port authority said. "
                              "The minister called it a tragedy. Nobody knows why the crane fell. "
                              "Later the minister called it a crime. The repair will cost 14,500 crowns, or 2.14 per cent of the budget.";

typedef struct
{
  const char *exact;
  const char *prefix;
  const char *suffix;
  gint64      start_cp;
  SlVerdict   verdict;
  const char *found;       /* what stands there; NULL when absent */
  gint64      at;          /* where it has to start; -1: do not care */
  const char *difference;  /* NULL: do not care */
} Row;

static const Row rows[] = {
  /* Exact, also under other typography. */
  { "the port authority said", NULL, NULL, -1, SL_VERDICT_VERBATIM, "the port authority said", -1, NULL },
  { "\"At least 14 people", NULL, NULL, -1, SL_VERDICT_VERBATIM, "“At least 14 people", -1, NULL },
  { "closed on Monday. \"At least", NULL, NULL, -1, SL_VERDICT_VERBATIM, "closed on Monday.\n\n“At least", -1, NULL },
  { "  the port  authority said ", NULL, NULL, -1, SL_VERDICT_VERBATIM, "the port authority said", -1, NULL },

  /* Several places: context chooses, then position, then the first. */
  { "the crane fell", NULL, NULL, -1, SL_VERDICT_VERBATIM, "the crane fell", 70, NULL },
  { "the crane fell", "knows why ", NULL, -1, SL_VERDICT_VERBATIM, "the crane fell", 163, NULL },
  { "the crane fell", NULL, ". Later", -1, SL_VERDICT_VERBATIM, "the crane fell", 163, NULL },
  { "the crane fell", NULL, NULL, 150, SL_VERDICT_VERBATIM, "the crane fell", 163, NULL },
  { "the crane fell", "knows why ", NULL, 69, SL_VERDICT_VERBATIM, "the crane fell", 163, NULL },

  /* Short words need to be unique. */
  { "minister", NULL, NULL, -1, SL_VERDICT_ABSENT, NULL, -1, NULL },
  { "minister", "Later the ", NULL, -1, SL_VERDICT_VERBATIM, "minister", 189, NULL },
  { "harbour", NULL, NULL, -1, SL_VERDICT_VERBATIM, "harbour", 4, NULL },
  { "harbur", NULL, NULL, -1, SL_VERDICT_ABSENT, NULL, -1, NULL },

  /* A figure is a whole figure. */
  { "14", NULL, NULL, -1, SL_VERDICT_VERBATIM, "14", 45, NULL },
  { "The repair will cost 14", NULL, NULL, -1, SL_VERDICT_ALTERED, "The repair will cost 14,500", -1, "The repair will cost [-14-]{+14,500+}" },
  { "The repair will cost 14", NULL, ",500 crowns", -1, SL_VERDICT_VERBATIM, "The repair will cost 14", -1, NULL },
  { "500 crowns", "will cost 14,", NULL, -1, SL_VERDICT_VERBATIM, "500 crowns", -1, NULL },
  { "500 crowns", NULL, NULL, -1, SL_VERDICT_ABSENT, NULL, -1, NULL },

  /* One changed figure is altered, never found. */
  { "At least 41 people were hurt when the crane fell", "“", ",” the port", 36, SL_VERDICT_ALTERED,
    "At least 14 people were hurt when the crane fell", -1, "At least [-41-]{+14+} people were hurt when the crane fell" },
  { "At least 14 people were killed when the crane fell", NULL, NULL, -1, SL_VERDICT_ALTERED,
    "At least 14 people were hurt when the crane fell", -1, "At least 14 people were [-killed-]{+hurt+} when the crane fell" },
  { "at least 14 people were hurt", NULL, NULL, -1, SL_VERDICT_ALTERED,
    "At least 14 people were hurt", -1, "[-at-]{+At+} least 14 people were hurt" },

  /* Left-out words, as marked. */
  { "At least 14 people were hurt … the port authority said", NULL, NULL, -1, SL_VERDICT_VERBATIM,
    "At least 14 people were hurt when the crane fell,” the port authority said", -1, NULL },
  { "The harbour [...] the crane fell", NULL, NULL, -1, SL_VERDICT_VERBATIM,
    "The harbour was closed on Monday.\n\n“At least 14 people were hurt when the crane fell", -1, NULL },
  { "…the minister called it a crime...", NULL, NULL, -1, SL_VERDICT_VERBATIM, "the minister called it a crime", -1, NULL },
  { "the port authority said … The harbour was closed", NULL, NULL, -1, SL_VERDICT_ABSENT, NULL, -1, NULL },

  { "At least 14 people were hurt … and two of them died in hospital", NULL, NULL, -1, SL_VERDICT_ABSENT, NULL, -1, NULL },

  /* Words at the borders: replaced ones are in, others stay out, and the end of a sentence parts them. */
  { "Every harbour was closed on Monday", NULL, NULL, -1, SL_VERDICT_ALTERED,
    "The harbour was closed on Monday", 0, "[-Every-]{+The+} harbour was closed on Monday" },
  { "The harbour was closed on Friday.", NULL, NULL, -1, SL_VERDICT_ALTERED,
    "The harbour was closed on Monday.", 0, "The harbour was closed on [-Friday-]{+Monday+}." },
  { "Yesterday the minister called it a tragedy.", NULL, NULL, -1, SL_VERDICT_ALTERED,
    "The minister called it a tragedy.", -1, "[-Yesterday the-]{+The+} minister called it a tragedy." },
  { "minister called it a crime at noon", NULL, NULL, -1, SL_VERDICT_ALTERED,
    "minister called it a crime", -1, "minister called it a crime[- at noon-]" },
  { "whythe crane fell. Laterthe minister", NULL, NULL, -1, SL_VERDICT_ALTERED,
    "why the crane fell. Later the minister", -1, NULL },

  /* The context on both sides gives the borders of what was rewritten. */
  { "Then the mayor named it a great tragedy.", "the port authority said. ", " Nobody knows why the", -1, SL_VERDICT_ALTERED,
    "The minister called it a tragedy.", -1, NULL },

  /* It stands there without the words: they are absent, whatever else is like them. */
  { "The minister called it a crisis.", "The harbour was closed on Monday. ", " “At least 14 people were", -1, SL_VERDICT_ABSENT, NULL, -1, NULL },
  { "The minister named this a tragedy.", "The harbour was closed on Monday. ", NULL, -1, SL_VERDICT_ABSENT, NULL, -1, NULL },

  /* Moved: exactly the words, and what stood beside them is elsewhere. Context that is nowhere tells nothing. */
  { "The minister called it a tragedy.", "The harbour was closed on Monday. ", NULL, -1, SL_VERDICT_MOVED,
    "The minister called it a tragedy.", -1, NULL },
  { "The minister called it a tragedy.", NULL, " or 2.14 per cent of the budget.", 4, SL_VERDICT_MOVED,
    "The minister called it a tragedy.", -1, NULL },
  { "The minister called it a tragedy.", "The harbour was closed on Monday. ", " Nobody knows why the crane fell.", -1, SL_VERDICT_VERBATIM,
    "The minister called it a tragedy.", -1, NULL },
  { "The minister called it a tragedy.", "Flags were at half-mast today. ", NULL, -1, SL_VERDICT_VERBATIM,
    "The minister called it a tragedy.", -1, NULL },

  /* Not there. */
  { "The company has paid every fine that the court imposed", NULL, NULL, -1, SL_VERDICT_ABSENT, NULL, -1, NULL },
  { "", NULL, NULL, -1, SL_VERDICT_ABSENT, NULL, -1, NULL },
  { " \n ", NULL, NULL, 5, SL_VERDICT_ABSENT, NULL, -1, NULL },
};

static void
test_locate (void)
{
  g_autoptr (SlNormal) text = sl_normal_new (article, -1);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const Row *row = &rows[i];
      SlAnchorSelector selector = { row->exact, row->prefix, row->suffix, row->start_cp };
      g_autoptr (SlAnchor) anchor = sl_anchor_locate (text, &selector, NULL);

      g_test_message ("%s", row->exact);
      g_assert_cmpstr (sl_verdict_to_string (anchor->verdict), ==, sl_verdict_to_string (row->verdict));
      if (row->found != NULL)
        {
          g_autofree char *found = g_utf8_substring (article, (long) anchor->start_cp, (long) anchor->end_cp);

          g_assert_cmpstr (found, ==, row->found);
        }
      else
        g_assert_cmpuint (anchor->end_cp, ==, 0);
      if (row->at >= 0)
        g_assert_cmpuint (anchor->start_cp, ==, row->at);
      if (row->difference != NULL)
        g_assert_cmpstr (anchor->difference->marked, ==, row->difference);
      g_assert_true ((anchor->difference != NULL) == (anchor->verdict == SL_VERDICT_ALTERED));
    }
}

static guint
distance (const char *a,
          const char *b)
{
  g_autofree guint *row = g_new (guint, strlen (b) + 1);

  for (guint j = 0; j <= strlen (b); j++)
    row[j] = j;
  for (guint i = 1; i <= strlen (a); i++)
    {
      guint diagonal = row[0];

      row[0] = i;
      for (guint j = 1; j <= strlen (b); j++)
        {
          guint above = row[j];

          row[j] = MIN (MIN (row[j], row[j - 1]) + 1, diagonal + (a[i - 1] != b[j - 1]));
          diagonal = above;
        }
    }
  return row[strlen (b)];
}

/* Long quotations go over several words of bits: the number of edits has to agree with the plain table. */
static void
test_edits_of_long_quotes (void)
{
  GString *text = g_string_new (NULL);
  guint32 state = 3;

  for (int i = 0; i < 900; i++)
    {
      state = state * 1664525 + 1013904223;
      g_string_append_c (text, "etaoin shrdlu"[(state >> 16) % 13]);
    }
  g_autoptr (SlNormal) normal = sl_normal_new (text->str, -1);
  const char *plain = sl_normal_get_text (normal, NULL);

  for (guint length = 60; length <= 260; length += 20)
    {
      g_autofree char *quote = g_strndup (plain + 300, length);

      for (guint i = 5; i < length; i += 17)
        quote[i] = '#';
      SlAnchorSelector selector = { quote, NULL, NULL, -1 };
      g_autoptr (SlAnchor) anchor = sl_anchor_locate (normal, &selector, NULL);

      g_autofree char *found = sl_normal_dup (text->str + anchor->start_cp, (gssize) (anchor->end_cp - anchor->start_cp));
      g_autofree char *looked_for = sl_normal_dup (quote, -1);
      g_assert_cmpint (anchor->verdict, ==, SL_VERDICT_ALTERED);
      g_assert_cmpuint (anchor->edits, >=, (length - 5 + 16) / 17);
      g_assert_cmpuint (distance (looked_for, found), <=, anchor->edits);
    }
  g_string_free (text, TRUE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/anchor/locate", test_locate);
  g_test_add_func ("/anchor/edits-of-long-quotes", test_edits_of_long_quotes);
  return g_test_run ();
}
