/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-search-view.h"

#include <glib/gi18n-lib.h>

#include "workbench/sl-workbench.h"

/* Hits shown at most: who gets more types another word. */
#define MAX_HITS 100

struct _SlSearchView
{
  SlPane parent_instance;

  gsize word_cp;  /* length of the first word that is looked for */

  /* Children of the template. */
  GtkStack   *stack;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (SlSearchView, sl_search_view, SL_TYPE_PANE)

static void
row_activated_cb (SlSearchView  *self,
                  GtkListBoxRow *row)
{
  const SlSearchHit *hit = g_object_get_data (G_OBJECT (row), "sl-hit");
  SlSession *session = sl_pane_get_session (SL_PANE (self));

  sl_session_select_source (session, hit->source_id);
  sl_session_select_passage (session, hit->document_id, hit->start_cp, hit->start_cp + self->word_cp);
  sl_session_reveal (session);
}

static void
sl_search_view_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SL_TYPE_SEARCH_VIEW);
  G_OBJECT_CLASS (sl_search_view_parent_class)->dispose (object);
}

static void
sl_search_view_class_init (SlSearchViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_search_view_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sourceline/Sourceline/ui/sl-search-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SlSearchView, stack);
  gtk_widget_class_bind_template_child (widget_class, SlSearchView, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
sl_search_view_init (SlSearchView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
make_row (SlSearchHit *hit)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), hit->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), hit->snippet);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "sl-hit", hit, (GDestroyNotify) sl_search_hit_free);
  return row;
}

static void
show_hits (SlSearchView *self,
           GPtrArray    *hits)
{
  gtk_list_box_remove_all (self->list);
  g_ptr_array_set_free_func (hits, NULL);
  for (guint i = 0; i < hits->len; i++)
    gtk_list_box_append (self->list, make_row (g_ptr_array_index (hits, i)));
  gtk_stack_set_visible_child_name (self->stack, hits->len > 0 ? "list" : "none");
}

static gsize
length_of_first_word (const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, " ", 2);

  return (gsize) g_utf8_strlen (parts[0], -1);
}

/**
 * sl_search_view_set_words:
 * @words: what to look for; empty asks for words
 */
void
sl_search_view_set_words (SlSearchView *self,
                          const char   *words)
{
  SlSession *session = NULL;
  SlWorkbench *workbench = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (SL_IS_SEARCH_VIEW (self));

  session = sl_pane_get_session (SL_PANE (self));
  workbench = session != NULL ? sl_session_get_workbench (session) : NULL;
  if (*words == '\0' || workbench == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "ask");
      return;
    }
  self->word_cp = length_of_first_word (words);
  hits = sl_workbench_search (workbench, words, MAX_HITS, &error);
  if (hits != NULL)
    show_hits (self, hits);
  else
    sl_session_fail (session, _ ("The archived texts could not be searched"), error);
}
