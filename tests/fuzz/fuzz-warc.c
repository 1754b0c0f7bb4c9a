/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdint.h>

#include "store/sl-http-message.h"
#include "store/sl-warc-reader.h"
#include "store/sl-warc-writer.h"

/* More than any input can hold honestly: decompression alone may add up. */
#define MAX_RECORDS 100000

/* Looking for a record again costs a second reading of its member. */
#define MAX_SOUGHT 20

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

/* What was read as a record of a known type can be written, and reads the same again. */
static void
write_again (const SlWarcRecord *record)
{
  g_autoptr (SlWarcRecord) copy = NULL;
  g_autoptr (SlWarcRecord) back = NULL;
  g_autoptr (SlWarcReader) reader = NULL;
  g_autoptr (GBytes) member = NULL;
  g_autoptr (GError) error = NULL;

  if (record->type == SL_WARC_OTHER)
    return;

  copy = sl_warc_record_new (record->type, record->uri, 0, record->content_type, record->block);
  member = sl_warc_write (copy, &error);
  g_assert_no_error (error);
  reader = sl_warc_reader_new (member);
  back = sl_warc_reader_next (reader, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (back->block, record->block));
  g_assert_null (sl_warc_reader_next (reader, &error));
  g_assert_no_error (error);
}

static void
look_at (const SlWarcRecord *record)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) payload = sl_warc_record_get_payload (record, &error);

  g_assert_cmpuint (g_bytes_get_size (record->block), <=, SL_WARC_MAX_BLOCK_BYTES);
  g_assert_true ((payload == NULL) == (error != NULL));
  if (payload != NULL)
    g_assert_cmpuint (g_bytes_get_size (payload), <=, SL_WARC_MAX_BLOCK_BYTES);
  write_again (record);
}

/* The same record is found again at its place, and what stands there reads as the same record. */
static void
find_again (GBytes             *bytes,
            SlWarcReader       *reader,
            const SlWarcRecord *record)
{
  g_autoptr (SlWarcReader) other = sl_warc_reader_new (bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlWarcRecord) again = NULL;
  g_autoptr (GBytes) raw = sl_warc_reader_dup_raw (reader);
  g_autoptr (SlWarcReader) alone = raw != NULL ? sl_warc_reader_new (raw) : NULL;

  g_assert_true (sl_warc_reader_seek (other, sl_warc_reader_get_place (reader), &error));
  again = sl_warc_reader_next (other, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (again->block, record->block));
  if (alone != NULL)
    {
      g_autoptr (SlWarcRecord) same = sl_warc_reader_next (alone, &error);

      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (same->block, record->block));
    }
}

/* Records until the end, across damage; payloads within their limit, or an error. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (SlWarcReader) reader = sl_warc_reader_new (bytes);

  for (int n = 0; n < MAX_RECORDS; n++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SlWarcRecord) record = sl_warc_reader_next (reader, &error);

      g_assert_true (record == NULL || error == NULL);
      if (record == NULL && (error == NULL || !sl_warc_reader_recover (reader)))
        return 0;
      if (record == NULL)
        continue;
      look_at (record);
      if (n < MAX_SOUGHT)
        find_again (bytes, reader, record);
      g_assert_cmpuint (sl_warc_reader_get_offset (reader), <, size);
    }

  return 0;
}
