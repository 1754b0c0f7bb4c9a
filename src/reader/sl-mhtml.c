/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/sl-mhtml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "reader/sl-mime.h"
#include "reader/sl-saved-page.h"

/* A page saved as web archive has its parts in one list; Internet Explorer put the page into a list of alternatives. */
#define MAX_DEPTH 4
#define MAX_PARTS 10000

typedef struct
{
  SlUnpacked *unpacked;   /* (unowned) */
  char       *start;      /* (owned) (nullable): Content-ID of the page */
  guint       depth;
  guint       parts;
  guint       resources;  /* parts that are not the page */
  gboolean    cut;
} Walk;

static gboolean
is_page (const Walk       *walk,
         const SlMimePart *part,
         const char       *type)
{
  g_autofree char *id = sl_mime_part_dup_header (part, "Content-ID");

  if (walk->unpacked->parts->len > 0)
    return FALSE;
  if (walk->start != NULL && id != NULL)
    return g_str_equal (walk->start, id);
  return g_ascii_strncasecmp (type, "text/html", 9) == 0 || g_ascii_strncasecmp (type, "application/xhtml+xml", 21) == 0;
}

static void
take_page (SlUnpacked       *self,
           const SlMimePart *part,
           const char       *type)
{
  g_autofree char *location = sl_mime_part_dup_header (part, "Content-Location");

  if (self->url == NULL && location != NULL && g_str_has_prefix (location, "http"))
    self->url = g_steal_pointer (&location);
  sl_unpacked_take_part (self, location, type, sl_mime_part_decode (part));
}

static gboolean
visit (const SlMimePart *part,
       gboolean          whole,
       gpointer          user_data)
{
  Walk *walk = user_data;
  g_autofree char *type = sl_mime_part_dup_header (part, "Content-Type");

  if (walk->parts++ >= MAX_PARTS)
    return FALSE;
  walk->cut = walk->cut || !whole;
  if (type == NULL)
    return TRUE;

  if (g_ascii_strncasecmp (type, "multipart/", 10) == 0 && walk->depth < MAX_DEPTH)
    {
      walk->depth++;
      sl_mime_part_foreach (part, visit, walk);
      walk->depth--;
    }
  else if (is_page (walk, part, type))
    take_page (walk->unpacked, part, type);
  else
    walk->resources++;
  return TRUE;
}

static void
note_outcome (const Walk *walk)
{
  SlUnpacked *self = walk->unpacked;
  g_autofree char *rest = g_strdup_printf (ngettext ("%u picture or other part of the page stays in the file",
                                                     "%u pictures and other parts of the page stay in the file", walk->resources),
                                           walk->resources);

  if (walk->resources > 0)
    sl_unpacked_add_note (self, NULL, rest, FALSE);
  if (walk->cut)
    sl_unpacked_add_note (self, NULL, _ ("The file is cut off: its last part has no end. Save the page again, or get the file again."), TRUE);
  if (self->parts->len == 0)
    sl_unpacked_add_note (self, NULL, _ ("There is no web page in the file. Save the page again, and import that."), TRUE);
}

/**
 * sl_mhtml_unpack:
 * @bytes: a MIME message
 *
 * Takes the page out of a web archive that a browser saved (RFC 2557), with its address and date.
 */
void
sl_mhtml_unpack (SlUnpacked *self,
                 GBytes     *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_auto (SlMimePart) message = { 0 };
  g_autofree char *url = NULL;
  g_autofree char *date = NULL;
  Walk walk = { .unpacked = self };

  sl_mime_part_parse (&message, data, size);
  self->kind = SL_UNPACKED_MHTML;
  self->software = sl_mime_part_dup_header (&message, "From");
  url = sl_mime_part_dup_header (&message, "Snapshot-Content-Location");
  if (url != NULL && g_str_has_prefix (url, "http"))
    self->url = g_steal_pointer (&url);
  date = sl_mime_part_dup_header (&message, "Date");
  self->saved = sl_saved_page_parse_date (date);
  walk.start = sl_mime_part_dup_parameter (&message, "Content-Type", "start");
  sl_mime_part_foreach (&message, visit, &walk);
  note_outcome (&walk);
  g_free (walk.start);
}
