/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Only in the executables of the helpers, not in their libraries: a locked-down process cannot start the
 * second process with which LeakSanitizer looks for leaks at exit. The same code is searched
 * for leaks by the tests, which call the libraries in their own process.
 */

const char *__asan_default_options (void);

const char *
__asan_default_options (void)
{
  return "detect_leaks=0";
}
