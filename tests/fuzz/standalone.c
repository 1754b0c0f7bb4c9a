/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Stands in for libFuzzer: gives every file of the folders named on the command line to the target
 * once, in the order of their names, so that any compiler replays what the fuzzer found. */

#include <stdint.h>
#include <string.h>

#include <glib.h>

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

static void
replay_file (const char *path)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  if (!g_file_get_contents (path, &contents, &length, &error))
    g_error ("%s", error->message);

  /* An exact copy: a read past the end is then seen by the sanitizer. */
  g_autofree uint8_t *copy = g_memdup2 (contents, length);
  g_printerr ("%s\n", path);
  LLVMFuzzerTestOneInput (copy, length);
}

static int
compare_paths (const void *a,
               const void *b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static unsigned
replay_folder (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (dir == NULL)
    g_error ("%s", error->message);

  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, compare_paths);

  for (unsigned i = 0; i < paths->len; i++)
    replay_file (g_ptr_array_index (paths, i));
  return paths->len;
}

int
main (int    argc,
      char **argv)
{
  unsigned replayed = 0;

  for (int i = 1; i < argc; i++)
    replayed += replay_folder (argv[i]);

  /* An empty corpus proves nothing and shall not pass for a test. */
  g_printerr ("%u inputs replayed\n", replayed);
  return replayed > 0 ? 0 : 1;
}
