/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "test-server.h"
#include "workbench/sl-workbench.h"

G_BEGIN_DECLS

/**
 * Fixture:
 *
 * A case, and a server with the pages of test-site.h that its sources are from.
 */
typedef struct
{
  SlCase      *a_case;  /* (owned) */
  SlWorkbench *bench;   /* (owned) */
  TestServer  *server;  /* (owned) */
} Fixture;

void         fixture_set_up       (Fixture       *f,
                                   gconstpointer  data);
void         fixture_tear_down    (Fixture       *f,
                                   gconstpointer  data);
char        *fixture_make_url     (Fixture       *f,
                                   const char    *page);
SlAddReport *fixture_add_page     (Fixture       *f,
                                   const char    *page);
SlId         fixture_pin          (Fixture       *f,
                                   SlId           document_id,
                                   const char    *words);
SlId         fixture_pin_quote    (Fixture       *f,
                                   SlId           document_id);
SlCheck     *fixture_check_source (Fixture       *f,
                                   SlId           source_id);
void         fixture_assert_sound (Fixture       *f);

G_END_DECLS
