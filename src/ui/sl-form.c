/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-form.h"

typedef struct
{
  gboolean complete;
} SlFormPrivate;

enum
{
  PROP_COMPLETE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SlForm, sl_form, ADW_TYPE_BIN)

static void
sl_form_real_refused (SlForm       *self,
                      const GError *error)
{
}

static void
sl_form_get_property (GObject    *object,
                      guint       property_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_COMPLETE:
      g_value_set_boolean (value, sl_form_get_complete (SL_FORM (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sl_form_class_init (SlFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sl_form_get_property;
  klass->refused = sl_form_real_refused;
  properties[PROP_COMPLETE] = g_param_spec_boolean ("complete", NULL, NULL, FALSE,
                                                    G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sl_form_init (SlForm *self)
{
}

/**
 * sl_form_make_command:
 *
 * Returns: (transfer full): what to do with what is filled in
 */
SlCommand *
sl_form_make_command (SlForm *self)
{
  g_return_val_if_fail (SL_IS_FORM (self), NULL);
  return SL_FORM_GET_CLASS (self)->make_command (self);
}

/**
 * sl_form_refused:
 * @error: why the command failed
 */
void
sl_form_refused (SlForm       *self,
                 const GError *error)
{
  g_return_if_fail (SL_IS_FORM (self));
  SL_FORM_GET_CLASS (self)->refused (self, error);
}

/**
 * sl_form_get_complete:
 *
 * Returns: whether what is needed is filled in
 */
gboolean
sl_form_get_complete (SlForm *self)
{
  SlFormPrivate *priv = sl_form_get_instance_private (self);

  g_return_val_if_fail (SL_IS_FORM (self), FALSE);
  return priv->complete;
}

/**
 * sl_form_set_complete:
 *
 * For subclasses.
 */
void
sl_form_set_complete (SlForm   *self,
                      gboolean  complete)
{
  SlFormPrivate *priv = sl_form_get_instance_private (self);

  g_return_if_fail (SL_IS_FORM (self));
  if (priv->complete == complete)
    return;
  priv->complete = complete;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPLETE]);
}
