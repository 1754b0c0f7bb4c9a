/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-marked-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ui/sl-palette.h"

/* More changes than these are not read out one by one. */
#define MAX_TOLD 12

/* Where code points begin; they are asked for in order, so that a long text is gone through once. */
typedef struct
{
  const char *at;
  gsize       cp;
} Place;

static const char *
go_to (Place *place,
       gsize  cp)
{
  while (place->cp < cp && *place->at != '\0')
    {
      place->at = g_utf8_next_char (place->at);
      place->cp++;
    }
  return place->at;
}

static void
add (PangoAttrList  *marks,
     PangoAttribute *attribute,
     const char     *text,
     const char     *start,
     const char     *end)
{
  attribute->start_index = (guint) (start - text);
  attribute->end_index = (guint) (end - text);
  pango_attr_list_insert (marks, attribute);
}

static guint16
to_pango (float part)
{
  return (guint16) (CLAMP (part, 0.0f, 1.0f) * G_MAXUINT16);
}

static void
mark_change (PangoAttrList *marks,
             const char    *text,
             const char    *start,
             const char    *end,
             GdkRGBA        colour,
             gboolean       after)
{
  add (marks, pango_attr_foreground_new (to_pango (colour.red), to_pango (colour.green), to_pango (colour.blue)), text, start, end);
  add (marks, pango_attr_background_new (to_pango (colour.red), to_pango (colour.green), to_pango (colour.blue)), text, start, end);
  add (marks, pango_attr_background_alpha_new (to_pango (0.14f)), text, start, end);
  add (marks, pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD), text, start, end);
  if (after)
    add (marks, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), text, start, end);
  else
    add (marks, pango_attr_strikethrough_new (TRUE), text, start, end);
}

/**
 * sl_marked_words_mark:
 * @widget: where the words will stand; gives the colours
 * @text: the words
 * @difference: (nullable): how they differ
 * @after: @text is the text after
 *
 * Returns: (transfer full): the marks of the words that were taken away, or put in
 */
PangoAttrList *
sl_marked_words_mark (GtkWidget          *widget,
                      const char         *text,
                      const SlDifference *difference,
                      gboolean            after)
{
  PangoAttrList *marks = pango_attr_list_new ();
  Place place = { text, 0 };

  for (guint i = 0; difference != NULL && i < difference->changes->len; i++)
    {
      const SlChange *change = &g_array_index (difference->changes, SlChange, i);
      const gsize start_cp = after ? change->after_start_cp : change->before_start_cp;
      const gsize end_cp = after ? change->after_end_cp : change->before_end_cp;
      const char *start = go_to (&place, start_cp);
      const char *end = go_to (&place, end_cp);

      if (start < end)
        mark_change (marks, text, start, end, sl_palette_change (widget, change->kinds), after);
    }
  return marks;
}

/**
 * sl_marked_words_add_own:
 * @start_cp: first code point
 * @end_cp: one past the last
 *
 * Marks words of our own in @text.
 */
void
sl_marked_words_add_own (PangoAttrList *marks,
                         const char    *text,
                         gsize          start_cp,
                         gsize          end_cp)
{
  Place place = { text, 0 };
  const char *start = go_to (&place, start_cp);
  const char *end = go_to (&place, end_cp);

  if (start < end)
    add (marks, pango_attr_weight_new (PANGO_WEIGHT_BOLD), text, start, end);
}

static char *
dup_part (Place *place,
          gsize  start_cp,
          gsize  end_cp)
{
  const char *start = go_to (place, start_cp);

  return g_strndup (start, go_to (place, end_cp) - start);
}

static void
tell_change (GString    *words,
             const char *gone,
             const char *come,
             guint       kinds)
{
  g_autofree char *kind = sl_change_kinds_describe (kinds);

  if (words->len > 0)
    g_string_append (words, "; ");
  if (*gone != '\0' && *come != '\0')
    /* Translators: words that were replaced, the words in their place, what kind of change that is, e.g. "number". */
    g_string_append_printf (words, C_ ("change", "“%s” became “%s” (%s)"), gone, come, kind);
  else if (*gone != '\0')
    /* Translators: words that are not there any more, what kind of change that is. */
    g_string_append_printf (words, C_ ("change", "“%s” no longer there (%s)"), gone, kind);
  else
    /* Translators: words that were not there before, what kind of change that is. */
    g_string_append_printf (words, C_ ("change", "“%s” put in (%s)"), come, kind);
}

/**
 * sl_marked_words_describe:
 *
 * Returns: (transfer full): the changes in words, for those who hear the window and as a tooltip; empty without any
 */
char *
sl_marked_words_describe (const char         *before,
                          const char         *after,
                          const SlDifference *difference)
{
  GString *words = g_string_new (NULL);
  Place in_before = { before, 0 };
  Place in_after = { after, 0 };
  const guint n_changes = difference != NULL ? difference->changes->len : 0;

  for (guint i = 0; i < MIN (n_changes, MAX_TOLD); i++)
    {
      const SlChange *change = &g_array_index (difference->changes, SlChange, i);
      g_autofree char *gone = dup_part (&in_before, change->before_start_cp, change->before_end_cp);
      g_autofree char *come = dup_part (&in_after, change->after_start_cp, change->after_end_cp);

      tell_change (words, gone, come, change->kinds);
    }
  if (n_changes > MAX_TOLD)
    g_string_append_printf (words, g_dngettext (GETTEXT_PACKAGE, "; and %u more change", "; and %u more changes", n_changes - MAX_TOLD),
                            n_changes - MAX_TOLD);
  return g_string_free_and_steal (words);
}
