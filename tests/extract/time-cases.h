/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is expected of one text: its times as "words|value|EDTF", one a line; EDTF "-" when undated. */
typedef struct
{
  const char *language;
  const char *reference;
  const char *text;
  const char *times;
} TimeCase;

void time_cases_check (const TimeCase *cases,
                       gsize           count);

G_END_DECLS
