/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/sl-entity-private.h"

#define CHAIN_TYPE G_VARIANT_TYPE ("a(ssstt)")

/**
 * sl_chain_to_text:
 *
 * Writes a chain the way it stands in the file: text of a GVariant of type a(ssstt).
 *
 * Returns: (transfer full): the text
 */
char *
sl_chain_to_text (GPtrArray *chain)
{
  g_autoptr (GVariant) variant = NULL;
  GVariantBuilder builder;

  g_variant_builder_init (&builder, CHAIN_TYPE);
  for (guint i = 0; chain != NULL && i < chain->len; i++)
    {
      const SlAttributionLink *link = g_ptr_array_index (chain, i);

      g_variant_builder_add (&builder, "(ssstt)", link->speaker, sl_speaker_kind_to_string (link->kind),
                             link->words, (guint64) link->start_cp, (guint64) link->end_cp);
    }

  variant = g_variant_ref_sink (g_variant_builder_end (&builder));
  return g_variant_print (variant, FALSE);
}

/**
 * sl_chain_from_text:
 *
 * Reads what sl_chain_to_text() wrote.
 *
 * Returns: (transfer full) (nullable): the chain; %NULL when @text is something else
 */
GPtrArray *
sl_chain_from_text (const char *text)
{
  g_autoptr (GVariant) variant = g_variant_parse (CHAIN_TYPE, text, NULL, NULL, NULL);
  g_autoptr (GPtrArray) chain = NULL;
  const char *speaker, *word, *words;
  guint64 start_cp, end_cp;
  GVariantIter iter;

  if (variant == NULL)
    return NULL;

  chain = sl_attribution_chain_new ();
  g_variant_iter_init (&iter, variant);
  while (g_variant_iter_next (&iter, "(&s&s&stt)", &speaker, &word, &words, &start_cp, &end_cp))
    {
      SlSpeakerKind kind;

      if (!sl_speaker_kind_parse (word, &kind) || start_cp > end_cp)
        return NULL;
      g_ptr_array_add (chain, sl_attribution_link_new (speaker, kind, words, (gsize) start_cp, (gsize) end_cp));
    }

  return g_steal_pointer (&chain);
}
