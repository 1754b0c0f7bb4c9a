/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-file-check-private.h"

#include <glib/gi18n-lib.h>

#include "core/sl-digest.h"
#include "export/sl-pdf-seal.h"
#include "helper/sl-foreign-json.h"

#define REPORT "report.json"

static void
check_resource (SlFileCheck *self,
                GPtrArray   *parts,
                JsonObject  *resource)
{
  const char *path = sl_foreign_json_get (resource, "path");
  const char *hash = sl_foreign_json_get (resource, "hash");
  const SlPart *part = path != NULL ? sl_file_check_find_part (parts, path) : NULL;
  g_autofree char *digest = part != NULL ? sl_digest_bytes (part->bytes) : NULL;
  g_autofree char *found = g_strconcat ("sha256:", digest, NULL);

  if (path == NULL || hash == NULL)
    sl_file_check_add (self, "file", REPORT, "unreadable", _ ("It lists a file without its path or its digest."));
  else if (part == NULL)
    sl_file_check_add (self, "file", path, "missing", _ ("The report lists this file, but it is not in it."));
  else if (!g_str_equal (found, hash))
    sl_file_check_add (self, "file", path, "digest", _ ("Its digest is %s, but the report states %s: the file was changed or damaged."), found, hash);
}

static void
check_resources (SlFileCheck *self,
                 GPtrArray   *parts)
{
  const SlPart *report = sl_file_check_find_part (parts, REPORT);
  g_autoptr (JsonNode) node = report != NULL ? sl_foreign_json_parse (g_bytes_get_data (report->bytes, NULL), g_bytes_get_size (report->bytes)) : NULL;
  JsonArray *resources = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? sl_foreign_json_get_array (json_node_get_object (node), "resources") : NULL;

  if (resources == NULL)
    sl_file_check_add (self, "file", REPORT, "missing", _ ("What the report says of itself is missing or cannot be read."));
  for (guint i = 0; resources != NULL && i < json_array_get_length (resources); i++)
    {
      JsonNode *resource = json_array_get_element (resources, i);

      if (JSON_NODE_HOLDS_OBJECT (resource))
        check_resource (self, parts, json_node_get_object (resource));
    }
}

/**
 * sl_file_check_pdf:
 * @unpacked: (nullable): what lies in it; %NULL when it cannot be opened any more
 *
 * Checks a report of ours: its digest of itself, and the files that lie in it.
 *
 * Returns: %FALSE when it is a PDF file of somebody else
 */
gboolean
sl_file_check_pdf (SlFileCheck      *self,
                   GBytes           *bytes,
                   const SlUnpacked *unpacked)
{
  SlPdfSeal seal = sl_pdf_seal_check (bytes);

  if (seal == SL_PDF_SEAL_NONE && (unpacked == NULL || sl_file_check_find_part (unpacked->parts, REPORT) == NULL))
    return FALSE;

  if (seal == SL_PDF_SEAL_NONE)
    sl_file_check_add (self, "file", "PDF", "missing", _ ("The digest in the last line is missing: the file was saved by another program, or cut off."));
  else if (seal == SL_PDF_SEAL_BROKEN)
    sl_file_check_add (self, "file", "PDF", "digest", _ ("The file is not what it was when it was written: its digest is not the one in its last line."));
  if (unpacked == NULL)
    sl_file_check_add (self, "file", "PDF", "damaged", _ ("The file cannot be opened any more."));
  else
    check_resources (self, unpacked->parts);
  return TRUE;
}
