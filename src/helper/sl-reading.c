/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "helper/sl-reading.h"

#include "helper/sl-read-request.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* No page's text comes near; a larger one is an attack on whoever asked. */
#define MAX_TEXT_BYTES (64u * 1024 * 1024)
#define MAX_AUTHORS 64

static const char *const kind_names[] = {
  [SL_READING_ARTICLE] = "article",
  [SL_READING_LISTING] = "listing",
  [SL_READING_CONSENT] = "consent",
  [SL_READING_PAYWALL] = "paywall",
  [SL_READING_BLOCKED] = "blocked",
  [SL_READING_NOT_FOUND] = "not-found",
  [SL_READING_SCRIPT_ONLY] = "script-only",
  [SL_READING_SHORT] = "too-short",
  [SL_READING_EMPTY] = "empty",
};

G_DEFINE_ENUM_TYPE (SlReadingKind, sl_reading_kind,
                    G_DEFINE_ENUM_VALUE (SL_READING_ARTICLE, "article"),
                    G_DEFINE_ENUM_VALUE (SL_READING_LISTING, "listing"),
                    G_DEFINE_ENUM_VALUE (SL_READING_CONSENT, "consent"),
                    G_DEFINE_ENUM_VALUE (SL_READING_PAYWALL, "paywall"),
                    G_DEFINE_ENUM_VALUE (SL_READING_BLOCKED, "blocked"),
                    G_DEFINE_ENUM_VALUE (SL_READING_NOT_FOUND, "not-found"),
                    G_DEFINE_ENUM_VALUE (SL_READING_SCRIPT_ONLY, "script-only"),
                    G_DEFINE_ENUM_VALUE (SL_READING_SHORT, "too-short"),
                    G_DEFINE_ENUM_VALUE (SL_READING_EMPTY, "empty"))

/* A string field of the record and its key on the wire. */
typedef struct
{
  const char *key;     /* (unowned) */
  gsize       offset;
} Field;

static const Field fields[] = {
  { "title", G_STRUCT_OFFSET (SlReading, title) },
  { "byline", G_STRUCT_OFFSET (SlReading, byline) },
  { "outlet", G_STRUCT_OFFSET (SlReading, outlet) },
  { "published", G_STRUCT_OFFSET (SlReading, published) },
  { "updated", G_STRUCT_OFFSET (SlReading, updated) },
  { "language", G_STRUCT_OFFSET (SlReading, language) },
  { "canonical", G_STRUCT_OFFSET (SlReading, canonical) },
  { "method", G_STRUCT_OFFSET (SlReading, method) },
  { "text", G_STRUCT_OFFSET (SlReading, text) },
  { "reason", G_STRUCT_OFFSET (SlReading, reason) },
  { "charset", G_STRUCT_OFFSET (SlReading, charset) },
  { "extractor", G_STRUCT_OFFSET (SlReading, extractor) },
};

static char **
field_of (const SlReading *self,
          const Field     *field)
{
  return (char **) G_STRUCT_MEMBER_P (self, field->offset);
}

/* GVariant makes foreign strings valid UTF-8 without NUL, so that only sizes are left to check. */
static gboolean
take_fields (SlReading    *self,
             GVariantDict *dict)
{
  gboolean fits = TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      char **target = field_of (self, &fields[i]);
      char *value = NULL;

      if (!g_variant_dict_lookup (dict, fields[i].key, "s", &value))
        continue;
      g_free (*target);
      *target = value;
      fits = fits && strlen (value) <= MAX_TEXT_BYTES;
    }
  return fits;
}

static gboolean
take_authors (SlReading    *self,
              GVariantDict *dict)
{
  g_autoptr (GVariant) authors = g_variant_dict_lookup_value (dict, "authors", G_VARIANT_TYPE_STRING_ARRAY);

  if (authors == NULL)
    return TRUE;
  if (g_variant_n_children (authors) > MAX_AUTHORS)
    return FALSE;
  g_strfreev (self->authors);
  self->authors = g_variant_dup_strv (authors, NULL);
  return TRUE;
}

static gboolean
take_parts (SlReading    *self,
            GVariantDict *dict,
            gsize         capture_size)
{
  g_autoptr (GVariant) links = g_variant_dict_lookup_value (dict, "links", G_VARIANT_TYPE ("a(ss)"));
  g_autoptr (GVariant) notes = g_variant_dict_lookup_value (dict, "notes", G_VARIANT_TYPE ("a(ssuu)"));

  g_variant_dict_lookup (dict, "paywall", "b", &self->paywall);
  if (links != NULL)
    {
      g_clear_pointer (&self->links, g_ptr_array_unref);
      self->links = sl_reading_links_from_variant (links);
    }
  if (notes != NULL)
    {
      g_clear_pointer (&self->notes, g_ptr_array_unref);
      self->notes = sl_reading_notes_from_variant (notes, capture_size);
    }
  return self->links != NULL && self->notes != NULL;
}

static gboolean
take_places (SlReading    *self,
             GVariantDict *dict)
{
  g_autoptr (GVariant) places = g_variant_dict_lookup_value (dict, "places", G_VARIANT_TYPE ("a(uuuiiii)"));

  if (places == NULL)
    return TRUE;
  g_clear_pointer (&self->places, g_array_unref);
  self->places = sl_reading_places_from_variant (places, (gsize) g_utf8_strlen (self->text, -1));
  return self->places != NULL;
}

static gboolean
take_enums (SlReading    *self,
            GVariantDict *dict)
{
  guint32 kind = 0;
  guint32 charset_reason = 0;
  guint32 type = 0;

  g_variant_dict_lookup (dict, "kind", "u", &kind);
  g_variant_dict_lookup (dict, "charset-reason", "u", &charset_reason);
  g_variant_dict_lookup (dict, "type", "u", &type);
  self->kind = (SlReadingKind) kind;
  self->charset_reason = (SlCharsetReason) charset_reason;
  self->type = (SlContentType) type;
  return kind <= SL_READING_EMPTY
         && charset_reason <= SL_CHARSET_REASON_DEFAULT
         && type <= SL_CONTENT_TYPE_MHTML;
}

static gboolean
take_map (SlReading    *self,
          GVariantDict *dict,
          gsize         capture_size)
{
  g_autoptr (GVariant) value = g_variant_dict_lookup_value (dict, "map", G_VARIANT_TYPE_BYTESTRING);
  g_autoptr (GBytes) bytes = NULL;

  if (value == NULL)
    return FALSE;
  bytes = g_variant_get_data_as_bytes (value);
  g_clear_pointer (&self->map, sl_text_map_unref);
  self->map = sl_text_map_new_from_bytes (bytes, NULL);
  return self->map != NULL
         && sl_text_map_get_byte_end (self->map) <= capture_size
         && sl_text_map_get_text_end (self->map) <= (gsize) g_utf8_strlen (self->text, -1);
}

/**
 * sl_reading_kind_to_string:
 * @kind: a kind
 *
 * Gives the word that stands for @kind in files and machine-readable output.
 *
 * Returns: (transfer none): the word
 */
const char *
sl_reading_kind_to_string (SlReadingKind kind)
{
  g_return_val_if_fail ((gsize) kind < G_N_ELEMENTS (kind_names), NULL);

  return kind_names[kind];
}

/**
 * sl_reading_kind_from_string:
 * @string: (nullable): a word
 *
 * Reads what sl_reading_kind_to_string() gives.
 *
 * Returns: the kind; %SL_READING_ARTICLE for any other word
 */
SlReadingKind
sl_reading_kind_from_string (const char *string)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kind_names); i++)
    {
      if (g_strcmp0 (string, kind_names[i]) == 0)
        return (SlReadingKind) i;
    }
  return SL_READING_ARTICLE;
}

/**
 * sl_reading_new:
 *
 * Creates an empty article: no authors, links and notes, an empty text and a map without runs.
 *
 * Returns: (transfer full): the reading
 */
SlReading *
sl_reading_new (void)
{
  SlReading *self = g_new0 (SlReading, 1);

  self->authors = g_new0 (char *, 1);
  self->text = g_strdup ("");
  self->map = sl_text_map_new (NULL, 0);
  self->links = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_reading_link_free);
  self->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_reading_note_free);
  self->places = g_array_new (FALSE, FALSE, sizeof (SlReadingPlace));
  self->charset = g_strdup ("UTF-8");
  self->extractor = g_strdup ("");
  return self;
}

/**
 * sl_reading_new_from_variant:
 * @variant: what the reader's process answered, or anything else
 * @capture_size: number of bytes of the capture that was read
 * @error: return location for an error
 *
 * Reads back what sl_reading_to_variant() made, trusting nothing in it: the
 * map must lie inside the text and inside the capture.
 *
 * Returns: (transfer full) (nullable): the reading, or %NULL with
 *   %SL_READ_ERROR_INVALID
 */
SlReading *
sl_reading_new_from_variant (GVariant  *variant,
                             gsize      capture_size,
                             GError   **error)
{
  g_autoptr (SlReading) self = sl_reading_new ();
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  g_return_val_if_fail (variant != NULL, NULL);

  if (g_variant_is_of_type (variant, G_VARIANT_TYPE_VARDICT))
    {
      g_variant_dict_clear (&dict);
      g_variant_dict_init (&dict, variant);
      if (take_fields (self, &dict) && take_authors (self, &dict)
          && take_enums (self, &dict) && take_parts (self, &dict, capture_size) && take_places (self, &dict) && take_map (self, &dict, capture_size))
        return g_steal_pointer (&self);
    }
  g_set_error_literal (error, SL_READ_ERROR, SL_READ_ERROR_INVALID,
                       _ ("The reader gave an answer that makes no sense; the page was not taken in"));
  return NULL;
}

/**
 * sl_reading_to_variant:
 * @self: a reading
 *
 * Writes the reading as a dictionary of type `a{sv}` for the way between processes.
 *
 * Returns: (transfer floating): the dictionary
 */
GVariant *
sl_reading_to_variant (const SlReading *self)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  g_autoptr (GBytes) map = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *value = *field_of (self, &fields[i]);

      if (value != NULL)
        g_variant_dict_insert (&dict, fields[i].key, "s", value);
    }
  map = sl_text_map_to_bytes (self->map);
  g_variant_dict_insert (&dict, "authors", "^as", self->authors);
  g_variant_dict_insert_value (&dict, "links", sl_reading_links_to_variant (self->links));
  g_variant_dict_insert_value (&dict, "notes", sl_reading_notes_to_variant (self->notes));
  if (self->places->len > 0)
    g_variant_dict_insert_value (&dict, "places", sl_reading_places_to_variant (self->places));
  g_variant_dict_insert (&dict, "paywall", "b", self->paywall);
  g_variant_dict_insert (&dict, "kind", "u", (guint32) self->kind);
  g_variant_dict_insert (&dict, "charset-reason", "u", (guint32) self->charset_reason);
  g_variant_dict_insert (&dict, "type", "u", (guint32) self->type);
  g_variant_dict_insert_value (&dict, "map", g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, map, TRUE));
  return g_variant_dict_end (&dict);
}

/**
 * sl_reading_free:
 * @self: (transfer full): a reading
 *
 * Frees the reading.
 */
void
sl_reading_free (SlReading *self)
{
  g_return_if_fail (self != NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    g_free (*field_of (self, &fields[i]));
  g_strfreev (self->authors);
  g_clear_pointer (&self->map, sl_text_map_unref);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_array_unref);
  g_free (self);
}
