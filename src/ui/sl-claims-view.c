/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-claims-view.h"

#include <glib/gi18n-lib.h>

#include "ui/sl-confidence-tag.h"
#include "ui/sl-paged-list.h"
#include "ui/sl-row-factory.h"

struct _SlClaimsView
{
  SlPane parent_instance;

  SlPagedList        *rows;      /* (owned) */
  GtkSingleSelection *selected;  /* (owned) */

  /* Children of the template. */
  GtkStack            *stack;
  GtkColumnView       *table;
  GtkSearchEntry      *search;
  GtkColumnViewColumn *confidence;
  GtkColumnViewColumn *claim;
  GtkColumnViewColumn *modality;
  GtkColumnViewColumn *passages;
  GtkColumnViewColumn *origins;
};

G_DEFINE_FINAL_TYPE (SlClaimsView, sl_claims_view, SL_TYPE_PANE)

static GtkWidget *
make_text (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

static GtkWidget *
make_number (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "numeric");
  return label;
}

static GtkWidget *
make_word (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

static void
fill_confidence (GtkWidget *widget,
                 SlRow     *row)
{
  const SlClaim *claim = sl_row_get_claim (row);

  if (claim != NULL)
    sl_confidence_tag_set (SL_CONFIDENCE_TAG (widget), sl_credibility_to_confidence (claim->grade.credibility), claim->contested);
}

static void
fill_claim (GtkWidget *widget,
            SlRow     *row)
{
  const SlClaim *claim = sl_row_get_claim (row);

  gtk_label_set_text (GTK_LABEL (widget), claim != NULL ? claim->text : "");
}

static void
fill_modality (GtkWidget *widget,
               SlRow     *row)
{
  const SlClaim *claim = sl_row_get_claim (row);

  gtk_label_set_text (GTK_LABEL (widget), claim != NULL ? sl_modality_describe (claim->modality) : "");
}

static void
fill_number (GtkWidget *widget,
             guint      number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  gtk_label_set_text (GTK_LABEL (widget), text);
}

static void
fill_passages (GtkWidget *widget,
               SlRow     *row)
{
  const SlClaim *claim = sl_row_get_claim (row);

  fill_number (widget, claim != NULL ? claim->passages : 0);
}

static void
fill_origins (GtkWidget *widget,
              SlRow     *row)
{
  const SlClaim *claim = sl_row_get_claim (row);

  fill_number (widget, claim != NULL ? claim->origins : 0);
}

static void
update_stack (SlClaimsView *self)
{
  const gboolean filtered = *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0';
  const gboolean shown = filtered || g_list_model_get_n_items (G_LIST_MODEL (self->rows)) > 0;

  gtk_stack_set_visible_child_name (self->stack, shown ? "list" : "empty");
}

static void
search_changed_cb (SlClaimsView *self)
{
  sl_paged_list_set_query (self->rows, gtk_editable_get_text (GTK_EDITABLE (self->search)), SL_ID_NONE, -1);
  update_stack (self);
}

static void
selected_cb (SlClaimsView *self)
{
  SlRow *row = gtk_single_selection_get_selected_item (self->selected);
  SlSession *session = sl_pane_get_session (SL_PANE (self));

  if (row != NULL && session != NULL && sl_session_get_selection (session)->claim != sl_row_get_id (row))
    sl_session_select_claim (session, sl_row_get_id (row));
}

static void
activate_cb (SlClaimsView *self)
{
  selected_cb (self);
  sl_session_reveal (sl_pane_get_session (SL_PANE (self)));
}

static void
sl_claims_view_case_changed (SlPane *pane)
{
  SlClaimsView *self = SL_CLAIMS_VIEW (pane);

  sl_paged_list_set_case (self->rows, sl_pane_get_case (pane));
  sl_paged_list_reload (self->rows);
  update_stack (self);
}

static void
sl_claims_view_dispose (GObject *object)
{
  SlClaimsView *self = SL_CLAIMS_VIEW (object);

  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SL_TYPE_CLAIMS_VIEW);
  g_clear_object (&self->selected);
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (sl_claims_view_parent_class)->dispose (object);
}

static void
sl_claims_view_class_init (SlClaimsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_claims_view_dispose;
  SL_PANE_CLASS (klass)->case_changed = sl_claims_view_case_changed;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sourceline/Sourceline/ui/sl-claims-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SlClaimsView, stack);
  gtk_widget_class_bind_template_child (widget_class, SlClaimsView, table);
  gtk_widget_class_bind_template_child (widget_class, SlClaimsView, search);
  gtk_widget_class_bind_template_child (widget_class, SlClaimsView, confidence);
  gtk_widget_class_bind_template_child (widget_class, SlClaimsView, claim);
  gtk_widget_class_bind_template_child (widget_class, SlClaimsView, modality);
  gtk_widget_class_bind_template_child (widget_class, SlClaimsView, passages);
  gtk_widget_class_bind_template_child (widget_class, SlClaimsView, origins);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
set_column (GtkColumnViewColumn *column,
            GtkWidget *(*make) (void),
            SlFillFunc fill)
{
  g_autoptr (GtkListItemFactory) factory = sl_row_factory_new (make, fill);

  gtk_column_view_column_set_factory (column, factory);
}

static void
sl_claims_view_init (SlClaimsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_column (self->confidence, sl_confidence_tag_new, fill_confidence);
  set_column (self->claim, make_text, fill_claim);
  set_column (self->modality, make_word, fill_modality);
  set_column (self->passages, make_number, fill_passages);
  set_column (self->origins, make_number, fill_origins);

  self->rows = sl_paged_list_new (SL_LIST_CLAIMS);
  self->selected = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  gtk_single_selection_set_autoselect (self->selected, FALSE);
  gtk_single_selection_set_can_unselect (self->selected, TRUE);
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (self->selected));
  g_signal_connect_object (self->selected, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
}
