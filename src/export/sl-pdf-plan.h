/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SlPdfRect:
 *
 * A rectangle on a page, points, from the upper left corner.
 */
typedef struct
{
  double x;
  double y;
  double w;
  double h;
} SlPdfRect;

/**
 * SlPdfPlace:
 * @page: from 0
 *
 * Where a link or a bookmark leads.
 */
typedef struct
{
  guint  page;
  double x;
  double y;
} SlPdfPlace;

/**
 * SlPdfLink:
 * @place: (owned): name of the place it leads to
 * @contents: (owned): what it does, for those who do not see it
 */
typedef struct
{
  guint      page;
  SlPdfRect  rect;
  char      *place;
  char      *contents;
} SlPdfLink;

/**
 * SlPdfHighlight:
 * @name: (owned): of the annotation, unique on its page
 * @subject: (owned)
 * @note: (owned)
 * @colour: red, green, blue, 0 to 1
 * @quads: (owned) (element-type SlPdfRect): the marked words, a rectangle a line
 *
 * A highlight annotation: the words of a passage which are on one page.
 */
typedef struct
{
  guint    page;
  char    *name;
  char    *subject;
  char    *note;
  double   colour[3];
  GArray  *quads;
} SlPdfHighlight;

/**
 * SlPdfBookmark:
 * @level: 0 for the outermost
 * @title: (owned)
 * @place: (owned)
 */
typedef struct
{
  guint  level;
  char  *title;
  char  *place;
} SlPdfBookmark;

/**
 * SlPdfPlan:
 * @page_heights: (element-type double): points, one for each page
 * @places: (element-type utf8 SlPdfPlace)
 *
 * What stands on the drawn pages besides ink: it is added once all pages are known.
 */
typedef struct
{
  GArray     *page_heights; /* (owned) */
  GHashTable *places;       /* (owned) */
  GPtrArray  *links;        /* (owned) SlPdfLink */
  GPtrArray  *highlights;   /* (owned) SlPdfHighlight */
  GPtrArray  *bookmarks;    /* (owned) SlPdfBookmark */
} SlPdfPlan;

SlPdfPlan *sl_pdf_plan_new          (void);
void       sl_pdf_plan_free         (SlPdfPlan       *self);
void       sl_pdf_plan_add_place    (SlPdfPlan       *self,
                                     const char      *name,
                                     guint            page,
                                     double           x,
                                     double           y);
void       sl_pdf_plan_add_link     (SlPdfPlan       *self,
                                     guint            page,
                                     SlPdfRect        rect,
                                     const char      *place,
                                     const char      *contents);
void       sl_pdf_plan_add_bookmark (SlPdfPlan       *self,
                                     guint            level,
                                     const char      *title,
                                     const char      *place);
void       sl_pdf_plan_add_quad     (SlPdfPlan       *self,
                                     const char      *name,
                                     const char      *subject,
                                     const char      *note,
                                     const double     colour[3],
                                     guint            page,
                                     SlPdfRect        rect);
gboolean   sl_pdf_plan_same_places  (const SlPdfPlan *a,
                                     const SlPdfPlan *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlPdfPlan, sl_pdf_plan_free)

G_END_DECLS
