/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "extract/sl-extraction.h"
#include "helper/sl-read.h"
#include "workbench/sl-helpers.h"

G_BEGIN_DECLS

/**
 * SlStudy:
 * @reading: (owned): text and metadata as the reader process found them; its language is that of the text where the
 *   page declares another
 * @extraction: (owned): what the extractor found in the text
 * @published: (owned) (nullable): EDTF the times were resolved by: given by the person, else the page's own
 *
 * Everything that reading one article yields; needs no case.
 */
typedef struct
{
  SlReading    *reading;
  SlExtraction *extraction;
  char         *published;
} SlStudy;

/**
 * SlStudyOptions:
 * @published: (nullable): EDTF given by the person; wins over what the page says
 * @language: (nullable): BCP 47 tag given by the person
 * @now: UTC seconds
 */
typedef struct
{
  const char *published;
  const char *language;
  gint64      now;
} SlStudyOptions;

SlStudy *sl_study_read (SlHelpers              *helpers,
                            const SlReadRequest    *request,
                            const SlStudyOptions *options,
                            GCancellable           *cancellable,
                            GError                **error);
SlStudy *sl_study_from_text (const char             *text,
                                 const SlStudyOptions *options,
                                 GCancellable           *cancellable,
                                 GError                **error);
char *sl_study_dup_language (const char *declared,
                             const char *text);
void       sl_study_free (SlStudy              *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlStudy, sl_study_free)

G_END_DECLS
