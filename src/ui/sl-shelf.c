#include "ui/sl-shelf.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#define SUFFIX ".sourceline"

static void
entry_free (gpointer data)
{
  SlShelfEntry *entry = data;

  g_free (entry->path);
  g_free (entry->title);
  g_free (entry);
}

static char *
get_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "sourceline", "cases", NULL);
}

static SlShelfEntry *
read_entry (GFile     *folder,
            GFileInfo *info)
{
  const char *name = g_file_info_get_name (info);
  g_autoptr (GFile) file = g_file_get_child (folder, name);
  g_autoptr (GDateTime) changed = g_file_info_get_modification_date_time (info);
  g_autofree char *shown = g_filename_display_name (name);
  SlShelfEntry *entry = g_new0 (SlShelfEntry, 1);

  entry->path = g_file_get_path (file);
  entry->title = g_strndup (shown, strlen (shown) - strlen (SUFFIX));
  entry->changed_at = changed != NULL ? g_date_time_to_unix (changed) : 0;
  return entry;
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const SlShelfEntry *left = *(const SlShelfEntry *const *) a;
  const SlShelfEntry *right = *(const SlShelfEntry *const *) b;

  if (left->changed_at != right->changed_at)
    return left->changed_at > right->changed_at ? -1 : 1;
  return g_utf8_collate (left->title, right->title);
}

/**
 * sl_shelf_list:
 *
 * Returns: (transfer full) (element-type SlShelfEntry): the cases in the data folder, the one changed last first
 */
GPtrArray *
sl_shelf_list (void)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (entry_free);
  g_autofree char *path = get_folder ();
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GFileEnumerator) files = NULL;
  GFileInfo *info = NULL;

  files = g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_TIME_MODIFIED,
                                     G_FILE_QUERY_INFO_NONE, NULL, NULL);
  while (files != NULL && g_file_enumerator_iterate (files, &info, NULL, NULL, NULL) && info != NULL)
    if (g_str_has_suffix (g_file_info_get_name (info), SUFFIX))
      g_ptr_array_add (entries, read_entry (folder, info));
  g_ptr_array_sort (entries, compare_entries);
  return entries;
}

/* A name that every file system takes, made of a title. */
static char *
make_name (const char *title,
           guint       attempt)
{
  g_autofree char *plain = g_strdup (title);

  g_strdelimit (plain, "/\\:*?\"<>|\n\r\t", '-');
  g_strstrip (plain);
  if (*plain == '.' || *plain == '\0')
    g_set_str (&plain, _("Case"));
  if (attempt == 0)
    return g_strconcat (plain, SUFFIX, NULL);
  return g_strdup_printf ("%s %u%s", plain, attempt + 1, SUFFIX);
}

/**
 * sl_shelf_new_path:
 * @title: of a new case
 *
 * Fails with G_FILE_ERROR when the data folder cannot be made.
 *
 * Returns: (transfer full) (nullable): where to keep it; no file is there yet
 */
char *
sl_shelf_new_path (const char  *title,
                   GError     **error)
{
  g_autofree char *folder = get_folder ();

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      const int code = errno;

      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code),
                   _("The folder %s could not be made: %s"), folder, g_strerror (code));
      return NULL;
    }
  for (guint attempt = 0;; attempt++)
    {
      g_autofree char *name = make_name (title, attempt);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
}
