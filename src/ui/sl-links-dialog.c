/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-links-dialog.h"

#include <glib/gi18n-lib.h>

#include "workbench/sl-facts.h"
#include "workbench/sl-web-address.h"

struct _SlLinksDialog
{
  AdwDialog parent_instance;

  SlCaptures *captures;  /* (owned) */
  SlId        document;
  GPtrArray  *links;     /* (owned) (element-type Link) */
  char       *words;     /* (owned): what the links are filtered by, without case */
  gboolean    ticking;   /* several boxes are being ticked */

  /* Children of the template. */
  GtkWidget      *apply;
  GtkWidget      *tools;
  GtkSearchEntry *search;
  GtkCheckButton *all;
  GtkStack       *stack;
  GtkListBox     *list;
  GtkLabel       *count;
};

/* One row. */
typedef struct
{
  char           *url;     /* (owned) */
  char           *folded;  /* (owned): words and address without case */
  GtkCheckButton *check;   /* (unowned): in the row */
  GtkListBoxRow  *row;     /* (unowned): in the list */
  gboolean        known;   /* captured, or in the queue */
} Link;

G_DEFINE_FINAL_TYPE (SlLinksDialog, sl_links_dialog, ADW_TYPE_DIALOG)

static void
link_free (gpointer data)
{
  Link *self = data;

  g_free (self->url);
  g_free (self->folded);
  g_free (self);
}

static gboolean
is_shown (SlLinksDialog *self,
          const Link    *link)
{
  return *self->words == '\0' || strstr (link->folded, self->words) != NULL;
}

static void
update (SlLinksDialog *self)
{
  guint n_ticked = 0;
  g_autofree char *count = NULL;

  for (guint i = 0; i < self->links->len; i++)
    n_ticked += gtk_check_button_get_active (((const Link *) g_ptr_array_index (self->links, i))->check);
  count = g_strdup_printf (ngettext ("%u article will be fetched and archived.", "%u articles will be fetched and archived.", n_ticked), n_ticked);
  gtk_label_set_text (self->count, n_ticked > 0 ? count : _ ("Pick the articles that matter."));
  gtk_widget_set_sensitive (self->apply, n_ticked > 0);
}

static void
ticked_cb (SlLinksDialog *self)
{
  if (!self->ticking)
    update (self);
}

/* Those that are shown and not captured yet. */
static void
all_toggled_cb (SlLinksDialog *self)
{
  self->ticking = TRUE;
  for (guint i = 0; i < self->links->len; i++)
    {
      const Link *link = g_ptr_array_index (self->links, i);

      if (!link->known && is_shown (self, link))
        gtk_check_button_set_active (link->check, gtk_check_button_get_active (self->all));
    }
  self->ticking = FALSE;
  update (self);
}

static gboolean
filter_cb (GtkListBoxRow *row,
           gpointer       data)
{
  const Link *link = g_object_get_data (G_OBJECT (row), "link");

  return link == NULL || is_shown (data, link);
}

static void
search_changed_cb (SlLinksDialog *self)
{
  g_free (self->words);
  self->words = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);
  gtk_list_box_invalidate_filter (self->list);
}

static void
apply_cb (SlLinksDialog *self)
{
  g_autoptr (GPtrArray) urls = g_ptr_array_new ();

  for (guint i = 0; i < self->links->len; i++)
    {
      const Link *link = g_ptr_array_index (self->links, i);

      if (gtk_check_button_get_active (link->check))
        g_ptr_array_add (urls, link->url);
    }
  g_ptr_array_add (urls, NULL);
  sl_captures_add (self->captures, (const char *const *) urls->pdata, SL_TASK_FROM_LINKS, self->document);
  adw_dialog_close (ADW_DIALOG (self));
}

/* What is known about an address already, or NULL. */
static const char *
describe_known (SlCase     *from,
                const char *url)
{
  g_autofree char *key = sl_web_address_dup_key (url);
  g_autoptr (SlSource) source = sl_case_find_source (from, url);
  g_autoptr (SlTask) task = key != NULL ? sl_case_find_task (from, key) : NULL;

  if (source != NULL)
    return _ ("In the case");
  if (task != NULL && (task->state == SL_TASK_WAITING || task->state == SL_TASK_RUNNING))
    return _ ("Queued");
  return NULL;
}

static void
add_link (SlLinksDialog       *self,
          SlCase              *from,
          const SlReadingLink *found)
{
  const char *known = describe_known (from, found->url);
  GtkWidget *row = adw_action_row_new ();
  Link *link = g_new0 (Link, 1);
  g_autofree char *both = g_strconcat (found->words, " ", found->url, NULL);

  link->url = g_strdup (found->url);
  link->folded = g_utf8_casefold (both, -1);
  link->known = known != NULL;
  link->check = GTK_CHECK_BUTTON (gtk_check_button_new ());
  link->row = GTK_LIST_BOX_ROW (row);
  gtk_widget_set_valign (GTK_WIDGET (link->check), GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (GTK_WIDGET (link->check), known == NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (link->check), GTK_ACCESSIBLE_PROPERTY_LABEL, *found->words != '\0' ? found->words : found->url, -1);
  g_signal_connect_object (link->check, "toggled", G_CALLBACK (ticked_cb), self, G_CONNECT_SWAPPED);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), *found->words != '\0' ? found->words : found->url);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), found->url);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), GTK_WIDGET (link->check));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (link->check));
  if (known != NULL)
    {
      GtkWidget *note = gtk_label_new (known);

      gtk_widget_add_css_class (note, "caption");
      gtk_widget_add_css_class (note, "dim-label");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), note);
    }
  g_object_set_data (G_OBJECT (row), "link", link);
  g_ptr_array_add (self->links, link);
  gtk_list_box_append (self->list, row);
}

/* An address that is linked several times is one article. */
static void
fill (SlLinksDialog *self)
{
  SlCase *from = sl_session_get_case (sl_captures_get_session (self->captures));
  g_autoptr (SlDocument) document = from != NULL ? sl_case_get_document (from, self->document, NULL) : NULL;
  g_autoptr (SlFacts) facts = document != NULL && document->facts_digest != NULL ? sl_facts_load (from, document, NULL) : NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; facts != NULL && i < facts->links->len; i++)
    {
      const SlReadingLink *found = g_ptr_array_index (facts->links, i);

      if (g_hash_table_add (seen, found->url))
        add_link (self, from, found);
    }
  gtk_stack_set_visible_child_name (self->stack, self->links->len > 0 ? "list" : "empty");
  gtk_widget_set_visible (self->tools, self->links->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->count), self->links->len > 0);
  update (self);
}

static void
sl_links_dialog_dispose (GObject *object)
{
  SlLinksDialog *self = SL_LINKS_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), SL_TYPE_LINKS_DIALOG);
  g_clear_object (&self->captures);
  G_OBJECT_CLASS (sl_links_dialog_parent_class)->dispose (object);
}

static void
sl_links_dialog_finalize (GObject *object)
{
  SlLinksDialog *self = SL_LINKS_DIALOG (object);

  g_ptr_array_unref (self->links);
  g_free (self->words);
  G_OBJECT_CLASS (sl_links_dialog_parent_class)->finalize (object);
}

static void
sl_links_dialog_class_init (SlLinksDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_links_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = sl_links_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sourceline/Sourceline/ui/sl-links-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SlLinksDialog, apply);
  gtk_widget_class_bind_template_child (widget_class, SlLinksDialog, tools);
  gtk_widget_class_bind_template_child (widget_class, SlLinksDialog, search);
  gtk_widget_class_bind_template_child (widget_class, SlLinksDialog, all);
  gtk_widget_class_bind_template_child (widget_class, SlLinksDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, SlLinksDialog, list);
  gtk_widget_class_bind_template_child (widget_class, SlLinksDialog, count);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_toggled_cb);
}

static void
sl_links_dialog_init (SlLinksDialog *self)
{
  self->links = g_ptr_array_new_with_free_func (link_free);
  self->words = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, filter_cb, self, NULL);
  adw_dialog_set_default_widget (ADW_DIALOG (self), self->apply);
}

/**
 * sl_links_dialog_new:
 * @captures: where the articles go that are picked
 * @document: whose links are offered
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
sl_links_dialog_new (SlCaptures *captures,
                     SlId        document)
{
  SlLinksDialog *self = g_object_new (SL_TYPE_LINKS_DIALOG, NULL);

  self->captures = g_object_ref (captures);
  self->document = document;
  fill (self);
  return ADW_DIALOG (self);
}
