/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-document-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ui/sl-palette.h"

struct _SlDocumentView
{
  GtkTextView parent_instance;

  SlId        document;
  GtkTextTag *passage_tag;    /* (unowned): in the buffer's table */
  GtkTextTag *current_tag;    /* (unowned): in the buffer's table */
  gboolean    has_selection;
  guint       scroll;         /* idle source that scrolls to the words, or 0 */
};

enum
{
  PROP_HAS_SELECTION = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SlDocumentView, sl_document_view, GTK_TYPE_TEXT_VIEW)

static GtkTextBuffer *
get_buffer (SlDocumentView *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

static void
update_colours (SlDocumentView *self)
{
  const GdkRGBA accent = sl_palette_accent (GTK_WIDGET (self));
  const GdkRGBA passage = sl_palette_faded (accent, 0.16f);
  const GdkRGBA current = sl_palette_faded (accent, 0.34f);

  g_object_set (self->passage_tag, "background-rgba", &passage, NULL);
  g_object_set (self->current_tag,
                "background-rgba", &current,
                "underline", PANGO_UNDERLINE_SINGLE,
                "underline-rgba", &accent,
                NULL);
}

static void
selection_changed_cb (SlDocumentView *self)
{
  const gboolean has_selection = gtk_text_buffer_get_has_selection (get_buffer (self));

  if (self->has_selection == has_selection)
    return;
  self->has_selection = has_selection;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_SELECTION]);
}

static void
sl_document_view_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_HAS_SELECTION:
      g_value_set_boolean (value, SL_DOCUMENT_VIEW (object)->has_selection);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sl_document_view_dispose (GObject *object)
{
  g_clear_handle_id (&SL_DOCUMENT_VIEW (object)->scroll, g_source_remove);
  G_OBJECT_CLASS (sl_document_view_parent_class)->dispose (object);
}

static void
sl_document_view_class_init (SlDocumentViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sl_document_view_dispose;
  object_class->get_property = sl_document_view_get_property;
  properties[PROP_HAS_SELECTION] = g_param_spec_boolean ("has-selection", NULL, NULL, FALSE,
                                                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sl_document_view_init (SlDocumentView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  AdwStyleManager *styles = adw_style_manager_get_default ();

  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (view, 18);
  gtk_text_view_set_right_margin (view, 18);
  gtk_text_view_set_top_margin (view, 12);
  gtk_text_view_set_bottom_margin (view, 60);
  gtk_text_view_set_pixels_inside_wrap (view, 4);
  gtk_widget_add_css_class (GTK_WIDGET (self), "document");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Archived text"), -1);

  self->passage_tag = gtk_text_buffer_create_tag (get_buffer (self), "passage", NULL);
  self->current_tag = gtk_text_buffer_create_tag (get_buffer (self), "current", NULL);
  update_colours (self);
  g_signal_connect_object (styles, "notify::dark", G_CALLBACK (update_colours), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (styles, "notify::accent-color", G_CALLBACK (update_colours), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_buffer (self), "notify::has-selection", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
apply_tag (SlDocumentView *self,
           GtkTextTag     *tag,
           gsize           start_cp,
           gsize           end_cp)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &start, MIN (start_cp, G_MAXINT));
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &end, MIN (end_cp, G_MAXINT));
  gtk_text_buffer_apply_tag (get_buffer (self), tag, &start, &end);
}

static void
remove_tag (SlDocumentView *self,
            GtkTextTag     *tag)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  gtk_text_buffer_remove_tag (get_buffer (self), tag, &start, &end);
}

static void
mark_passages (SlDocumentView *self,
               SlCase         *from)
{
  SlQuery query = SL_QUERY_ALL;
  g_autoptr (GPtrArray) passages = NULL;

  query.about = self->document;
  passages = sl_case_list_passages (from, &query, NULL);
  remove_tag (self, self->passage_tag);
  for (guint i = 0; passages != NULL && i < passages->len; i++)
    {
      const SlPassage *passage = g_ptr_array_index (passages, i);

      apply_tag (self, self->passage_tag, passage->start_cp, passage->end_cp);
    }
}

/**
 * sl_document_view_show:
 * @from: the case
 * @document: the document to show; when it is shown already, only its passages are marked anew
 *
 * Returns: whether the text could be read; fails with SL_STORE_ERROR
 */
gboolean
sl_document_view_show (SlDocumentView  *self,
                       SlCase          *from,
                       SlId             document,
                       GError         **error)
{
  g_return_val_if_fail (SL_IS_DOCUMENT_VIEW (self), FALSE);

  if (self->document != document)
    {
      g_autofree char *text = sl_case_load_text (from, document, error);

      if (text == NULL)
        {
          sl_document_view_clear (self);
          return FALSE;
        }
      gtk_text_buffer_set_text (get_buffer (self), text, -1);
      self->document = document;
    }
  mark_passages (self, from);
  return TRUE;
}

/**
 * sl_document_view_clear:
 *
 * Shows nothing.
 */
void
sl_document_view_clear (SlDocumentView *self)
{
  g_return_if_fail (SL_IS_DOCUMENT_VIEW (self));
  self->document = SL_ID_NONE;
  gtk_text_buffer_set_text (get_buffer (self), "", 0);
}

/* Only when the lines have their heights it is known where the words stand. */
static gboolean
scroll_cb (gpointer data)
{
  SlDocumentView *self = data;

  self->scroll = 0;
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (get_buffer (self)), 0, TRUE, 0, 0.25);
  return G_SOURCE_REMOVE;
}

/**
 * sl_document_view_point_at:
 * @start_cp: first code point
 * @end_cp: one past the last; equal to @start_cp to point at nothing and go to the top
 *
 * Marks words and scrolls to them.
 */
void
sl_document_view_point_at (SlDocumentView *self,
                           gsize           start_cp,
                           gsize           end_cp)
{
  GtkTextIter start;

  g_return_if_fail (SL_IS_DOCUMENT_VIEW (self));

  remove_tag (self, self->current_tag);
  if (start_cp < end_cp)
    apply_tag (self, self->current_tag, start_cp, end_cp);
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &start, MIN (start_cp, G_MAXINT));
  gtk_text_buffer_place_cursor (get_buffer (self), &start);
  if (self->scroll == 0)
    self->scroll = g_idle_add_full (GTK_TEXT_VIEW_PRIORITY_VALIDATE + 10, scroll_cb, self, NULL);
}

/**
 * sl_document_view_get_selection:
 * @start_cp: (out): first selected code point
 * @end_cp: (out): one past the last
 *
 * Returns: whether words are selected
 */
gboolean
sl_document_view_get_selection (SlDocumentView *self,
                                gsize          *start_cp,
                                gsize          *end_cp)
{
  GtkTextIter start;
  GtkTextIter end;

  g_return_val_if_fail (SL_IS_DOCUMENT_VIEW (self), FALSE);
  if (!gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end))
    return FALSE;
  *start_cp = gtk_text_iter_get_offset (&start);
  *end_cp = gtk_text_iter_get_offset (&end);
  return TRUE;
}
