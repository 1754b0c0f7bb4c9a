/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "time-cases.h"

static const TimeCase compounds[] = {
  { "de", "2025-11-20", "Am Montagabend brannte die Mühle.", "Montagabend|2025-11-17TEV|2025-11-17\n" },
  { "de", "2025-11-20", "Am gestrigen Mittwochmorgen brannte sie.", "gestrigen Mittwochmorgen|2025-11-19TMO|2025-11-19\n" },
  { "de", "2025-11-20", "Die Montagsdemonstration und der Sonntagsbraten fielen aus.", "" },
  { "de", "2025-11-20", "Zum Jahresende schließt das Werk, zu Wochenbeginn öffnete es.", "Jahresende|2025|2025-09~/2025-12\nWochenbeginn|2025-W47|2025-11-17/2025-11-19~\n" },
  { "de", "2025-11-20", "Im Vorjahr und im Folgejahr regnete es.", "Vorjahr|2024|2024\nFolgejahr|2025|2025\n" },
  { "de", "2025-11-20", "Im Spätsommer 2010 wurde gebaut.", "Spätsommer 2010|2010-SU|2010-08-01~/2010-08-31\n" },
  { "de", "2025-11-20", "Es dauerte dreihundertfünfundzwanzig Tage.", "dreihundertfünfundzwanzig Tage|P325D|-\n" },
  { "de", "2025-11-20", "Am einundzwanzigsten März taute es.", "einundzwanzigsten März|2025-03-21|2025-03-21\n" },
  { "de", "2025-11-20", "Jahrelang war Ruhe.", "Jahrelang|PXY|-\n" },
};

static const TimeCase dates[] = {
  { "de", "2025-11-20", "Am 3. Mai vergangenen Jahres begann es, im Juli dieses Jahres endete es.", "3. Mai vergangenen Jahres|2024-05-03|2024-05-03\nJuli dieses Jahres|2025-07|2025-07\n" },
  { "de", "2025-11-20", "Am 14. und 15. Juli 2024 war Markt.", "14.|2024-07-14|{2024-07-14,2024-07-15}\n15. Juli 2024|2024-07-15|{2024-07-14,2024-07-15}\n" },
  { "de", "2025-11-20", "Der Markt ist am 14. oder 15. Juli 2026.", "14.|2026-07-14|[2026-07-14,2026-07-15]\n15. Juli 2026|2026-07-15|[2026-07-14,2026-07-15]\n" },
  { "de", "2025-11-20", "Am 28.10. und am 3.4.2012 war Markt.", "28.10.|2025-10-28|2025-10-28\n3.4.2012|2012-04-03|2012-04-03\n" },
  { "de", "2025-11-20", "Am Fr., 14. November, kam der Bote.", "Fr., 14. November|2025-11-14|2025-11-14\n" },
  { "de", "2025-11-20", "Im Jänner schneite es, im Feber auch.", "Jänner|2025-01|2025-01\nFeber|2025-02|2025-02\n" },
  { "de", "2025-11-20", "Vom 5. bis 22. November war geöffnet.", "5.|2025-11-05|2025-11-05/2025-11-22\n22. November|2025-11-22|2025-11-05/2025-11-22\n" },
  { "de", "2025-11-20", "In der Saison 2006/07 gewann der Verein.", "2006|2006|2006/2007\n07|2007|2006/2007\n" },
  { "de", "2025-11-20", "Der Hof, 1928 erbaut, brannte 1960 nieder.", "1928|1928|1928\n1960|1960|1960\n" },
  { "de", "2025-11-20", "Anfang der neunziger Jahre wuchs die Stadt, in den 1920er-Jahren nicht.", "Anfang der neunziger Jahre|199|1990/1993~\n1920er-Jahren|192|192X\n" },
  { "de", "2025-11-20", "Mitte des 19. Jahrhunderts stand hier ein Tor.", "Mitte des 19. Jahrhunderts|18|1833~/1866~\n" },
  { "de", "2025-11-20", "Er starb 44 v. Chr. in Rom.", "44 v. Chr.|BC0044|-0043\n" },
  { "de", "2025-11-20", "Samstag vergangener Woche war es still.", "Samstag vergangener Woche|2025-11-15|2025-11-15\n" },
  { "de", "2025-11-20", "Am Wochenende wurde gewählt.", "Wochenende|2025-W46-WE|2025-11-15/2025-11-16\n" },
  { "de", "2025-11-20", "Die Sitzung findet am Dienstag statt.", "Dienstag|2025-11-25|2025-11-25\n" },
  { "de", "2025-11-20", "Heuer ist das Fest kleiner als im vergangenen Jahr.", "Heuer|2025|2025\nvergangenen Jahr|2024|2024\n" },
  { "de", "2025-11-20", "Am Karfreitag 2014 war Messe, am ersten Advent wird eine sein.", "Karfreitag 2014|2014-04-18|2014-04-18\nersten Advent|2025-11-30|2025-11-30\n" },
  { "de", "2025-11-20", "Am Tag darauf kam er, tags zuvor nicht.", "Am Tag darauf|2025-11-21|2025-11-21\ntags zuvor|2025-11-20|2025-11-20\n" },
};

static const TimeCase clocks[] = {
  { "de", "2025-11-20", "Die Halle wird am 3. März um 20.30 Uhr eröffnet.", "3. März|2026-03-03|2026-03-03\n20.30 Uhr|2026-03-03T20:30|2026-03-03T20:30\n" },
  { "de", "2025-11-20", "Gestern um halb acht läutete es, um 18 Uhr 12 wieder.", "Gestern|2025-11-19|2025-11-19\nhalb acht|2025-11-19T07:30|2025-11-19T07:30\n18 Uhr 12|2025-11-19T18:12|2025-11-19T18:12\n" },
  { "de", "2025-11-20", "Um 18 Uhr ein Knall, um 8 Uhr abends noch einer.", "18 Uhr|2025-11-20T18:00|2025-11-20T18:00\n8 Uhr abends|2025-11-20T20:00|2025-11-20T20:00\n" },
};

static const TimeCase lengths[] = {
  /* Counted in days a distance is a date; else the value stays a length and EDTF tells where it leads. */
  { "de", "2025-11-20", "Vor drei Tagen kam er.", "Vor drei Tagen|2025-11-17|2025-11-17\n" },
  { "de", "2025-11-20", "Vor zehn Jahren kam er.", "Vor zehn Jahren|P10Y|2015\n" },
  { "de", "2025-11-20", "In zwei Jahren wurde das Haus gebaut.", "In zwei Jahren|P2Y|-\n" },
  { "de", "2025-11-20", "Seit drei Jahren wird gebaut, seit Monaten gestritten.", "drei Jahren|P3Y|2022-11-20~/..\nMonaten|PXM|../2025-11-20\n" },
  { "de", "2025-11-20", "Ein halbes Jahr, eine halbe Stunde, zweieinhalb Stunden.", "Ein halbes Jahr|P6M|-\neine halbe Stunde|PT30M|-\nzweieinhalb Stunden|PT2H30M|-\n" },
  { "de", "2025-11-20", "In den vergangenen Jahren wuchs der Wald.", "den vergangenen Jahren|PXY|../2025-11-20\n" },
  { "de", "2025-11-20", "Der 38-jährige Lehrer, eine dreijährige Ausbildung, das 50-jährige Bestehen.", "dreijährige|P3Y|-\n50-jährige|P50Y|-\n" },
  { "de", "2025-11-20", "Jeden zweiten Tag, montags und alle zwei Wochen ist Probe.", "Jeden zweiten Tag|P2D|-\nmontags|XXXX-WXX-1|-\nalle zwei Wochen|P2W|-\n" },
  { "de", "2025-11-20", "Jeden letzten Samstag im Monat ist Markt.", "Jeden letzten Samstag im Monat|P1M|-\n" },
};

static const TimeCase none[] = {
  { "de", "2025-11-20", "Herr März und Frau Sommer gewannen 3:1.", "" },
  { "de", "2025-11-20", "Artikel 5, Seite 12, der 28-Punkte-Plan, Version 2.1. und Zimmer 1912.", "" },
  { "de", "2025-11-20", "Es waren 1500 Euro und rund 2000 Menschen.", "" },
  { "de", "2025-11-20", "Kinder unter 16 Jahren, 17 Jahre alt, im Alter von 12 Jahren.", "" },
  { "de", "2025-11-20", "So sah er aus: Do, re, mi.", "" },
  { "de", "2025-11-20", "Guten Morgen, guten Abend.", "" },
};

static const TimeCase dutch[] = {
  { "nl", "2025-11-20", "De molen brandde zondag 16 november af.", "zondag 16 november|2025-11-16|2025-11-16\n" },
  { "nl", "2025-11-20", "Gisteren vertrok hij, twee dagen geleden kwam hij.", "Gisteren|2025-11-19|2025-11-19\ntwee dagen geleden|2025-11-18|2025-11-18\n" },
  { "nl", "2025-11-20", "Op negenentwintig mei sneeuwde het, maandagmiddag regende het.", "negenentwintig mei|2025-05-29|2025-05-29\nmaandagmiddag|2025-11-17TAF|2025-11-17\n" },
  { "nl", "2025-11-20", "De vergadering begint vanavond om half acht.", "vanavond|2025-11-20TEV|2025-11-20\nhalf acht|2025-11-20T07:30|2025-11-20T07:30\n" },
  { "nl", "2025-11-20", "In maart 2014 en sinds de jaren 90 was het droog.", "maart 2014|2014-03|2014-03\nde jaren 90|199|199X\n" },
};

static void
test_compounds (void)
{
  time_cases_check (compounds, G_N_ELEMENTS (compounds));
}

static void
test_dates (void)
{
  time_cases_check (dates, G_N_ELEMENTS (dates));
}

static void
test_clocks (void)
{
  time_cases_check (clocks, G_N_ELEMENTS (clocks));
}

static void
test_lengths (void)
{
  time_cases_check (lengths, G_N_ELEMENTS (lengths));
}

static void
test_none (void)
{
  time_cases_check (none, G_N_ELEMENTS (none));
}

static void
test_dutch (void)
{
  time_cases_check (dutch, G_N_ELEMENTS (dutch));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/times-german/compounds", test_compounds);
  g_test_add_func ("/times-german/dates", test_dates);
  g_test_add_func ("/times-german/clocks", test_clocks);
  g_test_add_func ("/times-german/lengths", test_lengths);
  g_test_add_func ("/times-german/none", test_none);
  g_test_add_func ("/times-german/dutch", test_dutch);
  return g_test_run ();
}
