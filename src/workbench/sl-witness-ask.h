/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workbench/sl-witness-plan.h"
#include "workbench/sl-workbench-private.h"

G_BEGIN_DECLS

SlWitness *sl_witness_ask (SlWorkbench          *self,
                           const SlWitnessStep  *step,
                           gboolean              typed,
                           GBytes              **kept,
                           GCancellable         *cancellable,
                           GError              **error);

G_END_DECLS
