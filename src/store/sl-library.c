/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/sl-library.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "store/sl-guard-private.h"

#define SUFFIX ".sourceline"
/* Leaves room for a number and the suffix in the 255 bytes of a name. */
#define MAX_NAME_BYTES 120

struct _SlLibrary
{
  char *folder;  /* (owned) */
};

/**
 * sl_library_entry_free:
 * @self: (nullable) (transfer full): an entry
 *
 * Frees an entry.
 */
void
sl_library_entry_free (SlLibraryEntry *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->path);
  g_free (self->id);
  g_free (self);
}

static void
free_entry (gpointer entry)
{
  sl_library_entry_free (entry);
}

/**
 * sl_library_new:
 * @folder: where the cases live; made when the first one is
 *
 * Returns: (transfer full): the library
 */
SlLibrary *
sl_library_new (const char *folder)
{
  SlLibrary *self = g_new0 (SlLibrary, 1);

  self->folder = g_strdup (folder);
  return self;
}

/**
 * sl_library_free:
 * @self: (nullable) (transfer full): a library
 *
 * Frees a library; its cases stay where they are.
 */
void
sl_library_free (SlLibrary *self)
{
  if (self == NULL)
    return;

  g_free (self->folder);
  g_free (self);
}

static gboolean
make_folder (const char  *folder,
             GError     **error)
{
  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;

  g_set_error (error, SL_STORE_ERROR, SL_STORE_ERROR_IO,
               _ ("The folder “%s” could not be made: %s. Check its permissions."), folder, g_strerror (errno));
  return FALSE;
}

static SlLibraryEntry *
read_entry (SlLibrary  *self,
            const char *file)
{
  g_autoptr (SlLibraryEntry) entry = g_new0 (SlLibraryEntry, 1);
  GStatBuf info;

  entry->path = g_build_filename (self->folder, file, NULL);
  if (g_stat (entry->path, &info) != 0 || !sl_guard_peek (entry->path, &entry->id, &entry->name))
    return NULL;

  entry->modified = info.st_mtime;
  return g_steal_pointer (&entry);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const SlLibraryEntry *first = *(SlLibraryEntry *const *) a;
  const SlLibraryEntry *second = *(SlLibraryEntry *const *) b;

  if (first->modified != second->modified)
    return first->modified < second->modified ? 1 : -1;
  return g_utf8_collate (first->name, second->name);
}

/**
 * sl_library_list:
 *
 * Lists the cases, those changed last first. Files that are no cases are passed over; a folder that is
 * not there yet is empty.
 *
 * Fails with %SL_STORE_ERROR_IO when the folder cannot be read.
 *
 * Returns: (transfer full) (nullable) (element-type SlLibraryEntry): the cases
 */
GPtrArray *
sl_library_list (SlLibrary  *self,
                 GError    **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (free_entry);
  g_autoptr (GError) problem = NULL;
  g_autoptr (GDir) folder = NULL;
  const char *file;

  g_return_val_if_fail (self != NULL, NULL);

  folder = g_dir_open (self->folder, 0, &problem);
  if (folder == NULL && g_error_matches (problem, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    return g_steal_pointer (&entries);
  if (folder == NULL)
    {
      g_set_error (error, SL_STORE_ERROR, SL_STORE_ERROR_IO,
                   _ ("The folder “%s” could not be read: %s."), self->folder, problem->message);
      return NULL;
    }

  while ((file = g_dir_read_name (folder)) != NULL)
    {
      SlLibraryEntry *entry = g_str_has_suffix (file, SUFFIX) ? read_entry (self, file) : NULL;

      if (entry != NULL)
        g_ptr_array_add (entries, entry);
    }
  g_ptr_array_sort (entries, compare_entries);
  return g_steal_pointer (&entries);
}

/**
 * sl_library_find:
 * @id: UUID of a case
 *
 * Returns: (transfer full) (nullable): the case of that id
 */
SlLibraryEntry *
sl_library_find (SlLibrary  *self,
                 const char *id)
{
  g_autoptr (GPtrArray) entries = sl_library_list (self, NULL);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const SlLibraryEntry *entry = g_ptr_array_index (entries, i);

      if (g_strcmp0 (entry->id, id) == 0)
        return g_ptr_array_steal_index (entries, i);
    }

  return NULL;
}

/* A title is text from anywhere; a file name has no slashes, no dot in front and no controls. */
static char *
make_file_name (const char *title)
{
  g_autofree char *valid = g_utf8_make_valid (title, -1);
  g_autoptr (GString) name = g_string_new (NULL);

  for (const char *at = valid; *at != '\0' && name->len < MAX_NAME_BYTES; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '/' || c == '\\' || c == ':' || !g_unichar_isprint (c))
        c = ' ';
      if ((c == ' ' || c == '.') && (name->len == 0 || name->str[name->len - 1] == ' '))
        continue;
      g_string_append_unichar (name, c);
    }

  g_strchomp (name->str);
  return g_strdup (*name->str == '\0' ? _ ("Case") : name->str);
}

static char *
make_free_path (SlLibrary  *self,
                const char *title)
{
  g_autofree char *name = make_file_name (title);

  for (guint n = 1;; n++)
    {
      g_autofree char *file = n == 1 ? g_strconcat (name, SUFFIX, NULL) : g_strdup_printf ("%s %u" SUFFIX, name, n);
      g_autofree char *path = g_build_filename (self->folder, file, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK))
        return g_steal_pointer (&path);
    }
}

/**
 * sl_library_create:
 * @now: UTC seconds
 *
 * Makes a new case in the library, in a file named after its title.
 *
 * Fails with %SL_STORE_ERROR_IO.
 *
 * Returns: (transfer full) (nullable): the case, open for reading and writing
 */
SlCase *
sl_library_create (SlLibrary   *self,
                   const char  *title,
                   gint64       now,
                   GError     **error)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (self != NULL && title != NULL, NULL);

  if (!make_folder (self->folder, error))
    return NULL;
  path = make_free_path (self, title);
  return sl_case_create (path, title, now, error);
}

/**
 * sl_library_import:
 * @path: a case file from anywhere
 *
 * Takes a copy of a case into the library. The file itself is only read, trusting nothing in it.
 *
 * Fails with %SL_STORE_ERROR_EXISTS when the library has the case (the message names its file), and as
 * sl_case_open() and sl_case_save_copy() do.
 *
 * Returns: (transfer full) (nullable): path of the copy
 */
char *
sl_library_import (SlLibrary     *self,
                   const char    *path,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr (SlCase) a_case = NULL;
  g_autoptr (SlLibraryEntry) known = NULL;
  g_autofree char *title = NULL;
  g_autofree char *target = NULL;

  g_return_val_if_fail (self != NULL && path != NULL, NULL);

  a_case = sl_case_open (path, SL_CASE_OPEN_READ_ONLY, error);
  if (a_case == NULL || !make_folder (self->folder, error))
    return NULL;

  known = sl_library_find (self, sl_case_get_id (a_case));
  if (known != NULL)
    {
      g_set_error (error, SL_STORE_ERROR, SL_STORE_ERROR_EXISTS,
                   _ ("The library has this case already, as “%s”. Open it there, or merge the file into it."), known->path);
      return NULL;
    }

  title = sl_case_dup_title (a_case);
  target = make_free_path (self, title == NULL ? "" : title);
  if (!sl_case_save_copy (a_case, target, cancellable, error))
    return NULL;
  return g_steal_pointer (&target);
}

/* With a journal beside it, a program has the file open: moving it would tear the two apart. */
static gboolean
is_at_rest (const char  *path,
            GError     **error)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);

  if (!g_file_test (wal, G_FILE_TEST_EXISTS) && !g_file_test (journal, G_FILE_TEST_EXISTS))
    return TRUE;

  g_set_error (error, SL_STORE_ERROR, SL_STORE_ERROR_BUSY,
               _ ("“%s” is open. Close it first; if no program has it open, open and close it once."), path);
  return FALSE;
}

/**
 * sl_library_rename:
 * @path: a case of the library that is not open
 * @name: what to name its file after; the title inside is a matter of the case
 *
 * Renames the file of a case.
 *
 * Fails with %SL_STORE_ERROR_BUSY when it is open, or %SL_STORE_ERROR_IO.
 *
 * Returns: (transfer full) (nullable): its new path
 */
char *
sl_library_rename (SlLibrary   *self,
                   const char  *path,
                   const char  *name,
                   GError     **error)
{
  g_autofree char *target = NULL;

  g_return_val_if_fail (self != NULL && path != NULL && name != NULL, NULL);

  if (!is_at_rest (path, error))
    return NULL;
  target = make_free_path (self, name);
  if (g_rename (path, target) == 0)
    return g_steal_pointer (&target);

  g_set_error (error, SL_STORE_ERROR, SL_STORE_ERROR_IO,
               _ ("“%s” could not be renamed: %s."), path, g_strerror (errno));
  return NULL;
}

/* Some file systems have no trash; then the library keeps one of its own. */
static gboolean
move_aside (SlLibrary   *self,
            const char  *path,
            GError     **error)
{
  SlLibrary bin = { .folder = NULL };
  g_autofree char *folder = g_build_filename (self->folder, "trash", NULL);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *target = NULL;

  if (!make_folder (folder, error))
    return FALSE;

  bin.folder = folder;
  if (g_str_has_suffix (name, SUFFIX))
    name[strlen (name) - strlen (SUFFIX)] = '\0';
  target = make_free_path (&bin, name);
  if (g_rename (path, target) == 0)
    return TRUE;

  g_set_error (error, SL_STORE_ERROR, SL_STORE_ERROR_IO,
               _ ("“%s” could not be moved to the trash: %s."), path, g_strerror (errno));
  return FALSE;
}

/**
 * sl_library_trash:
 * @path: a case of the library that is not open
 *
 * Moves a case to the trash, or to the folder `trash` of the library where the system has none.
 *
 * Fails with %SL_STORE_ERROR_BUSY when it is open, or %SL_STORE_ERROR_IO.
 *
 * Returns: whether it is there
 */
gboolean
sl_library_trash (SlLibrary     *self,
                  const char    *path,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autoptr (GFile) file = NULL;

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);

  if (!is_at_rest (path, error))
    return FALSE;

  file = g_file_new_for_path (path);
  return g_file_trash (file, cancellable, NULL) || move_aside (self, path, error);
}
