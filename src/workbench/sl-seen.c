/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-seen.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "helper/sl-read.h"

/**
 * sl_seen_judge_status:
 * @status: an HTTP status
 *
 * Only 404 and 410 say that a source is gone; a refusal or a failing server says nothing about it.
 *
 * Returns: what the network did
 */
SlFetchState
sl_seen_judge_status (int status)
{
  switch (status)
    {
    case 404:
    case 410:
      return SL_FETCH_STATE_GONE;
    case 401:
    case 403:
    case 429:
    case 451:
      return SL_FETCH_STATE_BLOCKED;
    case 304:
      return SL_FETCH_STATE_UNCHANGED;
    default:
      return status >= 400 ? SL_FETCH_STATE_UNREACHABLE : SL_FETCH_STATE_FETCHED;
    }
}

static const char *
describe_status (int status)
{
  switch (status)
    {
    case 204:
    case 205:
      return _ ("no content");
    case 304:
      return _ ("not changed, though nothing was asked on that condition");
    case 401:
    case 403:
      return _ ("access refused");
    case 404:
      return _ ("page not found");
    case 410:
      return _ ("page gone");
    case 429:
      return _ ("too many requests");
    case 451:
      return _ ("not available for legal reasons");
    case 500:
      return _ ("error of the server");
    case 503:
      return _ ("not available at the moment");
    default:
      return NULL;
    }
}

static char *
make_status_reason (const SlArrival *arrival)
{
  const SlFetchHop *last = arrival->fetch != NULL ? sl_fetch_get_last_hop (arrival->fetch) : NULL;
  const char *words = describe_status (arrival->capture->status);
  g_autoptr (GString) reason = g_string_new (NULL);

  g_string_append_printf (reason, _ ("the server answered with status %d"), arrival->capture->status);
  if (words != NULL)
    g_string_append_printf (reason, " (%s)", words);
  if (last != NULL && last->retry_at_usec > 0)
    {
      g_autoptr (GDateTime) at = g_date_time_new_from_unix_utc_usec (last->retry_at_usec);
      g_autofree char *when = at != NULL ? g_date_time_format (at, "%Y-%m-%d %H:%M UTC") : NULL;

      g_string_append_printf (reason, _ (" and asks not to be asked again before %s"), when != NULL ? when : "–");
    }

  return g_string_free_and_steal (g_steal_pointer (&reason));
}

/* An answer that broke off is a page that cannot be read; where none began, the source could not be reached. */
static gboolean
is_broken_page (const SlArrival *arrival,
                const GError    *failure)
{
  static const SlFetchError broken[] = {
    SL_FETCH_ERROR_DISCONNECTED,
    SL_FETCH_ERROR_TOO_LARGE,
    SL_FETCH_ERROR_TOO_LARGE_DECODED,
    SL_FETCH_ERROR_BAD_ENCODING,
    SL_FETCH_ERROR_BAD_HTTP,
  };

  if (sl_seen_judge_status (arrival->capture->status) != SL_FETCH_STATE_FETCHED || arrival->capture->status < 200 || arrival->capture->status >= 300)
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (broken); i++)
    if (g_error_matches (failure, SL_FETCH_ERROR, broken[i]))
      return TRUE;

  return FALSE;
}

static void
take_failure (SlSeen       *self,
              gboolean      broken,
              const GError *failure)
{
  self->fetch_state = broken ? SL_FETCH_STATE_FETCHED : SL_FETCH_STATE_UNREACHABLE;
  self->text_state = broken ? SL_TEXT_STATE_UNREADABLE : SL_TEXT_STATE_NOT_READ;
  g_set_str (&self->reason, failure->message);
}

/* Only such an answer is about the page itself; that nothing has changed counts where it was asked. */
static gboolean
brings_page (const SlArrival *arrival)
{
  int status = arrival->capture->status;

  return arrival->unchanged != NULL || (status >= 200 && status < 300 && status != 204 && status != 205);
}

static void
take_answer (SlSeen          *self,
             const SlArrival *arrival)
{
  gboolean refused = self->status >= 400;

  self->fetch_state = refused ? sl_seen_judge_status (self->status) : SL_FETCH_STATE_FETCHED;
  self->text_state = refused ? SL_TEXT_STATE_NOT_READ : SL_TEXT_STATE_UNREADABLE;
  self->reason = make_status_reason (arrival);
}

static gboolean
is_text (SlReadingKind kind)
{
  return kind == SL_READING_ARTICLE || kind == SL_READING_SHORT || kind == SL_READING_LISTING;
}

static void
read_page (SlSeen          *self,
           SlHelpers       *helpers,
           const SlArrival *arrival,
           GCancellable    *cancellable)
{
  SlReadRequest request = {
    .bytes = arrival->payload,
    .url = arrival->capture->final_url,
    .content_type = arrival->capture->content_type,
  };
  g_autoptr (GError) error = NULL;

  self->reading = sl_read_run (helpers->reader, &request, cancellable, &error);
  self->text_state = self->reading != NULL && is_text (self->reading->kind) ? SL_TEXT_STATE_UNKNOWN : SL_TEXT_STATE_UNREADABLE;
  if (self->reading == NULL)
    self->reason = g_strdup (error->message);
  else if (self->reading->kind != SL_READING_ARTICLE)
    self->reason = g_strdup (self->reading->reason);
}

/* "http" and "https", a final slash and a fragment make no other page. */
static char *
dup_page (const char *url)
{
  g_autoptr (GUri) uri = url != NULL ? g_uri_parse (url, SL_ARRIVAL_URI_FLAGS, NULL) : NULL;
  g_autofree char *page = NULL;
  gsize length;

  if (uri == NULL)
    return g_strdup (url);

  page = g_strconcat (g_uri_get_host (uri), g_uri_get_path (uri), g_uri_get_query (uri) != NULL ? "?" : "", g_uri_get_query (uri), NULL);
  length = page != NULL ? strlen (page) : 0;
  while (length > 0 && page[length - 1] == '/')
    page[--length] = '\0';

  return g_steal_pointer (&page);
}

static gboolean
is_same_page (const char *a,
              const char *b)
{
  g_autofree char *first = dup_page (a);
  g_autofree char *second = dup_page (b);

  return g_strcmp0 (first, second) == 0;
}

static void
take_page (SlSeen          *self,
           SlHelpers       *helpers,
           const SlArrival *arrival,
           const char      *usual_url,
           gboolean         known,
           GCancellable    *cancellable)
{
  self->fetch_state = known || arrival->unchanged != NULL ? SL_FETCH_STATE_UNCHANGED : SL_FETCH_STATE_FETCHED;
  if (!is_same_page (arrival->capture->final_url, usual_url))
    {
      self->fetch_state = SL_FETCH_STATE_REDIRECTED;
      self->led_to = g_strdup (arrival->capture->final_url);
    }
  if (known)
    self->text_state = SL_TEXT_STATE_UNKNOWN;
  else
    read_page (self, helpers, arrival, cancellable);
}

/**
 * sl_seen_new:
 * @arrival: (nullable): what came; %NULL when no host answered
 * @failure: (nullable): why no host answered, when @arrival is %NULL
 * @usual_url: where the source's address led when it was captured first
 * @known: whether the case has a text of these very bytes, so that they need not be read again
 *
 * Looks at a source as it is now: what the network did, and whether what came can be read.
 *
 * Returns: (transfer full)
 */
SlSeen *
sl_seen_new (SlHelpers       *helpers,
             const SlArrival *arrival,
             const GError    *failure,
             const char      *usual_url,
             gboolean         known,
             GCancellable    *cancellable)
{
  SlSeen *self = g_new0 (SlSeen, 1);

  self->at_usec = arrival != NULL ? arrival->capture->captured_at : g_get_real_time ();
  self->status = arrival != NULL ? arrival->capture->status : 0;
  self->text_state = SL_TEXT_STATE_NOT_READ;

  if (arrival == NULL)
    take_failure (self, FALSE, failure);
  else if (sl_arrival_get_failure (arrival) != NULL)
    take_failure (self, is_broken_page (arrival, sl_arrival_get_failure (arrival)), sl_arrival_get_failure (arrival));
  else if (!brings_page (arrival))
    take_answer (self, arrival);
  else
    take_page (self, helpers, arrival, usual_url, known, cancellable);

  return self;
}

/**
 * sl_seen_new_missed:
 * @reason: why nobody looked
 *
 * Returns: (transfer full): what is known of a source that was not looked at
 */
SlSeen *
sl_seen_new_missed (const char *reason)
{
  SlSeen *self = g_new0 (SlSeen, 1);

  self->at_usec = g_get_real_time ();
  self->fetch_state = SL_FETCH_STATE_NOT_FETCHED;
  self->text_state = SL_TEXT_STATE_NOT_READ;
  self->reason = g_strdup (reason);

  return self;
}

/**
 * sl_seen_free:
 *
 * Frees it; %NULL is fine.
 */
void
sl_seen_free (SlSeen *self)
{
  if (self == NULL)
    return;

  g_free (self->reason);
  g_free (self->led_to);
  g_clear_pointer (&self->reading, sl_reading_free);
  g_free (self);
}
