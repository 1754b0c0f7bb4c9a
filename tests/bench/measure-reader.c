/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A warm reader on many pages, as "build-aux/dev bench extract" times it: text, metadata and offsets of each. */

#include "reader/sl-reader.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

static double
cpu_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

/* Reads a page and prints what it cost, threads included, and what came out of it. */
static void
read_page (SlReader *reader,
           GBytes   *bytes,
           gboolean  quiet)
{
  SlReadRequest request = { .bytes = bytes, .content_type = "text/html" };
  double before = cpu_seconds ();
  g_autoptr (SlReading) reading = sl_reader_read (reader, &request, NULL);
  double seconds = cpu_seconds () - before;
  g_autoptr (GVariant) all = reading != NULL ? g_variant_ref_sink (sl_reading_to_variant (reading)) : NULL;
  g_autofree char *digest = NULL;

  if (quiet)
    return;
  digest = all != NULL ? g_compute_checksum_for_data (G_CHECKSUM_SHA1, g_variant_get_data (all), g_variant_get_size (all)) : g_strdup ("-");
  g_print ("%zu %.6f %zu %s\n", g_bytes_get_size (bytes), seconds, reading != NULL ? strlen (reading->text) : 0, digest);
}

/* measure-reader WARM FILE…: reads WARM pages, then all of them in order; for each a line with its bytes, seconds of CPU,
 * bytes of text, and a digest of all that was read. */
int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlReader) reader = sl_reader_new (&error);
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  if (argc < 3 || reader == NULL)
    return 2;
  for (int i = 2; i < argc; i++)
    {
      g_autofree char *contents = NULL;
      gsize size;

      if (!g_file_get_contents (argv[i], &contents, &size, &error))
        {
          g_printerr ("measure-reader: %s\n", error->message);
          return 1;
        }
      g_ptr_array_add (pages, g_bytes_new_take (g_steal_pointer (&contents), size));
    }
  for (int i = 0; i < atoi (argv[1]); i++)
    read_page (reader, g_ptr_array_index (pages, (guint) i % pages->len), TRUE);
  for (guint i = 0; i < pages->len; i++)
    read_page (reader, g_ptr_array_index (pages, i), FALSE);
  return 0;
}
