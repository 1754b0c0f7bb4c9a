/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-sources-pane.h"

#include <glib/gi18n-lib.h>

#include "ui/sl-captures-button.h"
#include "ui/sl-format.h"
#include "ui/sl-list-row.h"
#include "ui/sl-paged-list.h"
#include "ui/sl-row-factory.h"
#include "workbench/sl-gate.h"

struct _SlSourcesPane
{
  SlPane parent_instance;

  SlPagedList        *rows;       /* (owned) */
  GtkSingleSelection *selected;   /* (owned) */
  char               *count;      /* (owned) */
  gboolean            following;  /* the list is made to follow the session */

  /* Children of the template. */
  GtkStack       *stack;
  GtkListView    *list;
  GtkSearchEntry *search;
};

enum
{
  PROP_COUNT = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SlSourcesPane, sl_sources_pane, SL_TYPE_PANE)

/* What the newest capture of a source is where it is no article, or that there is nothing to read; NULL where all is well. */
static const char *
describe_trouble (SlCase         *from,
                  const SlSource *source)
{
  SlQuery query = SL_QUERY_ALL;
  g_autoptr (GPtrArray) documents = NULL;
  const SlDocument *newest = NULL;

  query.about = source->id;
  query.limit = 1;
  documents = sl_case_list_documents (from, &query, NULL);
  if (documents == NULL)
    return NULL;
  if (documents->len == 0)
    return sl_case_count (from, SL_LIST_CAPTURES, &query, NULL) > 0 ? _ ("nothing readable") : _ ("not captured");
  newest = g_ptr_array_index (documents, 0);
  return sl_gate_is_article (newest) ? NULL : sl_gate_describe (newest->quality);
}

static void
fill_row (GtkWidget *widget,
          SlRow     *row)
{
  const SlSource *source = sl_row_get_source (row);
  g_autoptr (GString) subtitle = NULL;
  const char *trouble = NULL;

  if (source == NULL)
    return;
  subtitle = g_string_new (NULL);
  trouble = describe_trouble (sl_row_get_case (row), source);
  sl_format_append_part (subtitle, g_strdup (trouble));
  sl_format_append_part (subtitle, sl_format_source (source));
  sl_list_row_set_title (SL_LIST_ROW (widget), source->title);
  sl_list_row_set_subtitle (SL_LIST_ROW (widget), subtitle->str);
  sl_list_row_set_icon (SL_LIST_ROW (widget), trouble != NULL ? "dialog-warning-symbolic" : NULL);
  gtk_widget_set_tooltip_text (widget, source->url != NULL ? source->url : source->title);
}

static void
update_stack (SlSourcesPane *self)
{
  const guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autofree char *count = NULL;

  if (n_items > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else
    gtk_stack_set_visible_child_name (self->stack, *words != '\0' ? "none" : "empty");
  if (n_items > 0)
    count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u article", "%u articles", n_items), n_items);
  if (g_set_str (&self->count, count))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
}

/* Selects the row of the session's source when it is among those in memory. */
static void
follow_selection (SlSourcesPane *self)
{
  const SlSelection *selection = sl_session_get_selection (sl_pane_get_session (SL_PANE (self)));
  const guint n_items = MIN (g_list_model_get_n_items (G_LIST_MODEL (self->rows)), SL_PAGED_LIST_PAGE * SL_PAGED_LIST_PAGES);
  guint found = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < n_items && found == GTK_INVALID_LIST_POSITION && selection->source != SL_ID_NONE; i++)
    {
      g_autoptr (SlRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      if (sl_row_get_id (row) == selection->source)
        found = i;
    }
  self->following = TRUE;
  gtk_single_selection_set_selected (self->selected, found);
  if (found != GTK_INVALID_LIST_POSITION)
    gtk_list_view_scroll_to (self->list, found, GTK_LIST_SCROLL_NONE, NULL);
  self->following = FALSE;
}

static void
selected_cb (SlSourcesPane *self)
{
  SlRow *row = gtk_single_selection_get_selected_item (self->selected);
  SlSession *session = sl_pane_get_session (SL_PANE (self));

  if (self->following || row == NULL || session == NULL)
    return;
  if (sl_session_get_selection (session)->source != sl_row_get_id (row))
    sl_session_select_source (session, sl_row_get_id (row));
}

static void
activate_cb (SlSourcesPane *self)
{
  selected_cb (self);
  sl_session_reveal (sl_pane_get_session (SL_PANE (self)));
}

static void
search_changed_cb (SlSourcesPane *self)
{
  sl_paged_list_set_query (self->rows, gtk_editable_get_text (GTK_EDITABLE (self->search)), SL_ID_NONE, SL_SOURCE_CONTENT);
  update_stack (self);
}

static void
sl_sources_pane_case_changed (SlPane *pane)
{
  SlSourcesPane *self = SL_SOURCES_PANE (pane);

  sl_paged_list_set_case (self->rows, sl_pane_get_case (pane));
  sl_paged_list_reload (self->rows);
  update_stack (self);
  follow_selection (self);
}

static void
sl_sources_pane_selection_changed (SlPane *pane)
{
  follow_selection (SL_SOURCES_PANE (pane));
}

static void
sl_sources_pane_dispose (GObject *object)
{
  SlSourcesPane *self = SL_SOURCES_PANE (object);

  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SL_TYPE_SOURCES_PANE);
  g_clear_object (&self->selected);
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (sl_sources_pane_parent_class)->dispose (object);
}

static void
sl_sources_pane_finalize (GObject *object)
{
  g_free (SL_SOURCES_PANE (object)->count);
  G_OBJECT_CLASS (sl_sources_pane_parent_class)->finalize (object);
}

static void
sl_sources_pane_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_COUNT:
      g_value_set_string (value, SL_SOURCES_PANE (object)->count);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sl_sources_pane_class_init (SlSourcesPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SlPaneClass *pane_class = SL_PANE_CLASS (klass);

  object_class->dispose = sl_sources_pane_dispose;
  object_class->finalize = sl_sources_pane_finalize;
  object_class->get_property = sl_sources_pane_get_property;
  pane_class->case_changed = sl_sources_pane_case_changed;
  pane_class->selection_changed = sl_sources_pane_selection_changed;

  properties[PROP_COUNT] = g_param_spec_string ("count", NULL, NULL, NULL,
                                                G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SL_TYPE_CAPTURES_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sourceline/Sourceline/ui/sl-sources-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, SlSourcesPane, stack);
  gtk_widget_class_bind_template_child (widget_class, SlSourcesPane, list);
  gtk_widget_class_bind_template_child (widget_class, SlSourcesPane, search);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
sl_sources_pane_init (SlSourcesPane *self)
{
  g_autoptr (GtkListItemFactory) factory = sl_row_factory_new (sl_list_row_new, fill_row);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = sl_paged_list_new (SL_LIST_SOURCES);
  sl_paged_list_set_query (self->rows, NULL, SL_ID_NONE, SL_SOURCE_CONTENT);
  self->selected = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  gtk_single_selection_set_autoselect (self->selected, FALSE);
  gtk_single_selection_set_can_unselect (self->selected, TRUE);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selected));
  g_signal_connect_object (self->selected, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
}
