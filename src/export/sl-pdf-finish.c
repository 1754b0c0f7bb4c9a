/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "export/sl-pdf-finish.h"

#include "export/sl-export-private.h"
#include "export/sl-pdf-attach.h"
#include "export/sl-pdf-seal.h"

#include <glib/gi18n-lib.h>
#include <qpdf/qpdf-c.h>

#define PRINT_FLAG 4

/* Levels of bookmarks that there can be. */
#define MAX_LEVELS 4

typedef struct
{
  qpdf_data        qpdf;    /* (owned) */
  const SlPdfPlan *plan;    /* (unowned) */
  const SlPdfMeta *meta;    /* (unowned) */
  qpdf_oh         *pages;   /* (owned) of the plan's pages */
  qpdf_oh         *annots;  /* (owned) arrays, one for each page */
  char            *date;    /* (owned) as PDF writes dates */
} Finish;

static void
finish_clear (Finish *self)
{
  qpdf_cleanup (&self->qpdf);
  g_free (self->pages);
  g_free (self->annots);
  g_free (self->date);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Finish, finish_clear)

static gboolean
check (Finish  *self,
       GError **error)
{
  if (!qpdf_has_error (self->qpdf))
    return TRUE;

  g_set_error (error, SL_EXPORT_ERROR, SL_EXPORT_ERROR_WRITE, _ ("The PDF could not be put together: %s"),
               qpdf_get_error_full_text (self->qpdf, qpdf_get_error (self->qpdf)));
  return FALSE;
}

static void
put (Finish     *self,
     qpdf_oh     dictionary,
     const char *key,
     qpdf_oh     value)
{
  qpdf_oh_replace_key (self->qpdf, dictionary, key, value);
}

static void
put_name (Finish     *self,
          qpdf_oh     dictionary,
          const char *key,
          const char *name)
{
  put (self, dictionary, key, qpdf_oh_new_name (self->qpdf, name));
}

static void
put_text (Finish     *self,
          qpdf_oh     dictionary,
          const char *key,
          const char *text)
{
  put (self, dictionary, key, qpdf_oh_new_unicode_string (self->qpdf, text));
}

static void
put_integer (Finish     *self,
             qpdf_oh     dictionary,
             const char *key,
             long long   value)
{
  put (self, dictionary, key, qpdf_oh_new_integer (self->qpdf, value));
}

static void
append_real (Finish  *self,
             qpdf_oh  array,
             double   value)
{
  qpdf_oh_append_item (self->qpdf, array, qpdf_oh_new_real_from_double (self->qpdf, value, 2));
}

static qpdf_oh
new_reals (Finish       *self,
           const double *values,
           guint         n)
{
  qpdf_oh array = qpdf_oh_new_array (self->qpdf);

  for (guint i = 0; i < n; i++)
    append_real (self, array, values[i]);
  return array;
}

static double
get_page_height (Finish *self,
                 guint   page)
{
  return g_array_index (self->plan->page_heights, double, page);
}

/* PDF counts from the lower left corner. */
static qpdf_oh
new_rect (Finish    *self,
          guint      page,
          SlPdfRect  rect)
{
  double height = get_page_height (self, page);
  double corners[] = { rect.x, height - rect.y - rect.h, rect.x + rect.w, height - rect.y };

  return new_reals (self, corners, 4);
}

static qpdf_oh
new_destination (Finish     *self,
                 const char *name)
{
  const SlPdfPlace *place = g_hash_table_lookup (self->plan->places, name);
  qpdf_oh array = qpdf_oh_new_array (self->qpdf);

  if (place == NULL)
    return array;
  qpdf_oh_append_item (self->qpdf, array, self->pages[place->page]);
  qpdf_oh_append_item (self->qpdf, array, qpdf_oh_new_name (self->qpdf, "/XYZ"));
  append_real (self, array, 0);
  append_real (self, array, get_page_height (self, place->page) - MAX (place->y, 0));
  qpdf_oh_append_item (self->qpdf, array, qpdf_oh_new_null (self->qpdf));
  return array;
}

static void
add_annotation (Finish  *self,
                guint    page,
                qpdf_oh  annotation)
{
  put_name (self, annotation, "/Type", "/Annot");
  put_integer (self, annotation, "/F", PRINT_FLAG);
  put (self, annotation, "/P", self->pages[page]);
  qpdf_oh_append_item (self->qpdf, self->annots[page], qpdf_make_indirect_object (self->qpdf, annotation));
}

static void
add_link (Finish          *self,
          const SlPdfLink *link)
{
  const double none[] = { 0, 0, 0 };
  qpdf_oh annotation = qpdf_oh_new_dictionary (self->qpdf);

  if (!g_hash_table_contains (self->plan->places, link->place))
    return;
  put_name (self, annotation, "/Subtype", "/Link");
  put (self, annotation, "/Rect", new_rect (self, link->page, link->rect));
  put (self, annotation, "/Border", new_reals (self, none, 3));
  put (self, annotation, "/Dest", new_destination (self, link->place));
  if (link->contents != NULL)
    put_text (self, annotation, "/Contents", link->contents);
  add_annotation (self, link->page, annotation);
}

static SlPdfRect
get_bounds (const SlPdfHighlight *highlight)
{
  SlPdfRect first = g_array_index (highlight->quads, SlPdfRect, 0);
  double left = first.x, top = first.y, right = first.x + first.w, bottom = first.y + first.h;

  for (guint i = 1; i < highlight->quads->len; i++)
    {
      SlPdfRect quad = g_array_index (highlight->quads, SlPdfRect, i);

      left = MIN (left, quad.x);
      top = MIN (top, quad.y);
      right = MAX (right, quad.x + quad.w);
      bottom = MAX (bottom, quad.y + quad.h);
    }
  return (SlPdfRect) { left, top, right - left, bottom - top };
}

/* Upper left, upper right, lower left, lower right: the order that all readers understand. */
static qpdf_oh
new_quad_points (Finish               *self,
                 const SlPdfHighlight *highlight)
{
  double height = get_page_height (self, highlight->page);
  qpdf_oh array = qpdf_oh_new_array (self->qpdf);

  for (guint i = 0; i < highlight->quads->len; i++)
    {
      SlPdfRect quad = g_array_index (highlight->quads, SlPdfRect, i);
      double points[] = { quad.x, height - quad.y, quad.x + quad.w, height - quad.y,
                          quad.x, height - quad.y - quad.h, quad.x + quad.w, height - quad.y - quad.h };

      for (guint j = 0; j < G_N_ELEMENTS (points); j++)
        append_real (self, array, points[j]);
    }
  return array;
}

static void
append_number (GString *out,
               double   number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (out, g_ascii_formatd (buffer, sizeof buffer, "%.2f", number));
  g_string_append_c (out, ' ');
}

/* The colour lies under the words, as a marker pen would; a darker line below them stays visible in grey print. */
static char *
draw_appearance (Finish               *self,
                 const SlPdfHighlight *highlight)
{
  double height = get_page_height (self, highlight->page);
  GString *out = g_string_new ("/Mark gs ");

  for (guint part = 0; part < 2; part++)
    {
      for (guint i = 0; i < 3; i++)
        append_number (out, highlight->colour[i] * (part == 0 ? 1 : 0.62));
      g_string_append (out, "rg ");
      for (guint i = 0; i < highlight->quads->len; i++)
        {
          SlPdfRect quad = g_array_index (highlight->quads, SlPdfRect, i);

          append_number (out, quad.x);
          append_number (out, height - quad.y - quad.h);
          append_number (out, quad.w);
          append_number (out, part == 0 ? quad.h : 0.8);
          g_string_append (out, "re ");
        }
      g_string_append (out, "f ");
    }
  return g_string_free (out, FALSE);
}

static qpdf_oh
new_appearance (Finish               *self,
                const SlPdfHighlight *highlight)
{
  g_autofree char *content = draw_appearance (self, highlight);
  qpdf_oh stream = qpdf_oh_new_stream (self->qpdf);
  qpdf_oh dictionary = qpdf_oh_get_dict (self->qpdf, stream);
  qpdf_oh appearance = qpdf_oh_new_dictionary (self->qpdf);

  put_name (self, dictionary, "/Type", "/XObject");
  put_name (self, dictionary, "/Subtype", "/Form");
  put (self, dictionary, "/BBox", new_rect (self, highlight->page, get_bounds (highlight)));
  put (self, dictionary, "/Resources", qpdf_oh_parse (self->qpdf, "<< /ExtGState << /Mark << /Type /ExtGState /BM /Multiply /ca 1 >> >> >>"));
  put (self, dictionary, "/Group", qpdf_oh_parse (self->qpdf, "<< /S /Transparency >>"));
  qpdf_oh_replace_stream_data (self->qpdf, stream, (const unsigned char *) content, strlen (content),
                               qpdf_oh_new_null (self->qpdf), qpdf_oh_new_null (self->qpdf));
  put (self, appearance, "/N", stream);
  return appearance;
}

static void
add_highlight (Finish               *self,
               const SlPdfHighlight *highlight)
{
  qpdf_oh annotation = qpdf_oh_new_dictionary (self->qpdf);

  put_name (self, annotation, "/Subtype", "/Highlight");
  put (self, annotation, "/Rect", new_rect (self, highlight->page, get_bounds (highlight)));
  put (self, annotation, "/QuadPoints", new_quad_points (self, highlight));
  put (self, annotation, "/C", new_reals (self, highlight->colour, 3));
  put_text (self, annotation, "/Contents", highlight->note);
  put_text (self, annotation, "/Subj", highlight->subject);
  put_text (self, annotation, "/T", self->meta->author != NULL ? self->meta->author : self->meta->program);
  put_text (self, annotation, "/NM", highlight->name);
  put_text (self, annotation, "/M", self->date);
  put_text (self, annotation, "/CreationDate", self->date);
  put (self, annotation, "/AP", new_appearance (self, highlight));
  add_annotation (self, highlight->page, annotation);
}

static void
add_annotations (Finish *self)
{
  /* Links come last and thus lie above the highlights. */
  for (guint i = 0; i < self->plan->highlights->len; i++)
    add_highlight (self, g_ptr_array_index (self->plan->highlights, i));
  for (guint i = 0; i < self->plan->links->len; i++)
    add_link (self, g_ptr_array_index (self->plan->links, i));
  for (guint i = 0; i < self->plan->page_heights->len; i++)
    {
      if (qpdf_oh_get_array_n_items (self->qpdf, self->annots[i]) > 0)
        put (self, self->pages[i], "/Annots", self->annots[i]);
      put_name (self, self->pages[i], "/Tabs", "/R");
    }
}

/* Bookmarks come as a list with levels and become the linked tree that PDF wants. */
static void
add_outline (Finish *self)
{
  qpdf_oh outline = qpdf_make_indirect_object (self->qpdf, qpdf_oh_new_dictionary (self->qpdf));
  qpdf_oh parents[MAX_LEVELS + 1] = { outline };
  qpdf_oh last[MAX_LEVELS] = { 0 };
  long long counts[MAX_LEVELS] = { 0 };
  gboolean has[MAX_LEVELS] = { FALSE };

  for (guint i = 0; i < self->plan->bookmarks->len; i++)
    {
      const SlPdfBookmark *bookmark = g_ptr_array_index (self->plan->bookmarks, i);
      guint level = MIN (bookmark->level, MAX_LEVELS - 1);
      qpdf_oh item = qpdf_make_indirect_object (self->qpdf, qpdf_oh_new_dictionary (self->qpdf));

      put_text (self, item, "/Title", bookmark->title);
      put (self, item, "/Dest", new_destination (self, bookmark->place));
      put (self, item, "/Parent", parents[level]);
      if (has[level])
        {
          put (self, last[level], "/Next", item);
          put (self, item, "/Prev", last[level]);
        }
      else
        put (self, parents[level], "/First", item);
      put (self, parents[level], "/Last", item);
      counts[level]++;
      /* Only the outermost level is open; the others say how many they hide. */
      put_integer (self, parents[level], "/Count", level == 0 ? counts[0] : -counts[level]);

      last[level] = item;
      has[level] = TRUE;
      parents[level + 1] = item;
      for (guint deeper = level + 1; deeper < MAX_LEVELS; deeper++)
        {
          has[deeper] = FALSE;
          counts[deeper] = 0;
        }
    }

  put_name (self, outline, "/Type", "/Outlines");
  put (self, qpdf_get_root (self->qpdf), "/Outlines", outline);
  put_name (self, qpdf_get_root (self->qpdf), "/PageMode", "/UseOutlines");
}

static void
append_element (GString    *xml,
                const char *before,
                const char *text,
                const char *after)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (xml, "%s%s%s\n", before, escaped, after);
}

static char *
make_xmp (Finish *self)
{
  const SlPdfMeta *meta = self->meta;
  g_autofree char *date = sl_export_format_time_iso (meta->generated_at);
  GString *xml = g_string_new ("<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                               "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                               "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                               "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n"
                               "<dc:format>application/pdf</dc:format>\n");

  append_element (xml, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", meta->title, "</rdf:li></rdf:Alt></dc:title>");
  if (meta->author != NULL)
    append_element (xml, "<dc:creator><rdf:Seq><rdf:li>", meta->author, "</rdf:li></rdf:Seq></dc:creator>");
  append_element (xml, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">", meta->subject, "</rdf:li></rdf:Alt></dc:description>");
  append_element (xml, "<dc:language><rdf:Bag><rdf:li>", meta->language, "</rdf:li></rdf:Bag></dc:language>");
  append_element (xml, "<pdf:Keywords>", meta->keywords, "</pdf:Keywords>");
  append_element (xml, "<xmp:CreatorTool>", meta->program, "</xmp:CreatorTool>");
  append_element (xml, "<xmp:CreateDate>", date, "</xmp:CreateDate>");
  append_element (xml, "<xmp:ModifyDate>", date, "</xmp:ModifyDate>");
  append_element (xml, "<xmp:MetadataDate>", date, "</xmp:MetadataDate>");
  g_string_append (xml, "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>");
  return g_string_free (xml, FALSE);
}

static void
add_metadata (Finish *self)
{
  g_autofree char *xmp = make_xmp (self);
  qpdf_oh root = qpdf_get_root (self->qpdf);
  qpdf_oh stream = qpdf_oh_new_stream (self->qpdf);

  put_name (self, qpdf_oh_get_dict (self->qpdf, stream), "/Type", "/Metadata");
  put_name (self, qpdf_oh_get_dict (self->qpdf, stream), "/Subtype", "/XML");
  qpdf_oh_replace_stream_data (self->qpdf, stream, (const unsigned char *) xmp, strlen (xmp),
                               qpdf_oh_new_null (self->qpdf), qpdf_oh_new_null (self->qpdf));
  put (self, root, "/Metadata", stream);
  put_text (self, root, "/Lang", self->meta->language);
  put (self, root, "/ViewerPreferences", qpdf_oh_parse (self->qpdf, "<< /DisplayDocTitle true >>"));
}

static gboolean
open_pages (Finish  *self,
            GBytes  *pages,
            GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (pages, &size);
  guint n = self->plan->page_heights->len;

  qpdf_set_suppress_warnings (self->qpdf, QPDF_TRUE);
  qpdf_silence_errors (self->qpdf);
  qpdf_read_memory (self->qpdf, "report", data, size, NULL);
  if (!check (self, error))
    return FALSE;

  if (qpdf_get_num_pages (self->qpdf) != (int) n)
    {
      g_set_error_literal (error, SL_EXPORT_ERROR, SL_EXPORT_ERROR_WRITE, _ ("The PDF could not be put together: pages are missing"));
      return FALSE;
    }
  self->pages = g_new (qpdf_oh, n);
  self->annots = g_new (qpdf_oh, n);
  for (guint i = 0; i < n; i++)
    {
      self->pages[i] = qpdf_get_page_n (self->qpdf, i);
      self->annots[i] = qpdf_oh_new_array (self->qpdf);
    }
  return TRUE;
}

static GBytes *
write_file (Finish  *self,
            GError **error)
{
  qpdf_init_write_memory (self->qpdf);
  /* The identity of the file comes from its content: the same report gives the same bytes. */
  qpdf_set_deterministic_ID (self->qpdf, QPDF_TRUE);
  qpdf_set_object_stream_mode (self->qpdf, qpdf_o_generate);
  qpdf_write (self->qpdf);
  if (!check (self, error))
    return NULL;
  return g_bytes_new (qpdf_get_buffer (self->qpdf), qpdf_get_buffer_length (self->qpdf));
}

/* What qpdf finds wrong with the file when it reads it anew is an error here and not the reader's. */
static gboolean
check_file (GBytes  *file,
            GError **error)
{
  g_auto (Finish) again = { .qpdf = qpdf_init () };
  gsize size;
  const char *data = g_bytes_get_data (file, &size);

  qpdf_set_suppress_warnings (again.qpdf, QPDF_TRUE);
  qpdf_silence_errors (again.qpdf);
  qpdf_read_memory (again.qpdf, "report", data, size, NULL);
  if (!qpdf_has_error (again.qpdf))
    qpdf_check_pdf (again.qpdf);
  if (!check (&again, error))
    return FALSE;
  if (qpdf_more_warnings (again.qpdf))
    {
      g_set_error (error, SL_EXPORT_ERROR, SL_EXPORT_ERROR_WRITE, _ ("The PDF could not be put together: %s"),
                   qpdf_get_error_full_text (again.qpdf, qpdf_next_warning (again.qpdf)));
      return FALSE;
    }
  return TRUE;
}

static char *
format_pdf_date (gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (seconds);

  return time != NULL ? g_date_time_format (time, "D:%Y%m%d%H%M%SZ") : g_strdup ("D:1970");
}

/**
 * sl_pdf_finish:
 * @pages: drawn pages
 * @plan: what stands on them
 * @attachments: (element-type SlPdfAttachment): files to lie in it
 *
 * Adds highlights with their notes, links, bookmarks, metadata and files to drawn pages, checks the
 * result by reading it anew, and seals it.
 *
 * Fails with %SL_EXPORT_ERROR_WRITE.
 *
 * Returns: (transfer full): the whole file
 */
GBytes *
sl_pdf_finish (GBytes           *pages,
               const SlPdfPlan  *plan,
               const SlPdfMeta  *meta,
               GPtrArray        *attachments,
               GError          **error)
{
  g_auto (Finish) self = { .qpdf = qpdf_init (), .plan = plan, .meta = meta };

  self.date = format_pdf_date (meta->generated_at);
  if (!open_pages (&self, pages, error))
    return NULL;

  add_annotations (&self);
  add_outline (&self);
  add_metadata (&self);
  sl_pdf_attach_add (self.qpdf, attachments, self.date);
  if (!check (&self, error))
    return NULL;

  g_autoptr (GBytes) file = write_file (&self, error);
  g_autoptr (GBytes) sealed = file != NULL ? sl_pdf_seal_add (file) : NULL;
  if (sealed == NULL || !check_file (sealed, error))
    return NULL;
  return g_steal_pointer (&sealed);
}
