/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "workbench/sl-workbench.h"

G_BEGIN_DECLS

/**
 * SlCliRows:
 * @name: what `list` calls them, e.g. "claims"
 * @what: what one is called, as sl_case_what_is() names it, e.g. "claim"
 * @list: reads rows from the case
 * @get: (nullable): reads one row
 * @free: frees what @get returns
 * @to_json: adds a row's members to an open object
 * @to_text: (transfer full): one line for people, without the key
 * @id: a row's key
 * @more_json: (nullable): adds what the case says beside the row to its object
 * @mark: (nullable): (transfer full): what must be seen with the row's line, or %NULL
 *
 * How one kind of row is listed and shown.
 */
typedef struct
{
  const char      *name;
  const char      *what;
  GPtrArray     *(*list) (SlCase         *a_case,
                          const SlQuery  *query,
                          GError        **error);
  gpointer       (*get) (SlCase  *a_case,
                         SlId     id,
                         GError **error);
  GDestroyNotify   free;
  void           (*to_json) (JsonBuilder   *builder,
                             gconstpointer  row);
  char          *(*to_text) (gconstpointer row);
  SlId           (*id) (gconstpointer row);
  void           (*more_json) (JsonBuilder   *builder,
                               SlCase        *a_case,
                               gconstpointer  row);
  char          *(*mark) (SlCase        *a_case,
                          gconstpointer  row);
} SlCliRows;

const SlCliRows *sl_cli_rows_find    (const char      *name);
const SlCliRows *sl_cli_rows_of      (const char      *what);
char            *sl_cli_rows_names   (void);
void             sl_cli_rows_print   (const SlCliRows *rows,
                                      gconstpointer    row,
                                      gboolean         json);
void             sl_cli_rows_print_in (const SlCliRows *rows,
                                      SlCase          *a_case,
                                      gconstpointer    row,
                                      gboolean         json);

G_END_DECLS
