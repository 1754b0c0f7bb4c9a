/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-file-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/sl-digest.h"
#include "helper/sl-foreign-json.h"

/* Of one kind in one file: who wants to know more has a file that was replaced as a whole. */
#define MAX_FINDINGS 10000

void
sl_file_check_begin (SlFileCheck *self)
{
  self->addresses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->contents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->archives = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  self->archive_bytes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  self->hashes = g_ptr_array_new_with_free_func (g_free);
}

void
sl_file_check_end (SlFileCheck *self)
{
  g_clear_pointer (&self->addresses, g_hash_table_unref);
  g_clear_pointer (&self->contents, g_hash_table_unref);
  g_clear_pointer (&self->texts, g_hash_table_unref);
  g_clear_pointer (&self->archives, g_hash_table_unref);
  g_clear_pointer (&self->archive_bytes, g_hash_table_unref);
  g_clear_pointer (&self->hashes, g_ptr_array_unref);
}

/**
 * sl_file_check_add:
 * @what: kind of thing
 * @place: (nullable): path in the archive that is looked at, and where there
 * @problem: machine word
 *
 * Adds a finding.
 */
void
sl_file_check_add (SlFileCheck *self,
                   const char *what,
                   const char *place,
                   const char *problem,
                   const char *format,
                   ...)
{
  g_autofree char *detail = NULL;
  g_autofree char *where = self->inside != NULL && place != NULL ? g_strdup_printf ("%s: %s", self->inside, place)
                                                                 : g_strdup (place != NULL ? place : self->inside);
  va_list arguments;

  if (self->findings->len >= MAX_FINDINGS)
    return;

  va_start (arguments, format);
  detail = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (self->findings, sl_finding_new_at (what, where, problem, detail));
}

/**
 * sl_file_check_find_part:
 *
 * Returns: (transfer none) (nullable): the part of that path
 */
const SlPart *
sl_file_check_find_part (GPtrArray  *parts,
                         const char *path)
{
  for (guint i = 0; i < parts->len; i++)
    {
      const SlPart *part = g_ptr_array_index (parts, i);

      if (g_strcmp0 (part->name, path) == 0)
        return part;
    }
  return NULL;
}

static void
visit_line (SlFileCheck     *self,
            const char      *place,
            const char      *line,
            gsize            length,
            SlFileCheckLine  func,
            gpointer         data)
{
  const char *brace = memchr (line, '{', length);
  g_autofree char *before = brace != NULL ? g_strndup (line, (gsize) (brace - line)) : NULL;
  g_autoptr (JsonNode) node = brace != NULL ? sl_foreign_json_parse (brace, length - (gsize) (brace - line)) : NULL;

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    func (self, place, before, json_node_get_object (node), data);
  else
    sl_file_check_add (self, "line", place, "unreadable", _ ("The line cannot be read."));
}

/**
 * sl_file_check_foreach_line:
 *
 * Reads a part line by line.
 */
void
sl_file_check_foreach_line (SlFileCheck     *self,
                            const SlPart    *part,
                            SlFileCheckLine  func,
                            gpointer         data)
{
  gsize left;
  const char *at = g_bytes_get_data (part->bytes, &left);

  for (guint number = 1; left > 0; number++)
    {
      const char *feed = memchr (at, '\n', left);
      gsize length = feed != NULL ? (gsize) (feed - at) : left;
      g_autofree char *place = g_strdup_printf (_ ("%s, line %u"), part->name, number);

      if (length > 0)
        visit_line (self, place, at, length, func, data);
      at += MIN (length + 1, left);
      left -= MIN (length + 1, left);
    }
}
