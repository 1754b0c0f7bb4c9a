/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-pane.h"

typedef struct
{
  SlSession    *session;  /* (owned) (nullable) */
  GSignalGroup *signals;  /* (owned) */
} SlPanePrivate;

enum
{
  PROP_SESSION = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_TYPE_WITH_PRIVATE (SlPane, sl_pane, ADW_TYPE_BIN)

static void
case_changed_cb (SlPane *self)
{
  SL_PANE_GET_CLASS (self)->case_changed (self);
}

static void
selection_changed_cb (SlPane *self)
{
  SL_PANE_GET_CLASS (self)->selection_changed (self);
}

static void
words_changed_cb (SlPane *self)
{
  SL_PANE_GET_CLASS (self)->words_changed (self);
}

static void
do_nothing (SlPane *self)
{
}

static void
sl_pane_dispose (GObject *object)
{
  SlPanePrivate *priv = sl_pane_get_instance_private (SL_PANE (object));

  g_clear_object (&priv->signals);
  g_clear_object (&priv->session);
  G_OBJECT_CLASS (sl_pane_parent_class)->dispose (object);
}

static void
sl_pane_get_property (GObject    *object,
                      guint       property_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, sl_pane_get_session (SL_PANE (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sl_pane_set_property (GObject      *object,
                      guint         property_id,
                      const GValue *value,
                      GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_SESSION:
      sl_pane_set_session (SL_PANE (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sl_pane_class_init (SlPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sl_pane_dispose;
  object_class->get_property = sl_pane_get_property;
  object_class->set_property = sl_pane_set_property;
  klass->case_changed = do_nothing;
  klass->selection_changed = do_nothing;
  klass->words_changed = do_nothing;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, SL_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sl_pane_init (SlPane *self)
{
  SlPanePrivate *priv = sl_pane_get_instance_private (self);

  priv->signals = g_signal_group_new (SL_TYPE_SESSION);
  g_signal_group_connect_swapped (priv->signals, "case-changed", G_CALLBACK (case_changed_cb), self);
  g_signal_group_connect_swapped (priv->signals, "selection-changed", G_CALLBACK (selection_changed_cb), self);
  g_signal_group_connect_swapped (priv->signals, "notify::words", G_CALLBACK (words_changed_cb), self);
}

/**
 * sl_pane_get_session:
 *
 * Returns: (transfer none) (nullable): the session it follows
 */
SlSession *
sl_pane_get_session (SlPane *self)
{
  SlPanePrivate *priv = sl_pane_get_instance_private (self);

  g_return_val_if_fail (SL_IS_PANE (self), NULL);
  return priv->session;
}

/**
 * sl_pane_set_session:
 * @session: (nullable): the session to follow
 */
void
sl_pane_set_session (SlPane    *self,
                     SlSession *session)
{
  SlPanePrivate *priv = sl_pane_get_instance_private (self);

  g_return_if_fail (SL_IS_PANE (self));

  if (!g_set_object (&priv->session, session))
    return;
  g_signal_group_set_target (priv->signals, session);
  if (session != NULL)
    {
      words_changed_cb (self);
      case_changed_cb (self);
      selection_changed_cb (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/**
 * sl_pane_get_case:
 *
 * Returns: (transfer none) (nullable): the case that is open
 */
SlCase *
sl_pane_get_case (SlPane *self)
{
  SlSession *session = sl_pane_get_session (self);

  return session != NULL ? sl_session_get_case (session) : NULL;
}
