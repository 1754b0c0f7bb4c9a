/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "extract/sl-extraction.h"

#include "time-cases.h"

#include <string.h>

/* 2026-01-15 */
#define NOW 1768435200

static const TimeCase dates[] = {
  { "de", NULL, "Am 3. November 2025 schloss die Brücke. Danach kam niemand.", "3. November 2025|2025-11-03|2025-11-03\n" },
  { "de", NULL, "Am Sonntag, dem 23. November, schloss sie wieder.", "Sonntag, dem 23. November|2025-11-23|2025-11-23\n" },
  { "en", "2025-11-08", "A service will be held on Tuesday.", "Tuesday|2025-11-11|2025-11-11\n" },
  { "en", "2025-11-08", "The will was signed on Tuesday.", "Tuesday|2025-11-04|2025-11-04\n" },
  { "en", "2025-11-10", "It rose at 02:05 on 7 November.", "02:05 on 7 November|2025-11-07T02:05|2025-11-07T02:05\n" },
  { "en", "2025-11-10", "It rose between 02:05 and 02:50 on 7 November.", "between 02:05 and 02:50 on 7 November|2025-11-07|2025-11-07\n" },
  { "en", NULL, "The bridge opened on 3 March 1931.", "3 March 1931|1931-03-03|1931-03-03\n" },
  { "en", NULL, "It closed on March 3rd, 2009, for good.", "March 3rd, 2009|2009-03-03|2009-03-03\n" },
  { "en", NULL, "The file is dated 2019-07-04.", "2019-07-04|2019-07-04|2019-07-04\n" },
  { "en", NULL, "They met in September 2011.", "September 2011|2011-09|2011-09\n" },
  { "en", NULL, "They met in early September 2011.", "early September 2011|2011-09|2011-09-01/2011-09-10~\n" },
  { "en", NULL, "The firm was founded in 1987.", "1987|1987|1987\n" },
  { "en", NULL, "Prices rose in the 1970s.", "the 1970s|197|197X\n" },
  { "en", NULL, "The mill dates from the 18th century.", "the 18th century|17|17XX\n" },
  { "en", NULL, "Sales fell in the third quarter of 2012.", "the third quarter of 2012|2012-Q3|2012-35\n" },
  { "en", NULL, "Workers left in the spring of 1999.", "the spring of 1999|1999-SP|1999-21\n" },
  { "en", NULL, "The fair runs 4-7 June 2018.", "4|2018-06-04|2018-06-04/2018-06-07\n7 June 2018|2018-06-07|2018-06-04/2018-06-07\n" },
};

static const TimeCase without_reference[] = {
  /* 18 January is a Sunday in 2026, and "now" is three days before it. */
  { "en", NULL, "On Sunday, 18 January, the ferry sank.", "Sunday, 18 January|2026-01-18|2026-01-18\n" },
  { "en", NULL, "On Friday, 14 November, the ferry sank. Divers arrived on 16 November.", "Friday, 14 November|2025-11-14|2025-11-14\n16 November|2025-11-16|2025-11-16\n" },
  { "en", NULL, "Divers arrived on 2 January. The ferry had sunk on Tuesday, 30 December.", "2 January|2026-01-02|2026-01-02\nTuesday, 30 December|2025-12-30|2025-12-30\n" },
  { "en", NULL, "Divers arrived on 16 November.", "16 November|XXXX-11-16|XXXX-11-16\n" },
  /* Far from the dated day the tense tells the year, and nothing else does. */
  { "en", NULL, "On Friday, 14 November, the ferry sank. It was repaired in March.", "Friday, 14 November|2025-11-14|2025-11-14\nMarch|2025-03|2025-03\n" },
  { "en", NULL, "On Friday, 14 November, the ferry sank. It will be raised on 3 March.", "Friday, 14 November|2025-11-14|2025-11-14\n3 March|2026-03-03|2026-03-03\n" },
  { "en", NULL, "On Friday, 14 November, the ferry sank. Tides: 3 March.", "Friday, 14 November|2025-11-14|2025-11-14\n3 March|XXXX-03-03|XXXX-03-03\n" },
  { "en", NULL, "Divers arrived on Tuesday.", "Tuesday|XXXX-WXX-2|-\n" },
  { "en", NULL, "Divers arrived yesterday.", "yesterday|XXXX-XX-XX|-\n" },
};

static const TimeCase relative[] = {
  { "en", "2025-11-20", "The council met on Tuesday.", "Tuesday|2025-11-18|2025-11-18\n" },
  { "en", "2025-11-20", "The council will meet on Tuesday.", "Tuesday|2025-11-25|2025-11-25\n" },
  { "en", "2025-11-20", "The council met yesterday and meets again tomorrow.", "yesterday|2025-11-19|2025-11-19\ntomorrow|2025-11-21|2025-11-21\n" },
  { "en", "2025-11-20", "It was sold last week.", "last week|2025-W46|2025-11-10/2025-11-16\n" },
  { "en", "2025-11-20", "It was sold late last week.", "late last week|2025-W46|2025-11-14~/2025-11-16\n" },
  { "en", "2025-11-20", "It was sold early this month.", "early this month|2025-11|2025-11-01/2025-11-10~\n" },
  { "en", "2025-11-20", "It was sold early in the month.", "early in the month|2025-11|2025-11-01/2025-11-10~\n" },
  { "en", "2025-11-20", "It was sold two weeks ago.", "two weeks ago|2025-W45|2025-11-03/2025-11-09\n" },
  { "en", "2025-11-20", "It was sold in March.", "March|2025-03|2025-03\n" },
  { "en", "2025-02-20", "It was sold in December.", "December|2024-12|2024-12\n" },
  { "en", "2025-11-20", "It will be sold in the coming weeks.", "the coming weeks|PXW|2025-11-20/..\n" },
  { "en", "2025-11-20", "It rained on 3 November. Two days later the dam broke.", "3 November|2025-11-03|2025-11-03\nTwo days later|2025-11-05|2025-11-05\n" },
  { "en", "2025-11-20", "The vote took three hours.", "three hours|PT3H|-\n" },
  { "en", "2025-11-20", "It opens every Monday.", "every Monday|XXXX-WXX-1|-\n" },
  { "en", "2025-11-20", "It began at 3:30 p.m. on Tuesday.", "3:30 p.m. on Tuesday|2025-11-18T15:30|2025-11-18T15:30\n" },
};

/* A word before the date makes a bound of it; the value is still that of the date. */
static const TimeCase bounds[] = {
  { "en", "2025-11-20", "The treaty shall be signed before the end of 2026.", "the end of 2026|2026|../2026-12\n" },
  { "en", "2025-11-20", "The file must arrive by 25 November.", "25 November|2025-11-25|../2025-11-25\n" },
  { "en", "2025-11-20", "The road has been closed since 3 November.", "3 November|2025-11-03|2025-11-03/..\n" },
  { "en", "2025-11-20", "No later than May 2026 the lock opens.", "May 2026|2026-05|../2026-05\n" },
  { "en", "2025-11-20", "They met for the first time since May 2021.", "May 2021|2021-05|2021-05\n" },
  { "de", "2025-11-20", "Die Brücke bleibt bis zum 25. November gesperrt.", "25. November|2025-11-25|../2025-11-25\n" },
  { "uk", "2025-11-20", "Міст закрито до 25 листопада.", "25 листопада|2025-11-25|../2025-11-25\n" },
};

static const TimeCase none[] = {
  { "en", "2025-11-20", "The 28-point plan was cut to 19.", "" },
  { "en", "2025-11-20", "Article 5 is on page 12 of volume 3.", "" },
  { "en", "2025-11-20", "They may march against the sun.", "" },
  { "en", "2025-11-20", "“May be,” she said a second time. May this end well!", "" },
  { "en", "2025-11-20", "It cost $1999 or 2,000 euros, and 45% more for 17 buyers.", "" },
  { "en", "2025-11-20", "They won 3-2 and 21:19; call 555 1234 567.", "" },
  { "en", "2025-11-20", "Version 2.11.5 runs on the Model 1800.", "" },
  { "en", NULL, "Later, the minister spoke. It was previously denied. Following the talks, he left.", "" },
};

static const TimeCase languages[] = {
  { "de", "2025-11-20", "Am Sonntag, 16. November, brannte die Mühle.", "Sonntag, 16. November|2025-11-16|2025-11-16\n" },
  { "de", "2025-11-20", "Vor zwei Tagen kam sie, gestern ging sie.", "Vor zwei Tagen|2025-11-18|2025-11-18\ngestern|2025-11-19|2025-11-19\n" },
  { "de", "2025-11-20", "Anfang November wurde verhandelt.", "Anfang November|2025-11|2025-11-01/2025-11-10~\n" },
  { "uk", "2025-11-20", "У неділю, 16 листопада, згорів млин.", "неділю, 16 листопада|2025-11-16|2025-11-16\n" },
  { "uk", "2025-11-20", "Учора він приїхав, а два дні тому поїхав.", "Учора|2025-11-19|2025-11-19\nдва дні тому|2025-11-18|2025-11-18\n" },
  { "uk", "2025-11-20", "Через три дні він повернеться.", "Через три дні|2025-11-23|2025-11-23\n" },
  { "ru", "2025-11-20", "Вчера он уехал, а два дня назад приехал.", "Вчера|2025-11-19|2025-11-19\nдва дня назад|2025-11-18|2025-11-18\n" },
  { "fr", "2025-11-20", "Le moulin a brûlé le dimanche 16 novembre.", "dimanche 16 novembre|2025-11-16|2025-11-16\n" },
  { "es", "2025-11-20", "El molino ardió el domingo 16 de noviembre.", "domingo 16 de noviembre|2025-11-16|2025-11-16\n" },
  { "uk", NULL, "Завод збудували 1931 року.", "1931 року|1931|1931\n" },
};

static void
test_dates (void)
{
  time_cases_check (dates, G_N_ELEMENTS (dates));
}

static void
test_without_reference (void)
{
  time_cases_check (without_reference, G_N_ELEMENTS (without_reference));
}

static void
test_relative (void)
{
  time_cases_check (relative, G_N_ELEMENTS (relative));
}

static void
test_bounds (void)
{
  time_cases_check (bounds, G_N_ELEMENTS (bounds));
}

static void
test_none (void)
{
  time_cases_check (none, G_N_ELEMENTS (none));
}

static void
test_languages (void)
{
  time_cases_check (languages, G_N_ELEMENTS (languages));
}

/* What is not said is not guessed, and what is done is explained. */
static void
test_reasons (void)
{
  static const struct
  {
    const char *reference;
    const char *text;
    const char *reason;
  } cases[] = {
    { NULL, "On Friday, 14 November, it rained.", "the weekday fixes the year" },
    { NULL, "On 14 November it rained.", "the year is not known" },
    { NULL, "It rained yesterday.", "the day of publication is not known" },
    { "2025-11-20", "It rained on Tuesday.", "relative to publication, past tense" },
    { "2025-11-20", "It will rain on Tuesday.", "relative to publication, future tense" },
    { "2025-11-20", "It rained in 1931.", "stated in the text" },
    { "2025-11-20", "On Friday, 16 November, it rained.", "the weekday does not fit the date; nearest to publication" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SlExtractOptions options = { "en", cases[i].reference, NOW, NULL };
      g_autoptr (SlExtraction) found = sl_extract (cases[i].text, strlen (cases[i].text), &options, NULL, NULL);

      g_assert_cmpuint (found->times->len, ==, 1);
      g_assert_cmpstr (((SlTimex *) g_ptr_array_index (found->times, 0))->when->reason, ==, cases[i].reason);
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *reference;
    const char *text;
    int code;
  } cases[] = {
    { "last summer", "Words.", SL_EXTRACT_ERROR_REFERENCE },
    { NULL, "Words \xff.", SL_EXTRACT_ERROR_TEXT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SlExtractOptions options = { "en", cases[i].reference, NOW, NULL };
      g_autoptr (GError) error = NULL;

      g_assert_null (sl_extract (cases[i].text, strlen (cases[i].text), &options, NULL, &error));
      g_assert_error (error, SL_EXTRACT_ERROR, cases[i].code);
    }
}

static void
test_cancelled (void)
{
  SlExtractOptions options = { "en", NULL, NOW, NULL };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (sl_extract ("Words.", 6, &options, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/times/dates", test_dates);
  g_test_add_func ("/times/without-reference", test_without_reference);
  g_test_add_func ("/times/relative", test_relative);
  g_test_add_func ("/times/bounds", test_bounds);
  g_test_add_func ("/times/none", test_none);
  g_test_add_func ("/times/languages", test_languages);
  g_test_add_func ("/times/reasons", test_reasons);
  g_test_add_func ("/times/refused", test_refused);
  g_test_add_func ("/times/cancelled", test_cancelled);
  return g_test_run ();
}
