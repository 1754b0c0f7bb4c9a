/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "helper/sl-helper-server.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "helper/sl-frame.h"

/**
 * SlHelperServer:
 *
 * The helper's end of the conversation: says hello, then answers one request after the other.
 *
 * To be used by one thread.
 */
struct _SlHelperServer
{
  GObject parent_instance;

  GInputStream  *input;        /* (owned) */
  GOutputStream *output;       /* (owned) */
  guint          cpu_seconds;  /* granted to each request, 0 for no limit */
};

G_DEFINE_FINAL_TYPE (SlHelperServer, sl_helper_server, G_TYPE_OBJECT)

static void
sl_helper_server_dispose (GObject *object)
{
  SlHelperServer *self = SL_HELPER_SERVER (object);

  g_clear_object (&self->input);
  g_clear_object (&self->output);

  G_OBJECT_CLASS (sl_helper_server_parent_class)->dispose (object);
}

static void
sl_helper_server_class_init (SlHelperServerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_helper_server_dispose;
}

static void
sl_helper_server_init (SlHelperServer *self)
{
}

static gboolean
say_hello (SlHelperServer        *self,
           const char            *name,
           const SlSandboxLevel  *level,
           GError               **error)
{
  GVariantDict hello;

  g_variant_dict_init (&hello, NULL);
  g_variant_dict_insert (&hello, "name", "s", name);
  g_variant_dict_insert (&hello, "version", "s", VERSION);
  if (level != NULL)
    g_variant_dict_insert_value (&hello, "sandbox", sl_sandbox_level_to_variant (level));
  return sl_frame_write (self->output, SL_FRAME_HELLO, g_variant_dict_end (&hello), NULL, error);
}

static gboolean
send_error (SlHelperServer  *self,
            const GError    *failure,
            GError         **error)
{
  GVariantDict body;
  g_autofree char *message = g_utf8_make_valid (failure->message, -1);

  g_variant_dict_init (&body, NULL);
  g_variant_dict_insert (&body, "domain", "s", g_quark_to_string (failure->domain));
  g_variant_dict_insert (&body, "code", "i", failure->code);
  g_variant_dict_insert (&body, "message", "s", message);
  return sl_frame_write (self->output, SL_FRAME_ERROR, g_variant_dict_end (&body), NULL, error);
}

/* A reply that is too large for a frame is an error of this request, not the end of the helper. */
static gboolean
send_reply (SlHelperServer  *self,
            GVariant        *reply,
            GError         **error)
{
  g_autoptr (GError) failure = NULL;

  if (sl_frame_write (self->output, SL_FRAME_REPLY, reply, NULL, &failure))
    return TRUE;
  if (g_error_matches (failure, SL_HELPER_ERROR, SL_HELPER_ERROR_TOO_LARGE))
    return send_error (self, failure, error);

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
answer (SlHelperServer   *self,
        GVariant         *request,
        SlHelperHandler   handler,
        gpointer          user_data,
        GError          **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GVariant) reply = NULL;

  sl_sandbox_grant_cpu (self->cpu_seconds);
  reply = handler (self, request, user_data, &failure);
  if (reply == NULL)
    {
      g_assert (failure != NULL);
      return send_error (self, failure, error);
    }

  g_variant_take_ref (reply);
  return send_reply (self, reply, error);
}

/**
 * sl_helper_server_new:
 * @input: where requests arrive
 * @output: where replies go
 *
 * Makes a server over two streams.
 *
 * Returns: (transfer full): a new server
 */
SlHelperServer *
sl_helper_server_new (GInputStream  *input,
                      GOutputStream *output)
{
  SlHelperServer *self;

  g_return_val_if_fail (G_IS_INPUT_STREAM (input), NULL);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (output), NULL);

  self = g_object_new (SL_TYPE_HELPER_SERVER, NULL);
  self->input = g_object_ref (input);
  self->output = g_object_ref (output);
  return self;
}

/**
 * sl_helper_server_new_for_stdio:
 * @error: return location for a #GError
 *
 * Makes a server over the standard input and output that a #SlHelperClient gave to this process.
 *
 * Afterwards standard output leads to standard error, so that a stray print in a
 * library cannot slip between two frames. Call it before sl_sandbox_enter().
 *
 * Returns: (transfer full): a new server; %NULL with an error of G_FILE_ERROR
 */
SlHelperServer *
sl_helper_server_new_for_stdio (GError **error)
{
  g_autoptr (GInputStream) input = NULL;
  g_autoptr (GOutputStream) output = NULL;
  int fd = fcntl (STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);

  if (fd < 0 || dup2 (STDERR_FILENO, STDOUT_FILENO) < 0)
    {
      int saved = errno;

      g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (saved),
                   _ ("The helper process was started without its connection: %s"), g_strerror (saved));
      if (fd >= 0)
        close (fd);
      return NULL;
    }

  input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  output = g_unix_output_stream_new (fd, TRUE);
  return sl_helper_server_new (input, output);
}

/**
 * sl_helper_server_set_cpu_limit:
 * @self: a server
 * @seconds: processor time, 0 for no limit
 *
 * Sets how much processor time each request may use before the system ends the process.
 */
void
sl_helper_server_set_cpu_limit (SlHelperServer *self,
                                guint           seconds)
{
  g_return_if_fail (SL_IS_HELPER_SERVER (self));

  self->cpu_seconds = seconds;
}

/**
 * sl_helper_server_run:
 * @self: a server
 * @name: name of this helper, for the hello frame
 * @level: (nullable): what the sandbox holds, for the hello frame
 * @handler: answers a request
 * @user_data: passed to @handler
 * @error: return location for a #GError
 *
 * Serves until the client closes the connection.
 *
 * Returns: %TRUE when the client went away between two requests; %FALSE with an error of
 *   #SlHelperError or of the streams when the conversation broke
 */
gboolean
sl_helper_server_run (SlHelperServer        *self,
                      const char            *name,
                      const SlSandboxLevel  *level,
                      SlHelperHandler        handler,
                      gpointer               user_data,
                      GError               **error)
{
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (SL_IS_HELPER_SERVER (self), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (handler != NULL, FALSE);

  if (!say_hello (self, name, level, error))
    return FALSE;

  while (failure == NULL)
    {
      SlFrameKind kind = SL_FRAME_REQUEST;
      g_autoptr (GVariant) request = sl_frame_read (self->input, &kind, NULL, &failure);

      if (request != NULL && kind != SL_FRAME_REQUEST)
        g_set_error_literal (&failure, SL_HELPER_ERROR, SL_HELPER_ERROR_PROTOCOL,
                             _ ("The helper process received something that is no request"));
      else if (request != NULL)
        answer (self, request, handler, user_data, &failure);
    }

  if (g_error_matches (failure, SL_HELPER_ERROR, SL_HELPER_ERROR_CLOSED))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/**
 * sl_helper_server_send_progress:
 * @self: a server
 * @progress: a dictionary; consumed if floating
 * @error: return location for a #GError
 *
 * Tells the client how far the request that is being answered has come.
 *
 * Returns: %FALSE with an error when the client cannot be reached any more
 */
gboolean
sl_helper_server_send_progress (SlHelperServer  *self,
                                GVariant        *progress,
                                GError         **error)
{
  g_return_val_if_fail (SL_IS_HELPER_SERVER (self), FALSE);

  return sl_frame_write (self->output, SL_FRAME_PROGRESS, progress, NULL, error);
}
