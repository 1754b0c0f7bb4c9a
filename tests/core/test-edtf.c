/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/sl-edtf.h"

#include "core/sl-when.h"

typedef struct
{
  const char *string;
  int         level;
  const char *earliest;  /* NULL: open */
  const char *latest;    /* inclusive; NULL: open */
} Reading;

static const Reading dates[] = {
  { "1985", 0, "1985-01-01T00:00:00Z", "1985-12-31T23:59:59Z" },
  { "1985-04", 0, "1985-04-01T00:00:00Z", "1985-04-30T23:59:59Z" },
  { "2024-02-29", 0, "2024-02-29T00:00:00Z", "2024-02-29T23:59:59Z" },
  { "0000", 0, "0000-01-01T00:00:00Z", "0000-12-31T23:59:59Z" },
  { "-0044-03-15", 1, "-0044-03-15T00:00:00Z", "-0044-03-15T23:59:59Z" },
  { "19", 0, "1900-01-01T00:00:00Z", "1999-12-31T23:59:59Z" },
  { "199", 2, "1990-01-01T00:00:00Z", "1999-12-31T23:59:59Z" },
  { "2001-21", 1, "2001-03-01T00:00:00Z", "2001-05-31T23:59:59Z" },
  { "2001-24", 1, "2001-12-01T00:00:00Z", "2002-02-28T23:59:59Z" },
  { "2001-30", 2, "2001-12-01T00:00:00Z", "2002-02-28T23:59:59Z" },
  { "2001-35", 2, "2001-07-01T00:00:00Z", "2001-09-30T23:59:59Z" },
  { "2001-38", 2, "2001-05-01T00:00:00Z", "2001-08-31T23:59:59Z" },
  { "2001-41", 2, "2001-07-01T00:00:00Z", "2001-12-31T23:59:59Z" },
  { "Y170000002", 1, "170000002-01-01T00:00:00Z", "170000002-12-31T23:59:59Z" },
  { "Y-17E7", 2, "-170000000-01-01T00:00:00Z", "-170000000-12-31T23:59:59Z" },
  { "1950S2", 2, "1950-01-01T00:00:00Z", "1950-12-31T23:59:59Z" },
  { "Y171010000S3", 2, "171010000-01-01T00:00:00Z", "171010000-12-31T23:59:59Z" },
};

static const Reading times[] = {
  { "1985-04-12T23:20:30", 0, "1985-04-12T23:20:30Z", "1985-04-12T23:20:30Z" },
  { "1985-04-12T23:20:30Z", 0, "1985-04-12T23:20:30Z", "1985-04-12T23:20:30Z" },
  { "1985-04-12T23:20:30-04", 0, "1985-04-13T03:20:30Z", "1985-04-13T03:20:30Z" },
  { "1985-04-12T23:20:30+04:30", 0, "1985-04-12T18:50:30Z", "1985-04-12T18:50:30Z" },
  { "1985-04-12T23:20:30.125+0430", 0, "1985-04-12T18:50:30Z", "1985-04-12T18:50:30Z" },
  { "1985-04-12T23:20", 0, "1985-04-12T23:20:00Z", "1985-04-12T23:20:59Z" },
  { "1985-04-12T24:00:00", 0, "1985-04-13T00:00:00Z", "1985-04-13T00:00:00Z" },
};

static const Reading vague[] = {
  { "1984?", 1, "1984-01-01T00:00:00Z", "1984-12-31T23:59:59Z" },
  { "2004-06-11%", 1, "2004-06-11T00:00:00Z", "2004-06-11T23:59:59Z" },
  { "2004-06~-11", 2, "2004-06-11T00:00:00Z", "2004-06-11T23:59:59Z" },
  { "?2004-06-~11", 2, "2004-06-11T00:00:00Z", "2004-06-11T23:59:59Z" },
  { "201X", 1, "2010-01-01T00:00:00Z", "2019-12-31T23:59:59Z" },
  { "2004-XX", 1, "2004-01-01T00:00:00Z", "2004-12-31T23:59:59Z" },
  { "2004-02-XX", 1, "2004-02-01T00:00:00Z", "2004-02-29T23:59:59Z" },
  { "1XXX-12", 2, "1000-12-01T00:00:00Z", "1999-12-31T23:59:59Z" },
  { "XXXX-11-25", 2, "0000-11-25T00:00:00Z", "9999-11-25T23:59:59Z" },
  { "190X-02-29", 2, "1904-02-29T00:00:00Z", "1908-02-29T23:59:59Z" },
  { "2016-05-X1", 2, "2016-05-01T00:00:00Z", "2016-05-31T23:59:59Z" },
  { "-01XX", 1, "-0199-01-01T00:00:00Z", "-0100-12-31T23:59:59Z" },
};

static const Reading intervals[] = {
  { "1964/2008", 0, "1964-01-01T00:00:00Z", "2008-12-31T23:59:59Z" },
  { "2004-02-01/2005", 0, "2004-02-01T00:00:00Z", "2005-12-31T23:59:59Z" },
  { "1985-04-12/..", 1, "1985-04-12T00:00:00Z", NULL },
  { "/1985-04-12", 1, NULL, "1985-04-12T23:59:59Z" },
  { "../..", 1, NULL, NULL },
  { "2025-11-21~/2025-11-30", 1, "2025-11-21T00:00:00Z", "2025-11-30T23:59:59Z" },
  { "2004-06-XX/2004-07-03", 2, "2004-06-01T00:00:00Z", "2004-07-03T23:59:59Z" },
  { "[1667,1668,1670..1672]", 2, "1667-01-01T00:00:00Z", "1672-12-31T23:59:59Z" },
  { "[..1760-12-03]", 2, NULL, "1760-12-03T23:59:59Z" },
  { "[1760-01, 1760-02, 1760-12..]", 2, "1760-01-01T00:00:00Z", NULL },
  { "{1960,1961-12}", 2, "1960-01-01T00:00:00Z", "1961-12-31T23:59:59Z" },
};

static void
check (const Reading *cases,
       gsize          count)
{
  for (gsize i = 0; i < count; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SlWhen) when = sl_when_new (cases[i].string, NULL, &error);
      g_autofree char *earliest = NULL;
      g_autofree char *latest = NULL;
      SlEdtf edtf;

      g_assert_no_error (error);
      earliest = sl_when_format_earliest (when);
      latest = sl_when_format_latest (when);
      g_assert_cmpstr (earliest, ==, cases[i].earliest);
      g_assert_cmpstr (latest, ==, cases[i].latest);
      g_assert_true (sl_edtf_parse (cases[i].string, &edtf, NULL));
      g_assert_cmpint (edtf.level, ==, cases[i].level);
    }
}

static void
test_dates (void)
{
  check (dates, G_N_ELEMENTS (dates));
}

static void
test_times (void)
{
  check (times, G_N_ELEMENTS (times));
}

static void
test_vague (void)
{
  check (vague, G_N_ELEMENTS (vague));
}

static void
test_intervals (void)
{
  check (intervals, G_N_ELEMENTS (intervals));
}

static void
test_qualifiers (void)
{
  static const struct
  {
    const char *string;
    gboolean uncertain;
    gboolean approximate;
  } cases[] = {
    { "1984", FALSE, FALSE },
    { "1984?", TRUE, FALSE },
    { "1984~", FALSE, TRUE },
    { "1984%", TRUE, TRUE },
    { "1984?/2004~", TRUE, TRUE },
    { "[1667,1668~]", FALSE, TRUE },
    { "1950S2", FALSE, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SlEdtf edtf;

      g_assert_true (sl_edtf_parse (cases[i].string, &edtf, NULL));
      g_assert_cmpint (edtf.uncertain, ==, cases[i].uncertain);
      g_assert_cmpint (edtf.approximate, ==, cases[i].approximate);
    }
}

/* An open end is not the same as one that is unknown. */
static void
test_open (void)
{
  static const struct
  {
    const char *string;
    gboolean start;
    gboolean end;
  } cases[] = {
    { "1984/2004", FALSE, FALSE },
    { "../2004", TRUE, FALSE },
    { "/2004", FALSE, FALSE },
    { "2004/..", FALSE, TRUE },
    { "2004/", FALSE, FALSE },
    { "../..", TRUE, TRUE },
    { "../", TRUE, FALSE },
    { "[..1760-12-03]", TRUE, FALSE },
    { "{1760,1762..}", FALSE, TRUE },
    { "[1760,1762]", FALSE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SlEdtf edtf;

      g_assert_true (sl_edtf_parse (cases[i].string, &edtf, NULL));
      g_assert_cmpint (edtf.open_start, ==, cases[i].start);
      g_assert_cmpint (edtf.open_end, ==, cases[i].end);
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *string;
    SlEdtfError code;
    const char *place; /* what the message says */
  } cases[] = {
    { "", SL_EDTF_ERROR_SYNTAX, "empty" },
    { "soon", SL_EDTF_ERROR_SYNTAX, "character 1" },
    { "2025-02-29", SL_EDTF_ERROR_SYNTAX, "character 9" },
    { "2025-13", SL_EDTF_ERROR_SYNTAX, "character 6" },
    { "2025-1-1", SL_EDTF_ERROR_SYNTAX, "character 6" },
    { "2025-11-23 ", SL_EDTF_ERROR_SYNTAX, "character 11" },
    { "12345", SL_EDTF_ERROR_SYNTAX, "character 1" },
    { "Y2025", SL_EDTF_ERROR_SYNTAX, "more than four" },
    { "-0000", SL_EDTF_ERROR_SYNTAX, "no sign" },
    { "156X-09-31", SL_EDTF_ERROR_SYNTAX, "no such day" },
    { "2004?~", SL_EDTF_ERROR_SYNTAX, "character 6" },
    { "2004-06-11T25:00:00", SL_EDTF_ERROR_SYNTAX, "no such hour" },
    { "2004-06-11T12:00:00-00:00", SL_EDTF_ERROR_SYNTAX, "time zone" },
    { "2004-06-11T12:00:00/2005", SL_EDTF_ERROR_SYNTAX, "without a time of day" },
    { "2005/2004", SL_EDTF_ERROR_RANGE, "ends before" },
    { "1/2/3", SL_EDTF_ERROR_SYNTAX, "character 1" },
    { "[1999", SL_EDTF_ERROR_SYNTAX, "not closed" },
    { "[1999}", SL_EDTF_ERROR_SYNTAX, "not closed" },
    { "{2002..2001}", SL_EDTF_ERROR_RANGE, "ends before" },
    { "{1987-10..1988}", SL_EDTF_ERROR_SYNTAX, "same precision" },
    { "[1999,..2000]", SL_EDTF_ERROR_SYNTAX, "first or the last" },
    { "Y9E99", SL_EDTF_ERROR_RANGE, "too far" },
    { "Y99999999999999999999999", SL_EDTF_ERROR_RANGE, "too large" },
    { "2025-11-2\xc3\xa9", SL_EDTF_ERROR_SYNTAX, "character 9" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      SlEdtf edtf;

      g_assert_false (sl_edtf_parse (cases[i].string, &edtf, &error));
      g_assert_error (error, SL_EDTF_ERROR, (int) cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].place));
    }
}

static void
test_long (void)
{
  g_autofree char *string = g_strnfill (SL_EDTF_MAX_LENGTH + 1, '1');
  g_autoptr (GError) error = NULL;
  SlEdtf edtf;

  g_assert_false (sl_edtf_parse (string, &edtf, &error));
  g_assert_error (error, SL_EDTF_ERROR, SL_EDTF_ERROR_SYNTAX);
}

static void
test_format (void)
{
  g_autofree char *day = sl_edtf_format_day ((SlDay) { 2025, 11, 3 });
  g_autofree char *month = sl_edtf_format_month (33, 21);
  g_autofree char *year = sl_edtf_format_year (-43);
  g_autofree char *far = sl_edtf_format_year (-12345);

  g_assert_cmpstr (day, ==, "2025-11-03");
  g_assert_cmpstr (month, ==, "0033-21");
  g_assert_cmpstr (year, ==, "-0043");
  g_assert_cmpstr (far, ==, "Y-12345");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/edtf/dates", test_dates);
  g_test_add_func ("/edtf/times", test_times);
  g_test_add_func ("/edtf/vague", test_vague);
  g_test_add_func ("/edtf/intervals", test_intervals);
  g_test_add_func ("/edtf/qualifiers", test_qualifiers);
  g_test_add_func ("/edtf/open", test_open);
  g_test_add_func ("/edtf/refused", test_refused);
  g_test_add_func ("/edtf/long", test_long);
  g_test_add_func ("/edtf/format", test_format);
  return g_test_run ();
}
