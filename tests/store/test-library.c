/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "sample.h"
#include "store/sl-library.h"

static SlLibrary *
make_library (const char *name)
{
  g_autofree char *folder = sample_make_path (name);

  return sl_library_new (folder);
}

static char *
create (SlLibrary  *library,
        const char *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlCase) made = sl_library_create (library, title, SAMPLE_NOW, &error);
  char *path;

  g_assert_no_error (error);
  path = g_strdup (sl_case_get_path (made));
  g_assert_true (sl_case_close (made, &error));
  return path;
}

typedef struct
{
  const char *title;
  const char *file;
} Naming;

static const Naming namings[] = {
  { "Bridge", "Bridge.sourceline" },
  { "Bridge", "Bridge 2.sourceline" },
  { "Bridge", "Bridge 3.sourceline" },
  { "../../etc/passwd", "etc passwd.sourceline" },
  { ".hidden", "hidden.sourceline" },
  { "a/b\\c:d", "a b c d.sourceline" },
  { "line\nbreak", "line break.sourceline" },
  { "  ", "Case.sourceline" },
  { "", "Case 2.sourceline" },
  { "Міст", "Міст.sourceline" },
};

static void
test_names (void)
{
  g_autoptr (SlLibrary) library = make_library ("names");
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;

  entries = sl_library_list (library, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 0);
  g_clear_pointer (&entries, g_ptr_array_unref);

  for (gsize i = 0; i < G_N_ELEMENTS (namings); i++)
    {
      g_autofree char *path = create (library, namings[i].title);
      g_autofree char *file = g_path_get_basename (path);

      g_assert_cmpstr (file, ==, namings[i].file);
    }

  entries = sl_library_list (library, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, G_N_ELEMENTS (namings));
}

static void
test_long_name (void)
{
  g_autoptr (SlLibrary) library = make_library ("long");
  g_autofree char *title = g_strnfill (5000, 'x');
  g_autofree char *path = create (library, title);
  g_autofree char *file = g_path_get_basename (path);

  g_assert_cmpuint (strlen (file), <, 200);
}

static void
test_import (void)
{
  g_autoptr (SlLibrary) here = make_library ("here");
  g_autoptr (SlLibrary) there = make_library ("there");
  g_autofree char *path = create (there, "Bridge");
  g_autofree char *copy = NULL;
  g_autofree char *again = NULL;
  g_autofree char *garbage = sample_make_path ("garbage.sourceline");
  g_autofree char *none = NULL;
  g_autoptr (SlLibraryEntry) entry = NULL;
  g_autoptr (SlCase) a_case = NULL;
  g_autoptr (GError) error = NULL;

  copy = sl_library_import (here, path, NULL, &error);
  g_assert_no_error (error);
  a_case = sl_case_open (copy, SL_CASE_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  entry = sl_library_find (here, sl_case_get_id (a_case));
  g_assert_cmpstr (entry->path, ==, copy);
  g_assert_cmpstr (entry->name, ==, "Bridge");
  g_assert_cmpint (entry->modified, >, 0);

  again = sl_library_import (here, path, NULL, &error);
  g_assert_error (error, SL_STORE_ERROR, SL_STORE_ERROR_EXISTS);
  g_assert_nonnull (strstr (error->message, copy));
  g_assert_null (again);
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (garbage, "<html>", -1, NULL));
  none = sl_library_import (here, garbage, NULL, &error);
  g_assert_error (error, SL_STORE_ERROR, SL_STORE_ERROR_NOT_A_CASE);
  g_assert_null (none);
}

static void
test_rename_and_trash (void)
{
  g_autoptr (SlLibrary) library = make_library ("rename");
  g_autofree char *path = create (library, "Bridge");
  g_autofree char *other = create (library, "Tunnel");
  g_autofree char *renamed = NULL;
  g_autofree char *refused = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (SlCase) open = NULL;
  g_autoptr (GError) error = NULL;

  renamed = sl_library_rename (library, path, "Tunnel", &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (renamed, "/Tunnel 2.sourceline"));

  open = sl_case_open (renamed, SL_CASE_OPEN_READ_WRITE, &error);
  sample_begin (open, "Rename");
  sl_case_set_title (open, "Other", &error);
  sample_commit (open);
  refused = sl_library_rename (library, renamed, "Ferry", &error);
  g_assert_error (error, SL_STORE_ERROR, SL_STORE_ERROR_BUSY);
  g_assert_null (refused);
  g_clear_error (&error);
  g_assert_false (sl_library_trash (library, renamed, NULL, &error));
  g_assert_error (error, SL_STORE_ERROR, SL_STORE_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_true (sl_case_close (open, &error));

  g_assert_true (sl_library_trash (library, renamed, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (renamed, G_FILE_TEST_EXISTS));
  entries = sl_library_list (library, &error);
  g_assert_cmpuint (entries->len, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/library/names", test_names);
  g_test_add_func ("/library/long-name", test_long_name);
  g_test_add_func ("/library/import", test_import);
  g_test_add_func ("/library/rename-and-trash", test_rename_and_trash);

  return g_test_run ();
}
