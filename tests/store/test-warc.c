/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "core/sl-digest.h"
#include "store/sl-case.h"
#include "store/sl-http-message.h"
#include "store/sl-warc-digest.h"
#include "store/sl-warc-reader.h"
#include "store/sl-warc-writer.h"

#define WHEN G_GINT64_CONSTANT (1764000000123456)

static GBytes *
make_bytes (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static void
assert_bytes (GBytes     *bytes,
              const char *text)
{
  g_assert_nonnull (bytes);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text, strlen (text));
}

static GPtrArray *
new_members (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
}

/* A .warc.gz is its members one after the other. */
static GBytes *
join (GPtrArray *members)
{
  g_autoptr (GByteArray) whole = g_byte_array_new ();

  for (guint i = 0; i < members->len; i++)
    {
      GBytes *member = g_ptr_array_index (members, i);

      g_byte_array_append (whole, g_bytes_get_data (member, NULL), (guint) g_bytes_get_size (member));
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&whole));
}

static SlWarcRecord *
next (SlWarcReader *reader)
{
  g_autoptr (GError) error = NULL;
  SlWarcRecord *record = sl_warc_reader_next (reader, &error);

  g_assert_no_error (error);
  return record;
}

/* Writing and reading back */

static void
test_exchange (void)
{
  g_autoptr (GPtrArray) members = new_members ();
  g_autoptr (GPtrArray) fields = sl_warc_fields_new ();
  g_autoptr (GBytes) request = make_bytes ("GET / HTTP/1.1\r\nHost: a.example\r\n\r\n");
  g_autoptr (GBytes) response = make_bytes ("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
                                            "Transfer-Encoding: chunked\r\n\r\n5\r\n<p>hi\r\n4\r\n</p>\r\n0\r\n\r\n");
  SlWarcExchange exchange = { .uri = "https://a.example/", .date_usec = WHEN, .ip_address = "192.0.2.7", .request = request, .response = response, .fields = fields };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) info = sl_warc_write_warcinfo (NULL, "Sourceline 0", WHEN, &error);
  g_autoptr (GBytes) whole = NULL;
  g_autoptr (SlWarcReader) reader = NULL;
  g_autoptr (SlWarcRecord) first = NULL;
  g_autoptr (SlWarcRecord) second = NULL;
  g_autoptr (SlWarcRecord) third = NULL;
  g_autoptr (SlWarcRecord) fourth = NULL;
  g_autoptr (GBytes) payload = NULL;
  g_autofree char *concurrent = NULL;
  g_autofree char *digest = sl_digest_data ("<p>hi</p>", 9);
  g_autofree char *labelled = g_strconcat ("sha256:", digest, NULL);

  g_ptr_array_add (members, g_steal_pointer (&info));
  sl_warc_fields_add (fields, "tls", "TLS 1.3\r\nforged: yes");
  sl_warc_fields_add (fields, "none", NULL);
  g_assert_true (sl_warc_write_exchange (&exchange, members, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (members->len, ==, 4);

  whole = join (members);
  reader = sl_warc_reader_new (whole);
  first = next (reader);
  g_assert_cmpint (first->type, ==, SL_WARC_WARCINFO);
  g_assert_null (first->uri);
  second = next (reader);
  g_assert_cmpint (second->type, ==, SL_WARC_RESPONSE);
  g_assert_cmpstr (second->uri, ==, "https://a.example/");
  g_assert_cmpint (second->date_usec, ==, WHEN);
  g_assert_cmpstr (sl_warc_record_get_header (second, "WARC-IP-Address"), ==, "192.0.2.7");
  g_assert_cmpstr (sl_warc_record_get_header (second, "warc-payload-digest"), ==, labelled);
  g_assert_true (g_bytes_equal (second->block, response));
  payload = sl_warc_record_get_payload (second, &error);
  assert_bytes (payload, "<p>hi</p>");
  g_assert_cmpuint (sl_warc_reader_get_offset (reader), ==, g_bytes_get_size (g_ptr_array_index (members, 0)));

  third = next (reader);
  concurrent = g_strconcat ("<", second->id, ">", NULL);
  g_assert_cmpint (third->type, ==, SL_WARC_REQUEST);
  g_assert_cmpstr (sl_warc_record_get_header (third, "WARC-Concurrent-To"), ==, concurrent);
  fourth = next (reader);
  g_assert_cmpint (fourth->type, ==, SL_WARC_METADATA);
  assert_bytes (fourth->block, "tls: TLS 1.3  forged: yes\r\n");
  g_assert_null (next (reader));
}

static void
test_revisit (void)
{
  g_autoptr (GPtrArray) members = new_members ();
  g_autoptr (GBytes) response = make_bytes ("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi");
  SlWarcReference same_as = { .id = (char *) "urn:uuid:1", .uri = (char *) "https://a.example/old", .date_usec = WHEN };
  SlWarcExchange exchange = { .uri = "https://a.example/", .date_usec = WHEN + 1, .response = response, .same_as = &same_as };
  g_autoptr (GError) error = NULL;
  g_autoptr (SlWarcReader) reader = NULL;
  g_autoptr (SlWarcRecord) record = NULL;

  g_assert_true (sl_warc_write_exchange (&exchange, members, &error));
  g_assert_no_error (error);
  reader = sl_warc_reader_new (g_ptr_array_index (members, 0));
  record = next (reader);
  g_assert_cmpint (record->type, ==, SL_WARC_REVISIT);
  assert_bytes (record->block, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n");
  g_assert_cmpstr (sl_warc_record_get_header (record, "WARC-Profile"), ==, SL_WARC_PROFILE_IDENTICAL);
  g_assert_cmpstr (sl_warc_record_get_header (record, "WARC-Refers-To"), ==, "<urn:uuid:1>");
  g_assert_cmpstr (sl_warc_record_get_header (record, "WARC-Refers-To-Target-URI"), ==, "https://a.example/old");
  g_assert_cmpstr (sl_warc_record_get_header (record, "WARC-Refers-To-Date"), ==, "2025-11-24T16:00:00.123456Z");
}

static void
test_resource (void)
{
  g_autoptr (GBytes) payload = make_bytes ("a\nb");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) member = sl_warc_write_resource ("urn:sha256:0", "text/plain", payload, WHEN, &error);
  g_autoptr (SlWarcReader) reader = sl_warc_reader_new (member);
  g_autoptr (SlWarcRecord) record = next (reader);
  g_autoptr (GBytes) back = sl_warc_record_get_payload (record, &error);

  assert_bytes (back, "a\nb");
  g_assert_null (next (reader));
}

static void
test_conversion (void)
{
  SlWarcReference of = { .id = (char *) "urn:uuid:1", .uri = (char *) "https://a.example/", .date_usec = WHEN };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) member = sl_warc_write_conversion (&of, "Ein Satz – a sentence.\n", "Sourceline/0", WHEN + 1, &error);
  g_autoptr (SlWarcReader) reader = sl_warc_reader_new (member);
  g_autoptr (SlWarcRecord) record = next (reader);

  g_assert_no_error (error);
  g_assert_cmpint (record->type, ==, SL_WARC_CONVERSION);
  g_assert_cmpstr (record->uri, ==, "https://a.example/");
  g_assert_cmpstr (record->content_type, ==, "text/plain; charset=utf-8");
  g_assert_cmpstr (sl_warc_record_get_header (record, "WARC-Refers-To"), ==, "<urn:uuid:1>");
  g_assert_cmpstr (sl_warc_record_get_header (record, "X-Converted-By"), ==, "Sourceline/0");
  assert_bytes (record->block, "Ein Satz – a sentence.\n");
}

/* Records of others */

#define HEAD "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2025-11-24T16:00:00Z\r\n"

typedef struct
{
  const char *name;
  const char *text;
  int         records;  /* read before the end or the error */
  const char *message;  /* (nullable): part of the error */
} Foreign;

static const Foreign foreign[] = {
  { "empty", "", 0, NULL },
  { "blank", "\r\n\r\n", 0, NULL },
  { "plain", HEAD "Content-Length: 2\r\n\r\nhi\r\n\r\n", 1, NULL },
  { "two", HEAD "Content-Length: 2\r\n\r\nhi\r\n\r\n" HEAD "Content-Length: 0\r\n\r\n\r\n\r\n", 2, NULL },
  { "line-feeds", "WARC/1.1\nWARC-Type: other\nWARC-Record-ID: <x>\nWARC-Date: 2025-11-24T16:00:00Z\nContent-Length: 1\n\nx\n\n", 1, NULL },
  { "folded", "WARC/1.1\r\nWARC-Type: resource\r\nX: a\r\n b\r\nWARC-Record-ID: <x>\r\nWARC-Date: 2025-11-24T16:00:00Z\r\nContent-Length: 0\r\n\r\n", 1, NULL },
  { "html", "<html>", 0, "at byte 0" },
  { "version", "WARC/2.0\r\n\r\n", 0, "WARC/1.0 or WARC/1.1" },
  { "headers", "WARC/1.1\r\nWARC-Type: resource\r\n", 0, "do not end" },
  { "colon", "WARC/1.1\r\nno colon\r\n\r\n", 0, "no name" },
  { "folded-first", "WARC/1.1\r\n folded\r\n\r\n", 0, "no name" },
  { "no-length", HEAD "\r\nhi", 0, "length" },
  { "negative", HEAD "Content-Length: -1\r\n\r\nhi", 0, "length" },
  { "huge", HEAD "Content-Length: 99999999999999999999\r\n\r\nhi", 0, "length" },
  { "large", HEAD "Content-Length: 40000000\r\n\r\nhi", 0, "length" },
  { "cut-off", HEAD "Content-Length: 3\r\n\r\nhi", 0, "cut off" },
  { "no-date", "WARC/1.1\r\nWARC-Type: resource\r\nWARC-Record-ID: <x>\r\nContent-Length: 0\r\n\r\n", 0, "no date" },
  { "no-type", "WARC/1.1\r\nWARC-Record-ID: <x>\r\nWARC-Date: 2025-11-24T16:00:00Z\r\nContent-Length: 0\r\n\r\n", 0, "no type" },
  { "second", HEAD "Content-Length: 2\r\n\r\nhi\r\n\r\nrubbish", 1, "at byte 121" },
  { "gzip", "\x1f\x8b\x08garbage", 0, "at byte 0" },
};

static void
test_foreign (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (foreign); i++)
    {
      g_autoptr (GBytes) bytes = make_bytes (foreign[i].text);
      g_autoptr (SlWarcReader) reader = sl_warc_reader_new (bytes);
      g_autoptr (GError) error = NULL;
      SlWarcRecord *record;
      int records = 0;

      g_test_message ("%s", foreign[i].name);
      while ((record = sl_warc_reader_next (reader, &error)) != NULL)
        {
          sl_warc_record_free (record);
          records++;
        }
      g_assert_cmpint (records, ==, foreign[i].records);
      if (foreign[i].message == NULL)
        g_assert_no_error (error);
      else
        {
          g_assert_error (error, SL_STORE_ERROR, SL_STORE_ERROR_DAMAGED);
          g_test_message ("%s", error->message);
          g_assert_nonnull (strstr (error->message, foreign[i].message));
        }
    }
}

/* Damage, places, ARC files and digests */

static GBytes *
compress (GBytes                *plain,
          GZlibCompressorFormat  format)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (format, 9);

  return g_converter_convert_bytes (G_CONVERTER (compressor), plain, NULL);
}

#define RECORD(text) HEAD "Content-Length: 2\r\n\r\n" text "\r\n\r\n"

typedef struct
{
  const char *name;
  const char *text;
  int         records;
  int         errors;
} Damaged;

static const Damaged damaged[] = {
  { "rubbish-between", RECORD ("hi") "rubbish\r\n" RECORD ("ho"), 2, 1 },
  { "too-long", HEAD "Content-Length: 9999\r\n\r\nhi\r\n\r\n" RECORD ("ho"), 1, 1 },
  { "too-short", HEAD "Content-Length: 1\r\n\r\nhi\r\n\r\n" RECORD ("ho"), 2, 1 },
  { "head-cut", "WARC/1.1\r\nWARC-Type: resource\r\nno colon\r\n\r\n" RECORD ("ho"), 1, 1 },
  { "nothing-after", RECORD ("hi") "rubbish", 1, 1 },
  { "arc", "filedesc://x.arc 127.0.0.1 20251104090000 text/plain 3\n1 0\nhttp://a.example/ 192.0.2.7 20251104090000 text/html 5\nHTTP/\n", 2, 0 },
  { "arc-damaged", "filedesc://x.arc 127.0.0.1 20251104090000 text/plain 3\n1 0\nhttp://a.example/ 192.0.2.7 2025 text/html 5\nHTTP/\n"
                   "http://b.example/ 192.0.2.7 20251104090000 text/html 5\nHTTP/\n",
    2, 1 },
};

/* Every record that can be read is read, and again at its place; every other place is an error. */
static void
check_damaged (const Damaged *row,
               GBytes        *bytes)
{
  g_autoptr (SlWarcReader) reader = sl_warc_reader_new (bytes);
  int records = 0, errors = 0;

  for (;;)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SlWarcRecord) record = sl_warc_reader_next (reader, &error);
      g_autoptr (SlWarcReader) other = sl_warc_reader_new (bytes);
      g_autoptr (SlWarcRecord) again = NULL;

      errors += error != NULL;
      if (record == NULL && (error == NULL || !sl_warc_reader_recover (reader)))
        break;
      if (record == NULL)
        continue;
      records++;
      g_assert_true (sl_warc_reader_seek (other, sl_warc_reader_get_place (reader), NULL));
      again = next (other);
      g_assert_true (g_bytes_equal (again->block, record->block));
    }
  g_assert_cmpint (records, ==, row->records);
  g_assert_cmpint (errors, ==, row->errors);
}

static void
test_damaged (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (damaged); i++)
    {
      g_autoptr (GBytes) bytes = make_bytes (damaged[i].text);
      g_autoptr (GBytes) packed = NULL;

      g_test_message ("%s", damaged[i].name);
      check_damaged (&damaged[i], bytes);
      packed = compress (bytes, G_ZLIB_COMPRESSOR_FORMAT_GZIP);
      check_damaged (&damaged[i], packed);
    }
}

/* A member that does not decompress costs only itself. */
static void
test_damaged_member (void)
{
  g_autoptr (GBytes) plain = make_bytes (RECORD ("hi"));
  g_autoptr (GBytes) member = compress (plain, G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr (GBytes) broken = g_bytes_new_from_bytes (member, 0, g_bytes_get_size (member) / 2);
  g_autoptr (GPtrArray) members = new_members ();
  g_autoptr (GBytes) whole = NULL;
  const Damaged expected = { "member", NULL, 2, 1 };

  g_ptr_array_add (members, g_bytes_ref (member));
  g_ptr_array_add (members, g_bytes_ref (broken));
  g_ptr_array_add (members, g_bytes_ref (member));
  whole = join (members);
  check_damaged (&expected, whole);
}

static void
test_raw (void)
{
  g_autoptr (GBytes) bytes = make_bytes (RECORD ("hi") RECORD ("ho"));
  g_autoptr (SlWarcReader) reader = sl_warc_reader_new (bytes);
  g_autoptr (SlWarcRecord) first = next (reader);
  g_autoptr (SlWarcRecord) second = next (reader);
  g_autoptr (GBytes) raw = sl_warc_reader_dup_raw (reader);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) member = sl_warc_write_raw (raw, &error);
  g_autoptr (SlWarcReader) back = sl_warc_reader_new (member);
  g_autoptr (SlWarcRecord) again = next (back);

  g_assert_no_error (error);
  assert_bytes (raw, HEAD "Content-Length: 2\r\n\r\nho");
  assert_bytes (again->block, "ho");
  g_assert_cmpuint (sl_warc_reader_get_place (reader).offset, ==, strlen (RECORD ("hi")));
  g_assert_cmpstr (first->id, ==, second->id);
}

static void
test_digests (void)
{
  static const struct
  {
    const char *stated;
    SlWarcDigest outcome;
  } table[] = {
    { "sha1:YIRLOPLM2XSG64VEV5VZPKLFVIXYITB2", SL_WARC_DIGEST_DIFFERS },
    { "sha1:c22b5f9178342609428d6f51b2c5af4c0bde6a42", SL_WARC_DIGEST_MATCHES },
    { "sha1:YIVV7ELYGQTASQUNN5I3FRNPJQF542SC", SL_WARC_DIGEST_MATCHES },
    { "sha256:8f434346648f6b96df89dda901c5176b10a6d83961dd3c1ac88b59b2dc327aa4", SL_WARC_DIGEST_MATCHES },
    { "crc32:1", SL_WARC_DIGEST_NONE },
    { NULL, SL_WARC_DIGEST_NONE },
  };
  g_autoptr (GBytes) bytes = make_bytes ("hi");

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_test_message ("%s", table[i].stated != NULL ? table[i].stated : "none");
      g_assert_cmpint (sl_warc_digest_compare (table[i].stated, bytes), ==, table[i].outcome);
    }
}

/* HTTP messages */

typedef struct
{
  const char *message;
  int         status;
  const char *body;     /* (nullable): NULL when it must fail */
} Message;

static const Message messages[] = {
  { "HTTP/1.1 200 OK\r\n\r\nbody", 200, "body" },
  { "HTTP/1.0 404 Not Found\nX: y\n\n", 404, "" },
  { "GET / HTTP/1.1\r\nHost: a\r\n\r\n", 0, "" },
  { "HTTP/1.1 200\r\n\r\n", 200, "" },
  { "HTTP/1.1 OK\r\n\r\n", 0, "" },
  { "HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n3;x=y\r\nabc\r\n0\r\nTrailer: x\r\n\r\n", 200, "abc" },
  { "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nab", 200, NULL },
  { "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc", 200, NULL },
  { "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n", 200, "xyz\r\n" },
  { "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffffff\r\n", 200, "fffffffffffffffffff\r\n" },
  { "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", 200, NULL },
  { "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n<p>joined", 200, "<p>joined" },
  { "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\nabcdef", 200, "3\nabcdef" },
};

static void
test_messages (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (messages); i++)
    {
      g_autoptr (GBytes) bytes = make_bytes (messages[i].message);
      g_autoptr (GError) error = NULL;
      g_autoptr (SlHttpMessage) message = sl_http_message_parse (bytes, &error);
      g_autoptr (GBytes) body = NULL;

      g_test_message ("%s", messages[i].message);
      g_assert_no_error (error);
      g_assert_cmpint (message->status, ==, messages[i].status);
      body = sl_http_message_get_body (message, bytes, 1000, &error);
      if (messages[i].body == NULL)
        g_assert_error (error, SL_STORE_ERROR, SL_STORE_ERROR_DAMAGED);
      else
        assert_bytes (body, messages[i].body);
    }
}

static void
test_not_messages (void)
{
  static const char *const texts[] = { "", "HTTP/1.1 200 OK", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nX: y\r\n", "HTTP/1.1 200 OK\r\nbad\r\n\r\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = make_bytes (texts[i]);
      g_autoptr (GError) error = NULL;

      g_assert_null (sl_http_message_parse (bytes, &error));
      g_assert_error (error, SL_STORE_ERROR, SL_STORE_ERROR_DAMAGED);
    }
}

static void
test_decode (void)
{
  static const struct
  {
    const char *encodings;
    GZlibCompressorFormat format;
  } codings[] = {
    { "gzip", G_ZLIB_COMPRESSOR_FORMAT_GZIP },
    { "X-GZIP", G_ZLIB_COMPRESSOR_FORMAT_GZIP },
    { " identity , gzip ", G_ZLIB_COMPRESSOR_FORMAT_GZIP },
    { "deflate", G_ZLIB_COMPRESSOR_FORMAT_ZLIB },
    { "deflate", G_ZLIB_COMPRESSOR_FORMAT_RAW },
  };
  g_autoptr (GBytes) plain = make_bytes ("some text, some text, some text");
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (codings); i++)
    {
      g_autoptr (GBytes) body = compress (plain, codings[i].format);
      g_autoptr (GBytes) back = sl_http_decode (body, codings[i].encodings, 1000, &error);

      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (back, plain));
      g_assert_null (sl_http_decode (body, codings[i].encodings, 10, &error));
      g_assert_error (error, SL_STORE_ERROR, SL_STORE_ERROR_DAMAGED);
      g_clear_error (&error);
    }

  g_assert_null (sl_http_decode (plain, "br", 1000, &error));
  g_assert_error (error, SL_STORE_ERROR, SL_STORE_ERROR_DAMAGED);
}

/* 64 MiB of nothing in 64 KiB. */
static void
test_bomb (void)
{
  g_autofree char *zeros = g_malloc0 (64 * 1024 * 1024);
  g_autoptr (GBytes) plain = g_bytes_new_static (zeros, 64 * 1024 * 1024);
  g_autoptr (GBytes) bomb = compress (plain, G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr (SlWarcReader) reader = sl_warc_reader_new (bomb);
  g_autoptr (GError) error = NULL;

  g_assert_null (sl_http_decode (bomb, "gzip", SL_WARC_MAX_PAYLOAD_BYTES, &error));
  g_assert_error (error, SL_STORE_ERROR, SL_STORE_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_null (sl_warc_reader_next (reader, &error));
  g_assert_error (error, SL_STORE_ERROR, SL_STORE_ERROR_DAMAGED);
}

static void
test_dates (void)
{
  g_autofree char *text = sl_warc_format_date (WHEN);
  gint64 usec = 0;

  g_assert_cmpstr (text, ==, "2025-11-24T16:00:00.123456Z");
  g_assert_true (sl_warc_parse_date (text, &usec));
  g_assert_cmpint (usec, ==, WHEN);
  g_assert_true (sl_warc_parse_date ("2025-11-24T16:00:00.123456789Z", &usec));
  g_assert_false (sl_warc_parse_date ("yesterday", &usec));
  g_assert_false (sl_warc_parse_date (NULL, &usec));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/warc/exchange", test_exchange);
  g_test_add_func ("/warc/revisit", test_revisit);
  g_test_add_func ("/warc/conversion", test_conversion);
  g_test_add_func ("/warc/resource", test_resource);
  g_test_add_func ("/warc/foreign", test_foreign);
  g_test_add_func ("/warc/damaged", test_damaged);
  g_test_add_func ("/warc/damaged-member", test_damaged_member);
  g_test_add_func ("/warc/raw", test_raw);
  g_test_add_func ("/warc/digests", test_digests);
  g_test_add_func ("/warc/dates", test_dates);
  g_test_add_func ("/warc/bomb", test_bomb);
  g_test_add_func ("/http/messages", test_messages);
  g_test_add_func ("/http/not-messages", test_not_messages);
  g_test_add_func ("/http/decode", test_decode);

  return g_test_run ();
}
