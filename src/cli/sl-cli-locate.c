/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/sl-cli-batch.h"
#include "cli/sl-cli-json.h"
#include "cli/sl-cli.h"
#include "workbench/sl-locate.h"

static const char *
member (JsonObject *object,
        const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

static gint64
position (JsonObject *object,
          const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_int (node) : -1;
}

static void
print_difference (JsonBuilder        *builder,
                  const SlDifference *difference)
{
  g_autofree char *kinds = difference != NULL ? sl_change_kinds_to_string (difference->kinds) : NULL;

  sl_cli_json_string (builder, "difference", difference != NULL ? difference->marked : NULL);
  sl_cli_json_string (builder, "kinds", kinds);
}

/* From the first to the last word, and, as far as the quotation goes, with the marks around them. */
static void
print_place (JsonBuilder    *builder,
             const char     *text,
             const SlAnchor *anchor)
{
  static const char *const names[] = { "start", "end", "quote_start", "quote_end" };
  gsize start_cp = anchor->start_cp;
  gsize end_cp = anchor->end_cp;

  if (anchor->verdict == SL_VERDICT_ABSENT)
    {
      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        sl_cli_json_string (builder, names[i], NULL);
      return;
    }
  sl_locate_trim_marks (text, &start_cp, &end_cp);
  sl_cli_json_int (builder, "start", start_cp);
  sl_cli_json_int (builder, "end", end_cp);
  sl_cli_json_int (builder, "quote_start", anchor->start_cp);
  sl_cli_json_int (builder, "quote_end", anchor->end_cp);
}

static void
print_anchor (JsonBuilder    *builder,
              const char     *text,
              const SlAnchor *anchor)
{
  sl_cli_json_string (builder, "verdict", sl_verdict_to_string (anchor->verdict));
  print_place (builder, text, anchor);
  print_difference (builder, anchor->difference);
  sl_cli_json_string (builder, "detail", anchor->detail);
}

static void
answer (JsonObject  *row,
        JsonBuilder *builder,
        gpointer     data)
{
  const char *text = member (row, "text");
  JsonNode *node = json_object_get_member (row, "selector");
  JsonObject *object = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  SlAnchorSelector selector = { 0 };
  g_autoptr (SlAnchor) anchor = NULL;

  (void) data;
  selector.exact = object != NULL ? member (object, "exact") : NULL;
  if (text == NULL || selector.exact == NULL)
    {
      sl_cli_json_string (builder, "error", _ ("the row needs “text” and “selector” with “exact”"));
      return;
    }

  selector.prefix = member (object, "prefix");
  selector.suffix = member (object, "suffix");
  selector.start_cp = position (object, "start");
  if (selector.start_cp < 0)
    selector.start_cp = position (row, "hint");

  anchor = sl_locate (text, &selector);
  print_anchor (builder, text, anchor);
}

static int
run (int    argc,
     char **argv)
{
  gboolean batch = FALSE;
  const GOptionEntry entries[] = {
    { "batch", 'b', 0, G_OPTION_ARG_NONE, &batch, N_ ("Read JSON lines {id, text, selector, hint} from standard input"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!sl_cli_parse (&sl_cli_locate, entries, &argc, &argv))
    return SL_EXIT_USAGE;
  if (argc != 1 || !batch)
    return sl_cli_usage (&sl_cli_locate, _ ("give --batch, and rows on standard input"));

  return sl_cli_batch_run (answer, NULL, NULL);
}

const SlCliCommand sl_cli_locate = { "locate", "--batch", N_ ("Find quotations in texts"), run };
