/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/sl-decoded.h"

#include "core/sl-sniff.h"
#include "helper/sl-read-request.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unicode/ucnv.h>

/* A stretch in which each character takes @wide bytes in the text and @narrow bytes in the capture. */
typedef struct
{
  guint32 text_start;
  guint32 capture_start;
  guint8  wide;
  guint8  narrow;
} Piece;

/* The text while it grows. */
typedef struct
{
  SlDecoded *decoded;     /* (unowned) */
  GString   *text;        /* (owned) */
  gsize      capture_at;
} Writer;

/* ICU's names where they differ from those of the Encoding Standard. */
static const struct
{
  const char *name; /* (unowned) */
  const char *icu;  /* (unowned) */
} icu_names[] = {
  { "windows-1252", "ibm-5348_P100-1997" },
  { "GBK", "gb18030" },
  { "Big5", "Big5-HKSCS" },
  { "Shift_JIS", "ibm-943_P15A-2003" },
  { "EUC-KR", "windows-949-2000" },
  { "UTF-16LE", "UTF-16LE" },
  { "UTF-16BE", "UTF-16BE" },
};

static const char *
icu_name (const char *charset)
{
  for (gsize i = 0; i < G_N_ELEMENTS (icu_names); i++)
    {
      if (g_str_equal (icu_names[i].name, charset))
        return icu_names[i].icu;
    }
  return charset;
}

/* Charsets in which a byte below 128 at the beginning of a character is that ASCII character. */
static gboolean
extends_ascii (const char *charset)
{
  return !g_str_has_prefix (charset, "UTF-16") && !g_str_equal (charset, "ISO-2022-JP");
}

/* Notes that the characters from here on take these sizes. */
static void
note_widths (Writer *writer,
             gsize   wide,
             gsize   narrow)
{
  GArray *pieces = writer->decoded->pieces;
  const Piece *last = pieces->len > 0 ? &g_array_index (pieces, Piece, pieces->len - 1) : NULL;
  Piece piece = { (guint32) writer->text->len, (guint32) writer->capture_at, (guint8) wide, (guint8) MIN (narrow, 255) };

  if (last == NULL || last->wide != piece.wide || last->narrow != piece.narrow)
    g_array_append_val (pieces, piece);
}

static void
put_character (Writer   *writer,
               gunichar  c,
               gsize     narrow)
{
  char utf8[6];
  int wide;

  if (c == 0 || !g_unichar_validate (c))
    c = 0xfffd;
  wide = g_unichar_to_utf8 (c, utf8);
  note_widths (writer, (gsize) wide, narrow);
  g_string_append_len (writer->text, utf8, wide);
  writer->capture_at += narrow;
}

static void
put_same (Writer     *writer,
          const char *text,
          gsize       length)
{
  note_widths (writer, 1, 1);
  g_string_append_len (writer->text, text, (gssize) length);
  writer->capture_at += length;
}

static gsize
ascii_length (const guint8 *at,
              const guint8 *end)
{
  const guint8 *start = at;

  while (at < end && *at < 0x80 && *at != 0)
    at++;
  return (gsize) (at - start);
}

/* Valid stretches are copied as they are: both sides have the same bytes there. */
static void
decode_utf8 (Writer       *writer,
             const guint8 *at,
             const guint8 *end)
{
  while (at < end)
    {
      const char *stop;

      g_utf8_validate_len ((const char *) at, (gsize) (end - at), &stop);
      if (stop > (const char *) at)
        put_same (writer, (const char *) at, (gsize) (stop - (const char *) at));
      at = (const guint8 *) stop;
      if (at < end)
        {
          put_character (writer, 0xfffd, 1);
          at++;
        }
    }
}

static void
decode_with_icu (Writer       *writer,
                 UConverter   *converter,
                 gboolean      ascii,
                 const guint8 *at,
                 const guint8 *end)
{
  while (at < end)
    {
      gsize plain = ascii ? ascii_length (at, end) : 0;
      const char *source;
      UErrorCode status = U_ZERO_ERROR;
      UChar32 c;

      if (plain > 0)
        {
          put_same (writer, (const char *) at, plain);
          at += plain;
          continue;
        }
      source = (const char *) at;
      c = ucnv_getNextUChar (converter, &source, (const char *) end, &status);
      if (source <= (const char *) at)
        break;
      put_character (writer, U_FAILURE (status) ? 0xfffd : (gunichar) c, (gsize) (source - (const char *) at));
      at = (const guint8 *) source;
    }
  /* Shift sequences and a cut character at the end leave bytes that are no character. */
}

static gboolean
decode (Writer        *writer,
        const guint8  *bytes,
        gsize          size,
        const char    *charset,
        GError       **error)
{
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter;

  if (g_str_equal (charset, "UTF-8"))
    {
      decode_utf8 (writer, bytes, bytes + size);
      return TRUE;
    }
  converter = ucnv_open (icu_name (charset), &status);
  if (U_FAILURE (status))
    {
      g_set_error (error, SL_READ_ERROR, SL_READ_ERROR_UNSUPPORTED,
                   _ ("The page is in the character set “%s”, which cannot be read here"), charset);
      return FALSE;
    }
  decode_with_icu (writer, converter, extends_ascii (charset), bytes, bytes + size);
  ucnv_close (converter);
  return TRUE;
}

/**
 * sl_decoded_new:
 * @bytes: (array length=size): a capture's body
 * @size: number of bytes, less than 1 GiB
 * @charset: a charset name as sl_sniff_charset() gives it
 * @error: return location for an error
 *
 * Turns a body into UTF-8, leaving out a byte order mark. Bytes that are no character of the
 * charset become U+FFFD, as in a browser.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL with %SL_READ_ERROR_UNSUPPORTED
 *   when the charset is not available
 */
SlDecoded *
sl_decoded_new (const guint8  *bytes,
                gsize          size,
                const char    *charset,
                GError       **error)
{
  g_autoptr (SlDecoded) self = g_new0 (SlDecoded, 1);
  gsize bom = sl_sniff_bom_size (bytes, size);
  Writer writer = { self, NULL, bom };
  gboolean done;

  g_return_val_if_fail (size < (1u << 30), NULL);
  g_return_val_if_fail (charset != NULL, NULL);

  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  self->capture_size = size;
  writer.text = g_string_sized_new (size + 1);
  done = size == bom || decode (&writer, bytes + bom, size - bom, charset, error);
  self->length = writer.text->len;
  self->text = g_string_free_and_steal (writer.text);
  return done ? g_steal_pointer (&self) : NULL;
}

/**
 * sl_decoded_free:
 * @self: (transfer full): a text
 *
 * Frees the text.
 */
void
sl_decoded_free (SlDecoded *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->pieces, g_array_unref);
  g_free (self->text);
  g_free (self);
}

/* Moves a stretch of the old text to the end of the new one, with what is known of its place in the capture; @next is the
 * first old piece that can matter. */
static void
keep_stretch (SlDecoded            *self,
              const GArray         *old,
              guint                *next,
              const SlDecodedRange *stretch)
{
  while (*next + 1 < old->len && g_array_index (old, Piece, *next + 1).text_start <= stretch->start)
    (*next)++;
  for (guint i = *next; i < old->len && g_array_index (old, Piece, i).text_start < stretch->end; i++)
    {
      Piece piece = g_array_index (old, Piece, i);
      gsize start = MAX (piece.text_start, stretch->start);

      piece.capture_start += (guint32) ((start - piece.text_start) / piece.wide * piece.narrow);
      piece.text_start = (guint32) (self->length + start - stretch->start);
      g_array_append_val (self->pieces, piece);
    }
  memmove (self->text + self->length, self->text + stretch->start, stretch->end - stretch->start);
  self->length += stretch->end - stretch->start;
}

/**
 * sl_decoded_remove:
 * @self: a text
 * @ranges: (array length=n_ranges): on borders of characters, in order, not overlapping
 * @n_ranges: how many there are
 *
 * Takes stretches out of the text. What is left knows its place in the capture as before; the end of the text does not.
 */
void
sl_decoded_remove (SlDecoded            *self,
                   const SlDecodedRange *ranges,
                   guint                 n_ranges)
{
  g_autoptr (GArray) old = NULL;
  gsize length = self->length;
  SlDecodedRange stretch = { 0, 0 };
  guint next = 0;

  if (n_ranges == 0)
    return;
  old = g_steal_pointer (&self->pieces);
  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  self->length = 0;
  for (guint i = 0; i <= n_ranges; i++)
    {
      stretch.end = i < n_ranges ? ranges[i].start : length;
      if (stretch.end > stretch.start)
        keep_stretch (self, old, &next, &stretch);
      stretch.start = i < n_ranges ? ranges[i].end : length;
    }
  self->text[self->length] = '\0';
}

/**
 * sl_decoded_to_capture:
 * @self: a text
 * @offset: byte offset into it, on a character's border, its length at most
 *
 * Finds where a character's bytes begin in the capture. Takes logarithmic time.
 *
 * Returns: a byte offset into the capture, its size at most
 */
guint32
sl_decoded_to_capture (const SlDecoded *self,
                       gsize            offset)
{
  gsize low = 0;
  gsize high;
  const Piece *piece;
  gsize at;

  g_return_val_if_fail (self != NULL && offset <= self->length, 0);

  high = self->pieces->len;
  if (high == 0)
    return (guint32) self->capture_size;
  while (high - low > 1)
    {
      gsize middle = low + (high - low) / 2;

      if (g_array_index (self->pieces, Piece, middle).text_start <= offset)
        low = middle;
      else
        high = middle;
    }
  piece = &g_array_index (self->pieces, Piece, low);
  at = piece->capture_start + (offset - piece->text_start) / piece->wide * piece->narrow;
  return (guint32) MIN (at, self->capture_size);
}
