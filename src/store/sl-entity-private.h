/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/sl-case-private.h"

G_BEGIN_DECLS

/*
 * Tables of which column is which field of which struct: everything that reads or writes rows goes
 * through them, so that no statement lists columns by hand.
 */

typedef enum
{
  SL_FIELD_ID,          /* SlId; %SL_ID_NONE is NULL */
  SL_FIELD_INT64,       /* gint64 */
  SL_FIELD_ENUM,        /* an enum or gboolean; limit: number of its values */
  SL_FIELD_UINT,        /* guint */
  SL_FIELD_SIZE,        /* gsize */
  SL_FIELD_INT,         /* int */
  SL_FIELD_GRADE,       /* SlGrade; read only, from ten times the credibility plus the reliability */
  SL_FIELD_TEXT,        /* char * (owned), never NULL in the file: NULL is "" */
  SL_FIELD_TEXT_NULL,   /* char * (owned) (nullable) */
  SL_FIELD_LINES,       /* char ** (owned) (nullable), one a line */
  SL_FIELD_CHAIN,       /* GPtrArray * of SlAttributionLink (owned) */
  SL_FIELD_WHEN,        /* SlWhen * (owned): four columns edtf, earliest, latest, reason */
  SL_FIELD_WORDS,       /* SlPassage * (owned): six columns passage_id, exact, prefix, suffix, start_cp, end_cp */
  SL_FIELD_FOLDED,      /* written only: folded from the name (char *) at the offset */
  SL_FIELD_ORIGIN,      /* written only: origin from the chain (GPtrArray *) at the offset */
} SlFieldKind;

typedef struct
{
  const char *column;   /* name, or names joined by ", " in the order of the kind */
  SlFieldKind kind;
  gsize offset;
  int limit;
  const char *derived;  /* (nullable): SQL that yields it when read; then it is not stored */
} SlField;

typedef struct
{
  const char *table;
  const SlField *fields;
  gsize n_fields;
  gpointer (*make) (void);
  GDestroyNotify free;
  void (*finish) (gpointer item);  /* (nullable): fills what follows from the fields read */
} SlEntity;

extern const SlEntity sl_entity_outlet;
extern const SlEntity sl_entity_source;
extern const SlEntity sl_entity_capture;
extern const SlEntity sl_entity_document;
extern const SlEntity sl_entity_passage;
extern const SlEntity sl_entity_claim;
extern const SlEntity sl_entity_pin;
extern const SlEntity sl_entity_event;
extern const SlEntity sl_entity_suggestion;
extern const SlEntity sl_entity_assessment;
extern const SlEntity sl_entity_check;
extern const SlEntity sl_entity_decision;
extern const SlEntity sl_entity_consent;
extern const SlEntity sl_entity_witness;
extern const SlEntity sl_entity_task;
extern const SlEntity sl_entity_act;

void sl_entity_append_columns (const SlEntity *entity,
                               GString *sql);
gpointer sl_entity_read (const SlEntity *entity,
                         SlDb *db,
                         sqlite3_stmt *row,
                         GError **error);
gboolean sl_entity_write (const SlEntity *entity,
                          SlDb *db,
                          gpointer item,
                          gboolean replace,
                          GError **error);
gpointer sl_entity_find (const SlEntity *entity,
                         SlDb *db,
                         GError **error,
                         const char *where,
                         const char *format,
                         ...);

/* sl-chain-text.c */
char *sl_chain_to_text (GPtrArray *chain);
GPtrArray *sl_chain_from_text (const char *text);

G_END_DECLS
