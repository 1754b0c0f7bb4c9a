/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "verify/sl-memento.h"

#include <string.h>

/* An archive may have a page a million times; what is said of them are the first, the last and how many. */
#define MAX_MEMENTOS 100000
#define MAX_WORD_BYTES 4096

/* Time stamp of a CDX: year to second. */
#define STAMP_DIGITS 14

typedef struct
{
  const char *at;
  const char *end;
} Scan;

/**
 * sl_memento_free:
 * @self: (nullable) (transfer full): a memento
 *
 * Frees a memento.
 */
void
sl_memento_free (SlMemento *self)
{
  if (self == NULL)
    return;

  g_free (self->url);
  g_free (self);
}

static int
find_month (const char *name)
{
  static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";

  for (int i = 0; i < 12; i++)
    if (strncmp (months + 3 * i, name, 3) == 0)
      return i + 1;
  return 0;
}

/* The value of @count digits; -1 when there are others. */
static int
read_digits (const char *text,
             int         count)
{
  int value = 0;

  for (int i = 0; i < count; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      value = value * 10 + (text[i] - '0');
    }
  return value;
}

static gboolean
make_time (int     year,
           int     month,
           int     day,
           int     hour,
           int     minute,
           int     second,
           gint64 *at)
{
  g_autoptr (GDateTime) moment = NULL;

  if (year < 1 || month < 1 || day < 1 || hour < 0 || minute < 0 || second < 0)
    return FALSE;

  moment = g_date_time_new_utc (year, month, day, hour, minute, second);
  if (moment == NULL)
    return FALSE;

  *at = g_date_time_to_unix (moment);
  return TRUE;
}

/**
 * sl_memento_parse_date:
 * @text: (nullable): like "Fri, 10 Oct 1997 04:47:05 GMT" (RFC 9110, 5.6.7), as Memento-Datetime has it
 * @at: (out): UTC seconds; untouched on failure
 *
 * Returns: whether @text is a date
 */
gboolean
sl_memento_parse_date (const char *text,
                       gint64     *at)
{
  if (text == NULL || strlen (text) < 29 || text[3] != ',')
    return FALSE;

  return make_time (read_digits (text + 12, 4), find_month (text + 8), read_digits (text + 5, 2),
                    read_digits (text + 17, 2), read_digits (text + 20, 2), read_digits (text + 23, 2), at);
}

static gboolean
parse_stamp (const char *text,
             gint64     *at)
{
  if (strlen (text) < STAMP_DIGITS)
    return FALSE;

  return make_time (read_digits (text, 4), read_digits (text + 4, 2), read_digits (text + 6, 2),
                    read_digits (text + 8, 2), read_digits (text + 10, 2), read_digits (text + 12, 2), at);
}

static void
add (GPtrArray  *mementos,
     gint64      at,
     const char *url)
{
  SlMemento *memento;

  if (mementos->len >= MAX_MEMENTOS)
    return;

  memento = g_new (SlMemento, 1);
  memento->at = at;
  memento->url = g_utf8_make_valid (url, -1);
  g_ptr_array_add (mementos, memento);
}

/* What stands between the next two quotation marks; escapes stay as they are. */
static char *
take_quoted (Scan *scan)
{
  const char *start = ++scan->at;
  char *word;

  while (scan->at < scan->end && *scan->at != '"')
    scan->at += *scan->at == '\\' && scan->at + 1 < scan->end ? 2 : 1;
  word = g_strndup (start, (gsize) MIN (scan->at - start, MAX_WORD_BYTES));
  if (scan->at < scan->end)
    scan->at++;
  return word;
}

/* One link: <address>; name="value"; … up to a comma outside of quotation marks. */
static void
parse_link (Scan      *scan,
            GPtrArray *mementos)
{
  const char *start = ++scan->at;
  const char *close = memchr (start, '>', (gsize) (scan->end - start));
  g_autofree char *url = NULL;
  gboolean is_memento = FALSE, dated = FALSE;
  gint64 at = 0;

  if (close == NULL)
    {
      scan->at = scan->end;
      return;
    }

  url = g_strndup (start, (gsize) MIN (close - start, MAX_WORD_BYTES));
  for (scan->at = close + 1; scan->at < scan->end && *scan->at != ',';)
    {
      if (*scan->at == '"')
        {
          const char *name = scan->at;
          g_autofree char *value = take_quoted (scan);

          if (name - close >= 4 && strncmp (name - 4, "rel=", 4) == 0)
            is_memento = strstr (value, "memento") != NULL;
          else if (name - close >= 9 && strncmp (name - 9, "datetime=", 9) == 0)
            dated = sl_memento_parse_date (value, &at);
        }
      else
        scan->at++;
    }
  if (is_memento && dated)
    add (mementos, at, url);
}

static void
parse_links (Scan      *scan,
             GPtrArray *mementos)
{
  while (scan->at < scan->end)
    {
      if (*scan->at == '<')
        parse_link (scan, mementos);
      else
        scan->at++;
    }
}

/* A row of a CDX in JSON: urlkey, timestamp, original, …; the first one names the columns. */
static void
parse_rows (Scan      *scan,
            GPtrArray *mementos)
{
  guint column = 0;
  gint64 at = 0;
  gboolean dated = FALSE;

  while (scan->at < scan->end)
    {
      if (*scan->at == '[')
        {
          column = 0;
          dated = FALSE;
        }
      if (*scan->at != '"')
        {
          scan->at++;
          continue;
        }

      g_autofree char *word = take_quoted (scan);

      column++;
      if (column == 2)
        dated = parse_stamp (word, &at);
      else if (column == 3 && dated)
        add (mementos, at, word);
    }
}

/**
 * sl_memento_parse:
 * @text: what an archive answered, or the value of a header Link: anything at all
 *
 * Reads a TimeMap in link format (RFC 7089, 5), or a CDX answer in JSON. What is neither has no mementos. Linear in
 * @length_bytes.
 *
 * Returns: (transfer full) (element-type SlMemento): the captures that it names, in its order
 */
GPtrArray *
sl_memento_parse (const char *text,
                  gsize       length_bytes)
{
  GPtrArray *mementos = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_memento_free);
  Scan scan = { text, text + length_bytes };

  while (scan.at < scan.end && g_ascii_isspace (*scan.at))
    scan.at++;
  if (scan.at < scan.end && *scan.at == '[')
    parse_rows (&scan, mementos);
  else
    parse_links (&scan, mementos);
  return mementos;
}
