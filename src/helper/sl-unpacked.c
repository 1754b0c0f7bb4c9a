/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "helper/sl-unpacked.h"

#include <glib/gi18n-lib.h>

#include "helper/sl-read-request.h"

/* The three lists on the wire; an absent string is an empty one. */
#define PARTS_TYPE "a(ssay)"
#define REFERENCES_TYPE "a(sssssss)"
#define NOTES_TYPE "a(ssb)"

static void
part_free (gpointer data)
{
  SlPart *self = data;

  g_free (self->name);
  g_free (self->content_type);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

static void
note_free (gpointer data)
{
  SlUnpackNote *self = data;

  g_free (self->place);
  g_free (self->reason);
  g_free (self);
}

/**
 * sl_reference_new:
 *
 * Returns: (transfer full): a reference to nothing
 */
SlReference *
sl_reference_new (void)
{
  return g_new0 (SlReference, 1);
}

/**
 * sl_reference_free:
 * @self: (nullable) (transfer full): a reference
 *
 * Frees a reference.
 */
void
sl_reference_free (SlReference *self)
{
  if (self == NULL)
    return;

  g_free (self->url);
  g_free (self->title);
  g_free (self->authors);
  g_free (self->outlet);
  g_free (self->published);
  g_free (self->language);
  g_free (self->kind);
  g_free (self);
}

/**
 * sl_unpacked_new:
 *
 * Returns: (transfer full): a file of no known kind with nothing in it
 */
SlUnpacked *
sl_unpacked_new (void)
{
  SlUnpacked *self = g_new0 (SlUnpacked, 1);

  self->parts = g_ptr_array_new_with_free_func (part_free);
  self->references = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_reference_free);
  self->notes = g_ptr_array_new_with_free_func (note_free);
  return self;
}

/**
 * sl_unpacked_free:
 * @self: (nullable) (transfer full): what was taken apart
 *
 * Frees it with everything in it.
 */
void
sl_unpacked_free (SlUnpacked *self)
{
  if (self == NULL)
    return;

  g_free (self->url);
  g_free (self->saved);
  g_free (self->software);
  g_free (self->title);
  g_ptr_array_unref (self->parts);
  g_ptr_array_unref (self->references);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

/* What comes from a file need not be text, and what is empty is nothing. */
static char *
dup_text (const char *string)
{
  return string == NULL || *string == '\0' ? NULL : g_utf8_make_valid (string, -1);
}

/**
 * sl_unpacked_take_part:
 * @name: (nullable): its path
 * @content_type: (nullable): as stated
 * @bytes: (transfer full): the part
 *
 * Appends a part.
 */
void
sl_unpacked_take_part (SlUnpacked *self,
                       const char *name,
                       const char *content_type,
                       GBytes     *bytes)
{
  SlPart *part = g_new0 (SlPart, 1);

  part->name = dup_text (name);
  part->content_type = dup_text (content_type);
  part->bytes = bytes;
  g_ptr_array_add (self->parts, part);
}

/**
 * sl_unpacked_add_note:
 * @place: (nullable): path or line
 * @reason: translated
 *
 * Appends a note.
 */
void
sl_unpacked_add_note (SlUnpacked *self,
                      const char *place,
                      const char *reason,
                      gboolean    broken)
{
  SlUnpackNote *note = g_new0 (SlUnpackNote, 1);

  note->place = dup_text (place);
  note->reason = g_strdup (reason);
  note->broken = broken;
  g_ptr_array_add (self->notes, note);
}

static const char *
wire (const char *string)
{
  return string != NULL ? string : "";
}

static GVariant *
parts_to_variant (const SlUnpacked *self)
{
  g_auto (GVariantBuilder) list = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (PARTS_TYPE));

  for (guint i = 0; i < self->parts->len; i++)
    {
      const SlPart *part = g_ptr_array_index (self->parts, i);

      g_variant_builder_add (&list, "(ss@ay)", wire (part->name), wire (part->content_type),
                             g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, part->bytes, TRUE));
    }
  return g_variant_builder_end (&list);
}

static GVariant *
references_to_variant (const SlUnpacked *self)
{
  g_auto (GVariantBuilder) list = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (REFERENCES_TYPE));

  for (guint i = 0; i < self->references->len; i++)
    {
      const SlReference *at = g_ptr_array_index (self->references, i);

      g_variant_builder_add (&list, "(sssssss)", wire (at->url), wire (at->title), wire (at->authors), wire (at->outlet),
                             wire (at->published), wire (at->language), wire (at->kind));
    }
  return g_variant_builder_end (&list);
}

static GVariant *
notes_to_variant (const SlUnpacked *self)
{
  g_auto (GVariantBuilder) list = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (NOTES_TYPE));

  for (guint i = 0; i < self->notes->len; i++)
    {
      const SlUnpackNote *note = g_ptr_array_index (self->notes, i);

      g_variant_builder_add (&list, "(ssb)", wire (note->place), wire (note->reason), note->broken);
    }
  return g_variant_builder_end (&list);
}

/**
 * sl_unpacked_to_variant:
 *
 * Writes it as a dictionary for the way between processes.
 *
 * Returns: (transfer floating): the dictionary
 */
GVariant *
sl_unpacked_to_variant (const SlUnpacked *self)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&dict, "kind", "u", (guint32) self->kind);
  g_variant_dict_insert (&dict, "url", "s", wire (self->url));
  g_variant_dict_insert (&dict, "saved", "s", wire (self->saved));
  g_variant_dict_insert (&dict, "software", "s", wire (self->software));
  g_variant_dict_insert (&dict, "title", "s", wire (self->title));
  g_variant_dict_insert_value (&dict, "parts", parts_to_variant (self));
  g_variant_dict_insert_value (&dict, "references", references_to_variant (self));
  g_variant_dict_insert_value (&dict, "notes", notes_to_variant (self));
  return g_variant_dict_end (&dict);
}

static void
take_parts (SlUnpacked *self,
            GVariant   *list)
{
  GVariantIter iter;
  const char *name, *content_type;
  GVariant *bytes;

  g_variant_iter_init (&iter, list);
  while (g_variant_iter_next (&iter, "(&s&s@ay)", &name, &content_type, &bytes))
    {
      sl_unpacked_take_part (self, name, content_type, g_variant_get_data_as_bytes (bytes));
      g_variant_unref (bytes);
    }
}

static void
take_references (SlUnpacked *self,
                 GVariant   *list)
{
  GVariantIter iter;
  const char *url, *title, *authors, *outlet, *published, *language, *kind;

  g_variant_iter_init (&iter, list);
  while (g_variant_iter_next (&iter, "(&s&s&s&s&s&s&s)", &url, &title, &authors, &outlet, &published, &language, &kind))
    {
      SlReference *reference = sl_reference_new ();

      *reference = (SlReference) { dup_text (url), dup_text (title), dup_text (authors), dup_text (outlet),
                                   dup_text (published), dup_text (language), dup_text (kind) };
      g_ptr_array_add (self->references, reference);
    }
}

static void
take_notes (SlUnpacked *self,
            GVariant   *notes)
{
  GVariantIter iter;
  const char *first, *second;
  gboolean broken;

  g_variant_iter_init (&iter, notes);
  while (g_variant_iter_next (&iter, "(&s&sb)", &first, &second, &broken))
    sl_unpacked_add_note (self, first, second, broken);
}

static char *
look_up (GVariantDict *dict,
         const char   *key)
{
  const char *value = NULL;

  return g_variant_dict_lookup (dict, key, "&s", &value) ? dup_text (value) : NULL;
}

/**
 * sl_unpacked_new_from_variant:
 * @variant: what the reader's process answered, or anything else
 *
 * Reads back what sl_unpacked_to_variant() made, trusting nothing in it.
 *
 * Returns: (transfer full) (nullable): what was taken apart, or %NULL with %SL_READ_ERROR_INVALID
 */
SlUnpacked *
sl_unpacked_new_from_variant (GVariant  *variant,
                              GError   **error)
{
  gboolean is_dict = g_variant_is_of_type (variant, G_VARIANT_TYPE_VARDICT);
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (is_dict ? variant : NULL);
  g_autoptr (GVariant) parts = g_variant_dict_lookup_value (&dict, "parts", G_VARIANT_TYPE (PARTS_TYPE));
  g_autoptr (GVariant) references = g_variant_dict_lookup_value (&dict, "references", G_VARIANT_TYPE (REFERENCES_TYPE));
  g_autoptr (GVariant) notes = g_variant_dict_lookup_value (&dict, "notes", G_VARIANT_TYPE (NOTES_TYPE));
  g_autoptr (SlUnpacked) self = sl_unpacked_new ();
  guint32 kind = G_MAXUINT32;

  g_variant_dict_lookup (&dict, "kind", "u", &kind);
  if (kind > SL_UNPACKED_RDF || parts == NULL || references == NULL || notes == NULL)
    {
      g_set_error_literal (error, SL_READ_ERROR, SL_READ_ERROR_INVALID,
                           _ ("The reader gave an answer that makes no sense; the file was not taken in"));
      return NULL;
    }

  self->kind = (SlUnpackedKind) kind;
  self->url = look_up (&dict, "url");
  self->saved = look_up (&dict, "saved");
  self->software = look_up (&dict, "software");
  self->title = look_up (&dict, "title");
  take_parts (self, parts);
  take_references (self, references);
  take_notes (self, notes);
  return g_steal_pointer (&self);
}
