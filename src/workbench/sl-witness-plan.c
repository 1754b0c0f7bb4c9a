/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-witness-plan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "workbench/sl-workbench.h"

/* Stands in an address for that of the page, escaped; without it the page's address follows as it is. */
#define PLACEHOLDER "{url}"

static void
step_free (gpointer data)
{
  SlWitnessStep *step = data;

  g_free (step->authority);
  g_free (step->address);
  g_free (step->sent);
  g_free (step->digest);
  g_free (step);
}

/**
 * sl_witness_setting_of:
 *
 * Returns: (transfer none): key of the setting that holds the addresses of those who are asked, apart by blanks
 */
const char *
sl_witness_setting_of (SlWitnessKind kind)
{
  switch (kind)
    {
    case SL_WITNESS_TIMESTAMP:
      return "witness.timestamp";
    case SL_WITNESS_MEMENTO:
      return "witness.memento";
    case SL_WITNESS_SAVED:
    default:
      return "witness.save";
    }
}

/**
 * sl_witness_dup_addresses:
 *
 * Returns: (transfer full) (nullable): who is asked, apart by blanks; %NULL while it is off
 */
char *
sl_witness_dup_addresses (SlCase        *a_case,
                          SlWitnessKind  kind)
{
  return sl_case_dup_setting (a_case, sl_witness_setting_of (kind));
}

/**
 * sl_witness_dup_trust:
 *
 * Returns: (transfer full) (nullable): certificates that are trusted to vouch for time-stamps, PEM; %NULL for the system's
 */
char *
sl_witness_dup_trust (SlCase *a_case)
{
  return sl_case_dup_setting (a_case, SL_WITNESS_TRUST_SETTING);
}

/**
 * sl_witness_check_address:
 *
 * Checks that an address is one of the web. Fails with %SL_WORKBENCH_ERROR_INVALID.
 */
gboolean
sl_witness_check_address (const char  *address,
                          GError     **error)
{
  g_autofree char *scheme = g_uri_parse_scheme (address);

  if (g_strcmp0 (scheme, "https") == 0 || g_strcmp0 (scheme, "http") == 0)
    return TRUE;

  g_set_error (error, SL_WORKBENCH_ERROR, SL_WORKBENCH_ERROR_INVALID, _ ("“%s” is no address that begins with https:// or http://."), address);
  return FALSE;
}

/**
 * sl_witness_digest_capture:
 *
 * Digests a capture as it leaves the case: its WARC records, as gzip members, one after the other. Whoever has the exported
 * archive can compute the same from these bytes.
 *
 * Fails with SL_STORE_ERROR.
 *
 * Returns: (transfer full) (nullable): SHA-256, hexadecimal
 */
char *
sl_witness_digest_capture (SlCase  *a_case,
                           SlId     capture_id,
                           GError **error)
{
  g_autoptr (SlCapture) capture = sl_case_get_capture (a_case, capture_id, error);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_auto (GStrv) digests = NULL;

  if (capture == NULL)
    return NULL;

  digests = g_strsplit (capture->members, " ", -1);
  for (guint i = 0; digests[i] != NULL; i++)
    {
      g_autoptr (GBytes) member = *digests[i] != '\0' ? sl_case_load_blob (a_case, digests[i], error) : g_bytes_new (NULL, 0);

      if (member == NULL)
        return NULL;
      g_checksum_update (checksum, g_bytes_get_data (member, NULL), (gssize) g_bytes_get_size (member));
    }

  return g_strdup (g_checksum_get_string (checksum));
}

static char *
make_address (const char *authority,
              const char *url)
{
  const char *place = strstr (authority, PLACEHOLDER);
  g_autofree char *escaped = g_uri_escape_string (url, NULL, FALSE);

  if (place == NULL)
    return g_strconcat (authority, url, NULL);
  return g_strdup_printf ("%.*s%s%s", (int) (place - authority), authority, escaped, place + strlen (PLACEHOLDER));
}

static void
add_stamp (GPtrArray  *steps,
           const char *authority,
           SlId        capture_id,
           char       *digest)
{
  SlWitnessStep *step = g_new0 (SlWitnessStep, 1);

  step->kind = SL_WITNESS_TIMESTAMP;
  step->capture_id = capture_id;
  step->authority = g_strdup (authority);
  step->address = g_strdup (authority);
  step->digest = digest;
  if (digest != NULL)
    step->sent = g_strdup_printf (_ ("the SHA-256 %s of the records of a capture, and a random number; nothing that is in it"), digest);
  else
    step->sent = g_strdup (_ ("the hash of the last act of this case, and a random number; nothing that is in it"));
  g_ptr_array_add (steps, step);
}

static gboolean
plan_stamps (SlCase                  *a_case,
             const SlWitnessRequest  *request,
             const char              *authority,
             GPtrArray               *steps,
             GError                 **error)
{
  for (gsize i = 0; i < request->n_captures; i++)
    {
      char *digest = sl_witness_digest_capture (a_case, request->captures[i], error);

      if (digest == NULL)
        return FALSE;
      add_stamp (steps, authority, request->captures[i], digest);
    }

  /* Last, so that it covers what was recorded about the captures. */
  add_stamp (steps, authority, SL_ID_NONE, NULL);
  return TRUE;
}

static void
add_question (GPtrArray       *steps,
              SlWitnessKind    kind,
              const char      *authority,
              const SlCapture *capture)
{
  SlWitnessStep *step;

  if (!g_str_has_prefix (capture->url, "http://") && !g_str_has_prefix (capture->url, "https://"))
    return;

  step = g_new0 (SlWitnessStep, 1);
  step->kind = kind;
  step->capture_id = capture->id;
  step->authority = g_strdup (authority);
  step->address = make_address (authority, capture->url);
  step->captured_at = capture->captured_at;
  if (kind == SL_WITNESS_MEMENTO)
    step->sent = g_strdup_printf (_ ("the address %s and when it was captured"), capture->url);
  else
    step->sent = g_strdup_printf (_ ("the address %s, which the archive will then fetch itself"), capture->url);
  g_ptr_array_add (steps, step);
}

static gboolean
plan_newest (SlCase         *a_case,
             SlWitnessKind   kind,
             const char     *authority,
             GPtrArray      *steps,
             GError        **error)
{
  SlQuery query = SL_QUERY_ALL;
  g_autoptr (GPtrArray) sources = sl_case_list_sources (a_case, &query, error);

  for (guint i = 0; sources != NULL && i < sources->len; i++)
    {
      SlQuery newest = SL_QUERY_ALL;
      g_autoptr (GPtrArray) captures = NULL;

      newest.about = ((const SlSource *) g_ptr_array_index (sources, i))->id;
      newest.limit = 1;
      captures = sl_case_list_captures (a_case, &newest, error);
      if (captures == NULL)
        return FALSE;
      if (captures->len > 0)
        add_question (steps, kind, authority, g_ptr_array_index (captures, 0));
    }

  return sources != NULL;
}

static gboolean
plan_questions (SlCase                  *a_case,
                const SlWitnessRequest  *request,
                SlWitnessKind            kind,
                const char              *authority,
                GPtrArray               *steps,
                GError                 **error)
{
  if (request->n_captures == 0)
    return plan_newest (a_case, kind, authority, steps, error);

  for (gsize i = 0; i < request->n_captures; i++)
    {
      g_autoptr (SlCapture) capture = sl_case_get_capture (a_case, request->captures[i], error);

      if (capture == NULL)
        return FALSE;
      add_question (steps, kind, authority, capture);
    }

  return TRUE;
}

static gboolean
plan_kind (SlCase                  *a_case,
           const SlWitnessRequest  *request,
           SlWitnessKind            kind,
           GPtrArray               *steps,
           GError                 **error)
{
  g_autofree char *setting = sl_witness_dup_addresses (a_case, kind);
  g_auto (GStrv) authorities = NULL;

  if (setting == NULL || *setting == '\0')
    {
      g_set_error (error, SL_WORKBENCH_ERROR, SL_WORKBENCH_ERROR_INVALID,
                   _ ("Nobody is named in this case who could be asked (setting %s). Nothing was sent."), sl_witness_setting_of (kind));
      return FALSE;
    }

  authorities = g_strsplit (setting, " ", -1);
  for (guint i = 0; authorities[i] != NULL; i++)
    {
      gboolean planned = kind == SL_WITNESS_TIMESTAMP ? plan_stamps (a_case, request, authorities[i], steps, error)
                                                      : plan_questions (a_case, request, kind, authorities[i], steps, error);

      if (!planned)
        return FALSE;
    }

  return TRUE;
}

/**
 * sl_witness_plan:
 *
 * Says what would be sent to whom, without sending anything.
 *
 * Fails with %SL_WORKBENCH_ERROR_INVALID when nobody is named in the case who could be asked, and with SL_STORE_ERROR.
 *
 * Returns: (transfer full) (nullable) (element-type SlWitnessStep): the questions, in the order in which they are asked
 */
GPtrArray *
sl_witness_plan (SlCase                  *a_case,
                 const SlWitnessRequest  *request,
                 GError                 **error)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func (step_free);

  if ((request->memento && !plan_kind (a_case, request, SL_WITNESS_MEMENTO, steps, error))
      || (request->save && !plan_kind (a_case, request, SL_WITNESS_SAVED, steps, error))
      || (request->timestamp && !plan_kind (a_case, request, SL_WITNESS_TIMESTAMP, steps, error)))
    return NULL;

  return g_steal_pointer (&steps);
}
