/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a capture keeps of an exchange, shown by reading its records back. */

#include "config.h"

#include <string.h>

#include "core/sl-digest.h"
#include "store/sl-http-message.h"
#include "store/sl-warc-reader.h"
#include "test-site.h"
#include "workbench/sl-arrival.h"
#include "workbench/sl-selection.h"

#define NOW (G_GINT64_CONSTANT (1764000000) * G_USEC_PER_SEC)

typedef struct
{
  SlCase      *a_case;
  SlWorkbench *bench;
  TestServer  *server;
} Fixture;

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup_printf ("%08x.sourceline", g_random_int ());
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), name, NULL);

  (void) data;
  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  f->a_case = sl_case_create (path, "Ferry", NOW, &error);
  g_assert_no_error (error);
  f->bench = sl_workbench_new (f->a_case, "tester");
  f->server = test_server_new (test_site_handle, NULL);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  (void) data;
  g_assert_true (sl_case_close (f->a_case, NULL));
  g_assert_finalize_object (f->bench);
  g_assert_finalize_object (f->a_case);
  test_server_free (f->server);
}

static GPtrArray *
read_members (GPtrArray *members)
{
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_warc_record_free);

  for (guint i = 0; i < members->len; i++)
    {
      g_autoptr (SlWarcReader) reader = sl_warc_reader_new (g_ptr_array_index (members, i));
      g_autoptr (GError) error = NULL;
      SlWarcRecord *record = sl_warc_reader_next (reader, &error);

      g_assert_no_error (error);
      g_assert_nonnull (record);
      g_assert_null (sl_warc_reader_next (reader, &error));
      g_assert_no_error (error);
      g_ptr_array_add (records, record);
    }

  return records;
}

static GPtrArray *
read_capture (Fixture *f,
              SlId     capture_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlCapture) capture = sl_case_get_capture (f->a_case, capture_id, &error);
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_auto (GStrv) digests = NULL;

  g_assert_no_error (error);
  digests = g_strsplit (capture->members, " ", -1);
  for (guint i = 0; digests[i] != NULL; i++)
    {
      g_ptr_array_add (members, sl_case_load_blob (f->a_case, digests[i], &error));
      g_assert_no_error (error);
    }

  return read_members (members);
}

static const SlWarcRecord *
get_record (GPtrArray  *records,
            guint       number,
            SlWarcType  type)
{
  const SlWarcRecord *record;

  g_assert_cmpuint (number, <, records->len);
  record = g_ptr_array_index (records, number);
  g_assert_cmpstr (sl_warc_type_to_string (record->type), ==, sl_warc_type_to_string (type));
  return record;
}

static void
assert_header (const SlWarcRecord *record,
               const char         *name,
               const char         *value)
{
  g_assert_cmpstr (sl_warc_record_get_header (record, name), ==, value);
}

static void
assert_tied (const SlWarcRecord *record,
             const char         *name,
             const SlWarcRecord *to)
{
  g_autofree char *id = g_strdup_printf ("<%s>", to->id);

  assert_header (record, name, id);
}

/* @line: a whole line of a block of fields */
static void
assert_field (const SlWarcRecord *record,
              const char         *line)
{
  gsize size;
  const char *bytes = g_bytes_get_data (record->block, &size);
  g_autofree char *text = g_strndup (bytes, size);
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);

  g_test_message ("%s", line);
  g_assert_cmpstr (record->content_type, ==, "application/warc-fields");
  g_assert_true (g_strv_contains ((const char *const *) lines, line));
}

static void
assert_block (const SlWarcRecord *record,
              const char         *text)
{
  g_autofree char *digest = sl_digest_data (text, strlen (text));
  g_autofree char *labelled = g_strconcat ("sha256:", digest, NULL);

  g_assert_cmpmem (g_bytes_get_data (record->block, NULL), g_bytes_get_size (record->block), text, strlen (text));
  assert_header (record, "WARC-Block-Digest", labelled);
}

static GBytes *
make_bytes (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

#define REQUEST_1 "GET /old HTTP/1.1\r\nHost: a.example\r\n\r\n"
#define RESPONSE_1 "HTTP/1.1 301 Moved Permanently\r\nDate: Mon, 24 Nov 2025 16:00:07 GMT\r\nLocation: /new\r\nContent-Length: 0\r\n\r\n"
#define REQUEST_2 "GET /new HTTP/1.1\r\nHost: a.example\r\n\r\n"
#define RESPONSE_2 "HTTP/1.1 200 OK\r\nDate: Mon, 24 Nov 2025 16:00:08 GMT\r\nContent-Length: 5\r\n\r\nhel"
#define CERTIFICATE "-----BEGIN CERTIFICATE-----\nMAo=\n-----END CERTIFICATE-----\n"
#define ISSUER "-----BEGIN CERTIFICATE-----\nMAs=\n-----END CERTIFICATE-----\n"

static SlFetchHop *
make_hop (const char *url,
          const char *request,
          const char *response,
          const char *date,
          gint64      started_usec)
{
  static const char *const pems[] = { CERTIFICATE, ISSUER, NULL };
  static const char *const digests[] = { "aa", "bb", NULL };
  SlFetchHop *hop = sl_fetch_hop_new (url);

  hop->started_usec = started_usec;
  hop->duration_usec = 250 * 1000;
  hop->request = make_bytes (request);
  hop->response = make_bytes (response);
  hop->head_bytes = (gsize) (strstr (response, "\r\n\r\n") + 4 - response);
  hop->payload = g_bytes_new_from_bytes (hop->response, hop->head_bytes, strlen (response) - hop->head_bytes);
  hop->date = g_strdup (date);
  hop->remote_address = g_strdup ("2606:2800:220:1::7");
  hop->remote_port = 443;
  hop->tls_protocol = g_strdup ("TLS 1.3");
  hop->tls_cipher = g_strdup ("TLS_AES_128_GCM_SHA256");
  hop->tls_chain_pem = g_strdupv ((char **) pems);
  hop->tls_chain_sha256 = g_strdupv ((char **) digests);
  return hop;
}

/* A redirect, and an answer that breaks off. */
static SlArrival *
make_arrival (void)
{
  SlArrival *arrival = g_new0 (SlArrival, 1);
  SlFetch *fetch = sl_fetch_new ();
  SlFetchHop *second = make_hop ("https://a.example/new", REQUEST_2, RESPONSE_2, "Mon, 24 Nov 2025 16:00:08 GMT", NOW + 400000);

  g_ptr_array_add (fetch->hops, make_hop ("https://a.example/old", REQUEST_1, RESPONSE_1, "Mon, 24 Nov 2025 16:00:07 GMT", NOW + 1));
  second->truncated = TRUE;
  g_ptr_array_add (fetch->hops, second);
  fetch->failure = g_error_new_literal (SL_FETCH_ERROR, SL_FETCH_ERROR_DISCONNECTED, "It broke off");
  arrival->fetch = fetch;
  arrival->capture = sl_capture_new ();
  g_set_str (&arrival->capture->url, "https://a.example/old");
  arrival->capture->captured_at = NOW + 1;
  arrival->capture->payload_digest = sl_digest_data ("hel", 3);
  return arrival;
}

/* Each exchange is there as it was: bytes, addresses, certificates, both clocks, and by what it was made. */
static void
test_records (Fixture       *f,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlArrival) arrival = make_arrival ();
  g_autoptr (GPtrArray) members = sl_arrival_make_members (arrival, f->a_case, &error);
  g_autoptr (GPtrArray) records = NULL;
  const SlWarcRecord *info, *response, *record;

  (void) data;
  g_assert_no_error (error);
  records = read_members (members);
  g_assert_cmpuint (records->len, ==, 9);

  info = get_record (records, 0, SL_WARC_WARCINFO);
  assert_field (info, "software: Sourceline/" VERSION);
  for (guint i = 0; i < records->len; i++)
    {
      record = g_ptr_array_index (records, i);
      g_assert_cmpint (record->date_usec, ==, NOW + 1);
      if (i > 0)
        assert_tied (record, "WARC-Warcinfo-ID", info);
    }

  response = get_record (records, 1, SL_WARC_RESPONSE);
  g_assert_cmpstr (response->uri, ==, "https://a.example/old");
  assert_block (response, RESPONSE_1);
  assert_header (response, "WARC-IP-Address", "2606:2800:220:1::7");
  assert_header (response, "WARC-Truncated", NULL);
  g_assert_nonnull (sl_warc_record_get_header (response, "WARC-Payload-Digest"));

  record = get_record (records, 2, SL_WARC_REQUEST);
  assert_block (record, REQUEST_1);
  assert_tied (record, "WARC-Concurrent-To", response);

  record = get_record (records, 3, SL_WARC_METADATA);
  assert_tied (record, "WARC-Concurrent-To", response);
  assert_field (record, "software: Sourceline/" VERSION);
  assert_field (record, "fetchTimeMs: 250");
  assert_field (record, "local-date: 2025-11-24T16:00:00.000001Z");
  assert_field (record, "server-date: Mon, 24 Nov 2025 16:00:07 GMT");
  assert_field (record, "server-address: [2606:2800:220:1::7]:443");
  assert_field (record, "tls-protocol: TLS 1.3");
  assert_field (record, "tls-cipher: TLS_AES_128_GCM_SHA256");
  assert_field (record, "tls-certificates-sha256: aa bb");

  record = get_record (records, 4, SL_WARC_METADATA);
  g_assert_cmpstr (record->content_type, ==, SL_WARC_CERTIFICATES_TYPE);
  assert_block (record, CERTIFICATE ISSUER);
  assert_tied (record, "WARC-Concurrent-To", response);

  response = get_record (records, 5, SL_WARC_RESPONSE);
  assert_block (response, RESPONSE_2);
  assert_header (response, "WARC-Truncated", "disconnect");
  record = get_record (records, 7, SL_WARC_METADATA);
  assert_field (record, "via: https://a.example/old");
  assert_field (record, "hopsFromSeed: R");
  assert_field (record, "local-date: 2025-11-24T16:00:00.400000Z");
  assert_field (record, "failure: It broke off");
}

/* Why a response is not whole, in the words of the standard. */
static void
test_truncation (void)
{
  static const struct
  {
    SlFetchError code;
    const char *word;
  } cases[] = {
    { SL_FETCH_ERROR_TOO_LARGE, "length" },
    { SL_FETCH_ERROR_TIMEOUT_IO, "time" },
    { SL_FETCH_ERROR_TIMEOUT_TOTAL, "time" },
    { SL_FETCH_ERROR_DISCONNECTED, "disconnect" },
    { SL_FETCH_ERROR_BAD_HTTP, "unspecified" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SlArrival) arrival = make_arrival ();

      arrival->fetch->failure->code = (int) cases[i].code;
      g_assert_cmpstr (sl_arrival_describe_cut (arrival->fetch, 0), ==, NULL);
      g_assert_cmpstr (sl_arrival_describe_cut (arrival->fetch, 1), ==, cases[i].word);
    }
}

static char *
make_url (Fixture    *f,
          const char *target)
{
  return g_strdup_printf ("http://127.0.0.1:%u%s", test_server_get_port (f->server), target);
}

static SlId
add (Fixture    *f,
     const char *target)
{
  g_autofree char *url = make_url (f, target);
  SlAddRequest request = { .what = url, .typed = TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (SlAddReport) report = sl_workbench_add (f->bench, &request, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return report->capture_id;
}

/* The same bytes another time: a revisit that says where they are, and the case still gives them out. */
static void
test_identical (Fixture       *f,
                gconstpointer  data)
{
  SlId first_id = add (f, "/article");
  SlId second_id = add (f, "/article");
  g_autoptr (GPtrArray) first = read_capture (f, first_id);
  g_autoptr (GPtrArray) second = read_capture (f, second_id);
  const SlWarcRecord *response = get_record (first, 1, SL_WARC_RESPONSE);
  const SlWarcRecord *revisit = get_record (second, 1, SL_WARC_REVISIT);
  g_autoptr (GBytes) before = sl_case_load_payload (f->a_case, first_id, NULL);
  g_autoptr (GBytes) after = sl_case_load_payload (f->a_case, second_id, NULL);

  (void) data;
  assert_header (revisit, "WARC-Profile", SL_WARC_PROFILE_IDENTICAL);
  assert_tied (revisit, "WARC-Refers-To", response);
  assert_header (revisit, "WARC-Payload-Digest", sl_warc_record_get_header (response, "WARC-Payload-Digest"));
  g_assert_cmpuint (g_bytes_get_size (revisit->block), <, 300);
  g_assert_true (g_bytes_equal (before, after));
}

static SlArrival *
get_again (Fixture    *f,
           const char *target,
           SlId        earlier_id)
{
  g_autofree char *url = make_url (f, target);
  SlAddRequest request = { .what = url, .typed = TRUE };
  g_autoptr (SlCapture) capture = sl_case_get_capture (f->a_case, earlier_id, NULL);
  g_autoptr (SlEarlier) earlier = sl_earlier_load (f->a_case, capture);
  g_autoptr (GError) error = NULL;
  SlArrival *arrival = sl_arrival_get_again (sl_workbench_get_helpers (f->bench), &request, earlier, NULL, NULL, &error);

  g_assert_no_error (error);
  return arrival;
}

static SlId
store (Fixture   *f,
       SlArrival *arrival,
       SlId       source_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) members = sl_arrival_make_members (arrival, f->a_case, &error);

  g_assert_no_error (error);
  arrival->capture->source_id = source_id;
  sl_case_begin_act (f->a_case, SL_ACT_RECORD, "again", "tester", NOW, &error);
  sl_case_add_capture (f->a_case, arrival->capture, members, &error);
  sl_case_commit_act (f->a_case, &error);
  g_assert_no_error (error);
  return arrival->capture->id;
}

/* A 304 is proof that the page stood there: it refers to the first answer, also when it is the third in a row. */
static void
test_not_modified (Fixture       *f,
                   gconstpointer  data)
{
  SlId first_id, last_id;
  g_autoptr (SlCapture) first = NULL;
  g_autoptr (GPtrArray) original = NULL;
  g_autoptr (GBytes) before = NULL;

  (void) data;
  test_site_set (f->server, "/article", "validators");
  first_id = last_id = add (f, "/article#part");
  first = sl_case_get_capture (f->a_case, first_id, NULL);
  original = read_capture (f, first_id);
  before = sl_case_load_payload (f->a_case, first_id, NULL);

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (SlArrival) arrival = get_again (f, "/article#part", last_id);
      g_autoptr (GPtrArray) records = NULL;
      g_autoptr (GBytes) after = NULL;
      const SlWarcRecord *revisit;

      g_assert_cmpint (arrival->capture->status, ==, 304);
      g_assert_cmpstr (arrival->capture->payload_digest, ==, first->payload_digest);
      last_id = store (f, arrival, first->source_id);
      records = read_capture (f, last_id);
      revisit = get_record (records, 1, SL_WARC_REVISIT);
      assert_header (revisit, "WARC-Profile", SL_WARC_PROFILE_NOT_MODIFIED);
      assert_tied (revisit, "WARC-Refers-To", get_record (original, 1, SL_WARC_RESPONSE));
      after = sl_case_load_payload (f->a_case, last_id, NULL);
      g_assert_true (g_bytes_equal (before, after));
    }
}

/* What changed comes whole, and what was told nothing to ask with is asked for everything. */
static void
test_conditions_fail (Fixture       *f,
                      gconstpointer  data)
{
  SlId id, plain_id;
  g_autoptr (SlArrival) changed = NULL;
  g_autoptr (SlArrival) plain = NULL;

  (void) data;
  test_site_set (f->server, "/article", "validators");
  id = add (f, "/article");
  test_site_set (f->server, "/article", "digit");
  changed = get_again (f, "/article", id);
  g_assert_cmpint (changed->capture->status, ==, 200);
  g_assert_null (changed->unchanged);

  plain_id = add (f, "/as/same");
  plain = get_again (f, "/as/same", plain_id);
  g_assert_cmpint (plain->capture->status, ==, 200);
}

/* Behind a redirect only the address that gave the ETag is asked with it. */
static void
test_conditions_behind_redirect (Fixture       *f,
                                 gconstpointer  data)
{
  SlId id = add (f, "/to/http://127.0.0.1:PORT/as/validators");
  g_autoptr (SlArrival) again = get_again (f, "/to/http://127.0.0.1:PORT/as/validators", id);
  const SlFetchHop *first = g_ptr_array_index (again->fetch->hops, 0);

  (void) data;
  g_assert_cmpint (again->capture->status, ==, 304);
  g_assert_nonnull (again->unchanged);
  g_assert_false (first->conditional);
  g_assert_true (sl_fetch_get_last_hop (again->fetch)->conditional);
}

/* A fetch that failed is a capture, too, of whatever the host showed; nothing is read from it. */
static void
test_failures (Fixture       *f,
               gconstpointer  data)
{
  static const struct
  {
    const char *variant;
    SlFetchError code;
    const char *truncated;
  } cases[] = {
    { "truncated", SL_FETCH_ERROR_DISCONNECTED, "disconnect" },
    { "chunks-cut", SL_FETCH_ERROR_DISCONNECTED, "disconnect" },
    { "bomb", SL_FETCH_ERROR_TOO_LARGE_DECODED, NULL },
    { "brotli", SL_FETCH_ERROR_BAD_ENCODING, NULL },
    { "endless", SL_FETCH_ERROR_TOO_LARGE, "length" },
    { "redirect-private", SL_FETCH_ERROR_PRIVATE_ADDRESS, NULL },
    { "slow-head", SL_FETCH_ERROR_TIMEOUT_TOTAL, "time" },
    { "slow-body", SL_FETCH_ERROR_TIMEOUT_TOTAL, "time" },
    { "http2", SL_FETCH_ERROR_HTTP2, "unspecified" },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  (void) data;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/as/", cases[i].variant, NULL);
      g_autofree char *url = make_url (f, path);
      SlAddRequest request = { .what = url, .typed = TRUE, .total_timeout_seconds = g_str_has_prefix (path, "/as/slow") ? 2 : 0 };
      g_autoptr (SlArrival) arrival = sl_arrival_try (sl_workbench_get_helpers (f->bench), &request, NULL, NULL, NULL, &error);
      g_autoptr (SlAddReport) report = NULL;
      g_autoptr (GPtrArray) records = NULL;
      g_autofree char *failure = NULL;

      g_test_message ("%s", cases[i].variant);
      g_assert_no_error (error);
      g_assert_error (sl_arrival_get_failure (arrival), SL_FETCH_ERROR, (int) cases[i].code);
      report = sl_workbench_keep (f->bench, &request, arrival, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_error (report->trouble, SL_FETCH_ERROR, (int) cases[i].code);
      g_assert_cmpint (report->document_id, ==, SL_ID_NONE);

      records = read_capture (f, report->capture_id);
      assert_header (get_record (records, 1, SL_WARC_RESPONSE), "WARC-Truncated", cases[i].truncated);
      failure = g_strdup_printf ("failure: %s", report->trouble->message);
      assert_field (get_record (records, 3, SL_WARC_METADATA), failure);
    }

  findings = sl_case_verify (f->a_case, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
}

/* A certificate that is refused is kept with the reason; where nobody answers, there is nothing to keep. */
static void
test_no_answer (Fixture       *f,
                gconstpointer  data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fetcher", "tls", "self-signed.pem", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GTlsCertificate) certificate = g_tls_certificate_new_from_file (path, &error);
  g_autoptr (TestServer) secure = test_server_new (test_site_handle, certificate);
  g_autofree char *url = g_strdup_printf ("https://127.0.0.1:%u/as/same", test_server_get_port (secure));
  SlAddRequest request = { .what = url, .typed = TRUE };
  SlAddRequest nowhere = { .what = "http://127.0.0.1:9/" };
  g_autoptr (SlArrival) refused = sl_arrival_try (sl_workbench_get_helpers (f->bench), &request, NULL, NULL, NULL, &error);
  g_autoptr (SlArrival) nothing = NULL;
  g_autoptr (SlAddReport) report = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  (void) data;
  g_assert_no_error (error);
  report = sl_workbench_keep (f->bench, &request, refused, NULL, NULL, &error);
  g_assert_error (report->trouble, SL_FETCH_ERROR, SL_FETCH_ERROR_TLS_UNKNOWN_CA);
  records = read_capture (f, report->capture_id);
  g_assert_cmpuint (records->len, ==, 3);
  assert_field (get_record (records, 1, SL_WARC_METADATA), "tls-errors: G_TLS_CERTIFICATE_UNKNOWN_CA");
  g_assert_cmpstr (get_record (records, 2, SL_WARC_METADATA)->content_type, ==, SL_WARC_CERTIFICATES_TYPE);
  findings = sl_case_verify (f->a_case, NULL, &error);
  g_assert_cmpuint (findings->len, ==, 0);

  nothing = sl_arrival_try (sl_workbench_get_helpers (f->bench), &nowhere, NULL, NULL, NULL, &error);
  g_assert_error (error, SL_FETCH_ERROR, SL_FETCH_ERROR_PRIVATE_ADDRESS);
  g_assert_null (nothing);
}

static gboolean
collect (const SlCapture  *capture,
         GBytes           *member,
         gpointer          data,
         GError          **error)
{
  g_ptr_array_add (data, g_bytes_ref (member));
  return TRUE;
}

/* What leaves the case has the clean text behind the capture, each time the same. */
static void
test_conversion (Fixture       *f,
                 gconstpointer  data)
{
  SlId id = add (f, "/article");
  g_autoptr (GPtrArray) inside = read_capture (f, id);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlSelection) selection = sl_selection_new (f->a_case, &id, 1, &error);
  g_autoptr (GPtrArray) once = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GPtrArray) twice = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GPtrArray) records = NULL;
  const SlWarcRecord *conversion;
  g_autofree char *text = NULL;

  (void) data;
  g_assert_no_error (error);
  g_assert_true (sl_selection_foreach (selection, collect, once, NULL, &error));
  g_assert_true (sl_selection_foreach (selection, collect, twice, NULL, &error));
  g_assert_cmpuint (once->len, ==, inside->len + 1);
  g_assert_true (g_bytes_equal (g_ptr_array_index (once, once->len - 1), g_ptr_array_index (twice, once->len - 1)));

  records = read_members (once);
  conversion = get_record (records, records->len - 1, SL_WARC_CONVERSION);
  assert_tied (conversion, "WARC-Refers-To", get_record (records, 1, SL_WARC_RESPONSE));
  text = g_strndup (g_bytes_get_data (conversion->block, NULL), g_bytes_get_size (conversion->block));
  g_assert_nonnull (strstr (text, TEST_SITE_QUOTE));
  g_assert_null (strstr (text, "<p>"));
}

#define ADD(name, function) g_test_add ("/capture/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("records", test_records);
  g_test_add_func ("/capture/truncation", test_truncation);
  ADD ("identical", test_identical);
  ADD ("not-modified", test_not_modified);
  ADD ("conditions-fail", test_conditions_fail);
  ADD ("conditions-behind-redirect", test_conditions_behind_redirect);
  ADD ("conversion", test_conversion);
  ADD ("failures", test_failures);
  ADD ("no-answer", test_no_answer);
  return g_test_run ();
}
