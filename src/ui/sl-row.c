/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-row.h"

struct _SlRow
{
  GObject parent_instance;

  SlList          list;
  SlCase         *from;        /* (owned) */
  gpointer        value;       /* (owned) (nullable) */
  GDestroyNotify  free_value;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (SlRow, sl_row, G_TYPE_OBJECT)

static void
drop_value (SlRow *self)
{
  if (self->value != NULL)
    self->free_value (self->value);
  self->value = NULL;
}

static void
sl_row_finalize (GObject *object)
{
  drop_value (SL_ROW (object));
  g_object_unref (SL_ROW (object)->from);
  G_OBJECT_CLASS (sl_row_parent_class)->finalize (object);
}

static void
sl_row_class_init (SlRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sl_row_finalize;
  changed_signal = g_signal_new ("changed", SL_TYPE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sl_row_init (SlRow *self)
{
}

/**
 * sl_row_new:
 * @list: which list it is a place of
 * @from: the case that the list is of
 *
 * Returns: (transfer full): an empty place
 */
SlRow *
sl_row_new (SlList  list,
            SlCase *from)
{
  SlRow *self = g_object_new (SL_TYPE_ROW, NULL);

  self->list = list;
  self->from = g_object_ref (from);
  return self;
}

/**
 * sl_row_get_case:
 *
 * Returns: (transfer none): the case, for what else is to be shown beside what stands here
 */
SlCase *
sl_row_get_case (SlRow *self)
{
  g_return_val_if_fail (SL_IS_ROW (self), NULL);
  return self->from;
}

/**
 * sl_row_get_list:
 *
 * Returns: which list it is a place of
 */
SlList
sl_row_get_list (SlRow *self)
{
  g_return_val_if_fail (SL_IS_ROW (self), SL_LIST_ACTS);
  return self->list;
}

/**
 * sl_row_take:
 * @value: (transfer full): what stands there now
 */
void
sl_row_take (SlRow          *self,
             gpointer        value,
             GDestroyNotify  free_value)
{
  g_return_if_fail (SL_IS_ROW (self));
  g_return_if_fail (value != NULL && free_value != NULL);

  drop_value (self);
  self->value = value;
  self->free_value = free_value;
  g_signal_emit (self, changed_signal, 0);
}

/**
 * sl_row_get_id:
 *
 * Every entity of a case begins with its key.
 *
 * Returns: key of what it holds, or %SL_ID_NONE
 */
SlId
sl_row_get_id (SlRow *self)
{
  G_STATIC_ASSERT (G_STRUCT_OFFSET (SlSource, id) == 0);
  G_STATIC_ASSERT (G_STRUCT_OFFSET (SlClaim, id) == 0);
  G_STATIC_ASSERT (G_STRUCT_OFFSET (SlEvent, id) == 0);
  G_STATIC_ASSERT (G_STRUCT_OFFSET (SlSuggestion, id) == 0);
  G_STATIC_ASSERT (G_STRUCT_OFFSET (SlAct, id) == 0);
  G_STATIC_ASSERT (G_STRUCT_OFFSET (SlCheck, id) == 0);
  G_STATIC_ASSERT (G_STRUCT_OFFSET (SlTask, id) == 0);

  g_return_val_if_fail (SL_IS_ROW (self), SL_ID_NONE);
  return self->value != NULL ? *(const SlId *) self->value : SL_ID_NONE;
}

static gconstpointer
get_value (SlRow  *self,
           SlList  list)
{
  g_return_val_if_fail (SL_IS_ROW (self), NULL);
  return self->list == list ? self->value : NULL;
}

/**
 * sl_row_get_source:
 *
 * Returns: (nullable): the source that stands here
 */
const SlSource *
sl_row_get_source (SlRow *self)
{
  return get_value (self, SL_LIST_SOURCES);
}

/**
 * sl_row_get_claim:
 *
 * Returns: (nullable): the claim that stands here
 */
const SlClaim *
sl_row_get_claim (SlRow *self)
{
  return get_value (self, SL_LIST_CLAIMS);
}

/**
 * sl_row_get_event:
 *
 * Returns: (nullable): the event that stands here
 */
const SlEvent *
sl_row_get_event (SlRow *self)
{
  return get_value (self, SL_LIST_EVENTS);
}

/**
 * sl_row_get_suggestion:
 *
 * Returns: (nullable): the suggestion that stands here
 */
const SlSuggestion *
sl_row_get_suggestion (SlRow *self)
{
  return get_value (self, SL_LIST_SUGGESTIONS);
}

/**
 * sl_row_get_act:
 *
 * Returns: (nullable): the act that stands here
 */
const SlAct *
sl_row_get_act (SlRow *self)
{
  return get_value (self, SL_LIST_ACTS);
}

/**
 * sl_row_get_task:
 *
 * Returns: (nullable): the task of the capture queue that stands here
 */
const SlTask *
sl_row_get_task (SlRow *self)
{
  return get_value (self, SL_LIST_TASKS);
}

/**
 * sl_row_get_check:
 *
 * Returns: (nullable): the check that stands here
 */
const SlCheck *
sl_row_get_check (SlRow *self)
{
  return get_value (self, SL_LIST_CHECKS);
}
