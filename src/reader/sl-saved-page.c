/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/sl-saved-page.h"

#include <stdio.h>
#include <string.h>

#include "reader/sl-instant.h"

/* The comment stands at the beginning: after the doctype, or after the opening tag with what is in it. */
#define HEAD_BYTES (64u * 1024)

#define SINGLE_FILE "Page saved with SingleFile"
#define SAVED_FROM "saved from url=("

static char *
dup_address (const char *from,
             gsize       length)
{
  g_autofree char *address = g_strstrip (g_strndup (from, length));

  return g_str_has_prefix (address, "http://") || g_str_has_prefix (address, "https://") ? g_steal_pointer (&address) : NULL;
}

/* What stands after @label on a line of its own. */
static char *
dup_line (const char *comment,
          const char *label)
{
  const char *at = strstr (comment, label);

  return at == NULL ? NULL : g_strstrip (g_strndup (at + strlen (label), strcspn (at + strlen (label), "\r\n")));
}

/**
 * sl_saved_page_parse_date:
 * @text: (nullable): as JavaScript prints it ("Tue Nov 04 2025 10:12:13 GMT+0100 (…)"), as mail has it, or ISO 8601
 *
 * Returns: (transfer full) (nullable): the same in ISO 8601 with its zone
 */
char *
sl_saved_page_parse_date (const char *text)
{
  char month[4], sign;
  int day, year, hour, minute, second, zone;
  g_autofree char *date = NULL;
  g_autofree char *iso = NULL;

  if (text == NULL)
    return NULL;
  if (sscanf (text, "%*3s %3s %d %d %d:%d:%d GMT%c%4d", month, &day, &year, &hour, &minute, &second, &sign, &zone) != 8)
    return sl_instant_parse (text, "en");

  date = g_strdup_printf ("%d %s %d", CLAMP (day, 0, 99), month, CLAMP (year, 0, 9999));
  iso = sl_instant_parse (date, "en");
  if (iso == NULL || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60 || zone < 0 || zone > 1400)
    return NULL;
  return g_strdup_printf ("%sT%02d:%02d:%02d%c%02d:%02d", iso, hour, minute, second, sign == '-' ? '-' : '+', zone / 100, zone % 100);
}

static void
read_single_file (SlUnpacked *self,
                  const char *comment)
{
  g_autofree char *url = dup_line (comment, "url:");
  g_autofree char *saved = dup_line (comment, "saved date:");

  self->software = g_strdup ("SingleFile");
  if (url != NULL)
    self->url = dup_address (url, strlen (url));
  self->saved = sl_saved_page_parse_date (saved);
}

/* "saved from url=(0023)https://…": how browsers mark what "Save as" wrote; the number is the address's length. */
static void
read_saved_from (SlUnpacked *self,
                 const char *comment)
{
  const char *at = strchr (comment, ')');

  if (at != NULL)
    self->url = dup_address (at + 1, strcspn (at + 1, " \t\r\n"));
}

/**
 * sl_saved_page_read:
 * @page: the markup
 *
 * Reads what the program that saved a page wrote into a comment: where it came from, and when.
 */
void
sl_saved_page_read (SlUnpacked *self,
                    const char *page,
                    gsize       size)
{
  g_autofree char *head = g_utf8_make_valid (page, (gssize) MIN (size, HEAD_BYTES));
  const char *comment = head;

  self->kind = SL_UNPACKED_PAGE;
  while ((comment = strstr (comment, "<!--")) != NULL && self->url == NULL)
    {
      const char *end = strstr (comment, "-->");
      g_autofree char *words = end == NULL ? NULL : g_strndup (comment, (gsize) (end - comment));

      if (words == NULL)
        return;
      if (strstr (words, SINGLE_FILE) != NULL)
        read_single_file (self, words);
      else if (strstr (words, SAVED_FROM) != NULL)
        read_saved_from (self, strstr (words, SAVED_FROM));
      comment = end;
    }
}
