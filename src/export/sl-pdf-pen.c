/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "export/sl-pdf-pen.h"

#include "export/sl-export-private.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

/* A4 */
#define PAGE_SHORT 595.28
#define PAGE_LONG 841.89

#define MARGIN_SIDE 64.0
#define MARGIN_TOP 72.0
#define MARGIN_BOTTOM 64.0
#define HEAD_Y 40.0
#define FOOT_Y (MARGIN_BOTTOM - 26.0)
#define MARGIN_NOTE 8.0
#define NOTE_STEP 9.5
#define HAIRLINE 0.5

struct _SlPdfPen
{
  const SlPdfMeta *meta;      /* (unowned) */
  const SlPdfPlan *before;    /* (unowned) (nullable): of the pass before, which knows all pages */
  SlPdfPlan       *plan;      /* (owned) */
  GByteArray      *bytes;     /* (owned) */
  cairo_surface_t *surface;   /* (owned) */
  cairo_t         *cr;        /* (owned) */
  PangoFontMap    *font_map;  /* (owned) */
  PangoContext    *pango;     /* (owned) */
  char            *section;   /* (owned) (nullable): no running head without */
  double           page_w;
  double           page_h;
  double           y;
  double           note_y;    /* above this the margin is taken */
  double           bar_x;     /* 0: none */
  double           bar_grey;
  guint            pages;     /* begun so far */
};

static cairo_status_t
append_bytes (void                *closure,
              const unsigned char *data,
              unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (SlPdfPen *self)
{
  const SlPdfMeta *meta = self->meta;
  g_autofree char *date = sl_export_format_time_iso (meta->generated_at);

  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_TITLE, meta->title);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_AUTHOR, meta->author);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_SUBJECT, meta->subject);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_KEYWORDS, meta->keywords);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATOR, meta->program);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_MOD_DATE, date);
}

/* Glyphs stand where they are calculated, not on the pixels of some screen. */
static PangoContext *
create_context (SlPdfPen *self)
{
  PangoContext *context = pango_font_map_create_context (self->font_map);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string (self->meta->language));
  cairo_font_options_destroy (options);
  return context;
}

/**
 * sl_pdf_pen_new:
 * @meta: outlives the pen
 * @before: (nullable): plan of the pass before, from which the numbers of later pages are known
 */
SlPdfPen *
sl_pdf_pen_new (const SlPdfMeta *meta,
                const SlPdfPlan *before)
{
  SlPdfPen *self = g_new0 (SlPdfPen, 1);

  self->meta = meta;
  self->before = before;
  self->plan = sl_pdf_plan_new ();
  self->bytes = g_byte_array_new ();
  self->surface = cairo_pdf_surface_create_for_stream (append_bytes, self->bytes, PAGE_SHORT, PAGE_LONG);
  cairo_pdf_surface_restrict_to_version (self->surface, CAIRO_PDF_VERSION_1_7);
  set_metadata (self);
  self->cr = cairo_create (self->surface);
  self->font_map = pango_cairo_font_map_new ();
  self->pango = create_context (self);
  return self;
}

void
sl_pdf_pen_free (SlPdfPen *self)
{
  if (self == NULL)
    return;
  cairo_destroy (self->cr);
  cairo_surface_finish (self->surface);
  cairo_surface_destroy (self->surface);
  g_byte_array_unref (self->bytes);
  g_clear_pointer (&self->plan, sl_pdf_plan_free);
  g_object_unref (self->pango);
  g_object_unref (self->font_map);
  g_free (self->section);
  g_free (self);
}

static guint
count_pages (SlPdfPen *self)
{
  return self->before != NULL ? self->before->page_heights->len : self->pages;
}

/* Head and foot are written when a page is done; the cover has none. */
static void
decorate_page (SlPdfPen *self)
{
  double width = self->page_w - 2 * MARGIN_SIDE;
  g_autoptr (SlPdfText) title = sl_pdf_text_new ();
  g_autoptr (SlPdfText) section = sl_pdf_text_new ();
  g_autoptr (SlPdfText) made = sl_pdf_text_new ();
  g_autoptr (SlPdfText) number = sl_pdf_text_new ();
  g_autofree char *date = sl_export_format_time (self->meta->generated_at);

  if (self->section == NULL)
    return;
  sl_pdf_text_add (title, SL_PDF_STYLE_RUNNING, self->meta->title);
  sl_pdf_text_add (section, SL_PDF_STYLE_RUNNING, self->section);
  sl_pdf_text_printf (made, SL_PDF_STYLE_RUNNING, "%s · %s", self->meta->program, date);
  /* Translators: page number and number of pages */
  sl_pdf_text_printf (number, SL_PDF_STYLE_RUNNING, _ ("Page %u of %u"), self->pages, count_pages (self));

  sl_pdf_pen_write_at (self, title, MARGIN_SIDE, HEAD_Y, width * 0.68, PANGO_ALIGN_LEFT);
  sl_pdf_pen_write_at (self, section, MARGIN_SIDE + width * 0.7, HEAD_Y, width * 0.3, PANGO_ALIGN_RIGHT);
  sl_pdf_pen_write_at (self, made, MARGIN_SIDE, self->page_h - FOOT_Y, width * 0.7, PANGO_ALIGN_LEFT);
  sl_pdf_pen_write_at (self, number, MARGIN_SIDE + width * 0.7, self->page_h - FOOT_Y, width * 0.3, PANGO_ALIGN_RIGHT);
  cairo_set_source_rgb (self->cr, 0.78, 0.79, 0.81);
  cairo_rectangle (self->cr, MARGIN_SIDE, HEAD_Y + 15, width, HAIRLINE);
  cairo_fill (self->cr);
}

static void
end_page (SlPdfPen *self)
{
  if (self->pages == 0)
    return;
  decorate_page (self);
  cairo_show_page (self->cr);
}

/**
 * sl_pdf_pen_begin_page:
 * @section: (nullable): stands in the running head from this page on; %NULL for a page without one
 */
void
sl_pdf_pen_begin_page (SlPdfPen         *self,
                       SlPdfOrientation  orientation,
                       const char       *section)
{
  char *copy = g_strdup (section);

  end_page (self);
  g_free (self->section);
  self->section = copy;
  self->page_w = orientation == SL_PDF_PORTRAIT ? PAGE_SHORT : PAGE_LONG;
  self->page_h = orientation == SL_PDF_PORTRAIT ? PAGE_LONG : PAGE_SHORT;
  cairo_pdf_surface_set_size (self->surface, self->page_w, self->page_h);
  g_array_append_val (self->plan->page_heights, self->page_h);
  self->pages++;
  self->y = MARGIN_TOP;
  self->note_y = 0;
}

static void
continue_on_next_page (SlPdfPen *self)
{
  sl_pdf_pen_begin_page (self, self->page_w < self->page_h ? SL_PDF_PORTRAIT : SL_PDF_LANDSCAPE, self->section);
}

/**
 * sl_pdf_pen_begin_section:
 *
 * Begins a part of the report on a new page, under a heading.
 */
void
sl_pdf_pen_begin_section (SlPdfPen   *self,
                          const char *section)
{
  g_autoptr (SlPdfText) heading = sl_pdf_text_new ();

  sl_pdf_pen_begin_page (self, SL_PDF_PORTRAIT, section);
  sl_pdf_text_add (heading, SL_PDF_STYLE_HEADING, section);
  sl_pdf_pen_write (self, heading, 0, 12);
}

/**
 * sl_pdf_pen_continue_section:
 *
 * Begins a short part below the one before if half of the page is free, else like sl_pdf_pen_begin_section().
 */
void
sl_pdf_pen_continue_section (SlPdfPen   *self,
                             const char *section)
{
  g_autoptr (SlPdfText) heading = sl_pdf_text_new ();

  if (self->y > self->page_h / 2)
    {
      sl_pdf_pen_begin_section (self, section);
      return;
    }
  g_free (self->section);
  self->section = g_strdup (section);
  sl_pdf_pen_skip (self, 34);
  sl_pdf_text_add (heading, SL_PDF_STYLE_HEADING, section);
  sl_pdf_pen_write (self, heading, 0, 12);
}

/**
 * sl_pdf_pen_need:
 *
 * Begins a new page unless so much room is left.
 */
void
sl_pdf_pen_need (SlPdfPen *self,
                 double    height)
{
  if (self->y + height > sl_pdf_pen_get_bottom (self) && self->y > MARGIN_TOP)
    continue_on_next_page (self);
}

static void
draw_bar (SlPdfPen *self,
          double    height)
{
  if (self->bar_x <= 0)
    return;
  cairo_set_source_rgb (self->cr, self->bar_grey, self->bar_grey, self->bar_grey);
  cairo_rectangle (self->cr, self->bar_x, self->y, 2, height);
  cairo_fill (self->cr);
}

void
sl_pdf_pen_skip (SlPdfPen *self,
                 double    height)
{
  double room = sl_pdf_pen_get_bottom (self) - self->y;

  draw_bar (self, CLAMP (height, 0, MAX (room, 0)));
  self->y += height;
}

static PangoLayout *
create_layout (SlPdfPen        *self,
               const SlPdfText *text,
               double           width,
               PangoAlignment   alignment)
{
  PangoLayout *layout = pango_layout_new (self->pango);

  pango_layout_set_text (layout, text->text->str, (int) text->text->len);
  pango_layout_set_attributes (layout, text->attrs);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, alignment);
  pango_layout_set_line_spacing (layout, (float) text->line_spacing);
  if (width > 0)
    pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  return layout;
}

static double
units (int value)
{
  return value / (double) PANGO_SCALE;
}

static void
write_note (SlPdfPen         *self,
            const SlPdfRange *range,
            double            x,
            double            baseline)
{
  g_autoptr (SlPdfText) note = sl_pdf_text_new ();
  double y = MAX (baseline - 9, self->note_y);
  SlPdfRect rect = { MARGIN_NOTE, y, x - 2 * MARGIN_NOTE, NOTE_STEP };

  sl_pdf_text_add (note, SL_PDF_STYLE_LINK, range->margin);
  sl_pdf_pen_write_at (self, note, rect.x, rect.y, rect.w, PANGO_ALIGN_RIGHT);
  sl_pdf_plan_add_link (self->plan, self->pages - 1, rect, range->margin_place, range->margin);
  self->note_y = y + NOTE_STEP;
}

typedef struct
{
  PangoLayoutLine *line;
  double           x;         /* of the layout */
  double           baseline;
  double           size_pt;
} Line;

/* What of a range stands on a line: nearly always one rectangle, more where directions of writing mix. */
static void
note_rectangles (SlPdfPen   *self,
                 const Line *line,
                 SlPdfRange *range)
{
  gsize start = MAX (range->start, (gsize) line->line->start_index);
  gsize end = MIN (range->end, (gsize) (line->line->start_index + line->line->length));
  int *xs;
  int n;

  if (start >= end)
    return;

  pango_layout_line_get_x_ranges (line->line, (int) start, (int) end, &xs, &n);
  for (int i = 0; i < n; i++)
    {
      double left = units (xs[2 * i]);
      SlPdfRect rect = { line->x + left, line->baseline - 0.98 * line->size_pt, units (xs[2 * i + 1]) - left, 1.26 * line->size_pt };

      if (range->kind == SL_PDF_RANGE_LINK)
        sl_pdf_plan_add_link (self->plan, self->pages - 1, rect, range->name, range->contents);
      else if (rect.w > 0.1)
        sl_pdf_plan_add_quad (self->plan, range->name, range->subject, range->contents, range->colour, self->pages - 1, rect);
    }
  g_free (xs);

  if (range->kind == SL_PDF_RANGE_HIGHLIGHT && !range->begun && range->margin != NULL)
    {
      sl_pdf_plan_add_place (self->plan, range->name, self->pages - 1, line->x, line->baseline - 2 * line->size_pt);
      write_note (self, range, line->x, line->baseline);
    }
  range->begun = TRUE;
}

static void
note_ranges (SlPdfPen        *self,
             const SlPdfText *text,
             const Line      *line)
{
  for (guint i = 0; i < text->ranges->len; i++)
    {
      SlPdfRange *range = g_ptr_array_index (text->ranges, i);

      if (range->kind != SL_PDF_RANGE_PLACE)
        {
          note_rectangles (self, line, range);
          continue;
        }
      if (range->begun || range->start > (gsize) (line->line->start_index + line->line->length))
        continue;
      sl_pdf_plan_add_place (self->plan, range->name, self->pages - 1, line->x, line->baseline - 2 * line->size_pt);
      range->begun = TRUE;
    }
}

static void
draw_line (SlPdfPen        *self,
           PangoLayoutIter *iter,
           const SlPdfText *text,
           double           x,
           double           y)
{
  PangoRectangle logical;
  Line line = { .x = x, .size_pt = text->size_pt };
  int top, bottom;

  pango_layout_iter_get_line_yrange (iter, &top, &bottom);
  pango_layout_iter_get_line_extents (iter, NULL, &logical);
  line.line = pango_layout_iter_get_line_readonly (iter);
  line.baseline = y + units (pango_layout_iter_get_baseline (iter) - top);

  cairo_move_to (self->cr, x + units (logical.x), line.baseline);
  pango_cairo_show_layout_line (self->cr, line.line);
  note_ranges (self, text, &line);
}

static double
get_line_height (PangoLayoutIter *iter)
{
  int top, bottom;

  pango_layout_iter_get_line_yrange (iter, &top, &bottom);
  return units (bottom - top);
}

/**
 * sl_pdf_pen_write:
 * @indent: from the left margin
 * @space_after: below the paragraph; does not carry over to the next page
 *
 * Writes a paragraph, over as many pages as it takes; one line alone does not begin at the foot of a page.
 */
void
sl_pdf_pen_write (SlPdfPen  *self,
                  SlPdfText *text,
                  double     indent,
                  double     space_after)
{
  double x = sl_pdf_pen_get_left (self) + indent;
  g_autoptr (PangoLayout) layout = create_layout (self, text, sl_pdf_pen_get_width (self) - indent, PANGO_ALIGN_LEFT);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  sl_pdf_pen_need (self, get_line_height (iter) * MIN (pango_layout_get_line_count (layout), 2));
  do
    {
      double height = get_line_height (iter);

      sl_pdf_pen_need (self, height);
      draw_bar (self, height);
      draw_line (self, iter, text, x, self->y);
      self->y += height;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);

  if (self->y + space_after < sl_pdf_pen_get_bottom (self))
    sl_pdf_pen_skip (self, space_after);
  else
    self->y = sl_pdf_pen_get_bottom (self);
}

/**
 * sl_pdf_pen_write_at:
 *
 * Writes one line, elided where it is too long, at a place of its own.
 *
 * Returns: its width
 */
double
sl_pdf_pen_write_at (SlPdfPen       *self,
                     SlPdfText      *text,
                     double          x,
                     double          y,
                     double          width,
                     PangoAlignment  alignment)
{
  g_autoptr (PangoLayout) layout = create_layout (self, text, width, alignment);
  PangoLayoutIter *iter;
  PangoRectangle logical;

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, -1);
  iter = pango_layout_get_iter (layout);
  draw_line (self, iter, text, x, y);
  pango_layout_iter_get_line_extents (iter, NULL, &logical);
  pango_layout_iter_free (iter);
  return units (logical.width);
}

/**
 * sl_pdf_pen_measure:
 *
 * Returns: the height of a paragraph of a width
 */
double
sl_pdf_pen_measure (SlPdfPen  *self,
                    SlPdfText *text,
                    double     width)
{
  g_autoptr (PangoLayout) layout = create_layout (self, text, width, PANGO_ALIGN_LEFT);
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return units (height);
}

/**
 * sl_pdf_pen_measure_line:
 * @width: (out)
 * @height: (out)
 *
 * Measures a text that is not broken into lines.
 */
void
sl_pdf_pen_measure_line (SlPdfPen  *self,
                         SlPdfText *text,
                         double    *width,
                         double    *height)
{
  g_autoptr (PangoLayout) layout = create_layout (self, text, 0, PANGO_ALIGN_LEFT);
  int w, h;

  pango_layout_get_size (layout, &w, &h);
  *width = units (w);
  *height = units (h);
}

void
sl_pdf_pen_rule (SlPdfPen *self,
                 double    indent,
                 double    space_after)
{
  cairo_set_source_rgb (self->cr, 0.78, 0.79, 0.81);
  cairo_rectangle (self->cr, sl_pdf_pen_get_left (self) + indent, self->y, sl_pdf_pen_get_width (self) - indent, HAIRLINE);
  cairo_fill (self->cr);
  sl_pdf_pen_skip (self, space_after);
}

/**
 * sl_pdf_pen_set_bar:
 * @indent: from the left margin; negative for none
 * @grey: 0 black to 1 white
 *
 * Has an upright bar drawn beside all that is written from here on.
 */
void
sl_pdf_pen_set_bar (SlPdfPen *self,
                    double    indent,
                    double    grey)
{
  self->bar_x = indent >= 0 ? sl_pdf_pen_get_left (self) + indent : 0;
  self->bar_grey = grey;
}

void
sl_pdf_pen_place (SlPdfPen   *self,
                  const char *name)
{
  sl_pdf_plan_add_place (self->plan, name, self->pages - 1, sl_pdf_pen_get_left (self), self->y - 12);
}

/**
 * sl_pdf_pen_bookmark:
 *
 * Names this place and lists it in the outline.
 */
void
sl_pdf_pen_bookmark (SlPdfPen   *self,
                     guint       level,
                     const char *title,
                     const char *name)
{
  sl_pdf_pen_place (self, name);
  sl_pdf_plan_add_bookmark (self->plan, level, title, name);
}

/**
 * sl_pdf_pen_get_page_of:
 *
 * Returns: number of the page of a place, from 1; 0 while it is not known
 */
guint
sl_pdf_pen_get_page_of (SlPdfPen   *self,
                        const char *name)
{
  const SlPdfPlace *place = self->before != NULL ? g_hash_table_lookup (self->before->places, name) : NULL;

  return place != NULL ? place->page + 1 : 0;
}

cairo_t *
sl_pdf_pen_get_cairo (SlPdfPen *self)
{
  return self->cr;
}

SlPdfPlan *
sl_pdf_pen_get_plan (SlPdfPen *self)
{
  return self->plan;
}

/* The page being drawn, from 0. */
guint
sl_pdf_pen_get_page (SlPdfPen *self)
{
  return self->pages - 1;
}

double
sl_pdf_pen_get_left (SlPdfPen *self G_GNUC_UNUSED)
{
  return MARGIN_SIDE;
}

double
sl_pdf_pen_get_width (SlPdfPen *self)
{
  return self->page_w - 2 * MARGIN_SIDE;
}

double
sl_pdf_pen_get_y (SlPdfPen *self)
{
  return self->y;
}

void
sl_pdf_pen_set_y (SlPdfPen *self,
                  double    y)
{
  self->y = y;
}

double
sl_pdf_pen_get_bottom (SlPdfPen *self)
{
  return self->page_h - MARGIN_BOTTOM;
}

/**
 * sl_pdf_pen_finish:
 * @plan: (out) (transfer full): what stands on the pages
 *
 * Ends the last page. Fails with %SL_EXPORT_ERROR_WRITE when drawing went wrong.
 *
 * Returns: (transfer full): the drawn pages as a PDF without links
 */
GBytes *
sl_pdf_pen_finish (SlPdfPen   *self,
                   SlPdfPlan **plan,
                   GError    **error)
{
  cairo_status_t status;

  end_page (self);
  self->pages = 0;
  cairo_surface_finish (self->surface);
  status = cairo_surface_status (self->surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_status (self->cr);
  if (status != CAIRO_STATUS_SUCCESS && status != CAIRO_STATUS_SURFACE_FINISHED)
    {
      g_set_error (error, SL_EXPORT_ERROR, SL_EXPORT_ERROR_WRITE, _ ("The pages of the report could not be drawn: %s"), cairo_status_to_string (status));
      return NULL;
    }

  *plan = g_steal_pointer (&self->plan);
  return g_bytes_new (self->bytes->data, self->bytes->len);
}
