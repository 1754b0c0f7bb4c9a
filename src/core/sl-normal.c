/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/sl-normal.h"

#include <string.h>

/* What an invisible, typographic or ligature character becomes; the rules stand in the header. */
#define MAX_EXPANSION 3

struct _SlNormal
{
  GString *text;     /* (owned) normalised */
  GArray  *origins;  /* (owned) Origin of each code point of @text */
};

/* Which code points of the original a normalised one stands for. */
typedef struct
{
  guint32 start_cp;
  guint32 end_cp;
} Origin;

/*
 * Characters are gathered into segments which normalisation form C treats apart from each other,
 * so that each result is known to come from the code points of its segment.
 */
typedef struct
{
  SlNormal *normal;        /* (unowned) */
  GString  *segment;       /* (owned) */
  guint     n_chars;
  gunichar  last;
  Origin    origin;        /* of the segment */
  gboolean  space;         /* white space waits to be written */
  Origin    space_origin;
} Writer;

typedef struct
{
  gunichar first;
  gunichar last;
  gunichar becomes;  /* 0: nothing */
} Range;

/* Sorted; ligatures apart. */
static const Range ranges[] = {
  { 0x0009, 0x000D, ' ' },
  { 0x0085, 0x0085, ' ' },
  { 0x00A0, 0x00A0, ' ' },
  { 0x00AB, 0x00AB, '"' },
  { 0x00AD, 0x00AD, 0 },
  { 0x00BB, 0x00BB, '"' },
  { 0x02BC, 0x02BC, '\'' },
  { 0x1680, 0x1680, ' ' },
  { 0x180E, 0x180E, 0 },
  { 0x2000, 0x200A, ' ' },
  { 0x200B, 0x200F, 0 },
  { 0x2010, 0x2015, '-' },
  { 0x2018, 0x201B, '\'' },
  { 0x201C, 0x201F, '"' },
  { 0x2028, 0x2029, ' ' },
  { 0x202A, 0x202E, 0 },
  { 0x202F, 0x202F, ' ' },
  { 0x2032, 0x2032, '\'' },
  { 0x2033, 0x2033, '"' },
  { 0x2039, 0x203A, '\'' },
  { 0x205F, 0x205F, ' ' },
  { 0x2060, 0x2064, 0 },
  { 0x2066, 0x206F, 0 },
  { 0x2212, 0x2212, '-' },
  { 0x3000, 0x3000, ' ' },
  { 0x301D, 0x301F, '"' },
  { 0xFE58, 0xFE58, '-' },
  { 0xFE63, 0xFE63, '-' },
  { 0xFEFF, 0xFEFF, 0 },
  { 0xFF02, 0xFF02, '"' },
  { 0xFF07, 0xFF07, '\'' },
  { 0xFF0D, 0xFF0D, '-' },
};

static const struct
{
  gunichar ligature;
  gunichar letters[MAX_EXPANSION];
} ligatures[] = {
  { 0xFB00, { 'f', 'f', 0 } },
  { 0xFB01, { 'f', 'i', 0 } },
  { 0xFB02, { 'f', 'l', 0 } },
  { 0xFB03, { 'f', 'f', 'i' } },
  { 0xFB04, { 'f', 'f', 'l' } },
  { 0xFB05, { 0x017F, 't', 0 } },
  { 0xFB06, { 's', 't', 0 } },
  { 0xFB13, { 0x0574, 0x0576, 0 } },
  { 0xFB14, { 0x0574, 0x0565, 0 } },
  { 0xFB15, { 0x0574, 0x056B, 0 } },
  { 0xFB16, { 0x057E, 0x0576, 0 } },
  { 0xFB17, { 0x0574, 0x056D, 0 } },
};

static guint
expand_ligature (gunichar c,
                 gunichar out[MAX_EXPANSION])
{
  for (guint i = 0; i < G_N_ELEMENTS (ligatures); i++)
    {
      if (ligatures[i].ligature == c)
        {
          memcpy (out, ligatures[i].letters, sizeof (gunichar) * MAX_EXPANSION);
          return out[2] != 0 ? 3 : 2;
        }
    }
  out[0] = c;
  return 1;
}

/* Rules 1 to 4, and white space unified: returns how many characters become of one. */
static guint
map_char (gunichar c,
          gunichar out[MAX_EXPANSION])
{
  guint low = 0;
  guint high = G_N_ELEMENTS (ranges);

  out[0] = c;
  if (c >= ' ' && c < 0x80)
    return 1;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (c > ranges[middle].last)
        low = middle + 1;
      else
        high = middle;
    }
  if (low < G_N_ELEMENTS (ranges) && c >= ranges[low].first)
    {
      out[0] = ranges[low].becomes;
      return out[0] != 0;
    }
  return c >= 0xFB00 && c <= 0xFB17 ? expand_ligature (c, out) : 1;
}

/* Whether form C never changes a character by itself; "no" only costs time. */
static gboolean
is_stable (gunichar c)
{
  return c < 0x0300 || (c >= 0x0400 && c < 0x0530) || (c >= 0x4E00 && c < 0xA000);
}

/* Whether form C could join @c to what stands before it. Vowels and finals of Hangul are no marks. */
static gboolean
joins (gunichar before,
       gunichar c)
{
  gunichar composed;

  if (c < 0x0300)
    return FALSE;
  return g_unichar_ismark (c) || (c >= 0x1160 && c <= 0x11FF) || g_unichar_compose (before, c, &composed);
}

static void
append_char (Writer   *writer,
             gunichar  c,
             Origin    origin)
{
  g_string_append_unichar (writer->normal->text, c);
  g_array_append_val (writer->normal->origins, origin);
}

/* Rule 6: white space is written when something follows it and something stands before it. */
static void
emit (Writer   *writer,
      gunichar  c,
      Origin    origin)
{
  if (c == ' ')
    {
      writer->space_origin.start_cp = writer->space ? writer->space_origin.start_cp : origin.start_cp;
      writer->space_origin.end_cp = origin.end_cp;
      writer->space = TRUE;
      return;
    }
  if (writer->space && writer->normal->text->len > 0)
    append_char (writer, ' ', writer->space_origin);
  writer->space = FALSE;
  append_char (writer, c, origin);
}

static void
flush_segment (Writer *writer)
{
  const char *text = writer->segment->str;
  g_autofree char *composed = NULL;

  if (writer->n_chars == 0)
    return;
  if (writer->n_chars > 1 || !is_stable (writer->last))
    text = composed = g_utf8_normalize (writer->segment->str, (gssize) writer->segment->len, G_NORMALIZE_DEFAULT_COMPOSE);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    emit (writer, g_utf8_get_char (p), writer->origin);
  g_string_truncate (writer->segment, 0);
  writer->n_chars = 0;
}

static void
write_char (Writer   *writer,
            gunichar  c,
            guint32   at_cp)
{
  gunichar mapped[MAX_EXPANSION];
  guint n = map_char (c, mapped);

  for (guint i = 0; i < n; i++)
    {
      if (writer->n_chars > 0 && !joins (writer->last, mapped[i]))
        flush_segment (writer);
      if (writer->n_chars == 0)
        writer->origin.start_cp = at_cp;
      writer->origin.end_cp = at_cp + 1;
      writer->last = mapped[i];
      writer->n_chars++;
      g_string_append_unichar (writer->segment, mapped[i]);
    }
}

/* How many bytes from @p on are ASCII that stays as it is, with ASCII behind it, so that no mark can join: words and single blanks. */
static gsize
count_plain (const char *p,
             const char *end)
{
  const char *start = p;

  for (; p + 1 < end && (signed char) p[1] >= 0; p++)
    {
      if (*p <= ' ' && (*p != ' ' || p == start || p[1] <= ' '))
        break;
    }
  return (gsize) (p - start);
}

/* Most of most texts: each byte is one code point of both texts. */
static void
append_plain (Writer     *writer,
              const char *p,
              gsize       n,
              guint32     at_cp)
{
  GArray *origins = writer->normal->origins;
  guint old;

  flush_segment (writer);
  emit (writer, (guchar) *p, (Origin) { at_cp, at_cp + 1 });
  old = origins->len;
  g_string_append_len (writer->normal->text, p + 1, (gssize) n - 1);
  g_array_set_size (origins, old + (guint) n - 1);
  for (guint i = 1; i < n; i++)
    g_array_index (origins, Origin, old + i - 1) = (Origin) { at_cp + i, at_cp + i + 1 };
}

/**
 * sl_normal_new:
 * @text: valid UTF-8
 * @length_bytes: its length, or -1 if it ends with a NUL
 *
 * Normalises a text by the rules of #SlNormal.
 *
 * Returns: (transfer full): the normalised text
 */
SlNormal *
sl_normal_new (const char *text,
               gssize      length_bytes)
{
  SlNormal *self = g_new0 (SlNormal, 1);
  const char *end = text + (length_bytes < 0 ? strlen (text) : (gsize) length_bytes);
  Writer writer = { .normal = self, .segment = g_string_new (NULL) };
  guint32 at_cp = 0;

  self->text = g_string_sized_new ((gsize) (end - text));
  self->origins = g_array_sized_new (FALSE, FALSE, sizeof (Origin), (guint) (end - text));

  for (const char *p = text; p < end;)
    {
      gsize n = (signed char) *p > ' ' ? count_plain (p, end) : 0;

      if (n > 0)
        {
          append_plain (&writer, p, n, at_cp);
          at_cp += (guint32) n;
          p += n;
        }
      else
        {
          write_char (&writer, g_utf8_get_char (p), at_cp++);
          p = g_utf8_next_char (p);
        }
    }
  flush_segment (&writer);
  g_string_free (writer.segment, TRUE);
  return self;
}

void
sl_normal_free (SlNormal *self)
{
  if (self == NULL)
    return;
  g_string_free (self->text, TRUE);
  g_array_unref (self->origins);
  g_free (self);
}

/**
 * sl_normal_get_text:
 * @length_bytes: (out) (optional)
 *
 * Returns: (transfer none): the normalised text, UTF-8
 */
const char *
sl_normal_get_text (const SlNormal *self,
                    gsize          *length_bytes)
{
  if (length_bytes != NULL)
    *length_bytes = self->text->len;
  return self->text->str;
}

gsize
sl_normal_get_length_cp (const SlNormal *self)
{
  return self->origins->len;
}

/* Where in the original an empty part of the normalised text is. */
static gsize
get_border (const SlNormal *self,
            gsize           at_cp)
{
  gsize length = self->origins->len;

  if (at_cp < length)
    return g_array_index (self->origins, Origin, at_cp).start_cp;
  return length > 0 ? g_array_index (self->origins, Origin, length - 1).end_cp : 0;
}

/**
 * sl_normal_to_original:
 * @start_cp: first code point of the normalised text
 * @end_cp: one past the last one
 * @original_start_cp: (out)
 * @original_end_cp: (out)
 *
 * Finds which code points of the original a part of the normalised text comes from. What was
 * removed at its borders is left outside; a letter that was composed is taken whole.
 */
void
sl_normal_to_original (const SlNormal *self,
                       gsize           start_cp,
                       gsize           end_cp,
                       gsize          *original_start_cp,
                       gsize          *original_end_cp)
{
  g_return_if_fail (start_cp <= end_cp && end_cp <= self->origins->len);

  if (start_cp == end_cp)
    {
      *original_start_cp = *original_end_cp = get_border (self, start_cp);
      return;
    }
  *original_start_cp = g_array_index (self->origins, Origin, start_cp).start_cp;
  *original_end_cp = g_array_index (self->origins, Origin, end_cp - 1).end_cp;
}

/**
 * sl_normal_from_original:
 * @original_cp: a position in the original
 *
 * Returns: the first normalised code point that comes from there or later; the length if none does
 */
gsize
sl_normal_from_original (const SlNormal *self,
                         gsize           original_cp)
{
  gsize low = 0;
  gsize high = self->origins->len;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (g_array_index (self->origins, Origin, middle).end_cp <= original_cp)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * sl_normal_dup:
 * @text: valid UTF-8
 * @length_bytes: its length, or -1 if it ends with a NUL
 *
 * Returns: (transfer full): the normalised text alone
 */
char *
sl_normal_dup (const char *text,
               gssize      length_bytes)
{
  g_autoptr (SlNormal) self = sl_normal_new (text, length_bytes);

  return g_strdup (self->text->str);
}
