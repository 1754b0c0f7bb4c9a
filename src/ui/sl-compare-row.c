/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-compare-row.h"

#include <glib/gi18n-lib.h>

#include "ui/sl-marked-words.h"

struct _SlCompareRow
{
  AdwBin parent_instance;

  SlComparePart *part;     /* (owned) (nullable) */
  gulong         handler;  /* of the part's signal, or 0 */

  /* Children of the template. */
  GtkStack  *stack;
  GtkImage  *fold_icon;
  GtkLabel  *fold_words;
  GtkWidget *fold;
  GtkWidget *state_box;
  GtkImage  *state_icon;
  GtkLabel  *state;
  GtkBox    *texts;
  GtkLabel  *before;
  GtkLabel  *after;
  GtkLabel  *cut;
  GtkBox    *claims;
};

enum
{
  PROP_NARROW = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint toggled_signal;

G_DEFINE_FINAL_TYPE (SlCompareRow, sl_compare_row, ADW_TYPE_BIN)

static void
fold_clicked_cb (SlCompareRow *self)
{
  g_signal_emit (self, toggled_signal, 0);
}

/* What is seen beside each other, never why it is so. */
static char *
describe_state (const SlAlignedPair *pair)
{
  g_autofree char *kinds = pair->difference != NULL && pair->difference->kinds != 0 ? sl_change_kinds_describe (pair->difference->kinds) : NULL;

  switch (pair->state)
    {
    case SL_ALIGNED_CHANGED:
      return kinds != NULL ? g_strdup_printf (_ ("Changed: %s"), kinds) : g_strdup (_ ("Changed"));
    case SL_ALIGNED_ADDED:
      return g_strdup (_ ("Only in the later capture"));
    case SL_ALIGNED_REMOVED:
      return g_strdup (_ ("Only in the earlier capture"));
    case SL_ALIGNED_MOVED:
      return kinds != NULL ? g_strdup_printf (_ ("At another place, and changed: %s"), kinds) : g_strdup (_ ("At another place"));
    case SL_ALIGNED_SAME:
    default:
      return g_strdup (_ ("The same"));
    }
}

static const char *
get_icon (SlAlignedState state)
{
  static const char *const icons[] = {
    [SL_ALIGNED_SAME] = "object-select-symbolic",
    [SL_ALIGNED_CHANGED] = "document-edit-symbolic",
    [SL_ALIGNED_ADDED] = "list-add-symbolic",
    [SL_ALIGNED_REMOVED] = "list-remove-symbolic",
    [SL_ALIGNED_MOVED] = "object-flip-vertical-symbolic",
  };

  return icons[state];
}

static char *
describe_fold (SlComparePart *part)
{
  const guint n_pairs = sl_compare_part_get_n_pairs (part);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u paragraph the same", "%u paragraphs the same", n_pairs), n_pairs);
}

static void
show_fold (SlCompareRow *self)
{
  g_autofree char *words = describe_fold (self->part);
  const gboolean open = sl_compare_part_is_open (self->part);

  gtk_label_set_text (self->fold_words, words);
  gtk_image_set_from_icon_name (self->fold_icon, open ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->fold), GTK_ACCESSIBLE_STATE_EXPANDED, open, -1);
}

static void
mark_passages (GPtrArray           *passages,
               const SlAlignedPair *pair,
               gboolean             after,
               const char          *text,
               PangoAttrList       *marks)
{
  const gsize start_cp = after ? pair->after_start_cp : pair->before_start_cp;

  for (guint i = 0; i < passages->len; i++)
    {
      const SlComparedPassage *mark = g_ptr_array_index (passages, i);

      if (mark->after == after && mark->passage->start_cp >= start_cp)
        sl_marked_words_add_own (marks, text, mark->passage->start_cp - start_cp, mark->passage->end_cp - start_cp);
    }
}

static void
show_text (SlCompareRow *self,
           GtkLabel     *label,
           GPtrArray    *passages,
           gboolean      after)
{
  const SlAlignedPair *pair = sl_compare_part_get_pair (self->part);
  g_autofree char *text = sl_compare_part_dup_text (self->part, after);
  g_autoptr (PangoAttrList) marks = NULL;

  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL || gtk_orientable_get_orientation (GTK_ORIENTABLE (self->texts)) == GTK_ORIENTATION_HORIZONTAL);
  if (text == NULL)
    {
      gtk_label_set_text (label, "");
      gtk_label_set_attributes (label, NULL);
      gtk_widget_add_css_class (GTK_WIDGET (label), "absent");
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (label), "absent");
  marks = sl_marked_words_mark (GTK_WIDGET (label), text, pair->difference, after);
  mark_passages (passages, pair, after, text, marks);
  gtk_label_set_text (label, text);
  gtk_label_set_attributes (label, marks);
}

static void
append_claim (SlCompareRow  *self,
              const SlClaim *claim)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name ("sourceline-claim-symbolic");
  /* Translators: %s is a claim. */
  g_autofree char *words = g_strdup_printf (_ ("Rests on it: %s"), claim->text);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (self->claims, box);
}

static void
show_claims (SlCompareRow *self,
             GPtrArray    *passages)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->claims))) != NULL)
    gtk_box_remove (self->claims, child);
  for (guint i = 0; i < passages->len; i++)
    {
      const SlComparedPassage *mark = g_ptr_array_index (passages, i);

      for (guint j = 0; j < mark->claims->len; j++)
        append_claim (self, g_ptr_array_index (mark->claims, j));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->claims), gtk_widget_get_first_child (GTK_WIDGET (self->claims)) != NULL);
}

static void
show_pair (SlCompareRow *self)
{
  const SlAlignedPair *pair = sl_compare_part_get_pair (self->part);
  g_autoptr (GPtrArray) passages = sl_compare_part_list_passages (self->part);
  g_autofree char *state = describe_state (pair);

  gtk_label_set_text (self->state, state);
  gtk_image_set_from_icon_name (self->state_icon, get_icon (pair->state));
  gtk_widget_set_visible (self->state_box, pair->state != SL_ALIGNED_SAME);
  show_text (self, self->before, passages, FALSE);
  show_text (self, self->after, passages, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->cut), sl_compare_part_is_cut (self->part));
  show_claims (self, passages);
}

static void
show_part (SlCompareRow *self)
{
  if (self->part == NULL)
    return;
  gtk_stack_set_visible_child_name (self->stack, sl_compare_part_is_fold (self->part) ? "fold" : "pair");
  if (sl_compare_part_is_fold (self->part))
    show_fold (self);
  else
    show_pair (self);
}

static void
sl_compare_row_dispose (GObject *object)
{
  sl_compare_row_set_part (SL_COMPARE_ROW (object), NULL);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SL_TYPE_COMPARE_ROW);
  G_OBJECT_CLASS (sl_compare_row_parent_class)->dispose (object);
}

static void
sl_compare_row_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  GtkOrientable *texts = GTK_ORIENTABLE (SL_COMPARE_ROW (object)->texts);

  switch (property_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, gtk_orientable_get_orientation (texts) == GTK_ORIENTATION_VERTICAL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sl_compare_row_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  SlCompareRow *self = SL_COMPARE_ROW (object);

  switch (property_id)
    {
    case PROP_NARROW:
      gtk_orientable_set_orientation (GTK_ORIENTABLE (self->texts),
                                      g_value_get_boolean (value) ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
      gtk_box_set_homogeneous (self->texts, !g_value_get_boolean (value));
      show_part (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sl_compare_row_class_init (SlCompareRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sl_compare_row_dispose;
  object_class->get_property = sl_compare_row_get_property;
  object_class->set_property = sl_compare_row_set_property;
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  toggled_signal = g_signal_new ("toggled", SL_TYPE_COMPARE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sourceline/Sourceline/ui/sl-compare-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SlCompareRow, stack);
  gtk_widget_class_bind_template_child (widget_class, SlCompareRow, fold);
  gtk_widget_class_bind_template_child (widget_class, SlCompareRow, fold_icon);
  gtk_widget_class_bind_template_child (widget_class, SlCompareRow, fold_words);
  gtk_widget_class_bind_template_child (widget_class, SlCompareRow, state_box);
  gtk_widget_class_bind_template_child (widget_class, SlCompareRow, state_icon);
  gtk_widget_class_bind_template_child (widget_class, SlCompareRow, state);
  gtk_widget_class_bind_template_child (widget_class, SlCompareRow, texts);
  gtk_widget_class_bind_template_child (widget_class, SlCompareRow, before);
  gtk_widget_class_bind_template_child (widget_class, SlCompareRow, after);
  gtk_widget_class_bind_template_child (widget_class, SlCompareRow, cut);
  gtk_widget_class_bind_template_child (widget_class, SlCompareRow, claims);
  gtk_widget_class_bind_template_callback (widget_class, fold_clicked_cb);
}

static void
sl_compare_row_init (SlCompareRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (show_part), self, G_CONNECT_SWAPPED);
}

/**
 * sl_compare_row_new:
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
sl_compare_row_new (void)
{
  return g_object_new (SL_TYPE_COMPARE_ROW, NULL);
}

/**
 * sl_compare_row_set_part:
 * @part: (nullable): what to show
 */
void
sl_compare_row_set_part (SlCompareRow  *self,
                         SlComparePart *part)
{
  g_return_if_fail (SL_IS_COMPARE_ROW (self));

  if (self->part != NULL)
    g_clear_signal_handler (&self->handler, self->part);
  if (!g_set_object (&self->part, part) || part == NULL)
    return;
  self->handler = g_signal_connect_swapped (part, "changed", G_CALLBACK (show_part), self);
  show_part (self);
}

/**
 * sl_compare_row_describe:
 *
 * Returns: (transfer full): a part in words, for those who hear the window
 */
char *
sl_compare_row_describe (SlComparePart *part)
{
  const SlAlignedPair *pair = sl_compare_part_get_pair (part);
  g_autofree char *state = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *changes = NULL;

  if (sl_compare_part_is_fold (part))
    return describe_fold (part);
  state = describe_state (pair);
  before = sl_compare_part_dup_text (part, FALSE);
  after = sl_compare_part_dup_text (part, TRUE);
  if (pair->difference != NULL && before != NULL && after != NULL)
    changes = sl_marked_words_describe (before, after, pair->difference);
  else
    changes = g_strdup (after != NULL ? after : before);
  /* Translators: what kind of change, then the words. */
  return g_strdup_printf (C_ ("change", "%s. %s"), state, changes != NULL ? changes : "");
}
