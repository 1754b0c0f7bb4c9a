/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/sl-month.h"

#include <string.h>
#include <unicode/udat.h>
#include <unicode/uloc.h>

#define MAX_NAME_UNITS 40

struct _SlMonthNames
{
  GPtrArray *names[12];  /* (owned) (element-type utf8): case-folded, without a full stop at the end */
};

/* Inflected, nominative and short forms. */
static const UDateFormatSymbolType kinds[] = {
  UDAT_MONTHS, UDAT_SHORT_MONTHS, UDAT_STANDALONE_MONTHS, UDAT_STANDALONE_SHORT_MONTHS
};

static void
add_name (SlMonthNames *self,
          int           month,
          const UChar  *name,
          int32_t       length)
{
  g_autofree char *utf8 = g_utf16_to_utf8 ((const gunichar2 *) name, length, NULL, NULL, NULL);
  g_autofree char *folded = utf8 != NULL ? g_utf8_casefold (utf8, -1) : NULL;

  if (folded == NULL)
    return;
  if (g_str_has_suffix (folded, "."))
    folded[strlen (folded) - 1] = '\0';
  /* Numbers are told apart elsewhere, and one letter is no name. */
  if (g_utf8_strlen (folded, -1) >= 3 && !g_ascii_isdigit (*folded))
    g_ptr_array_add (self->names[month], g_steal_pointer (&folded));
}

static void
add_language (SlMonthNames *self,
              const char   *language)
{
  char locale[ULOC_FULLNAME_CAPACITY] = "";
  UErrorCode status = U_ZERO_ERROR;
  UDateFormat *format;

  g_snprintf (locale, sizeof locale, "%.3s@calendar=gregorian", language);
  format = udat_open (UDAT_LONG, UDAT_LONG, locale, NULL, 0, NULL, 0, &status);
  if (U_FAILURE (status))
    return;
  for (gsize kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    {
      for (int month = 0; month < 12; month++)
        {
          UChar name[MAX_NAME_UNITS];
          int32_t length;

          status = U_ZERO_ERROR;
          length = udat_getSymbols (format, kinds[kind], month, name, MAX_NAME_UNITS, &status);
          if (U_SUCCESS (status) && length < MAX_NAME_UNITS)
            add_name (self, month, name, length);
        }
    }
  udat_close (format);
}

static const char *
word_end (const char *at)
{
  while (*at != '\0' && g_unichar_isalpha (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return at;
}

/**
 * sl_month_names_new:
 * @language: (nullable): a BCP 47 tag, of which the primary language counts
 *
 * Collects the names from the locale data of ICU.
 *
 * Returns: (transfer full): the names
 */
SlMonthNames *
sl_month_names_new (const char *language)
{
  SlMonthNames *self = g_new0 (SlMonthNames, 1);
  g_autofree char *primary = language != NULL ? g_strndup (language, strcspn (language, "-_@")) : NULL;

  for (int month = 0; month < 12; month++)
    self->names[month] = g_ptr_array_new_with_free_func (g_free);
  add_language (self, "en");
  if (primary != NULL && *primary != '\0' && g_ascii_strcasecmp (primary, "en") != 0)
    add_language (self, primary);
  /* The one short form in use that the data lacks. */
  g_ptr_array_add (self->names[8], g_strdup ("sept"));
  return self;
}

/**
 * sl_month_names_free:
 * @self: (transfer full): names
 *
 * Frees the names.
 */
void
sl_month_names_free (SlMonthNames *self)
{
  g_return_if_fail (self != NULL);

  for (int month = 0; month < 12; month++)
    g_ptr_array_unref (self->names[month]);
  g_free (self);
}

/**
 * sl_month_names_match:
 * @self: names
 * @at: (inout): where to look; moved past the name and its full stop when there is one
 *
 * Reads the name of a month.
 *
 * Returns: 1 to 12, or -1 when no name stands there
 */
int
sl_month_names_match (const SlMonthNames  *self,
                      const char         **at)
{
  const char *end = word_end (*at);
  g_autofree char *word = g_strndup (*at, (gsize) (end - *at));
  g_autofree char *folded = g_utf8_casefold (word, -1);

  for (int month = 0; month < 12; month++)
    {
      for (guint i = 0; i < self->names[month]->len; i++)
        {
          if (!g_str_equal (folded, g_ptr_array_index (self->names[month], i)))
            continue;
          *at = *end == '.' ? end + 1 : end;
          return month + 1;
        }
    }
  return -1;
}
