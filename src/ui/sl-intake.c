/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-intake.h"

#include "workbench/sl-web-address.h"

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
 * sl_intake_count_addresses_within:
 *
 * Returns: how many addresses stand in a text, whatever else does
 */
guint
sl_intake_count_addresses_within (const char *text)
{
  g_autoptr (GPtrArray) urls = sl_web_address_find_all (text);

  return urls->len;
}

/**
 * sl_intake_is_ambiguous:
 *
 * Returns: whether @text may be an article with addresses in it as well as a list of addresses with words about them
 */
gboolean
sl_intake_is_ambiguous (const char *text)
{
  return sl_intake_count_addresses (text) == 0 && sl_intake_count_addresses_within (text) > 0;
}

/**
 * sl_intake_addresses:
 * @text: any text
 *
 * Queues the addresses that stand in @text. Where there is nothing else they were given for what they are, and may lead to
 * this machine.
 */
void
sl_intake_addresses (SlCaptures *captures,
                     const char *text)
{
  const gboolean typed = sl_intake_count_addresses (text) > 0;
  g_autoptr (GPtrArray) urls = typed ? split (text) : sl_web_address_find_all (text);

  g_ptr_array_add (urls, NULL);
  sl_captures_add (captures, (const char *const *) urls->pdata, typed ? SL_TASK_TYPED : SL_TASK_LISTED, SL_ID_NONE);
}

/**
 * sl_intake_article:
 * @text: of an article
 * @url: (nullable): where it came from
 * @published: (nullable): EDTF
 *
 * Keeps a text exactly as it stands.
 */
void
sl_intake_article (SlCaptures *captures,
                   const char *text,
                   const char *url,
                   const char *published)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  sl_jobs_import (sl_captures_get_jobs (captures), &(SlImportRequest) { .bytes = bytes, .url = url, .published = published });
}

/**
 * sl_intake_text:
 * @text: addresses, one a line, or the text of an article
 *
 * Adds what was pasted or dropped.
 */
void
sl_intake_text (SlCaptures *captures,
                const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  if (*stripped == '\0')
    return;
  if (sl_intake_count_addresses (text) > 0)
    sl_intake_addresses (captures, text);
  else
    sl_intake_article (captures, text, NULL, NULL);
}

/**
 * sl_intake_files:
 * @files: (element-type GFile): files of this machine, or addresses
 *
 * Imports what was chosen or dropped; addresses are queued.
 */
void
sl_intake_files (SlCaptures *captures,
                 GListModel *files)
{
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) urls = g_strv_builder_new ();
  g_auto (GStrv) all_paths = NULL;
  g_auto (GStrv) all_urls = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      char *path = g_file_get_path (file);

      if (path != NULL)
        g_strv_builder_take (paths, path);
      else
        g_strv_builder_take (urls, g_file_get_uri (file));
    }
  all_paths = g_strv_builder_end (paths);
  all_urls = g_strv_builder_end (urls);
  if (*all_paths != NULL)
    sl_jobs_import (sl_captures_get_jobs (captures), &(SlImportRequest) { .files = (const char *const *) all_paths });
  if (*all_urls != NULL)
    sl_captures_add (captures, (const char *const *) all_urls, SL_TASK_TYPED, SL_ID_NONE);
}
