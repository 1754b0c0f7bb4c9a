/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "helper/sl-helper-client.h"

G_BEGIN_DECLS

/**
 * SlHelpers:
 * @fetcher: (owned): gets bytes from the network
 * @reader: (owned): parses foreign bytes
 *
 * The two locked-down processes, each started by its first call. Thread-safe, shared by reference.
 */
typedef struct
{
  SlHelperClient *fetcher;
  SlHelperClient *reader;
} SlHelpers;

SlHelpers *sl_helpers_new   (void);
SlHelpers *sl_helpers_new_beside (SlHelpers *self);
SlHelpers *sl_helpers_ref   (SlHelpers *self);
void       sl_helpers_unref (SlHelpers *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlHelpers, sl_helpers_unref)

G_END_DECLS
