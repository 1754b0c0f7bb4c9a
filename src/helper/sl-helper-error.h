/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SlHelperError:
 * @SL_HELPER_ERROR_FAILED: the helper reported an error of a domain that the client does not know
 * @SL_HELPER_ERROR_START: the helper program is missing or could not be started
 * @SL_HELPER_ERROR_PROTOCOL: what arrived is no frame, or not the frame that was due
 * @SL_HELPER_ERROR_TOO_LARGE: a frame is longer than SL_FRAME_MAX_BYTES
 * @SL_HELPER_ERROR_CLOSED: the other side closed the connection between two frames
 * @SL_HELPER_ERROR_CRASHED: the helper process ended by itself during a call
 * @SL_HELPER_ERROR_LIMIT: the helper process was ended because it used up its processor time or memory
 * @SL_HELPER_ERROR_TIMED_OUT: the deadline of the call passed
 * @SL_HELPER_ERROR_SANDBOX: the process could not be locked down as its system allows
 *
 * Errors of the helper layer.
 *
 * A cancelled call fails with G_IO_ERROR_CANCELLED.
 */
typedef enum
{
  SL_HELPER_ERROR_FAILED,
  SL_HELPER_ERROR_START,
  SL_HELPER_ERROR_PROTOCOL,
  SL_HELPER_ERROR_TOO_LARGE,
  SL_HELPER_ERROR_CLOSED,
  SL_HELPER_ERROR_CRASHED,
  SL_HELPER_ERROR_LIMIT,
  SL_HELPER_ERROR_TIMED_OUT,
  SL_HELPER_ERROR_SANDBOX,
} SlHelperError;

#define SL_HELPER_ERROR (sl_helper_error_quark ())
GQuark sl_helper_error_quark (void);

G_END_DECLS
