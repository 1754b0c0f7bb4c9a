/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workbench/sl-workbench-private.h"

G_BEGIN_DECLS

/*
 * Carries out one command inside its act. Returns the key it made or changed, or %SL_ID_NONE with
 * an error, upon which the act is given up.
 */
typedef SlId (*SlDoFunc) (SlWorkbench      *self,
                          const SlCommand  *command,
                          GError          **error);

SlId sl_do_accept         (SlWorkbench *self, const SlCommand *command, GError **error);
SlId sl_do_reject         (SlWorkbench *self, const SlCommand *command, GError **error);
SlId sl_do_reopen         (SlWorkbench *self, const SlCommand *command, GError **error);
SlId sl_do_grade          (SlWorkbench *self, const SlCommand *command, GError **error);
SlId sl_do_override_grade (SlWorkbench *self, const SlCommand *command, GError **error);
SlId sl_do_new_claim      (SlWorkbench *self, const SlCommand *command, GError **error);
SlId sl_do_edit_claim     (SlWorkbench *self, const SlCommand *command, GError **error);
SlId sl_do_remove_claim   (SlWorkbench *self, const SlCommand *command, GError **error);
SlId sl_do_pin            (SlWorkbench *self, const SlCommand *command, GError **error);
SlId sl_do_set_stance     (SlWorkbench *self, const SlCommand *command, GError **error);
SlId sl_do_unpin          (SlWorkbench *self, const SlCommand *command, GError **error);
SlId sl_do_new_event      (SlWorkbench *self, const SlCommand *command, GError **error);
SlId sl_do_edit_event     (SlWorkbench *self, const SlCommand *command, GError **error);
SlId sl_do_remove_event   (SlWorkbench *self, const SlCommand *command, GError **error);
SlId sl_do_join           (SlWorkbench *self, const SlCommand *command, GError **error);
SlId sl_do_separate       (SlWorkbench *self, const SlCommand *command, GError **error);
SlId sl_do_merge_events   (SlWorkbench *self, const SlCommand *command, GError **error);
SlId sl_do_remove_source  (SlWorkbench *self, const SlCommand *command, GError **error);
SlId sl_do_rename_case    (SlWorkbench *self, const SlCommand *command, GError **error);
SlId sl_do_set_scope      (SlWorkbench *self, const SlCommand *command, GError **error);
SlId sl_do_consent        (SlWorkbench *self, const SlCommand *command, GError **error);
SlId sl_do_set_setting    (SlWorkbench *self, const SlCommand *command, GError **error);

/* What the commands share. */
gboolean  sl_do_require_text (const char       *text,
                              const char       *message,
                              GError          **error);
void      sl_do_replace      (char            **field,
                              const char       *value);
SlWhen   *sl_do_parse_when   (const char       *edtf,
                              GError          **error);
char     *sl_do_make_title   (const char       *text);
gboolean  sl_do_place_claim  (SlWorkbench      *self,
                              SlId              event_id,
                              const SlClaim    *claim,
                              const char       *title,
                              const SlWhen     *when,
                              GError          **error);
gboolean  sl_do_pin_claim    (SlWorkbench      *self,
                              SlId              claim_id,
                              SlPassage        *passage,
                              SlStance          stance,
                              GPtrArray        *chain,
                              GError          **error);

G_END_DECLS
