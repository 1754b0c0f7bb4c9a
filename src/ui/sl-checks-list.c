/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-checks-list.h"

#include <glib/gi18n-lib.h>

#include "ui/sl-format.h"
#include "ui/sl-paged-list.h"
#include "ui/sl-row-factory.h"
#include "ui/sl-verdict-tag.h"

struct _SlChecksList
{
  SlPane parent_instance;

  SlPagedList        *rows;      /* (owned) */
  GtkSingleSelection *selected;  /* (owned) */
  SlId                about;     /* the passage whose checks are shown, or SL_ID_NONE for all */

  /* Children of the template. */
  GtkStack            *stack;
  GtkColumnView       *table;
  GtkDropDown         *filter;
  GtkWidget           *passage_filter;
  GtkLabel            *passage_words;
  GtkColumnViewColumn *verdict;
  GtkColumnViewColumn *passage;
  GtkColumnViewColumn *source;
  GtkColumnViewColumn *checked;
  GtkColumnViewColumn *decision;
};

G_DEFINE_FINAL_TYPE (SlChecksList, sl_checks_list, SL_TYPE_PANE)

static GtkWidget *
make_text (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

static GtkWidget *
make_word (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "numeric");
  return label;
}

static void
fill_verdict (GtkWidget *widget,
              SlRow     *row)
{
  const SlCheck *check = sl_row_get_check (row);

  if (check == NULL)
    return;
  sl_verdict_tag_set (SL_VERDICT_TAG (widget), check->verdict);
  if (check->detail != NULL)
    gtk_widget_set_tooltip_text (widget, check->detail);
}

static SlPassage *
get_passage (SlRow *row)
{
  const SlCheck *check = sl_row_get_check (row);

  return check != NULL ? sl_case_get_passage (sl_row_get_case (row), check->passage_id, NULL) : NULL;
}

static void
fill_passage (GtkWidget *widget,
              SlRow     *row)
{
  g_autoptr (SlPassage) passage = get_passage (row);
  g_autofree char *words = g_strdup (passage != NULL ? passage->exact : "");

  gtk_label_set_text (GTK_LABEL (widget), g_strdelimit (words, "\n\r\t", ' '));
  gtk_widget_set_tooltip_text (widget, words);
}

static void
fill_source (GtkWidget *widget,
             SlRow     *row)
{
  SlCase *from = sl_row_get_case (row);
  g_autoptr (SlPassage) passage = get_passage (row);
  g_autoptr (SlDocument) document = passage != NULL ? sl_case_get_document (from, passage->document_id, NULL) : NULL;
  g_autoptr (SlSource) source = document != NULL ? sl_case_get_source (from, document->source_id, NULL) : NULL;

  gtk_label_set_text (GTK_LABEL (widget), source != NULL ? source->title : "");
}

static void
fill_checked (GtkWidget *widget,
              SlRow     *row)
{
  const SlCheck *check = sl_row_get_check (row);
  g_autofree char *moment = check != NULL ? sl_format_moment (check->at) : NULL;

  gtk_label_set_text (GTK_LABEL (widget), moment != NULL ? moment : "");
}

static const char *
describe_decision (SlDecisionKind kind)
{
  static const char *const words[SL_N_DECISIONS] = {
    [SL_DECISION_KEEP] = NC_ ("decision", "Archived wording kept"),
    [SL_DECISION_ACCEPT_NEW] = NC_ ("decision", "New wording accepted"),
    [SL_DECISION_DOWNGRADE] = NC_ ("decision", "Downgraded"),
    [SL_DECISION_SUPERSEDED] = NC_ ("decision", "Superseded"),
  };

  return kind < SL_N_DECISIONS ? g_dpgettext2 (GETTEXT_PACKAGE, "decision", words[kind]) : "";
}

static void
fill_decision (GtkWidget *widget,
               SlRow     *row)
{
  const SlCheck *check = sl_row_get_check (row);
  g_autoptr (SlDecision) decision = check != NULL ? sl_case_find_decision (sl_row_get_case (row), check->id) : NULL;
  const char *reason = decision != NULL && *decision->reason != '\0' ? decision->reason : NULL;

  gtk_label_set_text (GTK_LABEL (widget), decision != NULL ? describe_decision (decision->kind) : "");
  gtk_widget_set_tooltip_text (widget, reason);
}

static void
update_stack (SlChecksList *self)
{
  const gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->rows)) > 0;

  gtk_stack_set_visible_child_name (self->stack, any ? "list" : "empty");
}

/* The first choice stands for all verdicts. */
static void
update_query (SlChecksList *self)
{
  const guint chosen = gtk_drop_down_get_selected (self->filter);

  sl_paged_list_set_query (self->rows, NULL, self->about, chosen == GTK_INVALID_LIST_POSITION ? -1 : (int) chosen - 1);
  gtk_widget_set_visible (self->passage_filter, self->about != SL_ID_NONE);
  update_stack (self);
}

static void
filter_changed_cb (SlChecksList *self)
{
  if (self->rows != NULL)
    update_query (self);
}

static void
clear_passage_cb (SlChecksList *self)
{
  self->about = SL_ID_NONE;
  update_query (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

/* The inspector shows the words where they stand. */
static void
selected_cb (SlChecksList *self)
{
  SlRow *row = gtk_single_selection_get_selected_item (self->selected);
  SlSession *session = sl_pane_get_session (SL_PANE (self));
  g_autoptr (SlPassage) passage = row != NULL && session != NULL ? get_passage (row) : NULL;

  if (passage != NULL)
    sl_session_select_passage (session, passage->document_id, passage->start_cp, passage->end_cp);
}

static void
activate_cb (SlChecksList *self)
{
  selected_cb (self);
  sl_session_reveal (sl_pane_get_session (SL_PANE (self)));
}

static void
sl_checks_list_case_changed (SlPane *pane)
{
  SlChecksList *self = SL_CHECKS_LIST (pane);

  sl_paged_list_set_case (self->rows, sl_pane_get_case (pane));
  sl_paged_list_reload (self->rows);
  update_stack (self);
}

static void
sl_checks_list_dispose (GObject *object)
{
  SlChecksList *self = SL_CHECKS_LIST (object);

  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SL_TYPE_CHECKS_LIST);
  g_clear_object (&self->selected);
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (sl_checks_list_parent_class)->dispose (object);
}

static void
sl_checks_list_class_init (SlChecksListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_checks_list_dispose;
  SL_PANE_CLASS (klass)->case_changed = sl_checks_list_case_changed;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sourceline/Sourceline/ui/sl-checks-list.ui");
  gtk_widget_class_bind_template_child (widget_class, SlChecksList, stack);
  gtk_widget_class_bind_template_child (widget_class, SlChecksList, table);
  gtk_widget_class_bind_template_child (widget_class, SlChecksList, filter);
  gtk_widget_class_bind_template_child (widget_class, SlChecksList, passage_filter);
  gtk_widget_class_bind_template_child (widget_class, SlChecksList, passage_words);
  gtk_widget_class_bind_template_child (widget_class, SlChecksList, verdict);
  gtk_widget_class_bind_template_child (widget_class, SlChecksList, passage);
  gtk_widget_class_bind_template_child (widget_class, SlChecksList, source);
  gtk_widget_class_bind_template_child (widget_class, SlChecksList, checked);
  gtk_widget_class_bind_template_child (widget_class, SlChecksList, decision);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_passage_cb);
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
fill_filter (SlChecksList *self)
{
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);

  gtk_string_list_append (choices, _ ("All Verdicts"));
  for (int i = 0; i < SL_N_VERDICTS; i++)
    gtk_string_list_append (choices, sl_verdict_tag_describe ((SlVerdict) i));
  gtk_drop_down_set_model (self->filter, G_LIST_MODEL (choices));
}

static void
sl_checks_list_init (SlChecksList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_filter (self);
  set_column (self->verdict, sl_verdict_tag_new, fill_verdict);
  set_column (self->passage, make_text, fill_passage);
  set_column (self->source, make_text, fill_source);
  set_column (self->checked, make_word, fill_checked);
  set_column (self->decision, make_text, fill_decision);

  self->rows = sl_paged_list_new (SL_LIST_CHECKS);
  self->selected = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  gtk_single_selection_set_autoselect (self->selected, FALSE);
  gtk_single_selection_set_can_unselect (self->selected, TRUE);
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (self->selected));
  g_signal_connect_object (self->selected, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  update_stack (self);
}

/**
 * sl_checks_list_show_passage:
 *
 * Shows the checks of one passage, newest first.
 */
void
sl_checks_list_show_passage (SlChecksList    *self,
                             const SlPassage *passage)
{
  g_autofree char *words = NULL;

  g_return_if_fail (SL_IS_CHECKS_LIST (self));
  words = g_strdup_printf (C_ ("quote", "“%s”"), passage->exact);
  gtk_label_set_text (self->passage_words, g_strdelimit (words, "\n\r\t", ' '));
  self->about = passage->id;
  gtk_drop_down_set_selected (self->filter, 0);
  update_query (self);
}
