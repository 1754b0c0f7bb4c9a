/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/sl-raw-text.h"

#include <string.h>

/* Shorter ones are not worth the trouble. */
#define MIN_CUT_BYTES 64u

/* … and shorter values of attributes. */
#define MIN_CUT_VALUE 16u

/* Longest name of an element that matters here. */
#define MAX_NAME 12

typedef struct
{
  const char *text;    /* (unowned) */
  gsize       length;
  gsize       at;
  GArray     *cuts;    /* (owned) (element-type SlDecodedRange) */
} Scan;

/* Elements whose inside is text up to their end tag, whatever stands in it; only programs and styles are cut. */
static const struct
{
  const char *name;
  gboolean cut;
} raw_elements[] = {
  { "script", TRUE },
  { "style", TRUE },
  { "title", FALSE },
  { "textarea", FALSE },
  { "xmp", FALSE },
  { "iframe", FALSE },
  { "noembed", FALSE },
  { "noframes", FALSE },
};

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

/* Position of @wanted, in small letters, in [@from, @to) without regard to case; @to when it is not there. */
static gsize
find (const Scan *scan,
      gsize       from,
      gsize       to,
      const char *wanted)
{
  gsize size = strlen (wanted);

  for (; from + size <= to; from++)
    {
      /* Marks have no other case, and are looked for over long stretches. */
      const char *hit = g_ascii_isalpha (wanted[0]) ? scan->text + from : memchr (scan->text + from, wanted[0], to - from - size + 1);

      if (hit == NULL)
        return to;
      from = (gsize) (hit - scan->text);
      if (g_ascii_strncasecmp (hit, wanted, size) == 0)
        return from;
    }
  return to;
}

/* Begin of the end tag of @name from @from on, the end of the text when there is none. */
static gsize
find_end_tag (const Scan *scan,
              gsize       from,
              const char *name)
{
  g_autofree char *tag = g_strconcat ("</", name, NULL);
  gsize size = strlen (tag);

  for (;;)
    {
      gsize found = find (scan, from, scan->length, tag);
      char next = found + size < scan->length ? scan->text[found + size] : '\0';

      if (found == scan->length || is_space (next) || next == '/' || next == '>')
        return found;
      from = found + size;
    }
}

static gboolean
has_prefix (const Scan *scan,
            gsize       start,
            gsize       end,
            const char *prefix)
{
  gsize size = strlen (prefix);

  return end - start >= size && g_ascii_strncasecmp (scan->text + start, prefix, size) == 0;
}

/* Programs' own data and the lines of drawings: a quarter of the markup of an ordinary page. What is for tests names the parts of a page. */
static gboolean
is_idle_attribute (const Scan *scan,
                   gsize       start,
                   gsize       end)
{
  if (end - start == 1)
    return scan->text[start] == 'd';
  return (has_prefix (scan, start, end, "data-") && !has_prefix (scan, start, end, "data-test"))
         || has_prefix (scan, start, end, "on");
}

/* Passes over the value in quotation marks at @at, and cuts it out when @idle; the last byte of it, or the end of the text. */
static gsize
pass_value (Scan     *scan,
            gsize     at,
            gboolean  idle)
{
  const char *close = memchr (scan->text + at + 1, scan->text[at], scan->length - at - 1);
  SlDecodedRange range = { at + 1, close != NULL ? (gsize) (close - scan->text) : scan->length };

  if (close != NULL && idle && range.end - range.start >= MIN_CUT_VALUE)
    g_array_append_val (scan->cuts, range);
  return range.end;
}

/* One past the `>` of the tag whose name ends at @at, by the attribute states of the HTML standard's tokenizer. With @cuts the
 * values of attributes that nothing reads are cut out. */
static gsize
pass_attributes (Scan     *scan,
                 gsize     at,
                 gboolean  cuts)
{
  enum
  {
    BEFORE_NAME,
    NAME,
    AFTER_NAME,
    BEFORE_VALUE,
    UNQUOTED,
  } state
      = BEFORE_NAME;
  gsize name = at, name_end = at;

  for (; at < scan->length; at++)
    {
      char c = scan->text[at];

      if (c == '>')
        return at + 1;
      if (is_space (c))
        state = state == NAME ? AFTER_NAME : state == UNQUOTED ? BEFORE_NAME
                                                               : state;
      else if (state == UNQUOTED)
        continue;
      else if (state == BEFORE_VALUE && (c == '"' || c == '\''))
        {
          at = pass_value (scan, at, cuts && is_idle_attribute (scan, name, name_end));
          state = BEFORE_NAME;
        }
      else if (state == BEFORE_VALUE)
        state = UNQUOTED;
      else if (c == '/')
        state = BEFORE_NAME;
      else if (c == '=' && state != BEFORE_NAME)
        state = BEFORE_VALUE;
      else
        {
          name = state == NAME ? name : at;
          name_end = at + 1;
          state = NAME;
        }
    }
  return scan->length;
}

static gsize
behind (const Scan *scan,
        gsize       from,
        const char *mark)
{
  gsize found = find (scan, from, scan->length, mark);

  return found < scan->length ? found + strlen (mark) : found;
}

/* Comments, and what the standard makes one of. */
static gsize
skip_comment (const Scan *scan,
              gsize       at)
{
  if (at + 4 <= scan->length && memcmp (scan->text + at, "<!--", 4) == 0)
    {
      gsize end = behind (scan, at + 2, "-->");
      gsize other = find (scan, at + 4, end, "--!>");

      return other < end ? other + 4 : end;
    }
  /* Whether this holds text depends on what is open: nothing behind it is cut. */
  if (at + 3 <= scan->length && scan->text[at + 2] == '[')
    return scan->length;
  return behind (scan, at, ">");
}

/* Cuts [@start, @end) out, unless a program in a comment in it has moved its end. */
static gboolean
cut (Scan  *scan,
     gsize  start,
     gsize  end)
{
  SlDecodedRange range = { start, end };
  gsize comment = find (scan, start, end, "<!--");

  if (find (scan, comment, end, "<script") < end)
    return FALSE;
  if (end - start >= MIN_CUT_BYTES)
    g_array_append_val (scan->cuts, range);
  return TRUE;
}

/* Data that the page tells about itself. */
static gboolean
is_linked_data (const Scan *scan,
                gsize       start,
                gsize       end)
{
  return find (scan, start, end, "json") < end && find (scan, start, end, "ld") < end;
}

/* The name of the tag at @tag, in small letters and as far as it matters here; returns where the name ends. */
static gsize
read_name (const Scan *scan,
           gsize       tag,
           char        name[MAX_NAME])
{
  gsize at = tag + (scan->text[tag + 1] == '/' ? 2 : 1);

  memset (name, 0, MAX_NAME);
  for (gsize i = 0; at < scan->length && !is_space (scan->text[at]) && scan->text[at] != '/' && scan->text[at] != '>'; i++, at++)
    if (i < MAX_NAME - 1)
      name[i] = g_ascii_tolower (scan->text[at]);
  return at;
}

/* In these the article finder looks at all attributes, for the names of pictures and films. */
static gboolean
is_medium (const char *name)
{
  static const char *const media[] = { "img", "figure", "iframe", "embed", "object", "picture" };

  for (gsize i = 0; i < G_N_ELEMENTS (media); i++)
    if (strcmp (name, media[i]) == 0)
      return TRUE;
  return FALSE;
}

/* Passes over a drawing or a formula up to @end, which have rules of their own: only the lines that they draw are cut, and
 * nothing more when anything in them could be read in two ways. */
static void
pass_drawing (Scan  *scan,
              gsize  end)
{
  while (scan->at < end)
    {
      const char *mark = memchr (scan->text + scan->at, '<', end - scan->at);
      char name[MAX_NAME];
      gsize tag;

      if (mark == NULL)
        break;
      tag = (gsize) (mark - scan->text);
      scan->at = tag + 1;
      if (tag + 2 >= scan->length || !g_ascii_isalpha (mark[mark[1] == '/' ? 2 : 1]))
        break;
      scan->at = read_name (scan, tag, name);
      scan->at = pass_attributes (scan, scan->at, strcmp (name, "path") == 0);
      for (gsize i = 0; i < G_N_ELEMENTS (raw_elements); i++)
        if (mark[1] != '/' && strcmp (name, raw_elements[i].name) == 0)
          {
            scan->at = find (scan, scan->at, end, "<");
            if (scan->at + 1 < end && scan->text[scan->at + 1] != '/')
              end = scan->at;
          }
    }
}

/* Passes over the inside of the element @name, whose tag begins at @tag and ends where the scan has come to. */
static void
pass_inside (Scan       *scan,
             gsize       tag,
             const char *name)
{
  gsize end;

  if (strcmp (name, "svg") == 0 || strcmp (name, "math") == 0)
    {
      if (scan->text[scan->at - 2] == '/')
        return;
      end = find_end_tag (scan, scan->at, name);
      if (find (scan, scan->at, end, "<script") < end)
        {
          scan->at = scan->length;
          return;
        }
      pass_drawing (scan, end);
      /* A tag that goes on behind the end was not one. */
      scan->at = scan->at > end ? scan->length : end;
      return;
    }
  if (strcmp (name, "plaintext") == 0)
    scan->at = scan->length;
  for (gsize i = 0; i < G_N_ELEMENTS (raw_elements); i++)
    {
      if (strcmp (name, raw_elements[i].name) != 0)
        continue;
      end = find_end_tag (scan, scan->at, name);
      /* Without an end tag nothing more is sure. */
      if (end < scan->length && raw_elements[i].cut && !is_linked_data (scan, tag, scan->at) && !cut (scan, scan->at, end))
        end = scan->length;
      scan->at = end;
    }
}

static void
pass_tag (Scan *scan)
{
  gsize tag = scan->at;
  gboolean closing = scan->text[tag + 1] == '/';
  char name[MAX_NAME];

  scan->at = read_name (scan, tag, name);
  scan->at = pass_attributes (scan, scan->at, !closing && !is_medium (name));
  if (!closing && scan->at < scan->length)
    pass_inside (scan, tag, name);
}

static void
pass_mark (Scan *scan)
{
  const char *text = scan->text + scan->at;
  gsize left = scan->length - scan->at;
  gboolean closing = left > 2 && text[1] == '/';

  if (left > 2 && g_ascii_isalpha (text[closing ? 2 : 1]))
    pass_tag (scan);
  else if (left > 2 && (text[1] == '!' || text[1] == '?' || (closing && text[2] != '>')))
    scan->at = skip_comment (scan, scan->at);
  else
    scan->at++;
}

/**
 * sl_raw_text_cut:
 * @decoded: text of a page
 *
 * Cuts out what programs and styles hold, two fifths of an ordinary page, and values of attributes that are for programs only:
 * nothing reads it, and parsing it costs as much as the rest. Their tags and names stay, and so does linked data. Where the way that a browser takes through the page is not plain,
 * nothing more is cut. Takes linear time but for end tags that are missing, behind which nothing is looked at again.
 */
void
sl_raw_text_cut (SlDecoded *decoded)
{
  g_autoptr (GArray) cuts = g_array_new (FALSE, FALSE, sizeof (SlDecodedRange));
  Scan scan = { decoded->text, decoded->length, 0, cuts };

  while (scan.at < scan.length)
    {
      const char *mark = memchr (scan.text + scan.at, '<', scan.length - scan.at);

      if (mark == NULL)
        break;
      scan.at = (gsize) (mark - scan.text);
      pass_mark (&scan);
    }
  sl_decoded_remove (decoded, (const SlDecodedRange *) (const void *) cuts->data, cuts->len);
}
