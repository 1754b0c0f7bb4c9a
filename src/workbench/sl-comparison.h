/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "verify/sl-alignment.h"
#include "workbench/sl-workbench.h"

G_BEGIN_DECLS

/**
 * SlComparedPassage:
 * @passage: (owned): of the document before or after
 * @after: it is of the document after
 * @pair: the number of the pair that it begins in
 * @claims: (owned) (element-type SlClaim): those that rest on it
 *
 * One of our passages in two texts that are compared.
 */
typedef struct
{
  SlPassage *passage;
  gboolean   after;
  guint      pair;
  GPtrArray *claims;
} SlComparedPassage;

/**
 * SlComparison:
 * @before: (owned): the document of the earlier capture
 * @after: (owned): that of the later one
 * @before_usec: when the earlier one was captured, UTC microseconds
 * @after_usec: when the later one was
 * @before_text: (owned): its text
 * @after_text: (owned): its text
 * @pairs: (owned) (element-type SlAlignedPair): the paragraphs, in order
 * @passages: (owned) (element-type SlComparedPassage): ours, in the order of the pairs
 *
 * Two captures of a source beside each other.
 */
typedef struct
{
  SlDocument *before;
  SlDocument *after;
  gint64      before_usec;
  gint64      after_usec;
  char       *before_text;
  char       *after_text;
  GPtrArray  *pairs;
  GPtrArray  *passages;
} SlComparison;

SlComparison *sl_comparison_new  (SlCase        *a_case,
                                  SlId           first,
                                  SlId           second,
                                  GCancellable  *cancellable,
                                  GError       **error);
void          sl_comparison_new_async  (SlWorkbench          *workbench,
                                        SlId                  first,
                                        SlId                  second,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              data);
SlComparison *sl_comparison_new_finish (SlWorkbench          *workbench,
                                        GAsyncResult         *result,
                                        GError              **error);
void          sl_comparison_free (SlComparison  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlComparison, sl_comparison_free)

G_END_DECLS
