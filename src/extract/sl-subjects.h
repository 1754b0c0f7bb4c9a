/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "extract/sl-finder.h"

G_BEGIN_DECLS

SlRange sl_subjects_find      (const SlFinder  *finder,
                               const SlCueCase *work);
SlRange sl_subjects_take_over (const SlFinder  *finder,
                               const SlCueCase *work);

G_END_DECLS
