/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/sl-case.h"

G_BEGIN_DECLS

/* A moment at which nothing happened; tests count seconds from it. */
#define SAMPLE_NOW G_GINT64_CONSTANT (1764000000)

#define SAMPLE_TEXT                                                           \
  "The mayor of Exampleville said on Sunday that the bridge would close.\n\n" \
  "Two engineers denied it. One of them, Ada Ruf, called the plan “paper”.\n"

/* Keys of what sample_fill() makes. */
typedef struct
{
  SlId outlet;
  SlId source;
  SlId capture;
  SlId document;
  SlId suggestion;
  SlId passage;
  SlId claim;
  SlId pin;
  SlId event;
} Sample;

char *sample_make_path (const char *name);
SlCase *sample_make_case (const char *name);
void sample_begin (SlCase *a_case,
                   const char *label);
void sample_commit (SlCase *a_case);
void sample_add (SlCase *a_case,
                 Sample *sample);
void sample_accept (SlCase *a_case,
                    Sample *sample);
void sample_grade (SlCase *a_case,
                   SlId target,
                   const char *grade);
void sample_fill (SlCase *a_case,
                  Sample *sample);

G_END_DECLS
