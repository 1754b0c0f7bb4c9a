/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sl-id.h"

G_BEGIN_DECLS

/**
 * SlSource:
 * @outlet: (owned) (nullable): name of @outlet_id, filled when read from a case
 * @url: (owned) (nullable): where it was got; %NULL for pasted text; a file's name for files
 * @title: (owned): headline, or the first words of a text without one
 * @byline: (owned) (nullable): the byline as it stands
 * @authors: (owned) (nullable): names from it
 * @published: (owned) (nullable): EDTF, as precise as the source says
 * @updated: (owned) (nullable): EDTF
 * @language: (owned) (nullable): BCP 47 tag
 * @added_at: UTC seconds
 *
 * One document at an outlet. When it was published and updated are clocks of its own, apart from
 * when its events happened and when it was captured.
 */
typedef struct
{
  SlId id;
  SlId outlet_id;
  char *outlet;
  char *url;
  char *title;
  char *byline;
  char **authors;
  char *published;
  char *updated;
  char *language;
  gint64 added_at;
} SlSource;

SlSource *sl_source_new (void);
void sl_source_free (SlSource *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlSource, sl_source_free)

G_END_DECLS
