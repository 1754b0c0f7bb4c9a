/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sl-id.h"

G_BEGIN_DECLS

/**
 * SlOutlet:
 * @name: (owned): "The Example Times"
 * @domain: (owned) (nullable): registrable host name it publishes under
 *
 * Who publishes: newspaper, agency, ministry, channel.
 */
typedef struct
{
  SlId id;
  char *name;
  char *domain;
} SlOutlet;

SlOutlet *sl_outlet_new (void);
void sl_outlet_free (SlOutlet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlOutlet, sl_outlet_free)

G_END_DECLS
