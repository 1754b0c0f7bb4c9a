/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "reader/sl-reader.h"

G_BEGIN_DECLS

/* Reads a page of @size bytes (-1 for a string) and fails the test when it cannot be read. */
SlReading *fixture_read (const char *bytes,
                         gssize      size,
                         const char *content_type,
                         const char *url);

/* An article with this head and this body, and enough prose to be one. */
SlReading *fixture_read_article (const char *head,
                                 const char *body,
                                 const char *url);

/* The bytes of the capture that the first occurrence of @words in the text leads back to. */
char *fixture_dup_source (const SlReading *reading,
                          const char      *bytes,
                          const char      *words);

extern const char fixture_prose[];

G_END_DECLS
