/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "helper/sl-helper-client.h"

#include <glib/gi18n-lib.h>

#include "helper/sl-channel.h"
#include "helper/sl-helper-process.h"

/* A helper that has not said hello by then never will. */
#define HELLO_TIMEOUT_USEC (30 * G_USEC_PER_SEC)

/**
 * SlHelperClient:
 *
 * Sourceline's end of the conversation with one helper process.
 *
 * The process is started by the first call and kept for the following ones. When it crashed, exceeded
 * its limits, was too late or was cancelled, it is ended, and the next call starts a new one.
 *
 * Any thread may call; calls that come at the same time wait for each other.
 */
struct _SlHelperClient
{
  GObject parent_instance;

  char   **argv;    /* (owned): program and arguments */
  GQuark   domain;  /* errors of the helper come back in this domain */

  GMutex   mutex;
  GCond    cond;   /* signalled when @busy ends and when a waiting call is cancelled */
  gboolean busy;   /* guarded by @mutex; whoever set it owns the fields below */

  SlHelperProcess *process;  /* (owned) (nullable) */
  GVariant        *hello;    /* (owned) (nullable): guarded by @mutex */
};

G_DEFINE_FINAL_TYPE (SlHelperClient, sl_helper_client, G_TYPE_OBJECT)

static void
sl_helper_client_dispose (GObject *object)
{
  SlHelperClient *self = SL_HELPER_CLIENT (object);

  g_clear_pointer (&self->process, sl_helper_process_free);
  g_clear_pointer (&self->hello, g_variant_unref);

  G_OBJECT_CLASS (sl_helper_client_parent_class)->dispose (object);
}

static void
sl_helper_client_finalize (GObject *object)
{
  SlHelperClient *self = SL_HELPER_CLIENT (object);

  g_strfreev (self->argv);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);

  G_OBJECT_CLASS (sl_helper_client_parent_class)->finalize (object);
}

static void
sl_helper_client_class_init (SlHelperClientClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sl_helper_client_dispose;
  object_class->finalize = sl_helper_client_finalize;
}

static void
sl_helper_client_init (SlHelperClient *self)
{
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
}

static void
wake_cb (GCancellable *cancellable,
         gpointer      user_data)
{
  SlHelperClient *self = user_data;

  g_mutex_lock (&self->mutex);
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);
}

/* TRUE when the process is ours, FALSE when the deadline or the person was faster. */
static gboolean
wait_until_free (SlHelperClient *self,
                 gint64          deadline_usec,
                 GCancellable   *cancellable)
{
  gboolean in_time = TRUE;
  gboolean got = FALSE;

  g_mutex_lock (&self->mutex);
  while (self->busy && in_time && !g_cancellable_is_cancelled (cancellable))
    {
      if (deadline_usec == SL_HELPER_NO_DEADLINE)
        g_cond_wait (&self->cond, &self->mutex);
      else
        in_time = g_cond_wait_until (&self->cond, &self->mutex, deadline_usec);
    }

  if (!self->busy && !g_cancellable_is_cancelled (cancellable))
    got = self->busy = TRUE;
  g_mutex_unlock (&self->mutex);
  return got;
}

static gboolean
acquire (SlHelperClient  *self,
         gint64           deadline_usec,
         GCancellable    *cancellable,
         GError         **error)
{
  gulong handler = 0;
  gboolean got;

  if (cancellable != NULL)
    handler = g_cancellable_connect (cancellable, G_CALLBACK (wake_cb), self, NULL);
  got = wait_until_free (self, deadline_usec, cancellable);
  g_cancellable_disconnect (cancellable, handler);

  if (got || g_cancellable_set_error_if_cancelled (cancellable, error))
    return got;

  g_set_error (error, SL_HELPER_ERROR, SL_HELPER_ERROR_TIMED_OUT,
               _ ("%s was still busy with something else when the time was up"), self->argv[0]);
  return FALSE;
}

static void
release (SlHelperClient *self)
{
  g_mutex_lock (&self->mutex);
  self->busy = FALSE;
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);
}

static void
set_hello (SlHelperClient *self,
           GVariant       *hello)
{
  g_mutex_lock (&self->mutex);
  g_clear_pointer (&self->hello, g_variant_unref);
  self->hello = hello;
  g_mutex_unlock (&self->mutex);
}

static gboolean
is_closed (const GError *failure)
{
  return g_error_matches (failure, SL_HELPER_ERROR, SL_HELPER_ERROR_CLOSED)
         || g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CONNECTION_CLOSED);
}

/* Ends the process after @failure and says what happened in the words of the person who waits. */
static void
conclude (SlHelperClient *self,
          GError *failure, /* (transfer full) */
          GError **error)
{
  g_autoptr (GError) owned = failure;
  g_autoptr (SlHelperProcess) process = g_steal_pointer (&self->process);

  if (is_closed (owned))
    {
      sl_helper_process_kill (process, error);
      return;
    }

  sl_helper_process_kill (process, NULL);
  if (g_error_matches (owned, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    g_set_error (error, SL_HELPER_ERROR, SL_HELPER_ERROR_TIMED_OUT,
                 _ ("%s had no answer when the time was up"), self->argv[0]);
  else
    g_propagate_error (error, g_steal_pointer (&owned));
}

static gboolean
receive_hello (SlHelperClient  *self,
               gint64           deadline_usec,
               GCancellable    *cancellable,
               GError         **error)
{
  GError *failure = NULL;
  SlFrameKind kind = SL_FRAME_HELLO;
  gint64 hello_deadline_usec = MIN (deadline_usec, g_get_monotonic_time () + HELLO_TIMEOUT_USEC);
  g_autoptr (GVariant) hello = sl_channel_receive (sl_helper_process_get_socket (self->process), &kind, hello_deadline_usec, cancellable, &failure);

  if (hello != NULL && kind == SL_FRAME_HELLO)
    {
      set_hello (self, g_steal_pointer (&hello));
      return TRUE;
    }

  if (hello != NULL)
    g_set_error (&failure, SL_HELPER_ERROR, SL_HELPER_ERROR_PROTOCOL,
                 _ ("%s did not introduce itself"), self->argv[0]);
  conclude (self, failure, error);
  return FALSE;
}

static gboolean
ensure_started (SlHelperClient  *self,
                gint64           deadline_usec,
                GCancellable    *cancellable,
                GError         **error)
{
  if (self->process != NULL)
    return TRUE;

  self->process = sl_helper_process_spawn ((const char *const *) self->argv, error);
  return self->process != NULL && receive_hello (self, deadline_usec, cancellable, error);
}

static gboolean
send_request (SlHelperClient  *self,
              GBytes          *frame,
              gint64           deadline_usec,
              GCancellable    *cancellable,
              GError         **error)
{
  gboolean fresh = self->process == NULL;
  GError *failure = NULL;

  if (!ensure_started (self, deadline_usec, cancellable, error))
    return FALSE;
  if (sl_channel_send (sl_helper_process_get_socket (self->process), frame, deadline_usec, cancellable, &failure))
    return TRUE;

  /* However it ended, it was not because of this request. */
  if (!fresh && is_closed (failure))
    {
      g_clear_pointer (&self->process, sl_helper_process_free);
      g_propagate_error (error, failure);
      return FALSE;
    }

  conclude (self, failure, error);
  return FALSE;
}

/* The domain is compared, never made: a hostile helper must not fill the table of quarks. */
static void
set_remote_error (SlHelperClient  *self,
                  GVariant        *body,
                  GError         **error)
{
  const char *domain = "";
  const char *message = "";
  int code = 0;

  g_variant_lookup (body, "domain", "&s", &domain);
  g_variant_lookup (body, "message", "&s", &message);
  g_variant_lookup (body, "code", "i", &code);

  if (self->domain != 0 && g_str_equal (domain, g_quark_to_string (self->domain)))
    g_set_error_literal (error, self->domain, code, message);
  else if (g_str_equal (domain, g_quark_to_string (G_IO_ERROR)) && code == G_IO_ERROR_CANCELLED)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, message);
  else
    g_set_error (error, SL_HELPER_ERROR, SL_HELPER_ERROR_FAILED, "%s: %s", self->argv[0], message);
}

static GVariant *
receive_answer (SlHelperClient        *self,
                SlHelperProgressFunc   progress,
                gpointer               user_data,
                gint64                 deadline_usec,
                GCancellable          *cancellable,
                GError               **error)
{
  GError *failure = NULL;

  while (TRUE)
    {
      SlFrameKind kind = SL_FRAME_REPLY;
      g_autoptr (GVariant) body = sl_channel_receive (sl_helper_process_get_socket (self->process), &kind, deadline_usec, cancellable, &failure);

      if (body != NULL && kind == SL_FRAME_REPLY)
        return g_steal_pointer (&body);
      if (body != NULL && kind == SL_FRAME_ERROR)
        {
          set_remote_error (self, body, error);
          return NULL;
        }
      if (body == NULL)
        break;
      if (kind != SL_FRAME_PROGRESS)
        {
          g_set_error (&failure, SL_HELPER_ERROR, SL_HELPER_ERROR_PROTOCOL,
                       _ ("%s sent a message that was not due"), self->argv[0]);
          break;
        }
      if (progress != NULL)
        progress (body, user_data);
    }

  conclude (self, failure, error);
  return NULL;
}

static GVariant *
ask (SlHelperClient        *self,
     GBytes                *frame,
     SlHelperProgressFunc   progress,
     gpointer               user_data,
     gint64                 deadline_usec,
     GCancellable          *cancellable,
     GError               **error)
{
  gboolean fresh = self->process == NULL;
  GError *failure = NULL;
  GVariant *reply = NULL;

  if (send_request (self, frame, deadline_usec, cancellable, &failure))
    reply = receive_answer (self, progress, user_data, deadline_usec, cancellable, &failure);

  /* A helper that ended since the last call, or left in good order, did not do so because of this request. */
  if (!fresh && is_closed (failure))
    {
      g_clear_error (&failure);
      return ask (self, frame, progress, user_data, deadline_usec, cancellable, error);
    }

  if (failure != NULL)
    g_propagate_error (error, failure);
  return reply;
}

static char *
find_program (const char *program)
{
  const char *path = g_getenv ("SOURCELINE_LIBEXEC_DIR");
  g_auto (GStrv) folders = g_strsplit (path != NULL ? path : LIBEXECDIR, G_SEARCHPATH_SEPARATOR_S, -1);

  for (gsize i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *candidate = g_build_filename (folders[i], program, NULL);

      if (g_file_test (candidate, G_FILE_TEST_IS_EXECUTABLE))
        return g_steal_pointer (&candidate);
    }

  return g_build_filename (folders[0] != NULL ? folders[0] : LIBEXECDIR, program, NULL);
}

/**
 * sl_helper_client_new:
 * @program: name of the helper's executable, like "sourceline-reader"
 * @domain: domain in which the helper's own errors come back, 0 for none
 *
 * Makes a client for a helper that is installed with Sourceline.
 *
 * The program is looked for in the folders of SOURCELINE_LIBEXEC_DIR (separated by colons) when
 * that is set, otherwise where Sourceline was installed. Nothing is started yet.
 *
 * Returns: (transfer full): a new client
 */
SlHelperClient *
sl_helper_client_new (const char *program,
                      GQuark      domain)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (program != NULL, NULL);

  path = find_program (program);
  return sl_helper_client_new_argv ((const char *const[]) { path, NULL }, domain);
}

/**
 * sl_helper_client_new_argv:
 * @argv: (array zero-terminated=1): path of the helper's executable and its arguments
 * @domain: domain in which the helper's own errors come back, 0 for none
 *
 * Makes a client for any program that speaks the protocol.
 *
 * Returns: (transfer full): a new client
 */
SlHelperClient *
sl_helper_client_new_argv (const char *const *argv,
                           GQuark             domain)
{
  SlHelperClient *self;

  g_return_val_if_fail (argv != NULL && argv[0] != NULL, NULL);

  self = g_object_new (SL_TYPE_HELPER_CLIENT, NULL);
  self->argv = g_strdupv ((char **) argv);
  self->domain = domain;
  return self;
}

/**
 * sl_helper_client_ref_hello:
 * @self: a client
 *
 * Gets how the helper introduced itself: "name", "version", and "sandbox"
 * (see sl_sandbox_level_describe()).
 *
 * Returns: (transfer full) (nullable): a dictionary, %NULL when it has never been started
 */
GVariant *
sl_helper_client_ref_hello (SlHelperClient *self)
{
  GVariant *hello = NULL;

  g_return_val_if_fail (SL_IS_HELPER_CLIENT (self), NULL);

  g_mutex_lock (&self->mutex);
  if (self->hello != NULL)
    hello = g_variant_ref (self->hello);
  g_mutex_unlock (&self->mutex);
  return hello;
}

/**
 * sl_helper_client_start:
 * @self: a client
 * @cancellable: (nullable): to give up
 * @error: return location for a #GError
 *
 * Starts the process unless it runs, so that the first call need not wait for it.
 *
 * Returns: %FALSE with %SL_HELPER_ERROR_START or another error of sl_helper_client_call()
 */
gboolean
sl_helper_client_start (SlHelperClient  *self,
                        GCancellable    *cancellable,
                        GError         **error)
{
  gboolean started;

  g_return_val_if_fail (SL_IS_HELPER_CLIENT (self), FALSE);

  if (!acquire (self, SL_HELPER_NO_DEADLINE, cancellable, error))
    return FALSE;

  started = ensure_started (self, SL_HELPER_NO_DEADLINE, cancellable, error);
  release (self);
  return started;
}

/**
 * sl_helper_client_stop:
 * @self: a client
 *
 * Ends the process once it is idle. The next call starts a new one.
 */
void
sl_helper_client_stop (SlHelperClient *self)
{
  g_return_if_fail (SL_IS_HELPER_CLIENT (self));

  if (!acquire (self, SL_HELPER_NO_DEADLINE, NULL, NULL))
    return;

  g_clear_pointer (&self->process, sl_helper_process_free);
  release (self);
}

/**
 * sl_helper_client_call:
 * @self: a client
 * @request: a dictionary; consumed if floating
 * @progress: (nullable) (scope call): called for each progress report
 * @user_data: passed to @progress
 * @deadline_usec: g_get_monotonic_time() at which to give up, %SL_HELPER_NO_DEADLINE for never
 * @cancellable: (nullable): to give up
 * @error: return location for a #GError
 *
 * Asks the helper and waits for its answer.
 *
 * A process that is cancelled or late is ended: only so is it certain that it does nothing more.
 *
 * Returns: (transfer full): the reply, a dictionary; %NULL with an error of the helper's domain when it
 *   refused, G_IO_ERROR_CANCELLED, or %SL_HELPER_ERROR_START, %SL_HELPER_ERROR_CRASHED,
 *   %SL_HELPER_ERROR_LIMIT, %SL_HELPER_ERROR_TIMED_OUT, %SL_HELPER_ERROR_PROTOCOL or
 *   %SL_HELPER_ERROR_TOO_LARGE
 */
GVariant *
sl_helper_client_call (SlHelperClient        *self,
                       GVariant              *request,
                       SlHelperProgressFunc   progress,
                       gpointer               user_data,
                       gint64                 deadline_usec,
                       GCancellable          *cancellable,
                       GError               **error)
{
  g_autoptr (GBytes) frame = NULL;
  GVariant *reply;

  g_return_val_if_fail (SL_IS_HELPER_CLIENT (self), NULL);

  frame = sl_frame_encode (SL_FRAME_REQUEST, request, error);
  if (frame == NULL || !acquire (self, deadline_usec, cancellable, error))
    return NULL;

  reply = ask (self, frame, progress, user_data, deadline_usec, cancellable, error);
  release (self);
  return reply;
}
