/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-locate.h"

/**
 * sl_locate:
 * @text: UTF-8
 *
 * Finds a quotation in a text, without a case; see sl_anchor_locate().
 *
 * Returns: (transfer full): where it stands, in code points of @text
 */
SlAnchor *
sl_locate (const char             *text,
           const SlAnchorSelector *selector)
{
  g_autoptr (SlNormal) normal = sl_normal_new (text, -1);

  return sl_anchor_locate (normal, selector);
}
