/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/sl-capture.h"

#include <glib/gi18n-lib.h>

#include "core/sl-word.h"

static const char *const method_words[SL_N_CAPTURE_METHODS] = {
  "fetched",
  "file",
  "pasted",
  "archived",
  "saved-page",
  "entry",
};

/**
 * sl_capture_new:
 *
 * Makes a capture without a key, all fields empty.
 *
 * Returns: (transfer full): the capture
 */
SlCapture *
sl_capture_new (void)
{
  return g_new0 (SlCapture, 1);
}

/**
 * sl_capture_free:
 * @self: (nullable) (transfer full): a capture
 *
 * Frees a capture and what it owns.
 */
void
sl_capture_free (SlCapture *self)
{
  if (self == NULL)
    return;

  g_free (self->url);
  g_free (self->final_url);
  g_free (self->content_type);
  g_free (self->payload_digest);
  g_free (self->members);
  g_free (self->note);
  g_free (self->came_as);
  g_free (self);
}

/**
 * sl_capture_method_to_string:
 *
 * Returns: (transfer none): the machine word for a way of capturing
 */
const char *
sl_capture_method_to_string (SlCaptureMethod method)
{
  return sl_word_get (method_words, G_N_ELEMENTS (method_words), (int) method);
}

/**
 * sl_capture_method_describe:
 *
 * Returns: (transfer none): the way of capturing as the person reads it, translated
 */
const char *
sl_capture_method_describe (SlCaptureMethod method)
{
  static const char *const words[SL_N_CAPTURE_METHODS] = {
    N_ ("fetched"),
    N_ ("from a file"),
    N_ ("pasted"),
    N_ ("from another archive"),
    N_ ("saved by a browser"),
    N_ ("from a list of documents"),
  };

  return _ (sl_word_get (words, G_N_ELEMENTS (words), (int) method));
}
