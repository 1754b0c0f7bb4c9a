/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One article on a server of our own, and everything that can become of it: the cases that capture and re-check must
 * tell apart. Whoever tests them uses these pages, in one of two ways.
 *
 * In C: test_server_new (test_site_handle, NULL), and test_site_set (server, "/article", "digit") between two fetches.
 *
 * From outside: the program tests/fetcher/test-site (built as _build/tests/fetcher/test-site) prints one line "NAME ADDRESS"
 * for each server that it runs, then a line "ready", and ends when its standard input does. The names:
 *   plain        http, all pages below
 *   expired, other-host, self-signed, unknown-authority
 *                https with a certificate that is refused, the same pages. Sourceline does not trust the authority of
 *                the tests, so for "expired" it names that first; test-outcomes.c, which trusts it, sees each for itself
 *   refused      a port of this machine at which nobody listens
 *   nowhere      a name that has no address
 *
 * Targets of a server:
 *   /article, /article/ANYTHING   the page; it begins as "same"
 *   /set/VARIANT/article…         makes that page VARIANT from now on, and answers 204
 *   /as/VARIANT                   the page as VARIANT, always
 *   /bulk/NUMBER                  another article each, of 200 kB, that never changes
 * and those of test-pages.c.
 *
 * Variants, all of them 200 unless they say otherwise:
 *   same               the article, with TEST_SITE_QUOTE in its second paragraph
 *   validators         the same with ETag and Last-Modified, and 304 to whoever names one of them
 *   noise              the same; only adverts, "… minutes ago", and related links differ, with each answer
 *   lively             the same on a page as news sites have them: cookie bar, dates, counters, share bars, adverts between the
 *                      paragraphs, comments, lists of links in another order; all of it another with each answer
 *   lively-digit       the same around "digit"
 *   digit              one digit of the quote is another: TEST_SITE_QUOTE_DIGIT
 *   moved              the quote stands at the end
 *   removed            the quote's paragraph is not there
 *   moved-page         301 to /elsewhere, another article without the quote
 *   moved-same         301 to /as/same
 *   not-modified       304 to everybody
 *   forbidden          403         missing       404        gone          410
 *   slow-down          429 with Retry-After: 120
 *   legal              451         error         500
 *   unavailable        503 with Retry-After as a date, an hour after its Date
 *   soft-404, consent, paywall, bot, script-only, empty
 *   truncated          Content-Length is 1000 bytes more than what comes
 *   chunks-cut         a chunked body that breaks off
 *   bomb               gzip, 40 MiB once decompressed
 *   brotli             Content-Encoding: br, unasked
 *   charset            windows-1252, called utf-8
 *   endless            100 MB without a Content-Length
 *   redirect-loop      302 to itself
 *   redirect-private   302 to 127.0.0.2, which nobody typed
 *   redirect-silent    302 with a page of its own to a place that closes the connection without a word
 *   slow-head          a head that comes byte by byte and does not end
 *   slow-body          a body that comes byte by byte and does not end
 *   http2              answers in HTTP/2 only
 */

#pragma once

#include "test-server.h"

G_BEGIN_DECLS

/** What a test pins: it stands once in the article, and none of it elsewhere. */
#define TEST_SITE_QUOTE "the ferry left Skerrow harbour at 6.40 with 142 passengers on board"
/** What "digit" makes of it. */
#define TEST_SITE_QUOTE_DIGIT "the ferry left Skerrow harbour at 6.40 with 143 passengers on board"

/** Length of the body of "/bulk/…". */
#define TEST_SITE_BULK_BYTES 200000u

void  test_site_handle (TestServer   *server,
                        const char   *target,
                        GIOStream    *stream,
                        GCancellable *cancellable);
void  test_site_set    (TestServer   *server,
                        const char   *page,
                        const char   *variant);

G_END_DECLS
