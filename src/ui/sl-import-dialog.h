/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workbench/sl-import.h"

G_BEGIN_DECLS

AdwDialog *sl_import_dialog_new (const SlImportReport *report);

G_END_DECLS
