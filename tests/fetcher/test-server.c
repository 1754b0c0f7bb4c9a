/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "test-server.h"

#include <string.h>

struct _TestServer
{
  TestHandler      handler;
  GTlsCertificate *certificate;  /* (owned) (nullable) */
  GSocketService  *service;      /* (owned) */
  GCancellable    *cancellable;  /* (owned) */
  GMainContext    *context;      /* (owned) */
  GMainLoop       *loop;         /* (owned) */
  GThread         *thread;       /* (owned) */
  guint16          port;
  int              connections;  /* atomic */
  GMutex           mutex;
  GCond            idle;
  int              active;       /* guarded by @mutex */
  char            *request;      /* (owned) (nullable): the last one; guarded by @mutex */
  GHashTable      *notes;        /* (owned): strings of the handler's; guarded by @mutex */
};

static char *
read_request (GIOStream    *stream,
              GCancellable *cancellable)
{
  GInputStream *input = g_io_stream_get_input_stream (stream);
  GString *request = g_string_new (NULL);
  char byte;

  while (strstr (request->str, "\r\n\r\n") == NULL && g_input_stream_read (input, &byte, 1, cancellable, NULL) == 1)
    g_string_append_c (request, byte);
  return g_string_free_and_steal (request);
}

static void
serve (TestServer *self,
       GIOStream  *stream)
{
  g_autofree char *request = NULL;
  g_auto (GStrv) words = NULL;

  /* Without a handler it is a server that does not understand what it is asked. */
  if (self->handler == NULL)
    {
      test_server_write (stream, "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n", -1, self->cancellable);
      g_io_stream_close (stream, NULL, NULL);
      return;
    }

  request = read_request (stream, self->cancellable);
  words = g_strsplit (request, " ", 3);

  g_mutex_lock (&self->mutex);
  g_set_str (&self->request, request);
  g_mutex_unlock (&self->mutex);
  g_object_set_data_full (G_OBJECT (stream), "request", g_strdup (request), g_free);
  if (g_strv_length (words) == 3)
    self->handler (self, words[1], stream, self->cancellable);
  g_io_stream_close (stream, NULL, NULL);
}

static void
serve_tls (TestServer *self,
           GIOStream  *connection)
{
  g_autoptr (GIOStream) tls = g_tls_server_connection_new (connection, self->certificate, NULL);

  if (g_tls_connection_handshake (G_TLS_CONNECTION (tls), self->cancellable, NULL))
    serve (self, tls);
}

static void
change_active (TestServer *self,
               int         by)
{
  g_mutex_lock (&self->mutex);
  self->active += by;
  g_cond_signal (&self->idle);
  g_mutex_unlock (&self->mutex);
}

static gboolean
run_cb (GThreadedSocketService *service,
        GSocketConnection      *connection,
        GObject                *source,
        TestServer             *self)
{
  g_atomic_int_inc (&self->connections);
  change_active (self, 1);
  if (self->certificate != NULL)
    serve_tls (self, G_IO_STREAM (connection));
  else
    serve (self, G_IO_STREAM (connection));
  change_active (self, -1);
  return TRUE;
}

static gpointer
server_thread (gpointer data)
{
  TestServer *self = data;

  g_main_context_push_thread_default (self->context);
  g_main_loop_run (self->loop);
  g_main_context_pop_thread_default (self->context);
  return NULL;
}

TestServer *
test_server_new (TestHandler      handler,
                 GTlsCertificate *certificate)
{
  TestServer *self = g_new0 (TestServer, 1);
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) any = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) bound = NULL;
  g_autoptr (GError) error = NULL;

  self->handler = handler;
  g_set_object (&self->certificate, certificate);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->idle);
  self->notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->cancellable = g_cancellable_new ();
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);

  g_main_context_push_thread_default (self->context);
  self->service = g_threaded_socket_service_new (8);
  g_signal_connect (self->service, "run", G_CALLBACK (run_cb), self);
  g_socket_listener_add_address (G_SOCKET_LISTENER (self->service), any, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL, &bound, &error);
  g_assert_no_error (error);
  g_main_context_pop_thread_default (self->context);

  self->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (bound));
  self->thread = g_thread_new ("test-server", server_thread, self);
  return self;
}

static gboolean
quit_cb (gpointer data)
{
  TestServer *self = data;

  g_socket_service_stop (self->service);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));
  g_main_loop_quit (self->loop);
  return G_SOURCE_REMOVE;
}

void
test_server_free (TestServer *self)
{
  g_cancellable_cancel (self->cancellable);
  g_main_context_invoke (self->context, quit_cb, self);
  g_thread_join (self->thread);
  while (g_main_context_iteration (self->context, FALSE))
    continue;
  g_clear_object (&self->service);

  g_mutex_lock (&self->mutex);
  while (self->active > 0)
    g_cond_wait (&self->idle, &self->mutex);
  g_mutex_unlock (&self->mutex);

  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  g_object_unref (self->cancellable);
  g_clear_object (&self->certificate);
  g_free (self->request);
  g_hash_table_unref (self->notes);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->idle);
  g_free (self);
}

guint16
test_server_get_port (TestServer *self)
{
  return self->port;
}

int
test_server_get_connections (TestServer *self)
{
  return g_atomic_int_get (&self->connections);
}

char *
test_server_dup_request (TestServer *self)
{
  char *request;

  g_mutex_lock (&self->mutex);
  request = g_strdup (self->request);
  g_mutex_unlock (&self->mutex);
  return request;
}

/* For handlers: the request that they answer, whole. */
const char *
test_server_get_request (GIOStream *stream)
{
  return g_object_get_data (G_OBJECT (stream), "request");
}

/* For handlers that change: what they keep with the server. */
void
test_server_set_note (TestServer *self,
                      const char *name,
                      const char *value)
{
  g_mutex_lock (&self->mutex);
  g_hash_table_replace (self->notes, g_strdup (name), g_strdup (value));
  g_mutex_unlock (&self->mutex);
}

/* Returns: (transfer full) (nullable): the note */
char *
test_server_dup_note (TestServer *self,
                      const char *name)
{
  char *value;

  g_mutex_lock (&self->mutex);
  value = g_strdup (g_hash_table_lookup (self->notes, name));
  g_mutex_unlock (&self->mutex);
  return value;
}

gboolean
test_server_write (GIOStream    *stream,
                   const void   *bytes,
                   gssize        length,
                   GCancellable *cancellable)
{
  return g_output_stream_write_all (g_io_stream_get_output_stream (stream), bytes,
                                    length >= 0 ? (gsize) length : strlen (bytes), NULL, cancellable, NULL);
}
