/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/sl-case-private.h"

G_BEGIN_DECLS

/* What the parts of sl_case_verify() share. */
typedef struct
{
  SlDb *db;           /* (owned): a connection of its own, one snapshot of the file */
  SlDb *replay;       /* (owned): tables as the history leaves them */
  GPtrArray *findings;     /* (owned) (element-type SlFinding) */
  GCancellable *cancellable;  /* (unowned) (nullable) */
} SlVerifier;

void sl_verifier_add (SlVerifier *self,
                      const char *what,
                      SlId id,
                      const char *problem,
                      const char *format,
                      ...) G_GNUC_PRINTF (5, 6);
gboolean sl_verifier_note (SlVerifier *self,
                           const char *what,
                           SlId id,
                           const char *problem,
                           GError *trouble,
                           GError **error);

/* Each looks at one thing, and fails only when looking is impossible or was cancelled. */
gboolean sl_verifier_check_structure (SlVerifier *self,
                                      GError **error);
gboolean sl_verifier_check_chain (SlVerifier *self,
                                  GError **error);
gboolean sl_verifier_check_rows (SlVerifier *self,
                                 GError **error);
gboolean sl_verifier_check_evidence (SlVerifier *self,
                                     GError **error);

G_END_DECLS
