/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "workbench/sl-workbench.h"

G_BEGIN_DECLS

/* Documents and tasks as rows of lists, and what the newest document of a source adds to the source. */
void  sl_cli_document_to_json  (JsonBuilder   *builder,
                                gconstpointer  row);
char *sl_cli_document_to_text  (gconstpointer  row);
void  sl_cli_document_add_more (JsonBuilder   *builder,
                                SlCase        *a_case,
                                gconstpointer  row);
char *sl_cli_document_dup_mark (SlCase        *a_case,
                                gconstpointer  row);
void  sl_cli_source_add_more   (JsonBuilder   *builder,
                                SlCase        *a_case,
                                gconstpointer  row);
char *sl_cli_source_dup_mark   (SlCase        *a_case,
                                gconstpointer  row);
void  sl_cli_witness_to_json   (JsonBuilder   *builder,
                                gconstpointer  row);
char *sl_cli_witness_to_text   (gconstpointer  row);
void  sl_cli_task_to_json      (JsonBuilder   *builder,
                                gconstpointer  row);
char *sl_cli_task_to_text      (gconstpointer  row);

/* The document that a person means by the key of a document, a capture or a source: the newest one of it. */
SlDocument *sl_cli_document_find (SlCase      *a_case,
                                  SlId         id,
                                  GError     **error);

G_END_DECLS
