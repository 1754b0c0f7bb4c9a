/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/sl-script.h"

#include "helper/sl-read-request.h"

#include <glib/gi18n-lib.h>
#include <jsc/jsc.h>
#include <string.h>

#include "sl-reader-resources.h"

#define RESOURCE_PATH "/io/github/sourceline/Sourceline/reader/"

/* Processor time that finding one article may take. */
#define MAX_SCRIPT_MSEC 1500

struct _SlScript
{
  JSCContext *context;  /* (owned) */
  JSCValue   *find;     /* (owned): the function slReadArticle of the glue script */
};

static const char *const scripts[] = { "JSDOMParser.js", "Readability.js", "readability-glue.js" };

/* The engine compiles what it runs often, which makes a page three times as fast. It writes that code into one range that it
 * has mapped before the sandbox closes; no other memory becomes executable afterwards, see sl-seccomp.c. The engine
 * locks its options once it runs, so they are set once a process. */
static void
configure_engine (void)
{
  static gsize configured = 0;

  if (!g_once_init_enter (&configured))
    return;
  jsc_options_set_uint ("watchdog", MAX_SCRIPT_MSEC);
  g_once_init_leave (&configured, 1);
}

static gboolean
check_exception (SlScript  *self,
                 GError   **error)
{
  JSCException *exception = jsc_context_get_exception (self->context);

  if (exception == NULL)
    return TRUE;
  g_set_error (error, SL_READ_ERROR, SL_READ_ERROR_LIMIT,
               _ ("Looking for the article in the page failed: %s"), jsc_exception_get_message (exception));
  jsc_context_clear_exception (self->context);
  return FALSE;
}

static gboolean
load (SlScript    *self,
      const char  *name,
      GError     **error)
{
  g_autofree char *path = g_strconcat (RESOURCE_PATH, name, NULL);
  g_autoptr (GBytes) source = g_resource_lookup_data (sl_reader_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr (JSCValue) value = NULL;
  gsize size;
  const char *text;

  if (source == NULL)
    return FALSE;
  text = g_bytes_get_data (source, &size);
  value = jsc_context_evaluate_with_source_uri (self->context, text, (gssize) size, name, 1);
  return check_exception (self, error);
}

/**
 * sl_script_new:
 * @error: return location for an error
 *
 * Starts the engine and loads the scripts, which are built into the program.
 *
 * Returns: (transfer full) (nullable): the engine, or %NULL with an error
 */
SlScript *
sl_script_new (GError **error)
{
  g_autoptr (SlScript) self = g_new0 (SlScript, 1);

  configure_engine ();
  self->context = jsc_context_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      if (!load (self, scripts[i], error))
        return NULL;
    }
  self->find = jsc_context_get_value (self->context, "slReadArticle");
  return g_steal_pointer (&self);
}

/**
 * sl_script_free:
 * @self: (transfer full): an engine
 *
 * Stops the engine.
 */
void
sl_script_free (SlScript *self)
{
  g_return_if_fail (self != NULL);

  g_clear_object (&self->find);
  g_clear_object (&self->context);
  g_free (self);
}

/* Takes @bytes, which are UTF-8 with NUL in it. */
static JSCValue *
to_string (SlScript *self,
           GBytes   *bytes)
{
  JSCValue *string = jsc_value_new_string_from_bytes (self->context, bytes);

  g_bytes_unref (bytes);
  return string;
}

/**
 * sl_script_find_article:
 * @self: an engine
 * @steps: a page
 * @error: return location for an error
 *
 * Finds the article in a page with Readability.js.
 *
 * Returns: (transfer full) (nullable): the records that readability-glue.js describes, empty when
 *   there is no article; %NULL with %SL_READ_ERROR_LIMIT when the search ended by itself or took too long
 */
GBytes *
sl_script_find_article (SlScript     *self,
                        SlPageSteps  *steps,
                        GError      **error)
{
  g_autoptr (JSCValue) to_do = NULL, names = NULL, values = NULL, found = NULL;

  g_return_val_if_fail (self != NULL && steps != NULL, NULL);

  to_do = to_string (self, sl_page_steps_get_steps (steps));
  names = to_string (self, sl_page_steps_get_names (steps));
  values = to_string (self, sl_page_steps_get_values (steps));
  found = jsc_value_function_call (self->find, JSC_TYPE_VALUE, to_do, JSC_TYPE_VALUE, names, JSC_TYPE_VALUE, values, G_TYPE_NONE);
  if (!check_exception (self, error))
    return NULL;
  return jsc_value_to_string_as_bytes (found);
}
