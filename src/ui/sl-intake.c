/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-intake.h"

static gboolean
is_address (const char *line)
{
  g_autoptr (GUri) uri = NULL;

  if (!g_str_has_prefix (line, "http://") && !g_str_has_prefix (line, "https://"))
    return FALSE;
  if (strpbrk (line, " \t") != NULL)
    return FALSE;
  uri = g_uri_parse (line, G_URI_FLAGS_NONE, NULL);
  return uri != NULL && g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0';
}

/* The lines of @text that are not empty. */
static GPtrArray *
split (const char *text)
{
  g_auto (GStrv) lines = g_strsplit_set (text, "\n\r", -1);
  GPtrArray *kept = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);

      if (*line != '\0')
        g_ptr_array_add (kept, g_strdup (line));
    }
  return kept;
}

static gboolean
are_addresses (GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    if (!is_address (g_ptr_array_index (lines, i)))
      return FALSE;
  return lines->len > 0;
}

/**
 * sl_intake_count_addresses:
 *
 * Returns: how many addresses @text holds when each of its lines is one; 0 when it is a text
 */
guint
sl_intake_count_addresses (const char *text)
{
  g_autoptr (GPtrArray) lines = split (text);

  return are_addresses (lines) ? lines->len : 0;
}

/**
 * sl_intake_text:
 * @text: addresses, one a line, or the text of an article
 *
 * Adds what was typed or pasted.
 */
void
sl_intake_text (SlJobs     *jobs,
                const char *text)
{
  g_autoptr (GPtrArray) lines = split (text);
  g_autoptr (GBytes) bytes = NULL;

  if (lines->len == 0)
    return;
  if (!are_addresses (lines))
    {
      bytes = g_bytes_new (text, strlen (text));
      sl_jobs_add (jobs, &(SlAddRequest) { .bytes = bytes, .typed = TRUE });
      return;
    }
  for (guint i = 0; i < lines->len; i++)
    sl_jobs_add (jobs, &(SlAddRequest) { .what = g_ptr_array_index (lines, i), .typed = TRUE });
}

/**
 * sl_intake_file:
 * @file: a file of this machine, or an address
 *
 * Adds what was chosen or dropped.
 */
void
sl_intake_file (SlJobs *jobs,
                GFile  *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *uri = g_file_get_uri (file);

  sl_jobs_add (jobs, &(SlAddRequest) { .what = path != NULL ? path : uri, .typed = TRUE });
}

/**
 * sl_intake_files:
 * @files: (element-type GFile)
 *
 * Adds each of them.
 */
void
sl_intake_files (SlJobs     *jobs,
                 GListModel *files)
{
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      sl_intake_file (jobs, file);
    }
}
