/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-checks-view.h"

#include <glib/gi18n-lib.h>

#include "ui/sl-check-card.h"
#include "ui/sl-checks-list.h"
#include "ui/sl-checks-queue.h"
#include "ui/sl-compare-dialog.h"
#include "ui/sl-decision-dialog.h"
#include "ui/sl-format.h"

struct _SlChecksView
{
  SlPane parent_instance;

  SlChecksQueue *queue;     /* (owned) */
  guint          position;
  SlId           shown;     /* the check that the widgets show */
  guint          waiting;

  /* Children of the template. */
  GtkStack          *pages;
  GtkStack          *stack;
  GtkScrolledWindow *scroller;
  GtkLabel          *source;
  GtkLabel          *outlet;
  GtkLabel          *position_label;
  SlCheckCard       *card;
  GtkWidget         *keep;
  AdwStatusPage     *empty;
  SlChecksList      *list;
};

enum
{
  PROP_WAITING = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SlChecksView, sl_checks_view, SL_TYPE_PANE)

static gboolean
is_deciding (SlChecksView *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "waiting") == 0;
}

static const SlTriageItem *
get_item (SlChecksView *self)
{
  return is_deciding (self) ? sl_checks_queue_get (self->queue, self->position) : NULL;
}

static gboolean
has_new_wording (const SlTriageItem *item)
{
  const SlVerdict verdict = item->check->verdict;

  return (verdict == SL_VERDICT_ALTERED || verdict == SL_VERDICT_MOVED) && item->check->checked_against != SL_ID_NONE;
}

static gboolean
has_two_texts (const SlTriageItem *item)
{
  return item->check->checked_against != SL_ID_NONE && item->check->checked_against != item->passage->document_id;
}

/* What was sent off to be decided. */
typedef struct
{
  SlChecksView   *view;      /* (owned) */
  SlDecisionKind  kind;
  guint           n_checks;
} Sent;

static void
sent_free (Sent *sent)
{
  g_object_unref (sent->view);
  g_free (sent);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sent, sent_free)

static char *
tell (SlDecisionKind kind,
      guint          n)
{
  if (kind == SL_DECISION_ACCEPT_NEW)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "New wording accepted", "New wording of %u passages accepted", n), n);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Archived wording kept", "Archived wording of %u passages kept", n), n);
}

static void
decided_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (Sent) sent = data;
  SlSession *session = sl_pane_get_session (SL_PANE (sent->view));
  g_autoptr (GError) error = NULL;
  g_autofree char *told = NULL;

  if (session == NULL)
    return;
  if (sl_workbench_triage_finish (SL_WORKBENCH (object), result, &error))
    {
      told = tell (sent->kind, sent->n_checks);
      sl_session_tell (session, told, TRUE);
      return;
    }
  sl_session_fail (session, _ ("The decision could not be kept"), error);
  sl_checks_queue_load (sent->view->queue, sl_session_get_case (session));
}

static void
send (SlChecksView   *self,
      SlDecisionKind  kind,
      GArray         *checks)
{
  SlWorkbench *workbench = sl_session_get_workbench (sl_pane_get_session (SL_PANE (self)));
  const SlTriageRequest request = { (const SlId *) checks->data, checks->len, kind, NULL, NULL };
  Sent *sent = NULL;

  if (workbench == NULL || checks->len == 0)
    return;
  sent = g_new0 (Sent, 1);
  sent->view = g_object_ref (self);
  sent->kind = kind;
  sent->n_checks = checks->len;
  sl_workbench_triage_async (workbench, &request, decided_cb, sent);
  sl_checks_queue_drop (self->queue, checks);
}

static char *
describe_checks (SlChecksView *self,
                 guint         n_checks)
{
  const SlTriageItem *item = get_item (self);

  if (n_checks == 1 && item != NULL)
    return g_strdup_printf (C_ ("quote", "“%s”"), item->passage->exact);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u passage", "%u passages", n_checks), n_checks);
}

static void
decide (SlChecksView   *self,
        SlDecisionKind  kind,
        GArray         *checks)
{
  g_autofree char *about = NULL;

  if (kind == SL_DECISION_KEEP || kind == SL_DECISION_ACCEPT_NEW)
    {
      send (self, kind, checks);
      return;
    }
  if (checks->len == 0)
    return;
  about = describe_checks (self, checks->len);
  adw_dialog_present (sl_decision_dialog_new (sl_pane_get_session (SL_PANE (self)), kind, checks, about), GTK_WIDGET (self));
}

static void
decide_one (SlChecksView   *self,
            SlDecisionKind  kind)
{
  const SlTriageItem *item = get_item (self);
  g_autoptr (GArray) checks = g_array_new (FALSE, FALSE, sizeof (SlId));

  if (item == NULL)
    return;
  g_array_append_val (checks, item->check->id);
  decide (self, kind, checks);
}

static void
keep_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  decide_one (SL_CHECKS_VIEW (widget), SL_DECISION_KEEP);
}

static void
accept_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  decide_one (SL_CHECKS_VIEW (widget), SL_DECISION_ACCEPT_NEW);
}

static void
downgrade_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  decide_one (SL_CHECKS_VIEW (widget), SL_DECISION_DOWNGRADE);
}

static void
supersede_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  decide_one (SL_CHECKS_VIEW (widget), SL_DECISION_SUPERSEDED);
}

/* Decides all that are like the one that is shown; new wording is only accepted where there is some. */
static void
decide_alike (SlChecksView *self,
              gboolean      of_source,
              GVariant     *parameter)
{
  const SlTriageItem *item = get_item (self);
  g_autoptr (GArray) checks = g_array_new (FALSE, FALSE, sizeof (SlId));
  SlDecisionKind kind;

  if (item == NULL || !sl_decision_kind_parse (g_variant_get_string (parameter, NULL), &kind))
    return;
  for (guint i = 0; i < sl_checks_queue_get_n_items (self->queue); i++)
    {
      const SlTriageItem *other = sl_checks_queue_get (self->queue, i);
      const gboolean alike = of_source ? other->source->id == item->source->id : other->check->verdict == item->check->verdict;

      if (alike && (kind != SL_DECISION_ACCEPT_NEW || has_new_wording (other)))
        g_array_append_val (checks, other->check->id);
    }
  decide (self, kind, checks);
}

static void
all_of_source_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  decide_alike (SL_CHECKS_VIEW (widget), TRUE, parameter);
}

static void
all_of_verdict_cb (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  decide_alike (SL_CHECKS_VIEW (widget), FALSE, parameter);
}

static void
compare_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  SlChecksView *self = SL_CHECKS_VIEW (widget);
  const SlTriageItem *item = get_item (self);

  if (item != NULL)
    sl_compare_dialog_open (sl_pane_get_session (SL_PANE (self)), item->source->id, item->passage->document_id, item->check->checked_against, widget);
}

static void
history_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  SlChecksView *self = SL_CHECKS_VIEW (widget);
  const SlTriageItem *item = get_item (self);

  if (item == NULL)
    return;
  sl_checks_list_show_passage (self->list, item->passage);
  gtk_stack_set_visible_child_name (self->pages, "all");
}

static void
show_source (SlChecksView   *self,
             const SlSource *source)
{
  g_autofree char *outlet = sl_format_source (source);

  gtk_label_set_text (self->source, source->title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->source), source->url);
  gtk_label_set_text (self->outlet, outlet);
}

/* The inspector shows the archived words in the whole text. */
static void
point_at_words (SlChecksView       *self,
                const SlTriageItem *item)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    sl_session_select_passage (sl_pane_get_session (SL_PANE (self)), item->passage->document_id, item->passage->start_cp, item->passage->end_cp);
}

static void
show_item (SlChecksView       *self,
           const SlTriageItem *item)
{
  self->shown = item->check->id;
  show_source (self, item->source);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  point_at_words (self, item);
}

static void
show_position (SlChecksView *self)
{
  /* Translators: the first number is which check is shown, the second how many wait for a decision. */
  g_autofree char *position = g_strdup_printf (C_ ("checks", "%u of %u"), self->position + 1, sl_checks_queue_get_n_items (self->queue));

  gtk_label_set_text (self->position_label, position);
}

static void
show_empty (SlChecksView *self)
{
  SlCase *from = sl_pane_get_case (SL_PANE (self));
  SlQuery query = SL_QUERY_ALL;
  g_autoptr (GPtrArray) last = NULL;
  g_autofree char *when = NULL;
  g_autofree char *words = NULL;

  query.limit = 1;
  last = from != NULL ? sl_case_list_checks (from, &query, NULL) : NULL;
  if (last != NULL && last->len > 0)
    when = sl_format_moment (((const SlCheck *) g_ptr_array_index (last, 0))->at);
  if (when != NULL)
    words = g_strdup_printf (_ ("The sources were last checked on %s. What has changed since its capture waits here until you decide."), when);
  else
    words = g_strdup (_ ("The sources have not been checked since they were captured. What has changed will wait here until you decide."));
  adw_status_page_set_description (self->empty, words);
}

static void
update_actions (SlChecksView       *self,
                const SlTriageItem *item)
{
  static const char *const always[] = { "checks.keep", "checks.downgrade", "checks.supersede", "checks.next", "checks.previous",
                                        "checks.history", "checks.all-of-source", "checks.all-of-verdict" };

  for (guint i = 0; i < G_N_ELEMENTS (always); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), always[i], item != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "checks.accept", item != NULL && has_new_wording (item));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "checks.compare", item != NULL && has_two_texts (item));
}

static void
update_waiting (SlChecksView *self)
{
  const guint waiting = sl_checks_queue_get_n_items (self->queue);

  if (self->waiting == waiting)
    return;
  self->waiting = waiting;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WAITING]);
}

/* Shows what stands at the position. @anew: also when the same check is shown already. */
static void
update (SlChecksView *self,
        gboolean      anew)
{
  const SlTriageItem *item = NULL;

  if (self->position >= sl_checks_queue_get_n_items (self->queue))
    self->position = 0;
  item = sl_checks_queue_get (self->queue, self->position);
  gtk_stack_set_visible_child_name (self->stack, item != NULL ? "one" : "empty");
  update_actions (self, is_deciding (self) ? item : NULL);
  if (item == NULL)
    {
      show_empty (self);
      return;
    }
  show_position (self);
  if (anew || self->shown != item->check->id)
    show_item (self, item);
  sl_check_card_show (self->card, sl_pane_get_session (SL_PANE (self)), item);
}

/* What is looked at stays, whatever comes before it. */
static void
queue_changed_cb (SlChecksView *self)
{
  self->position = sl_checks_queue_find (self->queue, self->shown, self->position);
  update (self, FALSE);
  update_waiting (self);
}

static void
step (SlChecksView *self,
      int           by)
{
  const guint n_items = sl_checks_queue_get_n_items (self->queue);

  if (n_items == 0)
    return;
  self->position = (self->position + n_items + by) % n_items;
  update (self, FALSE);
}

static void
next_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  step (SL_CHECKS_VIEW (widget), 1);
}

static void
previous_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  step (SL_CHECKS_VIEW (widget), -1);
}

static void
page_changed_cb (SlChecksView *self)
{
  update_actions (self, get_item (self));
}

static void
sl_checks_view_case_changed (SlPane *pane)
{
  SlChecksView *self = SL_CHECKS_VIEW (pane);

  sl_checks_queue_load (self->queue, sl_pane_get_case (pane));
  update (self, FALSE);
}

/* The colours of the marks are of one style. */
static void
style_changed_cb (SlChecksView *self)
{
  update (self, TRUE);
}

static void
sl_checks_view_map (GtkWidget *widget)
{
  SlChecksView *self = SL_CHECKS_VIEW (widget);

  GTK_WIDGET_CLASS (sl_checks_view_parent_class)->map (widget);
  update (self, TRUE);
  if (get_item (self) != NULL)
    gtk_widget_grab_focus (self->keep);
}

static void
sl_checks_view_dispose (GObject *object)
{
  SlChecksView *self = SL_CHECKS_VIEW (object);

  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SL_TYPE_CHECKS_VIEW);
  g_clear_object (&self->queue);
  G_OBJECT_CLASS (sl_checks_view_parent_class)->dispose (object);
}

static void
sl_checks_view_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_WAITING:
      g_value_set_uint (value, SL_CHECKS_VIEW (object)->waiting);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
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
    { "checks.keep", keep_cb, GDK_KEY_k },
    { "checks.accept", accept_cb, GDK_KEY_a },
    { "checks.downgrade", downgrade_cb, GDK_KEY_d },
    { "checks.supersede", supersede_cb, GDK_KEY_s },
    { "checks.next", next_cb, GDK_KEY_n },
    { "checks.previous", previous_cb, GDK_KEY_p },
    { "checks.compare", compare_cb, GDK_KEY_c },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
      gtk_widget_class_add_binding_action (widget_class, actions[i].key, 0, actions[i].name, NULL);
    }
  gtk_widget_class_install_action (widget_class, "checks.history", NULL, history_cb);
  gtk_widget_class_install_action (widget_class, "checks.all-of-source", "s", all_of_source_cb);
  gtk_widget_class_install_action (widget_class, "checks.all-of-verdict", "s", all_of_verdict_cb);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sourceline/Sourceline/ui/sl-checks-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SlChecksView, pages);
  gtk_widget_class_bind_template_child (widget_class, SlChecksView, stack);
  gtk_widget_class_bind_template_child (widget_class, SlChecksView, scroller);
  gtk_widget_class_bind_template_child (widget_class, SlChecksView, source);
  gtk_widget_class_bind_template_child (widget_class, SlChecksView, outlet);
  gtk_widget_class_bind_template_child (widget_class, SlChecksView, position_label);
  gtk_widget_class_bind_template_child (widget_class, SlChecksView, card);
  gtk_widget_class_bind_template_child (widget_class, SlChecksView, keep);
  gtk_widget_class_bind_template_child (widget_class, SlChecksView, empty);
  gtk_widget_class_bind_template_child (widget_class, SlChecksView, list);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
}

static void
sl_checks_view_class_init (SlChecksViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_checks_view_dispose;
  G_OBJECT_CLASS (klass)->get_property = sl_checks_view_get_property;
  widget_class->map = sl_checks_view_map;
  SL_PANE_CLASS (klass)->case_changed = sl_checks_view_case_changed;
  properties[PROP_WAITING] = g_param_spec_uint ("waiting", NULL, NULL, 0, G_MAXUINT, 0,
                                                G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  g_type_ensure (SL_TYPE_CHECK_CARD);
  g_type_ensure (SL_TYPE_CHECKS_LIST);
  bind_children (widget_class);
  install_actions (widget_class);
}

static void
sl_checks_view_init (SlChecksView *self)
{
  AdwStyleManager *styles = adw_style_manager_get_default ();

  self->queue = sl_checks_queue_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->queue, "changed", G_CALLBACK (queue_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (styles, "notify::dark", G_CALLBACK (style_changed_cb), self, G_CONNECT_SWAPPED);
}
