/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-session-private.h"

#include <glib/gi18n-lib.h>

#include "workbench/sl-workbench.h"
#include "ui/sl-evidence.h"

enum
{
  PROP_WORKBENCH = 1,
  PROP_WORDS,
  PROP_VIEW,
  PROP_GROUPING,
  N_PROPS
};

enum
{
  CASE_CHANGED,
  QUEUE_CHANGED,
  SELECTION_CHANGED,
  REVEAL,
  TOLD,
  FAILED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SlSession, sl_session, G_TYPE_OBJECT)

/* What a command that was sent off needs when it comes back. */
typedef struct
{
  SlSession     *session;  /* (owned) */
  SlCommandKind  kind;
  char          *told;     /* (owned) (nullable) */
} Sent;

static void
sent_free (Sent *sent)
{
  g_object_unref (sent->session);
  g_free (sent->told);
  g_free (sent);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sent, sent_free)

static void
workbench_changed_cb (SlSession *self)
{
  g_signal_emit (self, signals[CASE_CHANGED], 0);
}

static void
queue_changed_cb (SlSession *self)
{
  g_signal_emit (self, signals[QUEUE_CHANGED], 0);
}

/* Takes over the use cases of another case, or of none. */
void
sl_session_set_workbench (SlSession   *self,
                          SlWorkbench *workbench)
{
  if (self->workbench != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->workbench, workbench_changed_cb, self);
      g_signal_handlers_disconnect_by_func (self->workbench, queue_changed_cb, self);
    }
  if (!g_set_object (&self->workbench, workbench))
    return;
  if (workbench != NULL)
    {
      g_signal_connect_object (workbench, "changed", G_CALLBACK (workbench_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (workbench, "queue-changed", G_CALLBACK (queue_changed_cb), self, G_CONNECT_SWAPPED);
    }
  sl_session_select (self, &SL_SELECTION_NONE);
  sl_session_set_words (self, "");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORKBENCH]);
  g_signal_emit (self, signals[CASE_CHANGED], 0);
}

static void
sl_session_dispose (GObject *object)
{
  SlSession *self = SL_SESSION (object);

  g_clear_object (&self->workbench);
  G_OBJECT_CLASS (sl_session_parent_class)->dispose (object);
}

static void
sl_session_finalize (GObject *object)
{
  SlSession *self = SL_SESSION (object);

  g_free (self->words);
  g_free (self->view);
  G_OBJECT_CLASS (sl_session_parent_class)->finalize (object);
}

static void
sl_session_get_property (GObject    *object,
                         guint       property_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  SlSession *self = SL_SESSION (object);

  switch (property_id)
    {
    case PROP_WORKBENCH:
      g_value_set_object (value, self->workbench);
      break;
    case PROP_WORDS:
      g_value_set_string (value, self->words);
      break;
    case PROP_VIEW:
      g_value_set_string (value, self->view);
      break;
    case PROP_GROUPING:
      g_value_set_uint (value, self->grouping);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sl_session_set_property (GObject      *object,
                         guint         property_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  SlSession *self = SL_SESSION (object);

  switch (property_id)
    {
    case PROP_WORDS:
      sl_session_set_words (self, g_value_get_string (value));
      break;
    case PROP_VIEW:
      sl_session_set_view (self, g_value_get_string (value));
      break;
    case PROP_GROUPING:
      sl_session_set_grouping (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
install_signals (void)
{
  GType type = SL_TYPE_SESSION;

  signals[CASE_CHANGED] = g_signal_new ("case-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[QUEUE_CHANGED] = g_signal_new ("queue-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SELECTION_CHANGED] = g_signal_new ("selection-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REVEAL] = g_signal_new ("reveal", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TOLD] = g_signal_new ("told", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
sl_session_class_init (SlSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags writable = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = sl_session_dispose;
  object_class->finalize = sl_session_finalize;
  object_class->get_property = sl_session_get_property;
  object_class->set_property = sl_session_set_property;

  properties[PROP_WORKBENCH] = g_param_spec_object ("workbench", NULL, NULL, SL_TYPE_WORKBENCH,
                                                    G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_WORDS] = g_param_spec_string ("words", NULL, NULL, "", writable);
  properties[PROP_VIEW] = g_param_spec_string ("view", NULL, NULL, "timeline", writable);
  properties[PROP_GROUPING] = g_param_spec_uint ("grouping", NULL, NULL, 0, SL_GROUPING_CONFIDENCE, SL_GROUPING_NONE, writable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  install_signals ();
}

static void
sl_session_init (SlSession *self)
{
  self->words = g_strdup ("");
  self->view = g_strdup ("timeline");
}

/**
 * sl_session_new:
 *
 * Makes a session without a case.
 *
 * Returns: (transfer full): the session
 */
SlSession *
sl_session_new (void)
{
  return g_object_new (SL_TYPE_SESSION, NULL);
}

/**
 * sl_session_get_workbench:
 *
 * Returns: (transfer none) (nullable): the use cases on the open case
 */
SlWorkbench *
sl_session_get_workbench (SlSession *self)
{
  g_return_val_if_fail (SL_IS_SESSION (self), NULL);
  return self->workbench;
}

/**
 * sl_session_get_case:
 *
 * Returns: (transfer none) (nullable): the open case, to read from
 */
SlCase *
sl_session_get_case (SlSession *self)
{
  g_return_val_if_fail (SL_IS_SESSION (self), NULL);
  return self->workbench != NULL ? sl_workbench_get_case (self->workbench) : NULL;
}

/**
 * sl_session_get_selection:
 *
 * Returns: (transfer none): what the window points at
 */
const SlSelection *
sl_session_get_selection (SlSession *self)
{
  g_return_val_if_fail (SL_IS_SESSION (self), NULL);
  return &self->selection;
}

/**
 * sl_session_select:
 *
 * Points the window at @selection.
 */
void
sl_session_select (SlSession         *self,
                   const SlSelection *selection)
{
  g_return_if_fail (SL_IS_SESSION (self));

  if (memcmp (&self->selection, selection, sizeof *selection) == 0)
    return;
  self->selection = *selection;
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

/**
 * sl_session_select_event:
 * @event: an event, or %SL_ID_NONE for nothing
 *
 * Points the window at an event and at the first passage that it rests on.
 */
void
sl_session_select_event (SlSession *self,
                         SlId       event)
{
  SlSelection selection = SL_SELECTION_NONE;

  g_return_if_fail (SL_IS_SESSION (self));
  if (event != SL_ID_NONE && self->workbench != NULL)
    sl_evidence_of_event (sl_session_get_case (self), event, &selection);
  sl_session_select (self, &selection);
}

/**
 * sl_session_select_claim:
 *
 * Points the window at a claim, at the event that rests on it, and at its first passage.
 */
void
sl_session_select_claim (SlSession *self,
                         SlId       claim)
{
  SlSelection selection = SL_SELECTION_NONE;

  g_return_if_fail (SL_IS_SESSION (self));
  if (self->workbench != NULL)
    sl_evidence_of_claim (sl_session_get_case (self), claim, &selection);
  sl_session_select (self, &selection);
}

/**
 * sl_session_select_source:
 *
 * Points the window at the text of a source; nothing else is selected.
 */
void
sl_session_select_source (SlSession *self,
                          SlId       source)
{
  SlSelection selection = SL_SELECTION_NONE;

  g_return_if_fail (SL_IS_SESSION (self));
  if (self->workbench != NULL)
    sl_evidence_of_source (sl_session_get_case (self), source, &selection);
  sl_session_select (self, &selection);
}

/**
 * sl_session_select_passage:
 *
 * Points at words in a document and keeps event and claim selected.
 */
void
sl_session_select_passage (SlSession *self,
                           SlId       document,
                           gsize      start_cp,
                           gsize      end_cp)
{
  SlSelection selection = SL_SELECTION_NONE;

  g_return_if_fail (SL_IS_SESSION (self));
  selection = self->selection;
  if (self->workbench != NULL)
    sl_evidence_of_words (sl_session_get_case (self), document, start_cp, end_cp, &selection);
  sl_session_select (self, &selection);
}

/**
 * sl_session_reveal:
 *
 * The person wants to see the source of the selection.
 */
void
sl_session_reveal (SlSession *self)
{
  g_return_if_fail (SL_IS_SESSION (self));
  g_signal_emit (self, signals[REVEAL], 0);
}

/**
 * sl_session_get_words:
 *
 * Returns: the words that the lists are filtered by; empty without a filter
 */
const char *
sl_session_get_words (SlSession *self)
{
  g_return_val_if_fail (SL_IS_SESSION (self), "");
  return self->words;
}

/**
 * sl_session_set_words:
 * @words: (nullable): words to filter by
 */
void
sl_session_set_words (SlSession  *self,
                      const char *words)
{
  g_return_if_fail (SL_IS_SESSION (self));
  if (g_set_str (&self->words, words != NULL ? words : ""))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORDS]);
}

/**
 * sl_session_get_view:
 *
 * Returns: name of the view that is shown
 */
const char *
sl_session_get_view (SlSession *self)
{
  g_return_val_if_fail (SL_IS_SESSION (self), NULL);
  return self->view;
}

/**
 * sl_session_set_view:
 * @view: "timeline", "review", "claims" or "history"
 */
void
sl_session_set_view (SlSession  *self,
                     const char *view)
{
  g_return_if_fail (SL_IS_SESSION (self));
  if (view != NULL && g_set_str (&self->view, view))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

/**
 * sl_session_get_grouping:
 *
 * Returns: how the timeline sorts its marks
 */
SlGrouping
sl_session_get_grouping (SlSession *self)
{
  g_return_val_if_fail (SL_IS_SESSION (self), SL_GROUPING_NONE);
  return self->grouping;
}

/**
 * sl_session_set_grouping:
 */
void
sl_session_set_grouping (SlSession  *self,
                         SlGrouping  grouping)
{
  g_return_if_fail (SL_IS_SESSION (self));
  if (self->grouping == grouping)
    return;
  self->grouping = grouping;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_GROUPING]);
}

static void
done_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (Sent) sent = data;
  g_autoptr (GError) error = NULL;

  sl_workbench_do_finish (SL_WORKBENCH (object), result, &error);
  if (error != NULL)
    sl_session_fail (sent->session, sl_command_describe (sent->kind), error);
  else if (sent->told != NULL)
    sl_session_tell (sent->session, sent->told, TRUE);
}

/**
 * sl_session_do:
 * @command: (transfer full): what to do
 * @told: (nullable): what to say when it is done, beside an offer to undo it
 *
 * Does one thing to the case; an error is told through "failed".
 */
void
sl_session_do (SlSession  *self,
               SlCommand  *command,
               const char *told)
{
  g_autoptr (SlCommand) owned = command;
  Sent *sent = NULL;

  g_return_if_fail (SL_IS_SESSION (self));
  g_return_if_fail (command != NULL);

  if (self->workbench == NULL)
    return;
  sent = g_new0 (Sent, 1);
  sent->session = g_object_ref (self);
  sent->kind = command->kind;
  sent->told = g_strdup (told);
  sl_workbench_do_async (self->workbench, command, done_cb, sent);
}

/**
 * sl_session_tell:
 * @undoable: whether the message offers to undo the last act
 *
 * Says what has happened.
 */
void
sl_session_tell (SlSession  *self,
                 const char *message,
                 gboolean    undoable)
{
  g_return_if_fail (SL_IS_SESSION (self));
  g_signal_emit (self, signals[TOLD], 0, message, undoable);
}

/**
 * sl_session_fail:
 * @heading: what failed
 * @error: why, and what to do
 *
 * Says what has failed; the message stays until it is dismissed.
 */
void
sl_session_fail (SlSession    *self,
                 const char   *heading,
                 const GError *error)
{
  g_return_if_fail (SL_IS_SESSION (self));
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[FAILED], 0, heading, error->message);
}
