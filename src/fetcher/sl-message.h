/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libsoup/soup.h>

#include "helper/sl-fetch.h"

G_BEGIN_DECLS

SoupMessage *sl_message_new          (GUri                 *location,
                                      const SlFetchRequest *request,
                                      SlFetchHop           *hop);
void         sl_message_note_headers (SoupMessage          *message,
                                      SlFetchHop           *hop);

G_END_DECLS
