/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "export/sl-pdf-plan.h"

static void
link_free (SlPdfLink *link)
{
  g_free (link->place);
  g_free (link->contents);
  g_free (link);
}

static void
highlight_free (SlPdfHighlight *highlight)
{
  g_free (highlight->name);
  g_free (highlight->subject);
  g_free (highlight->note);
  g_array_unref (highlight->quads);
  g_free (highlight);
}

static void
bookmark_free (SlPdfBookmark *bookmark)
{
  g_free (bookmark->title);
  g_free (bookmark->place);
  g_free (bookmark);
}

SlPdfPlan *
sl_pdf_plan_new (void)
{
  SlPdfPlan *self = g_new0 (SlPdfPlan, 1);

  self->page_heights = g_array_new (FALSE, FALSE, sizeof (double));
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->links = g_ptr_array_new_with_free_func ((GDestroyNotify) link_free);
  self->highlights = g_ptr_array_new_with_free_func ((GDestroyNotify) highlight_free);
  self->bookmarks = g_ptr_array_new_with_free_func ((GDestroyNotify) bookmark_free);
  return self;
}

void
sl_pdf_plan_free (SlPdfPlan *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->page_heights);
  g_hash_table_unref (self->places);
  g_ptr_array_unref (self->links);
  g_ptr_array_unref (self->highlights);
  g_ptr_array_unref (self->bookmarks);
  g_free (self);
}

/**
 * sl_pdf_plan_add_place:
 *
 * Names a place; the first one of a name counts.
 */
void
sl_pdf_plan_add_place (SlPdfPlan  *self,
                       const char *name,
                       guint       page,
                       double      x,
                       double      y)
{
  SlPdfPlace place = { page, x, y };

  if (!g_hash_table_contains (self->places, name))
    g_hash_table_insert (self->places, g_strdup (name), g_memdup2 (&place, sizeof place));
}

void
sl_pdf_plan_add_link (SlPdfPlan  *self,
                      guint       page,
                      SlPdfRect   rect,
                      const char *place,
                      const char *contents)
{
  SlPdfLink *link = g_new0 (SlPdfLink, 1);

  link->page = page;
  link->rect = rect;
  link->place = g_strdup (place);
  link->contents = g_strdup (contents);
  g_ptr_array_add (self->links, link);
}

void
sl_pdf_plan_add_bookmark (SlPdfPlan  *self,
                          guint       level,
                          const char *title,
                          const char *place)
{
  SlPdfBookmark *bookmark = g_new0 (SlPdfBookmark, 1);

  bookmark->level = level;
  bookmark->title = g_strdup (title);
  bookmark->place = g_strdup (place);
  g_ptr_array_add (self->bookmarks, bookmark);
}

static SlPdfHighlight *
find_highlight (SlPdfPlan  *self,
                const char *name,
                guint       page)
{
  for (guint i = self->highlights->len; i-- > 0;)
    {
      SlPdfHighlight *highlight = g_ptr_array_index (self->highlights, i);

      if (highlight->page != page)
        return NULL;
      if (g_str_equal (highlight->name, name))
        return highlight;
    }
  return NULL;
}

/**
 * sl_pdf_plan_add_quad:
 * @name: of the passage
 * @rect: marked words on one line
 *
 * Adds to the highlight of a passage on a page. Pages have to come in order.
 */
void
sl_pdf_plan_add_quad (SlPdfPlan    *self,
                      const char   *name,
                      const char   *subject,
                      const char   *note,
                      const double  colour[3],
                      guint         page,
                      SlPdfRect     rect)
{
  SlPdfHighlight *highlight = find_highlight (self, name, page);

  if (highlight == NULL)
    {
      highlight = g_new0 (SlPdfHighlight, 1);
      highlight->page = page;
      highlight->name = g_strdup (name);
      highlight->subject = g_strdup (subject);
      highlight->note = g_strdup (note);
      memcpy (highlight->colour, colour, sizeof highlight->colour);
      highlight->quads = g_array_new (FALSE, FALSE, sizeof (SlPdfRect));
      g_ptr_array_add (self->highlights, highlight);
    }
  g_array_append_val (highlight->quads, rect);
}

/**
 * sl_pdf_plan_same_places:
 *
 * Returns: %TRUE if all named places are on the same pages
 */
gboolean
sl_pdf_plan_same_places (const SlPdfPlan *a,
                         const SlPdfPlan *b)
{
  GHashTableIter iter;
  gpointer name, place;

  if (a->page_heights->len != b->page_heights->len || g_hash_table_size (a->places) != g_hash_table_size (b->places))
    return FALSE;

  g_hash_table_iter_init (&iter, a->places);
  while (g_hash_table_iter_next (&iter, &name, &place))
    {
      const SlPdfPlace *other = g_hash_table_lookup (b->places, name);

      if (other == NULL || other->page != ((SlPdfPlace *) place)->page)
        return FALSE;
    }
  return TRUE;
}
