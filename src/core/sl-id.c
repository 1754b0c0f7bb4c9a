/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/sl-id.h"

#include <string.h>
#include <sys/random.h>

/**
 * sl_id_new:
 *
 * Makes a random key from the kernel's generator, so that keys of cases made on
 * different machines at the same moment do not meet.
 *
 * Returns: a key from 1 to 2⁶³ − 1
 */
SlId
sl_id_new (void)
{
  guint64 bits = 0;

  while ((bits & G_MAXINT64) == 0)
    {
      if (getrandom (&bits, sizeof bits, 0) != (gssize) sizeof bits)
        bits = ((guint64) g_random_int () << 32) | g_random_int ();
    }

  return (SlId) (bits & G_MAXINT64);
}

/**
 * sl_id_format:
 * @buffer: (out caller-allocates): filled with sixteen hexadecimal digits and a NUL
 *
 * Writes a key the way it is shown.
 *
 * Returns: (transfer none): @buffer
 */
const char *
sl_id_format (SlId id,
              char buffer[SL_ID_STRING_SIZE])
{
  g_snprintf (buffer, SL_ID_STRING_SIZE, "%016" G_GINT64_MODIFIER "x", (guint64) id);
  return buffer;
}

/**
 * sl_id_parse:
 * @id: (out): the key; untouched on failure
 *
 * Reads a key as it is shown: exactly sixteen hexadecimal digits.
 *
 * Returns: whether @string is a key; 0 and negative numbers are none
 */
gboolean
sl_id_parse (const char *string,
             SlId       *id)
{
  guint64 bits = 0;

  if (string == NULL || strlen (string) != SL_ID_STRING_SIZE - 1)
    return FALSE;

  for (const char *digit = string; *digit != '\0'; digit++)
    {
      if (!g_ascii_isxdigit (*digit))
        return FALSE;
      bits = bits << 4 | (guint64) g_ascii_xdigit_value (*digit);
    }

  if (bits == 0 || bits > G_MAXINT64)
    return FALSE;

  *id = (SlId) bits;
  return TRUE;
}
