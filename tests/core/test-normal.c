/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/sl-normal.h"

static void
test_rules (void)
{
  const struct
  {
    const char *text;
    const char *normal;
  } rows[] = {
    { "", "" },
    { "  plain \t\n text\r\n", "plain text" },
    { "a\xc2\xa0"
      "b\xe2\x80\x89"
      "c\xe3\x80\x80"
      "d",
      "a b c d" },
    { "“Yes” and «yes» and „yes“", "\"Yes\" and \"yes\" and \"yes\"" },
    { "it’s ‘so’ ‹here›, комп’ютер, комп\xca\xbcютер", "it's 'so' 'here', комп'ютер, комп'ютер" },
    { "2019–2021 — a\xe2\x80\x91"
      "b \xe2\x88\x92 5",
      "2019-2021 - a-b - 5" },
    { "hy\xc2\xadphen zero\xe2\x80\x8bwidth \xef\xbb\xbf"
      "bom",
      "hyphen zerowidth bom" },
    { "o\xef\xac\x83"
      "ce \xef\xac\x81ve \xef\xac\x82oor",
      "office five floor" },
    { "cafe\xcc\x81 \xd0\xb8\xcc\x86", "café й" },
    { "\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab", "\xed\x95\x9c" },
    { "\xe2\x84\xab", "\xc3\x85" },
    { "cafe\xe2\x80\x8b\xcc\x81", "café" },
    /* What is not in the rules stays. */
    { "Straße STRASSE α … ... ½ x² ´ `", "Straße STRASSE α … ... ½ x² ´ `" },
    { "１４ men", "１４ men" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *normal = sl_normal_dup (rows[i].text, -1);
      g_autofree char *again = sl_normal_dup (normal, -1);

      g_assert_cmpstr (normal, ==, rows[i].normal);
      g_assert_cmpstr (again, ==, normal);
    }
}

static void
test_map (void)
{
  const struct
  {
    const char *text;
    gsize start;
    gsize end;
    gsize original_start;
    gsize original_end;
  } rows[] = {
    { "  one   two ", 0, 3, 2, 5 },   /* one */
    { "  one   two ", 4, 7, 8, 11 },  /* two */
    { "  one   two ", 3, 4, 5, 8 },   /* the space between */
    { "cafe\xcc\x81 au", 3, 4, 3, 5 },
    { "cafe\xcc\x81 au", 5, 7, 6, 8 },
    { "hy\xc2\xadphen", 2, 6, 3, 7 },
    { "o\xef\xac\x83"
      "ce",
      1, 2, 1, 2 },
    { "o\xef\xac\x83"
      "ce",
      4, 6, 2, 4 },
    { "one", 1, 1, 1, 1 },
    { "one ", 3, 3, 3, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SlNormal) normal = sl_normal_new (rows[i].text, -1);
      gsize start, end;

      sl_normal_to_original (normal, rows[i].start, rows[i].end, &start, &end);
      g_assert_cmpuint (start, ==, rows[i].original_start);
      g_assert_cmpuint (end, ==, rows[i].original_end);
      if (rows[i].start < rows[i].end)
        g_assert_cmpuint (sl_normal_from_original (normal, start), ==, rows[i].start);
    }
}

static void
test_length (void)
{
  g_autoptr (SlNormal) normal = sl_normal_new ("only this much", 9);
  gsize length;

  g_assert_cmpstr (sl_normal_get_text (normal, &length), ==, "only this");
  g_assert_cmpuint (length, ==, 9);
  g_assert_cmpuint (sl_normal_get_length_cp (normal), ==, 9);
  g_assert_cmpuint (sl_normal_from_original (normal, 100), ==, 9);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/normal/rules", test_rules);
  g_test_add_func ("/normal/map", test_map);
  g_test_add_func ("/normal/length", test_length);
  return g_test_run ();
}
