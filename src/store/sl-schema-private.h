/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/sl-db-private.h"

G_BEGIN_DECLS

/* "SLIN" */
#define SL_SCHEMA_APPLICATION_ID 0x534C494E
#define SL_SCHEMA_VERSION 3

/* How a table takes part in the history; see sql/meta.sql. */
typedef enum
{
  SL_TABLE_PRESENT,
  SL_TABLE_EVIDENCE,
  SL_TABLE_WORK,
  SL_TABLE_GROUND,
} SlTableKind;

typedef struct
{
  const char *name;
  SlTableKind kind;
  int since;  /* version of the schema that has it first */
} SlTable;

const SlTable *sl_schema_get_tables (gsize *n_tables);
const SlTable *sl_schema_find_table (const char *name);
gboolean sl_schema_is_recorded (const SlTable *table);
gboolean sl_schema_install (SlDb *db,
                            int from_version,
                            int to_version,
                            GError **error);
gboolean sl_schema_is_known (SlDb *db,
                             int version,
                             gboolean *known,
                             GError **error);

G_END_DECLS
