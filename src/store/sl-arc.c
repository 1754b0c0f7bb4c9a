/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/sl-arc-private.h"

#include <stdio.h>
#include <string.h>

#define FIELDS 5
#define MAX_LINE_BYTES 8192

/**
 * sl_arc_begins:
 *
 * Returns: whether an ARC record can begin here: the file's own, or one of the web
 */
gboolean
sl_arc_begins (const char *data,
               gsize       length_bytes)
{
  static const char *const schemes[] = { "filedesc://", "http://", "https://", "dns:" };

  for (gsize i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (length_bytes > strlen (schemes[i]) && memcmp (data, schemes[i], strlen (schemes[i])) == 0)
      return TRUE;

  return FALSE;
}

/* Fourteen digits, UTC. */
static gboolean
parse_date (const char *string,
            gint64     *usec)
{
  int year, month, day, hour, minute, second;
  g_autoptr (GDateTime) moment = NULL;

  if (strlen (string) != 14 || strspn (string, "0123456789") != 14
      || sscanf (string, "%4d%2d%2d%2d%2d%2d", &year, &month, &day, &hour, &minute, &second) != 6)
    return FALSE;
  moment = g_date_time_new_utc (year, month, day, hour, minute, second);
  if (moment == NULL)
    return FALSE;

  *usec = g_date_time_to_unix_usec (moment);
  return TRUE;
}

/**
 * sl_arc_line_read:
 * @data: where a line may begin
 *
 * Reads address, IP address, date, media type and length.
 *
 * Returns: (transfer full) (nullable): the line, %NULL when it is none
 */
SlArcLine *
sl_arc_line_read (const char *data,
                  gsize       length_bytes)
{
  const char *feed = memchr (data, '\n', MIN (length_bytes, MAX_LINE_BYTES));
  g_autofree char *line = feed == NULL ? NULL : g_utf8_make_valid (data, feed - data);
  g_auto (GStrv) fields = line == NULL ? NULL : g_strsplit (g_strchomp (line), " ", FIELDS + 1);
  guint64 length = 0;
  gint64 date = 0;
  SlArcLine *self;

  if (fields == NULL || g_strv_length (fields) != FIELDS || !parse_date (fields[2], &date)
      || !g_ascii_string_to_unsigned (fields[4], 10, 0, G_MAXUINT32, &length, NULL))
    return NULL;

  self = g_new0 (SlArcLine, 1);
  self->uri = g_strdup (fields[0]);
  self->ip_address = g_strdup (fields[1]);
  self->date_usec = date;
  self->content_type = g_strdup (fields[3]);
  self->block_bytes = (gsize) length;
  self->line_bytes = (gsize) (feed + 1 - data);
  return self;
}

/**
 * sl_arc_line_free:
 * @self: (nullable) (transfer full): a line
 *
 * Frees a line.
 */
void
sl_arc_line_free (SlArcLine *self)
{
  if (self == NULL)
    return;

  g_free (self->uri);
  g_free (self->ip_address);
  g_free (self->content_type);
  g_free (self);
}

/**
 * sl_arc_line_to_record:
 * @block: what follows the line
 *
 * Makes the WARC record that says the same: what came over HTTP is a response, the file's own record a warcinfo.
 *
 * Returns: (transfer full): the record, with a new id
 */
SlWarcRecord *
sl_arc_line_to_record (const SlArcLine *self,
                       GBytes          *block)
{
  gboolean http = g_str_has_prefix (self->uri, "http");
  gboolean info = g_str_has_prefix (self->uri, "filedesc:");
  SlWarcType type = info ? SL_WARC_WARCINFO : http ? SL_WARC_RESPONSE
                                                   : SL_WARC_RESOURCE;
  SlWarcRecord *record = sl_warc_record_new (type, self->uri, self->date_usec,
                                             http ? "application/http;msgtype=response" : self->content_type, block);

  if (http)
    sl_warc_record_add_header (record, "WARC-IP-Address", self->ip_address);
  return record;
}
