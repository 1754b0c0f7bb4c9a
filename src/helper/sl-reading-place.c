/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "helper/sl-reading-place.h"

/**
 * sl_reading_places_to_variant:
 * @places: (element-type SlReadingPlace): places
 *
 * Writes places for the way between processes.
 *
 * Returns: (transfer floating): an array of type `a(uuuiiii)`
 */
GVariant *
sl_reading_places_to_variant (GArray *places)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(uuuiiii)"));

  for (guint i = 0; i < MIN (places->len, SL_READING_MAX_PLACES); i++)
    {
      const SlReadingPlace *at = &g_array_index (places, SlReadingPlace, i);

      g_variant_builder_add (&builder, "(uuuiiii)", at->text_start, at->text_length, at->page, at->x, at->y, at->width, at->height);
    }
  return g_variant_builder_end (&builder);
}

/**
 * sl_reading_places_from_variant:
 * @variant: an array of type `a(uuuiiii)`
 * @text_length_cp: length of the text in code points
 *
 * Reads back what sl_reading_places_to_variant() made.
 *
 * Returns: (transfer full) (nullable): the places, or %NULL when there are too many, they are not in order, or one lies
 *   outside of the text
 */
GArray *
sl_reading_places_from_variant (GVariant *variant,
                                gsize     text_length_cp)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (SlReadingPlace));
  GVariantIter iter;
  SlReadingPlace at;
  guint64 end = 0;

  if (g_variant_n_children (variant) > SL_READING_MAX_PLACES)
    return NULL;
  g_variant_iter_init (&iter, variant);
  while (g_variant_iter_next (&iter, "(uuuiiii)", &at.text_start, &at.text_length, &at.page, &at.x, &at.y, &at.width, &at.height))
    {
      if (at.text_start < end || at.page == 0 || (guint64) at.text_start + at.text_length > text_length_cp)
        return NULL;
      end = (guint64) at.text_start + at.text_length;
      g_array_append_val (places, at);
    }
  return g_steal_pointer (&places);
}
