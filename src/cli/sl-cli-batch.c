/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/sl-cli-batch.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "cli/sl-cli-json.h"
#include "cli/sl-cli.h"

static void
copy_id (JsonObject  *row,
         JsonBuilder *builder)
{
  json_builder_set_member_name (builder, "id");
  if (json_object_has_member (row, "id"))
    json_builder_add_value (builder, json_node_copy (json_object_get_member (row, "id")));
  else
    json_builder_add_null_value (builder);
}

static void
answer_line (const char     *line,
             SlCliBatchFunc  func,
             gpointer        data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GError) error = NULL;
  gboolean parsed = json_parser_load_from_data (parser, line, -1, &error);
  JsonNode *root = parsed ? json_parser_get_root (parser) : NULL;

  json_builder_begin_object (builder);
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    {
      copy_id (json_node_get_object (root), builder);
      func (json_node_get_object (root), builder, data);
    }
  else
    {
      sl_cli_json_string (builder, "error", error != NULL ? error->message : _ ("the line is no JSON object"));
    }
  json_builder_end_object (builder);
  sl_cli_json_print (builder);
}

/**
 * sl_cli_batch_run:
 *
 * Answers each JSON object on a line of standard input with one on a line of standard output, in order.
 *
 * Returns: %SL_EXIT_OK when the input was read to its end, whatever its rows said; else %SL_EXIT_ERROR
 */
int
sl_cli_batch_run (SlCliBatchFunc  func,
                  gpointer        data,
                  GCancellable   *cancellable)
{
  g_autoptr (GInputStream) input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autoptr (GDataInputStream) lines = g_data_input_stream_new (input);
  g_autoptr (GError) error = NULL;

  for (;;)
    {
      g_autofree char *line = g_data_input_stream_read_line (lines, NULL, cancellable, &error);

      if (line == NULL)
        break;
      if (*line != '\0')
        answer_line (line, func, data);
    }

  return error == NULL ? SL_EXIT_OK : sl_cli_fail (NULL, error);
}
