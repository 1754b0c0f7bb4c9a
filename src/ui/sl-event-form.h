/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sl-event.h"
#include "ui/sl-form.h"

G_BEGIN_DECLS

/* The fields of an event: to edit one, or to make a new one. */
#define SL_TYPE_EVENT_FORM (sl_event_form_get_type ())
G_DECLARE_FINAL_TYPE (SlEventForm, sl_event_form, SL, EVENT_FORM, SlForm)

SlForm *sl_event_form_new (const SlEvent *event);

G_END_DECLS
