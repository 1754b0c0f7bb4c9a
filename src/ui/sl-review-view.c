/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-review-view.h"

#include <glib/gi18n-lib.h>

#include "ui/sl-chain-view.h"
#include "ui/sl-dialogs.h"
#include "ui/sl-format.h"
#include "ui/sl-paged-list.h"
#include "workbench/sl-gate.h"

struct _SlReviewView
{
  SlPane parent_instance;

  SlPagedList *rows;         /* (owned): the open suggestions */
  guint        position;
  SlId         shown;        /* the suggestion that the widgets show */
  SlId         merge_event;  /* the event that was selected when the review came to this suggestion */

  /* Children of the template. */
  GtkStack    *stack;
  GtkLabel    *source;
  GtkLabel    *outlet;
  GtkLabel    *position_label;
  GtkLabel    *title;
  GtkLabel    *context;
  GtkLabel    *repeated;
  GtkLabel    *when;
  GtkLabel    *reason;
  GtkLabel    *modality;
  SlChainView *chain;
  GtkWidget   *accept;
};

G_DEFINE_FINAL_TYPE (SlReviewView, sl_review_view, SL_TYPE_PANE)

static SlRow *
get_row (SlReviewView *self)
{
  return g_list_model_get_item (G_LIST_MODEL (self->rows), self->position);
}

static void
send (SlReviewView  *self,
      SlCommandKind  kind,
      SlId           other,
      const char    *told)
{
  g_autoptr (SlRow) row = get_row (self);
  SlCommand *command = NULL;

  if (row == NULL)
    return;
  command = sl_command_new (kind, sl_row_get_id (row));
  command->other = other;
  sl_session_do (sl_pane_get_session (SL_PANE (self)), command, told);
}

static void
accept_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  send (SL_REVIEW_VIEW (widget), SL_COMMAND_ACCEPT, SL_ID_NONE, NULL);
}

static void
merge_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  SlReviewView *self = SL_REVIEW_VIEW (widget);

  send (self, SL_COMMAND_ACCEPT, self->merge_event, _ ("Suggestion added to the selected event"));
}

static void
reject_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  send (SL_REVIEW_VIEW (widget), SL_COMMAND_REJECT, SL_ID_NONE, _ ("Suggestion rejected"));
}

static void
edit_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  SlReviewView *self = SL_REVIEW_VIEW (widget);
  g_autoptr (SlRow) row = get_row (self);
  const SlSuggestion *suggestion = row != NULL ? sl_row_get_suggestion (row) : NULL;

  if (suggestion != NULL)
    sl_dialogs_accept_edited (sl_pane_get_session (SL_PANE (self)), suggestion, widget);
}

static void
send_all_of_source (SlReviewView  *self,
                    SlCommandKind  kind)
{
  g_autoptr (SlRow) row = get_row (self);
  const SlSuggestion *suggestion = row != NULL ? sl_row_get_suggestion (row) : NULL;
  SlQuery query = SL_QUERY_ALL;
  g_autoptr (GPtrArray) all = NULL;

  if (suggestion == NULL)
    return;
  query.about = suggestion->source_id;
  query.state = SL_SUGGESTION_OPEN;
  all = sl_case_list_suggestions (sl_pane_get_case (SL_PANE (self)), &query, NULL);
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const SlSuggestion *other = g_ptr_array_index (all, i);

      sl_session_do (sl_pane_get_session (SL_PANE (self)), sl_command_new (kind, other->id), NULL);
    }
}

static void
accept_source_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  send_all_of_source (SL_REVIEW_VIEW (widget), SL_COMMAND_ACCEPT);
}

static void
reject_source_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  send_all_of_source (SL_REVIEW_VIEW (widget), SL_COMMAND_REJECT);
}

static void
show_context (SlReviewView    *self,
              const SlPassage *passage)
{
  g_autofree char *context = g_strconcat ("…", passage->prefix, passage->exact, passage->suffix, "…", NULL);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

  for (char *at = context; (at = strchr (at, '\n')) != NULL;)
    *at = ' ';
  bold->start_index = strlen ("…") + strlen (passage->prefix);
  bold->end_index = bold->start_index + strlen (passage->exact);
  pango_attr_list_insert (attributes, bold);
  gtk_label_set_text (self->context, context);
  gtk_label_set_attributes (self->context, attributes);
}

/* What else accepting brings: passages elsewhere that say the same, or a claim that is there already. */
static void
show_repeated (SlReviewView       *self,
               const SlSuggestion *suggestion)
{
  g_autofree char *words = NULL;

  if (suggestion->same_as != SL_ID_NONE)
    words = g_strdup (_ ("You accepted this claim before; accepting adds this passage to it."));
  else if (suggestion->repeated > 0)
    words = g_strdup_printf (ngettext ("Said in %u more passage, which is accepted with it.",
                                       "Said in %u more passages, which are accepted with it.", suggestion->repeated),
                             suggestion->repeated);
  gtk_label_set_text (self->repeated, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->repeated), words != NULL);
}

static void
show_when (SlReviewView *self,
           const SlWhen *when)
{
  g_autofree char *words = sl_format_when (when);
  g_autofree char *small = NULL;

  if (when->edtf != NULL && when->reason != NULL && *when->reason != '\0')
    small = g_strdup_printf (C_ ("time of an event", "%s · %s"), when->edtf, _ (when->reason));
  else
    small = g_strdup (when->edtf != NULL ? when->edtf : _ ("The text gives no date"));
  gtk_label_set_text (self->when, words);
  gtk_label_set_text (self->reason, small);
}

static void
show_source (SlReviewView *self,
             SlId          id)
{
  g_autoptr (SlSource) source = sl_case_get_source (sl_pane_get_case (SL_PANE (self)), id, NULL);
  g_autofree char *outlet = source != NULL ? sl_format_source (source) : NULL;

  gtk_label_set_text (self->source, source != NULL ? source->title : "");
  gtk_label_set_text (self->outlet, outlet != NULL ? outlet : "");
}

static void
show_position (SlReviewView *self)
{
  const guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  /* Translators: the first number is which suggestion is shown, the second how many are open. */
  g_autofree char *position = g_strdup_printf (C_ ("review", "%u of %u"), self->position + 1, n_items);

  gtk_label_set_text (self->position_label, position);
}

/* The inspector shows the words in the whole text; the selected event stays, to merge into. */
static void
point_at_words (SlReviewView       *self,
                const SlSuggestion *suggestion)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    sl_session_select_passage (sl_pane_get_session (SL_PANE (self)), suggestion->document_id,
                               suggestion->passage->start_cp, suggestion->passage->end_cp);
}

static void
show_suggestion (SlReviewView       *self,
                 const SlSuggestion *suggestion)
{
  self->shown = suggestion->id;
  gtk_label_set_text (self->title, *suggestion->title != '\0' ? suggestion->title : suggestion->text);
  gtk_label_set_text (self->modality, sl_modality_describe (suggestion->modality));
  show_source (self, suggestion->source_id);
  show_context (self, suggestion->passage);
  show_repeated (self, suggestion);
  show_when (self, suggestion->when);
  sl_chain_view_set (self->chain, sl_pane_get_session (SL_PANE (self)), suggestion->chain, suggestion->document_id);
  point_at_words (self, suggestion);
}

/* Nothing is accepted from what is no article before somebody says why it may be quoted. */
static void
update_actions (SlReviewView *self)
{
  SlCase *from = sl_pane_get_case (SL_PANE (self));
  g_autoptr (SlRow) row = get_row (self);
  const SlSuggestion *suggestion = row != NULL ? sl_row_get_suggestion (row) : NULL;
  g_autoptr (GError) against = NULL;
  const gboolean may = from != NULL && suggestion != NULL && sl_gate_check (from, suggestion->document_id, &against);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.accept", may);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.edit", may);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.merge", may && self->merge_event != SL_ID_NONE);
  gtk_widget_set_tooltip_text (self->accept, against != NULL ? against->message : NULL);
}

static void
update (SlReviewView *self)
{
  const guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  g_autoptr (SlRow) row = NULL;
  const SlSuggestion *suggestion = NULL;

  if (self->position >= n_items)
    self->position = 0;
  row = get_row (self);
  suggestion = row != NULL ? sl_row_get_suggestion (row) : NULL;
  gtk_stack_set_visible_child_name (self->stack, suggestion != NULL ? "one" : "empty");
  if (suggestion == NULL)
    return;
  show_position (self);
  if (self->shown != suggestion->id)
    show_suggestion (self, suggestion);
  update_actions (self);
}

static void
step (SlReviewView *self,
      int           by)
{
  const guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  if (n_items == 0)
    return;
  self->position = (self->position + n_items + by) % n_items;
  update (self);
}

static void
next_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  step (SL_REVIEW_VIEW (widget), 1);
}

static void
previous_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  step (SL_REVIEW_VIEW (widget), -1);
}

static void
sl_review_view_case_changed (SlPane *pane)
{
  SlReviewView *self = SL_REVIEW_VIEW (pane);

  sl_paged_list_set_case (self->rows, sl_pane_get_case (pane));
  sl_paged_list_reload (self->rows);
  update (self);
}

static void
sl_review_view_selection_changed (SlPane *pane)
{
  SlReviewView *self = SL_REVIEW_VIEW (pane);

  self->merge_event = sl_session_get_selection (sl_pane_get_session (pane))->event;
  update_actions (self);
}

static void
sl_review_view_map (GtkWidget *widget)
{
  SlReviewView *self = SL_REVIEW_VIEW (widget);

  GTK_WIDGET_CLASS (sl_review_view_parent_class)->map (widget);
  self->shown = SL_ID_NONE;
  update (self);
  gtk_widget_grab_focus (self->accept);
}

static void
sl_review_view_dispose (GObject *object)
{
  SlReviewView *self = SL_REVIEW_VIEW (object);

  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SL_TYPE_REVIEW_VIEW);
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (sl_review_view_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
    guint key;
  } actions[] = {
    { "review.accept", accept_cb, GDK_KEY_a },
    { "review.edit", edit_cb, GDK_KEY_e },
    { "review.merge", merge_cb, GDK_KEY_m },
    { "review.reject", reject_cb, GDK_KEY_r },
    { "review.next", next_cb, GDK_KEY_n },
    { "review.previous", previous_cb, GDK_KEY_p },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
      gtk_widget_class_add_binding_action (widget_class, actions[i].key, 0, actions[i].name, NULL);
    }
  gtk_widget_class_install_action (widget_class, "review.accept-source", NULL, accept_source_cb);
  gtk_widget_class_install_action (widget_class, "review.reject-source", NULL, reject_source_cb);
}

static void
sl_review_view_class_init (SlReviewViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SlPaneClass *pane_class = SL_PANE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_review_view_dispose;
  widget_class->map = sl_review_view_map;
  pane_class->case_changed = sl_review_view_case_changed;
  pane_class->selection_changed = sl_review_view_selection_changed;
  g_type_ensure (SL_TYPE_CHAIN_VIEW);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sourceline/Sourceline/ui/sl-review-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SlReviewView, stack);
  gtk_widget_class_bind_template_child (widget_class, SlReviewView, source);
  gtk_widget_class_bind_template_child (widget_class, SlReviewView, outlet);
  gtk_widget_class_bind_template_child (widget_class, SlReviewView, position_label);
  gtk_widget_class_bind_template_child (widget_class, SlReviewView, title);
  gtk_widget_class_bind_template_child (widget_class, SlReviewView, context);
  gtk_widget_class_bind_template_child (widget_class, SlReviewView, repeated);
  gtk_widget_class_bind_template_child (widget_class, SlReviewView, when);
  gtk_widget_class_bind_template_child (widget_class, SlReviewView, reason);
  gtk_widget_class_bind_template_child (widget_class, SlReviewView, modality);
  gtk_widget_class_bind_template_child (widget_class, SlReviewView, chain);
  gtk_widget_class_bind_template_child (widget_class, SlReviewView, accept);
  install_actions (widget_class);
}

static void
sl_review_view_init (SlReviewView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = sl_paged_list_new (SL_LIST_SUGGESTIONS);
  sl_paged_list_set_query (self->rows, NULL, SL_ID_NONE, SL_SUGGESTION_OPEN);
}
