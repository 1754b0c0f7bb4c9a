/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-compare-dialog.h"

#include <glib/gi18n-lib.h>

#include "ui/sl-compare-row.h"
#include "ui/sl-format.h"

struct _SlCompareDialog
{
  AdwDialog parent_instance;

  SlSession          *session;      /* (owned) */
  GPtrArray          *captures;     /* (owned) (element-type SlCapture): newest first */
  GCancellable       *cancellable;  /* (owned) (nullable): of the comparison that is under way */
  GListStore         *parts;        /* (owned) (nullable) (element-type SlComparePart) */
  GtkSingleSelection *selected;     /* (owned) */
  gboolean            filling;      /* the choosers are being filled */
  gboolean            narrow;

  /* Children of the template. */
  GtkBox        *choosers;
  GtkDropDown   *earlier;
  GtkDropDown   *later;
  GtkLabel      *summary;
  GtkStack      *stack;
  GtkListView   *list;
  AdwStatusPage *message;
};

enum
{
  PROP_NARROW = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SlCompareDialog, sl_compare_dialog, ADW_TYPE_DIALOG)

static void
show_message (SlCompareDialog *self,
              const char      *title,
              const char      *description)
{
  adw_status_page_set_title (self->message, title);
  adw_status_page_set_description (self->message, description);
  gtk_label_set_text (self->summary, "");
  gtk_stack_set_visible_child_name (self->stack, "message");
}

static SlComparePart *
get_part (SlCompareDialog *self,
          guint            position)
{
  return g_list_model_get_item (G_LIST_MODEL (self->parts), position);
}

static guint
count_changes (SlCompareDialog *self)
{
  const guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->parts));
  guint n_changes = 0;

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (SlComparePart) part = get_part (self, i);

      n_changes += sl_compare_part_is_change (part) ? 1 : 0;
    }
  return n_changes;
}

static void
show_summary (SlCompareDialog *self)
{
  const guint n_changes = count_changes (self);
  g_autofree char *words = NULL;

  if (n_changes == 0)
    words = g_strdup (_ ("Both captures have the same text."));
  else
    words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u paragraph differs. Struck through: only in the earlier capture; underlined: only in the later one; bold: your passages.",
                                          "%u paragraphs differ. Struck through: only in the earlier capture; underlined: only in the later one; bold: your passages.", n_changes),
                             n_changes);
  gtk_label_set_text (self->summary, words);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compare.next", n_changes > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compare.previous", n_changes > 0);
}

static void
show_comparison (SlCompareDialog *self,
                 SlComparison    *comparison)
{
  g_autoptr (GListStore) parts = sl_compare_part_list (comparison);

  g_set_object (&self->parts, parts);
  gtk_single_selection_set_model (self->selected, G_LIST_MODEL (parts));
  gtk_stack_set_visible_child_name (self->stack, "list");
  show_summary (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
compared_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (SlCompareDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SlComparison) comparison = sl_comparison_new_finish (SL_WORKBENCH (object), result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  g_clear_object (&self->cancellable);
  if (comparison != NULL)
    show_comparison (self, g_steal_pointer (&comparison));
  else
    show_message (self, _ ("These Captures Cannot Be Compared"), error->message);
}

static void
stop (SlCompareDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
start (SlCompareDialog *self,
       SlId             earlier,
       SlId             later)
{
  SlWorkbench *workbench = sl_session_get_workbench (self->session);

  if (workbench == NULL)
    return;
  stop (self);
  self->cancellable = g_cancellable_new ();
  gtk_stack_set_visible_child_name (self->stack, "busy");
  sl_comparison_new_async (workbench, earlier, later, self->cancellable, compared_cb, g_object_ref (self));
}

static SlId
get_chosen (SlCompareDialog *self,
            GtkDropDown     *chooser)
{
  const guint chosen = gtk_drop_down_get_selected (chooser);

  return chosen < self->captures->len ? ((const SlCapture *) g_ptr_array_index (self->captures, chosen))->id : SL_ID_NONE;
}

static void
chosen_cb (SlCompareDialog *self)
{
  const SlId earlier = get_chosen (self, self->earlier);
  const SlId later = get_chosen (self, self->later);

  if (self->filling || earlier == SL_ID_NONE || later == SL_ID_NONE)
    return;
  if (earlier != later)
    start (self, earlier, later);
  else
    {
      stop (self);
      show_message (self, _ ("Choose Two Captures"), _ ("The same capture is chosen twice."));
    }
}

/* Goes to the next change in a direction, round the end. */
static void
step (SlCompareDialog *self,
      int              by)
{
  const guint n_items = self->parts != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->parts)) : 0;
  guint at = gtk_single_selection_get_selected (self->selected);

  if (n_items == 0)
    return;
  if (at == GTK_INVALID_LIST_POSITION)
    at = by > 0 ? n_items - 1 : 0;
  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (SlComparePart) part = NULL;

      at = (at + n_items + by) % n_items;
      part = get_part (self, at);
      if (sl_compare_part_is_change (part))
        {
          gtk_list_view_scroll_to (self->list, at, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
          return;
        }
    }
}

static void
next_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  step (SL_COMPARE_DIALOG (widget), 1);
}

static void
previous_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  step (SL_COMPARE_DIALOG (widget), -1);
}

static void
activate_cb (GtkListView     *list,
             guint            position,
             SlCompareDialog *self)
{
  g_autoptr (SlComparePart) part = get_part (self, position);

  if (part != NULL)
    sl_compare_part_toggle (part, self->parts, position);
}

static void
toggled_cb (SlCompareRow *row,
            GtkListItem  *item)
{
  SlCompareDialog *self = SL_COMPARE_DIALOG (gtk_widget_get_ancestor (GTK_WIDGET (row), SL_TYPE_COMPARE_DIALOG));
  const guint position = gtk_list_item_get_position (item);

  if (self != NULL && position != GTK_INVALID_LIST_POSITION)
    activate_cb (self->list, position, self);
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item,
          SlCompareDialog    *self)
{
  GtkWidget *row = sl_compare_row_new ();

  g_object_bind_property (self, "narrow", row, "narrow", G_BINDING_SYNC_CREATE);
  g_signal_connect (row, "toggled", G_CALLBACK (toggled_cb), item);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item,
         SlCompareDialog    *self)
{
  SlComparePart *part = gtk_list_item_get_item (item);
  g_autofree char *words = sl_compare_row_describe (part);

  sl_compare_row_set_part (SL_COMPARE_ROW (gtk_list_item_get_child (item)), part);
  gtk_list_item_set_accessible_label (item, words);
}

static void
unbind_cb (GtkListItemFactory *factory,
           GtkListItem        *item,
           SlCompareDialog    *self)
{
  sl_compare_row_set_part (SL_COMPARE_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
sl_compare_dialog_dispose (GObject *object)
{
  SlCompareDialog *self = SL_COMPARE_DIALOG (object);

  stop (self);
  gtk_widget_dispose_template (GTK_WIDGET (object), SL_TYPE_COMPARE_DIALOG);
  g_clear_object (&self->selected);
  g_clear_object (&self->parts);
  g_clear_object (&self->session);
  g_clear_pointer (&self->captures, g_ptr_array_unref);
  G_OBJECT_CLASS (sl_compare_dialog_parent_class)->dispose (object);
}

static void
sl_compare_dialog_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, SL_COMPARE_DIALOG (object)->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sl_compare_dialog_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  SlCompareDialog *self = SL_COMPARE_DIALOG (object);

  switch (property_id)
    {
    case PROP_NARROW:
      self->narrow = g_value_get_boolean (value);
      gtk_orientable_set_orientation (GTK_ORIENTABLE (self->choosers), self->narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sourceline/Sourceline/ui/sl-compare-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SlCompareDialog, choosers);
  gtk_widget_class_bind_template_child (widget_class, SlCompareDialog, earlier);
  gtk_widget_class_bind_template_child (widget_class, SlCompareDialog, later);
  gtk_widget_class_bind_template_child (widget_class, SlCompareDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, SlCompareDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, SlCompareDialog, list);
  gtk_widget_class_bind_template_child (widget_class, SlCompareDialog, message);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
sl_compare_dialog_class_init (SlCompareDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sl_compare_dialog_dispose;
  object_class->get_property = sl_compare_dialog_get_property;
  object_class->set_property = sl_compare_dialog_set_property;
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "compare.next", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "compare.previous", NULL, previous_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, 0, "compare.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, 0, "compare.previous", NULL);
}

/* Side by side where two columns are wide enough to be read, else one above the other. */
static void
add_breakpoint (SlCompareDialog *self)
{
  AdwBreakpoint *breakpoint = adw_breakpoint_new (adw_breakpoint_condition_parse ("max-width: 700sp"));
  g_auto (GValue) narrow = G_VALUE_INIT;

  g_value_init (&narrow, G_TYPE_BOOLEAN);
  g_value_set_boolean (&narrow, TRUE);
  adw_breakpoint_add_setter (breakpoint, G_OBJECT (self), "narrow", &narrow);
  adw_dialog_add_breakpoint (ADW_DIALOG (self), breakpoint);
}

static void
sl_compare_dialog_init (SlCompareDialog *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->captures = g_ptr_array_new ();
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->selected = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selected, FALSE);
  gtk_single_selection_set_can_unselect (self->selected, TRUE);
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_DEFAULT);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selected));
  add_breakpoint (self);
}

static void
fill_chooser (SlCompareDialog *self,
              GtkDropDown     *chooser)
{
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->captures->len; i++)
    {
      const SlCapture *capture = g_ptr_array_index (self->captures, i);
      g_autofree char *moment = sl_format_moment (capture->captured_at / G_USEC_PER_SEC);
      /* Translators: when something was captured, and how. */
      g_autofree char *choice = g_strdup_printf (C_ ("capture", "%s · %s"), moment, sl_capture_method_describe (capture->method));

      gtk_string_list_append (choices, choice);
    }
  gtk_drop_down_set_model (chooser, G_LIST_MODEL (choices));
}

/* Where the capture of a document is in the list, or @otherwise. */
static guint
find_capture (SlCompareDialog *self,
              SlId             document_id,
              guint            otherwise)
{
  SlCase *from = sl_session_get_case (self->session);
  g_autoptr (SlDocument) document = document_id != SL_ID_NONE ? sl_case_get_document (from, document_id, NULL) : NULL;

  for (guint i = 0; document != NULL && i < self->captures->len; i++)
    if (((const SlCapture *) g_ptr_array_index (self->captures, i))->id == document->capture_id)
      return i;
  return otherwise;
}

static void
fill (SlCompareDialog *self,
      SlId             source,
      SlId             before,
      SlId             after)
{
  SlQuery query = SL_QUERY_ALL;
  GPtrArray *captures = NULL;

  query.about = source;
  captures = sl_case_list_captures (sl_session_get_case (self->session), &query, NULL);
  if (captures != NULL)
    {
      g_ptr_array_unref (self->captures);
      self->captures = captures;
    }
  fill_chooser (self, self->earlier);
  fill_chooser (self, self->later);
  gtk_drop_down_set_selected (self->later, find_capture (self, after, 0));
  gtk_drop_down_set_selected (self->earlier, find_capture (self, before, self->captures->len - 1));
  self->filling = FALSE;
}

/**
 * sl_compare_dialog_open:
 * @session: with an open case
 * @source: whose captures are compared
 * @before_document: of the capture to begin with, or %SL_ID_NONE for the first one
 * @after_document: of the other one, or %SL_ID_NONE for the latest one
 *
 * Opens the dialog over @parent.
 */
void
sl_compare_dialog_open (SlSession *session,
                        SlId       source,
                        SlId       before_document,
                        SlId       after_document,
                        GtkWidget *parent)
{
  SlCompareDialog *self = g_object_new (SL_TYPE_COMPARE_DIALOG, NULL);

  self->session = g_object_ref (session);
  fill (self, source, before_document, after_document);
  if (self->captures->len < 2)
    show_message (self, _ ("Only One Capture"), _ ("There is nothing to compare it with yet. Re-check the source to capture it again."));
  else
    chosen_cb (self);
  adw_dialog_present (ADW_DIALOG (self), parent);
}
