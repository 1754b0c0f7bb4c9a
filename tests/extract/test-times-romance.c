/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "time-cases.h"

static const TimeCase italian[] = {
  { "it", "2025-11-20", "Il mulino è bruciato domenica 16 novembre.", "domenica 16 novembre|2025-11-16|2025-11-16\n" },
  { "it", "2025-11-20", "Ieri è partito; due giorni fa era arrivato.", "Ieri|2025-11-19|2025-11-19\ndue giorni fa|2025-11-18|2025-11-18\n" },
};

static const TimeCase portuguese[] = {
  { "pt", "2025-11-20", "O moinho ardeu no domingo, 16 de novembro.", "domingo, 16 de novembro|2025-11-16|2025-11-16\n" },
  { "pt", "2025-11-20", "Ontem partiu; tinha chegado há dois dias.", "Ontem|2025-11-19|2025-11-19\nhá dois dias|2025-11-18|2025-11-18\n" },
};

static void
test_italian (void)
{
  time_cases_check (italian, G_N_ELEMENTS (italian));
}

static void
test_portuguese (void)
{
  time_cases_check (portuguese, G_N_ELEMENTS (portuguese));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/times-romance/italian", test_italian);
  g_test_add_func ("/times-romance/portuguese", test_portuguese);
  return g_test_run ();
}
