/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/sl-cli-json.h"

#include <stdio.h>

#include "core/sl-attribution.h"

/**
 * sl_cli_json_string:
 * @value: (nullable): %NULL writes null
 *
 * Adds a text member.
 */
void
sl_cli_json_string (JsonBuilder *builder,
                    const char  *name,
                    const char  *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

/**
 * sl_cli_json_strv:
 * @values: (nullable): %NULL writes an empty list
 *
 * Adds a member that is a list of texts.
 */
void
sl_cli_json_strv (JsonBuilder  *builder,
                  const char   *name,
                  char        **values)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    json_builder_add_string_value (builder, values[i]);
  json_builder_end_array (builder);
}

/**
 * sl_cli_json_int:
 *
 * Adds a whole number.
 */
void
sl_cli_json_int (JsonBuilder *builder,
                 const char  *name,
                 gint64       value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

/**
 * sl_cli_json_boolean:
 *
 * Adds true or false.
 */
void
sl_cli_json_boolean (JsonBuilder *builder,
                     const char  *name,
                     gboolean     value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

/**
 * sl_cli_json_id:
 *
 * Adds a key as its sixteen digits, because 63 bits are more than JSON numbers hold everywhere;
 * null for %SL_ID_NONE.
 */
void
sl_cli_json_id (JsonBuilder *builder,
                const char  *name,
                SlId         id)
{
  char digits[SL_ID_STRING_SIZE];

  sl_cli_json_string (builder, name, id != SL_ID_NONE ? sl_id_format (id, digits) : NULL);
}

/**
 * sl_cli_json_time:
 * @seconds: UTC seconds since 1970
 *
 * Adds an instant as ISO 8601 in UTC.
 */
void
sl_cli_json_time (JsonBuilder *builder,
                  const char  *name,
                  gint64       seconds)
{
  g_autoptr (GDateTime) instant = g_date_time_new_from_unix_utc (seconds);
  g_autofree char *text = instant != NULL ? g_date_time_format_iso8601 (instant) : NULL;

  sl_cli_json_string (builder, name, text);
}

/**
 * sl_cli_json_when:
 *
 * Adds the members edtf, earliest, latest and reason of a time.
 */
void
sl_cli_json_when (JsonBuilder  *builder,
                  const SlWhen *when)
{
  g_autofree char *earliest = sl_when_format_earliest (when);
  g_autofree char *latest = sl_when_format_latest (when);

  sl_cli_json_string (builder, "edtf", when->edtf);
  sl_cli_json_string (builder, "earliest", earliest);
  sl_cli_json_string (builder, "latest", latest);
  sl_cli_json_string (builder, "reason", when->reason);
}

/**
 * sl_cli_json_chain:
 * @chain: (nullable) (element-type SlAttributionLink): origin first
 *
 * Adds a chain of attribution as a list of objects, origin first.
 */
void
sl_cli_json_chain (JsonBuilder *builder,
                   const char  *name,
                   GPtrArray   *chain)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; chain != NULL && i < chain->len; i++)
    {
      const SlAttributionLink *link = g_ptr_array_index (chain, i);

      json_builder_begin_object (builder);
      sl_cli_json_string (builder, "speaker", link->speaker);
      sl_cli_json_string (builder, "kind", sl_speaker_kind_to_string (link->kind));
      sl_cli_json_string (builder, "words", link->words);
      sl_cli_json_int (builder, "start", link->start_cp);
      sl_cli_json_int (builder, "end", link->end_cp);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/**
 * sl_cli_json_print:
 *
 * Prints what was built as one line, at once.
 */
void
sl_cli_json_print (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *line = json_to_string (root, FALSE);

  fputs (line, stdout);
  fputc ('\n', stdout);
  fflush (stdout);
}
