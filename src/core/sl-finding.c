/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/sl-finding.h"

/**
 * sl_finding_new:
 *
 * Makes a finding; the strings are copied.
 *
 * Returns: (transfer full): the finding
 */
SlFinding *
sl_finding_new (const char *what,
                SlId        id,
                const char *problem,
                const char *detail)
{
  SlFinding *self = g_new0 (SlFinding, 1);

  self->what = g_strdup (what);
  self->id = id;
  self->problem = g_strdup (problem);
  self->detail = g_strdup (detail);
  return self;
}

/**
 * sl_finding_new_at:
 * @place: path in the file, and where there
 *
 * Makes a finding about a part of a file; the strings are copied.
 *
 * Returns: (transfer full): the finding
 */
SlFinding *
sl_finding_new_at (const char *what,
                   const char *place,
                   const char *problem,
                   const char *detail)
{
  SlFinding *self = sl_finding_new (what, SL_ID_NONE, problem, detail);

  self->place = g_strdup (place);
  return self;
}

/**
 * sl_finding_free:
 * @self: (nullable) (transfer full): a finding
 *
 * Frees a finding and what it owns.
 */
void
sl_finding_free (SlFinding *self)
{
  if (self == NULL)
    return;

  g_free (self->what);
  g_free (self->place);
  g_free (self->problem);
  g_free (self->detail);
  g_free (self);
}
