/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sl-assessment.h"
#include "ui/sl-form.h"

G_BEGIN_DECLS

/* The two axes of a grade and the reason for it. */
#define SL_TYPE_GRADE_FORM (sl_grade_form_get_type ())
G_DECLARE_FINAL_TYPE (SlGradeForm, sl_grade_form, SL, GRADE_FORM, SlForm)

SlForm *sl_grade_form_new (SlId                target,
                           const char         *title,
                           const SlAssessment *in_force);

G_END_DECLS
