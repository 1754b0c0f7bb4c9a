/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "helper/sl-reading-parts.h"

/* More of them than any article has are an attack on whoever asked. */
#define MAX_PARTS 2000u

/**
 * sl_reading_link_new:
 * @url: an absolute address
 * @words: the words of the link
 *
 * Creates a link.
 *
 * Returns: (transfer full): the link
 */
SlReadingLink *
sl_reading_link_new (const char *url,
                     const char *words)
{
  SlReadingLink *self = g_new0 (SlReadingLink, 1);

  self->url = g_strdup (url);
  self->words = g_strdup (words);
  return self;
}

/**
 * sl_reading_link_free:
 * @self: (transfer full): a link
 *
 * Frees the link.
 */
void
sl_reading_link_free (SlReadingLink *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->url);
  g_free (self->words);
  g_free (self);
}

/**
 * sl_reading_note_new:
 * @kind: "correction" or "note"
 * @text: what it says
 * @byte_start: where it begins in the capture
 * @byte_end: one past its end there
 *
 * Creates a note of the editors.
 *
 * Returns: (transfer full): the note
 */
SlReadingNote *
sl_reading_note_new (const char *kind,
                     const char *text,
                     guint32     byte_start,
                     guint32     byte_end)
{
  SlReadingNote *self = g_new0 (SlReadingNote, 1);

  self->kind = g_strdup (kind);
  self->text = g_strdup (text);
  self->byte_start = byte_start;
  self->byte_end = byte_end;
  return self;
}

/**
 * sl_reading_note_free:
 * @self: (transfer full): a note
 *
 * Frees the note.
 */
void
sl_reading_note_free (SlReadingNote *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->kind);
  g_free (self->text);
  g_free (self);
}

/**
 * sl_reading_links_to_variant:
 * @links: (element-type SlReadingLink): links
 *
 * Writes links for the way between processes.
 *
 * Returns: (transfer floating): an array of type `a(ss)`
 */
GVariant *
sl_reading_links_to_variant (const GPtrArray *links)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(ss)"));

  for (guint i = 0; i < MIN (links->len, MAX_PARTS); i++)
    {
      const SlReadingLink *link = g_ptr_array_index (links, i);

      g_variant_builder_add (&builder, "(ss)", link->url, link->words);
    }
  return g_variant_builder_end (&builder);
}

/**
 * sl_reading_links_from_variant:
 * @variant: an array of type `a(ss)`
 *
 * Reads back what sl_reading_links_to_variant() made.
 *
 * Returns: (transfer full) (nullable): the links, or %NULL when there are too many or one leads elsewhere than to
 *   the web
 */
GPtrArray *
sl_reading_links_from_variant (GVariant *variant)
{
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_reading_link_free);
  GVariantIter iter;
  const char *url;
  const char *words;

  if (g_variant_n_children (variant) > MAX_PARTS)
    return NULL;
  g_variant_iter_init (&iter, variant);
  while (g_variant_iter_next (&iter, "(&s&s)", &url, &words))
    {
      if (!g_str_has_prefix (url, "https://") && !g_str_has_prefix (url, "http://"))
        return NULL;
      g_ptr_array_add (links, sl_reading_link_new (url, words));
    }
  return g_steal_pointer (&links);
}

/**
 * sl_reading_notes_to_variant:
 * @notes: (element-type SlReadingNote): notes
 *
 * Writes notes for the way between processes.
 *
 * Returns: (transfer floating): an array of type `a(ssuu)`
 */
GVariant *
sl_reading_notes_to_variant (const GPtrArray *notes)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(ssuu)"));

  for (guint i = 0; i < MIN (notes->len, MAX_PARTS); i++)
    {
      const SlReadingNote *note = g_ptr_array_index (notes, i);

      g_variant_builder_add (&builder, "(ssuu)", note->kind, note->text, note->byte_start, note->byte_end);
    }
  return g_variant_builder_end (&builder);
}

/**
 * sl_reading_notes_from_variant:
 * @variant: an array of type `a(ssuu)`
 * @capture_size: number of bytes of the capture
 *
 * Reads back what sl_reading_notes_to_variant() made.
 *
 * Returns: (transfer full) (nullable): the notes, or %NULL when there are too many or one lies outside of the capture
 */
GPtrArray *
sl_reading_notes_from_variant (GVariant *variant,
                               gsize     capture_size)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_reading_note_free);
  GVariantIter iter;
  const char *kind;
  const char *text;
  guint32 start;
  guint32 end;

  if (g_variant_n_children (variant) > MAX_PARTS)
    return NULL;
  g_variant_iter_init (&iter, variant);
  while (g_variant_iter_next (&iter, "(&s&suu)", &kind, &text, &start, &end))
    {
      if (start > end || end > capture_size)
        return NULL;
      g_ptr_array_add (notes, sl_reading_note_new (kind, text, start, end));
    }
  return g_steal_pointer (&notes);
}
