/* SPDX-License-Identifier: GPL-3.0-or-later */

/* list-warc FILE…: prints one line of JSON for each record of each web archive, and for each place that cannot be
 * read, so that the reader can be compared with an index that another program made (see compare-warc). */

#include <glib.h>
#include <stdio.h>
#include <string.h>

#include "store/sl-http-message.h"
#include "store/sl-warc-digest.h"
#include "store/sl-warc-reader.h"

static void
print_string (const char *name,
              const char *value)
{
  printf (", \"%s\": ", name);
  if (value == NULL)
    {
      printf ("null");
      return;
    }
  putchar ('"');
  for (const char *at = value; *at != '\0'; at++)
    {
      if (*at == '"' || *at == '\\' || (guchar) *at < 0x20)
        printf ("\\u%04x", (guint) (guchar) *at);
      else
        putchar (*at);
    }
  putchar ('"');
}

static void
print_digest (const char   *name,
              SlWarcDigest  outcome)
{
  if (outcome != SL_WARC_DIGEST_NONE)
    printf (", \"%s\": %s", name, outcome == SL_WARC_DIGEST_MATCHES ? "true" : "false");
}

static void
print_http (const SlWarcRecord *record)
{
  g_autoptr (SlHttpMessage) message = NULL;

  if ((record->type != SL_WARC_RESPONSE && record->type != SL_WARC_REVISIT) || strstr (record->content_type, "application/http") == NULL)
    return;
  message = sl_http_message_parse (record->block, NULL);
  if (message == NULL)
    return;
  printf (", \"http_status\": %d", message->status);
  print_string ("http_content_encoding", sl_http_message_get_header (message, "Content-Encoding"));
}

static void
print_record (SlWarcReader       *reader,
              const SlWarcRecord *record)
{
  SlWarcPlace place = sl_warc_reader_get_place (reader);

  printf ("{\"offset\": %zu, \"within\": %zu, \"content_length\": %zu", place.offset, place.within, g_bytes_get_size (record->block));
  print_string ("type", record->type == SL_WARC_OTHER ? "other" : sl_warc_type_to_string (record->type));
  print_string ("uri", record->uri);
  print_string ("date", sl_warc_record_get_header (record, "WARC-Date"));
  print_string ("content_type", record->content_type);
  print_string ("payload_digest", sl_warc_record_get_header (record, "WARC-Payload-Digest"));
  print_digest ("block_digest_ok", sl_warc_digest_check_block (record));
  print_digest ("payload_digest_ok", sl_warc_digest_check_payload (record));
  print_http (record);
  printf ("}\n");
}

static int
list (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, &error);
  g_autoptr (GBytes) bytes = file != NULL ? g_mapped_file_get_bytes (file) : NULL;
  g_autoptr (SlWarcReader) reader = bytes != NULL ? sl_warc_reader_new (bytes) : NULL;

  if (reader == NULL)
    {
      fprintf (stderr, "%s: %s\n", path, error->message);
      return 1;
    }
  for (;;)
    {
      g_autoptr (GError) problem = NULL;
      g_autoptr (SlWarcRecord) record = sl_warc_reader_next (reader, &problem);

      if (record != NULL)
        print_record (reader, record);
      if (problem != NULL)
        {
          printf ("{\"offset\": %zu", sl_warc_reader_get_place (reader).offset);
          print_string ("error", problem->message);
          printf ("}\n");
        }
      if (record == NULL && (problem == NULL || !sl_warc_reader_recover (reader)))
        return 0;
    }
}

int
main (int    argc,
      char **argv)
{
  int code = 0;

  for (int i = 1; i < argc; i++)
    code |= list (argv[i]);
  return code;
}
