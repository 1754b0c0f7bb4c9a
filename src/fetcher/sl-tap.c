/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fetcher/sl-tap.h"

#include <string.h>

/**
 * SlTap:
 *
 * A converter that changes nothing and notes what goes through, in one direction.
 *
 * It stands between libsoup and the connection, because libsoup's parsed headers keep neither their order nor their
 * spelling.
 */
struct _SlTap
{
  GObject parent_instance;

  SlWire   *wire;      /* (owned) */
  gboolean  incoming;
};

static GConverterResult
sl_tap_convert (GConverter       *converter,
                const void       *input,
                gsize             input_size,
                void             *output,
                gsize             output_size,
                GConverterFlags   flags,
                gsize            *bytes_read,
                gsize            *bytes_written,
                GError          **error)
{
  SlTap *self = SL_TAP (converter);
  gsize length = MIN (input_size, output_size);

  if (input_size == 0 && (flags & (G_CONVERTER_INPUT_AT_END | G_CONVERTER_FLUSH)) == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT, "");
      return G_CONVERTER_ERROR;
    }

  if (length > 0)
    {
      if (!sl_wire_record (self->wire, self->incoming, input, length, error))
        return G_CONVERTER_ERROR;
      memmove (output, input, length);
    }

  *bytes_read = *bytes_written = length;
  if (length < input_size || flags == G_CONVERTER_NO_FLAGS)
    return G_CONVERTER_CONVERTED;
  return (flags & G_CONVERTER_INPUT_AT_END) != 0 ? G_CONVERTER_FINISHED : G_CONVERTER_FLUSHED;
}

static void
sl_tap_reset (GConverter *converter)
{
}

static void
converter_init (GConverterIface *iface)
{
  iface->convert = sl_tap_convert;
  iface->reset = sl_tap_reset;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (SlTap, sl_tap, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_CONVERTER, converter_init))

static void
sl_tap_dispose (GObject *object)
{
  g_clear_object (&SL_TAP (object)->wire);

  G_OBJECT_CLASS (sl_tap_parent_class)->dispose (object);
}

static void
sl_tap_class_init (SlTapClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_tap_dispose;
}

static void
sl_tap_init (SlTap *self)
{
}

static GConverter *
make_tap (SlWire   *wire,
          gboolean  incoming)
{
  SlTap *self = g_object_new (SL_TYPE_TAP, NULL);

  self->wire = g_object_ref (wire);
  self->incoming = incoming;
  return G_CONVERTER (self);
}

/**
 * sl_tap_new_stream:
 * @base: a connection
 * @wire: where to note what goes through
 *
 * Makes a stream that is @base and notes what goes through in both directions.
 *
 * Returns: (transfer full): a new stream
 */
GIOStream *
sl_tap_new_stream (GIOStream *base,
                   SlWire    *wire)
{
  g_autoptr (GConverter) incoming = make_tap (wire, TRUE);
  g_autoptr (GConverter) outgoing = make_tap (wire, FALSE);
  g_autoptr (GInputStream) input = g_converter_input_stream_new (g_io_stream_get_input_stream (base), incoming);
  g_autoptr (GOutputStream) output = g_converter_output_stream_new (g_io_stream_get_output_stream (base), outgoing);
  GIOStream *stream = g_simple_io_stream_new (input, output);

  /* The streams are parts of the connection, which would close them when it goes. */
  g_object_set_data_full (G_OBJECT (stream), "base", g_object_ref (base), g_object_unref);
  return stream;
}
