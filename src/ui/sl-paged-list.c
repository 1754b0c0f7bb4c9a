/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-paged-list.h"

/* A run of rows that stand one after the other, from @number × SL_PAGED_LIST_PAGE on. */
typedef struct
{
  guint      number;
  guint64    used;    /* the larger, the later it was looked at */
  GPtrArray *rows;    /* (owned) (element-type SlRow) */
} Page;

struct _SlPagedList
{
  GObject parent_instance;

  SlList     list;
  SlCase    *from;     /* (owned) (nullable) */
  char      *words;    /* (owned) (nullable) */
  SlId       about;
  int        state;
  guint      n_items;
  guint64    clock;
  GPtrArray *pages;    /* (owned) (element-type Page) */
};

static void sl_paged_list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SlPagedList, sl_paged_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, sl_paged_list_model_init))

typedef struct
{
  GPtrArray *(*read) (SlCase *from,
                      const SlQuery *query,
                      GError **error);
  GDestroyNotify free_row;
} ListKind;

static ListKind
list_kind (SlList list)
{
  static const ListKind kinds[] = {
    [SL_LIST_SOURCES] = { sl_case_list_sources, (GDestroyNotify) sl_source_free },
    [SL_LIST_CLAIMS] = { sl_case_list_claims, (GDestroyNotify) sl_claim_free },
    [SL_LIST_EVENTS] = { sl_case_list_events, (GDestroyNotify) sl_event_free },
    [SL_LIST_SUGGESTIONS] = { sl_case_list_suggestions, (GDestroyNotify) sl_suggestion_free },
    [SL_LIST_CHECKS] = { sl_case_list_checks, (GDestroyNotify) sl_check_free },
    [SL_LIST_ACTS] = { sl_case_list_acts, (GDestroyNotify) sl_act_free },
    [SL_LIST_TASKS] = { sl_case_list_tasks, (GDestroyNotify) sl_task_free },
  };

  g_assert (list < G_N_ELEMENTS (kinds) && kinds[list].read != NULL);
  return kinds[list];
}

static void
page_free (gpointer data)
{
  Page *page = data;

  g_ptr_array_unref (page->rows);
  g_free (page);
}

static SlQuery
make_query (SlPagedList *self)
{
  SlQuery query = SL_QUERY_ALL;

  query.words = self->words;
  query.about = self->about;
  query.state = self->state;
  return query;
}

static guint
count_rows (SlPagedList *self)
{
  const SlQuery query = make_query (self);

  if (self->from == NULL)
    return 0;
  return CLAMP (sl_case_count (self->from, self->list, &query, NULL), 0, G_MAXINT);
}

/* How many rows the page has when the list is as long as it is now. */
static guint
page_length (SlPagedList *self,
             guint        number)
{
  const guint first = number * SL_PAGED_LIST_PAGE;

  return first < self->n_items ? MIN (SL_PAGED_LIST_PAGE, self->n_items - first) : 0;
}

static GPtrArray *
read_page (SlPagedList *self,
           guint        number)
{
  SlQuery query = make_query (self);

  query.offset = number * SL_PAGED_LIST_PAGE;
  query.limit = page_length (self, number);
  if (query.limit == 0)
    return NULL;
  return list_kind (self->list).read (self->from, &query, NULL);
}

/* Puts what the case says now into the rows of the page; what lies past its end stays away. */
static void
fill_page (SlPagedList *self,
           Page        *page)
{
  const GDestroyNotify free_row = list_kind (self->list).free_row;
  g_autoptr (GPtrArray) values = read_page (self, page->number);
  const guint length = page_length (self, page->number);

  while (page->rows->len > length)
    g_ptr_array_remove_index (page->rows, page->rows->len - 1);
  while (page->rows->len < length)
    g_ptr_array_add (page->rows, sl_row_new (self->list, self->from));
  if (values == NULL)
    return;
  g_ptr_array_set_free_func (values, NULL);
  for (guint i = 0; i < values->len; i++)
    {
      gpointer value = g_ptr_array_index (values, i);

      if (i < page->rows->len)
        sl_row_take (g_ptr_array_index (page->rows, i), value, free_row);
      else
        free_row (value);
    }
}

static void
drop_oldest_page (SlPagedList *self)
{
  guint oldest = 0;

  for (guint i = 1; i < self->pages->len; i++)
    {
      const Page *page = g_ptr_array_index (self->pages, i);
      const Page *other = g_ptr_array_index (self->pages, oldest);

      if (page->used < other->used)
        oldest = i;
    }
  g_ptr_array_remove_index_fast (self->pages, oldest);
}

static Page *
look_up_page (SlPagedList *self,
              guint        number)
{
  Page *page = NULL;

  for (guint i = 0; i < self->pages->len; i++)
    {
      page = g_ptr_array_index (self->pages, i);
      if (page->number == number)
        return page;
    }
  if (self->pages->len >= SL_PAGED_LIST_PAGES)
    drop_oldest_page (self);
  page = g_new0 (Page, 1);
  page->number = number;
  page->rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (self->pages, page);
  fill_page (self, page);
  return page;
}

static GType
sl_paged_list_get_item_type (GListModel *model)
{
  return SL_TYPE_ROW;
}

static guint
sl_paged_list_get_n_items (GListModel *model)
{
  return SL_PAGED_LIST (model)->n_items;
}

static gpointer
sl_paged_list_get_item (GListModel *model,
                        guint       position)
{
  SlPagedList *self = SL_PAGED_LIST (model);
  Page *page = NULL;

  if (position >= self->n_items)
    return NULL;
  page = look_up_page (self, position / SL_PAGED_LIST_PAGE);
  page->used = ++self->clock;
  return g_object_ref (g_ptr_array_index (page->rows, position % SL_PAGED_LIST_PAGE));
}

static void
sl_paged_list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = sl_paged_list_get_item_type;
  interface->get_n_items = sl_paged_list_get_n_items;
  interface->get_item = sl_paged_list_get_item;
}

static void
sl_paged_list_finalize (GObject *object)
{
  SlPagedList *self = SL_PAGED_LIST (object);

  g_clear_object (&self->from);
  g_free (self->words);
  g_ptr_array_unref (self->pages);
  G_OBJECT_CLASS (sl_paged_list_parent_class)->finalize (object);
}

static void
sl_paged_list_class_init (SlPagedListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sl_paged_list_finalize;
}

static void
sl_paged_list_init (SlPagedList *self)
{
  self->state = -1;
  self->pages = g_ptr_array_new_with_free_func (page_free);
}

/**
 * sl_paged_list_new:
 * @list: sources, claims, events, suggestions, acts or tasks
 *
 * Returns: (transfer full): a list that is empty until it is given a case
 */
SlPagedList *
sl_paged_list_new (SlList list)
{
  SlPagedList *self = g_object_new (SL_TYPE_PAGED_LIST, NULL);

  self->list = list;
  return self;
}

/* Begins anew: other things stand everywhere. */
static void
restart (SlPagedList *self)
{
  const guint before = self->n_items;

  g_ptr_array_set_size (self->pages, 0);
  self->n_items = count_rows (self);
  if (before > 0 || self->n_items > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->n_items);
}

/**
 * sl_paged_list_set_case:
 * @from: (nullable): the case to read from
 */
void
sl_paged_list_set_case (SlPagedList *self,
                        SlCase      *from)
{
  g_return_if_fail (SL_IS_PAGED_LIST (self));
  if (g_set_object (&self->from, from))
    restart (self);
}

/**
 * sl_paged_list_set_query:
 * @words: (nullable): every word must occur
 * @about: only rows that belong to this one, or %SL_ID_NONE
 * @state: state of suggestions or tasks, verdict of checks, or -1
 */
void
sl_paged_list_set_query (SlPagedList *self,
                         const char  *words,
                         SlId         about,
                         int          state)
{
  gboolean changed = FALSE;

  g_return_if_fail (SL_IS_PAGED_LIST (self));

  changed = g_set_str (&self->words, words != NULL && *words != '\0' ? words : NULL);
  changed = changed || self->about != about || self->state != state;
  self->about = about;
  self->state = state;
  if (changed)
    restart (self);
}

/**
 * sl_paged_list_reload:
 *
 * Reads anew after the case has changed. Rows are places: those that were looked at get what stands there now,
 * and only the end of the list grows or shrinks, so that a view keeps its position.
 */
void
sl_paged_list_reload (SlPagedList *self)
{
  const guint before = self->n_items;
  guint kept = 0;

  g_return_if_fail (SL_IS_PAGED_LIST (self));

  self->n_items = count_rows (self);
  kept = MIN (before, self->n_items);
  for (guint i = self->pages->len; i > 0; i--)
    {
      Page *page = g_ptr_array_index (self->pages, i - 1);

      if (page_length (self, page->number) == 0)
        g_ptr_array_remove_index (self->pages, i - 1);
      else
        fill_page (self, page);
    }
  if (before != self->n_items)
    g_list_model_items_changed (G_LIST_MODEL (self), kept, before - kept, self->n_items - kept);
}

/**
 * sl_paged_list_get_n_kept:
 *
 * Returns: how many rows are in memory now
 */
guint
sl_paged_list_get_n_kept (SlPagedList *self)
{
  guint kept = 0;

  g_return_val_if_fail (SL_IS_PAGED_LIST (self), 0);
  for (guint i = 0; i < self->pages->len; i++)
    kept += ((const Page *) g_ptr_array_index (self->pages, i))->rows->len;
  return kept;
}
