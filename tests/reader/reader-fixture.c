/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "reader-fixture.h"

#include <string.h>

const char fixture_prose[] = "<p>The ferry talks went on in the harbour office until late, and the delegations, tired but polite, "
                             "left by the side door without a word to the press.</p>"
                             "<p>A spokesman said that the timetable, the fares and the night service had all been on the table, "
                             "and that nobody had walked out, whatever the evening papers might print.</p>"
                             "<p>The port authority, which hosts the meetings, confirmed the next round, and added that the pilots, "
                             "the crews and the island councils would be heard before anything was signed.</p>"
                             "<p>Until then the old agreement holds, with its winter schedule, its reduced fares for residents and "
                             "the clause on fog, which both sides, for once, call useful.</p>";

SlReading *
fixture_read (const char *bytes,
              gssize      size,
              const char *content_type,
              const char *url)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlReader) reader = sl_reader_new (&error);
  g_autoptr (GBytes) data = g_bytes_new (bytes, size < 0 ? strlen (bytes) : (size_t) size);
  const SlReadRequest request = { .bytes = data, .content_type = content_type, .url = url };
  SlReading *reading;

  g_assert_no_error (error);
  reading = sl_reader_read (reader, &request, &error);
  g_assert_no_error (error);
  return reading;
}

SlReading *
fixture_read_article (const char *head,
                      const char *body,
                      const char *url)
{
  g_autofree char *page = g_strconcat ("<!DOCTYPE html><html><head><meta charset=utf-8>", head, "</head><body>", body,
                                       "<article>", fixture_prose, "</article></body></html>", NULL);

  return fixture_read (page, -1, "text/html", url);
}

char *
fixture_dup_source (const SlReading *reading,
                    const char      *bytes,
                    const char      *words)
{
  const char *found = strstr (reading->text, words);
  guint32 start;
  guint32 end;

  g_assert_nonnull (found);
  start = (guint32) g_utf8_strlen (reading->text, found - reading->text);
  end = start + (guint32) g_utf8_strlen (words, -1);
  g_assert_true (sl_text_map_to_capture (reading->map, start, end, &start, &end));
  return g_strndup (bytes + start, end - start);
}
