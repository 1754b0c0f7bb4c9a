/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ui/sl-session.h"

G_BEGIN_DECLS

#define SL_UI_FIXTURE_NOW 1764000000

/**
 * SlUiFixture:
 *
 * A real case in a file of its own: one source with a text, suggestions found in it, and events made of some of them.
 */
typedef struct
{
  char      *path;      /* (owned) */
  SlSession *session;   /* (owned): has the case open */
  SlId       source;
  SlId       document;
} SlUiFixture;

/* The text of the only document. */
extern const char sl_ui_fixture_text[];

void         sl_ui_fixture_isolate     (const char        *name);
SlUiFixture *sl_ui_fixture_new         (guint              n_suggestions);
void         sl_ui_fixture_free        (SlUiFixture       *self);
SlId         sl_ui_fixture_do          (SlUiFixture       *self,
                                        SlCommand         *command);
SlId         sl_ui_fixture_new_event   (SlUiFixture       *self,
                                        const char        *title,
                                        const char        *edtf);
SlId         sl_ui_fixture_suggestion  (SlUiFixture       *self,
                                        guint              position);
gint64       sl_ui_fixture_count       (SlUiFixture       *self,
                                        SlList             list,
                                        int                state);
void         sl_ui_fixture_wait        (gboolean         (*done) (gpointer data),
                                        gpointer           data);
void         sl_ui_fixture_settle      (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlUiFixture, sl_ui_fixture_free)

G_END_DECLS
